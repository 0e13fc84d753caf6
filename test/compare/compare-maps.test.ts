import { readdirSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestRising } from '../../src/compare/longest-rising.ts'
import { compareMaps } from '../../src/compare/compare-maps.ts'
import { createFolderSource, createMemorySource } from '../../src/io/model-sources.ts'
import { loadMap } from '../../src/load/load-map.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { root } from '../support/run-cli.ts'

const shipped = readdirSync(path.join(root, 'maps'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(path.join(root, 'maps', entry.name)).includes('touchmap.yaml'))
  .map(({ name }) => name)

type Files = Record<string, string>

function readFiles(folder: string): Files {
  const source = createFolderSource(path.join(root, folder))
  return Object.fromEntries(
    source.list().flatMap((file) => {
      const read = /\.(yaml|bpmn|pnml)$/.test(file) ? source.read(file) : undefined
      return read?.kind === 'file' ? [[file, new TextDecoder().decode(read.bytes)]] : []
    }),
  )
}

function load(files: Files): ProcessMap {
  const { map, diagnostics } = loadMap(createMemorySource(files))
  if (map === undefined) throw new Error(diagnostics.map((each) => `${each.place.file}: ${each.message.en}`).join('\n'))
  return map
}

const plan = readFiles('fixtures/compare/plan-2025')
/** The changes that an edit of the plan desk makes, in short. */
function changed(file: string, from: string, to: string): string[] {
  const text = plan[file] ?? ''
  expect(text).toContain(from)
  const changes = compareMaps(load(plan), load({ ...plan, [file]: text.replace(from, to) }))
  return changes.map(
    ({ subject, id, kind, facet, hurts }) => `${kind} ${subject} ${id}${facet ? ` ${facet}` : ''}: ${hurts.join(' ')}`,
  )
}

describe('compareMaps', () => {
  it.each(shipped)('finds nothing between %s and itself, however it is laid out and commented', (name) => {
    const files = readFiles(`maps/${name}`)
    const again = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [
        file,
        file.endsWith('.yaml') ? `# laid out anew\n\n${text}\n\n# the end\n` : text,
      ]),
    )
    const map = load(files)
    expect(compareMaps(map, map)).toEqual([])
    expect(compareMaps(map, load(again))).toEqual([])
  })

  it.each([
    [
      'a longer limit asks for less',
      'limit: 20 s',
      'limit: 30 s',
      ['changed rule choose-plan/answer/within asks: agents'],
    ],
    [
      'a shorter one for more',
      'limit: 20 s',
      'limit: 10 s',
      ['changed rule choose-plan/answer/within asks: agents contacts'],
    ],
    ['notes and sources are no change', 'flow: choose-plan\n', 'flow: choose-plan\nnote: revised\nsource: S24\n', []],
    [
      'a step that may now be left out',
      '  - {id: need, name: {zh: 了解需求, en: Hear the need}, by: customer, proof: {event: need.stated}}\n',
      '  - optional: [{id: need, name: {zh: 了解需求, en: Hear the need}, by: customer, proof: {event: need.stated}}]\n',
      ['changed step choose-plan/need blocks: agents'],
    ],
    [
      'a step that is gone takes its rules along',
      '      do: [{id: anything-else, by: agent, proof: {event: offer.approved}}]\n',
      '      do: [{id: approve, by: agent, proof: {event: offer.approved}}]\n',
      ['added step choose-plan/approve: agents contacts', 'removed step choose-plan/anything-else: agents contacts'],
    ],
    [
      'another event decides',
      'when: {event: terms.refused}',
      'when: {event: call.hung-up}',
      ['changed branch choose-plan: refused when: agents contacts'],
    ],
    [
      'another role',
      'Answer}, by: agent,',
      'Answer}, by: supervisor,',
      ['changed rule choose-plan/answer/by asks: agents contacts'],
    ],
    [
      'a critical rule',
      'speaker: agent}',
      'speaker: agent, critical: true}',
      ['changed rule choose-plan/no-promise critical: contacts'],
    ],
  ])('flow.yaml: %s', (_, from, to, expected) => {
    expect(changed('flow.yaml', from, to)).toEqual(expected)
  })

  it('takes a value with a new id for the same where it says what it was', () => {
    const touchpoints = (plan['touchpoints.yaml'] ?? '').replaceAll('bill', 'invoice')
    const renamed = (id: string) => ({
      ...plan,
      'catalog.yaml': (plan['catalog.yaml'] ?? '').replace('  bill: {class: query,', `  ${id}`),
      'touchpoints.yaml': touchpoints,
    })
    const short = (files: Files) =>
      compareMaps(load(plan), load(files)).map(
        ({ subject, id, kind, facet, hurts }) =>
          `${kind} ${subject} ${id}${facet ? ` ${facet}` : ''}: ${hurts.join(' ')}`,
      )
    expect(short(renamed('invoice: {class: query, formerly: [bill],'))).toEqual([
      'changed axis-value business/invoice id: contacts',
    ])
    expect(short(renamed('invoice: {class: query,'))).toContain('changed touchpoint V1-B codeTaken: codes')
  })

  it('tells a cell that is split further from one that changed', () => {
    const regions = plan['catalog.yaml']?.replace(
      'roles:',
      'regions: {jinan: {name: Jinan}, qingdao: {name: Qingdao}}\nroles:',
    )
    // Two cells of a business and channel must have codes of their own.
    const settings = plan['touchmap.yaml']?.replace(
      '{channel}{brand}-{business}',
      '{channel}{brand}{region}-{business}',
    )
    const base = { ...plan, 'touchmap.yaml': settings ?? '', 'catalog.yaml': regions ?? '' }
    const before = load(base)
    const split = plan['touchpoints.yaml']?.replace(
      '  - {business: bill, channel: voice, brand: all, flow: choose-plan}',
      '  - {business: bill, channel: voice, brand: all, region: jinan, flow: choose-plan, goal: quick}\n' +
        '  - {business: bill, channel: voice, brand: all, region: qingdao, flow: choose-plan}',
    )
    const after = load({ ...base, 'touchpoints.yaml': split ?? '' })
    const beside = (from: ProcessMap, to: ProcessMap) => compareMaps(from, to).filter(({ facet }) => facet !== 'code')
    expect(beside(before, after).map(({ kind, facet, cell }) => [kind, facet, cell])).toEqual([
      ['changed', 'goal', { business: 'bill', channel: 'voice', brand: 'gotone', region: 'jinan' }],
      ['changed', 'goal', { business: 'bill', channel: 'voice', brand: 'easyown', region: 'jinan' }],
    ])
    expect(beside(after, before)).toHaveLength(2)
  })

  it('tells a code that now means another touchpoint', () => {
    const swapped = plan['catalog.yaml']
      ?.replace('code: P', 'code: X')
      .replace('code: B', 'code: P')
      .replace('code: X', 'code: B')
    const changes = compareMaps(load(plan), load({ ...plan, 'catalog.yaml': swapped ?? '' }))
    const taken = changes.filter(({ facet }) => facet === 'codeTaken')
    expect(taken.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['V1-B', { kind: 'plain', plain: 'bill · voice · gotone' }, { kind: 'plain', plain: 'plan · voice · gotone' }],
      ['V2-B', { kind: 'plain', plain: 'bill · voice · easyown' }, { kind: 'plain', plain: 'plan · voice · easyown' }],
      ['V1-P', { kind: 'plain', plain: 'plan · voice · gotone' }, { kind: 'plain', plain: 'bill · voice · gotone' }],
      ['V2-P', { kind: 'plain', plain: 'plan · voice · easyown' }, { kind: 'plain', plain: 'bill · voice · easyown' }],
    ])
    expect(taken.every(({ hurts }) => hurts.join() === 'codes')).toBe(true)
  })

  it('turns around: what is added one way is removed the other, and as much changes', () => {
    const [before, after] = [load(plan), load(readFiles('fixtures/compare/plan-2026'))]
    const there = compareMaps(before, after)
    const back = compareMaps(after, before)
    const count = (changes: typeof there, kind: string) => changes.filter((change) => change.kind === kind).length
    expect(there.length).toBeGreaterThan(15)
    expect(count(back, 'removed')).toBe(count(there, 'added'))
    expect(count(back, 'added')).toBe(count(there, 'removed'))
    expect(count(back, 'moved')).toBe(count(there, 'moved'))
    expect(count(back, 'changed')).toBe(count(there, 'changed'))
  })
})

describe('longestRising', () => {
  it('is rising, and none longer is, by trying all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 9 }), (values) => {
        const found = longestRising(values).map((at) => values[at] ?? NaN)
        expect(found).toEqual(found.toSorted((a, b) => a - b))
        let most = 0
        for (let set = 0; set < 1 << values.length; set++) {
          const part = values.filter((_, at) => (set & (1 << at)) !== 0)
          if (part.every((value, at) => at === 0 || (part[at - 1] ?? 0) < value)) most = Math.max(most, part.length)
        }
        expect(found).toHaveLength(most)
      }),
    )
  })
})
