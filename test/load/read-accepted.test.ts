import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createMemorySource } from '../../src/io/files.ts'
import { loadMap } from '../../src/load/load-map.ts'
import { root } from '../support/run-cli.ts'

const BASE = path.join(root, 'fixtures/score/basic/map')
const files = Object.fromEntries(
  readdirSync(BASE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(path.join(BASE, file), 'utf8')]),
)
const main = (files['touchmap.yaml'] ?? '').replace('scorecard.yaml]', 'scorecard.yaml, accepted.yaml]')

function load(accepted: string, more: Record<string, string> = {}) {
  return loadMap(createMemorySource({ ...files, 'touchmap.yaml': main, 'accepted.yaml': accepted, ...more }))
}

const END = 'owner: o, because: b, until: 2026-12-31 }\n'
const findings = (entry: string) =>
  load(`accepted:\n  - { ${entry}, ${END}`)
    .diagnostics.filter(({ place }) => place.file === 'accepted.yaml')
    .map(({ rule, message, place, suggestion }) => {
      const { line, column } = place.range.start
      return `${line}:${column} ${rule} ${message.en}${suggestion === undefined ? '' : `; ${suggestion}`}`
    })

test('an acceptance as it is read', () => {
  const { map } = load(
    'accepted:\n  - id: one\n    rule: no-promise\n    touchpoint: [VG-PC, VE-PC]\n    interaction: c-02\n    owner: {zh: 甲, en: A}\n    because: 试行\n    until: 2026-12-31\n',
  )
  expect(map?.accepted).toMatchObject([
    {
      id: 'one',
      item: { kind: 'rule', rule: 'no-promise' },
      touchpoints: ['VG-PC', 'VE-PC'],
      interactions: ['c-02'],
      owner: { zh: '甲', en: 'A' },
      because: { zh: '试行' },
      until: '2026-12-31',
    },
  ])
  expect(map?.basis).toBeDefined()
  expect(map?.basis).not.toBe(map?.hash)
  const other = load(`accepted:\n  - { id: two, rule: no-promise, flow: plan-change, ${END}`).map
  expect(other?.basis).toBe(map?.basis)
  expect(other?.hash).not.toBe(map?.hash)
  expect(load('accepted: []\n').map?.accepted).toBeUndefined()
})

test.each([
  ['id: a, rule: no-promise, touchpoint: VG-PC', []],
  ['id: a, deviation: skipped, step: verify, flow: plan-change', []],
  ['id: a, deviation: unforeseen, event: never.heard-of, interaction: c-02', []],
  ['id: a, rule: no-promis, touchpoint: VG-PC', ['2:20 reference-unknown there is no rule `no-promis`; no-promise']],
  ['id: a, rule: no-promise, touchpoint: VG-PD', ['2:44 reference-unknown there is no touchpoint code `VG-PD`; VG-PC']],
  ['id: a, rule: no-promise, flow: plan-chang', ['2:38 reference-unknown there is no flow `plan-chang`; plan-change']],
  [
    'id: a, deviation: skipped, step: verfy, flow: plan-change',
    ['2:40 reference-unknown there is no step `verfy`; verify'],
  ],
  ['id: a, deviation: skipped, step: verify, flow: bill-query', ['2:40 reference-unknown there is no step `verify`']],
  [
    'id: a, deviation: skipped, touchpoint: VG-PC',
    ['2:25 schema/value a deviation needs the step it is about, or the event that no step explains'],
  ],
  [
    'id: a, deviation: skipped, event: x.y, touchpoint: VG-PC',
    ['2:41 schema/value an event that no step explains is only ever unforeseen'],
  ],
  [
    'id: a, rule: no-promise, step: verify, touchpoint: VG-PC',
    ['2:38 schema/value `step` and `event` go with `deviation` only'],
  ],
  ['id: a, rule: no-promise, touchpoint: VG-PC, from: 2026-02-30', ['2:57 schema/value there is no day `2026-02-30`']],
  [
    'id: a, rule: no-promise, touchpoint: VG-PC, from: 2027-01-01',
    ['2:98 schema/value `until` is before `from` (2027-01-01)'],
  ],
])('%s', (entry, expected) => {
  expect(findings(entry)).toEqual(expected)
})

test('what is missing is told once, at the entry; ids are unique', () => {
  const rules = (text: string) =>
    load(text)
      .diagnostics.filter(({ place }) => place.file === 'accepted.yaml')
      .map(({ rule, message }) => `${rule} ${message.en}`)
  expect(rules(`accepted:\n  - { id: a, rule: no-promise, ${END}`)).toMatchInlineSnapshot(`
    [
      "schema/missing-key the key that says what this is is missing",
    ]
  `)
  expect(rules(`accepted:\n  - { id: a, touchpoint: VG-PC, ${END}`)).toMatchInlineSnapshot(`
    [
      "schema/missing-key the key that says what this is is missing",
    ]
  `)
  expect(rules('accepted:\n  - { id: a, rule: no-promise, touchpoint: VG-PC, owner: o, because: b }\n'))
    .toMatchInlineSnapshot(`
    [
      "schema/missing-key the key \`until\` is missing",
    ]
  `)
  expect(rules(`accepted:\n${`  - { id: a, rule: no-promise, touchpoint: VG-PC, ${END}`.repeat(2)}`))
    .toMatchInlineSnapshot(`
    [
      "id-duplicate the acceptance \`a\` is defined twice",
    ]
  `)
})

test('a rule over many contacts cannot be accepted one by one', () => {
  const target = 'rules:\n  often: { target: { share: "true", at-least: 0.5 } }\n'
  const { diagnostics } = load(`accepted:\n  - { id: a, rule: often, flow: plan-change, ${END}`, {
    'rules.yaml': target,
  })
  expect(diagnostics.map(({ message }) => message.en)).toContain(
    'the rule `often` is judged over many contacts together and cannot be accepted one by one',
  )
})
