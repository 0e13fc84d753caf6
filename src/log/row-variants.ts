import type { Message } from '../diagnostic/diagnostic.ts'
import { FIELD } from './fields.ts'
import { logMessages } from './messages.ts'
import type { RawReject, RawRow, RowSink } from './row.ts'
import type { TimeReader } from './time.ts'
import type { VariantBuilder } from './variants.ts'

/**
 * Gathers rows of CSV or JSON Lines, whose cases may be interleaved, into variants: per row the number of its activity
 * and of the row before it in its case, no more. Order is that of the file.
 */
export class RowVariants implements RowSink {
  readonly #builder: VariantBuilder
  readonly #times: TimeReader
  #cases = new Map<string, number>()
  #last = new Int32Array(1024)
  #sizes = new Int32Array(1024)
  #from = new Float64Array(1024)
  #to = new Float64Array(1024)
  #activity = new Int32Array(4096)
  #before = new Int32Array(4096)
  #rows = 0
  /** Cases of which a time could not be read, so that how long they took is not known. */
  readonly #timeless = new Set<number>()

  constructor(builder: VariantBuilder, times: TimeReader) {
    this.#builder = builder
    this.#times = times
  }

  row({ values, line }: RawRow): void {
    const builder = this.#builder
    builder.read++
    const name = values[FIELD.interaction] ?? ''
    let at = this.#cases.get(name)
    if (at === undefined) {
      at = this.#cases.size
      this.#cases.set(name, at)
      if (at === this.#last.length) this.#widen()
      this.#last[at] = -1
      this.#from[at] = this.#to[at] = Number.NaN
    }
    if (this.#rows === this.#activity.length) {
      this.#activity = longer(this.#activity)
      this.#before = longer(this.#before)
    }
    this.#activity[this.#rows] = builder.number(values[FIELD.event] ?? '')
    this.#before[this.#rows] = this.#last[at] as number
    this.#last[at] = this.#rows++
    this.#sizes[at] = (this.#sizes[at] as number) + 1
    const written = values[FIELD.time]
    if (written === undefined) return
    const time = this.#times.read(written)
    if (Number.isNaN(time)) {
      this.#timeless.add(at)
      builder.note(line, logMessages.badTime())
      return
    }
    if (!(time >= (this.#from[at] as number))) this.#from[at] = time
    if (!(time <= (this.#to[at] as number))) this.#to[at] = time
  }

  reject({ line, offset, reason }: RawReject): void {
    this.#builder.read++
    this.#builder.reject(line, offset, reason)
  }

  note(line: number, reason: Message): void {
    this.#builder.note(line, reason)
  }

  /** Hands the cases to the builder, in the order of their first rows. */
  finish(): void {
    const word: number[] = []
    for (let at = 0; at < this.#cases.size; at++) {
      word.length = this.#sizes[at] as number
      for (let row = this.#last[at] as number, i = word.length - 1; i >= 0; row = this.#before[row] as number, i--) {
        word[i] = this.#activity[row] as number
      }
      for (const activity of word) this.#builder.add(activity)
      const known = !this.#timeless.has(at)
      this.#builder.close(known ? (this.#to[at] as number) - (this.#from[at] as number) : Number.NaN)
    }
  }

  #widen(): void {
    this.#last = longer(this.#last)
    this.#sizes = longer(this.#sizes)
    this.#from = longerTimes(this.#from)
    this.#to = longerTimes(this.#to)
  }
}

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2)
  more.set(array)
  return more
}

function longerTimes(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(array.length * 2)
  more.set(array)
  return more
}
