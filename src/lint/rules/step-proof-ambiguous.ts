import type { Id } from '../../model/map.ts'
import type { Step } from '../../model/flow.ts'
import { proofKey } from '../facts/proof-key.ts'
import { stepOrderOf } from '../facts/step-order.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/**
 * Two steps of one run that the same events prove, with nothing to tell which was done. Reported where they may come in either order or one right
 * after the other. Not reported: steps of different branches, and steps with others between, where the order tells.
 */
export const stepProofAmbiguous: LintRule = {
  id: 'step-proof-ambiguous',
  group: 'flow',
  severity: 'warning',
  title: { zh: '两个步骤由同一事件证明', en: 'two steps that the same event proves' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      const order = stepOrderOf(flow)
      const seen = new Map<string, { readonly step: Step; readonly at: number }[]>()
      let count = 0
      walkFlow(flow, {
        step(step) {
          const at = count++
          const key = proofKey(step.proof)
          const earlier = seen.get(key) ?? []
          const twin = earlier.find((other) => isConfused(order.relate(other.step.id, step.id), at - other.at))
          seen.set(key, [...earlier.slice(-20), { step, at }])
          if (!twin) return
          report({
            place: sources.find(step.place, '..', 'proof') ? sources.value(step.place, '..', 'proof') : step.place,
            message: messageOf(twin.step.id, step.id),
            expected: {
              zh: '不同的事件，或用 `where`、`role`、`says` 区分',
              en: 'another event, or `where`, `role` or `says` to tell them apart',
            },
            related: [{ message: { zh: '另一个步骤', en: 'the other step' }, place: twin.step.place }],
          })
        },
      })
    }
  },
}

function isConfused(relation: string, distance: number): boolean {
  return relation === 'any' || (relation === 'before' && distance === 1)
}

function messageOf(a: Id, b: Id): { readonly zh: string; readonly en: string } {
  return {
    zh: `步骤 \`${a}\` 与 \`${b}\` 由同一事件证明，分不清做的是哪一个`,
    en: `the same events prove the steps \`${a}\` and \`${b}\`: which was done cannot be told`,
  }
}
