import type { EffectiveFlow } from '../../flow/effective-flow.ts'
import { isAmbient } from '../../flow/is-ambient.ts'
import type { Matcher } from '../../match/matcher.ts'
import type { RuleContext } from '../rule-kind.ts'

const known = new WeakMap<Matcher, { readonly flow: EffectiveFlow; readonly shown: Uint8Array }>()

/**
 * The events that stand next to each other for rules that ask what comes right before or after, first or last: as for the
 * alignment (semantics §11), without ambient events, without talk that shows nothing of the flow, and without events that
 * only settle a step. Events of `besides`, which the rule itself speaks of, always take part.
 */
export function listTakingPart(context: RuleContext, ...besides: readonly (readonly number[])[]): number[] {
  const shown = besides.length === 0 ? showsFlow(context) : Uint8Array.from(showsFlow(context))
  for (const places of besides) for (const at of places) shown[at] = 1
  const list: number[] = []
  for (let at = 0; at < shown.length; at++) if (shown[at] === 1) list.push(at)
  return list
}

function showsFlow({ matcher, flow }: RuleContext): Uint8Array {
  const earlier = known.get(matcher)
  if (earlier?.flow === flow) return earlier.shown
  const { events } = matcher.interaction
  const shown = new Uint8Array(events.length)
  for (const label of flow.labels) {
    const proof = label.kind === 'step' ? label.step.proof : label.proof
    for (const { at } of matcher.matches(proof)) shown[at] = 1
  }
  const settling = new Set<number>()
  for (const label of flow.labels) {
    if (label.kind !== 'step' || label.step.satisfiedBy === undefined) continue
    for (const { at } of matcher.matches(label.step.satisfiedBy)) settling.add(at)
  }
  events.forEach((event, at) => {
    if (!event.speech && !settling.has(at) && !isAmbient(flow, event.event)) shown[at] = 1
  })
  known.set(matcher, { flow, shown })
  return shown
}
