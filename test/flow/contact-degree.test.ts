import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { placeFlows, type PlacedFlow } from '../../src/flow/contact-degree.ts'
import { FULL } from '../../src/flow/measure-flow.ts'
import { createMemorySource } from '../../src/io/files.ts'
import { loadMap } from '../../src/load/load-map.ts'
import { CONTACT_DIMENSIONS, CONTACT_NAMES } from '../../src/model/contact.ts'
import { buildMatrix } from '../../src/model/matrix.ts'
import { root } from '../support/run-cli.ts'

const page = readFileSync(path.join(root, 'docs/contact-degree.md'), 'utf8')
const example = /```yaml\n([^]*?)```/.exec(page)?.[1] ?? ''

/** A map of one business whose flow is given, in two channels. */
function mapOf(flow: string, channels = '') {
  const source = createMemorySource({
    'touchmap.yaml': `map: t\nname: {zh: 测试, en: Test}\nversion: "1"\neffective: {from: 2026-01-01}\ncode: "{channel}-{business}"\ninclude: ["*.yaml"]\n`,
    'catalog.yaml': `catalog: true
businesses: {card: {class: acceptance, name: 补卡}}
channels:
${channels || '  voice: {name: 电话, code: V}\n  letter: {name: 信函, code: L, contact: {presence: absent, object: thing, participation: passive, attention: low, method: 0.1}}'}
brands: {all: {name: 全部}}
roles: {customer: {name: 客户}, agent: {name: 坐席}, back-office: {name: 后台}}
events: {ask: {}, verify: {}, clear-debt: {}, send: {}, reserve: {}, invite: {}, confirm: {}}
`,
    'touchpoints.yaml': `touchpoints:\n  - {business: card, channel: all, brand: all, flow: card-request}\n`,
    'flow.yaml': flow,
  })
  const { map, diagnostics } = loadMap(source)
  if (!map) throw new Error(JSON.stringify(diagnostics))
  return map
}

const place = (flow: string, channels?: string, tolerance?: number) => {
  const map = mapOf(flow, channels)
  return placeFlows(map, buildMatrix(map), tolerance).flows
}

test('the worked example of the page comes out as it says', () => {
  const [placed, ...others] = place(example)
  expect(others).toEqual([])
  expect(placed?.channels).toEqual(['voice', 'letter'])
  expect(placed?.degree).toBeCloseTo(0.82, 9)
  expect(placed?.measures).toMatchObject({ steps: 7, forks: 2 })
  expect(placed?.measures.ways).toMatchObject({ count: 4, bits: 2, turns: 2, handOvers: 0.75, returns: 0 })
  expect(placed?.measures.complexity).toBeCloseTo(0.41875, 9)
  expect(placed?.measures.direction).toBeCloseTo(0.55, 9)
  expect(placed?.measures.process).toBeCloseTo((0.41875 + 0.5 + 0.55) / 3, 9)
  expect(placed?.far).toBe(true)
  expect(placed?.nearer?.by).toBeCloseTo(0.0804, 3)
  expect(placed?.nearer?.alone).toEqual([
    { of: 'steps', from: 7, to: 15 },
    { of: 'forks', from: 2, to: 5 },
    { of: 'ways', from: 4, bits: 2, to: 8 },
    { of: 'passes', from: 2.75, to: 4 },
  ])
  expect(placed?.nearer?.contact.find(({ of }) => of === 'attention')).toEqual({ of: 'attention', from: 0.7, to: 0.29 })
})

test('what a flow does not state is its channel’s; channels that differ are points of their own', () => {
  const flow = example.replace(/contact: .*\n/, 'contact: {participation: active}\n')
  const [letter, voice] = place(flow).toSorted((a, b) => (a.channels[0] ?? '').localeCompare(b.channels[0] ?? ''))
  expect(letter?.channels).toEqual(['letter'])
  expect(letter?.contact.participation).toMatchObject({ value: 1, from: 'flow', place: { file: 'flow.yaml' } })
  expect(letter?.contact.method).toMatchObject({ value: 0.1, from: 'channel', place: { file: 'catalog.yaml' } })
  expect(letter?.degree).toBeCloseTo(1.1 / 5, 9)
  expect(voice?.degree).toBeUndefined()
  expect(voice?.missing).toEqual(['presence', 'object', 'attention', 'method'])
  expect(voice?.far).toBe(false)
})

test('a channel takes the contact of the one it is part of', () => {
  const channels = `  phone: {name: 电话, code: P, contact: {presence: on-line, object: 1, participation: 1, attention: 1, method: telephone}}
  day: {name: 白天, code: D, part-of: phone}
  night: {name: 夜间, code: N, part-of: phone, contact: {attention: standard}}`
  const degrees = place(example.replace(/contact: .*\n/, ''), channels).map(({ channels, degree }) => [
    channels,
    degree,
  ])
  expect(degrees).toEqual([
    [['day'], expect.closeTo(0.88, 9)],
    [['night'], expect.closeTo(0.68, 9)],
  ])
})

test('a used flow with a contact of its own is a part', () => {
  const flow = `${example}  - {use: {flow: close, as: close}}\n---\nflow: close\nname: 结束\nfamily: service\ncontact: {presence: 0, object: 0, participation: 0.5, attention: 0, method: 0}\nsteps: [{id: confirm, by: agent}]\n`
  const [text = '', close = ''] = flow.split('---\n')
  const map = (() => {
    const loaded = loadMap(
      createMemorySource({
        'touchmap.yaml': `map: t\nname: 测试\nversion: "1"\neffective: {from: 2026-01-01}\ncode: "{channel}-{business}"\ninclude: ["*.yaml"]\n`,
        'catalog.yaml': `catalog: true\nbusinesses: {card: {class: acceptance, name: 补卡}}\nchannels: {voice: {name: 电话, code: V}}\nbrands: {all: {name: 全部}}\nroles: {customer: {name: 客户}, agent: {name: 坐席}, back-office: {name: 后台}}\nevents: {ask: {}, verify: {}, clear-debt: {}, send: {}, reserve: {}, invite: {}, confirm: {}}\n`,
        'touchpoints.yaml': `touchpoints:\n  - {business: card, channel: all, brand: all, flow: card-request}\n`,
        'a.yaml': text,
        'b.yaml': close,
      }),
    )
    if (!loaded.map) throw new Error(JSON.stringify(loaded.diagnostics))
    return loaded.map
  })()
  expect(placeFlows(map, buildMatrix(map)).flows[0]?.parts).toEqual([{ as: 'close', flow: 'close', degree: 0.1 }])
})

test('a name that is no degree is a finding at its place, and so is a dimension that is none', () => {
  const { diagnostics } = loadMap(
    createMemorySource({
      'touchmap.yaml': `map: t\nname: 测试\nversion: "1"\neffective: {from: 2026-01-01}\ncode: "{channel}"\ninclude: [a.yaml]\n`,
      'a.yaml': `flow: a\nname: 甲\ncontact: {presence: presnet, method: 2, touch: 1}\nsteps: []\n`,
    }),
  )
  const found = diagnostics.filter(({ place }) => place.pointer.startsWith('/contact')).map(({ rule, place }) => [rule, place.range.start.column]) // prettier-ignore
  expect(found).toEqual([
    ['schema/value', 21],
    ['schema/value', 38],
    ['schema/unknown-key', 41],
  ])
})

test('the names of the schema are those that are read', () => {
  const common = JSON.parse(readFileSync(path.join(root, 'schemas/common.schema.json'), 'utf8')) as {
    definitions: { contact: { properties: Record<string, { else: { enum: string[] } }> } }
  }
  for (const dimension of CONTACT_DIMENSIONS) {
    const named = common.definitions.contact.properties[dimension]?.else.enum ?? []
    expect([...named].sort()).toEqual([...CONTACT_NAMES[dimension].keys()].sort())
    for (const [name, value] of CONTACT_NAMES[dimension]) {
      if (['high', 'medium', 'low'].includes(name)) continue
      expect(page, `${dimension} ${name}`).toContain(`\`${name}\` ${value}`)
    }
  }
})

/** A flow of so many steps, of which some are optional, in turns of so many hands, with a contact. */
const arbitraryPlaced = fc
  .record({
    steps: fc.array(fc.record({ optional: fc.boolean(), by: fc.constantFrom('customer', 'agent', 'back-office') }), {
      minLength: 1,
      maxLength: 24,
    }),
    degree: fc.integer({ min: 0, max: 100 }),
    tolerance: fc.constantFrom(0, 0.1, 0.25),
  })
  .map(({ steps, degree, tolerance }) => {
    const names = ['ask', 'verify', 'clear-debt', 'send', 'reserve', 'invite', 'confirm']
    const items = steps.map(({ optional, by }, i) => {
      const step = `{id: s${i}, by: ${by}, proof: {event: ${names[i % 7]}}}`
      return optional ? `  - optional: [${step}]` : `  - ${step}`
    })
    const value = degree / 100
    const contact = CONTACT_DIMENSIONS.map((dimension) => `${dimension}: ${value}`).join(', ')
    const [placed] = place(`flow: card-request\nname: 甲\nfamily: service\ncontact: {${contact}}\nsteps:\n${items.join('\n')}\n`, '', tolerance) // prettier-ignore
    return { placed, tolerance }
  })

test('each change that is named as enough is enough', () => {
  const process = ({ measures: m }: PlacedFlow, changed: Partial<Record<string, number>>) => {
    const share = (value: number, full: number) => Math.min(1, value / full)
    const ways = changed['ways'] === undefined ? m.ways.bits : Math.log2(changed['ways'])
    const complexity =
      (share(changed['steps'] ?? m.steps, FULL.steps) + share(changed['forks'] ?? m.forks, FULL.forks)) / 2
    return (complexity + share(ways, FULL.bits) + share(changed['passes'] ?? m.passes, FULL.passes)) / 3
  }
  let far = 0
  fc.assert(
    fc.property(arbitraryPlaced, ({ placed, tolerance }) => {
      if (!placed?.nearer || placed.degree === undefined) return
      far += 1
      expect(process(placed, {})).toBeCloseTo(placed.measures.process, 9)
      const { alone, together, contact } = placed.nearer
      const off = (changed: Partial<Record<string, number>>, degree = placed.degree ?? 0) =>
        (process(placed, changed) - degree) * Math.sign(placed.distance ?? 0)
      for (const { of, to } of alone) expect(off({ [of]: to }), of).toBeLessThanOrEqual(tolerance + 1e-6)
      const all = Object.fromEntries(together.map(({ of, to }) => [of, to]))
      // One step is the least, 1/96 of the process level.
      if (together.length === 0) expect(placed.degree + tolerance).toBeLessThan(1 / 96)
      else expect(off(all), 'together').toBeLessThanOrEqual(tolerance + 1e-6)
      for (const { from, to } of contact)
        expect(off({}, placed.degree + (to - from) / 5), 'contact').toBeLessThanOrEqual(tolerance + 1e-6)
    }),
    { numRuns: 150 },
  )
  expect(far).toBeGreaterThan(50)
})
