import type { Interaction, LogEvent } from '../log/event.ts'

/** More orders than this are not tried: the alignment is not evaluated then (semantics §11). */
export const MOST_ORDERS = 720

/**
 * All orders in which the events of an interaction may have happened when those of equal time are a set (mapping
 * `ties: any`), the order of the log first: each is the interaction so ordered and, for each of its events, the
 * position in the log's order. Undefined when there are more than `MOST_ORDERS`.
 */
export function tiedOrders(
  interaction: Interaction,
): readonly { readonly interaction: Interaction; readonly positions: readonly number[] }[] | undefined {
  let orders: number[][] = [[]]
  for (const group of groupByTime(interaction.events)) {
    const ways = permutations(group, Math.floor(MOST_ORDERS / orders.length))
    if (ways === undefined) return undefined
    orders = orders.flatMap((order) => ways.map((way) => [...order, ...way]))
  }
  return orders.map((positions) => ({
    interaction: { ...interaction, events: positions.flatMap((position) => interaction.events[position] ?? []) },
    positions,
  }))
}

/** Positions of neighbours that have one time, in order; an event without a time stands alone. */
function groupByTime(events: readonly LogEvent[]): number[][] {
  const groups: number[][] = []
  for (const [position, { time }] of events.entries()) {
    const last = groups.at(-1)
    const before = events[position - 1]?.time
    if (last && time !== undefined && time === before) last.push(position)
    else groups.push([position])
  }
  return groups
}

/** In lexicographic order; undefined when there are more than `most`. */
function permutations(items: readonly number[], most: number): number[][] | undefined {
  let count = 1
  for (let factor = 2; factor <= items.length; factor++) {
    count *= factor
    if (count > most) return undefined
  }
  if (items.length <= 1) return [[...items]]
  return items.flatMap((first) =>
    (
      permutations(
        items.filter((item) => item !== first),
        most,
      ) ?? []
    ).map((rest) => [first, ...rest]),
  )
}
