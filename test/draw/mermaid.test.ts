import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flowToMermaid } from '../../src/draw/flow-to-mermaid.ts'
import { matrixToMermaid } from '../../src/draw/matrix-to-mermaid.ts'
import { escapeMermaid } from '../../src/draw/mermaid-text.ts'
import { unfoldFlow } from '../../src/draw/unfold-flow.ts'
import { type DrawingBrowser, openBrowser } from '../../src/io/browser.ts'
import { chromium } from '../support/chromium.ts'
import { branch, choice, flow, SAMPLE_FLOWS, sampleMap, step } from '../support/draw-flows.ts'
import { drawMap } from '../support/draw-map.ts'
import { hotlineMap } from '../support/hotline.ts'
import { randomDrawnFlow } from '../support/random-drawn-flow.ts'
import { decodeXml, readXml } from '../support/well-formed.ts'

const { catalog, flows } = sampleMap()
const words = { lang: 'zh', catalog } as const

test.each(SAMPLE_FLOWS.map((flow) => [flow.id, flow] as const))('writes %s as a flowchart', async (id, flow) => {
  await expect(flowToMermaid(unfoldFlow(flow, flows), words)).toMatchFileSnapshot(
    `../../fixtures/draw/${id}/expected.mmd`,
  )
})

test('writes the matrix as a block diagram', async () => {
  const map = hotlineMap()
  await expect(matrixToMermaid(map, { lang: 'zh', catalog: map.catalog })).toMatchFileSnapshot(
    '../../fixtures/draw/hotline-matrix/expected.mmd',
  )
})

test('the same text with another first word is a swimlane diagram, its captions on the arrows', () => {
  const text = flowToMermaid(unfoldFlow(SAMPLE_FLOWS[2]!, flows), words, 'swimlane-beta')
  expect(text).toContain('\nswimlane-beta TB\n')
  expect(text).toContain('-->|"范围外：至少做一项"|')
})

test.each([
  ['say "hi"', 'say #34;hi#34;'],
  ['end', '#101;nd'],
  ['a#35;b', 'a#35;35#59;b'],
  ['`code` **x** _y_', '#96;code#96; #42;#42;x#42;#42; #95;y#95;'],
  ['- item', '#45; item'],
  ['1. item', '1#46; item'],
  ['two\nlines', 'two lines'],
  ['<script>alert(1)</script>', '#60;script#62;alert(1)#60;/script#62;'],
  ['%%{init: {}}%%', '#37;#37;#123;init: #123;#125;#125;#37;#37;'],
  ['ﬂ°°35', 'fl°°35'],
  ['', ' '],
])('%j is written as %j', (label, written) => {
  expect(escapeMermaid(label)).toBe(written)
})

const HOSTILE = [
  'end',
  'subgraph x',
  'a"] --> b["c',
  '`md` "q" #quot; #35; &lt; &amp;',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '%%{init: {"securityLevel": "loose"}}%%',
  '%% gone',
  'line\r\nbreak\u2028more',
  '- list\n- list',
  '1. one 2) two',
  '$$x^2$$ $a$',
  'click n0 "javascript:alert(1)"',
  ':::class; a-->b; ',
  '---\ntitle: x\n---',
  '{a} [b] (c) |d| <e> \\f ~g~ @{ shape: rect }',
  '您好，“全球通”：请（稍等）！',
]

describe.skipIf(chromium === undefined)(`with the real Mermaid (skipped: no Chromium on this machine)`, () => {
  let browser: DrawingBrowser
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
  })

  const drawLabel = async (label: string, kind: 'flowchart' | 'swimlane-beta' = 'flowchart') => {
    const map = drawMap({ roles: { agent: [label, label] } })
    const items = [
      step('a', 'agent', { zh: label }),
      choice(branch({ zh: label }, [step('b', 'agent', { zh: 'B' })]), branch({ zh: 'x' }, [])),
    ]
    const text = flowToMermaid(
      unfoldFlow(flow('x', items, { zh: label }), new Map()),
      { lang: 'zh', catalog: map.catalog },
      kind,
    )
    return await browser.drawMermaid(text)
  }
  const textsOf = (svg: string) =>
    readXml(svg)
      .map((one) => decodeXml(one.text))
      .join('')
      .replace(/\s/gu, '')

  test.each(HOSTILE)('a name like %j is drawn as it is', async (name) => {
    const svg = await drawLabel(name)
    const elements = readXml(svg)
    for (const { name, attributes } of elements) {
      expect(['script', 'img', 'iframe', 'a']).not.toContain(name)
      expect(attributes).not.toMatch(/\son\w+\s*=|javascript:/i)
    }
    const wanted = name.replace(/[\s\u0085]/gu, '')
    expect(textsOf(svg)).toContain(`1${wanted}`)
  })

  test('law: any name is drawn as it is', async () => {
    const names = fc.sample(
      fc.string({
        unit: fc.constantFrom(...' "\'`#&;:%{}[]()<>|\\/*_~-+.=!?,@$^0a1Bé中“、\n'),
        minLength: 1,
        maxLength: 24,
      }),
      { numRuns: 40, seed: 7 },
    )
    for (const name of names) {
      const wanted = name.replace(/[\s\u0085]/gu, '')
      expect(textsOf(await drawLabel(name)), JSON.stringify(name)).toContain(`1${wanted}`)
    }
  }, 300_000)

  test('swimlanes and the matrix are understood, of random flows too', async () => {
    const map = hotlineMap()
    const texts = [
      ...SAMPLE_FLOWS.map((flow) => flowToMermaid(unfoldFlow(flow, flows), words, 'swimlane-beta')),
      matrixToMermaid(map, { lang: 'en', catalog: map.catalog }),
      ...fc
        .sample(randomDrawnFlow(), { numRuns: 60, seed: 11 })
        .map(({ flow, flows }) => flowToMermaid(unfoldFlow(flow, flows), words)),
    ]
    for (const text of texts) expect(await browser.knowsDiagram(text), text).toBe(true)
    expect(await browser.knowsDiagram('flowchart TB\n  end --> a')).toBe(false)
  }, 120_000)
})
