import { holdsTraditional, simplify } from './traditional.ts'

/**
 * A text made comparable, with the way back: `text[i]` stems from `source[from[i], to[i])` of the original, in UTF-16
 * units. Full-width ASCII (U+FF01–FF5E) is narrowed and letters are lower-cased one by one; a run of spaces,
 * punctuation and signs becomes one space between letters or digits of spaced scripts and nothing beside characters of
 * scripts written without spaces; apostrophes vanish. `%`, `+` and currency signs are words and stay. Where a text holds
 * traditional characters all of it is read as traditional Chinese and simplified. Spoken digits become digits (`幺三八`:
 * `138`). U+2029 stays, as a wall that no slot crosses.
 */
export interface FoldedText {
  readonly source: string
  readonly text: string
  readonly from: Int32Array
  readonly to: Int32Array
}

/** A code unit that joins texts which belong to different turns. */
export const WALL = '\u2029'

/** Room to fold in, used again for every text. `units[i]` stems from `[from[i], to[i])`; `spaced` marks words. */
export interface FoldingRoom {
  units: Uint16Array
  from: Int32Array
  to: Int32Array
  /** 1 for letters and digits of scripts that put spaces between words. */
  spaced: Uint8Array
}

export function createFoldingRoom(): FoldingRoom {
  return roomFor(256)
}

function roomFor(size: number): FoldingRoom {
  return {
    units: new Uint16Array(size),
    from: new Int32Array(size),
    to: new Int32Array(size),
    spaced: new Uint8Array(size),
  }
}

const SEPARATOR = 0
const APOSTROPHE = 0xffff
const UNKNOWN = 0xfffe
const SPACE = 0x20
// What a code unit becomes; the two noncharacters at the end stand for “vanishes” and “not asked yet”.
const foldedUnits = new Uint16Array(0x10000).fill(UNKNOWN)
const SPACED = 1
const TRADITIONAL = 2
const SPOKEN = 4
const SURROGATE = 8
const traits = new Uint8Array(0x10000)

/** Folds into the room and returns the length; what the room held is gone. Nothing is allocated but a larger room. */
export function foldInto(room: FoldingRoom, source: string, isSimplified: boolean = false): number {
  if (room.units.length < source.length) Object.assign(room, roomFor(source.length * 2))
  const { units, from, to, spaced } = room
  let length = 0
  let gap = -1
  let lastIsSpaced = false
  let seen = 0
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i)
    let folded = foldedUnits[unit] ?? UNKNOWN
    if (folded === UNKNOWN) folded = learn(unit)
    const trait = traits[unit] ?? 0
    seen |= trait
    if ((trait & SURROGATE) !== 0) {
      const code = source.codePointAt(i) ?? 0
      if (code > 0xffff) {
        const pair = foldCode(code)
        if (pair > 0xffff) {
          const wasSpaced = lastIsSpaced
          lastIsSpaced = isSpacedWord(pair)
          if (gap >= 0 && wasSpaced && lastIsSpaced) {
            units[length] = SPACE
            from[length] = gap
            to[length] = i
            spaced[length++] = 0
          }
          gap = -1
          for (const half of [0xd800 + ((pair - 0x10000) >> 10), 0xdc00 + ((pair - 0x10000) & 0x3ff)]) {
            units[length] = half
            from[length] = i
            to[length] = i + 2
            spaced[length++] = lastIsSpaced ? SPACED : 0
          }
        } else if (gap < 0) gap = i
        i++
        continue
      }
    }
    if (folded === SEPARATOR) {
      if (gap < 0) gap = i
      continue
    }
    if (folded === APOSTROPHE) continue
    const isSpaced = (trait & SPACED) !== 0
    if (gap >= 0 && lastIsSpaced && isSpaced) {
      units[length] = SPACE
      from[length] = gap
      to[length] = i
      spaced[length++] = 0
    }
    gap = -1
    lastIsSpaced = isSpaced
    units[length] = folded
    from[length] = i
    to[length] = i + 1
    spaced[length++] = isSpaced ? SPACED : 0
  }
  if ((seen & TRADITIONAL) !== 0 && !isSimplified) return foldTraditional(room, source)
  if ((seen & SPOKEN) !== 0) readDigits(room, length)
  return length
}

/** Folds the simplified text and leads its places back through the simplification. */
function foldTraditional(room: FoldingRoom, source: string): number {
  const simplified = simplify(source)
  const length = foldInto(room, simplified.text, true)
  for (let i = 0; i < length; i++) {
    room.from[i] = simplified.from[room.from[i] ?? 0] ?? 0
    room.to[i] = simplified.to[(room.to[i] ?? 1) - 1] ?? source.length
  }
  return length
}

export function foldText(source: string): FoldedText {
  const length = foldInto(ownRoom, source)
  return takeFolded(ownRoom, length, source)
}

const ownRoom = createFoldingRoom()

/** What a room holds, as a text of its own. */
export function takeFolded(room: FoldingRoom, length: number, source: string): FoldedText {
  let text = ''
  for (let at = 0; at < length; at += PIECE) {
    const piece = room.units.subarray(at, Math.min(length, at + PIECE))
    text += String.fromCharCode.apply(null, piece as unknown as number[])
  }
  return { source, text, from: room.from.slice(0, length), to: room.to.slice(0, length) }
}

const PIECE = 4096

/**
 * Narrows full-width ASCII and the ideographic space and simplifies, one unit for one: offsets stay, case and
 * punctuation too. Characters whose simplified form has another length stay as they are.
 */
export function narrowText(source: string): string {
  const simple = holdsTraditional(source) ? simplifyInPlace(source) : source
  return simple.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    String.fromCharCode(narrowCode(character.charCodeAt(0))),
  )
}

function simplifyInPlace(source: string): string {
  const { text, from, to } = simplify(source)
  const units = source.split('')
  for (let i = 0; i < text.length; i++) {
    const at = from[i] ?? 0
    if ((to[i] ?? 0) === at + 1 && (from[i + 1] ?? source.length) > at) units[at] = text[i] ?? ''
  }
  return units.join('')
}

/** Whether a word of a spaced script (Latin, Greek, Cyrillic, …) or a number goes on over this point of a folded text. */
export function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = text.codePointAt(isLowSurrogate(text.charCodeAt(at - 1)) ? at - 2 : at - 1) ?? 0
  return isSpacedWord(before) && isSpacedWord(text.codePointAt(at) ?? 0)
}

const SPOKEN_DIGITS = '〇一二三四五六七八九零幺两'
/** The digit that a code unit is when dictated; 0: none. */
const DIGIT_OF = new Uint16Array(0x10000)
for (const [i, character] of [...SPOKEN_DIGITS].entries()) {
  DIGIT_OF[character.charCodeAt(0)] = '0123456789012'.charCodeAt(i)
}
const ONE = '幺'.charCodeAt(0)
const TWO = '两'.charCodeAt(0)
const POWERS = new Set([...'十百千万亿'].map((character) => character.charCodeAt(0)))

/**
 * Digits as they are dictated: a run of three or more, or of two with 幺, which says nothing but one. A 两 at the end
 * measures (三三两两, 一二三两) and a digit before 十百千万亿 belongs to a number: both stay as they are.
 */
function readDigits({ units, spaced }: FoldingRoom, length: number): void {
  for (let start = 0; start < length; start++) {
    if (DIGIT_OF[units[start] ?? 0] === 0) continue
    let after = start
    let sure = false
    for (; after < length && DIGIT_OF[units[after] ?? 0] !== 0; after++) sure ||= units[after] === ONE
    let end = after
    if (POWERS.has(units[end] ?? 0) && end < length) end--
    while (end > start && units[end - 1] === TWO) end--
    if (end - start >= (sure ? 2 : 3)) {
      for (let i = start; i < end; i++) {
        units[i] = DIGIT_OF[units[i] ?? 0] ?? 0
        spaced[i] = SPACED
      }
    }
    start = after
  }
}

function learn(unit: number): number {
  const folded = unit >= 0xd800 && unit <= 0xdfff ? SEPARATOR : foldCode(unit)
  traits[unit] =
    (isSpacedWord(folded) ? SPACED : 0) |
    (holdsTraditional(String.fromCharCode(unit)) ? TRADITIONAL : 0) |
    ((DIGIT_OF[folded] ?? 0) > 0 ? SPOKEN : 0) |
    (unit >= 0xd800 && unit <= 0xdbff ? SURROGATE : 0)
  return (foldedUnits[unit] = folded)
}

function foldCode(code: number): number {
  const narrow = narrowCode(code)
  const character = String.fromCodePoint(narrow)
  if (character === WALL) return narrow
  if (character === "'" || character === '’' || character === '‘') return APOSTROPHE
  if (/[\p{Z}\p{C}\p{P}\p{S}]/u.test(character) && !/[%+\p{Sc}]/u.test(character)) return SEPARATOR
  const [lower, more] = [...character.toLowerCase()]
  const folded = more === undefined && lower !== undefined ? (lower.codePointAt(0) ?? narrow) : narrow
  return folded > 0xffff === narrow > 0xffff ? folded : narrow
}

function narrowCode(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  return code === 0x3000 ? 0x20 : code
}

const spacedKnown = new Int8Array(0x10000).fill(-1)

function isSpacedWord(code: number): boolean {
  if (code > 0xffff) return computeSpaced(code)
  let spaced = spacedKnown[code] ?? -1
  if (spaced < 0) {
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
