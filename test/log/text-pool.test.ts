import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareText } from '../../src/diagnostic/sort.ts'
import { TextPool } from '../../src/log/text-pool.ts'

test('the order of texts is that of their UTF-16 code units', () => {
  const character = fc.constantFrom(
    'a',
    'b',
    '0',
    'é',
    'ﬀ',
    '中',
    '\ud7ff',
    '\ue000',
    '\uffef',
    '\u{10000}',
    '😀',
    '\u{10ffff}',
  )
  const text = fc.array(character, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const pool = new TextPool(true)
      const [own, other] = [pool.internText(a), pool.internText(b)]
      expect(Math.sign(pool.compare(own, other))).toBe(compareText(a, b))
    }),
    { numRuns: 2000 },
  )
})
