import { compareText } from '../diagnostic/sort.ts'
import type { VariantLog } from '../log/variants.ts'
import type { Move } from './alignment.ts'
import { findDeviations } from './deviations.ts'
import { type DurationEffect, effectOnDuration, sortDurations } from './duration-effect.ts'
import { placeDeviations } from './place-deviations.ts'

/** What kinds of deviations are told apart; `replaced` is a skipped step beside an event that the model lacks. */
export type GroupKind = 'skipped' | 'unforeseen' | 'outOfOrder' | 'repeated' | 'replaced'

/**
 * Where in the flow: behind which step of the run (`after`, null at its beginning). Of a step out of order `after` is
 * where it was done, `instead` behind which step it belongs. Of a replaced step `by` is the event that stands for it.
 */
export interface DeviationPlace {
  readonly after: string | null
  readonly instead?: string | null
  readonly by?: string
  readonly occurrences: number
  readonly cases: number
}

/** One kind of deviation of one activity, over the whole log. */
export interface DeviationGroup {
  readonly kind: GroupKind
  readonly direction?: 'early' | 'late'
  readonly activity: string
  readonly occurrences: number
  readonly cases: number
  /** Variants that have it, by their places in `perVariant`, 1-based. */
  readonly variants: readonly number[]
  /** Most frequent first. */
  readonly places: readonly DeviationPlace[]
  /** Milliseconds from first to last event of its cases and of the others, as far as times are known. */
  readonly duration: DurationEffect | null
}

interface Group {
  kind: GroupKind
  direction?: 'early' | 'late'
  activity: string
  occurrences: number
  cases: number
  readonly ranks: number[]
  readonly members: Set<number>
  readonly places: Map<string, { -readonly [K in keyof DeviationPlace]: DeviationPlace[K] } & { last: number }>
}

/** A variant whose alignment is known. */
interface Explained {
  readonly variant: number
  /** Its place among the variants as they are reported, 0-based. */
  readonly rank: number
  readonly activities: readonly string[]
  readonly moves: readonly Move[]
}

/** The deviations of a log in groups: by kind and activity, with the places in the flow and how long such cases took. */
export function explainDeviations(
  variants: readonly Explained[],
  log: VariantLog,
  names: readonly string[],
): DeviationGroup[] {
  const groups = new Map<string, Group>()
  const nameOf = (label: number | undefined): string | null => (label === undefined ? null : (names[label] ?? null))
  for (const { variant, rank, activities, moves } of variants) {
    const cases = log.counts[variant] ?? 0
    const found = findDeviations(moves)
    const sites = placeDeviations(moves, found)
    for (const [at, { kind: plain, label, direction, replaced, moves: own }] of found.entries()) {
      const kind: GroupKind = replaced ? 'replaced' : plain
      const activity = label === undefined ? activityAt(moves[own[0] ?? 0], activities) : (names[label] ?? '')
      const key = JSON.stringify([kind, direction ?? '', activity])
      let group = groups.get(key)
      if (group === undefined) {
        group = { kind, activity, occurrences: 0, cases: 0, ranks: [], members: new Set(), places: new Map() }
        if (direction !== undefined) group.direction = direction
        groups.set(key, group)
      }
      group.occurrences += cases
      if (!group.members.has(variant)) {
        group.members.add(variant)
        group.ranks.push(rank + 1)
        group.cases += cases
      }
      const { after, instead, by } = sites[at] ?? { after: undefined }
      const place = {
        after: nameOf(after),
        ...(kind === 'outOfOrder' ? { instead: nameOf(instead) } : {}),
        ...(by === undefined ? {} : { by: activities[by] ?? '' }),
      }
      const placeKey = JSON.stringify(place)
      const known = group.places.get(placeKey)
      if (known === undefined) group.places.set(placeKey, { ...place, occurrences: cases, cases, last: variant })
      else {
        known.occurrences += cases
        if (known.last !== variant) known.cases += cases
        known.last = variant
      }
    }
  }
  const { ascending, owners } = sortDurations(log.durations, log.variantOf)
  return [...groups.values()]
    .map(({ kind, direction, activity, occurrences, cases, ranks, members, places }) => ({
      kind,
      ...(direction === undefined ? {} : { direction }),
      activity,
      occurrences,
      cases,
      variants: ranks,
      places: [...places]
        .sort(([keyA, a], [keyB, b]) => b.occurrences - a.occurrences || compareText(keyA, keyB))
        .map(([, { last: _, ...place }]) => place),
      duration: ascending.length === 0 ? null : effectOnDuration(ascending, (at) => members.has(owners[at] as number)),
    }))
    .sort(
      (a, b) =>
        b.cases - a.cases ||
        b.occurrences - a.occurrences ||
        compareText(a.kind, b.kind) ||
        compareText(a.activity, b.activity) ||
        compareText(a.direction ?? '', b.direction ?? ''),
    )
}

function activityAt(move: Move | undefined, activities: readonly string[]): string {
  return move !== undefined && move.type !== 'model' ? (activities[move.event] ?? '') : ''
}
