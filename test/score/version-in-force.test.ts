import { expect, test } from 'vitest'
import { createVersionFinder, startOfDay } from '../../src/score/version-in-force.ts'
import { mapOf } from './builders.ts'

const shanghai = { timezone: 'Asia/Shanghai' }
const first = mapOf({}, { ...shanghai, version: '2026.1', effective: { from: '2026-01-01', until: '2026-06-30' } })
const second = mapOf({}, { ...shanghai, version: '2026.2', effective: { from: '2026-07-01', until: '2026-12-31' } })
const find = createVersionFinder({ versions: [first, second] })
const nameAt = (time: string) => {
  const map = find(Date.parse(time))
  return typeof map === 'string' ? map : map.version
}

test('from begins at 00:00 and until ends with the day, in the time zone of the map', () => {
  expect(nameAt('2026-06-30T23:59:59.999+08:00')).toBe('2026.1')
  expect(nameAt('2026-07-01T00:00:00+08:00')).toBe('2026.2')
  expect(nameAt('2026-06-30T20:00:00Z')).toBe('2026.2')
  expect(nameAt('2026-12-31T23:59:59.999+08:00')).toBe('2026.2')
})

test('before the first and after the last no map is in force', () => {
  expect(nameAt('2025-12-31T23:59:59.999+08:00')).toBe('noMapInForce')
  expect(nameAt('2027-01-01T00:00:00+08:00')).toBe('noMapInForce')
})

test('a gap between versions is no map in force', () => {
  const early = mapOf({}, { effective: { from: '2026-01-01', until: '2026-01-31' } })
  const late = mapOf({}, { effective: { from: '2026-03-01' } })
  expect(createVersionFinder({ versions: [early, late] })(Date.parse('2026-02-10T00:00:00Z'))).toBe('noMapInForce')
})

test('without a time the only version is meant; of several none is chosen', () => {
  expect(createVersionFinder({ versions: [second] })(undefined)).toBe(second)
  expect(find(undefined)).toBe('noTime')
})

test('days begin where the zone says, also when clocks skip midnight', () => {
  expect(startOfDay('2026-03-08', 'America/New_York')).toBe(Date.parse('2026-03-08T05:00:00Z'))
  expect(startOfDay('2026-11-02', 'America/New_York')).toBe(Date.parse('2026-11-02T05:00:00Z'))
  // Beirut goes from 00:00 straight to 01:00.
  expect(startOfDay('2026-03-29', 'Asia/Beirut')).toBe(Date.parse('2026-03-28T22:00:00Z'))
  expect(startOfDay('2026-07-01', 'UTC')).toBe(Date.parse('2026-07-01T00:00:00Z'))
})
