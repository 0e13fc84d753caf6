import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSimilar } from '../../src/text/find-similar.ts'
import { foldText } from '../../src/text/fold-text.ts'
import { parsePhrase, SLOT } from '../../src/text/phrase.ts'
import { similarityByDefinition } from '../support/similarity.ts'

function similarityOf(phrase: string, text: string, least = 0.01): number {
  return findSimilar(foldText(text), parsePhrase(phrase), least)?.similarity ?? 0
}

describe('similarity', () => {
  it.each([
    ['很高兴为您服务', '您好，很高兴为您服务。', 1],
    ['很高兴为您服务', '您好，很高兴为你服务', 6 / 7],
    ['请问有什么可以帮您', '请问有啥可以帮您', 1 - 2 / 9],
    ['abcdefghij', 'abcdefgh', 0.8],
    ['abcdefghij', 'abcdefg', 0],
    ['abcdefghij', 'abcde12fghij', 1 - 2 / 12],
    ['我是{name}很高兴', '我是小王很高兴', 1],
    ['我是{name}很高兴', '我是小王恨高兴', 0.8],
    ['我是{name}很高兴', '我是很高兴', 0],
    ['我是{name}很高兴', '我是恨高兴', 0],
    ['我是{name}很高兴', '我是小王，非常高兴', 0.8],
    ['您好,{company}客服中心,我是{name},很高兴为您服务', '您好，客服中心，我是小李，很高兴为您服务', 0],
    ['我是{name}很高兴', `我是${'王'.repeat(20)}很高兴`, 1],
  ])('%s in %s is %d', (phrase, text, similarity) => {
    expect(similarityOf(phrase, text)).toBeCloseTo(similarity, 9)
  })

  it('counts at the threshold itself', () => {
    expect(similarityOf('abcdefghij', 'abcdefgh', 0.8)).toBeCloseTo(0.8, 9)
    expect(similarityOf('abcdefghij', 'abcdefgh', 0.81)).toBe(0)
  })

  const letters = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '好'), { maxLength: 14 }).map((list) => list.join(''))
  const phrases = fc
    .array(fc.constantFrom('a', 'b', 'c', 'ab', '好', '{x}'), { minLength: 1, maxLength: 7 })
    .map((list) => list.join(''))

  it('is what the definition says, for every threshold', () => {
    fc.assert(
      fc.property(phrases, letters, fc.constantFrom(0.01, 0.3, 0.5, 0.7, 0.8, 0.9, 1), (source, text, least) => {
        const phrase = parsePhrase(source)
        const folded = foldText(text)
        const points = [...folded.text]
        const tokens = phrase.tokens.map((token) => (token === SLOT ? null : String.fromCodePoint(token)))
        const truth = phrase.literals === 0 ? 0 : similarityByDefinition(tokens, points)
        const hit = findSimilar(folded, phrase, least)
        expect(hit?.similarity ?? 0).toBeCloseTo(truth + 1e-9 < least ? 0 : truth, 9)
        // The stretch reported is a window that is just so alike.
        if (hit) expect(similarityByDefinition(tokens, points.slice(hit.from, hit.to))).toBeCloseTo(truth, 9)
      }),
      { numRuns: 1_000 },
    )
  })

  it('finds a phrase again in a text of ten thousand characters', () => {
    const phrase = parsePhrase('您好,{company}客服中心,我是{name},很高兴为您服务,请问有什么可以帮您?')
    const said = '您好,联通客服中心,我是小王,很高兴为您服务,请问有什么可以帮您'
    const text = foldText(`${'您好客服中心'.repeat(1_600)}${said}`)
    expect(findSimilar(text, phrase, 0.8)).toEqual({ from: 9_600, to: text.text.length, similarity: 1 })
  })
})
