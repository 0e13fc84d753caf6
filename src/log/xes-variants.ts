import { logMessages } from './messages.ts'
import type { LogFault } from './read-rows.ts'
import { type XmlScanner, type XmlSink } from './scan-xml.ts'
import { VALUE } from './xml-bytes.ts'
import { readPlainTime } from './plain-time.ts'
import { createTimeReader, type TimeReader } from './time.ts'
import type { VariantBuilder } from './variants.ts'
import { XesAside } from './xes-aside.ts'
import {
  attributeAt,
  attributeText,
  bytesOf,
  endsInValue,
  KEY,
  readClassifierKeys,
  VALUE_NAME,
  XES,
  XesElements,
} from './xes-element.ts'
import { type Lifecycle, LifecycleFolder, STEP, type Step, stepOf } from './xes-lifecycle.ts'
import { xesMessages } from './xes-messages.ts'
import { XesStream } from './xes-stream.ts'

export interface XesVariantOptions {
  /** Which events count; default: all. */
  readonly lifecycle?: Lifecycle
  /** Name of a classifier of the log, or the keys themselves joined by `+`; default: `concept:name`. */
  readonly classifier?: string
  /** Other names for activities. */
  readonly events?: ReadonlyMap<string, string>
  readonly encoding?: string
  readonly times?: TimeReader
  /** Times are written in formats of the reader's own. */
  readonly ownTimes?: boolean
}

const NAME = bytesOf('name')
const KEYS = bytesOf('keys')
/** Of the slots of an event the first that is a key of the classifier; before it time, transition, instance. */
const FIRST_KEY = 3

/** In a shape's mark: the kind of element, above it the slot of its key and one more, 0 for none. */
const SLOT_SHIFT = 4
const KIND_MASK = 15
/** Places for activities known by their bytes. */
const TABLE = 16_384

/**
 * Reads a XES log (IEEE 1849) into variants and nothing else: of each event its activity, and the time for how long the
 * case took. Every trace is a case, whatever its name. Events stand in the order of the file.
 */
export class XesVariants implements XmlSink {
  fault: LogFault | undefined
  readonly #builder: VariantBuilder
  readonly #stream: XesStream
  readonly #elements = new XesElements()
  readonly #aside = new XesAside()
  readonly #times: TimeReader
  readonly #ownTimes: boolean
  readonly #lifecycle: Lifecycle
  readonly #wanted: string | undefined
  readonly #renamed: ReadonlyMap<string, string>
  readonly #folder = new LifecycleFolder<number>()
  readonly #classifiers = new Map<string, readonly string[]>()
  #texts: readonly string[] = []
  #timeSlot = 0
  #transitionSlot = 0
  #instanceSlot = 0
  #keys = 0
  #state = 0
  #outside = 0
  #inTrace = false
  #line = 0
  #offset = 0
  #bad = false
  #activity = -1
  readonly #parts: (string | undefined)[] = []
  #step: Step = STEP.none
  #instance = ''
  #first = Number.NaN
  #last = Number.NaN
  /** A time of the case could not be read, so that how long it took is not known. */
  #timeless = false
  /** Known activities by their bytes: numbers of `#entries`, by hash. */
  readonly #table = new Int32Array(TABLE).fill(-1)
  #pool = new Uint8Array(4096)
  #poolUsed = 0
  readonly #entryFrom: number[] = []
  readonly #entryTo: number[] = []
  readonly #entryNumber: number[] = []

  constructor(builder: VariantBuilder, options: XesVariantOptions = {}) {
    this.#builder = builder
    this.#lifecycle = options.lifecycle ?? 'all'
    this.#wanted = options.classifier
    this.#renamed = options.events ?? new Map()
    this.#times = options.times ?? createTimeReader(undefined)
    this.#ownTimes = options.ownTimes ?? false
    this.#stream = new XesStream(this, options.encoding)
  }

  push(chunk: Uint8Array): void {
    if (this.fault) return
    this.#stream.push(chunk)
    this.fault ??= this.#stream.fault
  }

  end(): void {
    if (this.fault) return
    this.#stream.end()
    this.fault ??= this.#stream.fault
    const { read, rejected } = this.#builder
    if (this.fault || this.#wanted === undefined || rejected < read || this.#classifiers.has(this.#wanted)) return
    this.fault = { message: xesMessages.noClassifier(this.#wanted, [...this.#classifiers.keys()]) }
  }

  open(tag: XmlScanner): void {
    if (this.#aside.depth > 0) {
      this.#passOver(tag)
      return
    }
    const { shape } = tag
    let mark = shape === undefined ? 0 : shape.mark
    if (mark === 0) {
      mark = this.#markOf(tag)
      // Where the value is not the last attribute, its place has to be looked for each time.
      const lasting = (mark & KIND_MASK) !== XES.attribute || (this.#inTrace && endsInValue(tag, shape))
      if (shape !== undefined && !tag.special && lasting) shape.mark = mark
    }
    const kind = mark & KIND_MASK
    if (this.#state === XES.event) {
      if (mark > KIND_MASK && kind === XES.attribute) this.#value(tag, (mark >> SLOT_SHIFT) - 1)
      else if (kind !== XES.attribute) this.#stray(tag, kind)
      if (!tag.empty) this.#aside.enter(kind === XES.other)
      return
    }
    if (kind === XES.event && this.#state !== 0) this.#openEvent(tag)
    else if (kind === XES.trace && this.#state === XES.log) this.#openTrace(tag)
    else if (this.#state === 0) this.#openRoot(tag, kind)
    else {
      if (kind === XES.classifier) this.#noteClassifier(tag)
      else this.#stray(tag, kind)
      if (!tag.empty) this.#aside.enter(kind === XES.other)
    }
  }

  #passOver(tag: XmlScanner): void {
    const aside = this.#aside
    if (!aside.foreign) {
      const { shape } = tag
      const kind = shape === undefined || shape.mark === 0 ? this.#elements.kindOf(tag) : shape.mark & KIND_MASK
      this.#stray(tag, kind)
      if (!tag.empty) aside.open(kind === XES.other)
    } else if (!tag.empty) aside.open(true)
  }

  /** What stands where it does not belong is told, not lost. */
  #stray(tag: XmlScanner, kind: number): void {
    if (kind === XES.event) {
      this.#builder.read++
      this.#builder.reject(tag.line, this.#stream.offsetOf(tag.base + tag.tagFrom), xesMessages.strayEvent())
    } else if (kind === XES.trace) this.#builder.note(tag.line, xesMessages.strayTrace())
    else if (kind === XES.log) {
      const at = this.#stream.offsetOf(tag.base + tag.tagFrom)
      this.fault ??= { message: xesMessages.secondLog(tag.line, at) }
    }
  }

  close(): void {
    if (this.#aside.depth > 0) this.#aside.close()
    else if (this.#state === XES.event) this.#closeEvent()
    else if (this.#state === XES.trace) this.#closeTrace()
  }

  #openRoot(tag: XmlScanner, kind: number): void {
    if (kind !== XES.log) {
      this.fault = { message: xesMessages.otherRoot(this.#elements.strangeRoot ?? '') }
      this.#aside.enterForGood()
    } else if (!tag.empty) this.#state = XES.log
  }

  #openTrace(tag: XmlScanner): void {
    if (this.#keys === 0) this.#chooseKeys()
    this.#first = this.#last = Number.NaN
    this.#timeless = false
    this.#inTrace = true
    this.#state = XES.trace
    if (tag.empty) this.#closeTrace()
  }

  #closeTrace(): void {
    if (this.#lifecycle === 'pairs')
      this.#builder.leftOut += this.#folder.flush((activity) => this.#builder.add(activity))
    this.#builder.close(this.#timeless ? Number.NaN : this.#last - this.#first)
    this.#inTrace = false
    this.#state = XES.log
  }

  #openEvent(tag: XmlScanner): void {
    this.#outside = this.#inTrace ? 0 : 1
    this.#state = XES.event
    this.#line = tag.line
    this.#offset = tag.base + tag.tagFrom
    this.#bad = false
    this.#activity = -1
    this.#step = STEP.none
    if (this.#keys !== 1) this.#parts.length = 0
    this.#instance = ''
    if (tag.empty) this.#closeEvent()
  }

  #value(tag: XmlScanner, slot: number): void {
    let from = tag.lastFrom
    let to = tag.lastTo
    let flags = tag.lastFlags
    if (tag.shape === undefined || tag.shape.mark === 0) {
      tag.unfold()
      const at = attributeAt(tag, VALUE_NAME)
      if (at < 0) return
      from = tag.attributes[at + 2] as number
      to = tag.attributes[at + 3] as number
      flags = tag.attributes[at + 4] as number
    }
    if (slot === this.#timeSlot) {
      const time = flags === 0 ? this.#timeOf(tag, from, to) : this.#times.read(tag.text(from, to, flags))
      if (!Number.isNaN(time)) {
        if (!(time >= this.#first)) this.#first = time
        if (!(time <= this.#last)) this.#last = time
      } else if (to > from) {
        this.#timeless = true
        this.#builder.note(tag.line, logMessages.badTime())
      }
    } else if (slot === this.#transitionSlot) {
      if (this.#lifecycle !== 'all') this.#step = stepOf(tag.text(from, to, flags))
    } else if (slot === this.#instanceSlot) {
      if (this.#lifecycle === 'pairs') this.#instance = tag.text(from, to, flags)
    }
    if (slot < FIRST_KEY) return
    if (flags & VALUE.bad) this.#bad = true
    else if (this.#keys === 1) this.#activity = this.#numberOf(tag, from, to, flags)
    else this.#parts[slot - FIRST_KEY] = tag.text(from, to, flags)
  }

  #closeEvent(): void {
    const builder = this.#builder
    this.#state = this.#inTrace ? XES.trace : XES.log
    builder.read++
    let activity = this.#activity
    if (this.#keys !== 1 && !this.#bad) activity = this.#joined()
    if (this.#outside > 0) builder.reject(this.#line, this.#stream.offsetOf(this.#offset), xesMessages.eventOutside())
    else if (this.#bad) builder.reject(this.#line, this.#stream.offsetOf(this.#offset), xesMessages.badValue())
    else if (activity < 0) builder.reject(this.#line, this.#stream.offsetOf(this.#offset), logMessages.noEvent())
    else if (this.#lifecycle === 'all') builder.add(activity)
    else if (this.#lifecycle === 'pairs') {
      this.#folder.add(activity, `${activity} ${this.#instance}`, this.#step, (complete) => complete)
    } else if (this.#step === STEP.complete || this.#step === STEP.none) builder.add(activity)
    else builder.leftOut++
  }

  /** The activity of a classifier of several keys; -1 when all are missing. */
  #joined(): number {
    let some = false
    const parts: string[] = []
    for (let i = 0; i < this.#keys; i++) {
      const part = this.#parts[i] ?? ''
      some ||= part.trim() !== ''
      parts.push(part)
    }
    return some ? this.#named(parts.join('+')) : -1
  }

  #named(activity: string): number {
    return this.#builder.number(this.#renamed.get(activity) ?? activity)
  }

  /** The number of the activity in a value: by its bytes, so that it is made a string but once. */
  #numberOf(tag: XmlScanner, from: number, to: number, flags: number): number {
    const b = tag.bytes
    let hash = to - from
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (b[i] as number)) | 0
    let slot = (hash ^ (hash >>> 13)) & (TABLE - 1)
    for (let entry = 0; (entry = this.#table[slot] as number) !== -1; slot = (slot + 1) & (TABLE - 1)) {
      const start = this.#entryFrom[entry] as number
      if ((this.#entryTo[entry] as number) - start !== to - from) continue
      let same = true
      for (let i = from, k = start; i < to; i++, k++) {
        if (b[i] === this.#pool[k]) continue
        same = false
        break
      }
      if (same) return this.#entryNumber[entry] as number
    }
    const text = tag.text(from, to, flags)
    const number = text.trim() === '' ? -1 : this.#named(text)
    if (this.#entryFrom.length < TABLE / 2 && to - from < 1024) {
      if (this.#poolUsed + to - from > this.#pool.length) {
        const more = new Uint8Array(this.#pool.length * 2)
        more.set(this.#pool)
        this.#pool = more
      }
      this.#pool.set(b.subarray(from, to), this.#poolUsed)
      this.#table[slot] = this.#entryFrom.length
      this.#entryFrom.push(this.#poolUsed)
      this.#entryTo.push((this.#poolUsed += to - from))
      this.#entryNumber.push(number)
    }
    return number
  }

  #timeOf(tag: XmlScanner, from: number, to: number): number {
    const time = this.#ownTimes ? Number.NaN : readPlainTime(tag.bytes, from, to)
    return Number.isNaN(time) ? this.#times.read(tag.text(from, to, 0)) : time
  }

  #markOf(tag: XmlScanner): number {
    const kind = this.#elements.kindOf(tag)
    if (kind !== XES.attribute) return kind
    tag.unfold()
    const at = attributeAt(tag, KEY)
    if (at < 0) return kind
    const key = tag.text(
      tag.attributes[at + 2] as number,
      tag.attributes[at + 3] as number,
      tag.attributes[at + 4] as number,
    )
    // The last slot of a name: a key of the classifier may be one of the others too.
    return kind | ((this.#texts.lastIndexOf(key) + 1) << SLOT_SHIFT)
  }

  #chooseKeys(): void {
    const wanted = this.#wanted
    const keys = wanted === undefined ? ['concept:name'] : (this.#classifiers.get(wanted) ?? wanted.split('+'))
    this.#texts = ['time:timestamp', 'lifecycle:transition', 'concept:instance', ...keys]
    this.#timeSlot = this.#texts.lastIndexOf('time:timestamp')
    this.#transitionSlot = this.#texts.lastIndexOf('lifecycle:transition')
    this.#instanceSlot = this.#texts.lastIndexOf('concept:instance')
    this.#keys = keys.length
  }

  #noteClassifier(tag: XmlScanner): void {
    tag.unfold()
    const name = attributeText(tag, NAME)
    const keys = attributeText(tag, KEYS)
    if (name !== undefined && keys !== undefined) this.#classifiers.set(name, readClassifierKeys(keys))
  }
}
