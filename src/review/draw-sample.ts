import { compareText } from '../diagnostic/sort.ts'

/** A contact that may be drawn, with the fields that groups and strata are made of. */
export interface Candidate {
  readonly id: string
  /** The group of `--per`, such as the agent; undefined: in no group, drawn only by size. */
  readonly group: string | undefined
  readonly stratum: string
}

/** How many are drawn. */
export interface SamplePlan {
  /** So many of each group; of a smaller group all. */
  readonly per?: number
  /** At least so many in all. */
  readonly size?: number
  readonly seed: string
  /** A hash of a text, hex, the same everywhere. */
  readonly digest: (text: string) => string
}

/**
 * How many of `population` must be looked at for a share to be known within ± `precision` at 95 %, whatever it is
 * (Cochran, *Sampling Techniques*, 1977, §4.4: n0 = z²·p(1 − p)/e² with p = ½, and the correction for a finite population).
 */
export function sampleSizeFor(precision: number, population: number): number {
  if (population <= 1) return population
  const n0 = (1.959964 ** 2 * 0.25) / precision ** 2
  return Math.min(population, Math.ceil(n0 / (1 + (n0 - 1) / population)))
}

/**
 * Draws contacts. Each has a rank made of seed and id alone, so neither the order of the log nor other contacts matter.
 * Within a group, and then over all, the strata get shares in proportion to their size (largest remainder, ties by
 * name). Returns ids in order of code units.
 */
export function drawSample(candidates: readonly Candidate[], plan: SamplePlan): readonly string[] {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, rank: plan.digest(JSON.stringify([plan.seed, candidate.id])) }))
    .sort((a, b) => compareText(a.rank, b.rank) || compareText(a.id, b.id))
  const drawn = new Set<string>()
  if (plan.per !== undefined) {
    for (const group of groupBy(ranked, ({ group }) => group).values()) {
      for (const id of drawFrom(group, plan.per, drawn)) drawn.add(id)
    }
  }
  if (plan.size !== undefined && drawn.size < plan.size) {
    for (const id of drawFrom(ranked, plan.size, drawn)) drawn.add(id)
  }
  return [...drawn].sort(compareText)
}

type Ranked = Candidate & { readonly rank: string }

/** Ids of `count` of the candidates, those in `drawn` among them, spread over the strata. */
function drawFrom(candidates: readonly Ranked[], count: number, drawn: ReadonlySet<string>): string[] {
  const strata = [...groupBy(candidates, ({ stratum }) => stratum)].sort(([a], [b]) => compareText(a, b))
  const shares = allocate(
    strata.map(([, members]) => members.length),
    Math.min(count, candidates.length),
  )
  const before = candidates.filter(({ id }) => drawn.has(id)).length
  const wanted = strata.flatMap(([, members], at) => {
    const already = members.filter(({ id }) => drawn.has(id)).length
    return members.filter(({ id }) => !drawn.has(id)).slice(0, Math.max(0, (shares[at] ?? 0) - already))
  })
  // Strata that had more than their share already leave fewer for the others.
  const room = Math.max(0, Math.min(count, candidates.length) - before)
  return wanted
    .sort((a, b) => compareText(a.rank, b.rank) || compareText(a.id, b.id))
    .slice(0, room)
    .map(({ id }) => id)
}

/** `total` in whole parts in proportion to `sizes`, none above its size (Hamilton's method; ties to the earlier). */
export function allocate(sizes: readonly number[], total: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all === 0) return sizes.map(() => 0)
  const exact = sizes.map((size) => (size * total) / all)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  let left = total - parts.reduce((sum, part) => sum + part, 0)
  for (const { at } of order) {
    if (left === 0) break
    if ((parts[at] ?? 0) >= (sizes[at] ?? 0)) continue
    parts[at] = (parts[at] ?? 0) + 1
    left--
  }
  return parts
}

function groupBy<K>(candidates: readonly Ranked[], key: (candidate: Ranked) => K | undefined): Map<K, Ranked[]> {
  const groups = new Map<K, Ranked[]>()
  for (const candidate of candidates) {
    const name = key(candidate)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [candidate])
    else group.push(candidate)
  }
  return groups
}
