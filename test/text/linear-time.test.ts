import { describe, expect, it, vi } from 'vitest'
import { findSimilar } from '../../src/text/find-similar.ts'
import { findSlots } from '../../src/text/find-slots.ts'
import { foldText } from '../../src/text/fold-text.ts'
import { createPhraseEngine } from '../../src/text/phrase-engine.ts'
import { parsePhrase } from '../../src/text/phrase.ts'
import { makeLexicon } from '../support/make-lexicon.ts'

/** How often a character of a text is read while a lexicon is looked for: the steps of the machine, on any computer. */
function readsOf(parts: Parameters<typeof makeLexicon>[0], text: string): number {
  const lexicon = makeLexicon(parts)
  const engine = createPhraseEngine([lexicon])
  engine.read('warm').find(lexicon)
  const reads = [vi.spyOn(String.prototype, 'codePointAt'), vi.spyOn(String.prototype, 'charCodeAt')]
  try {
    engine.read(text).find(lexicon)
    return reads.reduce((sum, { mock }) => sum + mock.calls.length, 0)
  } finally {
    for (const spy of reads) spy.mockRestore()
  }
}

describe('regular expressions take steps in proportion to the text', () => {
  it.each([
    ['nested repetition', '(a+)+b', 'a'],
    ['three deep', '((a*)*)*b', 'a'],
    ['repetition of what may be empty', '(a?)+b', 'a'],
    ['alternatives alike', '(a|a)*b', 'a'],
    ['alternatives that overlap', '(a|aa|aaa)+b', 'a'],
    ['two repetitions side by side', '(a+a+)+b', 'a'],
    ['optional ones before the same', '(a?){20}a{20}b', 'a'],
    ['anything, twice', '(.*)(.*)(.*)b', 'a'],
    ['Chinese words', '((退款)+|(退款退款)+)+成功', '退款'],
    ['with an exception as bad', '(a+)+b|(a+)+$', 'a'],
  ])('%s: %s', (_name, regex, unit) => {
    const [short, long] = [500, 1_000].map((times) =>
      readsOf({ regex, exceptRegex: `(${unit}+)+c` }, unit.repeat(times)),
    )
    expect(short).toBeGreaterThanOrEqual(500)
    expect((long ?? 0) / (short ?? 1)).toBeLessThan(2.1)
    expect(short).toBeLessThan(500 * unit.length * 500)
  })

  it('also where many places are found', () => {
    const [short, long] = [500, 1_000].map((times) => readsOf({ regex: '(x+x+)+y' }, 'xxxy'.repeat(times)))
    expect((long ?? 0) / (short ?? 1)).toBeLessThan(2.1)
  })
})

/** How often a character of the text is held against one of the phrase. */
function comparisonsOf(find: typeof findSlots, phrase: string, text: string): number {
  let count = 0
  find(foldText(text), parsePhrase(phrase), (a, b) => (count++, a === b))
  return count
}

describe('phrases take comparisons in proportion to the text', () => {
  const similar: typeof findSlots = (folded, phrase, isLike) => {
    findSimilar(folded, phrase, 0.7, isLike)
    return []
  }
  it.each([
    ['slots', findSlots, '我{a}我{b}我{c}好'],
    ['similar with slots', similar, '我{a}我{b}我我我我{c}好'],
    ['similar', similar, '我我我我我我我我我好'],
  ])('%s', (_name, find, phrase) => {
    const [short, long] = [400, 800].map((times) => comparisonsOf(find, phrase, '我'.repeat(times)))
    expect(short).toBeGreaterThan(400)
    expect((long ?? 0) / (short ?? 1)).toBeLessThan(2.1)
  })
})
