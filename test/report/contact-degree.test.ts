import { expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { contactDegreeToMermaid } from '../../src/draw/contact-degree-to-mermaid.ts'
import { contactDegreeToSvg } from '../../src/draw/contact-degree-to-svg.ts'
import { placeFlows } from '../../src/flow/contact-degree.ts'
import { createFolderSource } from '../../src/io/model-sources.ts'
import { loadMap } from '../../src/load/load-map.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { buildMatrix } from '../../src/model/matrix.ts'
import { plainPalette } from '../../src/report/context.ts'
import {
  reportContactDegree,
  reportContactDegreeAsJson,
  reportContactDegreeAsMarkdown,
} from '../../src/report/contact-degree.ts'
import { outputSchema } from '../support/output-schema.ts'
import { root } from '../support/run-cli.ts'
import { decodeXml, readXml } from '../support/well-formed.ts'

function resultOf(map: ProcessMap, tolerance?: number) {
  return { map, matrix: placeFlows(map, buildMatrix(map), tolerance), date: '2026-07-01' }
}

const loaded = new Map<string, ProcessMap>()
function shipped(name: string): ProcessMap {
  const map = loaded.get(name) ?? loadMap(createFolderSource(`${root}maps/${name}`)).map
  if (!map) throw new Error(`maps/${name} has errors`)
  loaded.set(name, map)
  return map
}

const map = shipped('online-service')
const result = resultOf(map)
const context = { palette: plainPalette, version: '0' }
const fixture = (name: string) => `../../fixtures/draw/contact-degree/${name}`
const LANGS = ['zh', 'en'] as const

test.each(LANGS)('prints the matrix in %s, narrow and wide, and as Markdown', async (lang) => {
  for (const width of [60, 80, 120])
    await expect(reportContactDegree(result, { ...context, lang, width })).toMatchFileSnapshot(
      fixture(`expected.${width}.${lang}.txt`),
    )
  await expect(reportContactDegreeAsMarkdown(result, lang)).toMatchFileSnapshot(fixture(`expected.${lang}.md`))
})

test.each([40, 60, 80, 100, 132])('stays inside %i columns', (width) => {
  for (const lang of LANGS) {
    for (const name of ['hotline-10086', 'six-step-after-sales', 'service-norms']) {
      const text = reportContactDegree(resultOf(shipped(name)), { ...context, lang, width })
      const widest = text.split('\n').reduce((most, line) => Math.max(most, columnsOf(line)), 0)
      expect(widest, `${name} ${lang}`).toBeLessThanOrEqual(width)
    }
  }
})

test('every flow stands in the plot once, at most two rows and nine columns off its place', () => {
  const text = reportContactDegree(resultOf(shipped('hotline-10086')), { ...context, lang: 'en', width: 80 })
  const [, plot = ''] = /┌─+┐\n([^]*?)└/.exec(text) ?? []
  const numbers = (plot.match(/(?<![\d.])\d+(?![\d.])/g) ?? []).map(Number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1))
})

test('the JSON is as its schema says, for maps whose contact is known and not', () => {
  const validate = outputSchema('contact-degree')
  for (const name of ['online-service', 'hotline-10086', 'six-step-after-sales', 'intelligent-service']) {
    for (const tolerance of [undefined, 0, 1]) {
      const report: unknown = JSON.parse(reportContactDegreeAsJson(resultOf(shipped(name), tolerance), 'zh'))
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
    }
  }
})

test('the JSON of a map', async () => {
  const json = reportContactDegreeAsJson(result, 'en')
  await expect(json).toMatchFileSnapshot(fixture('expected.json'))
  const { counts } = JSON.parse(json) as { counts: object }
  expect(counts).toEqual({ flows: 4, touchpoints: 9, near: 2, far: 2, notEvaluated: 0 })
})

test('a flow with more ways than a number holds has no count, only bits', () => {
  const flow = map.flows.get('staff-development')
  const first = flow?.items[0]
  if (!flow || first?.kind !== 'step') throw new Error('the map has changed')
  const items = Array.from({ length: 1100 }, (_, i) => ({ kind: 'optional' as const, items: [{ ...first, id: `s${i}` }], place: first.place })) // prettier-ignore
  const wide = { ...map, flows: new Map([...map.flows, ['staff-development', { ...flow, items }]]) }
  const validate = outputSchema('contact-degree')
  const report = JSON.parse(reportContactDegreeAsJson(resultOf(wide), 'en')) as {
    flows: { flow: string; measures: { ways: number | null; bits: number } }[]
  }
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  const measures = report.flows.find((each) => each.flow === 'staff-development')?.measures
  expect(measures).toMatchObject({ ways: null, bits: 1100 })
  expect(reportContactDegree(resultOf(wide), { ...context, lang: 'en', width: 80 })).toContain(
    'gather the ways through 2^1100 → 2',
  )
})

test.each(LANGS)('draws the matrix in %s', async (lang) => {
  const svg = contactDegreeToSvg(map, { lang }, result.matrix)
  readXml(svg)
  await expect(svg).toMatchFileSnapshot(fixture(`expected.${lang}.svg`))
  await expect(contactDegreeToMermaid(map, { lang }, result.matrix)).toMatchFileSnapshot(
    fixture(`expected.${lang}.mmd`),
  )
})

test('no mark covers another, and none leaves the plot', () => {
  const drawn = shipped('hotline-10086')
  const svg = contactDegreeToSvg(drawn, { lang: 'zh' }, placeFlows(drawn, buildMatrix(drawn)))
  const marks = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="11"/g)].map(([, x, y]) => [Number(x), Number(y)] as const) // prettier-ignore
  expect(marks).toHaveLength(30)
  const inPlot = marks.filter(([x]) => x <= 54 + 540)
  expect(inPlot).toHaveLength(15)
  inPlot.forEach(([x, y], i) => {
    for (const [u, v] of inPlot.slice(i + 1)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(22)
    expect(y).toBeGreaterThanOrEqual(84)
  })
})

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', ']]><svg/onload=alert(1)>', '\u0000\ud800'])(
  'a name like %j stays text',
  (name) => {
    const flows = new Map([...map.flows].map(([id, flow]) => [id, { ...flow, name: { zh: name } }]))
    const hostile = { ...map, name: { zh: name }, flows }
    const matrix = placeFlows(hostile, buildMatrix(hostile))
    const svg = contactDegreeToSvg(hostile, { lang: 'zh' }, matrix)
    const elements = readXml(svg)
    expect(new Set(elements.map((one) => one.name))).toEqual(
      new Set(['svg', 'title', 'desc', 'rect', 'text', 'g', 'polygon', 'path', 'circle']),
    )
    const told = name.replaceAll('\u0000', '\ufffd').replaceAll('\ud800', '\ufffd')
    expect(decodeXml(elements.find((one) => one.name === 'title')?.text ?? '')).toContain(told)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|<style|href/)
    const mermaid = contactDegreeToMermaid(hostile, { lang: 'zh' }, matrix)
    expect(mermaid.split('\n').filter((line) => !/^( {2}|quadrantChart$|$)/.test(line))).toEqual([])
    expect(mermaid).not.toMatch(/<script|<img|<svg/)
    expect(reportContactDegreeAsMarkdown(resultOf(hostile), 'zh')).not.toMatch(/(?<!\\)<(script|img|svg)/)
  },
)
