import type { LabelIndex } from '../flow/effective-flow.ts'
import type { Deviation, Move } from './alignment.ts'

/**
 * Where a deviation stands in the flow: behind which step of the run (`after`, undefined at its beginning). Of a step out
 * of order `after` is where it was done, `instead` behind which step it belongs. Of a replaced step `by` is the position
 * in the interaction's events of the act that stands for it.
 */
export interface DeviationSite {
  readonly after: LabelIndex | undefined
  readonly instead?: LabelIndex | undefined
  readonly by?: number
}

/** Tells where each of the deviations of an alignment stands (`findDeviations` of the same moves). */
export function placeDeviations(moves: readonly Move[], deviations: readonly Deviation[]): DeviationSite[] {
  if (deviations.length === 0) return []
  const behind = runBehind(moves)
  return deviations.map(({ kind, direction, replaced, moves: [first = 0, second = first] }) => {
    const late = direction === 'late'
    const after = behind[late ? second : first]
    if (kind === 'outOfOrder') return { after, instead: behind[late ? first : second] }
    const by = replaced ? replacementOf(moves, first) : undefined
    return by === undefined ? { after } : { after, by }
  })
}

/** For each move the last step of the run before it: synchronous or of the model. */
function runBehind(moves: readonly Move[]): (LabelIndex | undefined)[] {
  let last: LabelIndex | undefined
  return moves.map((move) => {
    const before = last
    if (move.type === 'sync' || move.type === 'model') last = move.label
    return before
  })
}

/** The unknown act beside a skipped step: the one behind it, else the one before. Events set aside stand between nothing. */
function replacementOf(moves: readonly Move[], at: number): number | undefined {
  for (const step of [1, -1]) {
    let next = at + step
    while (moves[next]?.type === 'ambient' || moves[next]?.type === 'offer') next += step
    const move = moves[next]
    if (move?.type === 'log' && move.labels.length === 0) return move.event
  }
  return undefined
}
