import { describe, expect, it } from 'vitest'
import { prepareRule } from '../../../src/compliance/prepare-rules.ts'
import type { ManyResult } from '../../../src/compliance/over-many.ts'
import { type TimeSample, withinOverMany } from '../../../src/compliance/within-over-many.ts'
import type { RuleOf } from '../../../src/model/rule.ts'
import type { WithinSpec } from '../../../src/model/rules/within.ts'
import { judge, makeContext, makeRule, onEvent, parseEvents, type Setting } from '../../support/judge.ts'
import { makeCel } from '../../support/make-map.ts'

const seconds = (count: number) => ({ kind: 'ms' as const, ms: count * 1000, text: `${count} s` })

function within(parts: Partial<WithinSpec>) {
  return makeRule({ kind: 'within', after: onEvent('a'), to: onEvent('b'), pair: 'each', unless: [], ...parts })
}

describe('limits by case', () => {
  const rule = within({
    limits: [
      { when: makeCel('interaction.level == "vip"'), limit: seconds(10) },
      { when: makeCel('interaction.urgent == true'), limit: { kind: 'rings', count: 3, text: '3 rings' } },
    ],
    limit: seconds(60),
  })
  const of = (attributes: Record<string, string | boolean>): Setting => ({ interaction: { attributes } })

  it.each([
    ['a@0 b@11', { level: 'vip', urgent: true }, 'fail', '`b` came late, after 11 s (limit 10 s)'],
    ['a@0 b@16', { level: 'gold', urgent: true }, 'fail', '`b` came late, after 16 s (limit 3 rings)'],
    ['a@0 b@60', { level: 'gold', urgent: false }, 'pass', '`b` came after 1 min (limit 1 min)'],
    [
      'a@0 b@11',
      { level: 'gold' },
      'notEvaluated',
      'which limit holds is unknown: the log does not give `interaction.urgent`',
    ],
    ['c@0', { level: 'gold' }, 'notApplicable', '`a` did not happen'],
  ])('%s of %j: %s', (events, attributes, outcome, reason) => {
    const result = judge(rule, parseEvents(events), of(attributes as Record<string, string>))
    expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
  })

  it('has nothing to ask where no case holds and there is no other limit', () => {
    const { limit: _, ...spec } = rule.spec as WithinSpec
    const result = judge({ ...rule, spec }, parseEvents('a@0 b@99'), of({ level: 'gold', urgent: false }))
    expect([result.outcome, result.reason.zh]).toEqual(['notApplicable', '没有适用的时限'])
  })
})

describe('bands of lateness', () => {
  const rule = within({
    limit: seconds(30),
    tolerance: [
      { over: 5_000, degree: 'slight' },
      { over: 60_000, degree: 'serious' },
    ],
  })

  it.each([
    ['a@0 b@30', 'pass', undefined, '`b` 用时 30 秒，在限时 30 秒之内'],
    ['a@0 b@35', 'pass', undefined, '`b` 用时 35 秒，超过限时 30 秒，晚 5 秒，在容许之内'],
    ['a@0 b@35.001', 'fail', 'slight', '`b` 用时 35.001 秒，超过限时 30 秒，轻微超时'],
    ['a@0 b@90', 'fail', 'slight', '`b` 用时 1 分 30 秒，超过限时 30 秒，轻微超时'],
    ['a@0 b@90.001', 'fail', 'serious', '`b` 用时 1 分 30.001 秒，超过限时 30 秒，严重超时'],
    ['a@0 b@36 a@40 b@200', 'fail', 'serious', '`b` 用时 36 秒，超过限时 30 秒，轻微超时（共 2 次）'],
  ])('%s: %s %s', (events, outcome, degree, reason) => {
    const result = judge(rule, parseEvents(events))
    expect([result.outcome, result.degree, result.reason.zh]).toEqual([outcome, degree, reason])
  })

  it('waits as long as lateness is tolerated', () => {
    expect(judge(rule, parseEvents('a@0'), { open: true, asOf: 35_000 }).outcome).toBe('pending')
    const late = judge(rule, parseEvents('a@0'), { open: true, asOf: 35_001 })
    expect([late.outcome, late.degree]).toEqual(['fail', 'serious'])
  })
})

describe('over many contacts', () => {
  const rule = within({ limit: seconds(100), mean: 20_000, percentiles: [{ percent: 90, limit: 30_000 }] })

  function collect(logs: readonly (readonly [string, Setting?])[]): TimeSample {
    const sample = withinOverMany.empty() as TimeSample
    for (const [events, setting] of logs) {
      const context = makeContext(parseEvents(events), setting)
      const prepared = prepareRule(rule, context.flow, context.matcher.map)
      prepared.collect?.(sample, context, prepared.judge(context))
    }
    return sample
  }
  const conclude = (sample: TimeSample): readonly ManyResult[] =>
    withinOverMany.conclude(rule as RuleOf<'within'>, sample, { map: makeContext([]).matcher.map })
  const logs: readonly (readonly [string, Setting?])[] = [
    ['a@0 b@10'],
    ['a@0 b@20 a@100 b@131'],
    ['c@0'],
    ['a@0'],
    ['a@0', { open: true, asOf: 1 }],
    ['a b@5'],
  ]

  it('gives mean, percentile and longest, exactly, with what they rest on', () => {
    const base = { counted: 3, notApplicable: 1, pending: 1, notEvaluated: 1, unanswered: 1 }
    expect(
      conclude(collect(logs)).map(({ figure, outcome, value, limit, base: rest }) => [
        figure,
        outcome,
        value,
        limit,
        rest,
      ]),
    ).toEqual([
      ['mean', 'fail', 20_333, 20_000, base],
      ['p90', 'fail', 31_000, 30_000, base],
      ['longest', 'pass', 31_000, 100_000, base],
    ])
  })

  it('reads well in both languages', () => {
    expect(conclude(collect(logs)).map(({ reason }) => reason())).toEqual([
      {
        zh: '3 次的平均为 20.333 秒，限 20 秒，另有 1 次没有回应，未计入',
        en: 'of 3, the mean is 20.333 s (limit 20 s); 1 without an answer are not in it',
      },
      {
        zh: '3 次的 90% 分位为 31 秒，限 30 秒，另有 1 次没有回应，未计入',
        en: 'of 3, the 90th percentile is 31 s (limit 30 s); 1 without an answer are not in it',
      },
      {
        zh: '3 次的最长为 31 秒，限 1 分 40 秒，另有 1 次没有回应，未计入',
        en: 'of 3, the longest is 31 s (limit 1 min 40 s); 1 without an answer are not in it',
      },
    ])
  })

  it('adds up to the same whatever the split', () => {
    const [left, right] = [collect(logs.slice(0, 2)), collect(logs.slice(2))]
    const whole = withinOverMany.empty() as TimeSample
    withinOverMany.merge(whole, right)
    withinOverMany.merge(whole, left)
    expect(conclude(whole).map(({ value, base }) => [value, base])).toEqual(
      conclude(collect(logs)).map(({ value, base }) => [value, base]),
    )
  })

  it('keeps a mean that is exactly the limit, and judges nothing by nothing', () => {
    const exact = conclude(collect([['a@0 b@10'], ['a@0 b@30']]))
    expect(exact.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'pass'])
    expect(conclude(collect([['c@0']])).map(({ outcome, value }) => [outcome, value])).toEqual([
      ['notApplicable', null],
      ['notApplicable', null],
      ['notApplicable', null],
    ])
  })

  it('asks nothing of one contact when it asks only of many', () => {
    const { limit: _, ...spec } = rule.spec as WithinSpec
    const result = judge({ ...rule, spec }, parseEvents('a@0 b@10'))
    expect([result.outcome, result.reason.en]).toEqual([
      'notApplicable',
      'asked of many contacts together, not of each',
    ])
  })
})
