import { AXES, type AxisName, type AxisSelection, type AxisValue, type Id, type ProcessMap } from '../model/map.ts'
import { type Change, plain } from './change.ts'

/**
 * The earlier map under the ids that the later catalogue says its values had `formerly`, and a change for each: what only
 * has a new id is the same business, channel or brand. Logs that still say the old id would not be found.
 */
export function followRenames(before: ProcessMap, after: ProcessMap): { map: ProcessMap; changes: readonly Change[] } {
  const names = new Map<AxisName, ReadonlyMap<Id, Id>>()
  const changes: Change[] = []
  for (const axis of AXES) {
    const old = before.catalog.axes[axis]
    const renamed = new Map<Id, Id>()
    for (const value of after.catalog.axes[axis].values()) {
      if (old.has(value.id)) continue
      const former = value.formerly?.find((id) => old.has(id))
      if (former === undefined) continue
      const was = old.get(former)
      renamed.set(former, value.id)
      changes.push({
        subject: 'axis-value',
        id: `${axis}/${value.id}`,
        kind: 'changed',
        name: value.name,
        facet: 'id',
        before: plain(former),
        after: plain(value.id),
        hurts: ['contacts'],
        ...(was === undefined ? {} : { placeBefore: was.place }),
        placeAfter: value.place,
      })
    }
    if (renamed.size > 0) names.set(axis, renamed)
  }
  if (names.size === 0) return { map: before, changes }
  const nameOf = (axis: AxisName, id: Id) => names.get(axis)?.get(id) ?? id
  const select = (of: Partial<Readonly<Record<AxisName, AxisSelection>>>) =>
    Object.fromEntries(
      AXES.flatMap((axis) => {
        const ids = of[axis]
        return ids === undefined ? [] : [[axis, ids === 'all' ? ids : ids.map((id) => nameOf(axis, id))]]
      }),
    ) as typeof of
  const valuesOf = (axis: AxisName): ReadonlyMap<Id, AxisValue> =>
    new Map(
      [...before.catalog.axes[axis]].map(([id, value]) => {
        const { partOf } = value
        const now = nameOf(axis, id)
        // That it says what it was is told by the rename.
        const formerly = now === id ? value.formerly : after.catalog.axes[axis].get(now)?.formerly
        const said = formerly === undefined ? {} : { formerly }
        return [now, { ...value, id: now, ...said, ...(partOf === undefined ? {} : { partOf: nameOf(axis, partOf) }) }]
      }),
    )
  const axes = Object.fromEntries(AXES.map((axis) => [axis, valuesOf(axis)])) as ProcessMap['catalog']['axes']
  return {
    map: {
      ...before,
      catalog: { ...before.catalog, axes },
      touchpoints: before.touchpoints.map((row) => ({ ...row, select: select(row.select) })),
      holes: before.holes.map((row) => ({ ...row, select: select(row.select) })),
    },
    changes,
  }
}
