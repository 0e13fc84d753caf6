import type { Deviation } from '../conformance/alignment.ts'
import type { LogEvent } from '../log/event.ts'
import type { FingerprintItem } from './fingerprint.ts'
import { ADHERENCE } from './verdict.ts'
import type { ScoredInteraction } from './result.ts'

/** The events of a departure; where there is none (a step skipped), the last event before its place in the flow. */
export function eventsOf(
  result: Pick<ScoredInteraction, 'alignment' | 'interaction'>,
  deviation: Deviation,
): { readonly shown: readonly LogEvent[]; readonly after?: LogEvent } {
  if (!result.alignment.optimal) return { shown: [] }
  const { moves } = result.alignment
  const { events } = result.interaction
  const eventAt = (position: number): LogEvent | undefined => {
    const move = moves[position]
    return move && 'event' in move ? events[move.event] : undefined
  }
  const shown = deviation.moves.flatMap((position) => eventAt(position) ?? [])
  for (let position = (deviation.moves[0] ?? 0) - 1; shown.length === 0 && position >= 0; position--) {
    const after = eventAt(position)
    if (after) return { shown, after }
  }
  return { shown }
}

/** A departure from the flow as something to take a fingerprint of. */
export function deviationItem(result: ScoredInteraction, deviation: Deviation): FingerprintItem {
  const label = deviation.label === undefined ? undefined : result.flow.labels[deviation.label]
  const { shown, after } = eventsOf(result, deviation)
  const events = shown.length > 0 ? shown : after === undefined ? [] : [after]
  const place = label?.place ?? result.cell.row.place
  return {
    rule: { id: `${ADHERENCE}/${deviation.kind}/${label?.id ?? ''}`, place },
    outcome: 'fail',
    evidence: events.map((event) => ({ event })),
  }
}
