import type { LogEvent } from '../../log/event.ts'

/** More orders than this are not tried: a rule that needs them is not evaluated. */
export const MOST_READINGS = 1_000

/**
 * The orders in which a sequence of events may be read. Events of one time that stand together may have come in any
 * order (`ties: any`, semantics §11); `same` tells events that may be taken for one another, so that orders which differ
 * in these alone are one. The order of the file comes first. Undefined where there are more than `MOST_READINGS`.
 */
export function listReadings(
  sequence: readonly number[],
  events: readonly LogEvent[],
  same: (event: number) => boolean,
): readonly (readonly number[])[] | undefined {
  let readings: (readonly number[])[] = [[]]
  for (let from = 0, to = 1; from < sequence.length; from = to++) {
    while (to < sequence.length && areTied(sequence[from] ?? 0, sequence[to] ?? 0, events)) to++
    const group = sequence.slice(from, to)
    const orders = to - from === 1 ? [group] : permute(group, same, MOST_READINGS)
    if (orders === undefined || readings.length * orders.length > MOST_READINGS) return undefined
    readings = readings.flatMap((reading) => orders.map((order) => [...reading, ...order]))
  }
  return readings
}

/** Whether all from one event to the other stand at one time. */
export function areTied(first: number, last: number, events: readonly LogEvent[]): boolean {
  const time = events[first]?.time
  if (time === undefined) return false
  for (let at = first + 1; at <= last; at++) if (events[at]?.time !== time) return false
  return true
}

function permute(group: readonly number[], same: (event: number) => boolean, most: number): number[][] | undefined {
  let orders: number[][] = [[]]
  for (let size = 0; size < group.length; size++) {
    const longer: number[][] = []
    for (const order of orders) {
      let hasSame = false
      for (const event of group) {
        if (order.includes(event)) continue
        if (same(event)) {
          if (hasSame) continue
          hasSame = true
        }
        longer.push([...order, event])
        if (longer.length > most) return undefined
      }
    }
    orders = longer
  }
  return orders
}
