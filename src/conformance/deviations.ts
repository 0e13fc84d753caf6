import type { LabelIndex } from '../flow/effective-flow.ts'
import type { Deviation, Move } from './alignment.ts'

/**
 * What the moves of an optimal alignment say in words (semantics §11), in the order of the moves. Log and model moves of
 * the same step are paired, nearest first: such a pair is one step out of order. An unused offer of a step pairs like a
 * log move, once for each of its labels. What remains is repeated, unforeseen or skipped. Each log move, and each model
 * move that costs something, is in exactly one deviation.
 */
export function findDeviations(moves: readonly Move[]): Deviation[] {
  // Distance is counted over the moves that take part: events set aside stand between no two steps.
  const ranks: number[] = []
  let rank = 0
  for (const move of moves) ranks.push(move.type === 'ambient' || move.type === 'offer' ? rank - 0.5 : rank++)

  const showing = new Map<LabelIndex, number[]>()
  moves.forEach((move, at) => {
    if (move.type !== 'log' && move.type !== 'offer') return
    for (const label of move.labels) showing.set(label, [...(showing.get(label) ?? []), at])
  })
  const pairs: Pair[] = []
  moves.forEach((model, modelAt) => {
    if (model.type !== 'model' || model.satisfiedBy !== undefined) return
    for (const otherAt of showing.get(model.label) ?? []) {
      const distance = Math.abs((ranks[modelAt] ?? 0) - (ranks[otherAt] ?? 0))
      pairs.push({ modelAt, otherAt, label: model.label, distance, offer: moves[otherAt]?.type === 'offer' })
    }
  })
  pairs.sort((a, b) => a.distance - b.distance || a.otherAt - b.otherAt || a.modelAt - b.modelAt)

  const deviations: (Deviation & { readonly at: number })[] = []
  const taken = new Set<number>()
  const offered = new Set<string>()
  for (const { modelAt, otherAt, label, offer } of pairs) {
    if (taken.has(modelAt) || taken.has(otherAt) || offered.has(`${otherAt}:${label}`)) continue
    taken.add(modelAt)
    if (offer) offered.add(`${otherAt}:${label}`)
    else taken.add(otherAt)
    const early = otherAt < modelAt
    const pair = early ? [otherAt, modelAt] : [modelAt, otherAt]
    const at = Math.min(modelAt, otherAt)
    deviations.push({ at, kind: 'outOfOrder', label, direction: early ? 'early' : 'late', moves: pair })
  }

  const done = new Set<LabelIndex>()
  for (const move of moves) if (move.type === 'sync') done.add(move.label)
  const unknown = new Set<number>()
  moves.forEach((move, at) => {
    if (move.type === 'log' && move.labels.length === 0) unknown.add(ranks[at] ?? 0)
  })
  moves.forEach((move, at) => {
    if (taken.has(at)) return
    if (move.type === 'log') {
      const again = move.labels.find((label) => done.has(label))
      const label = again ?? move.labels[0]
      const kind = again === undefined ? 'unforeseen' : 'repeated'
      deviations.push({ at, kind, ...(label === undefined ? {} : { label }), moves: [at] })
    } else if (move.type === 'model' && move.satisfiedBy === undefined) {
      const here = ranks[at] ?? 0
      const replaced = unknown.has(here - 1) || unknown.has(here + 1) ? { replaced: true } : {}
      deviations.push({ at, kind: 'skipped', label: move.label, ...replaced, moves: [at] })
    }
  })
  return deviations.sort((a, b) => a.at - b.at).map(({ at: _, ...deviation }) => deviation)
}

interface Pair {
  readonly modelAt: number
  readonly otherAt: number
  readonly label: LabelIndex
  readonly distance: number
  readonly offer: boolean
}
