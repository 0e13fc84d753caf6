import type { Message } from '../diagnostic/diagnostic.ts'
import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { cleanCell, cleanText } from './clean-cell.ts'
import { type Attributes, createAttributes, NO_ATTRIBUTES } from './attributes.ts'
import { LineDecoder, type LineFault, type LineSink, MAX_RECORD_BYTES, type PlainLines } from './decode-lines.ts'
import { type Encoding, findInvalidUtf8, guessEncoding } from './encoding.ts'
import type { Value } from './event.ts'
import { FIELD, FIELDS, type FieldName } from './fields.ts'
import { type LogFormat, type Mapping, NO_MAPPING } from './mapping.ts'
import { logMessages } from './messages.ts'
import { MAX_JSON_DEPTH, parseJsonLine } from './parse-json.ts'
import { type ColumnPlan, planColumns } from './plan-columns.ts'
import type { ByteRows, RowSink } from './row.ts'
import { CsvScanner, type CsvFault } from './scan-csv.ts'
import { LineSplitter } from './split-line.ts'
import { XesRows } from './xes-rows.ts'
import { guessDelimiter, HEAD_BYTES, seenInstead, SEPARATOR_LINE, sniffFormat } from './sniff.ts'

export interface RowReaderOptions {
  readonly mapping?: Mapping
  /** Believed instead of sniffing; wins over the mapping's. */
  readonly format?: LogFormat
  /** The encoding a first reading has settled on (`RowReader.retryAs`). */
  readonly encoding?: Encoding
  /** Another reads the same bytes and settles their encoding. */
  readonly follows?: boolean
  /** A part of a file is read that is not its first: its head only tells how it is written; rows come after `jump`. */
  readonly later?: boolean
}

/** How a file of CSV is written that can be read in parts. */
export interface CsvLayout {
  readonly columns: number
  /** One byte. */
  readonly delimiter: number
}

/** How far a part was read: what the parts of a file must add up to for what it was told of it to be true. */
export interface PartEnd {
  /** Whether it ends where a record does: then what comes behind it is read as if all had been read by one. */
  readonly isBetween: boolean
  readonly lines: number
  readonly evidence: LineDecoder['evidence']
}

/** Why a file is no log that can be read; what it holds was not kept. */
export interface LogFault {
  readonly message: Message
  readonly hint?: Message
}

/** How much of a row that was rejected is kept as raw text, in characters. */
const KEPT_RAW = 64 * 1024
/** Distinct sets of keys remembered for JSON Lines. */
const MAX_SHAPES = 1000

/**
 * Reads the rows of one log from its bytes, whatever the chunks they come in: `push` them all, then `end`. Every row of
 * the file reaches the sink exactly once, as a row or as a reject. After `end`, `retryAs` says whether the whole file
 * shows that the encoding was guessed wrongly; what the sink got is then void, and the file is to be read again.
 */
export class RowReader {
  /** Set when the file is no log that can be read; nothing more reaches the sink. */
  fault: LogFault | undefined
  retryAs: Encoding | undefined
  /** Rows handed to the sink, kept or rejected. */
  read = 0
  readonly #mapping: Mapping
  readonly #options: RowReaderOptions
  readonly #sink: RowSink
  #head: Uint8Array[] = []
  #headLength = 0
  #xes: XesRows | undefined
  #decoder: LineDecoder | undefined
  #scanner: CsvScanner | undefined
  #delimiter = ''
  #bytes: ByteRows | undefined
  #splitter: LineSplitter | undefined
  #lines: LineSink | undefined
  #terminator: 10 | 13 = 10
  #waits: boolean
  readonly #plain: PlainLines = { to: 0, lines: 0, wide: 0 }
  #encoding: Encoding = 'utf-8'
  #guessed = false
  #plan: ColumnPlan | undefined
  #columns = 0
  readonly #shapes = new Map<string, ColumnPlan>()
  readonly #keysSeen = new Set<string>()
  readonly #constants: readonly (readonly [number, string])[]
  readonly #constantAttributes: readonly (readonly [string, Value])[]

  constructor(sink: RowSink, options: RowReaderOptions = {}) {
    this.#sink = sink
    this.#options = options
    this.#mapping = options.mapping ?? NO_MAPPING
    this.#waits = options.later === true
    const constants = [...this.#mapping.constants]
    const fieldOf = (name: string) => FIELDS.find((field) => field === (name === 'event-id' ? 'id' : name))
    this.#constants = constants.flatMap(([name, value]) => {
      const field = fieldOf(name)
      return field ? [[FIELD[field], String(value)] as const] : []
    })
    this.#constantAttributes = constants.filter(([name]) => !fieldOf(name))
  }

  push(chunk: Uint8Array): void {
    if (this.fault || this.retryAs) return
    if (this.#xes) {
      this.#xes.push(chunk)
      this.fault = this.#xes.fault
      return
    }
    if (this.#decoder) {
      this.#decoder.push(chunk)
      return
    }
    // The head is the same whatever the chunks, and so is all that is guessed from it.
    const wanted = HEAD_BYTES - this.#headLength
    this.#head.push(chunk.slice(0, wanted))
    this.#headLength += Math.min(chunk.length, wanted)
    if (this.#headLength < HEAD_BYTES) return
    this.#start(false)
    if (chunk.length > wanted) this.push(chunk.subarray(wanted))
  }

  end(): void {
    if (!this.fault && !this.#decoder && !this.#xes) this.#start(true)
    if (this.fault || this.retryAs) return
    if (this.#xes) {
      this.#xes.end()
      this.fault = this.#xes.fault
      return
    }
    this.#decoder?.end()
    this.#scanner?.end()
    if (this.fault || this.retryAs) return
    if (!this.#plan && this.#scanner) {
      this.fault = { message: { zh: '没有表头', en: 'there is no heading row' } }
      return
    }
    this.#settleEncoding()
    this.#checkKeys()
  }

  /** Begins although the head is shorter than it may be; there are no more bytes of it. */
  endHead(): void {
    if (!this.fault && !this.#decoder && !this.#xes) this.#start(false)
  }

  /** Once the head was pushed; undefined where a file like this must be read from its beginning to its end. */
  get layout(): CsvLayout | undefined {
    if (this.fault || this.retryAs || !this.#bytes || this.#encoding !== 'utf-8' || this.#terminator !== 10) {
      return undefined
    }
    const delimiter = this.#delimiter.charCodeAt(0)
    return delimiter < 0x80 ? { columns: this.#columns, delimiter } : undefined
  }

  /** Goes on at a byte of the file where a record begins, if the head has a layout. Lines are counted from 1 there. */
  jump(offset: number): void {
    const lines = this.#lines
    if (lines === undefined || this.layout === undefined) throw new Error('a file without a layout has no parts')
    this.#decoder = new LineDecoder(this.#encoding, lines, offset, this.#terminator)
    this.#scanner?.clear()
    this.#waits = false
  }

  /** In place of `end`, for a part that is not the last. */
  endPart(): PartEnd {
    const decoder = this.#decoder
    const isBetween =
      this.layout !== undefined && decoder?.isBetween === true && this.#scanner?.isOpen === false && !this.#waits
    return { isBetween, lines: decoder?.lines ?? 0, evidence: this.evidence }
  }

  /** What the lines read say of the encoding, where it was guessed; all of the file decides. */
  get evidence(): LineDecoder['evidence'] {
    return (this.#guessed ? this.#decoder?.evidence : undefined) ?? { utf8: 0, gb18030: 0 }
  }

  /** The encoding in which the file was read. */
  get encoding(): Encoding {
    return this.#encoding
  }

  #settleEncoding(): void {
    const evidence = this.#decoder?.evidence
    if (!evidence || !this.#guessed || this.#options.follows === true) return
    const settled: Encoding = evidence.gb18030 > evidence.utf8 ? 'gb18030' : 'utf-8'
    const silent = evidence.gb18030 === 0 && evidence.utf8 === 0
    if (!silent && settled !== this.#encoding) this.retryAs = settled
    else if (this.#encoding === 'gb18030') this.#sink.note(1, logMessages.guessedEncoding('gb18030'))
  }

  #start(whole: boolean): void {
    const head = joinBytes(this.#head, this.#headLength)
    this.#head = []
    const format = this.#recognise(head, whole)
    if (this.fault || !format) return
    if (format === 'xes') {
      this.#readXes(head)
      return
    }
    const guess = guessEncoding(head, this.#options.encoding ?? this.#mapping.encoding)
    this.#encoding = guess.encoding
    this.#guessed = !guess.sure
    if (this.#options.encoding === 'gb18030') this.#sink.note(1, logMessages.guessedEncoding('gb18030'))
    const text = decodeHead(head.subarray(guess.markBytes), guess.encoding)
    const terminator = text.includes('\r') && !text.includes('\n') ? 13 : 10
    if (format === 'csv') {
      const delimiter = this.#mapping.delimiter ?? separatorOf(text) ?? guessDelimiter(text, this.#mapping)
      this.#delimiter = delimiter
      this.#scanner = new CsvScanner(delimiter, {
        record: (fields, line, offset, raw) => this.#record(fields, line, offset, raw),
        broken: (fault, line, offset, raw) => this.#broken(fault, line, offset, raw),
      })
    }
    const scanner = this.#scanner
    const sink: LineSink =
      scanner === undefined
        ? { line: (block, from, to, line, offset, fault) => this.#jsonLine(block.slice(from, to), line, offset, fault) }
        : {
            line: scanner.line.bind(scanner),
            ...(guess.encoding === 'utf-8' && this.#delimiter.charCodeAt(0) < 0x80
              ? { plain: (bytes: Uint8Array, from: number, line: number) => this.#plainLines(bytes, from, line) }
              : {}),
          }
    this.#lines = sink
    this.#terminator = terminator
    this.#decoder = new LineDecoder(guess.encoding, sink, guess.markBytes, terminator)
    this.#decoder.push(head.subarray(guess.markBytes))
  }

  #readXes(head: Uint8Array): void {
    this.#xes = new XesRows(this.#mapping, {
      row: (line, offset, values, attributes, raw) => {
        this.read++
        this.#row(line, offset, values, attributes, raw)
      },
      reject: (line, offset, reason, raw) => {
        this.read++
        this.#reject(line, offset, reason, raw)
      },
      note: (line, reason, occurrences = 1) => {
        for (let k = 0; k < occurrences; k++) this.#sink.note(line, reason)
      },
    })
    this.push(head)
  }

  #recognise(head: Uint8Array, whole: boolean): LogFormat | undefined {
    if (whole && head.length === 0) {
      this.fault = { message: { zh: '文件是空的', en: 'the file is empty' } }
      return undefined
    }
    const other = seenInstead(head)
    if (other) {
      this.#failAs(other)
      return undefined
    }
    const named = this.#options.format ?? this.#mapping.format
    if (named) return named
    const guess = guessEncoding(head, this.#options.encoding ?? this.#mapping.encoding)
    const seen = sniffFormat(decodeHead(head.subarray(guess.markBytes), guess.encoding))
    if (typeof seen === 'string') return seen
    this.#failAs(seen)
    return undefined
  }

  #failAs(seen: Message): void {
    this.fault = {
      message: { zh: `不是能读取的日志：是${seen.zh}`, en: `not a log that can be read: ${seen.en}` },
      hint: {
        zh: '能读取 CSV、JSON Lines 与 XES（可为 .gz）；格式可用 --log-format 指明',
        en: 'CSV, JSON Lines and XES are read, also as .gz; --log-format names the format',
      },
    }
  }

  #record(fields: string[], line: number, offset: number, raw: () => string): void {
    if (this.fault || this.retryAs) return
    const plan = this.#plan
    if (!plan) {
      if (line === 1 && SEPARATOR_LINE.test(raw())) return
      this.#headings(fields, line)
      return
    }
    if (this.#waits) return
    this.read++
    const extra = fields.length - this.#columns
    if (extra !== 0) {
      // Spreadsheets write empty cells after the last column; anything else in them would be lost.
      const blank = extra > 0 && fields.slice(this.#columns).every((field) => field.trim() === '')
      if (!blank) {
        const empty = fields.every((field) => field.trim() === '')
        const reason = empty
          ? logMessages.emptyRow()
          : extra < 0
            ? logMessages.tooFewFields(fields.length, this.#columns)
            : logMessages.tooManyFields(fields.length, this.#columns)
        this.#reject(line, offset, reason, raw())
        return
      }
    }
    const values: (string | undefined)[] = EMPTY.slice()
    for (const { field, column } of plan.fields) {
      const value = field === 'text' ? cleanText(fields[column] ?? '') : cleanCell(fields[column] ?? '')
      if (value !== undefined) values[FIELD[field]] = value
    }
    let attributes: Readonly<Attributes> = NO_ATTRIBUTES
    if (plan.attributes.length > 0) {
      const own = createAttributes()
      let some = false
      for (const { name, column } of plan.attributes) {
        const value = cleanCell(fields[column] ?? '')
        if (value === undefined) continue
        own[name] = value
        some = true
      }
      if (some) attributes = own
    }
    this.#row(line, offset, values, attributes, raw)
  }

  /**
   * Takes lines as bytes for as long as there is nothing to them: no quote that runs on, every heading its field, valid
   * UTF-8. The line at which it stops is read with all care, as text.
   */
  #plainLines(bytes: Uint8Array, from: number, line: number): PlainLines {
    const plain = this.#plain
    plain.to = from
    plain.lines = 0
    plain.wide = 0
    const rows = this.#bytes
    const splitter = this.#splitter
    const isBusy = this.#waits || this.fault !== undefined || this.retryAs !== undefined
    if (rows === undefined || splitter === undefined || isBusy || this.#scanner?.isOpen) return plain
    const { length } = bytes
    let at = from
    let quote = -1
    while (at < length) {
      const first = bytes[at]
      if (first === 10 || (first === 13 && (at + 1 === length || bytes[at + 1] === 10))) {
        plain.lines++
        at += first === 10 ? 1 : 2
        continue
      }
      if (!rows.judges && splitter.find(bytes, at, rows.idColumn)) {
        const { bounds, hashes } = splitter
        const isForeign =
          rows.isClean(bytes, bounds[0] as number, bounds[1] as number) && !rows.falls(hashes[0] as number)
        if (isForeign) {
          // A row of another: it need only end where its line does.
          const found = bytes.indexOf(10, at)
          const end = found === -1 ? length : found
          if (quote < at) quote = endless(bytes.indexOf(34, at))
          if (end < quote) {
            if (end - at >= MAX_RECORD_BYTES) break
            this.read++
            plain.lines++
            at = end + 1
            continue
          }
        }
      }
      if (splitter.split(bytes, at) !== this.#columns) break
      const { end } = splitter
      if (end - at >= MAX_RECORD_BYTES) break
      const own = rows.owns(bytes, splitter)
      const wide = splitter.bits >= 0x80
      if (wide && (own || rows.judges) && findInvalidUtf8(bytes, at, end) !== -1) break
      if (!own && rows.judges && !rows.isWhole(bytes, splitter)) break
      if (own && !rows.row(bytes, splitter, line + plain.lines)) break
      if (wide) plain.wide++
      this.read++
      plain.lines++
      at = end + 1
    }
    plain.to = Math.min(at, bytes.length)
    return plain
  }

  #headings(fields: readonly string[], line: number): void {
    const plan = planColumns(fields, this.#mapping)
    const shown = fields.map((field) => field.trim()).filter((field) => field !== '')
    const missing = plan.missing[0]
    if (missing !== undefined) {
      const near = nearestName(missing, shown)
      this.fault = {
        message: {
          zh: `映射文件中的列 \`${missing}\` 不在表头中${near ? `；是否为 \`${near}\`？` : ''}`,
          en: `the column \`${missing}\` of the mapping is not in the heading row${near ? `; did you mean \`${near}\`?` : ''}`,
        },
        hint: { zh: `表头：${listOf(shown, 'zh')}`, en: `the headings are ${listOf(shown, 'en')}` },
      }
      return
    }
    const has = (field: FieldName) => plan.fields.some((one) => one.field === field) || this.#isConstant(field)
    const lacks = (['interaction', 'event'] as const).filter((field) => !has(field))
    if (lacks.length > 0) {
      const names = { interaction: { zh: '交互编号', en: 'interaction id' }, event: { zh: '事件', en: 'event' } }
      this.fault = {
        message: {
          zh: `无法识别的日志：表头中没有${lacks.map((field) => names[field].zh).join('和')}一列`,
          en: `a log of unknown format: no heading is understood as the ${lacks.map((field) => names[field].en).join(' or the ')}`,
        },
        hint: {
          zh: `第 ${line} 行的表头：${listOf(shown, 'zh')}；可用映射文件（--mapping）指明各列`,
          en: `line ${line} holds ${listOf(shown, 'en')}; a mapping file (--mapping) says which column is which`,
        },
      }
      return
    }
    this.#plan = plan
    this.#columns = fields.length
    if (this.#scanner) this.#scanner.expected = fields.length
    this.#bytes = fields.length > 1 ? this.#sink.takeBytes?.(plan) : undefined
    if (this.#bytes) {
      this.#splitter = new LineSplitter(this.#delimiter.charCodeAt(0), fields.length + 1, this.#bytes.unhashed)
    }
    if (this.#options.later !== true) for (const note of plan.notes) this.#sink.note(line, note)
  }

  #isConstant(field: FieldName): boolean {
    return this.#constants.some(([slot]) => slot === FIELD[field])
  }

  #jsonLine(text: string, line: number, offset: number, fault: LineFault | undefined): void {
    if (this.fault) return
    if (fault) {
      this.#broken(fault, line, offset, text)
      return
    }
    if (text.trim() === '') return
    this.read++
    const parsed = parseJsonLine(text)
    if (parsed.kind !== 'object') {
      const reason =
        parsed.kind === 'invalid'
          ? logMessages.badJson(parsed.column)
          : parsed.kind === 'too-deep'
            ? logMessages.tooDeep(MAX_JSON_DEPTH)
            : logMessages.notAnObject()
      this.#reject(line, offset, reason, text)
      return
    }
    const keys = Object.keys(parsed.value)
    const plan = this.#planOf(keys)
    const cells = Object.values(parsed.value)
    if (/\\u[dD][89a-fA-F]|[eE]\+?\d{3}/.test(text)) for (const [i, cell] of cells.entries()) cells[i] = keepable(cell)
    const values: (string | undefined)[] = EMPTY.slice()
    for (const { field, column, path } of plan.fields) {
      const value = cellText(path ? follow(cells[column], path) : cells[column], field === 'text')
      if (value !== undefined) values[FIELD[field]] = value
    }
    let attributes: Readonly<Attributes> = NO_ATTRIBUTES
    for (const { name, column, path } of plan.attributes) {
      const cell = path ? follow(cells[column], path) : cells[column]
      const value = typeof cell === 'string' ? cleanCell(cell) : (cell as Value | undefined)
      if (value === undefined || value === null) continue
      if (attributes === NO_ATTRIBUTES) attributes = createAttributes()
      ;(attributes as Attributes)[name] = value
    }
    this.#row(line, offset, values, attributes, () => text)
  }

  #planOf(keys: readonly string[]): ColumnPlan {
    const shape = JSON.stringify(keys)
    let plan = this.#shapes.get(shape)
    if (!plan) {
      plan = planColumns(keys, this.#mapping)
      if (this.#shapes.size >= MAX_SHAPES) this.#shapes.clear()
      this.#shapes.set(shape, plan)
      for (const key of keys) if (this.#keysSeen.size < 10_000) this.#keysSeen.add(key)
    }
    return plan
  }

  /** JSON Lines have no heading row: whether the columns of the mapping are there shows at the end. */
  #checkKeys(): void {
    if (this.#scanner || this.read === 0 || this.retryAs) return
    const keys = [...this.#keysSeen]
    if (keys.length === 0) return
    const plan = planColumns(keys, this.#mapping)
    const has = (field: FieldName) => plan.fields.some((one) => one.field === field) || this.#isConstant(field)
    const lacks = (['interaction', 'event'] as const).find((field) => !has(field))
    if (lacks) {
      const wanted = this.#mapping.columns[lacks]
      const near = wanted === undefined ? undefined : nearestName(wanted, keys)
      const what = lacks === 'interaction' ? { zh: '交互编号', en: 'interaction id' } : { zh: '事件', en: 'event' }
      this.fault = {
        message: wanted
          ? {
              zh: `映射文件中的列 \`${wanted}\` 在日志中从未出现${near ? `；是否为 \`${near}\`？` : ''}`,
              en: `the column \`${wanted}\` of the mapping never occurs in the log${near ? `; did you mean \`${near}\`?` : ''}`,
            }
          : {
              zh: `无法识别的日志：没有一个键是${what.zh}`,
              en: `a log of unknown format: no key is understood as the ${what.en}`,
            },
        hint: {
          zh: `日志中的键：${listOf(keys, 'zh')}；可用映射文件（--mapping）指明`,
          en: `the keys are ${listOf(keys, 'en')}; a mapping file (--mapping) says which is which`,
        },
      }
      return
    }
    for (const column of plan.missing) this.#sink.note(1, logMessages.columnNeverSeen(column))
  }

  #row(
    line: number,
    offset: number,
    values: (string | undefined)[],
    given: Readonly<Attributes>,
    raw: () => string,
  ): void {
    for (const [slot, value] of this.#constants) values[slot] ??= value
    let attributes = given
    for (const [name, value] of this.#constantAttributes) {
      if (attributes[name] !== undefined) continue
      if (attributes === NO_ATTRIBUTES) attributes = createAttributes()
      ;(attributes as Attributes)[name] = value
    }
    if (values[FIELD.interaction] === undefined || values[FIELD.event] === undefined) {
      const empty = attributes === NO_ATTRIBUTES && values.every((value) => value === undefined)
      const reason = empty
        ? logMessages.emptyRow()
        : values[FIELD.interaction] === undefined
          ? logMessages.noInteraction()
          : logMessages.noEvent()
      this.#reject(line, offset, reason, raw())
      return
    }
    const event = this.#mapping.events.get(values[FIELD.event] ?? '')
    if (event !== undefined) values[FIELD.event] = event
    this.#sink.row({ line, offset, values, attributes }, raw)
  }

  #broken(fault: CsvFault, line: number, offset: number, raw: string): void {
    if (this.fault || this.retryAs) return
    const reason =
      fault.kind === 'quote'
        ? logMessages.brokenQuote()
        : fault.kind === 'encoding'
          ? logMessages.badBytes(this.#encoding, fault.at)
          : fault.kind === 'nul'
            ? logMessages.nulBytes()
            : logMessages.tooLong(MAX_RECORD_BYTES)
    if (this.#scanner && !this.#plan) {
      // A heading row that cannot be read says nothing of the rows below it.
      if (fault.kind === 'encoding' && this.#guessed) {
        this.retryAs = this.#encoding === 'utf-8' ? 'gb18030' : 'utf-8'
        return
      }
      this.fault = {
        message: {
          zh: `第 ${line} 行的表头无法读取：${reason.zh}`,
          en: `the heading row in line ${line}: ${reason.en}`,
        },
      }
      return
    }
    if (this.#waits) return
    this.read++
    this.#reject(line, offset, reason, raw)
  }

  #reject(line: number, offset: number, reason: Message, raw: string): void {
    this.#sink.reject({ line, offset, reason, raw: raw.length > KEPT_RAW ? raw.slice(0, KEPT_RAW) : raw })
  }
}

function endless(at: number): number {
  return at === -1 ? Number.POSITIVE_INFINITY : at
}

const EMPTY: readonly (string | undefined)[] = FIELDS.map(() => undefined)

function cellText(cell: unknown, whole: boolean): string | undefined {
  if (typeof cell === 'string') return whole ? cleanText(cell) : cleanCell(cell)
  if (cell === null || cell === undefined) return undefined
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell as number | boolean)
}

/** What no file could keep is made so that it can be: lone surrogates, numbers beyond all bounds. */
function keepable(cell: unknown): unknown {
  if (typeof cell === 'string') return cell.replace(/\p{Surrogate}/gu, '\uFFFD')
  return typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell
}

function follow(cell: unknown, path: readonly string[]): unknown {
  let at = cell
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

function separatorOf(head: string): string | undefined {
  const line = head.slice(0, Math.max(0, head.search(/[\r\n]/)))
  return SEPARATOR_LINE.exec(line)?.[1]
}

function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(head, { stream: true })
}

function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/**
 * Some names for a message; headings may be anything, in a log without a heading row even customers' numbers, so only
 * so many, so much of each, and masked.
 */
function listOf(names: readonly string[], lang: 'zh' | 'en'): string {
  const shown = names.slice(0, 20).map(
    (name) =>
      `\`${maskNumbers(name)
        .slice(0, 40)
        .replace(/[\p{Cc}\p{Cf}]/gu, ' ')}\``,
  )
  const more = names.length - shown.length
  return (
    shown.join(lang === 'zh' ? '、' : ', ') +
    (more > 0 ? (lang === 'zh' ? ` 等 ${names.length} 列` : ` and ${more} more`) : '')
  )
}
