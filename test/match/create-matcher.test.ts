import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMatcher } from '../../src/match/create-matcher.ts'
import { hasRole } from '../../src/match/has-role.ts'
import type { Proof } from '../../src/model/flow.ts'
import { type EventParts, makeInteraction } from '../support/make-interaction.ts'
import { makeLexicon } from '../support/make-lexicon.ts'
import { makeCatalog, makeCel, makeEventType, makeMap, makeProof, makeRoleRef } from '../support/make-map.ts'
import { somewhere } from '../support/place.ts'

const map = makeMap()

function positions(proof: Proof, events: readonly (string | EventParts)[]): number[] {
  return createMatcher(makeInteraction(events), map)
    .matches(proof)
    .map((match) => match.at)
}

describe('a proof', () => {
  it('is met by the event of its name', () => {
    expect(positions(makeProof('a'), ['b', 'a', 'a'])).toEqual([1, 2])
  })

  it('is met by any event when it names none', () => {
    expect(positions(makeProof({}), ['b', 'a'])).toEqual([0, 1])
  })

  it('wants the role it names, or a higher one with +', () => {
    const events = ['agent', 'supervisor', 'manager', 'customer', 'unheard-of'].map((role) => ({ event: 'a', role }))
    expect(positions(makeProof({ role: [makeRoleRef('supervisor')] }), events)).toEqual([1])
    expect(positions(makeProof({ role: [makeRoleRef('supervisor+')] }), events)).toEqual([1, 2])
    expect(positions(makeProof({ role: [makeRoleRef('customer+'), makeRoleRef('agent')] }), events)).toEqual([0, 3])
    expect(positions(makeProof({ role: [makeRoleRef('agent')] }), ['a'])).toEqual([])
  })

  it('wants `where` true: false, missing or faulty is not met', () => {
    const proof = makeProof({ where: makeCel('rating <= 3') })
    const events = [{ attributes: { rating: 3 } }, { attributes: { rating: 4 } }, {}, { attributes: { rating: 'x' } }]
    expect(positions(proof, events)).toEqual([0])
    expect(positions(makeProof({ where: makeCel('rating <=') }), events)).toEqual([])
  })

  it('lets `where` see the event itself, before attributes of the same name', () => {
    const events = [
      { event: 'a', role: 'agent', text: 'hi', time: 5, attributes: { event: 'spoof', kind: 'utterance' } },
    ]
    const where = makeCel('event == "a" && role == "agent" && text == "hi" && time == 5 && kind == "utterance"')
    expect(positions(makeProof({ where }), events)).toEqual([0])
  })

  it('computes with attributes the catalogue declares as numbers', () => {
    const events = new Map([['paid', makeEventType('paid', { attributes: new Map([['amount', 'number' as const]]) })]])
    const matcher = createMatcher(
      makeInteraction([{ event: 'paid', attributes: { amount: 5 } }]),
      makeMap({ catalog: makeCatalog({ events }) }),
    )
    expect(matcher.matches(makeProof({ where: makeCel('amount / 2 == 2.5') }))).toHaveLength(1)
  })

  it('gives the place of the phrase', () => {
    const proof = makeProof({ says: makeLexicon({ any: ['您好'] }), role: [makeRoleRef('agent')] })
    const interaction = makeInteraction([
      { role: 'agent', text: '喂,您好' },
      { role: 'customer', text: '您好' },
      { role: 'agent' },
    ])
    expect(createMatcher(interaction, map).matches(proof)).toEqual([{ at: 0, span: { from: 2, to: 4 } }])
  })

  it('counts in a row up to the n-th, anew after it and after a reset', () => {
    const proof = makeProof({ event: 'missed', inARow: { times: 2, reset: 'answered' } })
    expect(positions(proof, ['missed', 'other', 'missed'])).toEqual([2])
    expect(positions(proof, ['missed', 'answered', 'missed'])).toEqual([])
    expect(positions(proof, ['missed', 'missed', 'missed', 'missed'])).toEqual([1, 3])
    expect(positions(proof, ['missed', 'missed', 'missed'])).toEqual([1])
  })

  it('of any is the union in event order', () => {
    const proof: Proof = {
      kind: 'any',
      place: somewhere,
      proofs: [makeProof('b'), makeProof({ says: makeLexicon({ any: ['hi'] }) }), makeProof('a')],
    }
    const interaction = makeInteraction(['a', { event: 'b', text: 'hi' }, 'c', 'b'])
    expect(createMatcher(interaction, map).matches(proof)).toEqual([
      { at: 0 },
      { at: 1, span: { from: 0, to: 2 } },
      { at: 3 },
    ])
  })

  it('is evaluated once', () => {
    const matcher = createMatcher(makeInteraction(['a']), map)
    const proof = makeProof('a')
    expect(matcher.matches(proof)).toBe(matcher.matches(proof))
  })

  it('of any agrees with its parts, and in a row with counting by hand', () => {
    const name = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (events, times) => {
        const either: Proof = { kind: 'any', place: somewhere, proofs: [makeProof('b'), makeProof('a')] }
        expect(positions(either, events)).toEqual(events.flatMap((event, i) => (event === 'c' ? [] : [i])))
        const rows = positions(makeProof({ event: 'a', inARow: { times, reset: 'b' } }), events)
        const byHand: number[] = []
        for (const run of events.join('').matchAll(/[^b]+/g)) {
          const seen = [...run[0]].flatMap((event, i) => (event === 'a' ? [run.index + i] : []))
          byHand.push(...seen.filter((_, i) => (i + 1) % times === 0))
        }
        expect(rows).toEqual(byHand)
      }),
    )
  })
})

describe('hasRole', () => {
  it('puts nobody above a role without a rank', () => {
    const { roles } = makeCatalog()
    expect(hasRole('manager', [makeRoleRef('customer+')], roles)).toBe(false)
    expect(hasRole('customer', [makeRoleRef('customer+')], roles)).toBe(true)
    expect(hasRole('system', [makeRoleRef('agent+')], roles)).toBe(false)
    expect(hasRole(undefined, [makeRoleRef('agent+')], roles)).toBe(false)
    expect(hasRole('agent', [], roles)).toBe(false)
  })
})
