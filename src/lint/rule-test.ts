import { loadHistory } from '../load/load-history.ts'
import type { MapSource } from '../load/map-source.ts'
import { applyEdits } from './apply-edits.ts'
import { lintMap } from './lint-map.ts'
import type { LintFinding, LintRule } from './lint-rule.ts'

/** Texts of a map by path; they stand over those of `RULE_TEST_BASE`. */
type MapTexts = Readonly<Record<string, string>>

/** A finding that a map must give. */
export interface ExpectedFinding {
  /** `file:line:column` or `file:line:column-line:column`, 1-based, the end exclusive. */
  readonly at: string
  /** A part of the message, in either language. */
  readonly message?: string
  /** The file after the finding's mend. */
  readonly fixed?: string
}

export interface RuleTestCases {
  /** Maps in which the rule finds nothing. */
  readonly valid: readonly { readonly name: string; readonly files: MapTexts }[]
  /** Maps with exactly these findings of the rule, in order of file and place. */
  readonly invalid: readonly {
    readonly name: string
    readonly files: MapTexts
    readonly expect: readonly ExpectedFinding[]
  }[]
  /** The day on which maps are judged; default 2026-07-15. */
  readonly asOf?: string
}

/** A small map without findings of the loader: two businesses, one channel, one flow `answer`. */
export const RULE_TEST_BASE: MapTexts = {
  'touchmap.yaml':
    'map: test\nname: 试验地图\nversion: "1"\neffective: {from: 2026-01-01}\ncode: "{channel}{brand}-{business}"\ninclude: [catalog.yaml, touchpoints.yaml, flows/*.yaml]\n',
  'catalog.yaml':
    'catalog: true\nbusinesses:\n  bill: {class: query, name: 账单}\n  plan: {class: acceptance, name: 套餐}\nchannels:\n  voice: {code: V, name: 电话}\nbrands:\n  gotone: {name: 全球通}\nroles:\n  agent: {rank: 1, name: 话务员}\n  supervisor: {rank: 2, name: 值班长}\nevents:\n  call.answered: {}\n  plan.changed: {attributes: {fee: number}}\n',
  'touchpoints.yaml': 'touchpoints:\n  - {business: all, channel: all, brand: all, flow: answer}\n',
  'flows/answer.yaml':
    'flow: answer\nname: 接听\nsteps:\n  - {id: greet, by: agent, proof: {event: call.answered}}\n  - {id: change, by: agent, proof: {event: plan.changed}}\n',
}

/**
 * Tests a rule of lint, under any test runner: throws an error that lists every case which is not as it says.
 *
 * @example
 * test('team/no-agent', () => ruleTest(rule, { valid: [{ name: 'none', files: {} }], invalid: [] }))
 */
export function ruleTest(rule: LintRule, cases: RuleTestCases): void {
  const asOf = cases.asOf ?? '2026-07-15'
  const all = [...cases.valid.map((each) => ({ ...each, expect: [] })), ...cases.invalid]
  const faults = all.flatMap(({ name, files, expect }) =>
    judgeCase(rule, { ...RULE_TEST_BASE, ...files }, expect, asOf).map((fault) => `${name}: ${fault}`),
  )
  if (faults.length > 0) throw new Error(`${rule.id}\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

function judgeCase(rule: LintRule, files: MapTexts, expected: readonly ExpectedFinding[], asOf: string): string[] {
  const loaded = loadHistory(memorySource(files))
  const broken = loaded.diagnostics.filter(({ severity }) => severity === 'error')
  if (!loaded.current.map)
    return broken.map((each) => `the map has an error at ${placeOf(each, false)}: ${each.message.en}`)
  const found = lintMap(loaded.current, { asOf, rules: [rule] })
  const faults = found.slice(expected.length).map((each) => `not expected: ${placeOf(each, true)} ${each.message.en}`)
  for (const [i, { at, message, fixed }] of expected.entries()) {
    const finding = found[i]
    if (!finding) {
      faults.push(`not found: ${at}`)
      continue
    }
    const place = placeOf(finding, at.includes('-', at.lastIndexOf('.')))
    if (place !== at) faults.push(`found at ${place}, expected ${at}`)
    if (message !== undefined && ![finding.message.zh, finding.message.en].some((text) => text.includes(message))) {
      faults.push(`at ${at}: “${finding.message.en}” does not have “${message}” in it`)
    }
    if (fixed === undefined) continue
    const mended = finding.fix ? applyEdits(finding.fix.edits, (file) => files[file]) : new Map<string, string>()
    const text = mended.get(finding.place.file)
    if (text !== fixed) faults.push(`at ${at}: mended to ${JSON.stringify(text)}, expected ${JSON.stringify(fixed)}`)
  }
  return faults
}

function placeOf({ place: { file, range } }: Pick<LintFinding, 'place'>, withEnd: boolean): string {
  const start = `${file}:${range.start.line}:${range.start.column}`
  return withEnd ? `${start}-${range.end.line}:${range.end.column}` : start
}

function memorySource(files: MapTexts): MapSource {
  const byPath = new Map(Object.entries(files))
  const encoder = new TextEncoder()
  return {
    read(path) {
      const text = byPath.get(path)
      return text === undefined ? { kind: 'missing' } : { kind: 'file', bytes: encoder.encode(text) }
    },
    list: () => [...byPath.keys()].sort(),
    sha256: () => '',
    earlier: () => ({ kind: 'missing', reason: { zh: '测试没有以前的版本', en: 'a test has no earlier versions' } }),
  }
}
