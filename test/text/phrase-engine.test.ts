import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/text/fold-text.ts'
import { createPhraseEngine } from '../../src/text/phrase-engine.ts'
import { type LexiconParts, makeLexicon } from '../support/make-lexicon.ts'

function find(parts: LexiconParts, text: string): string[] {
  const lexicon = makeLexicon(parts)
  return createPhraseEngine([lexicon])
    .read(text)
    .find(lexicon)
    .map((hit) => text.slice(hit.from, hit.to))
}

/** Every phrase by itself, position by position, over the folded text: leftmost places that do not overlap. */
function findNaively(phrases: readonly string[], text: string): string[] {
  const folded = foldText(text)
  const isWord = (character: string | undefined): boolean => character !== undefined && /[a-z0-9%+$]/.test(character)
  const places = new Set<string>()
  for (const phrase of phrases.map((each) => foldText(each).text)) {
    if (phrase === '') continue
    let free = 0
    for (let at = 0; at + phrase.length <= folded.text.length; at++) {
      const to = at + phrase.length
      if (at < free || folded.text.slice(at, to) !== phrase) continue
      if (isWord(folded.text[at - 1]) && isWord(folded.text[at])) continue
      if (isWord(folded.text[to - 1]) && isWord(folded.text[to])) continue
      places.add(`${folded.from[at]}-${folded.to[to - 1]}`)
      free = to
    }
  }
  return [...places].sort()
}

const letters = fc.constantFrom(
  '您',
  '好',
  '请',
  '问',
  '幺',
  '三',
  '两',
  'a',
  'b',
  'A',
  '１',
  '8',
  ' ',
  '，',
  '!',
  "'",
  '後',
  '臺',
  '😀',
)
const texts = fc.array(letters, { maxLength: 40 }).map((list) => list.join(''))
const phrases = fc.array(letters, { minLength: 1, maxLength: 4 }).map((list) => list.join(''))

describe('one pass for all lexicons', () => {
  it('finds what a search phrase by phrase finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(phrases, { minLength: 1, maxLength: 8 }), { maxLength: 6 }),
        texts,
        (lists, text) => {
          const lexicons = lists.map((any) => makeLexicon({ any }))
          const reading = createPhraseEngine(lexicons).read(text)
          for (const [i, lexicon] of lexicons.entries()) {
            const hits = reading.find(lexicon).map(({ from, to }) => `${from}-${to}`)
            expect([...hits].sort()).toEqual(findNaively(lists[i] ?? [], text))
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('finds thousands of entries that share beginnings and ends', () => {
    const all = Array.from({ length: 5_000 }, (_, i) =>
      [...i.toString(5).padStart(6, '0')].map((d) => '甲乙丙丁戊'[Number(d)]).join(''),
    )
    const text = '戊甲乙丙丁甲甲戊乙丙甲丁甲甲乙乙丙丁'
    const lexicon = makeLexicon({ any: all })
    const hits = createPhraseEngine([lexicon]).read(text).find(lexicon)
    expect(hits.map(({ from, to }) => `${from}-${to}`).sort()).toEqual(findNaively(all, text))
    expect(hits.length).toBeGreaterThan(3)
  })

  it('compiles a lexicon it does not have alone', () => {
    const other = makeLexicon({ any: ['乙'] })
    expect(
      createPhraseEngine([makeLexicon({ any: ['甲'] })])
        .read('甲乙')
        .find(other),
    ).toEqual([{ from: 1, to: 2 }])
  })

  it('comes to an end on ten megabytes and on hostile phrases', () => {
    const text = 'a'.repeat(5_000_000) + '您好'.repeat(2_500_000)
    expect(find({ any: [`${'a'.repeat(300)}b`, '您好吗', '好您好您b'] }, text)).toEqual([])
    const nested = Array.from({ length: 300 }, (_, i) => '好'.repeat(i + 1))
    expect(find({ any: nested }, '好'.repeat(20_000)).length).toBeGreaterThan(1_000)
  })
})

describe('the grammar of lexicons', () => {
  it.each<[string, LexiconParts, string, string[]]>([
    ['two of three', { atLeast: { count: 2, of: ['甲', '乙', '丙'] } }, '甲然后丙', ['甲', '丙']],
    ['the same twice is one', { atLeast: { count: 2, of: ['甲', '乙'] } }, '甲甲', []],
    ['in order', { inOrder: { of: ['首先', '然后', '最后'] } }, '首先查，然后改，最后回访', ['首先查，然后改，最后']],
    ['not in another order', { inOrder: { of: ['首先', '然后'] } }, '然后改，首先查', []],
    ['near enough', { inOrder: { of: ['甲', '乙'], gap: 2 } }, '甲一二乙', ['甲一二乙']],
    ['too far', { inOrder: { of: ['甲', '乙'], gap: 1 } }, '甲一二乙', []],
    ['the nearest of several', { inOrder: { of: ['甲', '乙'], gap: 1 } }, '甲一二甲一乙', ['甲一乙']],
    ['a variant', { all: [{ phrase: '您好', variants: ['你好'] }, '再见'] }, '你好，再见', ['你好', '再见']],
    ['an exception of one entry', { any: [{ phrase: '保证', except: ['保证金'] }, '保证金额'] }, '保证金', []],
    ['which spares the others', { any: [{ phrase: '保证', except: ['保证金'] }, '押金'] }, '保证金就是押金', ['押金']],
    [
      'a pattern left out by another',
      { regex: '赔\\d+元', exceptRegex: '最多赔\\d+元' },
      '最多赔５元，赔6元',
      ['赔6元'],
    ],
    ['traditional text', { any: ['后台没有办法'] }, '後臺沒有辦法', ['後臺沒有辦法']],
    ['traditional phrases', { any: ['後臺'] }, '后台', ['后台']],
    ['a word of simplified text that looks traditional', { any: ['坏了'] }, '手机打坏了', ['坏了']],
    ['a pattern in traditional text', { regex: '没有(办法|结果)' }, '沒有辦法', ['沒有辦法']],
    ['dictated digits', { any: ['13800138000'] }, '号码是幺三八零零幺三八零零零', ['幺三八零零幺三八零零零']],
    ['digits for dictated ones', { any: ['一零零八六'] }, '请拨10086', ['10086']],
    ['no digits in 一定', { any: ['一定'] }, '一定办好', ['一定']],
    ['no digits in 一二三百', { any: ['三百'] }, '一二三百', ['三百']],
    ['same sounds', { any: ['您贵姓'], pinyin: true }, '请问您桂兴', ['您桂兴']],
    ['same sounds indeed', { any: ['资费套餐'], pinyin: true }, '这个自费套参', ['自费套参']],
    ['sounds only where asked', { any: ['资费套餐'] }, '这个自费套参', []],
    ['sounds around slots', { template: '我是{name}很高兴', pinyin: true }, '我市小王恨高兴', ['我市小王恨高兴']],
    [
      'sounds and similarity',
      { any: ['很高兴为您服务'], pinyin: true, similar: 0.85 },
      '恨高兴为你服务',
      ['恨高兴为你服务'],
    ],
    ['a slot does not reach over a wall', { template: '我是{name}很高兴' }, '我是\u2029小王很高兴', []],
    [
      'a template without its slot, however similar',
      { template: '您好，{company}客服中心，我是{name}，很高兴为您服务', similar: 0.8 },
      '您好，客服中心，我是小李，很高兴为您服务',
      [],
    ],
  ])('%s', (_name, parts, text, found) => {
    expect(find(parts, text)).toEqual(found)
  })
})

describe('negation', () => {
  const promise: LexiconParts = { any: ['承诺', '保证', 'promise'], notNegated: { window: 6 } }
  it.each([
    ['我承诺今天到', 1],
    ['我们不承诺今天到', 0],
    ['不能在这里向您保证', 0],
    ['不能在这里当着您和大家保证', 1],
    ['这个保证不了', 0],
    ['不得不保证', 1],
    ['能不能保证', 1],
    ['不仅保证', 1],
    ['没问题，保证修好', 1],
    ['没问题保证修好', 1],
    ['不行，我保证', 1],
    ['不能退，但保证换', 1],
    ['不能退但保证换', 1],
    ['不保证、不承诺', 0],
    ['不保证不承诺', 0],
    ['不是不保证', 1],
    ['没有不保证的', 1],
    ['別擔心我保證', 1],
    ['We cannot promise that', 0],
    ["I don't think we can promise", 0],
    ['Not a problem. I promise', 1],
    ['not only do we promise', 1],
    ['we know and promise', 1],
  ])('%s: %d', (text, count) => {
    expect(find(promise, text)).toHaveLength(count)
  })

  it('takes the words and the window of the map', () => {
    const parts: LexiconParts = { any: ['保证'], notNegated: { window: 1, words: ['难'] } }
    expect(find(parts, '难保证')).toEqual([])
    expect(find(parts, '不保证')).toEqual(['保证'])
    expect(find(parts, '难以向您保证')).toEqual(['保证'])
  })

  it('holds for patterns and templates', () => {
    expect(find({ regex: '保证.天', notNegated: { window: 6 } }, '不保证三天，保证五天')).toEqual(['保证五天'])
    expect(find({ template: '今天{when}到', notNegated: { window: 6 } }, '不是今天三点到')).toEqual([])
  })
})
