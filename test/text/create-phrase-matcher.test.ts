import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPhraseMatcher } from '../../src/text/create-phrase-matcher.ts'
import { type LexiconParts, makeLexicon } from '../support/make-lexicon.ts'

function find(parts: LexiconParts, text: string): string[] {
  return createPhraseMatcher(makeLexicon(parts))(text).map((hit) => text.slice(hit.from, hit.to))
}

describe('a lexicon', () => {
  it.each<[string, LexiconParts, string, string[]]>([
    ['finds a phrase', { any: ['您好'] }, '喂，您好！', ['您好']],
    ['sees through width and case', { any: ['10086 vip'] }, '请拨10086 VIP专线', ['10086 VIP']],
    ['sees through punctuation and spaces in Chinese', { any: ['您好，请问'] }, '您 好！请问……', ['您 好！请问']],
    ['keeps words of spaced scripts apart', { any: ['any thing'] }, 'anything else', []],
    [
      'takes punctuation between words as a space',
      { any: ['anything else'] },
      'Anything... else?',
      ['Anything... else'],
    ],
    ['ignores apostrophes', { any: ["that's all"] }, 'That’s all', ['That’s all']],
    ['respects word ends', { any: ['no'] }, 'now I know: north', []],
    ['finds a word among Chinese', { any: ['vip'] }, '升级VIP套餐', ['VIP']],
    ['does not find a number inside a number', { any: ['100'] }, '10086', []],
    ['takes the first of any', { any: ['甲', '乙'] }, '乙和甲', ['乙', '甲']],
    ['wants all of all', { all: ['甲', '乙'] }, '只有甲', []],
    ['reports all of all', { all: ['甲', '乙'] }, '甲和乙', ['甲', '乙']],
    ['is stopped by none', { any: ['甲'], none: ['乙'] }, '甲和乙', []],
    ['with none alone hits what lacks it', { none: ['乙'] }, '甲', ['甲']],
    ['leaves out exceptions', { any: ['保证'], except: ['无法保证'] }, '我无法保证', []],
    ['leaves out exceptions only there', { any: ['保证'], except: ['无法保证'] }, '无法保证，但我保证', ['保证']],
    [
      'fills slots',
      { template: '您好，{company}客服中心，我是{name}，很高兴为您服务' },
      '您好，移动客服中心，我是 8 号小李，很高兴为您服务！',
      ['您好，移动客服中心，我是 8 号小李，很高兴为您服务'],
    ],
    ['wants a slot filled', { template: '我是{name}，很高兴' }, '我是，很高兴', []],
    ['fills a slot with 20 at most', { template: '我是{name}很高兴' }, `我是${'王'.repeat(21)}很高兴`, []],
    [
      'fills a slot between English words',
      { any: ['this is {name} speaking'] },
      'This is Bob Lee speaking.',
      ['This is Bob Lee speaking'],
    ],
    ['does not fill a slot with a space', { any: ['this is {name} speaking'] }, 'This is speaking.', []],
    ['takes a regular expression', { regex: '(?i)anything\\s+else' }, 'Is there ANYTHING  else?', ['ANYTHING  else']],
    ['narrows before a regular expression', { regex: '[0-9]{5}' }, '拨打10086', ['10086']],
    ['does not count an empty match', { regex: 'x*' }, 'abc', []],
    ['joins keys', { any: ['甲'], regex: '乙' }, '甲', []],
    ['finds what is similar', { any: ['很高兴为您服务'], similar: 0.8 }, '您好，很高兴为你服务。', ['很高兴为你服务']],
    [
      'keeps none exact under similar',
      { any: ['甲乙丙丁戊'], none: ['己庚辛壬癸'], similar: 0.8 },
      '甲乙丙丁戊己庚辛壬',
      ['甲乙丙丁戊'],
    ],
    ['finds nothing in nothing', { any: ['甲'] }, '', []],
    ['has nothing to find in punctuation', { any: ['……'] }, '……', []],
    ['gives places of astral characters', { any: ['好'] }, '😀😀好', ['好']],
  ])('%s', (_name, parts, text, found) => {
    expect(find(parts, text)).toEqual(found)
  })

  it('finds every phrase that it was put into, at its place', () => {
    const part = fc.array(fc.constantFrom('您', '好', '请', 'a', 'b', ' ', ',', '。', '!', 'A'), {
      maxLength: 8,
    })
    const core = fc.array(fc.constantFrom('您', '好', '请', '问'), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(part, core, part, (before, phrase, after) => {
        const text = before.join('') + phrase.join('') + after.join('')
        const hits = createPhraseMatcher(makeLexicon({ any: [phrase.join('')] }))(text)
        expect(hits.length).toBeGreaterThan(0)
        for (const hit of hits) expect(text.slice(hit.from, hit.to).replace(/[ ,。!]/g, '')).toBe(phrase.join(''))
      }),
    )
  })

  it('lists places inside the text, ordered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 3 }), (text, phrase) => {
        const hits = createPhraseMatcher(makeLexicon({ any: [phrase, 'e'], similar: 0.7 }))(text)
        for (const [i, hit] of hits.entries()) {
          expect(hit.from).toBeGreaterThanOrEqual(hits[i - 1]?.from ?? 0)
          expect(hit.to).toBeGreaterThan(hit.from)
          expect(hit.to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  it('comes to an end whatever the pattern', () => {
    expect(find({ regex: '(a|aa)+$|(a*)*b' }, 'a'.repeat(20_000))).toHaveLength(1)
    expect(find({ any: [`${'a'.repeat(50)}b`] }, 'a'.repeat(100_000))).toEqual([])
    expect(find({ any: ['a{x}a{y}a{z}b'] }, 'a'.repeat(20_000))).toEqual([])
  })
})
