import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrame, linesOf, printable } from '../../src/diagnostic/codeframe.ts'
import { editDistance, nearestName } from '../../src/diagnostic/nearest.ts'
import { columnsOf } from '../../src/draw/columns.ts'
import { createSourceText, rangeAt } from '../../src/load/source-text.ts'

function frame(text: string, marked: string, width = 80): string[] {
  const source = createSourceText('x', text)
  const at = text.indexOf(marked)
  return codeFrame(linesOf(text), rangeAt(source, at, at + marked.length), { columnsOf, width }).map(
    ({ gutter, text: line }) => gutter + line,
  )
}

describe('codeFrame', () => {
  it('sets carets under what is marked, also behind and under Chinese', () => {
    expect(frame('a: 1\nname: 套餐变更, flow: 投诉处理\n', '投诉处理')).toEqual([
      '  1 | a: 1',
      '> 2 | name: 套餐变更, flow: 投诉处理',
      '    |                       ^^^^^^^^',
    ])
  })

  it('leaves out a blank line before, and marks something where nothing stands', () => {
    expect(frame('\nx:\n', '')).toEqual(['> 1 | ', '    | ^'])
    expect(frame('\nx:\n', 'x')).toEqual(['> 2 | x:', '    | ^'])
  })

  it('marks the first line of a range over several', () => {
    expect(frame('a:\n  b: 1\n  c: 2\n', 'b: 1\n  c: 2')).toEqual(['  1 | a:', '> 2 |   b: 1', '    |   ^^^^'])
  })

  it('stays inside its width and keeps the mark in sight, whatever the line', () => {
    const unit = fc.constantFrom('a', '套', ' ', '\t', 'é', '👍', '\u001b', '\u202e', '…')
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 300 }),
        fc.string({ unit, minLength: 1, maxLength: 200 }),
        fc.string({ unit, maxLength: 200 }),
        fc.integer({ min: 40, max: 120 }),
        (before, marked, after, width) => {
          const text = before + marked + after
          const range = rangeAt(createSourceText('x', text), before.length, before.length + marked.length)
          const lines = codeFrame(linesOf(text), range, { columnsOf, width })
          for (const line of lines) expect(columnsOf(line.gutter + line.text)).toBeLessThanOrEqual(width)
          expect(lines.at(-1)?.text).toMatch(/^ *\^+$/)
          expect(lines.map((line) => line.text).join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        },
      ),
    )
  })
})

describe('printable', () => {
  it('takes away what a terminal would obey', () => {
    expect(printable('a\tb\u001b[31m\u202e您')).toBe('a  b\ufffd[31m\ufffd您')
  })
})

describe('nearestName', () => {
  it('finds the one meant, and nothing where none is close', () => {
    expect(nearestName('agnet', ['agent', 'supervisor'])).toBe('agent')
    expect(nearestName('Plan-Change', ['plan-change', 'plan'])).toBe('plan-change')
    expect(nearestName('bil', ['bill', 'bell'])).toBe('bill')
    expect(nearestName('wholly-other', ['agent'])).toBeUndefined()
    expect(nearestName('x'.repeat(1_000), ['y'])).toBeUndefined()
  })

  it('measures a metric on short texts: zero for equals, symmetric, one for a swap', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
    expect([editDistance('agnet', 'agent'), editDistance('', 'abc'), editDistance('abc', 'axc')]).toEqual([1, 3, 1])
  })
})
