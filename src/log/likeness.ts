import type { AttributeType } from '../model/map.ts'
import type { BoundEvent } from './bind-catalog.ts'
import type { Value } from './event.ts'
import type { RowTable } from './row-table.ts'
import { SequencePool } from './sequence-pool.ts'
import { TuplePool } from './tuple-pool.ts'

/** What interactions are told apart by, besides the names and roles of their events and the order of these. */
export interface RowSight {
  /** Attributes whose values count. */
  readonly values: readonly string[]
  /** Attributes of which counts whether they are filled. */
  readonly filled: readonly string[]
  isFilled(value: Value): boolean
  /** Texts of more bytes than this are filled, unless there are blanks around them. */
  readonly longestBlank: number
  /** What is said in a text, as a key: texts with equal keys are the same. */
  hear(text: string): string
}

/** The rows of a log as they are bound to a catalogue; what a row says is the same as in the event made of it. */
export interface BoundRows {
  readonly table: RowTable
  /** The rows of an interaction stand side by side in it. */
  readonly rows: Uint32Array
  act(code: number): { readonly event: BoundEvent; readonly role: string | undefined }
  value(row: number, attributes: number, k: number, type: AttributeType | undefined): Value | undefined
}

/** How an event looks to a sight: all that it is told apart by. Numbers are the likeness's own. */
export interface EventLook {
  readonly event: string
  /** Of name and role. */
  readonly kind: number
  /** Of role, of what is said, and of whether it is raw speech. */
  readonly talk: number
}

/** Distinct values, texts and interactions told apart; what comes beyond is not known to be like anything. */
const MOST_VALUES = 1 << 16
const MOST_ALIKE = 1 << 18
const MOST_TEXT_CODES = 1 << 22
const UNKNOWN = -1

/**
 * Gives interactions that look the same to a sight the same number, from columns alone: no event is made. What is said
 * in a text is found once for each distinct one.
 */
export class Likeness {
  readonly #bound: BoundRows
  readonly #sight: RowSight
  /** How the events of the interaction looked at last look, by the numbers of their looks; the first `length` count. */
  codes: Uint32Array = new Uint32Array(64)
  length = 0
  /** By number. */
  readonly looks: (EventLook | undefined)[] = []
  readonly #talkNumbers = new Map<string, number>()
  /** By act: the look of its events that nothing is said in and that fill nothing. */
  readonly #plain: (number | undefined)[] = []
  /** By act: the number of event and role. */
  readonly #kinds: number[] = []
  readonly #kindNumbers = new Map<string, number>()
  /** By code of the text, one more than its number. */
  #heard = new Int32Array(1 << 12)
  readonly #heardNumbers = new Map<string, number>()
  readonly #valueNumbers = new Map<string, number>()
  /** By type: of the value of a code its number. */
  readonly #valuesByCode = new Map<AttributeType | undefined, Map<number, number>>()
  /** By number of the name: its place in the tuple of states, from 1; 0: nobody looks at it. */
  readonly #places: number[] = []
  readonly #states: Uint32Array
  readonly #stateTuples: TuplePool
  readonly #event = new Uint32Array(3)
  readonly #events = new TuplePool(3)
  readonly #alike = new SequencePool()

  constructor(bound: BoundRows, sight: RowSight) {
    this.#bound = bound
    this.#sight = sight
    const names = [...sight.values, ...sight.filled]
    this.#states = new Uint32Array(Math.max(1, names.length))
    this.#stateTuples = new TuplePool(this.#states.length)
    for (const [i, name] of bound.table.attributeNames.entries()) this.#places[i] = names.indexOf(name) + 1
  }

  /** The number of what these rows look like at a place of the map, from 1; 0: it cannot be told. */
  of(from: number, to: number, place: number): number {
    const { table, rows } = this.#bound
    const alike = this.#alike
    alike.begin(place)
    this.length = 0
    if (this.codes.length < to - from) this.codes = new Uint32Array((to - from) * 2)
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0
      const text = this.#text(table.textCode(row))
      const states = this.#statesOf(row)
      if (text === UNKNOWN || states === UNKNOWN) return 0
      const act = table.act(row)
      const isPlain = text === 0 && states === 0
      let code = isPlain ? (this.#plain[act] ?? 0) : 0
      if (code === 0) {
        this.#event[0] = this.#kind(act)
        this.#event[1] = text
        this.#event[2] = states
        code = this.#events.intern(this.#event)
        if (this.looks[code] === undefined) this.#look(code, row)
        if (isPlain && act < MOST_VALUES) this.#plain[act] = code
      }
      this.codes[this.length++] = code
      alike.add(code)
    }
    return alike.intern(MOST_ALIKE)
  }

  #look(code: number, row: number): void {
    const { event, role } = this.#bound.act(this.#bound.table.act(row))
    const [kind = 0, text = 0] = this.#event
    const key = JSON.stringify([role ?? null, event.speech, text])
    const talk = this.#talkNumbers.get(key) ?? this.#talkNumbers.size + 1
    this.#talkNumbers.set(key, talk)
    this.looks[code] = { event: event.name, kind, talk }
  }

  #kind(act: number): number {
    let kind = this.#kinds[act]
    if (kind === undefined) {
      const { event, role } = this.#bound.act(act)
      const key = JSON.stringify([event.name, role ?? null])
      kind = this.#kindNumbers.get(key) ?? this.#kindNumbers.size + 1
      this.#kindNumbers.set(key, kind)
      this.#kinds[act] = kind
    }
    return kind
  }

  #text(code: number): number {
    if (code === 0) return 0
    if (code >= MOST_TEXT_CODES) return this.#hear(code)
    if (code >= this.#heard.length) {
      const larger = new Int32Array(Math.max(code + 1, this.#heard.length * 2))
      larger.set(this.#heard)
      this.#heard = larger
    }
    const known = this.#heard[code] ?? 0
    if (known > 0) return known - 1
    const number = this.#hear(code)
    this.#heard[code] = number + 1
    return number
  }

  #hear(code: number): number {
    return numberOf(this.#heardNumbers, this.#sight.hear(this.#bound.table.values.text(code) ?? ''))
  }

  #statesOf(row: number): number {
    const { table } = this.#bound
    const attributes = table.attributes(row)
    if (attributes === 0) return 0
    const states = this.#states
    let some = false
    for (let k = 0; k < table.attributeCount(attributes); k++) {
      const name = table.attributeAt(attributes, k)
      const place = this.#places[name] ?? 0
      if (place === 0) continue
      if (!some) states.fill(0)
      some = true
      const state = this.#stateOf(row, attributes, k, name, place - 1)
      if (state === UNKNOWN) return UNKNOWN
      states[place - 1] = state
    }
    return some ? this.#stateTuples.intern(states) : 0
  }

  #stateOf(row: number, attributes: number, k: number, name: number, place: number): number {
    const { table } = this.#bound
    const { types } = this.#bound.act(table.act(row)).event
    const type = types.get(table.attributeNames[name] ?? '')
    const code = table.valueCodeAt(attributes, k)
    // Times depend on the zone of their file; values that are no text have no code.
    if (place < this.#sight.values.length && code >= 0 && type !== 'time') {
      let known = this.#valuesByCode.get(type)
      if (known === undefined) this.#valuesByCode.set(type, (known = new Map()))
      // Below 2³¹ in size, numbers are no objects of their own.
      const key = code | 0
      let number = known.get(key)
      if (number === undefined) {
        const own = this.#bound.value(row, attributes, k, type)
        number = own === undefined ? 0 : numberOf(this.#valueNumbers, keyOf(own))
        if (known.size < MOST_VALUES) known.set(key, number)
      }
      return number
    }
    if (place >= this.#sight.values.length && (type === undefined || type === 'string') && this.#isSurelyFilled(code)) {
      return 1
    }
    const value = this.#bound.value(row, attributes, k, type)
    if (value === undefined) return 0
    if (place >= this.#sight.values.length) return this.#sight.isFilled(value) ? 1 : 0
    return numberOf(this.#valueNumbers, keyOf(value))
  }

  /** A long text is made a string only to see that it is no blank word: its length says so. */
  #isSurelyFilled(code: number): boolean {
    if (code <= 0) return false
    const { values } = this.#bound.table
    return values.lengthOf(code) > this.#sight.longestBlank && values.isPlain(code)
  }
}

/** Values with one key are the same value. */
function keyOf(value: Value): string {
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return Object.is(value, -0) ? 'n-0' : `n${value}`
  return `j${JSON.stringify(value)}`
}

/** The number of a key, from 1. */
function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key)
  if (number === undefined) {
    if (numbers.size >= MOST_VALUES) return UNKNOWN
    numbers.set(key, (number = numbers.size + 1))
  }
  return number
}
