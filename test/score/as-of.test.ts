import { expect, test } from 'vitest'
import { asItStood, createEndTest, handlingTime, latestTime } from '../../src/score/as-of.ts'
import { eventOf, interactionOf, mapOf } from './builders.ts'

const catalogOf = (catalog: { ends?: string[]; idle?: { kind: 'ms'; ms: number; text: string } }) =>
  mapOf({}, { catalog }).catalog
const idle = { kind: 'ms' as const, ms: 1000, text: '1 s' }

test('the latest time of the input is the default', () => {
  expect(latestTime([interactionOf('a', ['x@5', 'y@9', 'z']), interactionOf('b', ['x@7'])])).toBe(9)
  expect(latestTime([interactionOf('a', ['x'])])).toBeUndefined()
})

test('events after the as-of time are not yet there, nor what only they carried', () => {
  const events = [
    eventOf('a@10', 0, { attributes: { level: '-' } }),
    eventOf('b@20', 1, { attributes: { level: 'gold', city: 'jinan' } }),
    eventOf('c@30', 2, { attributes: { city: 'qingdao', late: 1 } }),
  ]
  const whole = interactionOf('i', [], { events, attributes: { level: 'gold', city: 'jinan', late: 1, source: 'x' } })
  expect(asItStood(whole, 30, ['-'])).toBe(whole)
  const cut = asItStood(whole, 20, ['-'])
  expect(cut?.events.map((event) => event.event)).toEqual(['a', 'b'])
  expect({ ...cut?.attributes }).toEqual({ level: 'gold', city: 'jinan', source: 'x' })
  expect({ ...asItStood(whole, 10, ['-'])?.attributes }).toEqual({ source: 'x' })
  expect(asItStood(whole, 9, ['-'])).toBeUndefined()
})

test('where the catalogue states neither ends nor idle, every interaction has ended', () => {
  expect(createEndTest(catalogOf({}))(interactionOf('i', ['a@1']), 1)).toBe(true)
})

test('an event of `ends` ends it; without one it is open', () => {
  const hasEnded = createEndTest(catalogOf({ ends: ['closed'] }))
  expect(hasEnded(interactionOf('i', ['a@1', 'closed@2']), 2)).toBe(true)
  expect(hasEnded(interactionOf('i', ['a@1']), 999_999)).toBe(false)
})

test('`idle` ends it silently, from the last event on, inclusively', () => {
  const hasEnded = createEndTest(catalogOf({ ends: ['closed'], idle }))
  expect(hasEnded(interactionOf('i', ['a@1', 'b@500']), 1499)).toBe(false)
  expect(hasEnded(interactionOf('i', ['a@1', 'b@500']), 1500)).toBe(true)
})

test('no silence is measured without times', () => {
  expect(createEndTest(catalogOf({ idle }))(interactionOf('i', ['a']), undefined)).toBe(true)
  expect(createEndTest(catalogOf({ ends: ['closed'], idle }))(interactionOf('i', ['a']), undefined)).toBe(false)
})

test('handling time runs from the first event to the last', () => {
  expect(handlingTime(interactionOf('i', ['a@1000', 'b', 'c@61000']))).toBe(60_000)
  expect(handlingTime(interactionOf('i', ['a@1000']))).toBe(0)
  expect(handlingTime(interactionOf('i', ['a@1000', 'b']))).toBeUndefined()
})
