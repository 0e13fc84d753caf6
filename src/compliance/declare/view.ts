/**
 * One reading of an interaction by a Declare template: where its activations and its targets stand, in order, and which
 * targets answer which activation. Places are 0-based positions in the order that is read; they ascend.
 */
export interface View {
  readonly activations: readonly number[]
  readonly targets: readonly number[]
  /** Whether the target answers the activation: conditions on the target, on both, and on the time between. */
  fits(activation: number, target: number): boolean
  /** Whether no target that is still to come can answer: its time is over. */
  isOver(activation: number): boolean
  /** The place next to this one, of what takes part; undefined at the end. */
  next(place: number): number | undefined
  previous(place: number): number | undefined
}

/** The first target in `from`–`to`, both inclusive, that answers the activation. */
export function findAnswer(view: View, activation: number, from: number, to: number): number | undefined {
  const { targets } = view
  for (let i = indexFrom(targets, from); i < targets.length; i++) {
    const target = targets[i] ?? 0
    if (target > to) return undefined
    if (view.fits(activation, target)) return target
  }
  return undefined
}

/** The last such target. */
export function findLastAnswer(view: View, activation: number, from: number, to: number): number | undefined {
  const { targets } = view
  for (let i = indexFrom(targets, to + 1) - 1; i >= 0; i--) {
    const target = targets[i] ?? 0
    if (target < from) return undefined
    if (view.fits(activation, target)) return target
  }
  return undefined
}

/** The index of the first place that is at least `from`; the length where there is none. */
export function indexFrom(places: readonly number[], from: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
