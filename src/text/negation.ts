import type { Negation } from '../model/lexicon.ts'
import { type FoldedText, foldText } from './fold-text.ts'

/** Words of denial, before what they deny. */
const DENIALS = [
  '不', '没', '没有', '无', '无法', '未', '非', '别', '勿', '莫', '难以', '并非', '绝非', '从未', '从不', '不曾', '未曾', '没法', '甭', '拒绝', '不能',
  'not', 'no', 'never', 'nor', 'neither', 'without', 'cannot', 'cant', 'dont', 'doesnt', 'didnt', 'wont', 'wouldnt',
  'couldnt', 'shouldnt', 'isnt', 'arent', 'wasnt', 'werent', 'hasnt', 'havent', 'unable to', 'refuse to', 'decline to',
] // prettier-ignore

/** What holds a word of denial and denies nothing that follows. */
const HARMLESS = [
  '不仅', '不但', '不光', '不只', '不单', '不止', '不管', '不论', '不妨', '不断', '不久', '不好意思', '不客气', '不用谢', '不要紧', '不用担心', '不要担心',
  '别担心', '不用着急', '不要着急', '别着急', '不着急', '不必担心', '对不起', '了不起', '差不多', '无论', '没问题', '没关系', '没事', '没错', '不错', '无非',
  '非常', '要不', '要不然', '未来', '未必不', '莫非', '特别', '分别', '区别', '个别', '别的', '别人', '不可避免', '不一会儿', '无条件', '免不了', '少不了',
  'not only', 'no problem', 'no worries', 'no doubt', 'without fail', 'without doubt', 'dont worry', 'not just',
] // prettier-ignore

/** Behind these words something new begins, though no comma stands there. */
const TURNS = [
  '但',
  '但是',
  '可是',
  '不过',
  '而是',
  '只是',
  '然而',
  '所以',
  '因此',
  'but',
  'however',
  'so',
  'therefore',
]

/** What denies the phrase right before it: 保证不了. */
const DENIED_AFTER = ['不了', '不起', '不来', '不到']

const CLAUSE_END = /[,，.．。!！?？;；:：…\n\r\u2029]/u

/** Tells whether the phrase at `[from, to)` of the folded text is denied. */
export type NegationCheck = (folded: FoldedText, from: number, to: number) => boolean

type Effect = 'denies' | 'nothing' | 'turns'

/**
 * Semantics §19. A hit is denied when, in its clause (ended by , . ! ? ; : and their kind) and at most `window` words
 * before it, a word of denial stands, behind the last word that turns (但, but), or when 不了 and its like follow it at
 * once. Denials with at most one word between them cancel each other (不得不承诺). 不 or 没 between two equal characters
 * asks (能不能) and denies nothing. A word is a character of a script without spaces, a word of others.
 */
export function createNegationCheck({ window, words = DENIALS }: Negation): NegationCheck {
  const effects = new Map<string, Effect>()
  const learn = (list: readonly string[], effect: Effect): void => {
    for (const word of list) effects.set(foldText(word).text, effect)
  }
  learn(words, 'denies')
  learn(HARMLESS, 'nothing')
  learn(TURNS, 'turns')
  effects.delete('')
  const longest = Math.max(...[...effects.keys()].map((word) => word.length))
  const after = DENIED_AFTER.map((word) => foldText(word).text)

  return (folded, from, to) => {
    const { text } = folded
    if (after.some((word) => text.startsWith(word, to))) return true
    const start = clauseStart(folded, from)
    const near = windowStart(text, start, from, window)
    let denials = 0
    let last = -2
    for (let at = start; at < from;) {
      let size = Math.min(longest, from - at)
      while (size > 0 && !(effects.has(text.slice(at, at + size)) && isWhole(text, at, at + size))) size--
      const effect = effects.get(text.slice(at, at + size))
      if (effect === 'turns') denials = 0
      if (effect === 'denies' && at + size > near && !asks(text, at)) {
        // 不得不 asserts; 不保证不承诺 denies twice, two things.
        denials = at <= windowEnd(text, last) ? denials + 1 : 1
        last = at + size
      }
      at += Math.max(1, size)
    }
    return denials % 2 === 1
  }
}

/** A-not-A: 能不能, 有没有. */
function asks(text: string, at: number): boolean {
  return at > 0 && text[at - 1] === text[at + 1] && /[不没]/.test(text[at] ?? '')
}

function isWhole(text: string, from: number, to: number): boolean {
  return !(isLetter(text[from - 1]) && isLetter(text[from])) && !(isLetter(text[to - 1]) && isLetter(text[to]))
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && character < '\u2e80'
}

/** Looks back no further than any window needs: a clause without an end is not searched to the start of a long text. */
const FAR = 400

function clauseStart(folded: FoldedText, at: number): number {
  let start = at
  for (; start > 0 && at - start < FAR; start--) {
    const gapFrom = folded.to[start - 1] ?? 0
    const gapTo = folded.from[start] ?? folded.source.length
    if (folded.text[start - 1] === ' ') {
      if (CLAUSE_END.test(folded.source.slice(folded.from[start - 1], gapFrom))) break
    } else if (gapTo > gapFrom && CLAUSE_END.test(folded.source.slice(gapFrom, gapTo))) break
  }
  return start
}

/** One word behind a place: as far as a second denial may begin that cancels a first one ending there. */
function windowEnd(text: string, from: number): number {
  let at = from
  if (at < 0) return at
  if (text[at] === ' ') at++
  if (!isLetter(text[at])) return at + 1
  while (isLetter(text[at])) at++
  return text[at] === ' ' ? at + 1 : at
}

/** Where the last `window` words before `from` begin. */
function windowStart(text: string, least: number, from: number, window: number): number {
  let at = from
  for (let words = 0; words < window && at > least; words++) {
    if (text[at - 1] === ' ') at--
    if (isLetter(text[at - 1])) while (at > least && isLetter(text[at - 1])) at--
    else if (at > least) at--
  }
  return at
}
