import type { LogFault } from './read-rows.ts'
import { XmlScanner, type XmlSink } from './scan-xml.ts'
import { xesMessages } from './xes-messages.ts'

/** So many bytes are looked at for the declaration of the encoding. */
const HEAD = 1024

type Recoded = 'gb18030' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const ENCODINGS: ReadonlyMap<string, 'utf-8' | Recoded> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  // Bytes that look like ASCII are no UTF-16, whatever they say.
  ['utf-16', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
])

/** The bytes of a XES file on their way to the scanner: recoded to UTF-8 where they are not, places counted as in the file. */
export class XesStream {
  readonly #sink: XmlSink
  readonly #named: string | undefined
  #head: Uint8Array = new Uint8Array(0)
  #scanner: XmlScanner | undefined
  #decoder: InstanceType<typeof TextDecoder> | undefined
  #map: OffsetMap | undefined
  #unknown: string | undefined

  /** `encoding` is believed instead of what the file declares. */
  constructor(sink: XmlSink, encoding?: string) {
    this.#sink = sink
    this.#named = encoding
  }

  push(chunk: Uint8Array): void {
    if (this.#scanner) {
      this.#feed(chunk)
      return
    }
    const head = new Uint8Array(this.#head.length + chunk.length)
    head.set(this.#head)
    head.set(chunk, this.#head.length)
    this.#head = head
    if (head.length >= HEAD || (head.length > 3 && head.includes(62))) this.#start()
  }

  end(): void {
    if (!this.#scanner) this.#start()
    if (this.#decoder) this.#recode(this.#decoder.decode())
    this.#scanner?.end()
  }

  /** Why the file cannot be read, or undefined. */
  get fault(): LogFault | undefined {
    if (this.#unknown !== undefined) return { message: xesMessages.encoding(this.#unknown) }
    const fault = this.#scanner?.fault
    if (!fault) return undefined
    return { message: xesMessages.notXml(fault.line, this.offsetOf(fault.offset), fault.message) }
  }

  /** The byte of the file for a byte that the scanner tells. To be asked in ascending order. */
  offsetOf(offset: number): number {
    return this.#map ? this.#map.at(offset) : offset
  }

  #start(): void {
    const encoding = this.#named ?? declaredEncoding(this.#head)
    const known = ENCODINGS.get(encoding.toLowerCase())
    if (known === undefined) this.#unknown = encoding
    else if (known !== 'utf-8') {
      this.#decoder = new TextDecoder(known, { ignoreBOM: true })
      this.#map = new OffsetMap(known)
    }
    this.#scanner = new XmlScanner(this.#sink, { recoded: this.#decoder !== undefined })
    const head = this.#head
    this.#head = new Uint8Array(0)
    this.#feed(head)
  }

  #feed(chunk: Uint8Array): void {
    if (this.#unknown !== undefined) return
    if (this.#decoder) this.#recode(this.#decoder.decode(chunk, { stream: true }))
    else this.#scanner?.push(chunk)
  }

  #recode(text: string): void {
    const bytes = new TextEncoder().encode(text)
    this.#map?.add(bytes)
    this.#scanner?.push(bytes)
  }
}

function declaredEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 60 && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 60) return 'utf-16be'
  const text = String.fromCharCode(...head.subarray(0, HEAD))
  return /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,60})["']/.exec(text)?.[1] ?? 'utf-8'
}

/** Counts bytes of the file along the UTF-8 that was made of it: one pass, since places are asked for in order. */
class OffsetMap {
  readonly #encoding: Recoded
  #pieces: Uint8Array[] = []
  /** Where the first piece begins, and how far in it the counting is. */
  #base = 0
  #at = 0
  #file = 0
  #pairs: Uint8Array | undefined

  constructor(encoding: Recoded) {
    this.#encoding = encoding
  }

  add(piece: Uint8Array): void {
    if (piece.length > 0) this.#pieces.push(piece)
  }

  at(offset: number): number {
    for (;;) {
      const piece = this.#pieces[0]
      if (piece === undefined) return this.#file
      const to = Math.min(offset - this.#base, piece.length)
      while (this.#at < to) {
        this.#file += this.#width(piece, this.#at)
        this.#at++
      }
      if (this.#at < piece.length) return this.#file
      this.#base += piece.length
      this.#at = 0
      this.#pieces.shift()
    }
  }

  /** Bytes in the file of the character that begins at this byte; 0 inside a character. */
  #width(piece: Uint8Array, at: number): number {
    const lead = piece[at] ?? 0
    if ((lead & 0xc0) === 0x80) return 0
    if (this.#encoding === 'windows-1252') return 1
    if (this.#encoding !== 'gb18030') return lead >= 0xf0 ? 4 : 2
    if (lead < 0x80) return 1
    if (lead >= 0xf0) return 4
    this.#pairs ??= twoByteCharacters()
    const second = (piece[at + 1] ?? 0) & 0x3f
    const code =
      lead < 0xe0
        ? ((lead & 0x1f) << 6) | second
        : ((lead & 0x0f) << 12) | (second << 6) | ((piece[at + 2] ?? 0) & 0x3f)
    return this.#pairs[code] === 1 ? 2 : 4
  }
}

/** The characters that GB18030 writes in two bytes, by code. */
function twoByteCharacters(): Uint8Array {
  const pairs: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push(lead, trail)
  }
  const found = new Uint8Array(0x10000)
  for (const character of new TextDecoder('gb18030').decode(Uint8Array.from(pairs))) {
    const code = character.codePointAt(0) ?? 0
    if (code >= 0x80 && code < 0x10000) found[code] = 1
  }
  return found
}
