import { beforeAll, describe, expect, test } from 'vitest'
import { createFolderSource } from '../../src/io/files.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import type { Log } from '../../src/log/event.ts'
import type { MapHistory } from '../../src/model/map.ts'
import type { ScoredInteraction } from '../../src/score/result.ts'
import { scoreLog } from '../../src/score/score-log.ts'
import { root } from '../support/run-cli.ts'
import { eventOf, interactionOf } from './builders.ts'

describe('ties: any', () => {
  let history: MapHistory
  beforeAll(() => {
    history = loadHistory(createFolderSource(`${root}fixtures/score/basic/map`)).history ?? { versions: [] }
  })
  const START = Date.parse('2026-07-03T01:00:00Z')
  const scoreOf = (times: readonly number[], ties: 'any' | 'file'): ScoredInteraction => {
    const names = ['call.opened', 'call.closed', 'bill.told']
    const interaction = interactionOf('i', [], {
      axes: { business: 'bill-query', channel: 'voice', brand: 'gotone' },
      events: names.map((name, i) => eventOf(name, i, { time: START + (times[i] ?? 0), role: 'agent' })),
    })
    const log: Log = { interactions: [interaction], files: [], rejects: [], notes: [], ties }
    let seen: ScoredInteraction | undefined
    scoreLog(history, log, {}, (result) => {
      if (result.kind === 'scored') seen = result
    })
    if (!seen) throw new Error('not scored')
    return seen
  }

  test('the alignment is the least over the orders, told at the log’s places', () => {
    const free = scoreOf([0, 5, 5], 'any')
    expect([free.adherence, free.deviations]).toEqual([1_000_000, []])
    expect(free.alignment.optimal && free.alignment.moves.map((move) => 'event' in move && move.event)).toEqual([
      0, 2, 1,
    ])
    expect(scoreOf([0, 5, 5], 'file').adherence).toBeLessThan(1_000_000)
    expect(scoreOf([0, 5, 6], 'any').adherence).toBe(scoreOf([0, 5, 6], 'file').adherence)
  })
})
