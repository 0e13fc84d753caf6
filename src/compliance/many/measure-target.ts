import { expressionOf } from '../../expr/expression.ts'
import type { EffectiveFlow } from '../../flow/effective-flow.ts'
import type { TargetSpec } from '../../model/rules/target.ts'
import { bindInteraction } from '../bind-interaction.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { isBefore, isTied } from '../order-events.ts'
import type { RuleContext } from '../rule-kind.ts'
import { MICRO } from './fraction.ts'

/** What one interaction brings to a target: a whole number (milliseconds, millionths, 1 or 0), or why it brings none. */
export type Measured = number | 'notApplicable' | 'pending' | 'notEvaluated' | 'unanswered'

/** Prepares the measure of a target for the interactions of a flow. */
export function prepareMeasure(spec: TargetSpec, flow: EffectiveFlow): (context: RuleContext) => Measured {
  const { of } = spec
  switch (of.kind) {
    case 'cel': {
      const expression = expressionOf(of.cel, spec.figure === 'share' ? 'interaction' : 'value')
      return (context) => {
        if (!context.ended) return 'pending'
        const { names, longestList, absentSteps } = bindInteraction(context)
        const result =
          spec.figure === 'share' ? expression.evaluate(names, longestList) : expression.compute(names, longestList)
        if ('missing' in result) {
          return result.step !== undefined && absentSteps.has(result.step) ? 'notApplicable' : 'notEvaluated'
        }
        if ('error' in result) return 'notEvaluated'
        if (typeof result.value === 'boolean') return result.value ? 1 : 0
        const micros = Math.round(Number(result.value) * MICRO)
        return typeof result.value === 'number' && Number.isSafeInteger(micros) ? micros : 'notEvaluated'
      }
    }
    case 'handling':
      return (context) => {
        if (!context.ended) return 'pending'
        const times = context.matcher.interaction.events.flatMap(({ time }) => time ?? [])
        if (times.length === 0) return 'notEvaluated'
        return inTime(times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b)), spec)
      }
    case 'time': {
      const [findAfter, findTo] = [occurrencesOf(of.after, flow), occurrencesOf(of.to, flow)]
      return (context) => {
        const [start] = findAfter(context)
        if (start === undefined) return context.ended ? 'notApplicable' : 'pending'
        const { events } = context.matcher.interaction
        const ends = findTo(context)
        if (context.ties === 'any' && ends.some((match) => isTied(start.at, match.at, context))) return 'notEvaluated'
        const end = ends.find((match) => match.at === start.at || isBefore(start.at, match.at, context))
        const began = events[start.at]?.time
        if (end === undefined) {
          if (spec.within === undefined) return context.ended ? 'unanswered' : 'pending'
          const isLate = began !== undefined && context.asOf !== undefined && began + spec.within < context.asOf
          return context.ended || isLate ? 0 : 'pending'
        }
        const ended = events[end.at]?.time
        if (began === undefined || ended === undefined || ended < began) return 'notEvaluated'
        return inTime(ended - began, spec)
      }
    }
  }
}

/** Whole milliseconds, or whether they are within what a share asks. */
function inTime(ms: number, { figure, within }: TargetSpec): number {
  if (figure === 'share') return ms <= (within ?? Infinity) ? 1 : 0
  return Math.round(ms)
}
