import type { FoldedText } from '../../text/fold-text.ts'

/** Digits that stand together or a blank, hyphen or dot apart; a last `x` that follows right on is one of them. */
export interface DigitRun {
  /** The digits of each part, as it was written between separators. */
  readonly parts: readonly string[]
  /** Where each part stands in the original text, UTF-16 units, `to` exclusive. */
  readonly places: readonly { readonly from: number; readonly to: number }[]
}

/** Parts in a row that may be one number. */
export interface Candidate {
  readonly digits: string
  readonly parts: readonly string[]
  readonly from: number
  readonly to: number
}

const MOST_PARTS = 8
const SEPARATORS = /^[\s.·．\-－–—‐]{1,3}$/u

/**
 * The runs of digits of a folded text: full-width and spoken digits are digits there. Letters that stand right before or
 * after make a part a code (`A123`, `5G`), which is no run; the decimal point and the comma of thousands are separators as
 * the blank is, so that a sum of money is parts of a few digits each.
 */
export function findDigitRuns(folded: FoldedText): DigitRun[] {
  const { source, text, from, to } = folded
  const runs: { parts: string[]; places: { from: number; to: number }[] }[] = []
  let last: { parts: string[]; places: { from: number; to: number }[] } | undefined
  for (let i = 0; i < text.length;) {
    if (!isDigit(text.charCodeAt(i))) {
      i++
      continue
    }
    const start = i
    while (i < text.length && isDigit(text.charCodeAt(i)) && (i === start || isTogether(i, folded))) i++
    if (text[i] === 'x' && isTogether(i, folded) && !isLetter(text, i + 1)) i++
    const code = isLetter(text, start - 1) || (text[i - 1] !== 'x' && isLetter(text, i))
    if (code) {
      last = undefined
      continue
    }
    const place = { from: from[start] ?? 0, to: to[i - 1] ?? 0 }
    const digits = text.slice(start, i)
    const end = last?.places.at(-1)?.to
    if (last && end !== undefined && SEPARATORS.test(source.slice(end, place.from))) {
      last.parts.push(digits)
      last.places.push(place)
    } else {
      last = { parts: [digits], places: [place] }
      runs.push(last)
    }
  }
  return runs
}

/** All that one run may hold: parts in a row with `least` to `most` digits together, the longest first. */
export function listCandidates(run: DigitRun, least: number, most: number): Candidate[] {
  const found: Candidate[] = []
  for (let start = 0; start < run.parts.length; start++) {
    let digits = ''
    const longest: Candidate[] = []
    for (let end = start; end < Math.min(run.parts.length, start + MOST_PARTS); end++) {
      digits += run.parts[end] ?? ''
      if (digits.length > most) break
      if (digits.length < least) continue
      longest.push({
        digits,
        parts: run.parts.slice(start, end + 1),
        from: run.places[start]?.from ?? 0,
        to: run.places[end]?.to ?? 0,
      })
    }
    found.push(...longest.reverse())
  }
  return found
}

/** Whether nothing of the original stands between this unit and the one before, or only what is said between spoken digits. */
function isTogether(at: number, { source, from, to }: FoldedText): boolean {
  const [end, start] = [to[at - 1] ?? 0, from[at] ?? 0]
  if (end >= start) return true
  return SPOKEN.test(source[start] ?? '') && /^[，、。,.\s]{1,2}$/u.test(source.slice(end, start))
}

const SPOKEN = /[〇零一二三四五六七八九幺两]/u

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isLetter(text: string, at: number): boolean {
  return /[a-z]/.test(text[at] ?? '')
}
