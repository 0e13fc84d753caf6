/** Rows of a chunk. Columns grow by chunks: nothing is copied, and little lies idle. */
const CHUNK_BITS = 15
const CHUNK = 1 << CHUNK_BITS
const CHUNK_MASK = CHUNK - 1

const NOTHING = new Uint32Array(0)

/** Whole numbers below 2³², so many a row. */
export class NumberColumn {
  readonly #stride: number
  readonly #chunks: Uint32Array[] = []

  constructor(stride: number, all?: Uint32Array<ArrayBuffer>) {
    this.#stride = stride
    const chunk = stride << CHUNK_BITS
    const length = all?.length ?? 0
    for (let at = 0; at < length; at += chunk) this.#chunks.push((all ?? NOTHING).subarray(at, at + chunk))
  }

  /** The chunk in which a row stands, made when it is not there. */
  room(at: number): Uint32Array {
    return (this.#chunks[at >>> CHUNK_BITS] ??= new Uint32Array(this.#stride << CHUNK_BITS))
  }

  /** Where a row begins in its chunk. */
  place(at: number): number {
    return (at & CHUNK_MASK) * this.#stride
  }

  dump(length: number): Uint32Array<ArrayBuffer> {
    const all = new Uint32Array(length * this.#stride)
    for (let at = 0; at < length; at += CHUNK) {
      const rows = Math.min(CHUNK, length - at)
      all.set(this.room(at).subarray(0, rows * this.#stride), at * this.#stride)
    }
    return all
  }

  set(at: number, value: number): void {
    this.room(at)[this.place(at)] = value
  }

  get(at: number, k: number): number {
    return this.#chunks[at >>> CHUNK_BITS]?.[(at & CHUNK_MASK) * this.#stride + k] ?? 0
  }
}

/** Rows that stand in the first, small stretch of a column that is given up before the others. */
const FIRST_ROWS = 1 << 18
const STRETCH_BITS = 23

/**
 * A whole number below 2³² for each row, in a column that is given up before the others. Beyond its beginning it grows by
 * stretches of 32 MiB, of which only what is written takes memory, and which go back to the system at once: smaller ones
 * would stay with the process.
 */
export class PassingColumn {
  readonly #first: NumberColumn
  readonly #stretches: Uint32Array[] = []

  constructor(all?: Uint32Array<ArrayBuffer>) {
    this.#first = new NumberColumn(1, all?.subarray(0, FIRST_ROWS))
    const length = all?.length ?? 0
    for (let at = FIRST_ROWS; at < length; at += 1 << STRETCH_BITS) {
      this.#stretches.push((all ?? NOTHING).subarray(at, at + (1 << STRETCH_BITS)))
    }
  }

  set(at: number, value: number): void {
    if (at < FIRST_ROWS) this.#first.set(at, value)
    else {
      const beyond = at - FIRST_ROWS
      const stretch = (this.#stretches[beyond >>> STRETCH_BITS] ??= new Uint32Array(1 << STRETCH_BITS))
      stretch[beyond & ((1 << STRETCH_BITS) - 1)] = value
    }
  }

  get(at: number): number {
    if (at < FIRST_ROWS) return this.#first.get(at, 0)
    const beyond = at - FIRST_ROWS
    return this.#stretches[beyond >>> STRETCH_BITS]?.[beyond & ((1 << STRETCH_BITS) - 1)] ?? 0
  }
}

/** The lines of rows. They mostly follow one another: a chunk keeps them one by one only where they do not. */
export class LineColumn {
  readonly #bases: number[] = []
  readonly #chunks: (Uint32Array | undefined)[] = []

  constructor(all?: Uint32Array<ArrayBuffer>) {
    const length = all?.length ?? 0
    for (let at = 0; at < length; at += CHUNK) this.#chunks.push((all ?? NOTHING).subarray(at, at + CHUNK))
  }

  /** Rows come in their order. */
  set(at: number, line: number): void {
    const chunk = at >>> CHUNK_BITS
    const place = at & CHUNK_MASK
    if (place === 0) {
      this.#bases[chunk] = line
      this.#chunks[chunk] = undefined
    } else if (this.#chunks[chunk] !== undefined || this.#bases[chunk] !== line - place) {
      this.#room(chunk)[place] = line
    }
  }

  get(at: number): number {
    const chunk = at >>> CHUNK_BITS
    const lines = this.#chunks[chunk]
    return lines === undefined ? (this.#bases[chunk] ?? 0) + (at & CHUNK_MASK) : (lines[at & CHUNK_MASK] ?? 0)
  }

  /** Adds to the lines of some of the rows, of which there are `length`. */
  shift(first: number, end: number, by: number, length: number): void {
    for (let at = first; at < end;) {
      const chunk = at >>> CHUNK_BITS
      const next = Math.min(end, (chunk + 1) << CHUNK_BITS)
      const isAll = (at & CHUNK_MASK) === 0 && ((next & CHUNK_MASK) === 0 || next >= length)
      if (isAll && this.#chunks[chunk] === undefined) {
        this.#bases[chunk] = (this.#bases[chunk] ?? 0) + by
      } else {
        const lines = this.#room(chunk)
        for (let row = at; row < next; row++) lines[row & CHUNK_MASK] = (lines[row & CHUNK_MASK] ?? 0) + by
      }
      at = next
    }
  }

  #room(chunk: number): Uint32Array {
    return (this.#chunks[chunk] ??= new Uint32Array(CHUNK).map((_, place) => (this.#bases[chunk] ?? 0) + place))
  }
}

/** Stands for no time among the differences of a chunk. */
const NO_TIME = 0xffff_ffff
const HALF = 0x8000_0000

/**
 * The times of rows. Those of a chunk mostly lie within some weeks, in whole milliseconds: then it keeps how far each is
 * from where the chunk begins.
 */
export class TimeColumn {
  /** By chunk from where its differences count; NaN: it has no time so far. */
  readonly #bases: number[] = []
  readonly #differences: (Uint32Array | undefined)[] = []
  readonly #whole: Float64Array[] = []

  constructor(all?: Float64Array<ArrayBuffer>) {
    const length = all?.length ?? 0
    for (let at = 0; at < length; at += CHUNK) {
      this.#differences.push(undefined)
      this.#whole.push((all ?? new Float64Array(0)).subarray(at, at + CHUNK))
    }
  }

  /** Rows come in their order. NaN: it has none. */
  set(at: number, time: number): void {
    const chunk = at >>> CHUNK_BITS
    const place = at & CHUNK_MASK
    let differences = this.#differences[chunk]
    if (differences === undefined) {
      const whole = this.#whole[chunk]
      if (whole !== undefined) {
        whole[place] = time
        return
      }
      this.#bases[chunk] = Number.NaN
      this.#differences[chunk] = differences = new Uint32Array(CHUNK).fill(NO_TIME)
    }
    if (time !== time) {
      differences[place] = NO_TIME
      return
    }
    let base = this.#bases[chunk] as number
    if (base !== base) this.#bases[chunk] = base = time - HALF
    const difference = time - base
    if (
      difference >= 0 &&
      difference < NO_TIME &&
      Math.floor(difference) === difference &&
      base + difference === time
    ) {
      differences[place] = difference
      return
    }
    const whole = new Float64Array(CHUNK)
    for (let i = 0; i < CHUNK; i++) whole[i] = timeOf(differences[i] as number, base)
    whole[place] = time
    this.#differences[chunk] = undefined
    this.#whole[chunk] = whole
  }

  get(at: number): number {
    const chunk = at >>> CHUNK_BITS
    const differences = this.#differences[chunk]
    if (differences !== undefined) return timeOf(differences[at & CHUNK_MASK] as number, this.#bases[chunk] as number)
    return this.#whole[chunk]?.[at & CHUNK_MASK] ?? Number.NaN
  }
}

function timeOf(difference: number, base: number): number {
  return difference === NO_TIME ? Number.NaN : base + difference
}
