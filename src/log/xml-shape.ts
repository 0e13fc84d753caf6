import { STRIDE } from './xml-bytes.ts'
import { endsLine } from './xml-markup.ts'

/**
 * A tag as it was seen before, from the end of the tag before it up to the value of its last attribute, blanks and line
 * ends included. Logs repeat a few dozen of these millions of times: where the bytes are the same, so is what they say.
 */
export class TagShape {
  /** For the sink to remember what it makes of such tags; 0 when it has not said yet. */
  mark = 0
  readonly words: Int32Array
  readonly length: number
  readonly bytes: Uint8Array
  /** Places in `bytes`. */
  readonly tagFrom: number
  readonly nameFrom: number
  readonly nameTo: number
  readonly attributes: Int32Array
  readonly linesBefore: number
  readonly lines: number
  readonly special: boolean
  readonly kind: 'open' | 'empty' | 'close'
  /** What follows the value: the quote and the end of the tag; empty when the tag has no attribute. */
  readonly tail: Uint8Array
  /** Shapes that came after it, of late rather at the front. */
  readonly next: TagShape[] = []

  constructor(parts: Omit<TagShape, 'mark' | 'words' | 'length' | 'next'>) {
    this.bytes = parts.bytes
    this.length = parts.bytes.length
    this.words = new Int32Array(Math.ceil(this.length / 4))
    const view = new DataView(parts.bytes.buffer, parts.bytes.byteOffset, this.length)
    // The last word overlaps the one before it, so that all are whole.
    for (let i = 0; i < this.words.length; i++) {
      this.words[i] = view.getInt32(Math.min(i * 4, this.length - 4), true)
    }
    this.tagFrom = parts.tagFrom
    this.nameFrom = parts.nameFrom
    this.nameTo = parts.nameTo
    this.attributes = parts.attributes
    this.linesBefore = parts.linesBefore
    this.lines = parts.lines
    this.special = parts.special
    this.kind = parts.kind
    this.tail = parts.tail
  }
}

/** How many shapes are tried after one. */
const MAX_NEXT = 8

/** Puts a shape among those expected after another; the last of too many gives way. */
export function succeed(next: TagShape[], shape: TagShape): void {
  if (next.includes(shape)) return
  if (next.length >= MAX_NEXT) next.pop()
  next.push(shape)
}

/** Whether the bytes at `from` have the shape; those from `end` on are not known yet. */
function hasShape({ words, length }: TagShape, view: DataView, from: number, end: number): boolean {
  if (from + length >= end) return false
  const last = words.length - 1
  for (let i = 0, at = from; i < last; i++, at += 4) if (view.getInt32(at, true) !== words[i]) return false
  return view.getInt32(from + length - 4, true) === words[last]
}

/** So many shapes of tags are remembered, none longer than this. */
const MAX_SHAPES = 4096
const SLOTS = 8192
const MAX_SHAPE = 256

/** A tag in hand, as places in `bytes`. */
interface TagInHand {
  readonly bytes: Uint8Array
  readonly tagFrom: number
  readonly nameFrom: number
  readonly nameTo: number
  readonly attributes: Int32Array
  readonly count: number
  readonly line: number
  readonly special: boolean
}

/** The shapes of tags that were met, each one object. */
export class ShapeBook {
  readonly #shapes: (TagShape | undefined)[] = Array.from({ length: SLOTS }, () => undefined)
  #count = 0
  /** So many tags are not learned, and so many the next time. */
  #rest = 0
  #weary = 1024

  /**
   * The shape of a tag that ends before `to`, remembered if it is new: from `run`, in line `runLine`, where what was read
   * before it ends. `lines`: those that end in the tag.
   */
  learn(
    tag: TagInHand,
    {
      kind,
      view,
      run,
      runLine,
      to,
      length,
      lines,
    }: Pick<TagShape, 'kind' | 'length' | 'lines'> & {
      readonly view: DataView
      readonly run: number
      readonly runLine: number
      readonly to: number
    },
  ): TagShape | undefined {
    const { bytes } = tag
    const last = (tag.count - 1) * STRIDE
    const valued = kind !== 'close' && tag.count > 0
    const end = valued ? (tag.attributes[last + 2] as number) : to
    if (end - run > MAX_SHAPE || end - run < 4) return undefined
    let slot = 0
    for (let i = run; i < end; i++) slot = (Math.imul(slot, 31) + (bytes[i] as number)) | 0
    slot = (slot ^ (slot >>> 15)) & (SLOTS - 1)
    for (let at: TagShape | undefined; (at = this.#shapes[slot]) !== undefined; slot = (slot + 1) & (SLOTS - 1)) {
      if (at.length === end - run && at.kind === kind && hasShape(at, view, run, length)) return at
    }
    if (this.#rest > 0) {
      this.#rest--
      return undefined
    }
    const attributes = valued ? tag.attributes.slice(0, tag.count * STRIDE) : new Int32Array(0)
    for (let i = 0; i < attributes.length; i++) if (i % STRIDE < 4) attributes[i] = (attributes[i] as number) - run
    const valueEnd = valued ? (tag.attributes[last + 3] as number) : to
    let inValue = 0
    for (let i = end; i < valueEnd; i++) if (endsLine(bytes, i)) inValue++
    const shape = new TagShape({
      bytes: bytes.slice(run, end),
      tagFrom: tag.tagFrom - run,
      nameFrom: tag.nameFrom - run,
      nameTo: tag.nameTo - run,
      attributes,
      linesBefore: tag.line - runLine,
      lines: tag.line - runLine + lines - inValue,
      special: tag.special,
      kind,
      tail: bytes.slice(valueEnd, to),
    })
    // A line end behind the value is rare, and would have to be counted.
    if (shape.tail.length > 3) return undefined
    this.#shapes[slot] = shape
    if (++this.#count >= MAX_SHAPES) {
      // Metadata at the head of a log can be as many shapes again: what comes later has its turn. Where all is
      // ever new, learning does not pay, and rests for longer and longer.
      this.#shapes.fill(undefined)
      this.#count = 0
      this.#rest = this.#weary
      this.#weary = Math.min(this.#weary * 2, 1 << 20)
    }
    return shape
  }
}
