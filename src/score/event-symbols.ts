import { labelTrace } from '../conformance/label-trace.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Interaction, LogEvent } from '../log/event.ts'
import { createMatcher } from '../match/create-matcher.ts'
import type { Proof } from '../model/flow.ts'
import type { ProcessMap } from '../model/map.ts'

/**
 * What an event is to a flow. Events of one key are the same to it, but for the names of those that it does not know, and
 * of ambient ones; these and talk that holds nothing take no part in how it is followed.
 */
export interface EventSymbol {
  readonly key: string
  readonly kind: 'known' | 'unknown' | 'ambient' | 'talk'
}

/** Tells what events are to a flow; undefined where it depends on other events what one is. */
export function createEventSymbols(
  flow: EffectiveFlow,
  map: ProcessMap,
): ((event: LogEvent) => EventSymbol) | undefined {
  const isLocal = flow.labels.every((label) =>
    label.kind === 'step' ? isOfOne(label.step.proof) && label.step.satisfiedBy === undefined : isOfOne(label.proof),
  )
  if (!isLocal) return undefined
  return (event) => {
    const alone: Interaction = { id: '', axes: {}, ambiguous: [], unit: {}, attributes: {}, events: [event] }
    const { key, symbols, ambient } = labelTrace(flow, createMatcher(alone, map))
    const [symbol] = symbols
    if (symbol === undefined) return { key, kind: ambient.length > 0 ? 'ambient' : 'talk' }
    return { key, kind: symbol.labels.length > 0 ? 'known' : 'unknown' }
  }
}

function isOfOne(proof: Proof): boolean {
  return proof.kind === 'any' ? proof.proofs.every(isOfOne) : proof.inARow === undefined
}
