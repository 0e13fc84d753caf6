import type { Message } from '../diagnostic/diagnostic.ts'
import { characterLength } from './character-length.ts'
import * as bytes from './xml-bytes.ts'
import {
  endsLine,
  findRepeated,
  isName,
  passDeclaration,
  type Passed,
  passInstruction,
  passReference,
} from './xml-markup.ts'
import { xmlMessages } from './xml-messages.ts'
import { MAX_XML_DEPTH, OpenElements } from './xml-nesting.ts'
import { ShapeBook, succeed, type TagShape } from './xml-shape.ts'
import { resolveReferences } from './xml-text.ts'

// What is the module's own is known to the compiler; what is imported is looked up each time, and here that is each byte.
const { CLASS, STOPS, STRIDE, VALUE } = bytes
const { NAME_START, NAME, SPACE, HIGH, COLON } = bytes
const XMLNS = bytes.ascii('xmlns')

/** Why a text is no XML that is read, and where: the line and the byte of the place, counted in the whole file. */
export interface XmlFault {
  readonly message: Message
  readonly line: number
  readonly offset: number
}

/**
 * Receives the tags of a document. The scanner itself is the tag: `nameFrom`, `attributes` and the rest hold until the
 * call returns. An element written `<a/>` is opened with `empty` set and never closed.
 */
export interface XmlSink {
  open(tag: XmlScanner): void
  close(tag: XmlScanner): void
}

export interface XmlScannerOptions {
  /** The bytes were made from another encoding: U+FFFD then stands for bytes that could not be read. */
  readonly recoded?: boolean
}

/** The longest tag, comment or stretch of text. */
const MAX_TOKEN = 16 * 1024 * 1024
/** The sink may ask for so much before the tag to be kept (`keep`). */
const MAX_KEPT = 1024 * 1024

const INCOMPLETE = -1
const BROKEN = -2

/**
 * Reads XML 1.0 from UTF-8 bytes, whatever the chunks they come in: `push` them all, then `end`. Tags reach the sink as
 * ranges of bytes, so that what nobody asks for is never made a string. It is held to well-formedness: nesting, quotes,
 * names, characters, references, one root. Refused on purpose: DOCTYPE, and with it all entities but the five of XML.
 * After a fault nothing more reaches the sink.
 */
export class XmlScanner {
  fault: XmlFault | undefined
  /** What is being read; the ranges of a tag are places in it. */
  bytes: Uint8Array = new Uint8Array(64 * 1024)
  /** Byte of the document at which `bytes` begins. */
  base = 0
  tagFrom = 0
  tagTo = 0
  nameFrom = 0
  nameTo = 0
  attributes: Int32Array = new Int32Array(STRIDE * 16)
  count = 0
  /** Place and flags of the value of the last attribute. */
  lastFrom = 0
  lastTo = 0
  lastFlags = 0
  empty = false
  /** The shape of the tag, where it has one: equal shapes are one object. */
  shape: TagShape | undefined
  /** The element has a prefix, or declares a namespace. */
  special = false
  /** Line of the tag, 1-based. */
  line = 1
  /** Bytes from this one of the document on are kept while the sink wants them; -1: none. */
  keep = -1
  #view = new DataView(this.bytes.buffer)
  #unfolded = true
  #shapeAt = 0
  readonly #shapes = new ShapeBook()
  readonly #sink: XmlSink
  readonly #recoded: boolean
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #length = 0
  #at = 0
  #line = 1
  #wanted = 1
  #run = 0
  #runLine = 1
  #before: TagShape | undefined
  #flags = 0
  #lines = 0
  #begun = false
  #first = 0
  #rooted = false
  readonly #open = new OpenElements()

  constructor(sink: XmlSink, { recoded = false }: XmlScannerOptions = {}) {
    this.#sink = sink
    this.#recoded = recoded
  }

  push(chunk: Uint8Array): void {
    if (this.fault) return
    this.#append(chunk)
    // A token that goes on and on is looked at again only when it has doubled.
    if (this.#length - this.#at >= this.#wanted) this.#scan(false)
  }

  end(): void {
    if (this.fault) return
    this.#scan(true)
    if (this.fault) return
    if (this.#open.depth > 0) {
      const { name, line } = this.#open.top()
      this.#fail(this.#length, xmlMessages.unclosed(name, line), this.#line)
    } else if (!this.#rooted) this.#fail(this.#length, xmlMessages.noRoot(), this.#line)
  }

  /** A value, or any range of the tag, as text: decoded, references resolved, line ends and tabs as blanks. */
  text(from: number, to: number, flags: number): string {
    let text = flags & VALUE.high ? this.#decoder.decode(this.bytes.subarray(from, to)) : this.#ascii(from, to)
    if (flags & VALUE.blank) text = text.replace(/\r\n|[\r\n\t]/g, ' ')
    if (flags & VALUE.reference) text = resolveReferences(text)
    return text
  }

  /** The bytes from one place of the document to the end of the tag, as they stand; what is no longer held is left out. */
  raw(from: number, limit: number): string {
    const start = Math.max(0, from - this.base)
    return this.#decoder.decode(this.bytes.subarray(start, Math.min(this.tagTo, start + limit)))
  }

  #ascii(from: number, to: number): string {
    const { bytes } = this
    if (to - from > 200) return this.#decoder.decode(bytes.subarray(from, to))
    let text = ''
    for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number)
    return text
  }

  #append(chunk: Uint8Array): void {
    const keep = this.keep < 0 ? this.#at : Math.max(0, this.keep - this.base)
    const from = Math.min(this.#at, this.#at - keep > MAX_KEPT ? this.#at : keep)
    const left = this.#length - from
    // One byte more, a zero behind the end, so that no loop has to look for the end.
    const need = left + chunk.length + 1
    if (need > this.bytes.length) {
      const grown = new Uint8Array(Math.max(need, this.bytes.length * 2))
      grown.set(this.bytes.subarray(from, this.#length))
      this.bytes = grown
      this.#view = new DataView(grown.buffer)
    } else this.bytes.copyWithin(0, from, this.#length)
    this.bytes.set(chunk, left)
    this.#length = left + chunk.length
    this.bytes[this.#length] = 0
    this.base += from
    this.#at -= from
  }

  #scan(whole: boolean): void {
    const b = this.bytes
    const n = this.#length
    if (!this.#begun) {
      if (n < 3 && !whole) return
      if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) this.#at = this.#first = 3
      this.#begun = true
    }
    // Where what was read last ended, and the blanks before the next tag begin.
    let run = this.#at
    let runLine = this.#line
    let before = this.#before
    let stuck = -1
    for (;;) {
      if (before !== undefined) {
        const shape = this.#foresee(before, run)
        if (shape !== undefined) {
          this.#lines = 0
          const next = this.#again(shape, run, runLine)
          if (next > 0) {
            run = next
            runLine += shape.lines + this.#lines
            before = shape
            continue
          }
          if (this.fault) return
        }
      }
      let i = run
      let line = runLine
      for (let c = b[i] as number; c === 10 || c === 32 || c === 9 || (c === 13 && i + 1 < n); c = b[++i] as number) {
        if (c === 10 || (c === 13 && b[i + 1] !== 10)) line++
      }
      if (i >= n) break
      this.#lines = 0
      this.#run = run
      this.#runLine = runLine
      this.line = line
      this.tagFrom = i
      this.shape = undefined
      const next = this.#token(i, whole)
      if (next < 0) {
        stuck = i
        break
      }
      if (before !== undefined && this.shape !== undefined) succeed(before.next, this.shape)
      before = this.shape
      run = next
      runLine = line + this.#lines
    }
    if (this.fault) return
    this.#at = run
    this.#line = runLine
    this.#before = before
    this.#wanted = (n - run) * 2 || 1
    if (whole && stuck >= 0 && b[stuck] === 60) {
      this.#fail(stuck, xmlMessages.cutShort(), this.line)
    } else if (n - run > MAX_TOKEN) this.#fail(run, xmlMessages.tooLong(MAX_TOKEN), runLine)
  }

  #token(at: number, whole: boolean): number {
    if (this.bytes[at] !== 60) return this.#text(at, whole)
    const next = this.bytes[at + 1] as number
    if (next === 47) return this.#endTag(at)
    if (next === 33) return this.#pass(passDeclaration(this.bytes, at, this.#length, this.#open.depth > 0))
    if (next !== 63) return this.#startTag(at)
    return this.#pass(passInstruction(this.bytes, at, this.#length, this.base + at === this.#first))
  }

  /** The shape that the bytes at `from` have, if it is one of those that came here before. */
  #foresee({ next }: TagShape, from: number): TagShape | undefined {
    for (let i = 0; i < next.length; i++) {
      const shape = next[i] as TagShape
      if (!this.#has(shape, from)) continue
      if (i > 0) {
        next[i] = next[i - 1] as TagShape
        next[i - 1] = shape
      }
      return shape
    }
    return undefined
  }

  #has({ words, length }: TagShape, from: number): boolean {
    if (from + length >= this.#length) return false
    const view = this.#view
    const last = words.length - 1
    for (let i = 0, at = from; i < last; i++, at += 4) if (view.getInt32(at, true) !== words[i]) return false
    return view.getInt32(from + length - 4, true) === words[last]
  }

  /** Takes a tag of a known shape: only the value of its last attribute is looked at. 0: it is to be read in full. */
  #again(shape: TagShape, from: number, line: number): number {
    if (this.#open.depth === 0) return 0
    const b = this.bytes
    let j = from + shape.length
    this.tagFrom = from + shape.tagFrom
    this.line = line + shape.linesBefore
    this.nameFrom = from + shape.nameFrom
    this.nameTo = from + shape.nameTo
    this.shape = shape
    if (shape.kind === 'close') {
      if (!this.#open.close(b, this.nameFrom, this.nameTo)) return 0
      this.tagTo = j
      this.#sink.close(this)
      return j
    }
    const { tail } = shape
    if (tail.length > 0) {
      const quote = tail[0]
      this.lastFrom = j
      this.#flags = 0
      for (;;) {
        while (STOPS[b[j] as number] === 0) j++
        const stop = b[j] as number
        if (stop === quote) break
        j = stop === 34 || stop === 39 ? j + 1 : this.#specialOfValue(j, stop)
        if (j < 0) return 0
      }
      this.lastTo = j
      this.lastFlags = this.#flags
      for (let k = 0; k < tail.length; k++, j++) if (b[j] !== tail[k]) return 0
    }
    this.tagTo = j
    this.special = shape.special
    this.empty = shape.kind === 'empty'
    this.count = shape.attributes.length / STRIDE
    this.#unfolded = false
    this.#shapeAt = from
    if (!this.empty && !this.#enter(this.tagFrom)) return BROKEN
    this.#sink.open(this)
    return j
  }

  /** Fills in `attributes`, which tags of a known shape leave open until somebody asks. */
  unfold(): void {
    const { shape, count, attributes } = this
    if (this.#unfolded || shape === undefined) return
    this.#unfolded = true
    const from = this.#shapeAt
    for (let i = 0; i < count * STRIDE; i += STRIDE) {
      for (let k = 0; k < 4; k++) attributes[i + k] = (shape.attributes[i + k] as number) + from
      attributes[i + 4] = shape.attributes[i + 4] as number
    }
    if (count === 0) return
    const last = (count - 1) * STRIDE
    attributes[last + 3] = this.lastTo
    attributes[last + 4] = this.lastFlags
  }

  /** The shape of the tag that ends before `to`, remembered if it is new. */
  #learn(kind: TagShape['kind'], to: number): TagShape | undefined {
    const [run, runLine, length, lines] = [this.#run, this.#runLine, this.#length, this.#lines]
    return this.#shapes.learn(this, { kind, view: this.#view, run, runLine, to, length, lines })
  }

  #startTag(from: number): number {
    const b = this.bytes
    let j = from + 1
    let k = CLASS[b[j] as number] as number
    if (!(k & NAME_START)) return this.#stray(j, xmlMessages.badTag())
    let seen = k
    while ((k = CLASS[b[++j] as number] as number) & NAME) seen |= k
    this.nameFrom = from + 1
    this.nameTo = j
    if (seen & HIGH && !isName(this.bytes, from + 1, j)) return this.#stray(j, xmlMessages.badTag())
    let special = (seen & COLON) !== 0
    let count = 0
    for (;;) {
      const before = j
      while (k & SPACE) {
        this.#countLine(j)
        k = CLASS[b[++j] as number] as number
      }
      const c = b[j] as number
      if (c === 62) {
        this.empty = false
        j++
        break
      }
      if (c === 47) {
        if (b[j + 1] !== 62) return this.#stray(j + 1, xmlMessages.badTag())
        this.empty = true
        j += 2
        break
      }
      if (!(k & NAME_START)) return this.#stray(j, xmlMessages.badTag())
      if (j === before) return this.#fail(j, xmlMessages.noSpace())
      const nameFrom = j
      seen = k
      while ((k = CLASS[b[++j] as number] as number) & NAME) seen |= k
      const nameTo = j
      if (seen & HIGH && !isName(this.bytes, nameFrom, nameTo)) return this.#stray(j, xmlMessages.badTag())
      while (k & SPACE) {
        this.#countLine(j)
        k = CLASS[b[++j] as number] as number
      }
      if (b[j] !== 61) return this.#stray(j, xmlMessages.noValue(this.text(nameFrom, nameTo, VALUE.high)))
      k = CLASS[b[++j] as number] as number
      while (k & SPACE) {
        this.#countLine(j)
        k = CLASS[b[++j] as number] as number
      }
      const quote = b[j] as number
      if (quote !== 34 && quote !== 39) {
        return this.#stray(j, xmlMessages.noValue(this.text(nameFrom, nameTo, VALUE.high)))
      }
      const valueFrom = ++j
      this.#flags = 0
      for (;;) {
        while (STOPS[b[j] as number] === 0) j++
        const stop = b[j] as number
        if (stop === quote) break
        j = stop === 34 || stop === 39 ? j + 1 : this.#specialOfValue(j, stop)
        if (j < 0) return j
      }
      if ((count + 1) * STRIDE > this.attributes.length) {
        const more = new Int32Array(this.attributes.length * 2)
        more.set(this.attributes)
        this.attributes = more
      }
      const at = count * STRIDE
      const { attributes } = this
      attributes[at] = nameFrom
      attributes[at + 1] = nameTo
      attributes[at + 2] = valueFrom
      attributes[at + 3] = j
      attributes[at + 4] = this.#flags
      if (b[nameFrom] === 120 && this.is(nameFrom, nameFrom + 5, XMLNS)) special = true
      if (seen & COLON) special = true
      count++
      k = CLASS[b[++j] as number] as number
    }
    this.count = count
    const again = count > 1 ? findRepeated(b, this.attributes, count) : -1
    if (again >= 0) {
      const at = this.attributes[again * STRIDE] as number
      return this.#fail(
        at,
        xmlMessages.repeated(this.text(at, this.attributes[again * STRIDE + 1] as number, VALUE.high)),
      )
    }
    this.special = special
    this.tagTo = j
    if (count > 0) {
      const last = (count - 1) * STRIDE
      this.lastFrom = this.attributes[last + 2] as number
      this.lastTo = this.attributes[last + 3] as number
      this.lastFlags = this.attributes[last + 4] as number
    }
    this.#unfolded = true
    if (this.#open.depth > 0) this.shape = this.#learn(this.empty ? 'empty' : 'open', j)
    else if (this.#rooted) return this.#fail(from, xmlMessages.secondRoot())
    this.#rooted = true
    if (!this.empty && !this.#enter(from)) return BROKEN
    this.#sink.open(this)
    return j
  }

  /** Whether `bytes[from..to)` is that ASCII text. */
  is(from: number, to: number, text: Uint8Array): boolean {
    return bytes.isText(this.bytes, from, to, text)
  }

  #enter(from: number): boolean {
    if (this.#open.open(this.bytes, this.nameFrom, this.nameTo, this.line)) return true
    this.#fail(from, xmlMessages.tooDeep(MAX_XML_DEPTH))
    return false
  }

  #endTag(from: number): number {
    const b = this.bytes
    if (this.#open.depth === 0) {
      return from + 2 < this.#length ? this.#fail(from, xmlMessages.notOpen()) : INCOMPLETE
    }
    let j = from + 2
    while ((CLASS[b[j] as number] as number) & NAME) j++
    const nameTo = j
    while ((CLASS[b[j] as number] as number) & SPACE) this.#countLine(j++)
    if (j >= this.#length) return INCOMPLETE
    if (!this.#open.close(b, from + 2, nameTo)) {
      const { name, line } = this.#open.top()
      return this.#fail(from, xmlMessages.wrongEnd(name, line))
    }
    if (b[j] !== 62) return this.#fail(j, xmlMessages.badTag())
    this.nameFrom = from + 2
    this.nameTo = nameTo
    this.tagTo = j + 1
    this.shape = this.#learn('close', j + 1)
    this.#sink.close(this)
    return j + 1
  }

  /** Takes what is read apart: the place behind it. */
  #pass(passed: Passed | undefined): number {
    if (passed === undefined) return INCOMPLETE
    this.#lines += passed.lines
    return passed.message === undefined ? passed.at : this.#fail(passed.at, passed.message)
  }

  /** Text between tags, to the next tag. Blanks before it are behind already. */
  #text(from: number, whole: boolean): number {
    const b = this.bytes
    if (this.#open.depth === 0) {
      if (b[from] === 13) {
        if (from + 1 >= this.#length && !whole) return INCOMPLETE
        this.#countLine(from)
        return from + 1
      }
      return this.#fail(from, xmlMessages.textOutside())
    }
    this.#flags = 0
    let j = from
    for (;;) {
      while (STOPS[b[j] as number] === 0 && b[j] !== 93) j++
      const stop = b[j] as number
      if (stop === 60) break
      if (stop === 34 || stop === 39) {
        j++
        continue
      }
      if (stop === 93) {
        if (b[j + 1] === 93 && b[j + 2] === 62) return this.#fail(j, xmlMessages.closesNothing())
        j++
        continue
      }
      j = this.#specialOfValue(j, stop)
      if (j < 0) return j
    }
    if (this.#flags & VALUE.bad) return this.#fail(from, xmlMessages.badBytes())
    return j
  }

  /** A character that is more than itself, in a value or a text. Returns the place behind it. */
  #specialOfValue(at: number, c: number): number {
    const b = this.bytes
    if (c >= 0x80) {
      this.#flags |= VALUE.high
      const length = characterLength(b, at)
      if (length > 0) {
        const forbidden =
          c === 0xef && b[at + 1] === 0xbf && ((b[at + 2] as number) >= 0xbe || (this.#recoded && b[at + 2] === 0xbd))
        if (forbidden) this.#flags |= VALUE.bad
        return at + length
      }
      if (length < 0 && at - length >= this.#length) return INCOMPLETE
      this.#flags |= VALUE.bad
      return at + 1
    }
    if (c === 38) {
      this.#flags |= VALUE.reference
      return this.#pass(passReference(b, at, this.#length))
    }
    if (c === 60) return this.#fail(at, xmlMessages.lessInValue())
    if (at >= this.#length) return INCOMPLETE
    if (c === 9 || c === 10 || c === 13) {
      if (c === 13 && at + 1 >= this.#length) return INCOMPLETE
      this.#flags |= VALUE.blank
      this.#countLine(at)
      return at + 1
    }
    return this.#fail(at, xmlMessages.badCharacter(c))
  }

  /** A line ends with LF, CRLF or CR: a CR counts unless an LF follows. */
  #countLine(at: number): void {
    if (endsLine(this.bytes, at)) this.#lines++
  }

  /** What stands at `at` has no place there; the end of what is known is no fault. */
  #stray(at: number, message: Message): number {
    return at >= this.#length ? INCOMPLETE : this.#fail(at, message)
  }

  #fail(at: number, message: Message, line = this.line + this.#lines): number {
    this.fault ??= { message, line, offset: this.base + at }
    return BROKEN
  }
}
