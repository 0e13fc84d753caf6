import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTimeReader } from '../../src/log/time.ts'
import { compileTimeFormat } from '../../src/log/time-format.ts'
import { createZone } from '../../src/log/zone.ts'

const shanghai = createZone('Asia/Shanghai')

function read(text: string, zone = shanghai, formats: string[] = []): string {
  const reader = createTimeReader(
    zone,
    formats.flatMap((pattern) => compileTimeFormat(pattern) ?? []),
  )
  const ms = reader.read(text)
  return Number.isNaN(ms)
    ? String(reader.problem)
    : new Date(ms).toISOString() + (reader.unsure ? ` ${reader.unsure}` : '')
}

describe('times', () => {
  test.each([
    ['2026/7/1 9:05', '2026-07-01T01:05:00.000Z'],
    ['2026/7/1 9:05:07', '2026-07-01T01:05:07.000Z'],
    ['2026-07-01 09:05:07.123', '2026-07-01T01:05:07.123Z'],
    ['2026-07-01T09:05:07,123456', '2026-07-01T01:05:07.123Z'],
    ['2026-07-01T09:05:07Z', '2026-07-01T09:05:07.000Z'],
    ['2026-07-01T09:05:07+08:00', '2026-07-01T01:05:07.000Z'],
    ['2026-07-01T09:05:07.5+0530', '2026-07-01T03:35:07.500Z'],
    ['2026-07-01 09:05:07 +08', '2026-07-01T01:05:07.000Z'],
    ['2026-07-01T09:05:07+08:00[Asia/Shanghai]', '2026-07-01T01:05:07.000Z'],
    ['2026.7.1 9:05', '2026-07-01T01:05:00.000Z'],
    ['2026年7月1日 9时5分7秒', '2026-07-01T01:05:07.000Z'],
    ['2026年07月01日09:05:07', '2026-07-01T01:05:07.000Z'],
    ['2026/7/1 下午 3:05', '2026-07-01T07:05:00.000Z'],
    ['2026/7/1 3:05:00 PM', '2026-07-01T07:05:00.000Z'],
    ['2026/7/1 12:05 AM', '2026-06-30T16:05:00.000Z'],
    ['2026/7/1 9:05', '2026-07-01T01:05:00.000Z'],
    ['20260701090507', '2026-07-01T01:05:07.000Z'],
    ['20260701 0905', '2026-07-01T01:05:00.000Z'],
    ['20260701', '2026-06-30T16:00:00.000Z'],
    ['2026-07-01', '2026-06-30T16:00:00.000Z'],
    ['2026-07-01 24:00', '2026-07-01T16:00:00.000Z'],
    ['1751331907', '2025-07-01T01:05:07.000Z'],
    ['1751331907.123', '2025-07-01T01:05:07.123Z'],
    ['1751331907123', '2025-07-01T01:05:07.123Z'],
    ['7/1/2026 9:05', 'unreadable'],
    ['2026-13-01 09:05', 'unreadable'],
    ['2026-02-29 09:05', 'unreadable'],
    ['2028-02-29 09:05', '2028-02-29T01:05:00.000Z'],
    ['2026-07-01 25:05', 'unreadable'],
    ['2026-07-01 09:65', 'unreadable'],
    ['2026-07-01 09:05:07 CST', 'unreadable'],
    ['46204.378', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('without a zone a local time is none, and one with an offset is read', () => {
    const reader = createTimeReader(undefined)
    expect(reader.read('2026/7/1 9:05')).toBeNaN()
    expect(reader.problem).toBe('no-zone')
    expect(reader.read('2026-07-01T09:05:07+08:00')).toBe(Date.UTC(2026, 6, 1, 1, 5, 7))
  })

  test('are read by the formats stated, and by no other', () => {
    expect(read('7/1/2026 9:05', shanghai, ['M/d/yyyy H:mm'])).toBe('2026-07-01T01:05:00.000Z')
    expect(read('01-07-26 09.05', shanghai, ['M/d/yyyy H:mm', 'dd-MM-yy HH.mm'])).toBe('2026-07-01T01:05:00.000Z')
    expect(read('2026-07-01T09:05:07.250+02:00', shanghai, ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX"])).toBe(
      '2026-07-01T07:05:07.250Z',
    )
    expect(read('1751331907', shanghai, ['epoch-ms'])).toBe('1970-01-21T06:28:51.907Z')
    expect(read('2026/7/1 9:05', shanghai, ['M/d/yyyy H:mm'])).toBe('unreadable')
    expect(compileTimeFormat('yyyy-QQ')).toBeUndefined()
    expect(compileTimeFormat('HH:mm')).toBeUndefined()
  })

  test('where clocks change: twice is the first, never is taken with the offset before', () => {
    const berlin = createZone('Europe/Berlin')
    expect(read('2026-10-25 02:30', berlin)).toBe('2026-10-25T00:30:00.000Z fold')
    expect(read('2026-10-25 03:00', berlin)).toBe('2026-10-25T02:00:00.000Z')
    expect(read('2026-03-29 02:30', berlin)).toBe('2026-03-29T01:30:00.000Z gap')
    expect(read('2026-03-29 01:59', berlin)).toBe('2026-03-29T00:59:00.000Z')
    expect(read('2026-03-29 03:00', berlin)).toBe('2026-03-29T01:00:00.000Z')
    expect(read('2026-10-04 02:15', createZone('Australia/Lord_Howe'))).toBe('2026-10-03T15:45:00.000Z gap')
    expect(read('1990-06-01 12:00', shanghai)).toBe('1990-06-01T03:00:00.000Z')
  })

  test('a zone is an IANA name or a fixed offset', () => {
    expect(createZone('Mars/Olympus')).toBeUndefined()
    expect(read('2026-07-01 09:05', createZone('+08:00'))).toBe('2026-07-01T01:05:00.000Z')
    expect(read('2026-07-01 09:05', createZone('UTC'))).toBe('2026-07-01T09:05:00.000Z')
  })

  test('law: the wall clock of a moment, read in its zone, is that moment, unless it occurs twice', () => {
    const names = [
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Africa/Casablanca',
      'Pacific/Apia',
      'Asia/Kolkata',
    ]
    const zones = new Map(names.map((name) => [name, createZone(name)]))
    const formats = new Map(
      names.map((timeZone) => [
        timeZone,
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
      ]),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.integer({ min: Date.UTC(1985, 0) / 1000, max: Date.UTC(2036, 0) / 1000 }),
        (name, seconds) => {
          const zone = zones.get(name)
          const wall = formats.get(name)?.format(seconds * 1000) ?? ''
          const ms = createTimeReader(zone).read(wall)
          if (zone?.unsure === 'fold') expect(Math.abs(ms - seconds * 1000)).toBeLessThanOrEqual(7_200_000)
          else expect(ms).toBe(seconds * 1000)
        },
      ),
      { numRuns: 2500 },
    )
  })
})
