import { AXES } from '../model/map.ts'
import { UNIT_LEVELS } from './event.ts'
import { ACT_FIELDS, createRow, type RowTable } from './row-table.ts'
import type { TextPool } from './text-pool.ts'
import type { TuplePool } from './tuple-pool.ts'

/** Copies rows of one table into another, in their order. What rows share is looked up once. */
export function moveRows(from: RowTable, rows: Iterable<number>, into: RowTable): void {
  const interaction = movingTexts(from.interactions, into.interactions)
  const name = movingTexts(from.names, into.names)
  const value = movingTexts(from.values, into.values)
  const acts = movingTuples(from.acts, into.acts, ACT_FIELDS.length, () => name)
  const places = movingTuples(from.places, into.places, AXES.length, () => name)
  const units = movingTuples(from.units, into.units, UNIT_LEVELS.length, () => name)
  const contexts = movingTuples(from.contexts, into.contexts, 3, (at) => [name, places, units][at] ?? name)
  const row = createRow()
  for (const at of rows) {
    row.line = from.line(at)
    row.interaction = interaction(from.interaction(at))
    row.act = acts(from.act(at))
    row.context = contexts(from.context(at))
    row.text = value(from.textCode(at))
    row.sequence = value(from.sequence(at))
    row.id = value(from.id(at))
    row.time = from.time(at)
    const attributes = from.attributes(at)
    const count = attributes === 0 ? 0 : from.attributeCount(attributes)
    for (let k = 0; k < count; k++) {
      const own = into.attributeName(from.attributeNames[from.attributeAt(attributes, k)] ?? '')
      into.addAttribute(own, value(from.valueCodeAt(attributes, k)))
    }
    into.append(row)
  }
}

type Moving = (code: number) => number

function movingTexts(from: TextPool, into: TextPool): Moving {
  return memoized((code) => into.internFrom(from, code))
}

function movingTuples(from: TuplePool, into: TuplePool, width: number, partOf: (at: number) => Moving): Moving {
  const tuple = new Uint32Array(width)
  return memoized((code) => {
    for (let at = 0; at < width; at++) tuple[at] = partOf(at)(from.get(code, at))
    return into.intern(tuple)
  })
}

function memoized(move: Moving): Moving {
  const known = new Map<number, number>()
  return (code) => {
    if (code === 0) return 0
    let moved = known.get(code)
    if (moved === undefined) {
      moved = move(code)
      if (known.size < MOST_KNOWN) known.set(code, moved)
    }
    return moved
  }
}

const MOST_KNOWN = 1 << 16
