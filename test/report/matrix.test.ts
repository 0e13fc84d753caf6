import { expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { buildMatrix } from '../../src/model/matrix.ts'
import { plainPalette } from '../../src/report/context.ts'
import { reportMatrixAsJson } from '../../src/report/matrix-json.ts'
import { reportMatrix } from '../../src/report/matrix-pretty.ts'
import { drawMap } from '../support/draw-map.ts'
import { hotlineMap } from '../support/hotline.ts'

const context = { palette: plainPalette, version: '0' }
const map = hotlineMap()
const result = { map, matrix: buildMatrix(map), date: '2026-07-01' }
const fixture = (name: string) => `../../fixtures/draw/hotline-matrix/${name}`

test.each(['zh', 'en'] as const)('prints the matrix of a hotline in %s, in 80 columns', async (lang) => {
  await expect(reportMatrix(result, { ...context, lang, width: 80 })).toMatchFileSnapshot(
    fixture(`expected.${lang}.txt`),
  )
})

test('gives the matrix as JSON in the shape of the contract', async () => {
  const json = reportMatrixAsJson(result, { lang: 'en' })
  await expect(json).toMatchFileSnapshot(fixture('expected.json'))
  const report = JSON.parse(json) as { counts: Record<string, number>; cells: { status: string; flow?: string }[] }
  expect(report.counts['cells']).toBe(14 * 6 * 3)
  expect(report.counts['effectiveFlows']).toBe(report.cells.filter((cell) => cell.status === 'served').length)
  expect(report.counts['definitions']).toBe(new Set(report.cells.flatMap((cell) => cell.flow ?? [])).size)
})

test.each([30, 40, 60, 80, 132, 200])('stays inside %i columns, every row of a block equally wide', (width) => {
  for (const lang of ['zh', 'en'] as const) {
    const lines = reportMatrix(result, { ...context, lang, width }).split('\n')
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width)
    const blocks = lines.join('\n').split('┌').slice(1)
    for (const block of blocks) {
      const rows = `┌${block}`.split('\n').filter((line) => /^[┌│├└]/.test(line))
      expect(new Set(rows.map(columnsOf)).size).toBe(1)
    }
  }
})

test('every channel stands in exactly one block, however narrow', () => {
  const text = reportMatrix(result, { ...context, lang: 'en', width: 30 })
  for (const name of ['Hotline', 'IVR', 'SMS', 'App', 'WeChat'])
    expect(text.split('\n').filter((line) => line.startsWith('│ Business') && line.includes(name))).toHaveLength(1)
})

test('a cell split by a further axis shows each part, with the code of the value where the template lacks it', () => {
  const map = drawMap({
    axes: {
      business: { plan: { code: 'P' } },
      channel: { voice: { code: 'V' } },
      brand: { gotone: { code: 'G' }, mzone: { code: 'M' } },
      identity: { vip: { code: 'vip' }, plain: { code: 'std' } },
    },
    touchpoints: [
      { select: { identity: ['vip'] }, flow: 'a' },
      { select: { identity: ['plain'], brand: ['gotone'] }, flow: 'b' },
    ],
  })
  const text = reportMatrix(
    { map, matrix: buildMatrix(map), date: '2026-07-01' },
    { ...context, lang: 'en', width: 80 },
  )
  expect(text).toContain('VG-P:vip')
  expect(text).toContain('VG-P:std')
  expect(text).toContain('VM-P:vip')
  expect(text).toContain('M:std ??')
  expect(text).toContain('plan: voice (mzone plain)')
})

test('a map without a row is all blind spots, and an empty catalogue an empty table', () => {
  const bare = drawMap({ axes: { business: { a: {} }, channel: { b: {} }, brand: { c: {} } } })
  expect(
    reportMatrix({ map: bare, matrix: buildMatrix(bare), date: '2026-07-01' }, { ...context, lang: 'zh', width: 80 }),
  ).toContain('盲点 1 处')
  const empty = drawMap({})
  expect(
    reportMatrix({ map: empty, matrix: buildMatrix(empty), date: '2026-07-01' }, { ...context, lang: 'en', width: 80 }),
  ).toContain('cells 0')
})

test('values of a further axis that are served alike share a line, named in the legend', () => {
  const region = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { code: id.toUpperCase() }]))
  const map = drawMap({
    axes: {
      business: { plan: { code: 'P' } },
      channel: { voice: { code: 'V' } },
      brand: { gotone: { code: 'G' } },
      region,
    },
    touchpoints: [
      { select: { region: ['a', 'b', 'c'] }, flow: 'x' },
      { select: { region: ['d', 'e'] }, flow: 'y' },
    ],
  })
  const text = reportMatrix(
    { map, matrix: buildMatrix(map), date: '2026-07-01' },
    { ...context, lang: 'en', width: 80 },
  )
  expect(text).toContain('VG-P:A..C')
  expect(text).toContain('VG-P:D,E')
  expect(text).toContain('region: A a, B b, C c, D d, E e')
})
