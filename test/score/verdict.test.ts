import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/compliance/rule-kind.ts'
import type { Alignment } from '../../src/conformance/alignment.ts'
import type { ScorecardScore } from '../../src/score/scorecard-score.ts'
import { decideVerdict, type VerdictInput } from '../../src/score/verdict.ts'
import { ruleOf } from './builders.ts'

const aligned = (cost: number): Alignment => ({
  optimal: true,
  moves: [],
  cost,
  worst: 10,
  adherence: 1 - cost / 10,
  interrupted: false,
  expanded: 0,
})
const bounded = (lower: number): Alignment => ({
  optimal: false,
  reason: { zh: '太大', en: 'too large' },
  lower,
  upper: 9,
  expanded: 0,
})
const critical = (...outcomes: Outcome[]) =>
  outcomes.map((outcome, i) => ({ rule: ruleOf(`r${i}`, { critical: true }), outcome }))
const score = (rest: Partial<ScorecardScore>): ScorecardScore => ({
  mode: 'weighted',
  na: 'drop',
  micros: 80_000_000,
  rawMicros: 80_000_000,
  criticalMicros: null,
  errorFree: {},
  nonCritical: { pass: 0, fail: 0 },
  hasBonus: false,
  state: 'evaluated',
  fatal: false,
  evaluatedMicros: 1_000_000,
  minEvaluated: 0.8,
  least: 80_000_000,
  most: 80_000_000,
  sections: [],
  ...rest,
})
const judge = (rest: Partial<VerdictInput>) => {
  const { verdict, because } = decideVerdict({
    pass: { adherence: 1 },
    open: false,
    alignment: aligned(0),
    adherence: 1_000_000,
    rules: [],
    ...rest,
  })
  return [verdict, ...because.map((reason) => (reason.kind === 'rule' ? reason.rule.id : reason.kind))].join(' ')
}

test('pass needs full adherence by default, no critical failure and the score asked for', () => {
  expect(judge({})).toBe('pass')
  expect(judge({ adherence: 900_000, alignment: aligned(1) })).toBe('fail adherence')
  expect(judge({ adherence: 900_000, alignment: aligned(1), pass: { adherence: 0.9 } })).toBe('pass')
  expect(judge({ rules: critical('pass', 'notApplicable') })).toBe('pass')
  expect(judge({ rules: critical('pass', 'fail') })).toBe('fail r1')
  expect(judge({ rules: [{ rule: ruleOf('r'), outcome: 'fail' }] })).toBe('pass')
  expect(judge({ score: score({}), pass: { adherence: 1, score: 80 } })).toBe('pass')
  expect(judge({ score: score({}), pass: { adherence: 1, score: 80.5 } })).toBe('fail score')
  expect(judge({ score: score({}) })).toBe('pass')
})

test('fail comes before pending, pending before not evaluated', () => {
  expect(judge({ rules: critical('notEvaluated', 'pending', 'fail') })).toBe('fail r2')
  expect(judge({ rules: critical('notEvaluated', 'pending') })).toBe('pending r1')
  expect(judge({ rules: critical('notEvaluated') })).toBe('notEvaluated r0')
  expect(judge({ rules: [{ rule: ruleOf('r'), outcome: 'pending' }] })).toBe('pass')
})

describe('open interactions', () => {
  const open = { open: true, adherence: null }

  test('are pending', () => {
    expect(judge({ ...open })).toBe('pending adherence')
  })

  test('have failed once the prefix costs anything where nothing less than 1 will do', () => {
    expect(judge({ ...open, alignment: aligned(1) })).toBe('fail adherence')
    expect(judge({ ...open, alignment: aligned(1), pass: { adherence: 0.9 } })).toBe('pending adherence')
  })

  test('have failed once a critical rule has', () => {
    expect(judge({ ...open, rules: critical('fail') })).toBe('fail r0')
  })

  test('have failed once deductions or a fatal item leave too little', () => {
    const pass = { adherence: 1, score: 90 }
    const low = score({ micros: null, state: 'pending', least: 0, most: 85_000_000 })
    expect(judge({ ...open, pass, score: { ...low, mode: 'deduct' } })).toBe('fail score')
    expect(judge({ ...open, pass, score: low })).toBe('pending adherence score')
    expect(judge({ ...open, pass, score: { ...low, fatal: true } })).toBe('fail score')
  })
})

test('an alignment not evaluated decides only when its proved bound does', () => {
  expect(judge({ alignment: bounded(0), adherence: null })).toBe('notEvaluated adherence')
  expect(judge({ alignment: bounded(2), adherence: null })).toBe('fail adherence')
  expect(judge({ alignment: bounded(2), adherence: null, pass: { adherence: 0.5 } })).toBe('notEvaluated adherence')
})

test('a score that is asked for and not evaluated leaves the verdict open', () => {
  const pass = { adherence: 1, score: 80 }
  expect(judge({ pass, score: score({ micros: null, state: 'notEvaluated', least: null, most: null }) })).toBe(
    'notEvaluated score',
  )
  expect(judge({ pass, score: score({ micros: null, state: 'notApplicable', least: null, most: null }) })).toBe('pass')
  expect(judge({ pass, score: score({ least: 70_000_000, most: 90_000_000 }) })).toBe('pending score')
  expect(judge({ pass, score: score({ least: 60_000_000, most: 79_000_000, micros: 79_000_000 }) })).toBe('fail score')
})
