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

/** What a byte may be in a name, or between names: a sum of these. */
export const NAME_START = 1
export const NAME = 2
export const SPACE = 4
export const HIGH = 8
export const COLON = 16
/** By byte. */
export const CLASS: Uint8Array = makeClasses()
/** What ends the plain run of a value: quotes, `<`, `&`, control characters, everything beyond ASCII. */
export const STOPS: Uint8Array = makeStops()

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Whether `bytes[from..to)` is that ASCII text. */
export function isText(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from !== text.length) return false
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text[i]) return false
  return true
}

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
