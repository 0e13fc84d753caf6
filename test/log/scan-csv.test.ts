import * as fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readText, shortly } from './support.ts'
import { CsvScanner } from '../../src/log/scan-csv.ts'

/** Records and broken stretches of a text, read line by line as the decoder gives them. */
function scan(text: string, delimiter = ',', expected = 0) {
  const records: string[][] = []
  const broken: { line: number; raw: string }[] = []
  const scanner = new CsvScanner(delimiter, {
    record: (fields) => records.push(fields),
    broken: (_fault, line, _offset, raw) => broken.push({ line, raw }),
  })
  scanner.expected = expected
  let from = 0
  for (let line = 1; from < text.length; line++) {
    let to = text.indexOf('\n', from)
    if (to === -1) to = text.length
    scanner.line(text, from, text[to - 1] === '\r' && to > from ? to - 1 : to, line, from, undefined)
    from = to + 1
  }
  scanner.end()
  return { records, broken }
}

describe('CSV', () => {
  test('reads quotes after RFC 4180, with line ends and doubled quotes inside', () => {
    expect(scan('a,"b, ""c""\r\nd",e\r\nf,,\r\n').records).toEqual([
      ['a', 'b, "c"\r\nd', 'e'],
      ['f', '', ''],
    ])
  })

  test('takes a quote inside an unquoted field as text', () => {
    expect(scan('5 "x",say "hi",z\n6, "a",c\n').records).toEqual([
      ['5 "x"', 'say "hi"', 'z'],
      ['6', ' "a"', 'c'],
    ])
  })

  test('gives up a broken quote at the next line end and keeps the row after it', () => {
    expect(scan('5,"un"closed,z\n6,b,c\n')).toEqual({
      records: [['6', 'b', 'c']],
      broken: [{ line: 1, raw: '5,"un"closed,z' }],
    })
  })

  test('gives up a quote that is never closed at the line it was opened in', () => {
    expect(scan('1,a,b\n5,"unclosed,z\n6,b,c\n7,"d",e')).toEqual({
      records: [
        ['1', 'a', 'b'],
        ['6', 'b', 'c'],
        ['7', 'd', 'e'],
      ],
      broken: [{ line: 2, raw: '5,"unclosed,z' }],
    })
  })

  test('does not let an unclosed quote swallow rows up to a quote that happens to close it', () => {
    const { records, broken } = scan('5,"unclosed,z\n6,b,c\n7,b,"\n8,b,c\n', ',', 3)
    expect(records).toEqual([
      ['6', 'b', 'c'],
      ['8', 'b', 'c'],
    ])
    expect(broken.map(({ line }) => line)).toEqual([1, 3])
  })

  test('agrees with csv-parse on everything well-formed', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '中', ',', ';', '"', '\n', '\r\n', ' ', '😀'),
      maxLength: 6,
    })
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      )
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, always, end) => {
          const write = (text: string) =>
            always || /["\r\n\t,;]/.test(text) || text.startsWith(' ') || text.endsWith(' ')
              ? `"${text.replaceAll('"', '""')}"`
              : text
          const text = rows.map((row) => row.map(write).join(delimiter)).join(end)
          const theirs = parse(text, {
            delimiter,
            record_delimiter: end,
            skip_empty_lines: true,
            relax_column_count: true,
          }) as string[][]
          expect(scan(text, delimiter, rows[0]?.length)).toEqual({ records: theirs, broken: [] })
        },
      ),
      { numRuns: 700 },
    )
  })

  test('never loses a character, whatever it is given', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '""', '",', ' '), maxLength: 40 })
    fc.assert(
      fc.property(noise, (text) => {
        const { records, broken } = scan(text, ',', 2)
        const letters = (all: string) => all.replace(/[^a]/g, '').length
        expect(letters(records.flat().join('')) + letters(broken.map(({ raw }) => raw).join(''))).toBe(letters(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('rows of a CSV log', () => {
  test('are rejected with place and reason when they are short, long or empty', () => {
    const log = readText(
      'case,event,time\n1,a\n2,b,2026-07-01T00:00:00Z,x\n,,\n3,c,2026-07-01T00:00:00Z,,\n\n,d,\n4,,\n',
    )
    expect(shortly(log)).toEqual(['3 c 2026-07-01T00:00:00.000Z'])
    expect(log.rejects.map(({ line, offset, reason, raw }) => [line, offset, reason.en, raw])).toEqual([
      [2, 16, '2 fields where the heading has 3 columns', '1,a'],
      [3, 20, '4 fields where the heading has only 3 columns', '2,b,2026-07-01T00:00:00Z,x'],
      [4, 47, 'every field of the row is empty', ',,'],
      [7, 78, 'no interaction id', ',d,'],
      [8, 82, 'no event name', '4,,'],
    ])
    expect(log.files[0]).toMatchObject({ read: 6, kept: 1, duplicates: 0, rejected: 5 })
  })
})
