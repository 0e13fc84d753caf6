import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowToBpmn } from '../../src/draw/flow-to-bpmn.ts'
import { unfoldFlow } from '../../src/draw/unfold-flow.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { flowActivities } from '../../src/flow/flow-activities.ts'
import { openBpmn } from '../../src/interchange/open-bpmn.ts'
import type { Flow } from '../../src/model/flow.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { sampleMap } from '../support/draw-flows.ts'
import { randomDrawnFlow } from '../support/random-drawn-flow.ts'
import { wordsOfNet } from '../support/petri-nets.ts'

const MOST = 4
const map = sampleMap()

function named(words: Iterable<string>, names: readonly string[]): string[] {
  return [...words].map((word) => [...word].map((_, at) => names[labelOf(word, at)]).join(' ')).sort()
}

function bothLanguages(flow: Flow, flows: ReadonlyMap<string, Flow>): { flow: string[]; back: string[] } {
  const xml = flowToBpmn(unfoldFlow(flow, flows), { lang: 'zh', catalog: map.catalog })
  const { value, diagnostics } = openBpmn(xml, 'x.bpmn')
  expect(diagnostics).toEqual([])
  if (!value) throw new Error('not read')
  const own = flowActivities(expandFlow({ ...map, flows: new Map(flows) }, flow.id))
  const words = value.block ? languageOf(value.block, MOST).full : value.net ? wordsOfNet(value.net, MOST) : undefined
  if (!words) throw new Error('too many words')
  return { flow: named(languageOf(own.block, MOST).full, own.activities), back: named(words, value.activities) }
}

describe('a flow written as BPMN and read back', () => {
  it.each([...map.flows.keys()])('has the same language: %s', (id) => {
    const flow = map.flows.get(id)
    if (!flow) throw new Error(id)
    const { flow: own, back } = bothLanguages(flow, map.flows)
    expect(back).toEqual(own)
  })

  it('has the same language for any flow', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        randomDrawnFlow().filter(
          ({ flow, flows }) => JSON.stringify([flow, ...flows.values()]).split('"step"').length < 14,
        ),
        ({ flow, flows }) => {
          const { flow: own, back } = bothLanguages(flow, flows)
          expect(back).toEqual(own)
        },
      ),
      { numRuns: 60 },
    )
  })
})
