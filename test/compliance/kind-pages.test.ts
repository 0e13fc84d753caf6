import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateRules } from '../../src/compliance/evaluate-rules.ts'
import { prepareRules } from '../../src/compliance/prepare-rules.ts'
import { RULE_KINDS } from '../../src/compliance/registry.ts'
import type { OverMany } from '../../src/compliance/over-many.ts'
import { createPluginKind } from '../../src/compliance/rule-plugin.ts'
import type { Outcome } from '../../src/compliance/rule-kind.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { createMemorySource } from '../../src/io/files.ts'
import { loadMap } from '../../src/load/load-map.ts'
import { readLog } from '../../src/log/read-log.ts'
import { createMatcher } from '../../src/match/create-matcher.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import type { RuleKindId } from '../../src/model/rule.ts'
import type { Log } from '../../src/log/event.ts'
import type { RulePlugin } from '../../src/model/rule-plugin.ts'
import { createEndTest, latestTime } from '../../src/score/as-of.ts'
import { root } from '../support/run-cli.ts'

const folder = join(root, 'docs/kinds')
const kinds = Object.keys(RULE_KINDS).sort()

const outcomes: readonly Outcome[] = ['fail', 'notApplicable', 'notEvaluated', 'pass', 'pending']
/** Kinds that have an answer whatever the log lacks; their pages say so. */
const alwaysEvaluated = new Set(['records', 'carries'])

/** Kinds whose examples are judged over the whole log; the last result is meant. */
const askedOfMany = new Set(['target', 'repeat-within'])

interface Fence {
  readonly words: readonly string[]
  readonly body: string
  readonly line: number
}

function readPage(name: string): string {
  return readFileSync(join(folder, `${name}.md`), 'utf8')
}

function fencesOf(page: string): Fence[] {
  return [...page.matchAll(/^```(\S[^\n]*)\n(.*?)^```$/gms)].map((match) => ({
    words: match[1]!.split(' '),
    body: match[2]!,
    line: page.slice(0, match.index).split('\n').length,
  }))
}

const catalog = fencesOf(readPage('README')).find(({ words }) => words[1] === 'catalog')?.body ?? ''

/** The kinds with the plug-in that its page shows. */
async function loadKinds() {
  const module = fencesOf(readPage('plugin')).find(({ words }) => words[0] === 'js')?.body ?? ''
  const { default: plugin } = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
    default: RulePlugin
  }
  return { ...RULE_KINDS, plugin: createPluginKind(new Map([[plugin.id, plugin]])) }
}
const shownKinds = await loadKinds()

function loadExample(fences: readonly Fence[]): ProcessMap {
  const files: Record<string, string> = {
    'catalog.yaml': catalog,
    'touchpoints.yaml': 'touchpoints:\n  - {business: plan-change, channel: voice, brand: gotone, flow: example}\n',
    'touchmap.yaml': [
      'map: example',
      'name: {zh: 示例, en: Example}',
      'version: "1"',
      'timezone: Asia/Shanghai',
      'effective: {from: 2026-01-01}',
      'code: "{channel}{brand}-{business}"',
      'include: ["*.yaml"]',
      '',
    ].join('\n'),
  }
  for (const { words, body } of fences) if (words[0] === 'yaml') files[`${words[1]}.yaml`] = body
  const { map, diagnostics } = loadMap(createMemorySource(files))
  expect(diagnostics.map(({ message, place }) => `${place.file}: ${message.en}`)).toEqual([])
  return map!
}

function judgeExample(map: ProcessMap, csv: string, rule: string) {
  const { log } = readLog([{ path: 'log.csv', bytes: new TextEncoder().encode(csv) }], {
    catalog: map.catalog,
    timezone: 'Asia/Shanghai',
  })
  expect(log?.rejects).toEqual([])
  const [interaction] = log!.interactions
  const asOf = latestTime(log!.interactions)
  const flow = expandFlow(map, 'example')
  const many = judgeTogether(map, log!, rule)
  if (many) return many
  const results = evaluateRules(prepareRules([...flow.rules, ...map.rules], flow, map, shownKinds), {
    matcher: createMatcher(interaction!, map),
    flow,
    ended: createEndTest(map.catalog)(interaction!, asOf),
    ...(asOf === undefined ? {} : { asOf }),
  })
  return results.find((result) => result.rule.id === rule)
}

/** What a rule that is asked of many interactions together, and of none alone, comes to over the whole log. */
function judgeTogether(map: ProcessMap, log: Log, id: string) {
  const flow = expandFlow(map, 'example')
  const prepared = prepareRules([...flow.rules, ...map.rules], flow, map).find(({ rule }) => rule.id === id)
  if (prepared?.collect === undefined || !askedOfMany.has(prepared.rule.spec.kind)) return undefined
  const overMany = RULE_KINDS[prepared.rule.spec.kind].overMany as OverMany<RuleKindId, unknown>
  const asOf = latestTime(log.interactions)
  const around = asOf === undefined ? {} : { asOf }
  const sample = overMany.empty()
  for (const interaction of log.interactions) {
    const ended = createEndTest(map.catalog)(interaction, asOf)
    const context = { matcher: createMatcher(interaction, map), flow, ended, ...around }
    prepared.collect(sample, context, prepared.judge(context))
  }
  return overMany.conclude(prepared.rule, sample, { map, ...around }).at(-1)
}

describe('the pages of the rule kinds', () => {
  it('are as many as the kinds, and all in the index', () => {
    const pages = readdirSync(folder)
      .map((file) => file.replace(/\.md$/, ''))
      .filter((name) => name !== 'README')
    expect(pages.sort()).toEqual(kinds)
    const listed = [...readPage('README').matchAll(/^\| \[([a-z-]+)\]\(\1\.md\)/gm)].map((match) => match[1])
    expect(listed.sort()).toEqual(kinds)
  })

  describe.each(kinds)('%s', (kind) => {
    const page = readPage(kind)
    const fences = fencesOf(page)
    let map: ProcessMap | undefined
    const examples = fences.filter(({ words }) => words[0] === 'csv')

    it('begins with its name and a summary in Chinese, and gives the five outcomes', () => {
      expect(page).toMatch(new RegExp(`^# ${kind} · \\p{Script=Han}+`, 'u'))
      expect(page).toMatch(/^> .*\p{Script=Han}/mu)
      const rows = [...page.matchAll(/^\| (pass|fail|notApplicable|pending|notEvaluated) \|/gm)].map(
        (match) => match[1],
      )
      expect(rows.sort()).toEqual(outcomes)
    })

    it('shows every outcome', () => {
      const shown = new Set(examples.map(({ words }) => words[1]))
      const wanted = outcomes.filter((outcome) => outcome !== 'notEvaluated' || !alwaysEvaluated.has(kind))
      expect([...shown].sort()).toEqual(wanted)
    })

    it.each(examples.map((example) => [example.line, example.words[2]!, example.words[1]!, example.body] as const))(
      'line %i: %s is %s',
      (_line, rule, outcome, csv) => {
        const result = judgeExample((map ??= loadExample(fences)), csv, rule)
        expect(result?.rule.spec.kind).toBe(kind)
        expect([result?.outcome, result?.reason().en]).toEqual([outcome, result?.reason().en])
      },
    )
  })
})
