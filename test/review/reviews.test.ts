import { describe, expect, it, test } from 'vitest'
import { readSheet } from '../../src/review/read-sheet.ts'
import { settleReviews } from '../../src/review/settle-reviews.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const HEAD = 'interaction,rule,outcome,verdict,reviewer,reason,final\n'
const settle = (rows: string) =>
  settleReviews(readSheet('s.csv', bytes(HEAD + rows)).rows).map(
    ({ interaction, rule, machine, final, status, decided }) =>
      [interaction, rule, machine, final, status, decided].join(' '),
  )

describe('what reviewers write', () => {
  test.each([
    ['c1,r,fail,fail,li,,\n', 'c1 r fail fail confirmed false'],
    ['c1,r,fail,通过,li,,\n', 'c1 r fail pass overturned false'],
    ['c1,r,pass,改判,li,,\n', 'c1 r pass fail overturned false'],
    ['c1,r,pass,维持,li,,\n', 'c1 r pass pass confirmed false'],
    ['c1,r,fail, N/A ,li,,\n', 'c1 r fail notApplicable overturned false'],
    ['c1,r,fail,申诉,li,,\n', 'c1 r fail fail disputed false'],
    ['c1,r,fail,fail,li,,\nc1,r,fail,pass,wang,,\n', 'c1 r fail fail disputed false'],
    ['c1,r,fail,pass,li,,\nc1,r,fail,pass,wang,,\n', 'c1 r fail pass overturned false'],
    ['c1,r,fail,fail,li,,\nc1,r,fail,申诉,wang,,pass\n', 'c1 r fail pass overturned true'],
    ['c1,r,fail,申诉,li,,fail\n', 'c1 r fail fail confirmed true'],
    ['c1,r,fail,pass,li,,pass\nc1,r,fail,fail,wang,,fail\n', 'c1 r fail fail disputed false'],
  ])('%j: %s', (rows, settled) => {
    expect(settle(rows)).toEqual([settled])
  })

  it('leaves out rows that nobody has filled in, and orders the rest', () => {
    expect(settle('c2,a,pass,pass,li,,\nc1,b,pass,pass,li,,\nc1,a,pass,,,,\n')).toEqual([
      'c1 b pass pass confirmed false',
      'c2 a pass pass confirmed false',
    ])
  })
})

describe('sheets as they come back', () => {
  it('reads Chinese headings, GB18030, semicolons and the apostrophe of a spreadsheet', () => {
    const text = "交互;规则;机评结果;复核结论;复核人\r\n'=1+1;r;不通过;不通过;李\r\n"
    // GB18030 of the text: every character of it has two bytes there.
    const gb = new Uint8Array([
      0xbd, 0xbb, 0xbb, 0xa5, 0x3b, 0xb9, 0xe6, 0xd4, 0xf2, 0x3b, 0xbb, 0xfa, 0xc6, 0xc0, 0xbd, 0xe1, 0xb9, 0xfb, 0x3b,
      0xb8, 0xb4, 0xba, 0xcb, 0xbd, 0xe1, 0xc2, 0xdb, 0x3b, 0xb8, 0xb4, 0xba, 0xcb, 0xc8, 0xcb, 0x0d, 0x0a, 0x27, 0x3d,
      0x31, 0x2b, 0x31, 0x3b, 0x72, 0x3b, 0xb2, 0xbb, 0xcd, 0xa8, 0xb9, 0xfd, 0x3b, 0xb2, 0xbb, 0xcd, 0xa8, 0xb9, 0xfd,
      0x3b, 0xc0, 0xee, 0x0d, 0x0a,
    ])
    expect(new TextDecoder('gb18030').decode(gb)).toBe(text)
    for (const form of [gb, bytes(text)]) {
      expect(readSheet('s.csv', form)).toEqual({
        problems: [],
        rows: [
          expect.objectContaining({
            interaction: '=1+1',
            rule: 'r',
            outcome: 'fail',
            verdict: 'fail',
            reviewer: '李',
            line: 2,
          }),
        ],
      })
    }
  })

  it('reads JSON Lines', () => {
    const text = '{"interaction":"c1","rule":"r","outcome":"pass","verdict":"disputed"}\n\n[1]\n{"interaction":"c1"}\n'
    const { rows, problems } = readSheet('s.jsonl', bytes(text))
    expect(rows).toMatchObject([{ interaction: 'c1', verdict: 'disputed', line: 1 }])
    expect(problems.map(({ line, message }) => `${line} ${message.en}`)).toEqual([
      '3 the line is no JSON object',
      '4 the interaction or the rule is missing',
    ])
  })

  test.each([
    ['a,b\n1,2\n', '1 not a review sheet: it lacks the columns `interaction`, `rule`, `outcome`'],
    [
      `${HEAD}c1,r,maybe,,,,\n`,
      '2 `outcome` is “maybe”; expected one of pass, fail, notApplicable, pending, notEvaluated',
    ],
    [
      `${HEAD}c1,r,pass,fial,li,,\n`,
      '2 `verdict` is “fial”; expected one of pass, fail, notApplicable, disputed, confirmed, overturned; did you mean `fail`',
    ],
    [
      `${HEAD}c1,r,pending,改判,li,,\n`,
      '2 `verdict` is “改判”; expected one of pass, fail, notApplicable, disputed, confirmed, overturned',
    ],
    [
      `${HEAD}c1,r,fail,,li,,disputed\n`,
      '2 `final` is “disputed”; expected one of pass, fail, notApplicable, confirmed, overturned',
    ],
    [`${HEAD}c1,"r,fail,,li,,\n`, '2 a broken quote: the line cannot be read'],
    [`${HEAD},r,fail,,li,,\n`, '2 the interaction or the rule is missing'],
  ])('%j is a problem with its line', (text, problem) => {
    const { rows, problems } = readSheet('s.csv', bytes(text))
    expect(rows).toEqual([])
    expect(problems.map(({ line, message }) => `${line} ${message.en}`)).toEqual([problem])
  })

  it('does not take bytes for text', () => {
    expect(readSheet('s.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff])).problems).toHaveLength(1)
  })
})
