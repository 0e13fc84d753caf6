import { describe, expect, it } from 'vitest'
import { createMemorySource } from '../../src/io/files.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { loadPages, readFolder } from './support.ts'

const pages = readFolder('pages')
const catalog = (businesses: string, regions = '') =>
  [
    'catalog: true',
    `businesses: {${businesses}}`,
    'channels: {voice: {name: 电话, code: V}}',
    'brands: {gotone: {name: 全球通, code: G}, easyown: {name: 神州行, code: E}}',
    ...(regions === '' ? [] : [`regions: {${regions}}`]),
    'roles: {agent: {name: 话务员, rank: 1}, supervisor: {name: 值班长, rank: 2}}',
    'events: {call.answered: {}, plan.changed: {attributes: {fee: number}}}',
    '',
  ].join('\n')
const head = (version: string, effective: string, more = '', code = '"{channel}{brand}-{business}{region}"') =>
  `map: page\nname: 底图\nversion: "${version}"\neffective: {${effective}}\ncode: ${code}\n${more}include: [catalog.yaml, lexicons.yaml, touchpoints.yaml, flows/*.yaml, rules.yaml, scorecard.yaml]\n`

/** Versions from the oldest on, each with its files over those of the pages; the last is the map. */
function findingsOver(...catalogs: readonly string[]) {
  const days = ['from: 2026-01-01, until: 2026-01-31', 'from: 2026-02-01, until: 2026-02-28', 'from: 2026-03-01']
  const used = days.slice(3 - catalogs.length)
  const sources = catalogs.map((text, i) => {
    const last = i === catalogs.length - 1
    const history = last
      ? `history: [${catalogs
          .slice(0, -1)
          .map((_, k) => `{path: v${k}}`)
          .join(', ')}]\n`
      : ''
    return { ...pages, 'catalog.yaml': text, 'touchmap.yaml': head(`${i + 1}`, used[i] ?? '', history) }
  })
  const earlier = Object.fromEntries(sources.slice(0, -1).map((files, i) => [`v${i}`, createMemorySource(files)]))
  const { diagnostics, history } = loadHistory(createMemorySource(sources.at(-1) ?? {}, earlier))
  return {
    told: diagnostics.map(
      ({ rule, message, place }) => `${place.file}:${place.range.start.line} ${rule} ${message.en}`,
    ),
    history,
  }
}

const bill = 'bill: {class: query, code: "1", name: 账单}'
const plan = (code: string, more = '') => `plan: {class: acceptance, code: "${code}"${more}, name: 套餐}`

describe('codes over the versions', () => {
  it('are free to stay, to go, and to be new', () => {
    expect(
      findingsOver(catalog(`${bill}, ${plan('2')}`), catalog(`${plan('2')}, fee: {class: query, code: "3", name: 费}`))
        .told,
    ).toEqual([])
  })

  it('may not come back for another touchpoint, also after a version without them', () => {
    const { told, history } = findingsOver(
      catalog(bill),
      catalog('fee: {class: query, code: "9", name: 费}'),
      catalog(plan('1')),
    )
    expect(told).toEqual([
      'touchpoints.yaml:2 code-reused the code `VG-1` was that of bill × voice × gotone in version 1; version 3 gives it to plan × voice × gotone (2 of this row)',
    ])
    expect(history).toBeUndefined()
  })

  it('may come back for the same touchpoint, also under a new id that says what it was', () => {
    const other = catalog('fee: {class: query, code: "9", name: 费}')
    expect(findingsOver(catalog(bill), other, catalog(bill)).told).toEqual([])
    expect(findingsOver(catalog(bill), other, catalog(plan('1', ', formerly: [bill]'))).told).toEqual([])
  })

  it('of an earlier version against a still earlier one are told at its place in the history', () => {
    const { told } = findingsOver(catalog(bill), catalog(plan('1')), catalog(plan('7')))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^touchmap\.yaml:6 code-reused .* version 2 gives it to plan/)
  })

  it('a former id that something else has now is refused', () => {
    const { told } = findingsOver(catalog(`${bill}, ${plan('2', ', formerly: [bill]')}`))
    expect(told).toEqual(['catalog.yaml:2 schema/value `bill` is the id of something else now'])
  })
})

describe('codes of one version', () => {
  const load = (files: Record<string, string>) =>
    loadPages(files).diagnostics.map(({ rule, message, expected, place, related }) => ({
      at: `${place.file}:${place.range.start.line} ${rule}`,
      message: message.en,
      expected: expected?.en,
      related: related?.map((each) => `${each.place.file}:${each.place.range.start.line}`),
    }))

  it('two alike: both rows, the template, and the axis it lacks', () => {
    const found = load({
      'touchmap.yaml': head('2', 'from: 2026-01-01', '', '"{channel}-{business}"'),
      'touchpoints.yaml':
        'touchpoints:\n  - {business: all, channel: all, brand: gotone, flow: answer}\n  - {business: all, channel: all, brand: easyown, flow: answer}\n',
    })
    expect(found).toEqual([
      {
        at: 'touchpoints.yaml:3 code-duplicate',
        message:
          'two touchpoints have the code `V-bill`: bill × voice × gotone and bill × voice × easyown (and 1 more codes like it)',
        expected: '`{brand}` in the template',
        related: ['touchpoints.yaml:2', 'touchmap.yaml:5'],
      },
    ])
  })

  it('two alike by the catalogue', () => {
    const [found] = load({ 'catalog.yaml': catalog(`${bill}, ${plan('1')}`) })
    expect(found?.expected).toBe('a `code` of its own for each in the catalogue')
  })

  it('hold against the pattern as a whole; a bad pattern is a finding of its own', () => {
    const pattern = (text: string) => ({
      'touchmap.yaml': head(
        '2',
        'from: 2026-01-01',
        '',
        `{template: "{channel}{brand}-{business}", pattern: "${text}"}`,
      ),
    })
    expect(load(pattern('Vg.*|Ve.*'))).toEqual([])
    expect(load(pattern('Vg')).map(({ at }) => at)).toEqual(['touchpoints.yaml:2 code-pattern'])
    expect(load(pattern('V(')).map(({ at }) => at)).toEqual(['touchmap.yaml:5 regex/invalid'])
  })
})
