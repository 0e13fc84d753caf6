import type { Match } from '../../match/matcher.ts'
import { combineOutcomes } from '../combine-outcomes.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { judgeRings } from '../judge-rings.ts'
import { judgePair } from '../judge-pair.ts'
import { findDeadline } from '../measure-limit.ts'
import { agreeOnTie, isBefore, isTied } from '../order-events.ts'
import type { Judgement, RuleKind } from '../rule-kind.ts'

/**
 * `to` follows `after` within a limit (semantics §13). Each occurrence of `after` (or the first, or the last) is held
 * against the next `to` at or after it; several may share one. Limits are inclusive. Without `to`: failed once the
 * deadline lies before `--as-of` or the interaction has ended, unless an `unless` event came in time; else pending.
 */
export const within: RuleKind<'within'> = {
  id: 'within',
  hasDeadline: true,
  prepare(rule, flow) {
    const { spec } = rule
    const [findAfter, findTo] = [occurrencesOf(spec.after, flow), occurrencesOf(spec.to, flow)]
    return (context) => {
      const starts = choose(findAfter(context), spec.pair)
      if (starts.length === 0) return judgeAbsence(spec.after, context)
      const ends = findTo(context)
      return combineOutcomes(
        starts.map((start) => {
          const judge = (end: Match | undefined): Judgement => {
            if (spec.limit.kind === 'rings') return judgeRings(rule, spec.limit.count, start, end, context)
            const until = end?.at ?? context.matcher.interaction.events.length
            return judgePair(rule, findDeadline(spec.limit, start, until, context), start, end, context)
          }
          const next = ends.find((match) => match.at === start.at || isBefore(start.at, match.at, context))
          const tied = ends.find((match) => isTied(start.at, match.at, context))
          if (tied === undefined || next?.at === start.at) return judge(next)
          return agreeOnTie([judge(tied), judge(next)], [start.at, tied.at])
        }),
      )
    }
  },
}

function choose(starts: readonly Match[], pair: 'each' | 'first' | 'last'): readonly Match[] {
  if (pair === 'first') return starts.slice(0, 1)
  return pair === 'last' ? starts.slice(-1) : starts
}
