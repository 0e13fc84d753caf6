import * as fc from 'fast-check'
import { Converter, Locale } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { foldText, narrowText } from '../../src/text/fold-text.ts'
import { holdsTraditional, simplify } from '../../src/text/traditional.ts'

const convert = Converter({ from: 't', to: 'cn' })
const dictionaries = (Locale.to['cn']?.[0] ?? []) as readonly unknown[]
const characters = String(dictionaries[1])
  .split('|')
  .map((pair) => pair.split(' ')[0] ?? '')
const words = String(dictionaries[0])
  .split('|')
  .map((pair) => pair.split(' ')[0] ?? '')
const units = fc.oneof(
  fc.constantFrom('您', '幺', '三', '两', 'a', 'Z', '１', ' ', '，', "'", '😀', '𠮷', '\ud800', 'İ', 'ﬁ', '　'),
  fc.constantFrom(...characters),
  fc.constantFrom(...words),
)
const texts = fc.array(units, { maxLength: 30 }).map((list) => list.join(''))

const plain = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !holdsTraditional(text))

describe('folding', () => {
  it('leads every character back to where it stems from, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldText(text)
        expect(folded.from).toHaveLength(folded.text.length)
        expect(folded.to).toHaveLength(folded.text.length)
        for (let i = 0; i < folded.text.length; i++) {
          expect(folded.from[i]).toBeGreaterThanOrEqual(folded.from[i - 1] ?? 0)
          expect(folded.to[i]).toBeGreaterThan(folded.from[i] ?? 0)
          expect(folded.to[i]).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const once = foldText(text).text
        expect(foldText(once).text).toBe(once)
      }),
    )
  })

  it('folds a stretch it leads back to as it folded the whole', () => {
    expect(foldText('請撥 １００８６ 後臺')).toMatchObject({ text: '请拨10086后台' })
    const folded = foldText('請撥 １００８６ 後臺')
    expect([...folded.from]).toEqual([0, 1, 3, 4, 5, 6, 7, 9, 10])
  })

  it('keeps the length for regular expressions', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(narrowText(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('traditional to simplified', () => {
  it('gives what OpenCC gives', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(simplify(text).text).toBe(convert(text))
      }),
      { numRuns: 2_000 },
    )
  })
})
