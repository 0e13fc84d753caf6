import { type LineFault, type LineSink, MAX_RECORD_BYTES } from './decode-lines.ts'

/** Why a stretch of a CSV file is no record. */
export type CsvFault = LineFault | { readonly kind: 'quote'; readonly at: number }

/** Receives what a CSV file holds: its records, and the stretches that are none. Nothing is left out but empty lines. */
export interface RecordSink {
  record(fields: string[], line: number, offset: number, raw: () => string): void
  broken(fault: CsvFault, line: number, offset: number, raw: string): void
}

interface PendingLine {
  readonly text: string
  readonly ending: string
  readonly line: number
  readonly offset: number
  readonly fault: LineFault | undefined
}

/**
 * CSV after RFC 4180, losing nothing: a quote inside an unquoted field is text; a quoted field may hold line ends; where
 * a quote is broken (text after the closing quote, or no closing quote), the record is given up at the first line end
 * after the opening quote and reading goes on with the next line, so that one bad quote never swallows its neighbours.
 * A record over several lines that has not the number of fields of the heading is taken for such a broken quote too.
 */
export class CsvScanner implements LineSink {
  /** Number of fields of the heading; 0 until it is known. */
  expected = 0
  readonly #delimiter: string
  readonly #sink: RecordSink
  #block = ''
  #quoteAt = -1
  #pending: PendingLine[] = []
  #pendingLength = 0
  #fields: string[] = []
  #part = ''
  #quoted = false
  /** Index in `pending` of the line in which the current quoted field began, and the first that ran over a line end. */
  #opened = 0
  #firstRun = -1

  constructor(delimiter: string, sink: RecordSink) {
    this.#delimiter = delimiter
    this.#sink = sink
  }

  /** Whether a record has begun that goes on in the next line. */
  get isOpen(): boolean {
    return this.#pending.length > 0
  }

  line(block: string, from: number, to: number, line: number, offset: number, fault: LineFault | undefined): void {
    if (this.#pending.length === 0 && fault === undefined && !this.#hasQuote(block, from, to)) {
      if (from === to) return
      const fields = this.#split(block, from, to)
      if (fields.length === 1 && fields[0]?.trim() === '') return
      this.#sink.record(fields, line, offset, () => block.slice(from, to))
      return
    }
    const ending = block.startsWith('\r\n', to) ? '\r\n' : block.charAt(to)
    this.#feed({ text: block.slice(from, to), ending, line, offset, fault })
  }

  end(): void {
    while (this.#pending.length > 0) {
      const rest = this.#giveUp(this.#opened, { kind: 'quote', at: this.#pending[this.#opened]?.offset ?? 0 })
      for (const line of rest) this.#feed(line)
    }
  }

  /** Forgets a record that has begun. */
  clear(): void {
    this.#reset()
  }

  /** Whether the line holds a quote; the place of the block's next quote is kept, so that a block is searched once. */
  #hasQuote(block: string, from: number, to: number): boolean {
    if (block !== this.#block) {
      this.#block = block
      this.#quoteAt = block.indexOf('"', from)
    } else if (this.#quoteAt !== -1 && this.#quoteAt < from) this.#quoteAt = block.indexOf('"', from)
    return this.#quoteAt !== -1 && this.#quoteAt < to
  }

  #split(block: string, from: number, to: number): string[] {
    const fields: string[] = []
    let at = from
    for (;;) {
      const next = block.indexOf(this.#delimiter, at)
      if (next === -1 || next >= to) {
        fields.push(block.slice(at, to))
        return fields
      }
      fields.push(block.slice(at, next))
      at = next + 1
    }
  }

  #feed(line: PendingLine): void {
    let queue = [line]
    for (let i = 0; i < queue.length; i++) {
      const next = queue[i]
      if (!next) break
      const rest = this.#read(next)
      if (rest.length > 0) {
        queue = [...rest, ...queue.slice(i + 1)]
        i = -1
      }
    }
  }

  /** Reads one more line of the record; gives back the lines that are to be read anew. */
  #read(line: PendingLine): PendingLine[] {
    const begins = this.#pending.length === 0
    if (begins && line.fault?.kind === 'too-long') {
      this.#sink.broken(line.fault, line.line, line.offset, line.text)
      return []
    }
    this.#pending.push(line)
    this.#pendingLength += line.text.length + 1
    const state = line.fault?.kind === 'too-long' ? 'broken' : this.#readFields(line.text, line.ending, begins)
    if (state === 'broken' || (state === 'more' && this.#pendingLength > MAX_RECORD_BYTES)) {
      return this.#giveUp(this.#opened, { kind: 'quote', at: this.#pending[this.#opened]?.offset ?? line.offset })
    }
    if (state === 'more') return []
    if (this.#pending.length > 1 && this.expected > 0 && this.#fields.length !== this.expected) {
      return this.#giveUp(this.#firstRun, { kind: 'quote', at: this.#pending[this.#firstRun]?.offset ?? line.offset })
    }
    this.#finish()
    return []
  }

  #readFields(text: string, ending: string, begins: boolean): 'done' | 'more' | 'broken' {
    let at = 0
    if (begins) {
      this.#fields = []
      this.#firstRun = -1
      this.#quoted = false
    }
    for (;;) {
      if (!this.#quoted) {
        if (text.charCodeAt(at) === 34) {
          this.#quoted = true
          this.#opened = this.#pending.length - 1
          this.#part = ''
          at++
          continue
        }
        const next = text.indexOf(this.#delimiter, at)
        if (next === -1) {
          this.#fields.push(text.slice(at))
          return 'done'
        }
        this.#fields.push(text.slice(at, next))
        at = next + 1
        continue
      }
      const quote = text.indexOf('"', at)
      if (quote === -1) {
        this.#part += text.slice(at) + ending
        if (this.#firstRun === -1) this.#firstRun = this.#opened
        return 'more'
      }
      if (text.charCodeAt(quote + 1) === 34) {
        this.#part += text.slice(at, quote + 1)
        at = quote + 2
        continue
      }
      this.#part += text.slice(at, quote)
      at = quote + 1
      while (text.charCodeAt(at) === 32) at++
      const ends = at >= text.length
      if (!ends && !text.startsWith(this.#delimiter, at)) return 'broken'
      this.#fields.push(this.#part)
      this.#quoted = false
      if (ends) return 'done'
      at++
    }
  }

  /** Rejects the pending lines up to `last`, and gives back those after it. */
  #giveUp(last: number, fault: CsvFault): PendingLine[] {
    const given = this.#pending.slice(0, last + 1)
    const rest = this.#pending.slice(last + 1)
    const first = given[0]
    this.#reset()
    if (first)
      this.#sink.broken(given.find((line) => line.fault)?.fault ?? fault, first.line, first.offset, rawOf(given))
    return rest
  }

  #finish(): void {
    const lines = this.#pending
    const fields = this.#fields
    const first = lines[0]
    this.#reset()
    if (!first) return
    const fault = lines.find((line) => line.fault)?.fault
    if (fault) this.#sink.broken(fault, first.line, first.offset, rawOf(lines))
    else if (fields.length > 1 || fields[0]?.trim() !== '') {
      this.#sink.record(fields, first.line, first.offset, () => rawOf(lines))
    } else if (first.text.trim() !== '') this.#sink.record(fields, first.line, first.offset, () => rawOf(lines))
  }

  #reset(): void {
    this.#pending = []
    this.#pendingLength = 0
    this.#fields = []
    this.#part = ''
    this.#quoted = false
    this.#opened = 0
    this.#firstRun = -1
  }
}

function rawOf(lines: readonly PendingLine[]): string {
  return lines.map((line, i) => (i < lines.length - 1 ? line.text + line.ending : line.text)).join('')
}
