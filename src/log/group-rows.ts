import type { Value } from './event.ts'
import type { Row, RowFile } from './row.ts'

/**
 * Leaves out the duplicates of one interaction (semantics §17). `lists` are its rows in each file, files in order.
 * With an event id: a row whose id was seen. Without: the k-th identical row of a file, where a file before it held k.
 */
export function settleDuplicates<File extends RowFile>(
  lists: readonly (readonly Row<File>[])[],
  duplicate: (row: Row<File>) => void,
  differing: (row: Row<File>) => void,
): readonly (readonly Row<File>[])[] {
  if (lists.length === 1 && lists[0]?.every((row) => row.id === undefined)) return lists
  const byId = new Map<string, Row>()
  const held = new Map<string, number>()
  return lists.map((rows) => {
    const here = new Map<string, number>()
    const kept = rows.filter((row) => {
      if (row.id !== undefined) {
        const first = byId.get(row.id)
        if (!first) {
          byId.set(row.id, row)
          return true
        }
        duplicate(row)
        if (contentOf(first) !== contentOf(row)) differing(row)
        return false
      }
      if (lists.length === 1) return true
      const key = contentOf(row)
      const count = (here.get(key) ?? 0) + 1
      here.set(key, count)
      if (count > (held.get(key) ?? 0)) return true
      duplicate(row)
      return false
    })
    for (const [key, count] of here) held.set(key, Math.max(count, held.get(key) ?? 0))
    return kept
  })
}

/** Everything a row says, as one text: the same for the same row, in whatever format it was written. */
function contentOf(row: Row): string {
  const { event, time, sequence, id, role, actor, text, context, attributes } = row
  const names = Object.keys(attributes).sort()
  return JSON.stringify([
    [event, Number.isNaN(time) ? null : time, sequence, id, role, actor, text, context.contact],
    context.axes,
    context.unit,
    names.map((name) => [name, sameText(attributes[name] ?? null)]),
  ])
}

function sameText(value: Value): Value {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

/**
 * The order of an interaction's rows (semantics §11): by the sequence when every row has a number there; else as in the
 * file, and across files by time, then file, then line. A row without time goes with the one before it in its file.
 */
export function orderRows<File extends RowFile>(
  lists: readonly (readonly Row<File>[])[],
  badSequence: (row: Row<File>) => void,
): readonly Row<File>[] {
  const merged = lists.length === 1 ? (lists[0] ?? []) : mergeLists(lists)
  if (merged.every((row) => row.sequence === undefined)) return merged
  const numbers = merged.map((row) => (row.sequence === undefined ? Number.NaN : Number(row.sequence)))
  const bad = numbers.findIndex((number) => !Number.isFinite(number))
  if (bad !== -1) {
    const row = merged[bad]
    if (row) badSequence(row)
    return merged
  }
  return merged
    .map((row, i) => ({ row, number: numbers[i] ?? 0, i }))
    .sort((a, b) => a.number - b.number || a.i - b.i)
    .map(({ row }) => row)
}

function mergeLists<File extends RowFile>(lists: readonly (readonly Row<File>[])[]): Row<File>[] {
  const merged: Row<File>[] = []
  const at = lists.map(() => 0)
  const before = lists.map(() => Number.NEGATIVE_INFINITY)
  const timeAt = (i: number) => {
    const time = lists[i]?.[at[i] ?? 0]?.time
    return time === undefined || Number.isNaN(time) ? (before[i] ?? 0) : time
  }
  for (;;) {
    let next = -1
    for (let i = 0; i < lists.length; i++) {
      if ((at[i] ?? 0) >= (lists[i]?.length ?? 0)) continue
      if (next === -1 || timeAt(i) < timeAt(next)) next = i
    }
    const row = lists[next]?.[at[next] ?? 0]
    if (!row) return merged
    before[next] = timeAt(next)
    at[next] = (at[next] ?? 0) + 1
    merged.push(row)
  }
}
