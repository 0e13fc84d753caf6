import { describe, expect, it, test } from 'vitest'
import { measureAgreement } from '../../src/review/agreement.ts'
import { judgeAgreement, parseQualityLimits, type Quality, qualityOf } from '../../src/review/judge-agreement.ts'
import type { HumanVerdict, SheetRow } from '../../src/review/sheet.ts'

let line = 1
const row = (
  interaction: string,
  outcome: SheetRow['outcome'],
  verdict: HumanVerdict,
  reviewer = 'li',
  rule = 'r',
): SheetRow => ({
  interaction,
  touchpoint: 'T',
  version: '1',
  agent: 'a',
  rule,
  outcome,
  fingerprint: '',
  verdict,
  reviewer,
  reason: '',
  file: 's.csv',
  line: line++,
})
const times = (
  count: number,
  name: string,
  outcome: 'pass' | 'fail',
  verdict: 'pass' | 'fail',
  rule = 'r',
): SheetRow[] => Array.from({ length: count }, (_, at) => row(`${name}${at}`, outcome, verdict, 'li', rule))
const round = (value: number | null | undefined) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value)

/** Fifty items: both fail 20, machine alone 5, people alone 10, neither 15: kappa 0.4 by hand (0.7 − 0.5) / (1 − 0.5). */
const FIFTY = [
  ...times(20, 'a', 'fail', 'fail'),
  ...times(5, 'b', 'fail', 'pass'),
  ...times(10, 'c', 'pass', 'fail'),
  ...times(15, 'd', 'pass', 'pass'),
]

describe('machine against people', () => {
  it('counts agreement, kappa, precision and recall of what failed', () => {
    const { all, rules } = measureAgreement(FIFTY)
    expect(rules).toHaveLength(1)
    expect(rules[0]).toEqual({ ...all, rule: 'r' })
    expect(all.items).toBe(50)
    expect(all.agreement).toMatchObject({ part: 35, whole: 50, value: 0.7 })
    expect(round(all.kappa?.kappa)).toBe(0.4)
    expect(all.precision).toMatchObject({ part: 20, whole: 25, value: 0.8 })
    expect(all.recall).toMatchObject({ part: 20, whole: 30 })
    // Wilson for 35 of 50: 0.5625 to 0.8090.
    expect(all.agreement.interval?.map(round)).toEqual([0.5625, 0.809])
  })

  it('leaves disputed items out and counts them', () => {
    const { all } = measureAgreement([...FIFTY, row('a0', 'fail', 'pass', 'wang'), row('e', 'fail', 'disputed')])
    expect([all.items, all.disputed]).toEqual([49, 2])
  })

  it('has no value where there is nothing to divide by', () => {
    const { all } = measureAgreement([])
    expect([all.agreement.value, all.precision.value, all.recall.value, all.kappa]).toEqual([null, null, null, null])
    const passes = measureAgreement(times(3, 'x', 'pass', 'pass')).all
    expect([passes.agreement.value, passes.precision.value, passes.kappa?.kappa]).toEqual([1, null, null])
  })
})

describe('reviewers', () => {
  it('are held against each other on the items that several have judged', () => {
    const rows = [
      row('1', 'fail', 'fail', 'li'),
      row('1', 'fail', 'fail', 'wang'),
      row('2', 'pass', 'pass', 'li'),
      row('2', 'pass', 'fail', 'wang'),
      row('2', 'pass', 'pass', 'zhao'),
      row('3', 'pass', 'pass', 'li'),
      row('4', 'pass', 'pass', ''),
    ]
    const { reviewers } = measureAgreement(rows)
    expect(
      reviewers.map(({ reviewer, items, pairs, agreement, withMachine }) => [
        reviewer,
        items,
        pairs,
        agreement.part,
        withMachine.part,
      ]),
    ).toEqual([
      ['li', 3, 3, 2, 3],
      ['wang', 2, 3, 1, 1],
      ['zhao', 1, 2, 1, 1],
    ])
  })
})

describe('rules that are not good enough', () => {
  const agreement = measureAgreement([...FIFTY, ...times(2, 'x', 'fail', 'pass', 'rare')])
  const limits = parseQualityLimits('precision=0.85,recall=0.6').value ?? new Map()

  it('misses a limit, except with too few items', () => {
    expect(judgeAgreement(agreement, { limits, tolerance: 0.05, least: 30 })).toEqual([
      { rule: 'r', measure: 'precision', value: 0.8, limit: 0.85, because: 'limit' },
    ])
    expect(judgeAgreement(agreement, { limits, tolerance: 0.05, least: 0 }).map(({ rule }) => rule)).toEqual([
      'r',
      'rare',
    ])
  })

  it('is worse than before by more than the tolerance', () => {
    const [rule] = agreement.rules
    if (rule === undefined) throw new Error('no rule')
    const before = (change: Partial<Quality>) => new Map([['r', { ...qualityOf(rule), ...change }]])
    const judge = (change: Partial<Quality>) =>
      judgeAgreement(agreement, { limits: new Map(), before: before(change), tolerance: 0.05, least: 30 })
    expect(judge({})).toEqual([])
    expect(judge({ precision: 0.84 })).toEqual([])
    expect(judge({ precision: 0.86 })).toEqual([
      { rule: 'r', measure: 'precision', value: 0.8, limit: 0.86, because: 'worse' },
    ])
    expect(judge({ precision: null })).toEqual([])
  })

  test.each([
    [
      'precison=0.9',
      '`precison=0.9` cannot be read; expected one of agreement, kappa, precision, recall = 0 to 1; did you mean `precision`',
    ],
    ['kappa=2', '`kappa=2` cannot be read; expected one of agreement, kappa, precision, recall = 0 to 1'],
    ['kappa', '`kappa` cannot be read; expected one of agreement, kappa, precision, recall = 0 to 1'],
  ])('%s is refused', (text, message) => {
    expect(parseQualityLimits(text).problem?.en).toBe(message)
  })
})
