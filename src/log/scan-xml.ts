import type { Message } from '../diagnostic/diagnostic.ts'
import { xmlMessages } from './xml-messages.ts'
import { succeed, TagShape } from './xml-shape.ts'
import { characterLength } from './character-length.ts'
import { DECLARATION, ENTITIES, referredCharacter, resolveReferences, XML_NAME } from './xml-text.ts'

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

/** Numbers an attribute takes in `attributes`: name from, name to, value from, value to, flags. */
export const STRIDE: number = 5
/** Flags of a value: it needs decoding for one of these reasons. */
export const VALUE: Readonly<Record<'high' | 'reference' | 'blank' | 'bad', number>> = {
  /** Holds characters beyond ASCII. */
  high: 1,
  /** Holds `&…;`. */
  reference: 2,
  /** Holds a tab or line end, which XML reads as a blank. */
  blank: 4,
  /** Holds bytes that are not valid in the encoding; the rest of the document may be read all the same. */
  bad: 8,
}

/** Elements may stand in each other this deep. */
export const MAX_XML_DEPTH: number = 256
/** The longest tag, comment or stretch of text. */
const MAX_TOKEN = 16 * 1024 * 1024
/** So many shapes of tags are remembered, none longer than this. */
const MAX_SHAPES = 4096
const SHAPE_SLOTS = 8192
const MAX_SHAPE = 256
/** The sink may ask for so much before the tag to be kept (`keep`). */
const MAX_KEPT = 1024 * 1024

const NAME_START = 1
const NAME = 2
const SPACE = 4
const HIGH = 8
const COLON = 16
const CLASS = makeClasses()
/** What ends the plain run of a value: quotes, `<`, `&`, control characters, everything beyond ASCII. */
const STOPS = makeStops()

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
  readonly #shapes: (TagShape | undefined)[] = Array.from({ length: SHAPE_SLOTS }, () => undefined)
  #shapeCount = 0
  /** So many tags are not learned, and so many the next time. */
  #rest = 0
  #weary = 1024
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
  #depth = 0
  #names: Uint8Array = new Uint8Array(1024)
  readonly #nameEnds = new Int32Array(MAX_XML_DEPTH + 1)
  readonly #openLines = new Int32Array(MAX_XML_DEPTH + 1)

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
    if (this.#depth > 0) {
      const name = this.#openName()
      this.#fail(this.#length, xmlMessages.unclosed(name, this.#openLines[this.#depth - 1] ?? 0), this.#line)
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
    if (next === 33) return this.#declaration(at)
    return next === 63 ? this.#instruction(at) : this.#startTag(at)
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
    if (this.#depth === 0) return 0
    const b = this.bytes
    let j = from + shape.length
    this.tagFrom = from + shape.tagFrom
    this.line = line + shape.linesBefore
    this.nameFrom = from + shape.nameFrom
    this.nameTo = from + shape.nameTo
    this.shape = shape
    if (shape.kind === 'close') {
      if (!this.#closesTop(this.nameFrom, this.nameTo)) return 0
      this.#depth--
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
    const run = this.#run
    const last = (this.count - 1) * STRIDE
    const valued = kind !== 'close' && this.count > 0
    const end = valued ? (this.attributes[last + 2] as number) : to
    if (end - run > MAX_SHAPE || end - run < 4) return undefined
    let slot = 0
    for (let i = run; i < end; i++) slot = (Math.imul(slot, 31) + (this.bytes[i] as number)) | 0
    slot = (slot ^ (slot >>> 15)) & (SHAPE_SLOTS - 1)
    for (let at: TagShape | undefined; (at = this.#shapes[slot]) !== undefined; slot = (slot + 1) & (SHAPE_SLOTS - 1)) {
      if (at.length === end - run && at.kind === kind && this.#has(at, run)) return at
    }
    if (this.#rest > 0) {
      this.#rest--
      return undefined
    }
    const attributes = valued ? this.attributes.slice(0, this.count * STRIDE) : new Int32Array(0)
    for (let i = 0; i < attributes.length; i++) if (i % STRIDE < 4) attributes[i] = (attributes[i] as number) - run
    const valueEnd = valued ? (this.attributes[last + 3] as number) : to
    let inValue = 0
    for (let i = end; i < valueEnd; i++) {
      if (this.bytes[i] === 10 || (this.bytes[i] === 13 && this.bytes[i + 1] !== 10)) inValue++
    }
    const shape = new TagShape({
      bytes: this.bytes.slice(run, end),
      tagFrom: this.tagFrom - run,
      nameFrom: this.nameFrom - run,
      nameTo: this.nameTo - run,
      attributes,
      linesBefore: this.line - this.#runLine,
      lines: this.line - this.#runLine + this.#lines - inValue,
      special: this.special,
      kind,
      tail: this.bytes.slice(valueEnd, to),
    })
    // A line end behind the value is rare, and would have to be counted.
    if (shape.tail.length > 3) return undefined
    this.#shapes[slot] = shape
    if (++this.#shapeCount >= MAX_SHAPES) {
      // Metadata at the head of a log can be as many shapes again: what comes later has its turn. Where all is
      // ever new, learning does not pay, and rests for longer and longer.
      this.#shapes.fill(undefined)
      this.#shapeCount = 0
      this.#rest = this.#weary
      this.#weary = Math.min(this.#weary * 2, 1 << 20)
    }
    return shape
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
    if (seen & HIGH && !this.#isName(from + 1, j)) return this.#stray(j, xmlMessages.badTag())
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
      if (seen & HIGH && !this.#isName(nameFrom, nameTo)) return this.#stray(j, xmlMessages.badTag())
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
    if (count > 1 && this.#repeatsName()) return BROKEN
    this.special = special
    this.tagTo = j
    if (count > 0) {
      const last = (count - 1) * STRIDE
      this.lastFrom = this.attributes[last + 2] as number
      this.lastTo = this.attributes[last + 3] as number
      this.lastFlags = this.attributes[last + 4] as number
    }
    this.#unfolded = true
    if (this.#depth > 0) this.shape = this.#learn(this.empty ? 'empty' : 'open', j)
    else if (this.#rooted) return this.#fail(from, xmlMessages.secondRoot())
    this.#rooted = true
    if (!this.empty && !this.#enter(from)) return BROKEN
    this.#sink.open(this)
    return j
  }

  /** Whether `bytes[from..to)` is that ASCII text. */
  is(from: number, to: number, text: Uint8Array): boolean {
    if (to - from !== text.length) return false
    const { bytes } = this
    for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text[i]) return false
    return true
  }

  #endTag(from: number): number {
    const b = this.bytes
    if (this.#depth === 0) {
      return from + 2 < this.#length ? this.#fail(from, xmlMessages.notOpen()) : INCOMPLETE
    }
    let j = from + 2
    while ((CLASS[b[j] as number] as number) & NAME) j++
    const nameTo = j
    while ((CLASS[b[j] as number] as number) & SPACE) this.#countLine(j++)
    if (j >= this.#length) return INCOMPLETE
    if (!this.#closesTop(from + 2, nameTo)) {
      return this.#fail(from, xmlMessages.wrongEnd(this.#openName(), this.#openLines[this.#depth - 1] ?? 0))
    }
    if (b[j] !== 62) return this.#fail(j, xmlMessages.badTag())
    this.nameFrom = from + 2
    this.nameTo = nameTo
    this.tagTo = j + 1
    this.shape = this.#learn('close', j + 1)
    this.#depth--
    this.#sink.close(this)
    return j + 1
  }

  /** Whether this is the name of the innermost open element. */
  #closesTop(from: number, to: number): boolean {
    const top = this.#depth - 1
    const nameFrom = top === 0 ? 0 : (this.#nameEnds[top - 1] as number)
    if ((this.#nameEnds[top] as number) - nameFrom !== to - from) return false
    const b = this.bytes
    const names = this.#names
    for (let i = from, k = nameFrom; i < to; i++, k++) if (b[i] !== names[k]) return false
    return true
  }

  #enter(from: number): boolean {
    if (this.#depth >= MAX_XML_DEPTH) {
      this.#fail(from, xmlMessages.tooDeep(MAX_XML_DEPTH))
      return false
    }
    const start = this.#depth === 0 ? 0 : (this.#nameEnds[this.#depth - 1] as number)
    const end = start + this.nameTo - this.nameFrom
    if (end > this.#names.length) {
      const more = new Uint8Array(end * 2)
      more.set(this.#names)
      this.#names = more
    }
    const names = this.#names
    const b = this.bytes
    for (let k = start, j = this.nameFrom; k < end; k++, j++) names[k] = b[j] as number
    this.#nameEnds[this.#depth] = end
    this.#openLines[this.#depth] = this.line
    this.#depth++
    return true
  }

  #openName(): string {
    const start = this.#depth > 1 ? this.#nameEnds[this.#depth - 2] : 0
    return this.#decoder.decode(this.#names.subarray(start, this.#nameEnds[this.#depth - 1]))
  }

  /** `<!`: a comment, a stretch of CDATA, or what is refused. */
  #declaration(from: number): number {
    const b = this.bytes
    if (this.#begins(from, COMMENT)) {
      const end = this.#find(from + 4, 45, 45)
      if (end < 0) return INCOMPLETE
      if (end + 2 >= this.#length) return INCOMPLETE
      if (b[end + 2] !== 62) return this.#fail(end, xmlMessages.badComment())
      return this.#checkCharacters(from + 4, end) ? end + 3 : BROKEN
    }
    if (this.#begins(from, CDATA)) {
      if (this.#depth === 0) return this.#fail(from, xmlMessages.textOutside())
      let end = this.#find(from + 9, 93, 93)
      while (end >= 0 && b[end + 2] !== 62) end = end + 2 < this.#length ? this.#find(end + 1, 93, 93) : INCOMPLETE
      if (end < 0) return INCOMPLETE
      return this.#checkCharacters(from + 9, end) ? end + 3 : BROKEN
    }
    if (this.#begins(from, DOCTYPE)) return this.#fail(from, xmlMessages.doctype())
    if (this.#mayBegin(from, COMMENT) || this.#mayBegin(from, CDATA) || this.#mayBegin(from, DOCTYPE)) return INCOMPLETE
    return this.#fail(from, xmlMessages.badTag())
  }

  /** `<?`: an instruction, which says nothing to us, or the declaration of the document. */
  #instruction(from: number): number {
    const b = this.bytes
    const end = this.#find(from + 2, 63, 62)
    if (end < 0) return INCOMPLETE
    let j = from + 2
    if (!((CLASS[b[j] as number] as number) & NAME_START)) return this.#fail(from, xmlMessages.badInstruction())
    let seen = 0
    for (let k = 0; (k = CLASS[b[j] as number] as number) & NAME; j++) seen |= k
    const named = !(seen & HIGH) || this.#isName(from + 2, j)
    if (!named || (j !== end && !((CLASS[b[j] as number] as number) & SPACE))) {
      return this.#fail(from, xmlMessages.badInstruction())
    }
    if (!this.#checkCharacters(j, end)) return BROKEN
    if (/^xml$/i.test(this.#ascii(from + 2, j))) {
      if (this.base + from !== this.#first) return this.#fail(from, xmlMessages.lateDeclaration())
      const text = this.#decoder.decode(b.subarray(from, end + 2))
      if (!DECLARATION.test(text)) return this.#fail(from, xmlMessages.badDeclaration())
    }
    return end + 2
  }

  /** Text between tags, to the next tag. Blanks before it are behind already. */
  #text(from: number, whole: boolean): number {
    const b = this.bytes
    if (this.#depth === 0) {
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
    if (c === 38) return this.#reference(at)
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

  #reference(at: number): number {
    const b = this.bytes
    let j = at + 1
    while (b[j] !== 59) {
      if (j >= this.#length) return INCOMPLETE
      const k = CLASS[b[j] as number] as number
      if (!(k & NAME) && !(b[j] === 35 && j === at + 1)) return this.#fail(at, xmlMessages.bareAmpersand())
      if (j - at > 64) return this.#fail(at, xmlMessages.bareAmpersand())
      j++
    }
    const name = this.#decoder.decode(b.subarray(at + 1, j))
    if (name === '') return this.#fail(at, xmlMessages.bareAmpersand())
    if (name.startsWith('#')) {
      if (referredCharacter(name) === undefined) return this.#fail(at, xmlMessages.badReference(name))
    } else if (!ENTITIES.has(name)) return this.#fail(at, xmlMessages.entity(name))
    this.#flags |= VALUE.reference
    return j + 1
  }

  #isName(from: number, to: number): boolean {
    const name = this.#decoder.decode(this.bytes.subarray(from, to))
    return XML_NAME.test(name) && !name.includes('\uFFFD')
  }

  /** Whether two attributes of the tag have one name; that is a fault. */
  #repeatsName(): boolean {
    const { attributes, count } = this
    const b = this.bytes
    const seen = count > 8 ? new Set<string>() : undefined
    for (let i = 0; i < count; i++) {
      const from = attributes[i * STRIDE] as number
      const to = attributes[i * STRIDE + 1] as number
      let repeated = false
      if (seen) {
        const name = this.text(from, to, VALUE.high)
        repeated = seen.has(name)
        seen.add(name)
      } else {
        for (let k = 0; k < i && !repeated; k++) {
          const other = attributes[k * STRIDE] as number
          if ((attributes[k * STRIDE + 1] as number) - other !== to - from) continue
          repeated = true
          for (let j = from, l = other; j < to; j++, l++) {
            if (b[j] === b[l]) continue
            repeated = false
            break
          }
        }
      }
      if (!repeated) continue
      this.#fail(from, xmlMessages.repeated(this.text(from, to, VALUE.high)))
      return true
    }
    return false
  }

  #checkCharacters(from: number, to: number): boolean {
    const b = this.bytes
    for (let i = from; i < to;) {
      const c = b[i] as number
      if (c >= 0x80) {
        const length = characterLength(b, i)
        const forbidden = c === 0xef && b[i + 1] === 0xbf && (b[i + 2] as number) >= 0xbe
        if (length <= 0 || forbidden) return this.#fail(i, xmlMessages.badBytes()) > 0
        i += length
        continue
      }
      if (c === 10 || c === 13) this.#countLine(i)
      else if (c < 32 && c !== 9) return this.#fail(i, xmlMessages.badCharacter(c)) > 0
      i++
    }
    return true
  }

  /** A line ends with LF, CRLF or CR: a CR counts unless an LF follows. */
  #countLine(at: number): void {
    const c = this.bytes[at]
    if (c === 10 || (c === 13 && this.bytes[at + 1] !== 10)) this.#lines++
  }

  #begins(from: number, text: Uint8Array): boolean {
    return from + text.length <= this.#length && this.is(from, from + text.length, text)
  }

  /** Whether what there is so far may become `text`. */
  #mayBegin(from: number, text: Uint8Array): boolean {
    const left = this.#length - from
    return left < text.length && this.is(from, this.#length, text.subarray(0, left))
  }

  /** The place of two bytes that follow each other, or INCOMPLETE. */
  #find(from: number, first: number, second: number): number {
    const b = this.bytes
    const n = this.#length
    let i = from
    for (;;) {
      i = b.indexOf(first, i)
      if (i < 0 || i + 1 >= n) return INCOMPLETE
      if (b[i + 1] === second) return i
      i++
    }
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

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const XMLNS = ascii('xmlns')
const COMMENT = ascii('<!--')
const CDATA = ascii('<![CDATA[')
const DOCTYPE = ascii('<!DOCTYPE')

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(256)
  for (let c = 0; c < 256; c++) {
    const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95
    if (letter) classes[c] = NAME_START | NAME
    else if (c === 58) classes[c] = NAME_START | NAME | COLON
    else if ((c >= 48 && c <= 57) || c === 45 || c === 46) classes[c] = NAME
    else if (c === 32 || c === 9 || c === 10 || c === 13) classes[c] = SPACE
    else if (c >= 0x80) classes[c] = NAME_START | NAME | HIGH
  }
  return classes
}

function makeStops(): Uint8Array {
  const stops = new Uint8Array(256)
  for (let c = 0; c < 256; c++) {
    if (c < 32 || c >= 0x80 || c === 34 || c === 39 || c === 38 || c === 60) stops[c] = 1
  }
  return stops
}
