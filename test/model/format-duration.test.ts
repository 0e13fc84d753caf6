import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration } from '../../src/model/format-duration.ts'

describe('formatDuration', () => {
  it.each([
    [0, '0 秒', '0 s'],
    [400, '0.4 秒', '0.4 s'],
    [42_000, '42 秒', '42 s'],
    [30_040, '30.04 秒', '30.04 s'],
    [60_000, '1 分', '1 min'],
    [90_000, '1 分 30 秒', '1 min 30 s'],
    [7_500_000, '2 小时 5 分', '2 h 5 min'],
    [259_200_000, '3 天', '3 d'],
    [86_400_001, '1 天 0.001 秒', '1 d 0.001 s'],
    [-5_000, '-5 秒', '-5 s'],
  ])('%d is %s, %s', (ms, zh, en) => {
    expect(formatDuration(ms, 'zh')).toBe(zh)
    expect(formatDuration(ms, 'en')).toBe(en)
  })

  it('gives different lengths different words', () => {
    const ms = fc.integer({ min: 0, max: 10_000_000_000 })
    fc.assert(fc.property(ms, ms, (a, b) => (formatDuration(a, 'en') === formatDuration(b, 'en')) === (a === b)))
  })
})
