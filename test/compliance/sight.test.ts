import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareRule } from '../../src/compliance/prepare-rules.ts'
import { RULE_KINDS } from '../../src/compliance/registry.ts'
import type { Value } from '../../src/log/event.ts'
import { type Sight, sightOfProof } from '../../src/match/sight.ts'
import type { Rule } from '../../src/model/rule.ts'
import { createPhraseEngine } from '../../src/text/phrase-engine.ts'
import { makeContext, makeFlow, makeRule, onEvent } from '../support/judge.ts'
import type { EventParts } from '../support/make-interaction.ts'
import { makeLexicon } from '../support/make-lexicon.ts'
import { makeCel, makeMap, makeProof, makeRoleRef } from '../support/make-map.ts'

const seconds = { kind: 'ms' as const, ms: 10_000, text: '10 s' }
const rings = { kind: 'rings' as const, count: 3, text: '3 rings' }
const lexicon = makeLexicon({ any: ['hi'] })
const where = onEvent({ ...makeProof('a'), where: makeCel('x == "1"') })

/** Rules that say what they look at. */
const seeing: readonly Rule[] = [
  makeRule({ kind: 'within', limit: seconds, after: onEvent('a'), to: onEvent('b'), pair: 'each', unless: ['c'] }),
  makeRule({ kind: 'within', after: onEvent('a'), to: onEvent('b'), pair: 'each', unless: [], mean: 1000 }),
  makeRule({ kind: 'within', limit: rings, after: onEvent('a'), to: onEvent('b'), pair: 'first', unless: [] }),
  makeRule({ kind: 'says', lexicon }, { speaker: [makeRoleRef('agent')] }),
  makeRule({ kind: 'says', lexicon, on: where, times: { max: 1 } }),
  makeRule({ kind: 'never-says', lexicon }, { speaker: [makeRoleRef('agent')] }),
  makeRule({ kind: 'by', on: onEvent('a'), roles: [makeRoleRef('agent+')] }),
  makeRule({ kind: 'records', on: onEvent('a'), attributes: ['x'] }),
  makeRule({ kind: 'records', on: onEvent('a'), attributes: ['y'], formats: [{ attribute: 'y', pattern: '[0-9]+' }] }),
  makeRule({ kind: 'carries', on: where, attributes: ['y'] }),
  makeRule({ kind: 'precedence', before: where, then: onEvent('b') }),
  makeRule({ kind: 'response', after: onEvent('a'), then: onEvent('b') }),
  makeRule({ kind: 'coverage', arrives: onEvent('a'), served: onEvent('b'), least: 1 }),
  ...(['existence', 'absence', 'exactly'] as const).map((kind) => makeRule({ kind, of: where, times: 1 })),
]

/** Rules that may look at anything. */
const others: readonly Rule[] = [
  makeRule({ kind: 'check', check: makeCel('true') }),
  makeRule({ kind: 'by', on: onEvent('a'), roles: [] }, { applies: makeCel('true') }),
  makeRule({ kind: 'by', on: onEvent('a'), roles: [] }, { scope: 'contact' }),
  makeRule({ kind: 'by', on: onEvent({ ...makeProof('a'), where: makeCel('actor == "A1"') }), roles: [] }),
  makeRule({ kind: 'records', on: onEvent('a'), attributes: ['actor'] }),
  makeRule({ kind: 'says', lexicon, together: 'turn' }),
  makeRule({ kind: 'not-by-doer-of', on: onEvent('a'), other: onEvent('b') }),
  makeRule({ kind: 'target', figure: 'share', of: { kind: 'cel', cel: makeCel('true') }, atLeast: 0.5, by: [] }),
]

const values = fc.constantFrom<Value>('1', '2', 'x', ' ', '无', 1, 4, true)
const texts = fc.constantFrom(undefined, ' ', 'hi', 'hi you', 'oh', 'hello', 'oh hi')
const roles = fc.constantFrom('agent', 'customer', 'stranger', undefined)
const event = fc.record({
  event: fc.constantFrom('a', 'b', 'c', 'ring'),
  role: roles,
  speech: fc.boolean(),
  text: texts,
  attributes: fc.dictionary(fc.constantFrom('x', 'y', 'rings', 'z'), values, { maxKeys: 3 }),
})
/** What may differ between two that look alike. */
const unseen = fc.record({
  time: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
  actor: fc.constantFrom('A1', 'A2', undefined),
  text: texts,
  attributes: fc.dictionary(fc.constantFrom('x', 'y', 'rings', 'z'), values, { maxKeys: 3 }),
})

type Parts = EventParts & { readonly attributes: Readonly<Record<string, Value>> }

/** The event with everything changed that the sight does not see. */
function changed(own: Parts, other: Partial<Parts>, { values: seen, filled, lexicons }: Sight): Parts {
  const attributes: Record<string, Value> = {}
  const isBlank = (value: Value | undefined) =>
    value === undefined || (typeof value === 'string' && ['', '无'].includes(value.trim()))
  for (const name of ['x', 'y', 'rings', 'z']) {
    const [mine, theirs] = [own.attributes[name], other.attributes?.[name]]
    const isFree = !seen.has(name) && (!filled.has(name) || isBlank(mine) === isBlank(theirs))
    const value = isFree ? theirs : mine
    if (value !== undefined) attributes[name] = value
  }
  const said = (text: string | undefined) => {
    if (text === undefined || text.trim() === '') return text?.trim()
    const engine = createPhraseEngine([...lexicons])
    return JSON.stringify([...lexicons].map((each) => engine.read(text).find(each)))
  }
  const text = said(own.text) === said(other.text) ? other.text : own.text
  const { text: _, ...rest } = own
  return {
    ...rest,
    attributes,
    ...(text === undefined ? {} : { text }),
    ...(other.time === undefined ? {} : { time: other.time }),
    ...(other.actor === undefined ? {} : { actor: other.actor }),
  }
}

describe('what a rule sees', () => {
  const map = makeMap()
  const flow = makeFlow()

  it.each(seeing.map((rule) => [rule.spec.kind, rule] as const))('is all that decides: %s', (_, rule) => {
    const { judge, sight, collect } = prepareRule(rule, flow, map)
    const { overMany } = RULE_KINDS[rule.spec.kind]
    expect(sight).toBeDefined()
    if (sight === undefined) return
    fc.assert(
      fc.property(fc.array(fc.tuple(event, unseen, unseen), { maxLength: 5 }), fc.boolean(), (pairs, open) => {
        const [one, other] = [1, 2].map((side) => {
          const events = pairs.flatMap((pair, at) => {
            // Of what is not looked at one of the two has the half.
            if (typeof sight.events === 'object' && !sight.events.has(pair[0].event) && (at + side) % 2 === 0) return []
            return [changed(pair[0] as Parts, pair[side] as Partial<Parts>, sight)]
          })
          // Talk counts in no order, and however often.
          if (sight.events === 'talk' && side === 2) events.reverse().push(...events.slice(0, 1))
          const context = makeContext(events, { map, flow, open })
          const judgement = judge(context)
          const sample: unknown = overMany?.empty()
          collect?.(sample, context, judgement)
          return { ...judgement, sample }
        })
        // Whether it stands alone is told by what is seen, too.
        expect(other?.alone).toBe(one?.alone)
        if (one?.alone) return
        expect([other?.outcome, other?.degree, other?.sample]).toEqual([one?.outcome, one?.degree, one?.sample])
      }),
      { numRuns: 150 },
    )
  })

  it.each(others.map((rule) => [rule.spec.kind, rule] as const))(
    'is not known of a rule that may look at anything: %s',
    (_, rule) => {
      expect(prepareRule(rule, flow, map).sight).toBeUndefined()
    },
  )

  it('of a proof: the attributes its condition names, macros too, and what it listens for', () => {
    const proof = { ...makeProof('a'), where: makeCel('x == 1 && items.exists(e, e.y > z)'), says: lexicon }
    const sight = sightOfProof(proof)
    expect([...(sight?.values ?? [])].sort()).toEqual(['e', 'items', 'x', 'z'])
    expect([...(sight?.lexicons ?? [])]).toEqual([lexicon])
    expect(sightOfProof({ ...proof, where: makeCel('text == "x"') })).toBeUndefined()
  })
})
