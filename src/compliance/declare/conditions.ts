import { expressionOf } from '../../expr/expression.ts'
import { toCelMap } from '../../expr/to-cel-map.ts'
import type { LogEvent } from '../../log/event.ts'
import { bindEvent } from '../../match/bind-event.ts'
import type { DeclareConditions } from '../../model/rules/declare.ts'
import type { RuleContext } from '../rule-kind.ts'

/** The conditions of a rule held against events; undefined: the log lacks what they ask for. */
export interface HeldConditions {
  activates(event: number): boolean | undefined
  fits(activation: number, target: number): boolean | undefined
  /** Whether the longest time allowed after the activation has run out by the as-of time. */
  isOver(activation: number): boolean
}

/** No condition at all: every event counts, every pair fits. */
export const UNCONDITIONAL: HeldConditions = { activates: () => true, fits: () => true, isOver: () => false }

/** Whether a rule has conditions on data or time. */
export function hasConditions(conditions: DeclareConditions): boolean {
  return conditions.activation !== undefined || hasPairConditions(conditions)
}

/** Whether a rule asks something of activation and target together, or of the target. */
export function hasPairConditions({ target, correlation, time }: DeclareConditions): boolean {
  return target !== undefined || correlation !== undefined || time !== undefined
}

/**
 * Activation, target, correlation and time conditions, as in multi-perspective Declare (Burattin, Maggi, Sperduti,
 * Conformance checking based on multi-perspective declarative process models, 2016). Each event is bound once.
 */
export function holdConditions(conditions: DeclareConditions, context: RuleContext): HeldConditions {
  const { activation, target, correlation, time } = conditions
  if (!hasConditions(conditions)) return UNCONDITIONAL
  const { interaction, map } = context.matcher
  const { events } = interaction
  const bound = new Map<number, Map<string, unknown>>()
  const bind = (at: number): Map<string, unknown> => {
    let bindings = bound.get(at)
    if (bindings === undefined) {
      bindings = bindEvent(events[at] as LogEvent, map.catalog)
      bound.set(at, bindings)
    }
    return bindings
  }
  let whole: ReadonlyMap<string, unknown> | undefined
  const least = time?.atLeast
  const most = time?.atMost
  return {
    activates(event) {
      return activation === undefined ? true : truthOf(expressionOf(activation, 'where').evaluate(bind(event)))
    },
    fits(at, by) {
      const parts: (boolean | undefined)[] = []
      if (target !== undefined) parts.push(truthOf(expressionOf(target, 'where').evaluate(bind(by))))
      if (correlation !== undefined && !parts.includes(false)) {
        whole ??= toCelMap({ ...interaction.axes, ...interaction.attributes }, map.catalog.attributes)
        const names = new Map<string, unknown>([
          ['activation', bind(at)],
          ['target', bind(by)],
          ['interaction', whole],
        ])
        parts.push(truthOf(expressionOf(correlation, 'pair').evaluate(names)))
      }
      if (least !== undefined || most !== undefined) {
        const [from, to] = [events[at]?.time, events[by]?.time]
        const apart = from === undefined || to === undefined ? undefined : Math.abs(to - from)
        parts.push(apart === undefined ? undefined : apart >= (least ?? 0) && apart <= (most ?? Infinity))
      }
      if (parts.includes(false)) return false
      return parts.includes(undefined) ? undefined : true
    },
    isOver(at) {
      const from = events[at]?.time
      return most !== undefined && from !== undefined && context.asOf !== undefined && from + most < context.asOf
    },
  }
}

function truthOf(result: { readonly value: boolean } | object): boolean | undefined {
  return 'value' in result ? result.value : undefined
}
