import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, padEnd, padStart, truncate, wrap } from '../../src/draw/columns.ts'

test('counts East Asian wide characters as two columns, combining marks and colours as none', () => {
  expect(columnsOf('abc')).toBe(3)
  expect(columnsOf('流程图')).toBe(6)
  expect(columnsOf('é')).toBe(1)
  expect(columnsOf('\u001b[31m红\u001b[0m')).toBe(2)
})

test('pads and cuts by columns', () => {
  expect(padEnd('盲点', 6)).toBe('盲点  ')
  expect(padStart('盲点', 6)).toBe('  盲点')
  expect(padEnd('盲点', 2)).toBe('盲点')
  expect(truncate('流程地图', 5)).toBe('流程…')
  expect(truncate('流程地图', 8)).toBe('流程地图')
})

test('breaks between CJK characters, at spaces, and inside a word only when it is too long', () => {
  expect(wrap('值班长判断是否派单', 10)).toEqual(['值班长判断', '是否派单'])
  expect(wrap('offer other channels first', 12)).toEqual(['offer other', 'channels', 'first'])
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  expect(wrap('', 4)).toEqual([''])
})

test('closing punctuation does not begin a line, nor does opening punctuation end one', () => {
  expect(wrap('您好，请稍等。', 4)).toEqual(['您', '好，', '请稍', '等。'])
  expect(wrap('转为《工单》', 6)).toEqual(['转为', '《工', '单》'])
})

test('law: nothing but blanks is lost, and no line is wider than asked where one character fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 40 }), (text, columns) => {
      const lines = wrap(text, columns)
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      for (const line of lines) if ([...line].length > 6) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
    }),
  )
})
