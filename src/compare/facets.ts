import type { Change, ChangeValue, Facet, Hurt } from './change.ts'
import { HURTS } from './change.ts'
import { differingParts } from './differing-parts.ts'

/** One part of a subject. `same` is what is compared; equal parts have equal `same`. */
export interface FacetOf {
  readonly facet: Facet
  readonly key?: string
  readonly value: ChangeValue
  readonly same: string
  /** What the value was made of, where two of them may be told in the same words: their parts are told then. */
  readonly of?: unknown
  /** Whom it hurts when the part is new, gone or different; given both sides where they are there. */
  readonly hurts?:
    readonly Hurt[] | ((before: ChangeValue | undefined, after: ChangeValue | undefined) => readonly Hurt[])
}

/** The facets that differ, in the order of the later side, those that are gone last. */
export function compareFacets(
  before: readonly FacetOf[],
  after: readonly FacetOf[],
  about: Omit<Change, 'kind' | 'facet' | 'key' | 'before' | 'after' | 'hurts'>,
): Change[] {
  const nameOf = ({ facet, key = '' }: FacetOf): string => `${facet}\u0000${key}`
  const old = new Map(before.map((part) => [nameOf(part), part]))
  const now = new Set(after.map(nameOf))
  const changes: Change[] = []
  const note = (from: FacetOf | undefined, to: FacetOf | undefined): void => {
    const part = to ?? from
    if (part === undefined || from?.same === to?.same) return
    const hurts = part.hurts ?? []
    changes.push({
      ...about,
      kind: 'changed',
      facet: part.facet,
      ...(part.key === undefined ? {} : { key: part.key }),
      ...(from === undefined ? {} : { before: from.value }),
      ...(to === undefined ? {} : { after: to.value }),
      ...partsOf(from, to),
      hurts: inOrder(typeof hurts === 'function' ? hurts(from?.value, to?.value) : hurts),
    })
  }
  for (const part of after) note(old.get(nameOf(part)), part)
  for (const part of before) if (!now.has(nameOf(part))) note(part, undefined)
  return changes
}

function partsOf(from: FacetOf | undefined, to: FacetOf | undefined): Pick<Change, 'parts'> {
  if (from?.of === undefined || to?.of === undefined) return {}
  return { parts: differingParts(from.of, to.of) }
}

/** Things known by id: `both` is asked for those on both sides, in the later order, after which come those that are gone. */
export function compareById<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  note: {
    readonly added: (id: string, to: T) => readonly Change[]
    readonly removed: (id: string, from: T) => readonly Change[]
    readonly both: (id: string, from: T, to: T) => readonly Change[]
  },
): Change[] {
  const changes: Change[] = []
  for (const [id, to] of after) {
    const from = before.get(id)
    changes.push(...(from === undefined ? note.added(id, to) : note.both(id, from, to)))
  }
  for (const [id, from] of before) if (!after.has(id)) changes.push(...note.removed(id, from))
  return changes
}

/** Of each kind one, in the order of `HURTS`. */
export function inOrder(hurts: readonly Hurt[]): readonly Hurt[] {
  return HURTS.filter((hurt) => hurts.includes(hurt))
}
