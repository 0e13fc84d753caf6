import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createFolderSource } from '../../src/io/files.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import type { Log, LogEvent } from '../../src/log/event.ts'
import type { MapHistory } from '../../src/model/map.ts'
import { formatScoreJson } from '../../src/report/score-json.ts'
import type { InteractionResult } from '../../src/score/result.ts'
import { scoreInteractions, scoreLog, summarizeLog } from '../../src/score/score-log.ts'
import { createTally, mergeTallies } from '../../src/score/tally.ts'
import { root } from '../support/run-cli.ts'
import { eventOf, interactionOf } from './builders.ts'

const START = Date.parse('2026-07-03T01:00:00Z')
let history: MapHistory

beforeAll(() => {
  const loaded = loadHistory(createFolderSource(`${root}fixtures/score/basic/map`))
  if (!loaded.history) throw new Error(JSON.stringify(loaded.diagnostics))
  history = loaded.history
})

const logOf = (interactions: Log['interactions']): Log => ({ interactions, files: [], rejects: [], notes: [] })

const step = fc.record({
  event: fc.constantFrom(
    'call.opened',
    'identity.verified',
    'plan.explained',
    'plan.changed',
    'bill.told',
    'call.closed',
    'said',
    'screen.x',
    'coffee',
  ),
  role: fc.constantFrom('agent', 'supervisor', undefined),
  text: fc.constantFrom('您好', '保证', undefined),
  wait: fc.integer({ min: 0, max: 200_000 }),
})
const interaction = fc.record({
  axes: fc.record(
    {
      business: fc.constantFrom('plan-change', 'bill-query', 'complaint', '其他'),
      channel: fc.constantFrom('voice', 'web'),
      brand: fc.constantFrom('gotone', 'easyown'),
    },
    { requiredKeys: [] },
  ),
  agent: fc.constantFrom('a1', 'a2', undefined),
  start: fc.integer({ min: -5 * 86_400_000, max: 86_400_000 }),
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
})
const logs = fc.array(interaction, { maxLength: 12 }).map((given) =>
  given.map(({ axes, agent, start, steps }, i) => {
    let time = START + start
    const events = steps.map(({ event, role, text, wait }, k): LogEvent => {
      time += wait
      return eventOf(event, k, {
        time,
        speech: event === 'said',
        ...(role === undefined ? {} : { role }),
        ...(text === undefined ? {} : { text }),
      })
    })
    const set = Object.fromEntries(Object.entries(axes).filter(([, value]) => value !== undefined))
    return interactionOf(`i${i}`, [], { events, axes: set, unit: agent === undefined ? {} : { agent } })
  }),
)

describe('laws', () => {
  test('the order of the interactions does not matter: the same bytes', () => {
    fc.assert(
      fc.property(
        logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
        ([log, shuffled]) => {
          const asOf = START + 86_400_000
          const one = formatScoreJson(scoreLog(history, logOf(log), { asOf }), { lang: 'en', version: '0.1.0' })
          expect(formatScoreJson(scoreLog(history, logOf(shuffled), { asOf }), { lang: 'en', version: '0.1.0' })).toBe(
            one,
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  test('any split of the work adds up to the same bytes', () => {
    fc.assert(
      fc.property(logs, fc.infiniteStream(fc.nat(2)), (log, shards) => {
        const asOf = START + 3_600_000
        const whole = formatScoreJson(scoreLog(history, logOf(log), { asOf }), { lang: 'en', version: '0.1.0' })
        const parts: Log['interactions'][number][][] = [[], [], []]
        for (const one of log) parts[shards.next().value]?.push(one)
        const tallies = parts.map((part) => {
          const tally = createTally()
          for (const result of scoreInteractions(history, logOf(part), asOf, tally)) void result
          return tally
        })
        const merged = summarizeLog(history, logOf(log), mergeTallies(...tallies.reverse()), { asOf })
        expect(formatScoreJson(merged, { lang: 'en', version: '0.1.0' })).toBe(whole)
      }),
      { numRuns: 50 },
    )
  })

  test('every interaction is counted once, and the parts add up', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: -5, max: 30 }), (log, hours) => {
        const results: InteractionResult[] = []
        const summary = scoreLog(history, logOf(log), { asOf: START + hours * 3_600_000 }, (r) => results.push(r))
        const { total, scored, open, notEvaluated, blindSpots } = summary.interactions
        expect(total + summary.events.interactionsAfter).toBe(log.length)
        expect(scored + open + notEvaluated + blindSpots).toBe(total)
        expect(results).toHaveLength(total)
        const events = log.reduce((sum, one) => sum + one.events.length, 0)
        expect(summary.events.total + summary.events.after).toBe(events)
        const { pass, fail, pending, notEvaluated: undecided } = summary.overall.compliance
        expect(pass + fail + pending + undecided).toBe(summary.overall.interactions)
        expect(summary.touchpoints.reduce((sum, { figures }) => sum + figures.interactions, 0)).toBe(
          summary.overall.interactions,
        )
        expect(summary.units.reduce((sum, { figures }) => sum + figures.interactions, 0)).toBe(
          summary.overall.interactions,
        )
        for (const result of results) {
          if (result.kind !== 'scored') continue
          if (result.adherence !== null) {
            expect(result.adherence).toBeGreaterThanOrEqual(0)
            expect(result.adherence).toBeLessThanOrEqual(1_000_000)
            expect(result.adherence === 1_000_000).toBe(result.deviations.length === 0)
          }
          if (result.verdict === 'pass') expect(result.because).toEqual([])
          else expect(result.because.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('an open interaction only ever gets worse, and a failure stands', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const failed = new Set<string>()
        const costs = new Map<string, number>()
        for (const hours of [-24, 0, 0.02, 0.05, 0.1, 1]) {
          const asOf = START + hours * 3_600_000
          scoreLog(history, logOf(log), { asOf }, (result) => {
            if (result.kind !== 'scored' || result.ended !== 'open' || !result.alignment.optimal) return
            expect(result.alignment.cost).toBeGreaterThanOrEqual(costs.get(result.interaction.id) ?? 0)
            costs.set(result.interaction.id, result.alignment.cost)
            if (failed.has(result.interaction.id)) expect(result.verdict).toBe('fail')
            if (result.verdict === 'fail') failed.add(result.interaction.id)
          })
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('rules over a contact see all its pieces', () => {
  const contactRule = history.versions[0]?.rules.map((rule) => ({ ...rule, scope: 'contact' as const })) ?? []
  const wide = { versions: history.versions.map((map) => ({ ...map, rules: contactRule })) }
  const said = (id: string, text: string) =>
    interactionOf(id, [], {
      contact: 'k',
      axes: { business: 'bill-query', channel: 'voice', brand: 'gotone' },
      events: [
        eventOf('call.opened', 0, { time: START }),
        eventOf('said', 1, { time: START + 1, speech: true, role: 'agent', text }),
        eventOf('bill.told', 2, { time: START + 2, role: 'agent' }),
        eventOf('call.closed', 3, { time: START + 3 }),
      ],
    })
  const outcomes = (map: MapHistory) => {
    const seen: string[] = []
    scoreLog(map, logOf([said('a', '您好'), said('b', '保证')]), {}, (result) => {
      if (result.kind !== 'scored') return
      const found = result.rules.filter(({ rule }) => rule.id === 'no-promise')
      seen.push(`${result.interaction.id} ${found.map(({ outcome }) => outcome).join()}`)
    })
    return seen
  }
  expect(outcomes(history)).toEqual(['a pass', 'b fail'])
  expect(outcomes(wide)).toEqual(['a fail', 'b fail'])
})

test('the version in force at the first event governs to the end; figures are given by version and together', () => {
  const { history: versions } = loadHistory(createFolderSource(`${root}fixtures/score/versions/2026.2`))
  const at = (time: string) => Date.parse(`${time}+08:00`)
  const axes = { business: 'repair', channel: 'desk', brand: 'own' }
  const contact = (id: string, from: string, to: string) =>
    interactionOf(id, [`taken@${at(from)}`, `returned@${at(to)}`], { axes })
  const summary = scoreLog(
    versions ?? { versions: [] },
    logOf([
      contact('new', '2026-07-01T00:00:00', '2026-07-01T00:10:00'),
      contact('old', '2026-06-30T23:50:00', '2026-07-01T00:10:00'),
      contact('too-early', '2025-12-31T23:59:59', '2026-01-01T00:10:00'),
    ]),
  )
  expect(summary.touchpoints.map((cell) => [cell.version, cell.figures.adherence.mean])).toEqual([
    ['2026.1', 1],
    ['2026.2', 0.8],
  ])
  expect(summary.acrossVersions.map((cell) => [cell.version, cell.figures.adherence.mean])).toEqual([
    ['2026.1 + 2026.2', 0.9],
  ])
  expect(summary.versions.map(({ version, figures }) => [version, figures.interactions])).toEqual([
    ['2026.1', 1],
    ['2026.2', 1],
  ])
  expect(summary.blindSpots.map(({ reason, interactions }) => [reason, interactions])).toEqual([['noMapInForce', 1]])
})
