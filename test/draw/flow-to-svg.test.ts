import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowToSvg } from '../../src/draw/flow-to-svg.ts'
import { matrixToSvg } from '../../src/draw/matrix-to-svg.ts'
import { unfoldFlow } from '../../src/draw/unfold-flow.ts'
import { branch, choice, flow, SAMPLE_FLOWS, sampleMap, step } from '../support/draw-flows.ts'
import { drawMap } from '../support/draw-map.ts'
import { hotlineMap } from '../support/hotline.ts'
import { decodeXml, readXml } from '../support/well-formed.ts'

const { catalog, flows } = sampleMap()
const cases = SAMPLE_FLOWS.flatMap((flow) => (['zh', 'en'] as const).map((lang) => [flow.id, lang, flow] as const))

test.each(cases)('draws %s in %s', async (id, lang, flow) => {
  const svg = flowToSvg(unfoldFlow(flow, flows), { lang, catalog })
  expect(readXml(svg)[0]?.name).toBe('svg')
  await expect(svg).toMatchFileSnapshot(`../../fixtures/draw/${id}/expected.${lang}.svg`)
})

test.each(['zh', 'en'] as const)('draws the matrix in %s', async (lang) => {
  const map = hotlineMap()
  const svg = matrixToSvg(map, { lang, catalog: map.catalog })
  readXml(svg)
  await expect(svg).toMatchFileSnapshot(`../../fixtures/draw/hotline-matrix/expected.${lang}.svg`)
})

test('a picture says what it is to those who do not see it', () => {
  const elements = readXml(flowToSvg(unfoldFlow(SAMPLE_FLOWS[2]!, flows), { lang: 'zh', catalog }))
  expect(elements[0]?.attributes).toContain('role="img" aria-labelledby="title desc" lang="zh-CN"')
  expect(elements.find((one) => one.name === 'title')?.text).toBe('热线—营业厅绿色通道（hall-green-channel）')
  expect(elements.find((one) => one.name === 'desc')?.text).toBe('泳道图：8 个环节；角色：坐席、值班长及以上、营业厅')
})

test('nothing in a picture comes from elsewhere or runs', () => {
  for (const flow of SAMPLE_FLOWS) {
    const svg = flowToSvg(unfoldFlow(flow, flows), { lang: 'en', catalog })
    expect(new Set(readXml(svg).map((one) => one.name))).not.toContain('script')
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\((?!#arrow\))|@import|<style|href|\son\w+=/,
    )
  }
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  ']]><svg/onload=alert(1)>',
  '&lt;b&gt; &amp; &#60;',
  'end\nclass x y',
  '\u0000\u0007\ud800 \ufffe',
]

test.each(HOSTILE)('a name like %j stays text', (name) => {
  const map = drawMap({
    roles: { agent: [name, name] },
    axes: { business: { a: { zh: name } }, channel: { b: { zh: name } }, brand: { c: {} } },
  })
  const hostile = flow('x', [step('a', 'agent', { zh: name, does: { zh: name } }), choice(branch({ zh: name }, []))], {
    zh: name,
  })
  const words = { lang: 'zh', catalog: map.catalog } as const
  for (const svg of [flowToSvg(unfoldFlow(hostile, new Map()), words), matrixToSvg(map, words)]) {
    const elements = readXml(svg)
    const names = new Set(elements.map((one) => one.name))
    for (const one of names)
      expect(['svg', 'title', 'desc', 'defs', 'marker', 'path', 'rect', 'circle', 'text', 'g']).toContain(one)
    expect(elements.some((one) => /\son\w+\s*=/.test(one.attributes))).toBe(false)
  }
})

test('law: any name gives well-formed XML that reads back as the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (name) => {
      const svg = flowToSvg(unfoldFlow(flow('x', [step('a', '', { zh: name })]), new Map()), { lang: 'zh', catalog })
      const elements = readXml(svg)
      const title = elements.filter((one) => one.name === 'title').map((one) => decodeXml(one.text))
      const shown = name.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
      expect(
        title.some((text) => text.includes(`a: ${shown}`.replace(/\r\n?/g, '\n')) || text.includes(`a: ${shown}`)),
      ).toBe(true)
    }),
  )
})

test('text stays in its box, by the measure that the box was made with', () => {
  for (const [, lang, flow] of cases) {
    const svg = flowToSvg(unfoldFlow(flow, flows), { lang, catalog })
    const width = Number(/width="(\d+)"/.exec(svg)?.[1])
    expect(width).toBeLessThan(2_400)
  }
})
