import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildMatrix, countCells, touchpointCode } from '../../src/model/matrix.ts'
import { drawMap } from '../support/draw-map.ts'

const axes = {
  business: { plan: { code: 'PC' }, complaint: { code: 'CP' } },
  channel: { voice: { code: 'V' }, ivr: { code: 'I' } },
  brand: { gotone: { code: 'G' }, easyown: { code: 'E' } },
}

test('lays rows over the cells, gives codes, and leaves what nobody names as blind spots', () => {
  const map = drawMap({
    axes,
    touchpoints: [
      { select: { business: ['plan'], channel: ['voice'], brand: 'all' }, flow: 'by-agent' },
      { select: { business: ['plan'], channel: ['ivr'], brand: ['gotone'] }, flow: 'by-machine' },
    ],
    holes: [{ select: { business: ['complaint'], channel: ['ivr'] }, because: { en: 'complaints need a person' } }],
  })
  const matrix = buildMatrix(map)
  expect(matrix.cells.map(({ at, status, code }) => [at.business, at.channel, at.brand, status, code])).toEqual([
    ['plan', 'voice', 'gotone', 'served', 'VG-PC'],
    ['plan', 'voice', 'easyown', 'served', 'VE-PC'],
    ['plan', 'ivr', 'gotone', 'served', 'IG-PC'],
    ['plan', 'ivr', 'easyown', 'blind-spot', undefined],
    ['complaint', 'voice', 'gotone', 'blind-spot', undefined],
    ['complaint', 'voice', 'easyown', 'blind-spot', undefined],
    ['complaint', 'ivr', 'gotone', 'not-offered', undefined],
    ['complaint', 'ivr', 'easyown', 'not-offered', undefined],
  ])
  expect(countCells(matrix)).toEqual({
    cells: 8,
    served: 3,
    notOffered: 2,
    blindSpots: 3,
    effectiveFlows: 3,
    definitions: 2,
  })
  expect(matrix.conflicts).toEqual([])
})

test('two rows in one cell are in conflict, and one conflict names all their cells', () => {
  const map = drawMap({
    axes,
    touchpoints: [
      { select: { business: ['plan'], channel: 'all', brand: 'all' }, flow: 'a' },
      { select: { business: ['plan'], channel: ['voice'], brand: 'all' }, flow: 'b' },
    ],
  })
  const { conflicts } = buildMatrix(map)
  expect(conflicts).toHaveLength(1)
  expect(conflicts[0]?.first).toEqual(map.touchpoints[0]?.place)
  expect(conflicts[0]?.second).toEqual(map.touchpoints[1]?.place)
  expect(conflicts[0]?.cells).toEqual([
    { business: 'plan', channel: 'voice', brand: 'gotone' },
    { business: 'plan', channel: 'voice', brand: 'easyown' },
  ])
})

test('a row and a hole in one cell are in conflict', () => {
  const map = drawMap({
    axes,
    touchpoints: [{ select: { business: ['plan'], channel: ['voice'] }, flow: 'a' }],
    holes: [{ select: { business: ['plan'] }, because: { en: 'closed' } }],
  })
  expect(buildMatrix(map).conflicts).toHaveLength(1)
})

test('a row marked `overrides` beats the others, and two of them are in conflict', () => {
  const one = { select: { business: ['plan'], channel: ['voice'] }, flow: 'special', overrides: true }
  const map = drawMap({ axes, touchpoints: [{ select: {}, flow: 'general' }, one] })
  const matrix = buildMatrix(map)
  expect(matrix.conflicts).toEqual([])
  expect(matrix.cells.filter((cell) => cell.row?.flow === 'special').map((cell) => cell.code)).toEqual([
    'VG-PC',
    'VE-PC',
  ])
  expect(buildMatrix(drawMap({ axes, touchpoints: [one, one] })).conflicts).toHaveLength(1)
})

test('a value that others are part of is no cell; naming it means its leaves, at any depth', () => {
  const map = drawMap({
    axes: {
      ...axes,
      channel: { phone: {}, voice: { partOf: 'phone' }, ivr: { partOf: 'phone' }, deep: { partOf: 'ivr' }, web: {} },
    },
    touchpoints: [{ select: { channel: ['phone'] }, flow: 'a' }],
  })
  const matrix = buildMatrix(map)
  expect(matrix.axes.channel).toEqual(['voice', 'deep', 'web'])
  expect(new Set(matrix.cells.filter((cell) => cell.row).map((cell) => cell.at.channel))).toEqual(
    new Set(['voice', 'deep']),
  )
})

test('a further axis splits only the cells where a row names it', () => {
  const map = drawMap({
    axes: { ...axes, identity: { vip: { code: 'v' }, plain: { code: 'p' } } },
    code: '{channel}{brand}{identity}-{business}',
    touchpoints: [
      { select: { business: ['plan'], identity: ['vip'] }, flow: 'for-vip' },
      { select: { business: ['complaint'] }, flow: 'complain' },
    ],
  })
  const matrix = buildMatrix(map)
  expect(matrix.axes.identity).toEqual(['vip', 'plain'])
  expect(matrix.cells.filter((cell) => cell.at.channel === 'voice' && cell.at.brand === 'gotone')).toMatchObject([
    { at: { business: 'plan', identity: 'vip' }, status: 'served', code: 'VGv-PC' },
    { at: { business: 'plan', identity: 'plain' }, status: 'blind-spot' },
    { at: { business: 'complaint' }, status: 'served', code: 'VG-CP' },
  ])
})

test('a row that names a further axis the catalogue does not have still claims its cells', () => {
  const map = drawMap({ axes, touchpoints: [{ select: { identity: ['nobody'] }, flow: 'a' }] })
  expect(buildMatrix(map).cells).toHaveLength(8)
})

test('a ring of part-of does not hang', () => {
  const map = drawMap({ axes: { ...axes, channel: { a: { partOf: 'b' }, b: { partOf: 'a' }, c: {} } } })
  expect(buildMatrix(map).axes.channel).toEqual(['c'])
})

test('the template leaves what is no axis as it is', () => {
  const map = drawMap({ axes, code: '{business}/{nothing}/{identity}' })
  expect(touchpointCode(map, { business: 'plan', channel: 'voice', brand: 'gotone' })).toBe('PC/{nothing}/')
})

test('law: every cell is there once, and its status is what the rows say one by one', () => {
  const pick = (ids: string[]) => fc.oneof(fc.constant('all' as const), fc.subarray(ids, { minLength: 1 }))
  const select = fc.record({
    business: pick(['plan', 'complaint']),
    channel: pick(['voice', 'ivr']),
    brand: pick(['gotone', 'easyown']),
  })
  fc.assert(
    fc.property(
      fc.array(fc.record({ select, flow: fc.constantFrom('a', 'b'), overrides: fc.boolean() }), { maxLength: 4 }),
      fc.array(select, { maxLength: 2 }),
      (rows, holes) => {
        const map = drawMap({
          axes,
          touchpoints: rows,
          holes: holes.map((select) => ({ select, because: { en: 'no' } })),
        })
        const matrix = buildMatrix(map)
        expect(new Set(matrix.cells.map((cell) => JSON.stringify(cell.at))).size).toBe(8)
        for (const cell of matrix.cells) {
          const covers = (select: (typeof holes)[number]) =>
            (['business', 'channel', 'brand'] as const).every(
              (axis) => select[axis] === 'all' || select[axis].includes(cell.at[axis]),
            )
          const claims = rows.filter((row) => covers(row.select))
          const winners = claims.some((row) => row.overrides) ? claims.filter((row) => row.overrides) : claims
          const isHole = !claims.some((row) => row.overrides) && holes.some(covers)
          expect(cell.status).toBe(winners.length > 0 ? 'served' : isHole ? 'not-offered' : 'blind-spot')
          if (winners.length > 0) expect(cell.row?.flow).toBe(winners[0]?.flow)
          const claimed = winners.length + (isHole ? holes.filter(covers).length : 0)
          expect(matrix.conflicts.some((conflict) => conflict.cells.includes(cell.at))).toBe(claimed > 1)
        }
      },
    ),
  )
})
