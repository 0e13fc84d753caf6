import { describe, expect, it } from 'vitest'
import { loadPages } from './support.ts'

const head = (more: string, effective = '{from: 2026-01-01}') =>
  `map: page\nname: 底图\nversion: "2"\neffective: ${effective}\ncode: "{channel}{brand}-{business}"\n${more}\ninclude: [catalog.yaml, lexicons.yaml, touchpoints.yaml, flows/*.yaml, rules.yaml, scorecard.yaml, walks*.yaml]\n`

function findings(files: Record<string, string>): string[] {
  return loadPages({ 'walks.yaml': 'walks: []\n', ...files }).diagnostics.map(
    ({ rule, severity, message, place: { file, range } }) =>
      `${file}:${range.start.line}:${range.start.column}-${range.end.column} ${severity} ${rule} ${message.en} | ${message.zh}`,
  )
}
const none = (day: string) => `error schema/value there is no day \`${day}\` | 没有 \`${day}\` 这一天`

describe('days that the calendar does not have', () => {
  it('in the validity of a map', () => {
    expect(findings({ 'touchmap.yaml': head('', '{from: 2026-02-30, until: 2026-06-31}') })).toEqual([
      `touchmap.yaml:4:19-29 ${none('2026-02-30')}`,
      `touchmap.yaml:4:38-48 ${none('2026-06-31')}`,
    ])
    expect(findings({ 'touchmap.yaml': head('', '{from: 2024-02-29, until: 2026-02-28}') })).toEqual([])
  })

  it('in its review', () => {
    expect(findings({ 'touchmap.yaml': head('review: {every: 6 months, owner: a, last: 2026-02-29}') })).toEqual([
      `touchmap.yaml:6:43-53 ${none('2026-02-29')}`,
    ])
  })

  it('in the period and the date of a benchmark', () => {
    const benchmark = 'benchmark: {compliance: 0.9, period: {from: 2026-04-31, until: 2026-05-31}, date: 2026-06-31}'
    expect(findings({ 'touchmap.yaml': head(benchmark) })).toEqual([
      `touchmap.yaml:6:45-55 ${none('2026-04-31')}`,
      `touchmap.yaml:6:83-93 ${none('2026-06-31')}`,
    ])
  })

  it('in walk-throughs, their findings, and what became of these', () => {
    const walks = `walks:
  - day: 2026-02-30
    by: [质检组]
    version: "2"
    flows: [answer]
    findings:
      - {what: 无, due: 2026-09-31, settled: {day: 2026-11-31, how: 改}}
`
    expect(findings({ 'touchmap.yaml': head(''), 'walks.yaml': walks })).toEqual([
      `walks.yaml:2:10-20 ${none('2026-02-30')}`,
      `walks.yaml:7:24-34 ${none('2026-09-31')}`,
      `walks.yaml:7:51-61 ${none('2026-11-31')}`,
    ])
  })
})

it('nothing found on a walk is due or settled before the day of the walk', () => {
  const walks = `walks:
  - day: 2026-03-10
    by: [质检组]
    version: "2"
    flows: [answer]
    findings:
      - {what: 一, due: 2026-03-09}
      - {what: 二, due: 2026-03-10, settled: {day: 2026-03-01, how: 改}}
`
  expect(findings({ 'touchmap.yaml': head(''), 'walks.yaml': walks })).toEqual([
    'walks.yaml:7:24-34 error schema/value `2026-03-09` is before the day of the walk, 2026-03-10 | `2026-03-09` 早于穿越的日期 2026-03-10',
    'walks.yaml:8:51-61 error schema/value `2026-03-01` is before the day of the walk, 2026-03-10 | `2026-03-01` 早于穿越的日期 2026-03-10',
  ])
})

describe('notes of what a version changed', () => {
  const changes = (...notes: string[]) => ({
    'touchmap.yaml': head(`changes:\n${notes.map((note) => `  - ${note}`).join('\n')}`),
  })

  it('are read with their texts in both languages, and with what they are about', () => {
    const { map, diagnostics } = loadPages({
      'walks.yaml': 'walks: []\n',
      ...changes('{what: {zh: 先问候, en: Greet first}, why: 穿越发现, flows: [answer], touchpoints: [Vgotone-bill]}'),
    })
    expect(diagnostics).toEqual([])
    expect(map?.changes).toMatchObject([
      {
        what: { zh: '先问候', en: 'Greet first' },
        why: { zh: '穿越发现' },
        flows: ['answer'],
        touchpoints: ['Vgotone-bill'],
      },
    ])
  })

  it('are held to the flows and touchpoints there are', () => {
    expect(findings(changes('{what: 甲, flows: [anwser]}', '{what: 乙, touchpoints: [Vgotone-bil]}'))).toEqual([
      expect.stringMatching(/^touchmap\.yaml:7:\d+-\d+ error reference-unknown there is no flow `anwser`/),
      expect.stringMatching(
        /^touchmap\.yaml:8:\d+-\d+ error reference-unknown there is no touchpoint code `Vgotone-bil`/,
      ),
    ])
  })

  it('must say what', () => {
    expect(findings(changes('{why: 无}'))).toEqual([
      expect.stringMatching(/error schema\/missing-key the key `what` is missing/),
    ])
  })
})

it('validity of a single row of touchpoints is not evaluated, and said so', () => {
  const rows =
    'touchpoints:\n  - {business: all, channel: all, brand: all, flow: answer, effective: {from: 2026-03-01}}\n'
  expect(findings({ 'touchpoints.yaml': rows })).toEqual([
    expect.stringMatching(/^touchpoints\.yaml:2:\d+-\d+ error unsupported `effective`/),
  ])
})
