import type { EffectiveFlow } from '../../flow/effective-flow.ts'
import type { DeclareChoice } from '../../model/rules/declare.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { nameTarget, say } from '../name-target.ts'
import type { Judge, Outcome } from '../rule-kind.ts'
import { keptSoFar } from './judge-template.ts'

/** Judges how many of several targets happened: one or more, or (`exclusive`) just one. */
export function prepareChoice({ among }: DeclareChoice, exclusive: boolean, flow: EffectiveFlow): Judge {
  const targets = among.map((target) => ({ target, find: occurrencesOf(target, flow) }))
  return (context) => {
    const firsts = new Set<number>()
    const happened = targets.flatMap(({ target, find }) => {
      const [first] = find(context)
      if (first === undefined) return []
      firsts.add(first.at)
      return [target]
    })
    const outcome = ((): Outcome => {
      if (happened.length > 1) return exclusive ? 'fail' : 'pass'
      if (happened.length === 1 && !exclusive) return 'pass'
      if (!context.ended) return 'pending'
      return happened.length === 1 ? 'pass' : 'fail'
    })()
    const reason = say((lang) => {
      const list = (named: typeof among) =>
        named.map((target) => nameTarget(target, context, lang)).join(lang === 'zh' ? '、' : ', ')
      if (happened.length > 0) return lang === 'zh' ? `发生了 ${list(happened)}` : `${list(happened)} happened`
      const open = outcome === 'pending'
      if (lang === 'zh') return `${list(among)} 都没有发生${open ? '，交互还未结束' : ''}`
      return `none of ${list(among)} happened${open ? ' so far, and the contact is open' : ''}`
    })
    return {
      outcome,
      reason: outcome === 'pending' && happened.length > 0 ? keptSoFar : reason,
      evidence: [...firsts].sort((a, b) => a - b).map((event) => ({ event })),
      counts: { activations: 1, fulfilments: outcome === 'pass' ? 1 : 0, violations: outcome === 'fail' ? 1 : 0 },
    }
  }
}
