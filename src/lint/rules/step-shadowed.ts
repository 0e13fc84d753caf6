import type { Proof } from '../../model/flow.ts'
import { covers } from '../facts/proof-key.ts'
import type { LintRule } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'

/**
 * A step that no event can ever show: an event that a decision or an interrupt accepts carries these labels only
 * (semantics §6), and they accept all that would prove the step.
 */
export const stepShadowed: LintRule = {
  id: 'step-shadowed',
  group: 'flow',
  severity: 'error',
  title: { zh: '永远证明不了的步骤', en: 'a step that can never be proved' },
  check({ map }, report) {
    for (const flow of map.flows.values()) {
      const takers = new Map<string | undefined, Extract<Proof, { kind: 'match' }>[]>()
      walkFlow(flow, {
        proof(proof, use) {
          if (use !== 'decision' && use !== 'interrupt') return
          for (const each of singleProofs(proof)) takers.set(each.event, [...(takers.get(each.event) ?? []), each])
        },
      })
      if (takers.size === 0) continue
      walkFlow(flow, {
        step(step) {
          const own = singleProofs(step.proof)
          const taken = own.map((proof) => takers.get(proof.event)?.find((outer) => covers(outer, proof)))
          const [first] = taken
          if (own.length === 0 || !first || taken.some((each) => each === undefined)) return
          report({
            place: step.place,
            message: {
              zh: `步骤 \`${step.id}\` 永远证明不了：能证明它的事件都归了判断或中断`,
              en: `nothing can ever show the step \`${step.id}\`: its events are taken by a decision or an interrupt`,
            },
            expected: { zh: '另一个事件，或更窄的判断条件', en: 'another event, or a narrower decision' },
            related: [{ message: { zh: '事件归了这里', en: 'the event is taken here' }, place: first.place }],
          })
        },
      })
    }
  },
}
