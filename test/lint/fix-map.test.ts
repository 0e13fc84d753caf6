import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemorySource } from '../../src/io/files.ts'
import { checkMap } from '../../src/lint/check-map.ts'
import { fixMap } from '../../src/lint/fix-map.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { root } from '../support/run-cli.ts'

const BASE = path.join(root, 'fixtures/load/pages')
const base = Object.fromEntries(
  readdirSync(BASE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(path.join(BASE, file), 'utf8')]),
)
const options = { asOf: '2026-07-15' }

/** Flows of blocks and comments, with much to mend. */
const line = fc.constantFrom(
  '  # a remark\n',
  '  # touchmap-ignore id-long -- once needed\n',
  '  # touchmap-ignore id-long, event-unused -- once needed\n',
  '  - any-order: [{id: N1, proof: {event: call.answered}}, {id: N2, proof: {event: plan.changed}}] # why\n',
  '  - any-order:\n      - {id: N1, proof: {event: call.answered}} # touchmap-ignore step-shadowed -- old\n      # between\n      - {id: N2, proof: {event: plan.changed}}\n',
  '  - any-order: [{any-order: [{id: N1, proof: {event: call.answered}}, {id: N2, proof: {says: greeting}}]}, {id: N3, proof: {event: plan.changed}}]\n',
  '  - {id: N1, by: lead+, proof: {event: plan.changed}} # touchmap-ignore role-plus-unranked id-long -- old\n',
  '  - {id: N1, by: [agent, lead+], proof: {event: plan.changed}}\n',
)
const flow = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => {
  const numbered = lines.map((each, i) => each.replaceAll(/\bN(\d)\b/g, `s${i}-$1`))
  return `flow: answer # the only one\nsteps:\n  - {id: greet, by: agent}\n${numbered.join('')}`
})
const load = (files: Record<string, string>) => loadHistory(createMemorySource(files))

/** What the map means, without places, with `any-order` of steps and `parallel` taken as one. */
function meaning(files: Record<string, string>): unknown {
  const map = load(files).current.map!
  return JSON.parse(
    JSON.stringify([...map.flows.values()], (key, value: unknown) => {
      if (key === 'place') return undefined
      if (value === 'any-order') return 'parallel'
      return key === 'andAbove' ? undefined : value
    }),
  )
}

describe('fixMap', () => {
  it('leaves no finding that has a mend, the same twice as once, and changes nothing else', () => {
    const catalog = base['catalog.yaml']!.replace('roles:\n', 'roles:\n  lead: {name: 组长}\n')
    fc.assert(
      fc.property(flow, (text) => {
        const files = { ...base, 'catalog.yaml': catalog, 'flows/answer.yaml': text }
        const mended = fixMap(createMemorySource(files), options)
        const after = { ...files, ...Object.fromEntries(mended.files) }
        const left = checkMap(load(after), options)
        expect(left.filter(({ fix }) => fix)).toEqual([])
        const again = fixMap(createMemorySource(after), options)
        expect(again.files.size + again.fixed.length).toBe(0)
        expect(meaning(after)).toEqual(meaning(files))
        const remarks = (written: string) => written.match(/# (a remark|why|between|the only one)/g)
        expect(remarks(after['flows/answer.yaml'])).toEqual(remarks(text))
        const kept = (found: typeof left) =>
          found.filter(({ fix, rule }) => !fix && rule !== 'suppression-unused').map(({ rule }) => rule)
        expect(kept(left)).toEqual(kept(checkMap(load(files), options)))
      }),
      { numRuns: 20 },
    )
  })

  it('counts offsets with a byte order mark', () => {
    const text =
      '\ufeffflow: answer\nsteps:\n  - any-order: [{id: a, proof: {event: call.answered}}, {id: b, proof: {event: plan.changed}}]\n'
    const { files } = fixMap(createMemorySource({ ...base, 'flows/answer.yaml': text }), options)
    expect(files.get('flows/answer.yaml')).toBe(text.replace('any-order', 'parallel'))
  })

  it('does nothing to a map with errors', () => {
    const text = 'flow: answer\nsteps:\n  - any-order: [{id: a, by: nobody}, {id: b}]\n'
    expect(fixMap(createMemorySource({ ...base, 'flows/answer.yaml': text }), options).files.size).toBe(0)
  })
})
