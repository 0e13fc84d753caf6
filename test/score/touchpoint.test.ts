import { expect, test } from 'vitest'
import type { Interaction } from '../../src/log/event.ts'
import type { AxisName, TouchpointRow } from '../../src/model/map.ts'
import { createCellFinder } from '../../src/score/touchpoint.ts'
import { interactionOf, mapOf, place } from './builders.ts'

const row = (select: TouchpointRow['select'], overrides = false): TouchpointRow => ({
  select,
  flow: 'f',
  overrides,
  place,
})
const map = mapOf(
  {
    business: ['plan', 'bill', 'complaint'],
    channel: ['voice', 'ivr'],
    brand: ['mobile', 'mobile>gotone', 'mobile>easyown'],
    region: ['jinan', 'qingdao'],
    environment: ['own', 'other'],
  },
  {
    touchpoints: [
      row({ business: ['plan'], channel: ['voice'], brand: 'all' }),
      row({ business: ['bill'], channel: ['voice'], brand: ['gotone'], region: ['jinan'] }),
      row({ business: ['bill'], channel: ['voice'], brand: ['gotone'], region: ['qingdao'] }),
    ],
    holes: [{ select: { business: ['complaint'], channel: ['ivr'] }, because: { en: 'needs a person' }, place }],
  },
)
const find = createCellFinder(map)

function at(axes: Partial<Record<AxisName, string>>, ambiguous: AxisName[] = []): string {
  const found = find(interactionOf('i', [], { axes, ambiguous } as Partial<Interaction>))
  return 'reason' in found ? [found.reason, ...found.axes].join(' ') : found.code
}

test('finds the cell by its axes', () => {
  expect(at({ business: 'plan', channel: 'voice', brand: 'gotone' })).toBe('voicegotone-plan')
})

test('an axis that decides nothing may be missing, unknown or ambiguous', () => {
  const plan = { business: 'plan', channel: 'voice', brand: 'easyown' }
  expect(at({ ...plan, region: 'qingdao' })).toBe('voiceeasyown-plan')
  expect(at({ ...plan, region: '济宁' })).toBe('voiceeasyown-plan')
  expect(at(plan, ['region', 'environment'])).toBe('voiceeasyown-plan')
})

test('an axis that decides may not', () => {
  const bill = { business: 'bill', channel: 'voice', brand: 'gotone' }
  expect(at({ ...bill, region: 'jinan' })).toBe('voicegotone-bill')
  expect(at(bill)).toBe('missingAxis region')
  expect(at({ ...bill, region: '济宁' })).toBe('unknownValue region')
  expect(at({ ...bill, region: 'jinan' }, ['region'])).toBe('ambiguousAxis region')
  expect(at({ channel: 'voice', brand: 'gotone' })).toBe('missingAxis business region')
})

test('two values on a main axis are never scored, even if one cell alone were left', () => {
  expect(at({ business: 'plan', channel: 'voice', brand: 'gotone' }, ['channel'])).toBe('ambiguousAxis channel')
})

test('a value of no catalogue is unknown', () => {
  expect(at({ business: 'plan', channel: 'fax', brand: 'gotone' })).toBe('unknownValue channel')
})

test('a value that others are part of means all of these', () => {
  expect(at({ business: 'plan', channel: 'voice', brand: 'mobile' })).toBe('missingAxis brand')
  const one = mapOf(
    { business: ['plan'], channel: ['voice'], brand: ['mobile', 'mobile>gotone'] },
    { touchpoints: [row({})] },
  )
  const found = createCellFinder(one)({ axes: { brand: 'mobile' }, ambiguous: [] })
  expect('code' in found && found.code).toBe('voicegotone-plan')
})

test('a declared hole and a cell that nobody declared are told apart', () => {
  expect(at({ business: 'complaint', channel: 'ivr', brand: 'gotone' })).toBe('notOffered')
  expect(at({ business: 'complaint', channel: 'voice', brand: 'gotone' })).toBe('undeclaredCell')
})
