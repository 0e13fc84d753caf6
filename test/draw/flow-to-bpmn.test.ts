import { existsSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flowToBpmn } from '../../src/draw/flow-to-bpmn.ts'
import { unfoldFlow } from '../../src/draw/unfold-flow.ts'
import { createFolderSource } from '../../src/io/model-sources.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import type { Flow } from '../../src/model/flow.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { type BpmnViewer, openBpmnViewer, remarksOfLint, remarksOfModdle } from '../support/bpmn-checks.ts'
import { chromium } from '../support/chromium.ts'
import { block, branch, choice, flow, optional, SAMPLE_FLOWS, sampleMap, step } from '../support/draw-flows.ts'
import { randomDrawnFlow } from '../support/random-drawn-flow.ts'

const shipped: readonly { readonly map: ProcessMap; readonly flow: Flow }[] = readdirSync('maps')
  .filter((folder) => existsSync(`maps/${folder}/touchmap.yaml`))
  .flatMap((folder) => {
    const map = loadHistory(createFolderSource(`maps/${folder}`)).history?.versions.at(-1)
    return map ? [...map.flows.values()].map((each) => ({ map, flow: each })) : []
  })

const bpmnOf = ({ map, flow: each }: { map: ProcessMap; flow: Flow }, lang: 'zh' | 'en'): string =>
  flowToBpmn(unfoldFlow(each, map.flows), { lang, catalog: map.catalog })
/** The rule is against any inclusive gateway; `some` is one. */
const withoutInclusive = (remarks: readonly string[]): string[] =>
  remarks.filter((remark) => !remark.startsWith('no-inclusive-gateway '))

describe('BPMN of shipped flows', () => {
  let viewer: BpmnViewer | undefined
  beforeAll(async () => {
    if (chromium !== undefined) viewer = await openBpmnViewer(chromium)
  })
  afterAll(async () => viewer?.close())

  it('is clean under the recommended rules of bpmnlint, and read without warnings', { timeout: 120_000 }, async () => {
    expect(shipped.length).toBeGreaterThan(20)
    for (const each of shipped) {
      const xml = bpmnOf(each, 'zh')
      expect([each.flow.id, await remarksOfModdle(xml)]).toEqual([each.flow.id, []])
      expect([each.flow.id, withoutInclusive(await remarksOfLint(xml))]).toEqual([each.flow.id, []])
    }
  })

  it.skipIf(chromium === undefined)(
    'opens in bpmn-js without warnings, all of it drawn',
    { timeout: 120_000 },
    async () => {
      for (const each of shipped) {
        const xml = bpmnOf(each, 'en')
        const opened = await viewer?.open(xml)
        // Pool and lanes, nodes and flows; the root of the diagram is one more.
        const drawn = xml.match(/<bpmndi:BPMN(Shape|Edge) /g)?.length ?? 0
        expect([each.flow.id, opened]).toEqual([each.flow.id, { warnings: [], elements: drawn + 1 }])
      }
    },
  )
})

describe('flowToBpmn', () => {
  const map = sampleMap()
  it.each(SAMPLE_FLOWS.map((each) => each.id))('draws %s', async (id) => {
    const sample = map.flows.get(id)
    if (!sample) throw new Error(id)
    const xml = bpmnOf({ map, flow: sample }, 'en')
    expect(withoutInclusive(await remarksOfLint(xml))).toEqual([])
    await expect(xml).toMatchFileSnapshot(`../../fixtures/draw/${id}/${id}.bpmn`)
  })

  it('escapes what stands in names, and takes two ways with nothing to do as one', async () => {
    const nasty = flow('nasty', [
      step('a', 'agent', { en: '<b>"&\u0007' }),
      choice(branch({ en: 'x' }, []), branch({ en: 'y' }, []), branch({ en: 'z' }, [step('b', 'agent')])),
      optional(),
      block('parallel', optional()),
    ])
    const xml = flowToBpmn(unfoldFlow(nasty, new Map()), { lang: 'en', catalog: map.catalog })
    expect(xml).toContain('name="&lt;b&gt;&quot;&amp;\ufffd"')
    expect(xml.match(/<bpmn:exclusiveGateway/g)).toHaveLength(2)
    expect(xml).not.toContain('parallelGateway')
    expect(await remarksOfLint(xml)).toEqual([])
  })

  it(
    'is sound BPMN for any flow: no warnings, no ids twice, nothing left without a shape',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(randomDrawnFlow(), async ({ flow: each, flows }) => {
          const xml = flowToBpmn(unfoldFlow(each, flows), { lang: 'zh', catalog: map.catalog })
          expect(await remarksOfModdle(xml)).toEqual([])
          expect(withoutInclusive(await remarksOfLint(xml))).toEqual([])
          const ids = [...xml.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
          expect(new Set(ids).size).toBe(ids.length)
        }),
        { numRuns: 20 },
      )
    },
  )
})
