import { expect, test } from 'vitest'
import type { ScorecardSection } from '../../src/model/scorecard.ts'
import { figuresOf } from '../../src/score/figures.ts'
import { createSums } from '../../src/score/tally.ts'
import { judgeThresholds, parseFailUnder } from '../../src/score/thresholds.ts'
import { place } from './builders.ts'

const overall = figuresOf(createSums())
const none = { overall: {}, touchpoint: {} }
const outcomes = [
  { rule: { id: 'flow/step/within' }, outcomes: { pass: 19, fail: 1 } },
  { rule: { id: 'never-met' }, outcomes: { pass: 0, fail: 0 } },
]

test('limits of rules as they are written on the command line', () => {
  const { value } = parseFailUnder('score=80, rule:flow/step/within=0.95,touchpoint.compliance=0.9,rule:b=1')
  expect([value?.overall, value?.touchpoint]).toEqual([{ score: 80 }, { compliance: 0.9 }])
  expect([...(value?.rules ?? [])]).toEqual([
    ['flow/step/within', 0.95],
    ['b', 1],
  ])
  for (const wrong of ['rule:=0.5', 'rules:a=0.5', 'rule:a', 'rule:a=1.5', 'rule:a=x', 'rule:a=0.5=0.6']) {
    expect(parseFailUnder(wrong).problem?.en, wrong).toContain('--fail-under')
  }
})

test('a rule is held against its pass rate; at the limit it is met, and one without a rate is missed', () => {
  const at = (limit: number) =>
    judgeThresholds(overall, [], undefined, { ...none, rules: new Map([['flow/step/within', limit]]) }, outcomes)
  expect(at(0.95)).toEqual([
    { name: 'rule', scope: 'flow/step/within', limit: 0.95, value: 0.95, ok: true, from: 'option' },
  ])
  expect(at(0.951).map(({ ok }) => ok)).toEqual([false])
  const asked = { ...none, rules: new Map([['unheard-of', 0], ['never-met', 0]]) } // prettier-ignore
  expect(judgeThresholds(overall, [], undefined, asked, outcomes)).toMatchObject([
    { scope: 'never-met', value: null, ok: false },
    { scope: 'unheard-of', value: null, ok: false },
  ])
})

test('those of the scorecard stand before those of the command line, with their place', () => {
  const sections: readonly ScorecardSection[] = []
  const card = {
    mode: 'weighted' as const,
    na: 'drop' as const,
    minEvaluated: 0.8,
    sections,
    thresholds: { ...none, per: new Map(), rules: new Map([['flow/step/within', 0.99]]) },
    place,
  }
  const asked = { ...none, rules: new Map([['flow/step/within', 0.9]]) }
  expect(judgeThresholds(overall, [], card, asked, outcomes)).toMatchObject([
    { from: 'scorecard', limit: 0.99, ok: false, place },
    { from: 'option', limit: 0.9, ok: true },
  ])
})
