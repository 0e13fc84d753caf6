import type { LogEvent } from '../log/event.ts'
import type { ScoredInteraction, ScoredRule } from './result.ts'
import { sha256 } from './sha-256.ts'

/** What a fingerprint is taken of: an outcome of a rule, or a departure from the flow. */
export interface FingerprintItem {
  readonly rule: Pick<ScoredRule['rule'], 'id' | 'place'>
  readonly outcome: ScoredRule['outcome']
  readonly evidence: ScoredRule['evidence']
}

/**
 * What an outcome rests on, as a short text: the same when the same contact is judged again by the same rule of the same
 * map over the same events, however much later and wherever the files lie. What the map accepts has no part in it, so
 * that an acceptance may name the fingerprint it is for. `digest` is SHA-256 of a text, hex; a quicker one may be given.
 */
export function fingerprintOf(
  result: Pick<ScoredInteraction, 'map' | 'interaction'>,
  { rule, outcome, evidence }: FingerprintItem,
  digest: (text: string) => string = sha256,
): string {
  const { map, interaction } = result
  const shown = evidence.map(({ event, span }) => [whole(event), span === undefined ? null : [span.from, span.to]])
  const { file, range } = rule.place
  const basis = [
    map.id,
    map.version,
    map.basis ?? map.hash,
    rule.id,
    file,
    range.start.line,
    interaction.id,
    outcome,
    shown,
  ]
  return `e-${digest(JSON.stringify(basis)).slice(0, 20)}`
}

function whole({ index, event, time, id, role, actor, text, attributes }: LogEvent): unknown[] {
  const names = Object.keys(attributes).sort()
  return [
    index,
    event,
    time ?? null,
    id ?? null,
    role ?? null,
    actor ?? null,
    text ?? null,
    names.map((name) => [name, attributes[name]]),
  ]
}
