import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { drawInTerminal } from '../../src/draw/draw-in-terminal.ts'
import { outlineFlow } from '../../src/draw/outline-flow.ts'
import { listSteps, unfoldFlow } from '../../src/draw/unfold-flow.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { buildMatrix } from '../../src/model/matrix.ts'
import { plainPalette } from '../../src/report/context.ts'
import { showFlow } from '../../src/report/show-pretty.ts'
import { SAMPLE_FLOWS, sampleMap } from '../support/draw-flows.ts'
import { randomDrawnFlow } from '../support/random-drawn-flow.ts'

const map = sampleMap()
const same = (text: string) => text
const paint = { role: same, strong: same, dim: same, critical: same }
const cases = SAMPLE_FLOWS.flatMap((flow) => (['zh', 'en'] as const).map((lang) => [flow.id, lang, flow] as const))

test.each(cases)('shows %s in %s for reading and as a diagram', async (id, lang, flow) => {
  const cell = buildMatrix(map).cells.find((one) => one.row?.flow === id)
  const shown = showFlow(
    { map, flow, effective: expandFlow(map, id), ...(cell ? { cell } : {}) },
    { lang, palette: plainPalette, width: 80, version: '0' },
  )
  expect(Math.max(...shown.split('\n').map(columnsOf))).toBeLessThanOrEqual(80)
  // The places are numbered through all test maps; only their file is of interest.
  const steady = shown.replace(/yaml:\d+/g, 'yaml:1')
  await expect(steady).toMatchFileSnapshot(`../../fixtures/draw/${id}/expected.${lang}.txt`)
})

test('law: a diagram has every step once, in order, and its rails are whole', () => {
  fc.assert(
    fc.property(randomDrawnFlow(), fc.constantFrom(60, 80, 120), ({ flow, flows }, width) => {
      const unfolded = unfoldFlow(flow, flows)
      const words = { lang: 'zh', catalog: map.catalog } as const
      const lines = drawInTerminal(outlineFlow(unfolded, words), words, width, paint)
      const numbers = lines.flatMap((line) => /[├└]── (\d+) /.exec(line)?.[1] ?? []).map(Number)
      const steps = listSteps(unfolded).map((part) => part.number)
      expect(numbers).toEqual(steps)
      // Under a corner that goes on there is a rail.
      const columns = lines.map((line) => [...line].flatMap((sign) => [sign, ...' '.repeat(columnsOf(sign) - 1)]))
      for (const [i, line] of columns.entries()) {
        const at = line.indexOf('├')
        if (at >= 0) expect('├│└┴┬'.includes(columns[i + 1]?.[at] ?? ' ')).toBe(true)
      }
    }),
  )
})
