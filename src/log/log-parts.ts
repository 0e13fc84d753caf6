import type { FileRows } from './file-rows.ts'
import { moveRows } from './move-rows.ts'
import { RowTable, type RowTableDump } from './row-table.ts'

/** Interactions whose rows stand in several parts of a log, by the hashes of their ids, and which part's reader gets each. */
export interface Straddling {
  /** Ascending. */
  readonly hashes: Uint32Array
  readonly owners: Uint8Array
}

/** Rows that go from the reader of one part to that of another. */
export interface RowPacket {
  readonly rows: RowTableDump
  /** By place of the file, where its rows stand among them. */
  readonly files: readonly { readonly first: number; readonly end: number }[]
}

/**
 * From the hashes of the ids that each part holds those that several hold. Different ids may have one hash: then all of them go
 * to one reader, which does no harm.
 */
export function findStraddling(ids: readonly Uint32Array[]): Straddling {
  const sorted = ids.map((own) => own.toSorted())
  const hashes: number[] = []
  const owners: number[] = []
  const at = sorted.map(() => 0)
  for (;;) {
    let least = Number.POSITIVE_INFINITY
    for (const [part, own] of sorted.entries()) least = Math.min(least, own[at[part] ?? 0] ?? least)
    if (least === Number.POSITIVE_INFINITY) break
    const holders: number[] = []
    for (const [part, own] of sorted.entries()) {
      let place = at[part] ?? 0
      if (own[place] === least) holders.push(part)
      while (own[place] === least) place++
      at[part] = place
    }
    if (holders.length < 2) continue
    hashes.push(least)
    owners.push(holders[least % holders.length] ?? 0)
  }
  return { hashes: Uint32Array.from(hashes), owners: Uint8Array.from(owners) }
}

/** Takes out of a table the rows that other readers get, by reader; undefined: it gets none. */
export function takeAway(
  table: RowTable,
  files: readonly FileRows[],
  { hashes, owners }: Straddling,
  { part, parts }: { readonly part: number; readonly parts: number },
): (RowPacket | undefined)[] {
  const packets: (RowPacket | undefined)[] = Array.from({ length: parts }, () => undefined)
  if (hashes.length === 0) return packets
  const ownerOf = new Map(Array.from(hashes, (hash, i) => [hash, owners[i] ?? 0]))
  // By code, one more than the part.
  const targets = new Uint8Array(table.interactions.size)
  const wanted = new Set<number>()
  for (let code = 1; code < targets.length; code++) {
    const owner = ownerOf.get(table.interactions.hashOf(code) >>> 0)
    if (owner === undefined || owner === part) continue
    targets[code] = owner + 1
    wanted.add(owner)
  }
  for (const owner of wanted) {
    const rows = new RowTable()
    const places = files.map(({ first, end }) => {
      const begins = rows.length
      moveRows(table, rowsFor(table, first, end, targets, owner + 1), rows)
      return { first: begins, end: rows.length }
    })
    packets[owner] = { rows: rows.dump(), files: places }
  }
  for (const { first, end } of files) {
    for (let at = first; at < end; at++) if (targets[table.interaction(at)] !== 0) table.drop(at)
  }
  return packets
}

/** Puts rows into a table that the reader of another part has taken out of its own. */
export function bringIn(
  table: RowTable,
  files: readonly FileRows[],
  { rows, files: places }: RowPacket,
  part: number,
): void {
  const from = new RowTable(rows)
  const begins = table.length
  moveRows(from, Array(from.length).keys(), table)
  for (const [i, { first, end }] of places.entries())
    files[i]?.bring({ part, first: begins + first, end: begins + end })
}

function* rowsFor(table: RowTable, first: number, end: number, targets: Uint8Array, target: number): Generator<number> {
  for (let at = first; at < end; at++) if (targets[table.interaction(at)] === target) yield at
}
