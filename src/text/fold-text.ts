/**
 * A text made comparable, with the way back: `text[i]` stems from `source[from[i], to[i])` of the original, in UTF-16
 * units. Full-width ASCII (U+FF01–FF5E) is narrowed and letters are lower-cased one by one; a run of spaces,
 * punctuation and signs becomes one space between letters or digits of spaced scripts and nothing beside characters of
 * scripts written without spaces; apostrophes vanish. `%`, `+` and currency signs are words and stay.
 */
export interface FoldedText {
  readonly source: string
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const SEPARATOR = 0
const APOSTROPHE = -1

export function foldText(source: string): FoldedText {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  let gapFrom = -1
  let lastIsSpaced = false
  for (let i = 0; i < source.length;) {
    const code = source.codePointAt(i) ?? 0
    const width = code > 0xffff ? 2 : 1
    const folded = foldCode(code)
    if (folded === SEPARATOR) {
      if (gapFrom < 0) gapFrom = i
    } else if (folded !== APOSTROPHE) {
      const spaced = isSpacedWord(folded)
      if (gapFrom >= 0 && lastIsSpaced && spaced) {
        text += ' '
        from.push(gapFrom)
        to.push(i)
      }
      gapFrom = -1
      lastIsSpaced = spaced
      const character = String.fromCodePoint(folded)
      text += character
      for (let k = 0; k < character.length; k++) {
        from.push(i)
        to.push(i + width)
      }
    }
    i += width
  }
  return { source, text, from, to }
}

/** Narrows full-width ASCII and the ideographic space, one unit for one: offsets stay, case and punctuation too. */
export function narrowText(source: string): string {
  return source.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    String.fromCharCode(narrowCode(character.charCodeAt(0))),
  )
}

/** Whether a word of a spaced script (Latin, Greek, Cyrillic, …) or a number goes on over this point of a folded text. */
export function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = text.codePointAt(isLowSurrogate(text.charCodeAt(at - 1)) ? at - 2 : at - 1) ?? 0
  return isSpacedWord(before) && isSpacedWord(text.codePointAt(at) ?? 0)
}

const UNKNOWN = -2
const known = new Int32Array(0x10000).fill(UNKNOWN)
const spacedKnown = new Int8Array(0x10000).fill(UNKNOWN)

function foldCode(code: number): number {
  if (code > 0xffff) return computeFold(code)
  let folded = known[code] ?? UNKNOWN
  if (folded === UNKNOWN) {
    folded = computeFold(code)
    known[code] = folded
  }
  return folded
}

function computeFold(code: number): number {
  const narrow = narrowCode(code)
  const character = String.fromCodePoint(narrow)
  if (character === "'" || character === '’' || character === '‘') return APOSTROPHE
  if (/[\p{Z}\p{C}\p{P}\p{S}]/u.test(character) && !/[%+\p{Sc}]/u.test(character)) return SEPARATOR
  const [lower, more] = [...character.toLowerCase()]
  return more === undefined && lower !== undefined ? (lower.codePointAt(0) ?? narrow) : narrow
}

function narrowCode(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  return code === 0x3000 ? 0x20 : code
}

function isSpacedWord(code: number): boolean {
  if (code > 0xffff) return computeSpaced(code)
  let spaced = spacedKnown[code] ?? UNKNOWN
  if (spaced === UNKNOWN) {
    spaced = computeSpaced(code) ? 1 : 0
    spacedKnown[code] = spaced
  }
  return spaced === 1
}

function computeSpaced(code: number): boolean {
  const character = String.fromCodePoint(code)
  return (
    /[\p{L}\p{N}\p{M}%+\p{Sc}]/u.test(character) &&
    !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u.test(
      character,
    )
  )
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
