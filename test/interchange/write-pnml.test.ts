import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowActivities } from '../../src/flow/flow-activities.ts'
import { readPnml } from '../../src/interchange/read-pnml.ts'
import { writePnml } from '../../src/interchange/write-pnml.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { wordsOfNet } from '../support/petri-nets.ts'
import { arbitraryShape, flowOf, type Shape, sizeOf } from '../support/random-flow.ts'

const MOST = 4

/** Words as names, so that the numbers of two models do not matter. */
function named(words: Iterable<string>, names: readonly string[]): string[] {
  return [...words].map((word) => [...word].map((_, at) => names[labelOf(word, at)]).join(' ')).sort()
}

function wordsOf(shape: Shape): { flow: string[]; written: string | undefined; back: string[] | undefined } {
  const flow = flowOf(shape)
  const { activities, block } = flowActivities(flow)
  const words = named(languageOf(block, MOST).full, activities)
  const { value, diagnostics } = writePnml(flow, 'a <flow> & "more"')
  if (value === undefined) {
    expect(diagnostics.length).toBeGreaterThan(0)
    return { flow: words, written: undefined, back: undefined }
  }
  const read = readPnml(value, 'x.pnml')
  expect(read.diagnostics).toEqual([])
  if (!read.value) throw new Error('not read')
  const found = wordsOfNet(read.value.net, MOST)
  return { flow: words, written: value, back: found && named(found, read.value.activities) }
}

describe('writePnml', () => {
  it('keeps the language of any flow without interrupts', () => {
    const shapes = arbitraryShape({ interrupts: false, loops: true, weights: false }).filter(
      (shape) => sizeOf(shape) < 8,
    )
    fc.assert(
      fc.property(shapes, (shape) => {
        const { flow, back } = wordsOf(shape)
        fc.pre(back !== undefined)
        expect(back).toEqual(flow)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps it with interrupts too, where it writes them at all', () => {
    let written = 0
    const shapes = arbitraryShape({ interrupts: true, loops: true, weights: false, depth: 2 }).filter(
      (shape) => sizeOf(shape) < 7,
    )
    fc.assert(
      fc.property(shapes, (shape) => {
        const { flow, back } = wordsOf(shape)
        if (back === undefined) return
        written++
        expect(back).toEqual(flow)
      }),
      { numRuns: 200 },
    )
    expect(written).toBeGreaterThan(20)
  })

  it('refuses an interrupt that takes back concurrency: where it leaves its block, where it ends the flow around', () => {
    const step = { kind: 'step' } as const
    const both = { kind: 'parallel', of: [step, step] } as const
    const scope = (of: Shape, then?: 'end' | 'leave' | 'resume', flow = false): Shape => ({
      kind: 'scope',
      of,
      flow,
      anywhere: [],
      interrupts: then ? [{ then, max: undefined, handler: step }] : [],
    })
    const told = (shape: Shape): unknown[] => writePnml(flowOf(shape), 'x').diagnostics.map(({ rule }) => rule)
    expect(told(scope(both, 'end', true))).toEqual(['pnml/interrupt'])
    expect(told(scope(scope(both, 'leave'), undefined, true))).toEqual(['pnml/interrupt'])
    expect(told(scope(both, 'resume', true))).toEqual([])
    const besideLeave: Shape = { kind: 'parallel', of: [step, scope(step, 'leave')] }
    const besideEnd: Shape = { kind: 'parallel', of: [step, scope(step, 'end')] }
    expect(told(scope(besideLeave, undefined, true))).toEqual([])
    expect(told(scope(besideEnd, undefined, true))).toEqual(['pnml/interrupt'])
  })
})
