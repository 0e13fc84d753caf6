import type { DeclareCount, DeclareCountKind } from '../../model/rules/declare.ts'
import { occurrencesOf, sightOfTargets } from '../find-occurrences.ts'
import { nameTarget, say } from '../name-target.ts'
import type { Judgement, Outcome, Reason, RuleContext, RuleKind } from '../rule-kind.ts'
import { hasConditions, holdConditions } from './conditions.ts'
import { keptSoFar, lackingReason } from './judge-template.ts'

/** How many events are allowed, both inclusive. */
interface Span {
  readonly least: number
  readonly most: number
}

/** A rule kind that counts the events of one target: `spanOf` says how many it allows. The contact is what activates it. */
export function defineCountKind<K extends DeclareCountKind>(
  id: K,
  spanOf: (times: number) => Span,
  asked: { readonly zh: (times: number) => string; readonly en: (times: number) => string },
): RuleKind<K> {
  return {
    id,
    sees(rule, flow) {
      const spec = rule.spec as unknown as DeclareCount
      return hasConditions(spec) ? undefined : sightOfTargets([spec.of], flow)
    },
    prepare: (rule, flow) => {
      // All these kinds have the spec of a count; TypeScript cannot see that for a kind not yet known.
      const spec = rule.spec as unknown as DeclareCount
      const { of, times } = spec
      const find = occurrencesOf(of, flow)
      const span = spanOf(times)
      return (context) => {
        const { activates } = holdConditions(spec, context)
        const counted: number[] = []
        const unknown: number[] = []
        for (const { at } of find(context)) {
          const counts = activates(at)
          if (counts === undefined) unknown.push(at)
          else if (counts) counted.push(at)
        }
        const reason = say((lang) => {
          const name = nameTarget(of, context, lang)
          return lang === 'zh'
            ? `${name} 发生 ${counted.length} 次，要求${asked.zh(times)}`
            : `${name} happened ${wordTimes(counted.length)}, ${asked.en(times)} asked for`
        })
        return conclude(span, counted, unknown, reason, context)
      }
    },
  }
}

function conclude(
  { least, most }: Span,
  counted: readonly number[],
  unknown: readonly number[],
  reason: Reason,
  { ended }: RuleContext,
): Judgement {
  const [low, high] = [counted.length, counted.length + unknown.length]
  const tell = (outcome: Outcome, why = reason, shown = counted): Judgement => ({
    outcome,
    reason: why,
    evidence: shown.map((event) => ({ event })),
    counts: { activations: 1, fulfilments: outcome === 'pass' ? 1 : 0, violations: outcome === 'fail' ? 1 : 0 },
  })
  if (low > most) return tell('fail')
  if (!ended) {
    if (low >= least && most === Infinity) return tell('pass')
    return low >= least ? tell('pending', keptSoFar) : tell('pending')
  }
  if (high < least) return tell('fail')
  return low >= least && high <= most ? tell('pass') : tell('notEvaluated', lackingReason, unknown)
}

/** `once`, `twice`, `3 times`. */
export function wordTimes(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
}
