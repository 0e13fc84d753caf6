import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combineOutcomes } from '../../src/compliance/combine-outcomes.ts'
import { evaluateRules } from '../../src/compliance/evaluate-rules.ts'
import { prepareRules } from '../../src/compliance/prepare-rules.ts'
import { RULE_KINDS } from '../../src/compliance/registry.ts'
import type { Judgement, Outcome } from '../../src/compliance/rule-kind.ts'
import type { Rule } from '../../src/model/rule.ts'
import { judge, makeContext, makeFlow, makeRule, onEvent, onStep, type Setting } from '../support/judge.ts'
import type { EventParts } from '../support/make-interaction.ts'
import { makeLexicon } from '../support/make-lexicon.ts'
import { makeCel, makeProof, makeRoleRef } from '../support/make-map.ts'

const seconds = { kind: 'ms' as const, ms: 10_000, text: '10 s' }
const lexicon = makeLexicon({ any: ['hi'] })

const PAIR_KINDS = [
  'responded-existence', 'co-existence', 'alternate-response', 'chain-response', 'alternate-precedence',
  'chain-precedence', 'succession', 'alternate-succession', 'chain-succession', 'not-responded-existence',
  'not-co-existence', 'not-response', 'not-chain-response', 'not-precedence', 'not-chain-precedence', 'not-succession',
  'not-chain-succession',
] as const // prettier-ignore

/** Kinds that ask what stands first, last, or right beside. */
const NEXT_TO_EACH_OTHER = /^(init|last|(not-)?chain-.*)$/
/** Kinds that what did not happen may break, so that no event shows it. */
const FAIL_BY_NOTHING = new Set(['check', 'says', 'existence', 'exactly', 'choice', 'exclusive-choice'])

/** An `unless` event excuses a time limit, open or not; what is asked of many is asked of none alone. */
const MAY_NEVER_APPLY = new Set(['within', 'hand-over', 'target', 'repeat-within'])

/** One rule of each kind and form, over events a, b, c. */
const everyRule: readonly Rule[] = [
  makeRule({ kind: 'within', limit: seconds, after: onEvent('a'), to: onEvent('b'), pair: 'each', unless: ['c'] }),
  makeRule({ kind: 'says', lexicon }, { speaker: [makeRoleRef('agent')] }),
  makeRule({ kind: 'says', lexicon, on: onEvent('a') }),
  makeRule({ kind: 'never-says', lexicon }, { speaker: [makeRoleRef('agent')] }),
  makeRule({ kind: 'never-says', lexicon, on: onEvent('b') }),
  makeRule({ kind: 'by', on: onEvent('a'), roles: [makeRoleRef('agent+')] }),
  makeRule({ kind: 'records', on: onEvent('a'), attributes: ['x'] }),
  makeRule({ kind: 'carries', on: onEvent('b'), attributes: ['x'] }),
  makeRule({ kind: 'precedence', before: onEvent('a'), then: onEvent('b') }),
  makeRule({ kind: 'response', after: onEvent('a'), then: onEvent('b') }),
  makeRule({ kind: 'known-before', known: { kind: 'attribute', name: 'x' }, before: onEvent('b') }),
  makeRule({ kind: 'not-by-doer-of', on: onEvent('a'), other: onEvent('b') }),
  makeRule({ kind: 'check', check: makeCel('events.exists(e, e.event == "a")') }),
  makeRule({ kind: 'no-pii', types: ['mobile'], fields: ['text', 'x'] }),
  makeRule({
    kind: 'turn-taking',
    interruptions: { atMost: 0, overlap: 0 },
    silence: { longest: 5_000 },
    talkShare: { atMost: 0.5 },
    speed: { atMost: 100, unit: 'characters' },
    repeats: { atMost: 0, similar: 0.9, length: 2 },
  }),
  makeRule({ kind: 'target', figure: 'share', of: { kind: 'cel', cel: makeCel('true') }, atLeast: 0.5, by: [] }),
  makeRule({ kind: 'repeat-within', limit: 10_000, same: ['x'], atMost: 0 }),
  makeRule({ kind: 'four-eyes', do: onEvent('a'), review: onEvent('b') }),
  makeRule({ kind: 'same-person', of: [onEvent('a'), onEvent('b')] }),
  makeRule({ kind: 'qualified', on: onEvent('a'), qualification: 'x' }),
  makeRule({ kind: 'hand-over', when: onEvent('a'), to: onEvent('b'), limit: seconds, carries: ['x'], unless: ['c'] }),
  makeRule({ kind: 'hand-over', when: onEvent('a'), to: onEvent('b'), carries: [], unless: ['c'] }),
  makeRule({ kind: 'not-asked-again', known: { kind: 'attribute', name: 'x' }, asks: onEvent('b') }),
  makeRule({ kind: 'coverage', arrives: onEvent('a'), served: onEvent('b'), least: 1 }),
  makeRule({ kind: 'plugin', name: 'none', options: '{}' }),
  ...(['existence', 'absence', 'exactly'] as const).map((kind) => makeRule({ kind, of: onEvent('a'), times: 2 })),
  ...(['init', 'last'] as const).map((kind) => makeRule({ kind, of: onEvent('a'), activation: makeCel('x == "1"') })),
  ...(['choice', 'exclusive-choice'] as const).map((kind) => makeRule({ kind, among: [onEvent('a'), onEvent('b')] })),
  ...PAIR_KINDS.map((kind) => makeRule({ kind, first: onEvent('a'), second: onEvent('b') })),
  ...PAIR_KINDS.map((kind) =>
    makeRule({
      kind,
      first: onEvent('a'),
      second: onEvent('b'),
      correlation: makeCel('activation.x == target.x'),
      time: { atMost: 10_000 },
    }),
  ),
]

describe('evaluateRules', () => {
  it('judges by each rule, in their order', () => {
    const own = makeRule({ kind: 'check', check: makeCel('true') }, { id: 'flow/own' })
    const common = makeRule({ kind: 'check', check: makeCel('false') }, { id: 'common' })
    const context = makeContext([])
    expect(
      evaluateRules(prepareRules([own, common], context.flow, context.matcher.map), context).map(
        ({ rule, outcome }) => [rule.id, outcome],
      ),
    ).toEqual([
      ['flow/own', 'pass'],
      ['common', 'fail'],
    ])
  })

  it('goes on when a kind throws, and does not quote the fault', () => {
    const broken = {
      ...RULE_KINDS,
      check: {
        id: 'check' as const,
        prepare: () => (): Judgement => {
          throw new RangeError('13800000000')
        },
      },
    }
    const rules = [makeRule({ kind: 'check', check: makeCel('true') }), everyRule[9]!]
    const context = makeContext(['a', 'b'])
    const results = evaluateRules(prepareRules(rules, context.flow, context.matcher.map, broken), context)
    expect(results.map((result) => result.outcome)).toEqual(['notEvaluated', 'pass'])
    expect(results[0]?.reason()).toEqual({
      zh: '规则未能执行（内部错误 `RangeError`），这是 touchmap 的缺陷',
      en: 'the rule could not be run (internal fault `RangeError`); this is a fault of touchmap',
    })
  })

  it('says which step the flow does not have', () => {
    const result = judge(makeRule({ kind: 'by', on: onStep('nowhere'), roles: [] }), ['a'])
    expect([result.outcome, result.reason.en]).toEqual(['notEvaluated', 'the flow has no step `nowhere`'])
  })
})

describe('applies', () => {
  const rule = (applies: string) => makeRule({ kind: 'check', check: makeCel('false') }, { applies: makeCel(applies) })
  const flow = makeFlow({ dispatch: null })

  it.each<[string, readonly (string | EventParts)[], Setting, Outcome, string]>([
    ['true', [], {}, 'fail', 'the condition does not hold'],
    ['false', [], {}, 'notApplicable', 'the rule does not apply to this contact'],
    ['false', [], { open: true }, 'notApplicable', 'the rule does not apply to this contact'],
    [
      'interaction.level == "vip"',
      [],
      { interaction: { attributes: { level: 'gold' } } },
      'notApplicable',
      'the rule does not apply to this contact',
    ],
    [
      'interaction.level == "vip"',
      [],
      {},
      'notEvaluated',
      'whether it applies is unknown: the log does not give `interaction.level`',
    ],
    ['steps["dispatch"].scope == "x"', ['a'], {}, 'notApplicable', '`dispatch` did not happen'],
    [
      'steps["dispatch"].scope == "x"',
      ['a'],
      { open: true },
      'pending',
      '`dispatch` has not happened yet and the contact is open',
    ],
    [
      'steps["dispatch"].scope == "x"',
      ['dispatch'],
      {},
      'notEvaluated',
      'whether it applies is unknown: the log does not give `steps["dispatch"].scope`',
    ],
    [
      'interaction.id > 1',
      [],
      {},
      'notEvaluated',
      'the condition of applicability cannot be computed: these types cannot be combined so (no such overload: dyn<string> > int)',
    ],
  ])('%s over %j', (applies, events, setting, outcome, reason) => {
    const result = judge(rule(applies), events, { flow, ...setting })
    expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
  })
})

describe('combineOutcomes', () => {
  it('takes the gravest: fail, pending, not evaluated, pass, not applicable', () => {
    const part = (outcome: Outcome): Judgement => ({ outcome, reason: () => ({ zh: '', en: outcome }), evidence: [] })
    const all = ['notApplicable', 'pass', 'notEvaluated', 'pending', 'fail'] as const
    for (let k = 1; k <= all.length; k++) {
      expect(combineOutcomes(all.slice(0, k).map(part)).outcome).toBe(all[k - 1])
    }
  })
})

describe('every kind', () => {
  const event = fc.record(
    {
      event: fc.constantFrom('a', 'b', 'c'),
      role: fc.constantFrom('agent', 'manager', 'customer'),
      actor: fc.constantFrom('p', 'q'),
      text: fc.constantFrom('hi', 'no', ' '),
      time: fc.integer({ min: 0, max: 30_000 }),
      speech: fc.boolean(),
      attributes: fc.constantFrom<NonNullable<EventParts['attributes']>>({}, { x: 1 }, { x: '' }),
    },
    { requiredKeys: ['event', 'speech', 'attributes'] },
  )
  const events: fc.Arbitrary<EventParts[]> = fc.array(event, { maxLength: 7 })
  const summary = (list: readonly EventParts[], setting: Setting) =>
    everyRule.map((rule) => {
      const { outcome, measured } = judge(rule, list, setting)
      return [rule.spec.kind, outcome, measured]
    })

  it('appears among the rules tried here', () => {
    expect(new Set(everyRule.map((rule) => rule.spec.kind))).toEqual(new Set(Object.keys(RULE_KINDS)))
    for (const [id, kind] of Object.entries(RULE_KINDS)) expect(kind.id).toBe(id)
  })

  it('does not look at an event that has nothing to do with it', () => {
    fc.assert(
      fc.property(events, fc.nat(), fc.boolean(), (list, place, open) => {
        const at = place % (list.length + 1)
        const stranger: EventParts = { event: 'stranger', role: 'system' }
        const more = [...list.slice(0, at), stranger, ...list.slice(at)]
        fc.pre(list.length > 0)
        const apart = (kinds: ReturnType<typeof summary>) =>
          kinds.filter(([kind]) => !NEXT_TO_EACH_OTHER.test(String(kind)))
        expect(apart(summary(more, { open, asOf: 40_000 }))).toEqual(apart(summary(list, { open, asOf: 40_000 })))
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on when it was, only on the time between', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: -1e12, max: 1e12 }), (list, shift) => {
        const moved = list.map((each) => (each.time === undefined ? each : { ...each, time: each.time + shift }))
        expect(summary(moved, { asOf: 40_000 + shift })).toEqual(summary(list, { asOf: 40_000 }))
      }),
      { numRuns: 100 },
    )
  })

  it('never passes or fails only because the contact is open, and settles when it ends', () => {
    fc.assert(
      fc.property(events, (list) => {
        for (const rule of everyRule) {
          const open = judge(rule, list, { open: true, asOf: 0 }).outcome
          const ended = judge(rule, list, { asOf: 0 }).outcome
          expect(ended).not.toBe('pending')
          if (!MAY_NEVER_APPLY.has(rule.spec.kind)) expect(open).not.toBe('notApplicable')
          if (open !== 'pending') expect(ended).toBe(open)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('points at events that are there, at text that is there, and gives a reason in both languages', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (list, open) => {
        for (const rule of everyRule) {
          const { evidence, reason, outcome } = judge(rule, list, { open })
          expect(reason.zh).toMatch(/\p{Script=Han}/u)
          expect(reason.en).toMatch(/^[^\p{Script=Han}]+$/u)
          if (outcome === 'fail' && !FAIL_BY_NOTHING.has(rule.spec.kind)) {
            expect(evidence.length).toBeGreaterThan(0)
          }
          for (const { event, span } of evidence) {
            expect(list[event]).toBeDefined()
            if (span) expect(list[event]?.text?.slice(span.from, span.to)).toBe('hi')
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('survives hostile names and values', () => {
    const hostile = JSON.parse('{"__proto__": {"x": 1}, "constructor": "x", "x": {"toString": 1}}') as Record<
      string,
      never
    >
    for (const rule of everyRule) {
      const result = judge(rule, [
        { event: '__proto__', attributes: hostile },
        { event: 'a', attributes: hostile },
      ])
      expect(result.reason.en).not.toContain('internal fault')
    }
    expect(judge(makeRule({ kind: 'by', on: onEvent(makeProof('__proto__')), roles: [] }), ['x']).outcome).toBe(
      'notApplicable',
    )
  })
})
