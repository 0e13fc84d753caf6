import { describe, expect, it } from 'vitest'
import { createPlainBlockDp } from '../../bench/baselines/plain-block-dp.ts'
import { createPlainSearch } from '../../bench/baselines/plain-search.ts'
import {
  conformanceData,
  hasConformanceData,
  namesOfModels,
  openSound,
  readExpected,
  readModelText,
  readRandomModels,
  toWord,
} from '../support/conformance-data.ts'

const skipped = hasConformanceData ? '' : ` (skipped: no ${conformanceData}; set TOUCHMAP_DATA)`

describe.skipIf(!hasConformanceData)(`PNML models of other tools${skipped}`, { timeout: 60_000 }, () => {
  // The last one has variants that a plain search needs seconds for.
  it.each(namesOfModels.filter((name) => name !== 'bpic2012'))('costs what other tools agree on: %s', (name) => {
    const expected = readExpected(name)
    const model = openSound(readModelText(name), name)
    const search = createPlainSearch(model.system)
    expect(search([])).toMatchObject({ cost: expected.emptyRunCost })
    expect(expected.variants.length).toBeGreaterThan(0)
    for (const { activities, cost } of expected.variants) {
      expect([activities, search(toWord(model, activities))]).toMatchObject([activities, { cost }])
    }
  })

  it.each(namesOfModels)('costs the same on the blocks that were recognised: %s', (name) => {
    const expected = readExpected(name)
    const model = openSound(readModelText(name), name)
    const cost = createPlainBlockDp(model.block ?? { kind: 'some', children: [] })
    expect(cost?.([])).toBe(expected.emptyRunCost)
    // The longest variants of bpic2012 would take this programme most of a minute.
    const variants = expected.variants.filter(({ activities }) => name !== 'bpic2012' || activities.length <= 30)
    for (const { activities, cost: least } of variants) {
      expect([activities, cost?.(toWord(model, activities))]).toEqual([activities, least])
    }
  })

  it('costs what an exhaustive search found on 150 random nets', () => {
    const models = readRandomModels()
    expect(models).toHaveLength(150)
    for (const { id, pnml, empty_cost: emptyCost, traces } of models) {
      const model = openSound(pnml, `random-${id}`)
      const search = createPlainSearch(model.system)
      const byBlocks = model.block === undefined ? undefined : createPlainBlockDp(model.block)
      for (const { trace, cost } of [{ trace: [], cost: emptyCost }, ...traces]) {
        expect([id, trace, search(toWord(model, trace))]).toMatchObject([id, trace, { cost }])
        if (byBlocks !== undefined) expect([id, trace, byBlocks(toWord(model, trace))]).toEqual([id, trace, cost])
      }
    }
  })
})
