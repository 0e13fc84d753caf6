import { expressionOf } from '../../expr/expression.ts'
import type { Match } from '../../match/matcher.ts'
import { BARE_SIGHT, type Sight, uniteSights } from '../../match/sight.ts'
import type { Duration } from '../../model/map.ts'
import type { WithinSpec } from '../../model/rules/within.ts'
import { bindInteraction } from '../bind-interaction.ts'
import { startsOf } from '../choose-starts.ts'
import { combineOutcomes } from '../combine-outcomes.ts'
import { occurrencesOf, sightOfTargets } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { judgePair } from '../judge-pair.ts'
import { judgeRings } from '../judge-rings.ts'
import { clockOf, findDeadline } from '../measure-limit.ts'
import { agreeOnTie, isBefore, isTied } from '../order-events.ts'
import type { Judgement, RuleContext, RuleKind } from '../rule-kind.ts'
import { withinOverMany } from '../within-over-many.ts'

/**
 * `to` follows `after` within a limit (semantics §13). Each occurrence of `after` (or the first, or the last) is held
 * against the next `to` at or after it; several may share one. Limits are inclusive. Without `to`: failed once the
 * deadline lies before `--as-of` or the interaction has ended, unless an `unless` event came in time; else pending.
 * The mean and percentiles are asked of many interactions together.
 */
export const within: RuleKind<'within'> = {
  id: 'within',
  hasDeadline: true,
  sees({ spec }, flow) {
    const { limit, limits, after, to } = spec
    if (limits !== undefined) return undefined
    // All but rings takes times, and says so of its judgements.
    const rings: Sight =
      limit?.kind === 'rings' ? { ...BARE_SIGHT, values: new Set(['rings']), events: new Set(['ring']) } : BARE_SIGHT
    return uniteSights([rings, sightOfTargets([after, to], flow)])
  },
  overMany: withinOverMany,
  prepare(rule, flow, map) {
    const { spec } = rule
    const [findAfter, findTo] = [occurrencesOf(spec.after, flow), occurrencesOf(spec.to, flow)]
    const clock = clockOf(spec.calendar, map)
    const choose = prepareChoice(spec)
    return (context) => {
      const starts = startsOf(findAfter(context), spec.pair)
      if (starts.length === 0) return judgeAbsence(spec.after, context)
      const limit = choose(context)
      if ('outcome' in limit) return limit
      const ends = findTo(context)
      const judge = (start: Match, end: Match | undefined): Judgement => {
        if (limit.kind === 'rings') return judgeRings(spec, limit.count, start, end, context)
        const until = end?.at ?? context.matcher.interaction.events.length
        return judgePair(spec, findDeadline(limit, start, until, context, clock), start, end, context)
      }
      return combineOutcomes(
        starts.map((start) => {
          const next = ends.find((match) => match.at === start.at || isBefore(start.at, match.at, context))
          const tied = context.ties === 'any' ? ends.find((match) => isTied(start.at, match.at, context)) : undefined
          if (tied === undefined || next?.at === start.at) return judge(start, next)
          return agreeOnTie([judge(start, tied), judge(start, next)], [start.at, tied.at])
        }),
      )
    }
  },
}

/** The limit that holds for an interaction, or the judgement where none does or it is not known which. */
function prepareChoice({
  limit,
  limits,
  mean,
  percentiles,
}: WithinSpec): (context: RuleContext) => Duration | Judgement {
  const cases = limits?.map((each) => ({ ...each, expression: expressionOf(each.when, 'interaction') })) ?? []
  const otherwise = limit ?? (mean === undefined && percentiles === undefined ? NO_LIMIT : ASKED_OF_MANY)
  if (cases.length === 0) return () => otherwise
  return (context) => {
    const { names, longestList } = bindInteraction(context)
    for (const each of cases) {
      const result = each.expression.evaluate(names, longestList)
      if ('value' in result) {
        if (result.value) return each.limit
        continue
      }
      return 'missing' in result ? unknownCase(result.missing) : failedCase(result.error)
    }
    return otherwise
  }
}

const NO_LIMIT: Judgement = {
  outcome: 'notApplicable',
  reason: () => ({ zh: '没有适用的时限', en: 'no limit is set for this case' }),
  evidence: [],
}

/** A rule that asks nothing of one interaction. */
const ASKED_OF_MANY: Judgement = {
  outcome: 'notApplicable',
  reason: () => ({ zh: '只对多次联系合计要求', en: 'asked of many contacts together, not of each' }),
  evidence: [],
  askedOfMany: true,
  alone: true,
}

function unknownCase(missing: string): Judgement {
  return {
    outcome: 'notEvaluated',
    reason: () => ({
      zh: `不知适用哪个时限：记录中没有 \`${missing}\``,
      en: `which limit holds is unknown: the log does not give \`${missing}\``,
    }),
    evidence: [],
  }
}

function failedCase(error: { readonly zh: string; readonly en: string }): Judgement {
  return {
    outcome: 'notEvaluated',
    reason: () => ({
      zh: `时限的条件无法计算：${error.zh}`,
      en: `the condition of a limit cannot be computed: ${error.en}`,
    }),
    evidence: [],
  }
}
