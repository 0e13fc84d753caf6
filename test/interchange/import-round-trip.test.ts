import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowToBpmn } from '../../src/draw/flow-to-bpmn.ts'
import { laneKey, laneName } from '../../src/draw/place-blocks.ts'
import { listSteps, unfoldFlow } from '../../src/draw/unfold-flow.ts'
import { stepName } from '../../src/draw/words.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { flowActivities } from '../../src/flow/flow-activities.ts'
import { readModel } from '../../src/interchange/read-model.ts'
import { writePnml } from '../../src/interchange/write-pnml.ts'
import { createMemorySource } from '../../src/io/model-sources.ts'
import { importModel } from '../../src/load/import-model.ts'
import { loadMap } from '../../src/load/load-map.ts'
import type { Flow } from '../../src/model/flow.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { sampleMap } from '../support/draw-flows.ts'
import { randomDrawnFlow } from '../support/random-drawn-flow.ts'

const MOST = 4
const sample = sampleMap()

/** A flow of a map, with the map whose flows it may use. */
interface InMap {
  readonly flow: Flow
  readonly map: ProcessMap
}

/** Words up to a length, as names of events. */
function wordsOf({ flow, map }: InMap): string[] {
  const { activities, block } = flowActivities(expandFlow(map, flow.id))
  const words = languageOf(block, MOST).full
  return [...words].map((word) => [...word].map((_, at) => activities[labelOf(word, at)]).join(' ')).sort()
}

const toBpmn = ({ flow, map }: InMap): string =>
  flowToBpmn(unfoldFlow(flow, map.flows), { lang: 'zh', catalog: map.catalog })

/** What `import` writes, as a map that has it in its own file or names the model's file; undefined where it is refused. */
function importInto(text: string, file: string, way: 'import' | 'from'): InMap | undefined {
  const { value, diagnostics } = readModel(new TextEncoder().encode(text), file)
  if (!value?.blocks) {
    expect([...diagnostics, ...(value?.unstructured ?? [])].map(({ rule }) => rule)).toContain(
      file.endsWith('bpmn') ? 'bpmn/blocks' : 'pnml/blocks',
    )
    return undefined
  }
  const written = importModel(value)
  const roles = [...written.matchAll(/^# (\S+): (.*)$/gm)].flatMap(([, id = '', lane = '']) =>
    lane === '' ? [] : [[id, { name: lane }] as const],
  )
  const catalog = {
    catalog: true,
    businesses: { b: { class: 'query', name: 'b' } },
    channels: { c: { name: 'c', code: '1' } },
    brands: { a: { name: 'a', code: 'A' } },
    roles: { somebody: { name: 'somebody' }, ...Object.fromEntries(roles) },
    events: Object.fromEntries(['other', ...value.elements.map(({ event }) => event)].map((event) => [event, null])),
  }
  const id = /^flow: "(.*)"$/m.exec(written)?.[1] ?? ''
  const flow = way === 'import' ? written : JSON.stringify({ flow: id, name: value.name, from: file })
  const source = createMemorySource({
    'touchmap.yaml': JSON.stringify({
      map: 'm',
      name: 'm',
      version: '1',
      effective: { from: '2026-01-01' },
      code: '{business}',
      include: ['catalog.yaml', 'touchpoints.yaml', 'flow.yaml'],
    }),
    'catalog.yaml': JSON.stringify(catalog),
    'touchpoints.yaml': JSON.stringify({ touchpoints: [{ business: 'b', channel: 'c', brand: 'a', flow: id }] }),
    'flow.yaml': flow,
    [file]: text,
  })
  const { map, diagnostics: found } = loadMap(source)
  expect(found.map(({ rule, message, place }) => [rule, message.en, place.file, place.range.start.line])).toEqual([])
  const own = map?.flows.get(id)
  if (!map || !own) throw new Error('not loaded')
  return { map, flow: own }
}

/** What people see of each step: the event that shows it, its name, who does it. */
function facesOf({ flow, map }: InMap): Set<string> {
  const words = { lang: 'zh', catalog: map.catalog } as const
  return new Set(
    listSteps(unfoldFlow(flow, map.flows)).map((part) => {
      const { proof } = part.step
      const lane = laneName(laneKey(part), words)
      return [proof.kind === 'match' ? proof.event : '', stepName(part, words), lane].join(' · ')
    }),
  )
}

const drawn = (): fc.Arbitrary<InMap> =>
  randomDrawnFlow()
    .filter(({ flow, flows }) => JSON.stringify([flow, ...flows.values()]).split('"step"').length < 12)
    .map(({ flow, flows }) => ({ flow, map: { ...sample, flows } }))

describe('a flow exported and imported', () => {
  it('as BPMN: the same runs, names and roles; and once more; and the same where a map names the file', () => {
    let came = 0
    const check = (original: InMap): void => {
      const xml = toBpmn(original)
      const back = importInto(xml, 'x.bpmn', 'import')
      if (!back) return
      came++
      const words = wordsOf(original)
      expect(wordsOf(back)).toEqual(words)
      const faces = facesOf(original)
      // A decision alone on its way, or one whose event is also something else, comes back as a step.
      for (const face of facesOf(back)) if (!face.startsWith('x.y ')) expect(faces).toContain(face)
      const named = importInto(xml, 'x.bpmn', 'from')
      if (!named) throw new Error('read once and not again')
      expect(wordsOf(named)).toEqual(words)
      const again = importInto(toBpmn(back), 'x.bpmn', 'import')
      if (!again) throw new Error('what was imported cannot be imported again')
      expect(wordsOf(again)).toEqual(words)
      expect(facesOf(again)).toEqual(facesOf(back))
    }
    for (const flow of sample.flows.values()) check({ flow, map: sample })
    fc.assert(fc.property(drawn(), check), { numRuns: 90 })
    expect(came).toBeGreaterThan(15)
  })

  it('as PNML: the same runs where it comes back as blocks', () => {
    let came = 0
    fc.assert(
      fc.property(drawn(), (original) => {
        const { value } = writePnml(expandFlow(original.map, original.flow.id), 'x')
        const back = value === undefined ? undefined : importInto(value, 'x.pnml', 'import')
        if (!back) return
        came++
        expect(wordsOf(back)).toEqual(wordsOf(original))
        const { value: written = '' } = writePnml(expandFlow(back.map, back.flow.id), 'x')
        const again = importInto(written, 'x.pnml', 'from')
        if (!again) throw new Error('what was imported cannot be imported again')
        expect(wordsOf(again)).toEqual(wordsOf(original))
      }),
      { numRuns: 90 },
    )
    expect(came).toBeGreaterThan(10)
  })
})
