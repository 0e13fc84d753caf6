import { createHash } from 'node:crypto'
import path from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFolderSource } from '../../src/io/files.ts'
import { openLogs } from '../../src/io/read-logs.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import type { Acceptance } from '../../src/model/acceptance.ts'
import type { MapHistory } from '../../src/model/map.ts'
import { acceptanceState, costOfDeviation } from '../../src/score/acceptances.ts'
import type { ScoredInteraction } from '../../src/score/result.ts'
import { scoreLog } from '../../src/score/score-log.ts'
import { sha256 } from '../../src/score/sha-256.ts'
import { root } from '../support/run-cli.ts'
import { place } from './builders.ts'

test('SHA-256 is that of the platform, whatever the text', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  const isSame = (text: string) => sha256(text) === createHash('sha256').update(text, 'utf8').digest('hex')
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120]) expect(isSame('x'.repeat(length))).toBe(true)
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), isSame))
})

function history(): MapHistory {
  const { history: loaded } = loadHistory(createFolderSource(path.join(root, 'maps/hotline-10086')))
  if (!loaded) throw new Error('the map has errors')
  return loaded
}

async function resultsOf(map: MapHistory) {
  const log = await openLogs(['maps/hotline-10086/logs/broken.csv'], { cwd: root, ...bindingOf(map) })
  const results: ScoredInteraction[] = []
  const summary = scoreLog(map, log, {}, (result) => {
    if (result.kind === 'scored') results.push(result)
  })
  return { results, summary }
}

function bindingOf({ versions }: MapHistory) {
  const map = versions.at(-1)
  return { ...(map ? { catalog: map.catalog } : {}), ...(map?.timezone ? { timezone: map.timezone } : {}) }
}

const accept = (id: string, item: Acceptance['item']): Acceptance => ({
  id,
  item,
  touchpoints: [],
  interactions: [],
  owner: { en: 'Quality' },
  because: { en: 'trial' },
  until: '2099-12-31',
  place,
})

test('deviations cost what the alignment does, all together', async () => {
  const { results } = await resultsOf(history())
  const costly = results.flatMap(({ alignment, deviations, flow }) =>
    alignment.optimal && alignment.cost > 0
      ? [[deviations.reduce((sum, each) => sum + costOfDeviation(flow, alignment.moves, each), 0), alignment.cost]]
      : [],
  )
  expect(costly.length).toBeGreaterThan(20)
  for (const [sum, cost] of costly) expect(sum).toBe(cost)
})

test('where everything is accepted nobody fails, and nothing that was found is another', async () => {
  const bare = history()
  const found = await resultsOf(bare)
  const items = new Map<string, Acceptance['item']>()
  for (const { rules, deviations, flow, alignment, interaction } of found.results) {
    for (const { rule } of rules) items.set(rule.id, { kind: 'rule', rule: rule.id })
    for (const { kind, label, moves } of deviations) {
      const deviation = kind === 'outOfOrder' ? 'out-of-order' : kind
      const step = label === undefined ? undefined : flow.labels[label]?.id
      const move = alignment.optimal ? alignment.moves[moves[0] ?? 0] : undefined
      const event = move && 'event' in move ? interaction.events[move.event]?.event : undefined
      const what = step === undefined ? { event: event ?? '' } : { step }
      items.set(JSON.stringify([deviation, what]), { kind: 'deviation', deviation, ...what })
    }
  }
  const accepted = [...items.values()].map((item, at) => accept(`a-${at}`, item))
  const versions = bare.versions.map((map) => ({ ...map, accepted }))
  const marked = await resultsOf({ ...bare, versions })
  const { verdicts: before } = count(found.results)
  const { verdicts: after } = count(marked.results)
  expect(before.fail).toBeGreaterThan(20)
  expect(after).toEqual({ ...before, fail: 0, accepted: before.fail })
  const what = ({ adherence, score, rules, deviations }: ScoredInteraction) =>
    JSON.stringify([adherence, score, rules.map(({ outcome }) => outcome), deviations])
  expect(marked.results.map(what)).toEqual(found.results.map(what))
  expect(marked.summary.overall.adherence).toEqual(found.summary.overall.adherence)
  expect(marked.summary.overall.score.mean).toBe(found.summary.overall.score.mean)
  expect(marked.summary.overall.compliance.strict).toBe(found.summary.overall.compliance.rate)
  const fails = (summary: typeof found.summary, of: 'found' | 'accepted') =>
    summary.rules.map(({ rule, outcomes, accepted: n }) => [rule.id, of === 'found' ? outcomes.fail : n]).sort()
  expect(fails(marked.summary, 'accepted')).toEqual(fails(found.summary, 'found'))
})

function count(results: readonly ScoredInteraction[]) {
  const verdicts = { pass: 0, fail: 0, accepted: 0, pending: 0, notEvaluated: 0 }
  for (const { verdict } of results) verdicts[verdict] += 1
  return { verdicts }
}

test('an acceptance holds on the days of the map’s time zone; without times none does', () => {
  const july = { ...accept('a', { kind: 'rule', rule: 'r' }), from: '2026-07-01', until: '2026-07-31' }
  const at = (time: string) => acceptanceState(july, Date.parse(time), 'Asia/Shanghai')
  expect(at('2026-06-30T15:59:59Z')).toBe('notYet')
  expect(at('2026-06-30T16:00:00Z')).toBe('inForce')
  expect(at('2026-07-31T15:59:59Z')).toBe('inForce')
  expect(at('2026-07-31T16:00:00Z')).toBe('expired')
  expect(acceptanceState(july, undefined, 'Asia/Shanghai')).toBe('undated')
})
