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
