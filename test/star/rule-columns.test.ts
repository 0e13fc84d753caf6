import { beforeAll, describe, expect, it } from 'vitest'
import { evaluateRules } from '../../src/compliance/evaluate-rules.ts'
import { prepareRules } from '../../src/compliance/prepare-rules.ts'
import type { RuleResult } from '../../src/compliance/rule-kind.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { createMatcher } from '../../src/match/create-matcher.ts'
import { createEndTest, handlingTime, latestTime } from '../../src/score/as-of.ts'
import { createCellFinder } from '../../src/score/touchpoint.ts'
import { hasStar, loadStarMap, readStarLog, readStarTable, starNote } from './star-data.ts'

interface Row {
  readonly expected: Record<string, string>
  readonly results: ReadonlyMap<string, RuleResult>
  readonly handlingMs: number | undefined
}

/** Columns that the README of the data defines, and the rule that says the same. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  has_anything_else: 'anything-else-labelled',
  any_agent_anything_else_regex: 'anything-else-said',
  has_goodbye_label: 'goodbye-labelled',
}
const AT_THE_BANK: Readonly<Record<string, string>> = {
  disclosed: 'bank-balance/disclosed',
  asked_A_before_disclosure: 'bank-balance/asked-a',
  asked_B_before_disclosure: 'bank-balance/asked-b',
  asked_A_or_B: 'bank-balance/asked-a-or-b',
  query_before_disclosure: 'bank-balance/looked-up-before',
  query_had_complete_credentials: 'bank-balance/credentials-known',
}

describe.skipIf(!hasStar)(`the rule columns of the STAR data${starNote}`, () => {
  const rows: Row[] = []

  beforeAll(async () => {
    const map = loadStarMap('rules')
    const { interactions } = await readStarLog(map.catalog)
    const byId = new Map(interactions.map((interaction) => [interaction.id, interaction]))
    const asOf = latestTime(interactions)
    const isEnded = createEndTest(map.catalog)
    const findCell = createCellFinder(map)
    const flows = new Map([...map.flows.keys()].map((id) => [id, expandFlow(map, id)]))
    for (const expected of readStarTable('rules_per_case.csv')) {
      const interaction = byId.get(expected['case'] ?? '')
      const cell = interaction && findCell(interaction)
      const flow = cell && 'row' in cell ? flows.get(cell.row.flow) : undefined
      if (!interaction || !flow) throw new Error(`no flow for ${expected['case']}`)
      const results = evaluateRules(prepareRules([...flow.rules, ...map.rules], flow, map), {
        matcher: createMatcher(interaction, map),
        flow,
        ended: isEnded(interaction, asOf),
        ...(asOf !== undefined && { asOf }),
      })
      rows.push({
        expected,
        results: new Map(results.map((result) => [result.rule.id, result])),
        handlingMs: handlingTime(interaction),
      })
    }
  }, 300_000)

  const seconds = (ms: number | undefined) => (ms === undefined ? '' : (ms / 1000).toFixed(1))
  const differing = (column: string, of: readonly Row[], got: (row: Row) => string) =>
    of
      .filter((row) => got(row) !== row.expected[column])
      .map((row) => `${row.expected['case']}: ${got(row)}, not ${row.expected[column]}`)
  const passes = (rule: string) => (row: Row) => (row.results.get(rule)?.outcome === 'pass' ? 'True' : 'False')
  const count = (rule: string) => {
    const counts: Record<string, number> = {}
    for (const { results } of rows) {
      const outcome = results.get(rule)?.outcome
      if (outcome) counts[outcome] = (counts[outcome] ?? 0) + 1
    }
    return counts
  }

  it('measures the first response of every contact, two of which have none', () => {
    expect(rows).toHaveLength(2348)
    expect(
      differing('first_response_s', rows, ({ results }) => seconds(results.get('first-response')?.measured)),
    ).toEqual([])
    expect(count('first-response')).toEqual({ pass: 1587, fail: 759, notApplicable: 2 })
  })

  it('measures the length of every contact, by a rule and as handling time', () => {
    expect(differing('duration_s', rows, ({ results }) => seconds(results.get('duration')?.measured))).toEqual([])
    expect(differing('duration_s', rows, ({ handlingMs }) => seconds(handlingMs))).toEqual([])
  })

  it.each(Object.entries(EVERYWHERE))('finds %s as `%s` says, in every contact', (column, rule) => {
    expect(differing(column, rows, passes(rule))).toEqual([])
  })

  it.each(Object.entries(AT_THE_BANK))('finds %s as `%s` says, in every contact at the bank', (column, rule) => {
    const bank = rows.filter(({ expected }) => expected['intent'] === 'bank_balance')
    expect(bank).toHaveLength(64)
    expect(differing(column, bank, passes(rule))).toEqual([])
  })

  it('keeps asked and known apart, and says not applicable where no balance was told', () => {
    expect(count('bank-balance/asked-a-or-b')).toEqual({ pass: 36, fail: 21, notApplicable: 7 })
    expect(count('bank-balance/credentials-known')).toEqual({ pass: 57, notApplicable: 7 })
  })

  it('hears “anything else” where it has no label', () => {
    expect(count('anything-else-labelled')).toEqual({ pass: 844, fail: 1504 })
    expect(count('anything-else-said')).toEqual({ pass: 948, fail: 1398, notApplicable: 2 })
  })
})
