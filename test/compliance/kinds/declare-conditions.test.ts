import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import type { RuleSpec } from '../../../src/model/rule.ts'
import { judge, makeRule, onEvent } from '../../support/judge.ts'
import { makeCel } from '../../support/make-map.ts'

// Multi-perspective Declare, told a second time: each template as quantifiers over positions (Burattin, Maggi & Sperduti
// 2016, table 2), on contacts that have ended, with conditions on the activating event, the answering one, both, and time.

interface Event {
  readonly event: 'a' | 'b' | 'c'
  /** Undefined where the log does not give it. */
  readonly x: number | undefined
  readonly time: number
}
interface Conditions {
  readonly activation: boolean
  readonly target: boolean
  readonly correlation: boolean
  readonly atLeast: number | undefined
  readonly atMost: number | undefined
}

type Side = readonly ['a' | 'b', (at: number, answers: readonly number[], calls: readonly number[]) => boolean]
const needs: Side[1] = (_at, answers) => answers.length > 0
const after: Side[1] = (at, answers) => answers.some((other) => other > at)
const before: Side[1] = (at, answers) => answers.some((other) => other < at)
const rightAfter: Side[1] = (at, answers) => answers.includes(at + 1)
const rightBefore: Side[1] = (at, answers) => answers.includes(at - 1)
const afterAlternating: Side[1] = (at, answers, calls) =>
  answers.some((other) => other > at && !calls.some((call) => call > at && call < other))
const beforeAlternating: Side[1] = (at, answers, calls) =>
  answers.some((other) => other < at && !calls.some((call) => call > other && call < at))
const not =
  (holds: Side[1]): Side[1] =>
  (at, answers, calls) =>
    !holds(at, answers, calls)

const ONE_WAY = {
  'responded-existence': [['a', needs]],
  response: [['a', after]],
  precedence: [['b', before]],
  'alternate-response': [['a', afterAlternating]],
  'chain-response': [['a', rightAfter]],
  'alternate-precedence': [['b', beforeAlternating]],
  'chain-precedence': [['b', rightBefore]],
  'not-responded-existence': [['a', not(needs)]],
  'not-response': [['a', not(after)]],
  'not-chain-response': [['a', not(rightAfter)]],
  'not-precedence': [['b', not(before)]],
  'not-chain-precedence': [['b', not(rightBefore)]],
} as const satisfies Record<string, readonly Side[]>
const TWO_WAYS = {
  'co-existence': [['a', needs], ['b', needs]],
  succession: [['a', after], ['b', before]],
  'alternate-succession': [['a', afterAlternating], ['b', beforeAlternating]],
  'chain-succession': [['a', rightAfter], ['b', rightBefore]],
  'not-co-existence': [['a', not(needs)], ['b', not(needs)]],
  'not-succession': [['a', not(after)], ['b', not(before)]],
  'not-chain-succession': [['a', not(rightAfter)], ['b', not(rightBefore)]],
} as const satisfies Record<string, readonly Side[]> // prettier-ignore
const SIDES: Readonly<Record<string, readonly Side[]>> = { ...ONE_WAY, ...TWO_WAYS }

/** The outcome where every event has its x. */
function outcomeOf(sides: readonly Side[], events: readonly Event[], given: Conditions): Outcome {
  let activated = false
  for (const [own, holds] of sides) {
    const calls = events.flatMap(({ event, x }, at) =>
      event === own && (!given.activation || (x ?? 0) >= 1) ? [at] : [],
    )
    for (const at of calls) {
      activated = true
      const answers = events.flatMap(({ event, x, time }, other) => {
        const apart = Math.abs(time - (events[at]?.time ?? 0))
        const fits =
          event !== own &&
          event !== 'c' &&
          (!given.target || (x ?? 0) <= 1) &&
          (!given.correlation || (events[at]?.x ?? 0) <= (x ?? 0)) &&
          apart >= (given.atLeast ?? 0) &&
          apart <= (given.atMost ?? Infinity)
        return fits ? [other] : []
      })
      if (!holds(at, answers, calls)) return 'fail'
    }
  }
  return activated ? 'pass' : 'notApplicable'
}

/** Every way in which the events may be if the log gave all of them. */
function completions(events: readonly Event[]): Event[][] {
  return events.reduce<Event[][]>(
    (all, event) =>
      (event.x === undefined ? [0, 1, 2] : [event.x]).flatMap((x) => all.map((some) => [...some, { ...event, x }])),
    [[]],
  )
}

function specOf(kind: string, given: Conditions): RuleSpec {
  const conditions = {
    ...(given.activation ? { activation: makeCel('x >= 1') } : {}),
    ...(given.target ? { target: makeCel('x <= 1') } : {}),
    ...(given.correlation ? { correlation: makeCel('activation.x <= target.x') } : {}),
    ...(given.atLeast === undefined && given.atMost === undefined
      ? {}
      : {
          time: {
            ...(given.atLeast === undefined ? {} : { atLeast: given.atLeast }),
            ...(given.atMost === undefined ? {} : { atMost: given.atMost }),
          },
        }),
  }
  const [a, b] = [onEvent('a'), onEvent('b')]
  if (kind === 'precedence') return { kind, before: a, then: b, ...conditions } as RuleSpec
  if (kind === 'response') return { kind, after: a, then: b, ...conditions } as RuleSpec
  return { kind, first: a, second: b, ...conditions } as RuleSpec
}

/** What touchmap says of a contact that has ended. */
function judged(kind: string, events: readonly Event[], given: Conditions): Outcome {
  return judge(
    makeRule(specOf(kind, given)),
    events.map(({ event, x, time }) => ({ event, time, attributes: x === undefined ? {} : { x } })),
  ).outcome
}

const arbitraryEvents = (x: fc.Arbitrary<number | undefined>): fc.Arbitrary<Event[]> =>
  fc
    .array(fc.record({ event: fc.constantFrom('a', 'b', 'c'), x, gap: fc.nat(3) }), { minLength: 1, maxLength: 7 })
    .map((rows) => {
      let time = 0
      return rows.map(({ event, x: value, gap }) => ({ event, x: value, time: (time += gap * 1000) }))
    })

const arbitraryConditions = (kind: string): fc.Arbitrary<Conditions> =>
  fc
    .record({
      activation: fc.boolean(),
      target: fc.boolean(),
      correlation: fc.boolean(),
      atLeast: fc.option(fc.nat(3000), { nil: undefined }),
      atMost: fc.option(fc.nat(6000), { nil: undefined }),
    })
    // Kinds of two directions have no condition of one of them.
    .map((given) => (kind in TWO_WAYS ? { ...given, activation: false, target: false } : given))

it.each(Object.keys(SIDES))('%s with conditions is what its quantifiers say', (kind) => {
  const told = new Set<Outcome>()
  fc.assert(
    fc.property(arbitraryEvents(fc.nat(2)), arbitraryConditions(kind), (events, given) => {
      const expected = outcomeOf(SIDES[kind] ?? [], events, given)
      told.add(expected)
      expect(judged(kind, events, given)).toBe(expected)
    }),
    // A pass of chain-succession is one case in eighty.
    { numRuns: 1500 },
  )
  expect(told).toEqual(new Set(['pass', 'fail', 'notApplicable']))
})

let undecided = 0

it.each(Object.keys(SIDES))('%s decides only what no missing datum could change', (kind) => {
  let decided = 0
  fc.assert(
    fc.property(
      arbitraryEvents(fc.option(fc.nat(2), { nil: undefined, freq: 3 })),
      arbitraryConditions(kind),
      (events, given) => {
        const possible = new Set(completions(events).map((whole) => outcomeOf(SIDES[kind] ?? [], whole, given)))
        const found = judged(kind, events, given)
        if (found === 'notEvaluated') {
          undecided++
          return
        }
        if (events.some(({ x }) => x === undefined)) decided++
        expect([...possible]).toEqual([found])
      },
    ),
    { numRuns: 400 },
  )
  expect(decided).toBeGreaterThan(0)
})

it('leaves some undecided: the law above is not empty', () => {
  expect(undecided).toBeGreaterThan(Object.keys(SIDES).length)
})
