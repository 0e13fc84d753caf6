import type { Message } from '../diagnostic/diagnostic.ts'
import { NoteBook } from './note-book.ts'

/** An event that could not be taken, without its content: it may be free text. */
export interface LeftEvent {
  readonly line: number
  readonly offset: number
  readonly reason: Message
}

/** What was met in reading and is no reason to leave out an event: where first, and how often. */
export interface ReadingNote {
  readonly line: number
  readonly reason: Message
  readonly occurrences: number
}

/**
 * A log as its distinct sequences of activities: everything that holding it against a model needs, in a few arrays of
 * numbers. Activities and variants are numbered as they are met.
 */
export interface VariantLog {
  readonly activities: readonly string[]
  /** Variant v is `words[offsets[v]]` to `words[offsets[v + 1]]`: numbers of activities. */
  readonly words: Int32Array
  readonly offsets: Int32Array
  /** Cases of each variant. */
  readonly counts: Int32Array
  /** By case, in the order of the file: its variant, and the milliseconds from its earliest to its latest time, NaN if unknown. */
  readonly variantOf: Int32Array
  readonly durations: Float64Array
  /** Events kept. */
  readonly events: number
  /** read = events + leftOut + rejected. */
  readonly read: number
  /** Events that the reading of the lifecycle folds into others or leaves out. */
  readonly leftOut: number
  readonly rejected: number
  /** The first of the rejected. */
  readonly rejects: readonly LeftEvent[]
  readonly notes: readonly ReadingNote[]
}

/** The activities of a variant, as numbers. */
export function wordOf({ words, offsets }: VariantLog, variant: number): Int32Array {
  return words.subarray(offsets[variant], offsets[variant + 1])
}

/** How many rejected events are kept with place and reason. */
const KEPT_REJECTS = 100

/** Gathers cases into variants. One case at a time: `add` its activities, then `close` it. */
export class VariantBuilder {
  readonly activities: string[] = []
  events = 0
  read = 0
  leftOut = 0
  rejected = 0
  readonly rejects: LeftEvent[] = []
  readonly #notes = new NoteBook()
  readonly #numbers = new Map<string, number>()
  #word = new Int32Array(256)
  #length = 0
  #words = new Int32Array(4096)
  #used = 0
  #offsets = new Int32Array(256)
  #counts = new Int32Array(256)
  #variants = 0
  #slots = new Int32Array(1024).fill(-1)
  #hashes = new Int32Array(256)
  #variantOf = new Int32Array(1024)
  #durations = new Float64Array(1024)
  #cases = 0

  /** The number of an activity. */
  number(activity: string): number {
    const known = this.#numbers.get(activity)
    if (known !== undefined) return known
    this.#numbers.set(activity, this.activities.length)
    return this.activities.push(activity) - 1
  }

  add(activity: number): void {
    if (this.#length === this.#word.length) this.#word = grown(this.#word)
    this.#word[this.#length++] = activity
  }

  /** Ends the case; `duration` in milliseconds, NaN if unknown. */
  close(duration: number): void {
    const length = this.#length
    const word = this.#word
    let hash = length
    for (let i = 0; i < length; i++) hash = (Math.imul(hash ^ (word[i] as number), 0x01000193) + 0x9e37) | 0
    hash ^= hash >>> 15
    const variant = this.#find(hash)
    this.#counts[variant] = (this.#counts[variant] as number) + 1
    if (this.#cases === this.#variantOf.length) {
      this.#variantOf = grown(this.#variantOf)
      const durations = new Float64Array(this.#durations.length * 2)
      durations.set(this.#durations)
      this.#durations = durations
    }
    this.#variantOf[this.#cases] = variant
    this.#durations[this.#cases++] = duration
    this.events += length
    this.#length = 0
  }

  reject(line: number, offset: number, reason: Message): void {
    this.rejected++
    if (this.rejects.length < KEPT_REJECTS) this.rejects.push({ line, offset, reason })
  }

  note(line: number, reason: Message): void {
    this.#notes.add('', line, reason)
  }

  build(): VariantLog {
    return {
      activities: this.activities,
      words: this.#words.slice(0, this.#used),
      offsets: this.#offsets.slice(0, this.#variants + 1),
      counts: this.#counts.slice(0, this.#variants),
      variantOf: this.#variantOf.slice(0, this.#cases),
      durations: this.#durations.slice(0, this.#cases),
      events: this.events,
      read: this.read,
      leftOut: this.leftOut,
      rejected: this.rejected,
      rejects: this.rejects,
      notes: this.#notes.list().map(({ line, reason, occurrences }) => ({ line, reason, occurrences })),
    }
  }

  #find(hash: number): number {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (let at = 0; (at = this.#slots[slot] as number) !== -1; slot = (slot + 1) & mask) {
      if (this.#hashes[at] === hash && this.#isSame(at)) return at
    }
    const length = this.#length
    while (this.#used + length > this.#words.length) this.#words = grown(this.#words)
    this.#words.set(this.#word.subarray(0, length), this.#used)
    this.#used += length
    if (this.#variants + 1 === this.#offsets.length) {
      this.#offsets = grown(this.#offsets)
      this.#counts = grown(this.#counts)
      this.#hashes = grown(this.#hashes)
    }
    this.#hashes[this.#variants] = hash
    this.#offsets[this.#variants + 1] = this.#used
    this.#slots[slot] = this.#variants
    if (++this.#variants * 2 > this.#slots.length) this.#spread()
    return this.#variants - 1
  }

  #isSame(variant: number): boolean {
    const from = this.#offsets[variant] as number
    const length = this.#length
    if ((this.#offsets[variant + 1] as number) - from !== length) return false
    for (let i = 0; i < length; i++) if (this.#words[from + i] !== this.#word[i]) return false
    return true
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1)
    const mask = slots.length - 1
    for (let variant = 0; variant < this.#variants; variant++) {
      let slot = (this.#hashes[variant] as number) & mask
      while (slots[slot] !== -1) slot = (slot + 1) & mask
      slots[slot] = variant
    }
    this.#slots = slots
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2)
  more.set(array)
  return more
}
