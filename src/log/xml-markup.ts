import type { Message } from '../diagnostic/diagnostic.ts'
import { characterLength } from './character-length.ts'
import { ascii, CLASS, HIGH, isText, NAME, NAME_START, SPACE, STRIDE } from './xml-bytes.ts'
import { xmlMessages } from './xml-messages.ts'
import { DECLARATION, ENTITIES, referredCharacter, XML_NAME } from './xml-text.ts'

/** What stands between tags and says nothing to us, read: the place behind it, or of its fault, and the lines that end in it. */
export interface Passed {
  readonly at: number
  readonly lines: number
  readonly message?: Message
}

const fault = (at: number, message: Message, lines = 0): Passed => ({ at, lines, message })

/** `<!`: a comment, a stretch of CDATA, or what is refused; undefined: it goes on behind `length`. */
export function passDeclaration(b: Uint8Array, from: number, length: number, isWithin: boolean): Passed | undefined {
  if (begins(b, from, length, COMMENT)) {
    const end = find(b, from + 4, length, 45, 45)
    if (end < 0 || end + 2 >= length) return undefined
    if (b[end + 2] !== 62) return fault(end, xmlMessages.badComment())
    return passCharacters(b, from + 4, end, end + 3)
  }
  if (begins(b, from, length, CDATA)) {
    if (!isWithin) return fault(from, xmlMessages.textOutside())
    let end = find(b, from + 9, length, 93, 93)
    while (end >= 0 && b[end + 2] !== 62) end = end + 2 < length ? find(b, end + 1, length, 93, 93) : -1
    return end < 0 ? undefined : passCharacters(b, from + 9, end, end + 3)
  }
  if (begins(b, from, length, DOCTYPE)) return fault(from, xmlMessages.doctype())
  if ([COMMENT, CDATA, DOCTYPE].some((text) => mayBegin(b, from, length, text))) return undefined
  return fault(from, xmlMessages.badTag())
}

/** `<?`: an instruction, or the declaration of the document, which stands `first`; undefined: it goes on behind `length`. */
export function passInstruction(b: Uint8Array, from: number, length: number, first: boolean): Passed | undefined {
  const end = find(b, from + 2, length, 63, 62)
  if (end < 0) return undefined
  let j = from + 2
  if (!((CLASS[b[j] as number] as number) & NAME_START)) return fault(from, xmlMessages.badInstruction())
  let seen = 0
  for (let k = 0; (k = CLASS[b[j] as number] as number) & NAME; j++) seen |= k
  const named = !(seen & HIGH) || isName(b, from + 2, j)
  if (!named || (j !== end && !((CLASS[b[j] as number] as number) & SPACE))) {
    return fault(from, xmlMessages.badInstruction())
  }
  const passed = passCharacters(b, j, end, end + 2)
  if (passed.message !== undefined || !/^xml$/i.test(decoder.decode(b.subarray(from + 2, j)))) return passed
  if (!first) return fault(from, xmlMessages.lateDeclaration(), passed.lines)
  const isSound = DECLARATION.test(decoder.decode(b.subarray(from, end + 2)))
  return isSound ? passed : fault(from, xmlMessages.badDeclaration(), passed.lines)
}

/** `&…;`; undefined: it goes on behind `length`. */
export function passReference(b: Uint8Array, at: number, length: number): Passed | undefined {
  let j = at + 1
  while (b[j] !== 59) {
    if (j >= length) return undefined
    const k = CLASS[b[j] as number] as number
    if (!(k & NAME) && !(b[j] === 35 && j === at + 1)) return fault(at, xmlMessages.bareAmpersand())
    if (j - at > 64) return fault(at, xmlMessages.bareAmpersand())
    j++
  }
  const name = decoder.decode(b.subarray(at + 1, j))
  if (name === '') return fault(at, xmlMessages.bareAmpersand())
  if (name.startsWith('#')) {
    if (referredCharacter(name) === undefined) return fault(at, xmlMessages.badReference(name))
  } else if (!ENTITIES.has(name)) return fault(at, xmlMessages.entity(name))
  return { at: j + 1, lines: 0 }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Whether bytes of which some are beyond ASCII are a name of XML. */
export function isName(b: Uint8Array, from: number, to: number): boolean {
  const name = decoder.decode(b.subarray(from, to))
  return XML_NAME.test(name) && !name.includes('\uFFFD')
}

/** A line ends with LF, CRLF or CR: a CR counts unless an LF follows. */
export function endsLine(b: Uint8Array, at: number): boolean {
  const c = b[at]
  return c === 10 || (c === 13 && b[at + 1] !== 10)
}

/** The first of the attributes of a tag that has the name of one before it; -1: none. */
export function findRepeated(b: Uint8Array, attributes: Int32Array, count: number): number {
  const seen = count > 8 ? new Set<string>() : undefined
  for (let i = 0; i < count; i++) {
    const from = attributes[i * STRIDE] as number
    const to = attributes[i * STRIDE + 1] as number
    let repeated = false
    if (seen) {
      const name = decoder.decode(b.subarray(from, to))
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
    if (repeated) return i
  }
  return -1
}

/** Characters that XML has, up to `to`; what is read ends at `behind`. */
function passCharacters(b: Uint8Array, from: number, to: number, behind: number): Passed {
  let lines = 0
  for (let i = from; i < to;) {
    const c = b[i] as number
    if (c >= 0x80) {
      const length = characterLength(b, i)
      const forbidden = c === 0xef && b[i + 1] === 0xbf && (b[i + 2] as number) >= 0xbe
      if (length <= 0 || forbidden) return fault(i, xmlMessages.badBytes(), lines)
      i += length
      continue
    }
    if (c === 10 || c === 13) lines += endsLine(b, i) ? 1 : 0
    else if (c < 32 && c !== 9) return fault(i, xmlMessages.badCharacter(c), lines)
    i++
  }
  return { at: behind, lines }
}

function begins(b: Uint8Array, from: number, length: number, text: Uint8Array): boolean {
  return from + text.length <= length && isText(b, from, from + text.length, text)
}

/** Whether what there is so far may become `text`. */
function mayBegin(b: Uint8Array, from: number, length: number, text: Uint8Array): boolean {
  const left = length - from
  return left < text.length && isText(b, from, length, text.subarray(0, left))
}

/** The place of two bytes that follow each other before `length`, or -1. */
function find(b: Uint8Array, from: number, length: number, first: number, second: number): number {
  let i = from
  for (;;) {
    i = b.indexOf(first, i)
    if (i < 0 || i + 1 >= length) return -1
    if (b[i + 1] === second) return i
    i++
  }
}

const COMMENT = ascii('<!--')
const CDATA = ascii('<![CDATA[')
const DOCTYPE = ascii('<!DOCTYPE')
