import type { Message } from '../diagnostic/diagnostic.ts'
import { type Attributes, createAttributes, NO_ATTRIBUTES } from './attributes.ts'
import type { Value } from './event.ts'
import { FIELD, FIELDS } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { logMessages } from './messages.ts'
import type { LogFault } from './read-rows.ts'
import { type XmlScanner, type XmlSink } from './scan-xml.ts'
import { STRIDE, VALUE } from './xml-bytes.ts'
import { XesAside } from './xes-aside.ts'
import {
  attributeText,
  bytesOf,
  endsInValue,
  KEY,
  readClassifierKeys,
  VALUE_NAME,
  XES,
  XesElements,
} from './xes-element.ts'
import { LifecycleFolder, STEP, stepOf } from './xes-lifecycle.ts'
import { xesMessages } from './xes-messages.ts'
import { planXes, type XesPlan } from './xes-plan.ts'
import { XesStream } from './xes-stream.ts'

/** Receives the events of a XES log as rows; each event reaches it once, folded ones with the event they are folded into. */
export interface XesRowSink {
  row(
    line: number,
    offset: number,
    values: (string | undefined)[],
    attributes: Readonly<Attributes>,
    raw: () => string,
  ): void
  reject(line: number, offset: number, reason: Message, raw: string): void
  note(line: number, reason: Message, occurrences?: number): void
}

const NAME = bytesOf('name')
const KEYS = bytesOf('keys')
const SCOPE = bytesOf('scope')
/** Attributes in attributes, at most. */
const MOST_NESTED = 64
/** How much of a rejected event is kept as it stood, in characters. */
const KEPT_RAW = 64 * 1024
const HIGH_NAME = 1

/** What a tag says before its value; the key only where it is the same for all tags of the shape. */
interface TagWords {
  readonly kind: number
  readonly type: string
  readonly key?: string
}

/** Shapes of tags that are remembered. */
const MOST_KNOWN = 20_000

interface Cell {
  readonly key: string
  readonly value: Value
}

/** One event on its way to the sink. */
interface PendingEvent {
  readonly line: number
  readonly offset: number
  readonly cells: readonly Cell[]
  readonly raw: () => string
  /** Time of the start that was folded into it. */
  readonly started?: string
}

/**
 * Reads the events of a XES log (IEEE 1849) as rows. Attributes within attributes, lists and containers are flattened
 * (`a.b`); what a trace says holds for each of its events. Attributes of a trace stand before its events, as the standard
 * has it.
 */
export class XesRows implements XmlSink {
  fault: LogFault | undefined
  readonly #sink: XesRowSink
  readonly #mapping: Mapping
  readonly #stream: XesStream
  readonly #elements = new XesElements()
  readonly #aside = new XesAside()
  readonly #folder = new LifecycleFolder<PendingEvent>()
  readonly #plans = new Map<string, XesPlan>()
  #lastPlan:
    | {
        readonly cells: readonly Cell[]
        readonly trace: readonly Cell[]
        readonly traced: number
        readonly plan: XesPlan
      }
    | undefined
  readonly #classifiers = new Map<string, readonly string[]>()
  readonly #promised = new Set<string>()
  readonly #names = new Map<string, number>()
  readonly #keysSeen = new Set<string>()
  readonly #known: TagWords[] = []
  #classifier: readonly string[] | undefined
  #state = 0
  #inTrace = false
  #inGlobal = false
  /** Names of the open attributes of the event or trace, outermost first. */
  readonly #path: string[] = []
  #cells: Cell[] = []
  #trace: Cell[] = []
  #traceName: string | undefined
  #line = 0
  #offset = 0
  #start = 0
  #bad = false
  #any = false
  /** Some event has a value by the classifier. */
  #classified = false

  constructor(mapping: Mapping, sink: XesRowSink) {
    this.#sink = sink
    this.#mapping = mapping
    this.#stream = new XesStream(this, mapping.encoding)
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
    if (this.fault) return
    const { classifier, columns, attributes } = this.#mapping
    if (classifier !== undefined && this.#any && !this.#classified && !this.#classifiers.has(classifier)) {
      this.fault = { message: xesMessages.noClassifier(classifier, [...this.#classifiers.keys()]) }
      return
    }
    for (const column of [...Object.values(columns), ...attributes.values()]) {
      if (!this.#keysSeen.has(column)) this.#sink.note(1, logMessages.columnNeverSeen(column))
    }
  }

  open(tag: XmlScanner): void {
    const aside = this.#aside
    if (aside.foreign) {
      if (!tag.empty) aside.open(true)
      return
    }
    const words = this.#wordsOf(tag)
    const { kind } = words
    if (aside.depth > 0) {
      this.#stray(tag, kind)
      if (!tag.empty) aside.open(kind === XES.other)
      return
    }
    if (this.#inGlobal) {
      tag.unfold()
      const key = attributeText(tag, KEY)
      if (key !== undefined) this.#promised.add(key)
      if (!tag.empty) aside.enter(true)
    } else if (this.#path.length > 0 || kind === XES.attribute || kind === XES.list) this.#openAttribute(tag, words)
    else if (kind === XES.event && (this.#state === XES.trace || this.#state === XES.log)) this.#openEvent(tag)
    else if (kind === XES.trace && this.#state === XES.log) this.#openTrace(tag)
    else if (this.#state === 0) this.#openRoot(tag, kind)
    else if (kind === XES.global && this.#state === XES.log && !tag.empty) {
      tag.unfold()
      if (attributeText(tag, SCOPE) === 'trace') aside.enter(true)
      else this.#inGlobal = true
    } else {
      if (kind === XES.classifier) this.#noteClassifier(tag)
      else this.#stray(tag, kind)
      if (!tag.empty) aside.enter(kind === XES.other)
    }
  }

  /** What stands where it does not belong is told, not lost. */
  #stray(tag: XmlScanner, kind: number): void {
    if (kind !== XES.event && kind !== XES.trace && kind !== XES.log) return
    const start = tag.base + tag.tagFrom
    if (kind === XES.trace) this.#sink.note(tag.line, xesMessages.strayTrace())
    else if (kind === XES.log) {
      this.fault ??= { message: xesMessages.secondLog(tag.line, this.#stream.offsetOf(start)) }
    } else {
      const raw = tag.raw(start, KEPT_RAW)
      this.#sink.reject(tag.line, this.#stream.offsetOf(start), xesMessages.strayEvent(), raw)
    }
  }

  close(tag: XmlScanner): void {
    if (this.#aside.depth > 0) this.#aside.close()
    else if (this.#inGlobal) this.#inGlobal = false
    else if (this.#path.length > 0) this.#path.pop()
    else if (this.#state === XES.event) this.#closeEvent(tag)
    else if (this.#state === XES.trace) this.#closeTrace()
  }

  #openRoot(tag: XmlScanner, kind: number): void {
    if (kind !== XES.log) {
      this.fault = { message: xesMessages.otherRoot(this.#elements.strangeRoot ?? '') }
      this.#aside.enterForGood()
    } else if (!tag.empty) this.#state = XES.log
  }

  #openTrace(tag: XmlScanner): void {
    this.#state = XES.trace
    this.#inTrace = true
    this.#trace = []
    this.#traceName = undefined
    if (tag.empty) this.#closeTrace()
  }

  #closeTrace(): void {
    const leftOut = this.#folder.flush((event) => this.#emit(event))
    if (leftOut > 0) this.#sink.note(1, xesMessages.leftOut(), leftOut)
    this.#inTrace = false
    this.#state = XES.log
  }

  #openEvent(tag: XmlScanner): void {
    this.#state = XES.event
    this.#line = tag.line
    this.#start = tag.base + tag.tagFrom
    this.#offset = this.#stream.offsetOf(this.#start)
    tag.keep = this.#start
    this.#cells = []
    this.#bad = false
    if (tag.empty) this.#closeEvent(tag)
  }

  /** What a tag says before the value it ends in. Tags repeat: of one shape it is made out once. */
  #wordsOf(tag: XmlScanner): TagWords {
    const { shape } = tag
    const known = shape === undefined || shape.mark === 0 ? undefined : this.#known[shape.mark - 1]
    if (known !== undefined) return known
    const kind = this.#elements.kindOf(tag)
    const name = tag.text(tag.nameFrom, tag.nameTo, HIGH_NAME)
    const type = name.slice(name.indexOf(':') + 1)
    tag.unfold()
    const last = tag.count * STRIDE - 1
    let bad = false
    for (let i = STRIDE - 1; i < last; i += STRIDE) if ((tag.attributes[i] as number) & VALUE.bad) bad = true
    const lasting = endsInValue(tag, shape) && !bad && !tag.special
    const words = { kind, type, ...(lasting ? { key: attributeText(tag, KEY) ?? '' } : {}) }
    if (shape !== undefined && (lasting || tag.count === 0) && !tag.special && this.#known.length < MOST_KNOWN) {
      shape.mark = this.#known.push(words)
    }
    return words
  }

  #openAttribute(tag: XmlScanner, { kind, type, key: plain }: TagWords): void {
    const wanted = this.#state === XES.event || this.#state === XES.trace
    if (!wanted || this.#path.length >= MOST_NESTED) {
      if (wanted) this.#sink.note(tag.line, xesMessages.tooDeep())
      if (!tag.empty) this.#aside.enter(false)
      return
    }
    const outer = this.#path.at(-1)
    if (kind === XES.values) {
      if (!tag.empty) this.#path.push(outer ?? '')
      return
    }
    if (kind !== XES.attribute && kind !== XES.list) {
      this.#stray(tag, kind)
      if (!tag.empty) this.#aside.enter(kind === XES.other)
      return
    }
    if (plain === undefined) tag.unfold()
    const key = plain ?? attributeText(tag, KEY)
    const value =
      plain === undefined ? attributeText(tag, VALUE_NAME) : tag.text(tag.lastFrom, tag.lastTo, tag.lastFlags)
    if (plain !== undefined) {
      if (tag.lastFlags & VALUE.bad) this.#bad = true
    } else for (let i = 4; i < tag.count * 5; i += 5) if ((tag.attributes[i] as number) & VALUE.bad) this.#bad = true
    const name = outer === undefined || outer === '' ? (key ?? '') : `${outer}.${key ?? ''}`
    if (!tag.empty) this.#path.push(name)
    if (value === undefined || key === undefined || key === '') return
    const cells = this.#state === XES.event ? this.#cells : this.#trace
    cells.push({ key: name, value: this.#typed(tag, type, name, value) })
  }

  /** A value in the type its element states; what is not of the type stays text. */
  #typed(tag: XmlScanner, type: string, key: string, text: string): Value {
    if (type !== 'boolean' && type !== 'int' && type !== 'float') return text.trim() === '' ? '' : text
    const plain = text.trim()
    if (plain === '') return ''
    if (type === 'boolean') {
      if (/^(true|1)$/i.test(plain)) return true
      if (/^(false|0)$/i.test(plain)) return false
    } else if (type === 'int') {
      const number = Number(plain)
      // Long ids are not rounded.
      if (/^[+-]?\d+$/.test(plain)) return Number.isSafeInteger(number) ? number : plain
    } else if (type === 'float') {
      const number = Number(plain)
      if (Number.isFinite(number)) return number
      if (/^([+-]?INF|NaN)$/i.test(plain)) return plain
    }
    this.#sink.note(tag.line, xesMessages.wrongType(key, type))
    return text
  }

  #closeEvent(tag: XmlScanner): void {
    this.#state = this.#inTrace ? XES.trace : XES.log
    const from = this.#start
    const raw = () => tag.raw(from, KEPT_RAW)
    tag.keep = -1
    if (!this.#inTrace) this.#sink.reject(this.#line, this.#offset, xesMessages.eventOutside(), raw())
    else if (this.#bad) this.#sink.reject(this.#line, this.#offset, xesMessages.badValue(), raw())
    else this.#take(raw)
  }

  #take(raw: () => string): void {
    this.#any = true
    const event: PendingEvent = { line: this.#line, offset: this.#offset, cells: this.#cells, raw }
    const lifecycle = this.#mapping.lifecycle ?? 'all'
    const activity = lifecycle === 'all' ? undefined : this.#activityOf(event.cells)
    // An event without a name is rejected, whatever its transition.
    if (activity === undefined) {
      this.#emit(event)
      return
    }
    const valueOf = (key: string): string => String(event.cells.find((cell) => cell.key === key)?.value ?? '')
    const step = stepOf(valueOf('lifecycle:transition'))
    if (lifecycle === 'complete') {
      if (step === STEP.complete || step === STEP.none) this.#emit(event)
      else this.#sink.note(this.#line, xesMessages.leftOut())
      return
    }
    const text = raw()
    const key = JSON.stringify([activity, valueOf('concept:instance')])
    this.#folder.add({ ...event, raw: () => text }, key, step, (complete, start) => {
      const started = start.cells.find((cell) => cell.key === 'time:timestamp')?.value
      return typeof started === 'string' ? { ...complete, started } : complete
    })
  }

  #activityOf(cells: readonly Cell[]): string | undefined {
    const { classifier, columns } = this.#mapping
    this.#classifier ??=
      classifier === undefined
        ? [columns.event ?? 'concept:name']
        : (this.#classifiers.get(classifier) ?? classifier.split('+'))
    const parts = this.#classifier.map((key) => String(cells.find((cell) => cell.key === key)?.value ?? ''))
    if (!parts.some((part) => part.trim() !== '')) return undefined
    this.#classified = true
    return parts.join('+')
  }

  #emit({ line, offset, cells, raw, started }: PendingEvent): void {
    const trace = this.#trace
    const plan = this.#planOf(cells, trace, line)
    for (const key of plan.broken) this.#sink.note(line, xesMessages.missingGlobal(key))
    const cellAt = (column: number): Value | undefined => (cells[column] ?? trace[column - cells.length])?.value
    const values: (string | undefined)[] = FIELDS.map(() => undefined)
    for (const { field, column } of plan.fields) {
      const text = textOf(cellAt(column))
      if (text !== undefined) values[FIELD[field]] = field === 'text' ? text : text.trim()
    }
    if (this.#mapping.classifier !== undefined) values[FIELD.event] = this.#activityOf(cells)
    values[FIELD.interaction] = plan.named ? this.#nameOf(values[FIELD.interaction], line) : values[FIELD.interaction]
    let attributes: Readonly<Attributes> = NO_ATTRIBUTES
    for (const { name, column } of plan.attributes) {
      const value = cellAt(column)
      if (value === undefined || value === '') continue
      if (attributes === NO_ATTRIBUTES) attributes = createAttributes()
      ;(attributes as Attributes)[name] = typeof value === 'string' ? value.trim() : value
    }
    if (started !== undefined) {
      if (attributes === NO_ATTRIBUTES) attributes = createAttributes()
      ;(attributes as Attributes)['start_timestamp'] = started
    }
    this.#sink.row(line, offset, values, attributes, raw)
  }

  /** Events of one log mostly have the attributes of the one before. */
  #planOf(cells: readonly Cell[], trace: readonly Cell[], line: number): XesPlan {
    const last = this.#lastPlan
    if (last && sameKeys(last.cells, cells, last.cells.length) && sameKeys(last.trace, trace, last.traced))
      return last.plan
    const [keys, traceKeys] = [cells.map(({ key }) => key), trace.map(({ key }) => key)]
    const signature = JSON.stringify([keys, traceKeys])
    let plan = this.#plans.get(signature)
    if (plan === undefined) {
      plan = planXes(keys, traceKeys, this.#mapping, this.#promised)
      for (const note of plan.notes) this.#sink.note(line, note)
      for (const heading of plan.headings) if (this.#keysSeen.size < 10_000) this.#keysSeen.add(heading)
      if (this.#plans.size >= 1000) this.#plans.clear()
      this.#plans.set(signature, plan)
    }
    this.#lastPlan = { cells, trace, traced: trace.length, plan }
    return plan
  }

  /** The interaction of a trace: its name, and for the second of that name `name#2`. */
  #nameOf(name: string | undefined, line: number): string | undefined {
    if (name === undefined) return undefined
    if (this.#traceName === undefined) {
      const times = (this.#names.get(name) ?? 0) + 1
      this.#names.set(name, times)
      this.#traceName = times === 1 ? name : `${name}#${times}`
      if (times > 1) this.#sink.note(line, xesMessages.repeatedTrace())
    }
    return this.#traceName
  }

  #noteClassifier(tag: XmlScanner): void {
    tag.unfold()
    const name = attributeText(tag, NAME)
    const keys = attributeText(tag, KEYS)
    if (name !== undefined && keys !== undefined) this.#classifiers.set(name, readClassifierKeys(keys))
  }
}

function textOf(value: Value | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  const text = String(value as string | number | boolean)
  return text.trim() === '' ? undefined : text
}

/** Whether both have the same keys in order; the first as far as it went when it had `length`. */
function sameKeys(a: readonly Cell[], b: readonly Cell[], length: number): boolean {
  if (b.length !== length || a.length < length) return false
  if (a === b) return true
  for (let i = 0; i < length; i++) if (a[i]?.key !== b[i]?.key) return false
  return true
}
