import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildMatrix, countCells, countClaims, touchpointCode } from '../../src/model/matrix.ts'
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

test('of two marked rows the narrower one wins, a hole too; neither within the other is a conflict', () => {
  const map = (
    touchpoints: Parameters<typeof drawMap>[0]['touchpoints'],
    holes: Parameters<typeof drawMap>[0]['holes'] = [],
  ) => buildMatrix(drawMap({ axes, touchpoints: touchpoints ?? [], holes }))
  const wide = { select: { channel: ['voice'] }, flow: 'wide', overrides: true }
  const narrow = { select: { channel: ['voice'], brand: ['gotone'] }, flow: 'narrow', overrides: true }
  const flows = map([{ select: {}, flow: 'general' }, wide, narrow]).cells.map(({ row }) => row?.flow)
  expect(flows).toEqual(['narrow', 'wide', 'general', 'general', 'narrow', 'wide', 'general', 'general'])
  const closed = {
    select: { brand: ['gotone'], channel: ['voice'], business: ['plan'] },
    because: { en: 'no' },
    overrides: true,
  }
  expect(map([wide], [closed]).cells[0]?.status).toBe('not-offered')
  expect(map([wide], [closed]).conflicts).toEqual([])
  const across = { select: { brand: ['gotone'] }, flow: 'across', overrides: true }
  expect(map([wide, across]).conflicts.map(({ cells }) => cells.length)).toEqual([2])
})

// A second reading of semantics §1a: by asking of every cell, one by one, what each row says of it.
test('law: rows over hierarchies on every axis, against an expander that asks cell by cell', () => {
  const tree = {
    business: { all1: [], plan: ['all1'], bill: ['all1'], complaint: [] },
    channel: { phone: [], voice: ['phone'], ivr: ['phone'], web: [] },
    brand: { premium: [], gold: ['premium'], silver: ['premium'] },
    region: { east: [], 'city-1': ['east'], 'city-2': ['east'], 'city-3': [] },
    identity: { vip: [], plain: [] },
  } as const
  type Tree = Readonly<Record<string, readonly string[]>>
  const axisNames = ['business', 'channel', 'brand', 'identity', 'region'] as const
  const isUnder = (axis: Tree, id: string, other: string): boolean =>
    id === other || (axis[id] ?? []).some((parent) => isUnder(axis, parent, other))
  const leavesOf = (axis: Tree) => Object.keys(axis).filter((id) => !Object.values(axis).some((up) => up.includes(id)))
  const pick = (axis: Tree) =>
    fc.oneof(fc.constant('all' as const), fc.subarray(Object.keys(axis), { minLength: 1, maxLength: 2 }))
  const select = fc.record(
    {
      business: pick(tree.business),
      channel: pick(tree.channel),
      brand: pick(tree.brand),
      identity: pick(tree.identity),
      region: pick(tree.region),
    },
    { requiredKeys: ['business', 'channel', 'brand'] },
  )
  const row = fc.record({ select, overrides: fc.boolean(), hole: fc.boolean() })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const map = drawMap({
        axes: Object.fromEntries(
          axisNames.map((axis) => [
            axis,
            Object.fromEntries(
              Object.entries(tree[axis] as Tree).map(([id, [parent]]) => [
                id,
                parent === undefined ? {} : { partOf: parent },
              ]),
            ),
          ]),
        ),
        touchpoints: rows.flatMap(({ select, overrides, hole }, i) =>
          hole ? [] : [{ select, overrides, flow: `f${i}` }],
        ),
        holes: rows.flatMap(({ select, overrides, hole }, i) =>
          hole ? [{ select, overrides, because: { en: `f${i}` } }] : [],
        ),
      })
      const matrix = buildMatrix(map)
      const says = (of: (typeof rows)[number], at: Readonly<Record<string, string | undefined>>): boolean =>
        axisNames.every((axis) => {
          const wanted = of.select[axis]
          const value = at[axis]
          if (wanted === undefined || wanted === 'all' || value === undefined) return true
          return wanted.some((id) => isUnder(tree[axis], value, id))
        })
      // A row is within another when it says nothing of any leaf that the other does not say.
      const everywhere = axisNames.reduce<Record<string, string>[]>(
        (all, axis) => all.flatMap((at) => leavesOf(tree[axis]).map((id) => ({ ...at, [axis]: id }))),
        [{}],
      )
      const reach = rows.map((each) => everywhere.filter((at) => says(each, at)))
      const isWithin = (i: number, j: number): boolean =>
        (reach[i]?.length ?? 0) < (reach[j]?.length ?? 0) && (reach[i] ?? []).every((at) => reach[j]?.includes(at))
      const named = (at: Readonly<Record<string, string | undefined>>, axis: 'identity' | 'region') =>
        rows.some(
          (each) =>
            Array.isArray(each.select[axis]) &&
            says({ ...each, select: { ...each.select, identity: 'all', region: 'all' } }, at),
        )
      let expected = 0
      for (const at of everywhere) {
        const split = (['identity', 'region'] as const).filter((axis) => named(at, axis))
        const first = (['identity', 'region'] as const).every(
          (axis) => split.includes(axis) || at[axis] === leavesOf(tree[axis])[0],
        )
        if (!first) continue
        expected += 1
        const place = {
          ...at,
          identity: split.includes('identity') ? at['identity'] : undefined,
          region: split.includes('region') ? at['region'] : undefined,
        }
        const cell = matrix.cells.find((each) =>
          axisNames.every((axis) => each.at[axis] === (place as Record<string, string | undefined>)[axis]),
        )
        const claims = rows.map((_, i) => i).filter((i) => says(rows[i]!, place))
        const marked = claims.filter((i) => rows[i]?.overrides)
        const winners = marked.length > 0 ? marked.filter((i) => !marked.some((j) => isWithin(j, i))) : claims
        expect(cell, JSON.stringify(place)).toBeDefined()
        const got = cell?.row?.flow ?? cell?.hole?.because.en
        if (winners.length === 0) expect(cell?.status).toBe('blind-spot')
        else expect(winners.map((i) => `f${i}`)).toContain(got)
        expect(matrix.conflicts.some(({ cells }) => cells.includes(cell!.at))).toBe(winners.length > 1)
      }
      expect(matrix.cells).toHaveLength(expected)
    }),
    { numRuns: 80, seed: 20261122 },
  )
})

test('counts what rows speak of: each value they name with all that is part of it, in every channel and brand', () => {
  const business = { plan: {}, upgrade: { partOf: 'plan' }, downgrade: { partOf: 'plan' }, complaint: {} }
  const map = drawMap({
    axes: { ...axes, business },
    touchpoints: [
      { select: { business: ['plan'], channel: ['voice'], brand: 'all' }, flow: 'a' },
      { select: { business: ['upgrade'], channel: ['ivr'], brand: 'all' }, flow: 'b', overrides: true },
    ],
    holes: [{ select: { business: ['complaint'] }, because: { en: 'not here' } }],
  })
  // Two leaves of plan, one of upgrade, one of complaint; two channels and two brands.
  expect(countClaims(map)).toBe((2 + 1 + 1) * 4)
  expect(countCells(buildMatrix(map))).toMatchObject({ cells: 12, served: 6, notOffered: 4, blindSpots: 2 })
})

test('twenty thousand touchpoints, each business with a row of its own, are no more than they are', () => {
  const names = Array.from({ length: 5000 }, (_, i) => `b${i}`)
  const map = drawMap({
    axes: { ...axes, business: Object.fromEntries(names.map((name) => [name, {}])) },
    touchpoints: names.map((name) => ({ select: { business: [name], channel: 'all', brand: 'all' }, flow: 'a' })),
  })
  expect(countClaims(map)).toBe(20_000)
  expect(countCells(buildMatrix(map))).toMatchObject({ cells: 20_000, served: 20_000, blindSpots: 0 })
})
