import type { Marking, TransitionSystem } from '../flow/transition-system.ts'

/** What is left of a word from a marking and a position on costs at least so much; Infinity: the end is out of reach. */
export interface PartBounds {
  /** Takes the word at hand; a word that ends like the one before shares what was found for that end. */
  setWord(word: ArrayLike<number>): void
  left(marking: Marking, position: number): number
}

/** What moves cost, by label. */
interface Costs {
  readonly model: ArrayLike<number>
  readonly log: readonly number[]
  readonly unknown: number
}

interface Part {
  readonly places: number
  /** By place: moves into it that leave the word alone, as pairs of the place before and the price. */
  readonly into: readonly (readonly number[])[]
  /** By label, where the part has it: what leaving an event out costs here, and the moves that show it. */
  readonly events: readonly ({ readonly log: number; readonly from: Int32Array; readonly to: Int32Array } | undefined)[]
  /** Columns by content, and what comes before one and a label. */
  readonly known: Map<number, Column[]>
  /** By how many events are behind: the column, and what is to be added to it. */
  readonly columns: Column[]
  readonly bases: number[]
}

/** What is left from each place on, the least of which is 0. */
interface Column {
  readonly cells: Float64Array
  /** By label. */
  readonly before: (Before | undefined)[]
}

interface Before {
  readonly column: Column
  readonly risen: number
}

/** Costs are counted in so many parts of one, so that shares are whole numbers. */
const SCALE = 27720
/** Columns are forgotten above this number. */
const MOST_COLUMNS = 1 << 15

/** What the part of the number `at` among so many has to pay of a cost. */
function shareOf(cost: number, at: number, among: number): number {
  return Math.floor((cost * SCALE * (at + 1)) / among) - Math.floor((cost * SCALE * at) / among)
}

/**
 * Lower bounds from parts of a net that hold one token each. A run of the net is one of each part, so what is left costs
 * at least what each part would have to pay by itself for its own labels, if each cost is shared out among the parts: of
 * a label, among the parts that have all its transitions (of a label that none has entirely, leaving out an event is free,
 * and each transition's price is shared out among its parts). A part is an automaton over a few places, so what it pays
 * is found exactly, backwards through the word. Where branches are concurrent and share no label, the sum is what they
 * cost (cost partitioning: Katz and Domshlak 2010; decomposed alignments: van der Aalst 2013). It never falls by more
 * than a move costs.
 */
export function createPartBounds(system: TransitionSystem, { model, log, unknown }: Costs): PartBounds | undefined {
  const { parts: found, counts, placeIn } = system.parts()
  if (found.length === 0) return undefined
  const own = found.map(({ moves }) => {
    const labels = new Map<number, number>()
    for (const { label } of moves) if (label >= 0) labels.set(label, (labels.get(label) ?? 0) + 1)
    return labels
  })
  /** By label: the parts that have all its transitions; by transition: the parts that have it. */
  const owners = new Map(
    [...counts].map(([label, count]) => [label, own.flatMap((of, at) => (of.get(label) === count ? [at] : []))]),
  )
  const sharers: number[][] = []
  found.forEach(({ moves }, at) => moves.forEach(({ transition }) => (sharers[transition] ??= []).push(at)))

  const parts = found.map(({ places, moves, finals }, index): Part => {
    const quiet: { from: number; to: number; price: number }[] = []
    const events: { log: number; from: Int32Array; to: Int32Array }[] = []
    const share = (cost: number, among: readonly number[]): number => {
      const at = among.indexOf(index)
      return at < 0 ? 0 : cost === Infinity ? Infinity : shareOf(cost, at, among.length)
    }
    for (const { transition, label, from, to } of moves) {
      const among = owners.get(label) ?? []
      const paying = among.length > 0 ? among : (sharers[transition] ?? [])
      const price = label < 0 ? 0 : share(model[label] as number, paying)
      if (from !== to && price < Infinity) quiet.push({ from, to, price })
      if (label < 0 || events[label] !== undefined) continue
      const showing = moves.filter((move) => move.label === label)
      events[label] = {
        log: share(log[label] as number, among),
        from: Int32Array.from(showing, (move) => move.from),
        to: Int32Array.from(showing, (move) => move.to),
      }
    }
    const part: Part = {
      places: places.length,
      into: places.map((_, place) => quiet.flatMap(({ from, to, price }) => (to === place ? [from, price] : []))),
      events,
      known: new Map(),
      columns: [],
      bases: [0],
    }
    const last = new Float64Array(places.length).fill(Infinity)
    for (const final of finals) last[final] = 0
    close(part, last, [...finals])
    part.columns.push(intern(part, last).column)
    return part
  })

  let word: ArrayLike<number> = []
  /** By how many events are behind: what those cost that no part has. */
  let others = new Float64Array(1)
  let sums = new Float64Array(1)
  let length = 0
  // By marking and part: the place of its token, one more; 0: not asked for.
  let rows = new Int32Array(parts.length * 256)
  const width = parts.length

  const fill = (row: number, marking: Marking): void => {
    for (let part = 0; part < width; part++) rows[row + part] = placeIn(marking, part) + 1
  }

  return {
    setWord(next) {
      if (parts.reduce((sum, { known }) => sum + known.size, 0) > MOST_COLUMNS) {
        for (const part of parts) {
          const { cells } = part.columns[0] as Column
          part.known.clear()
          part.columns[0] = intern(part, cells).column
        }
        length = 0
      }
      let same = 0
      const most = Math.min(length, next.length)
      while (same < most && word[length - 1 - same] === next[next.length - 1 - same]) same++
      word = next
      length = next.length
      if (others.length <= length) {
        const larger = new Float64Array(2 * length + 1)
        larger.set(others)
        others = larger
      }
      for (let behind = same + 1; behind <= length; behind++) {
        const label = word[length - behind] as number
        others[behind] = (others[behind - 1] as number) + (counts.has(label) ? 0 : SCALE * (log[label] ?? unknown))
        for (let at = 0; at < width; at++) {
          const part = parts[at] as Part
          const old = part.columns[behind - 1] as Column
          const base = part.bases[behind - 1] as number
          const event = label < 0 ? undefined : part.events[label]
          const next = event === undefined ? undefined : (old.before[label] ??= makeBefore(part, old.cells, event))
          part.columns[behind] = next === undefined ? old : next.column
          part.bases[behind] = next === undefined ? base : base + next.risen
        }
      }
      sums = sums.length > length ? sums : new Float64Array(2 * length + 1)
      for (let behind = 0; behind <= length; behind++) {
        let sum = others[behind] as number
        for (let at = 0; at < width; at++) sum += (parts[at] as Part).bases[behind] as number
        sums[behind] = sum
      }
    },
    left(marking, position) {
      const row = marking * width
      if (row + width > rows.length) {
        const larger = new Int32Array(Math.max(row + width, 2 * rows.length))
        larger.set(rows)
        rows = larger
      }
      if (rows[row] === 0) fill(row, marking)
      const behind = length - position
      let sum = sums[behind] as number
      for (let part = 0; part < width; part++) {
        sum += ((parts[part] as Part).columns[behind] as Column).cells[(rows[row + part] as number) - 1] as number
      }
      return Math.ceil(sum / SCALE)
    },
  }
}

/** Lowers what is left at each place by moves that leave the word alone, beginning with those that lead to lowered ones. */
function close({ into }: Part, cells: Float64Array, lowered: number[]): void {
  for (let place = lowered.pop(); place !== undefined; place = lowered.pop()) {
    const left = cells[place] as number
    const moves = into[place] as readonly number[]
    for (let at = 0; at < moves.length; at += 2) {
      const from = moves[at] as number
      const cost = left + (moves[at + 1] as number)
      if (cost >= (cells[from] as number)) continue
      cells[from] = cost
      lowered.push(from)
    }
  }
}

/** The column before an event that the part may show. */
function makeBefore(part: Part, old: Float64Array, { log, from, to }: NonNullable<Part['events'][number]>): Before {
  const cells = new Float64Array(old.length)
  for (let place = 0; place < cells.length; place++) cells[place] = (old[place] as number) + log
  const lowered: number[] = []
  for (let move = 0; move < from.length; move++) {
    const cost = old[to[move] as number] as number
    const place = from[move] as number
    if (cost >= (cells[place] as number)) continue
    cells[place] = cost
    lowered.push(place)
  }
  close(part, cells, lowered)
  return intern(part, cells)
}

function intern({ known }: Part, cells: Float64Array): Before {
  let least = Infinity
  for (let place = 0; place < cells.length; place++) least = Math.min(least, cells[place] as number)
  const risen = least === Infinity ? 0 : least
  let hash = 0
  for (let place = 0; place < cells.length; place++) {
    const cell = (cells[place] as number) - risen
    cells[place] = cell
    hash = Math.imul(hash ^ (cell | 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  const alike = known.get(hash)
  let column = alike?.find((one) => isSame(one.cells, cells))
  if (column === undefined) {
    column = { cells, before: [] }
    if (alike === undefined) known.set(hash, [column])
    else alike.push(column)
  }
  return { column, risen }
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false
  return true
}
