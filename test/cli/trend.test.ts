import { expect, test } from 'vitest'
import { touchmap } from '../support/run-cli.ts'

const argv = ['trend', 'fixtures/score/basic/calls.csv', '--map', 'fixtures/score/basic/map']

test('a chart overall and for each touchpoint, whose points add up', async () => {
  const { stdout, code } = await touchmap([...argv, '--per', 'day', '--format', 'json'])
  expect(code).toBe(0)
  const { charts } = JSON.parse(stdout) as {
    charts: { scope: string; centre: number | null; points: { pass: number; n: number; rate: number }[] }[]
  }
  const [overall, ...touchpoints] = charts
  expect(overall?.scope).toBe('overall')
  const sum = (points: readonly { n: number }[]) => points.reduce((total, { n }) => total + n, 0)
  expect(sum(overall?.points ?? [])).toBeGreaterThan(0)
  expect(sum(overall?.points ?? [])).toBe(touchpoints.reduce((total, { points }) => total + sum(points), 0))
  for (const { points } of charts) for (const { pass, n, rate } of points) expect(rate).toBeCloseTo(pass / n, 6)
})

test('prints in both languages; a baseline that cannot be read is a usage error', async () => {
  expect((await touchmap([...argv, '--lang', 'en'])).stdout).toContain('overall · compliance rate · centre')
  expect((await touchmap([...argv, '--lang', 'zh'])).stdout).toContain('总体 · 合规率 · 中心线')
  expect((await touchmap([...argv, '--baseline', '2026-07'])).code).toBe(2)
})
