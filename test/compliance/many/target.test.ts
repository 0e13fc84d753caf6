import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPeriod, periodOf } from '../../../src/compliance/many/group.ts'
import type { OverMany } from '../../../src/compliance/over-many.ts'
import { prepareRule } from '../../../src/compliance/prepare-rules.ts'
import { RULE_KINDS } from '../../../src/compliance/registry.ts'
import type { RuleContext } from '../../../src/compliance/rule-kind.ts'
import type { Rule, RuleKindId } from '../../../src/model/rule.ts'
import { makeContext, makeFlow, makeRule, onEvent } from '../../support/judge.ts'
import { makeCel, makeMap } from '../../support/make-map.ts'

const DAY = 86_400_000
const map = makeMap()
const flow = makeFlow()

/** What the contexts come to, gathered in parts and joined. */
function conclude(rule: Rule, parts: readonly (readonly RuleContext[])[], asOf?: number) {
  const overMany = RULE_KINDS[rule.spec.kind].overMany as OverMany<RuleKindId, unknown>
  const { judge, collect } = prepareRule(rule, flow, map)
  const whole = overMany.empty()
  for (const part of parts) {
    const sample = overMany.empty()
    for (const context of part) collect?.(sample, context, judge(context))
    // As if it came from another thread.
    overMany.merge(whole, structuredClone(sample))
  }
  return overMany
    .conclude(rule, whole, { map, ...(asOf === undefined ? {} : { asOf }) })
    .map(({ reason, rule: _, ...result }) => ({ ...result, reason: reason().en }))
}

const wait = (seconds: number | undefined, begin = 0, id = 'i'): RuleContext =>
  makeContext(
    [{ event: 'a', time: begin }, ...(seconds === undefined ? [] : [{ event: 'b', time: begin + seconds * 1000 }])],
    { map, flow, interaction: { id, attributes: { customer: 'x' } } },
  )

const times = { kind: 'time' as const, after: onEvent('a'), to: onEvent('b') }

describe('target', () => {
  it('a share is exact at its bound: 4 of 5 are 80 %', () => {
    const rule = makeRule({ kind: 'target', figure: 'share', of: times, within: 15_000, atLeast: 0.8, by: [] })
    const four = [1, 5, 15, 15].map((seconds) => wait(seconds))
    expect(conclude(rule, [[...four, wait(16)]])[0]).toMatchObject({
      outcome: 'pass',
      value: 0.8,
      base: { counted: 5 },
    })
    // Who hung up was not answered in time.
    expect(conclude(rule, [[...four, wait(16), wait(undefined)]])[0]).toMatchObject({
      outcome: 'fail',
      value: 0.666667,
    })
  })

  it('mean and percentile, and what has no answer has no time', () => {
    const mean = makeRule({ kind: 'target', figure: 'mean', of: times, atMost: 10_000, by: [] })
    expect(conclude(mean, [[wait(5), wait(15), wait(undefined)]])[0]).toMatchObject({
      outcome: 'pass', value: 10_000, unit: 'ms', base: { counted: 2, unanswered: 1 }, reason: 'over 2, 10 s, at most 10 s asked for',
    }) // prettier-ignore
    const p90 = makeRule({ kind: 'target', figure: 'percentile', percent: 90, of: times, atMost: 9_000, by: [] })
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 60].map((seconds) => wait(seconds))
    expect(conclude(p90, [ten])[0]).toMatchObject({ outcome: 'pass', value: 9_000, figure: 'p90' })
  })

  it('compares with an earlier period: 30 % shorter, to the millisecond', () => {
    const rule = makeRule({
      kind: 'target', figure: 'mean', of: times, atMost: 0.7, by: ['month'], than: { from: '1970-01-01', until: '1970-01-31' },
    }) // prettier-ignore
    const february = 40 * DAY
    expect(conclude(rule, [[wait(10), wait(7, february)]])[0]).toMatchObject({
      outcome: 'pass', value: 0.7, group: { month: '1970-02' },
    }) // prettier-ignore
    expect(conclude(rule, [[wait(10), wait(7.001, february)]])[0]).toMatchObject({ outcome: 'fail' })
    expect(conclude(rule, [[wait(7, february)]])[0]).toMatchObject({ outcome: 'notEvaluated', value: null })
  })

  it('numbers of CEL; what the log lacks is counted beside', () => {
    const rated = (rating?: number) =>
      makeContext(['a'], { map, flow, interaction: { attributes: rating === undefined ? {} : { rating } } })
    const rule = makeRule({
      kind: 'target',
      figure: 'mean',
      of: { kind: 'cel', cel: makeCel('interaction.rating') },
      atLeast: 4.5,
      by: [],
    })
    expect(conclude(rule, [[rated(5), rated(4), rated()]])[0]).toMatchObject({
      outcome: 'pass', value: 4.5, base: { counted: 2, notEvaluated: 1 },
    }) // prettier-ignore
  })

  it('adds up the same in any order and any split', () => {
    const waits = fc.array(
      fc.record({
        seconds: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
        day: fc.integer({ min: 0, max: 70 }),
      }),
      { maxLength: 12 },
    )
    const rules = [
      makeRule({ kind: 'target', figure: 'share', of: times, within: 15_000, atLeast: 0.8, by: ['month'] }),
      makeRule({ kind: 'target', figure: 'percentile', percent: 50, of: times, atMost: 9_000, by: [] }),
      makeRule({ kind: 'repeat-within', limit: 3 * DAY, same: ['customer'], atMost: 0.5 }),
    ]
    fc.assert(
      fc.property(waits, fc.integer({ min: 0, max: 12 }), (list, cut) => {
        const contexts = list.map(({ seconds, day }, i) => wait(seconds, day * DAY, `i${String(i).padStart(2, '0')}`))
        for (const rule of rules) {
          const whole = conclude(rule, [contexts], 80 * DAY)
          expect(conclude(rule, [contexts.slice(cut), contexts.slice(0, cut)], 80 * DAY)).toEqual(whole)
          expect(conclude(rule, [contexts.toReversed()], 80 * DAY)).toEqual(whole)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds the repetitions that comparing every pair finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (days) => {
        const rule = makeRule({ kind: 'repeat-within', limit: 3 * DAY, same: ['customer'], atMost: 0 })
        const contexts = days.map((day, i) => wait(0, day * DAY, `i${i}`))
        const plain = days.filter((day, i) =>
          days.some((other, k) => k !== i && (other > day || (other === day && k > i)) && other - day <= 3),
        ).length
        const [result] = conclude(rule, [contexts], 100 * DAY)
        expect(result?.value ?? 0).toBeCloseTo(days.length === 0 ? 0 : plain / days.length, 6)
      }),
    )
  })

  it.each([
    ['2026-01-01', 'week', '2026-W01'],
    ['2027-01-01', 'week', '2026-W53'],
    ['2024-12-30', 'week', '2025-W01'],
    ['2026-07-01', 'quarter', '2026-Q3'],
    ['2026-07-01', 'day', '2026-07-01'],
    ['2026-07-01', 'year', '2026'],
  ] as const)('%s by %s is %s', (day, period, expected) => {
    expect(isPeriod(period)).toBe(true)
    expect(periodOf(day, period)).toBe(expected)
  })
})
