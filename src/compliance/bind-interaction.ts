import { toCelMap } from '../expr/to-cel-map.ts'
import { bindEvent } from '../match/bind-event.ts'
import type { Matcher } from '../match/matcher.ts'
import type { RuleContext } from './rule-kind.ts'

/** What `check` and `applies` see, with the length of the longest list in it. */
export interface InteractionBindings {
  readonly names: ReadonlyMap<string, unknown>
  /** Steps that no event shows: their entry is null. */
  readonly absentSteps: ReadonlySet<string>
  readonly longestList: number
}

const bound = new WeakMap<Matcher, { context: RuleContext; bindings: InteractionBindings }>()

/**
 * `interaction` (attributes, axes, unit levels, `id`, `contact`), `events` (as in `where`, and `index` from 1),
 * `steps["id"]` (the first event that shows the step, or null) and `asOf`. Made once an interaction.
 */
export function bindInteraction(context: RuleContext): InteractionBindings {
  const known = bound.get(context.matcher)
  if (known && known.context.flow === context.flow && known.context.asOf === context.asOf) return known.bindings
  const { interaction, map } = context.matcher
  const { catalog } = map
  const events = interaction.events.map((event) => bindEvent(event, catalog).set('index', BigInt(event.index)))
  const steps = new Map<string, unknown>()
  const absentSteps = new Set<string>()
  for (const [id, { step }] of context.flow.steps) {
    const first = context.matcher.matches(step.proof)[0]
    steps.set(id, first === undefined ? null : events[first.at])
    if (first === undefined) absentSteps.add(id)
  }
  const whole = toCelMap(interaction.attributes, catalog.attributes)
  const { id, contact } = interaction
  for (const [name, value] of toCelMap({ ...interaction.unit, ...interaction.axes, id, contact }))
    whole.set(name, value)
  const names = new Map<string, unknown>([
    ['interaction', whole],
    ['events', events],
    ['steps', steps],
  ])
  if (context.asOf !== undefined) names.set('asOf', BigInt(Math.round(context.asOf)))
  const bindings = { names, absentSteps, longestList: events.length }
  bound.set(context.matcher, { context, bindings })
  return bindings
}
