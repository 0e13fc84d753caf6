import { AXES, type AxisName, type AxisSelection, type Catalog, type Id } from './map.ts'

/** The values of the axes that are cells of their own: those that no other is `part-of`; and what a row means by its words. */
export interface Leaves {
  /** In the catalogue's order. */
  readonly of: Readonly<Record<AxisName, readonly Id[]>>
  /** The leaves that a row selects; the same set for the same words where it can be. */
  select(selection: AxisSelection | undefined, axis: AxisName): ReadonlySet<Id>
  /** At least as many as `select` gives, without laying them out. */
  countAtMost(selection: AxisSelection | undefined, axis: AxisName): number
}

/** Whether a row names values of an axis, not all of it. */
export function isNamed(selection: AxisSelection | undefined): selection is readonly Id[] {
  return selection !== undefined && selection !== 'all'
}

/** Each value named is looked up once, whatever the number of rows; `part-of` in a circle ends. */
export function indexLeaves({ axes }: Pick<Catalog, 'axes'>): Leaves {
  const of = {} as Record<AxisName, Id[]>
  const all = {} as Record<AxisName, ReadonlySet<Id>>
  const children = {} as Record<AxisName, Map<Id, Id[]>>
  for (const axis of AXES) {
    const parts = new Map<Id, Id[]>()
    for (const { id, partOf } of axes[axis].values()) {
      if (partOf === undefined) continue
      const siblings = parts.get(partOf)
      if (siblings === undefined) parts.set(partOf, [id])
      else siblings.push(id)
    }
    children[axis] = parts
    of[axis] = [...axes[axis].keys()].filter((id) => !parts.has(id))
    all[axis] = new Set(of[axis])
  }
  const known = new Map<string, ReadonlySet<Id>>()
  const under = (id: Id, axis: AxisName): ReadonlySet<Id> => {
    const key = `${axis} ${id}`
    const before = known.get(key)
    if (before) return before
    const found = new Set<Id>()
    const seen = new Set([id])
    for (const each of seen) {
      const parts = children[axis].get(each)
      if (parts === undefined && all[axis].has(each)) found.add(each)
      for (const part of parts ?? []) seen.add(part)
    }
    known.set(key, found)
    return found
  }
  return {
    of,
    select(selection, axis) {
      if (!isNamed(selection)) return all[axis]
      const [only, ...others] = selection
      if (only === undefined) return new Set()
      if (others.length === 0) return under(only, axis)
      return new Set(selection.flatMap((id) => [...under(id, axis)]))
    },
    countAtMost(selection, axis) {
      if (!isNamed(selection)) return of[axis].length
      return selection.reduce((total, id) => total + under(id, axis).size, 0)
    },
  }
}
