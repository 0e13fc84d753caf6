import { describe, expect, it } from 'vitest'
import { readLog } from '../../src/log/read-log.ts'
import { scoreLog } from '../../src/score/score-log.ts'
import { loadShipped } from '../../fixtures/shipped/load-shipped.ts'

const map = loadShipped('intelligent-service')

/** A contact whose customer asks the bot, gets an answer after some seconds, and rates it; or is handed over. */
function contact(id: string, day: string, seconds: number, rating: number): string[] {
  const at = (second: number) => `${day}T09:00:${String(second).padStart(2, '0')}+08:00`
  const axes = 'order-query,live-chat,company'
  return [
    `${id},${at(0)},question.asked,customer,${axes},`,
    `${id},${at(seconds)},bot.answered,bot,${axes},`,
    `${id},${at(seconds + 5)},customer.rated,customer,${axes},${rating}`,
    ...(rating > 3 ? [] : [`${id},${at(seconds + 6)},handover.made,system,${axes},`]),
  ]
}

function targetsOf(rows: readonly string[]) {
  const csv = ['interaction,time,event,role,business,channel,brand,rating', ...rows, ''].join('\n')
  const { log } = readLog([{ path: 'log.csv', bytes: new TextEncoder().encode(csv) }], {
    catalog: map.catalog,
    ...(map.timezone === undefined ? {} : { timezone: map.timezone }),
  })
  const summary = scoreLog({ versions: [map] }, log!, { asOf: Date.UTC(2026, 11, 1) })
  return Object.fromEntries(summary.targets.map(({ rule, outcome, value }) => [rule.id, [outcome, value]]))
}

const june = contact('j', '2026-06-10', 10, 5)
const july = [1, 2, 3].flatMap((i) => contact(`s${i}`, '2026-07-10', 7, 5))

describe('the targets of S7', () => {
  it('four of five solved by the bot are enough, three of four are not', () => {
    const unsolved = contact('u', '2026-07-11', 7, 2)
    expect(targetsOf([...june, ...july, ...unsolved])['bot-solves']).toEqual(['pass', 0.8])
    expect(targetsOf([...july, ...unsolved])['bot-solves']).toEqual(['fail', 0.75])
  })

  it('seven seconds are 30 % shorter than ten, eight are not', () => {
    expect(targetsOf([...june, ...july])['response-shorter']).toEqual(['pass', 0.7])
    expect(targetsOf([...june, ...contact('s', '2026-07-10', 8, 5)])['response-shorter']).toEqual(['fail', 0.8])
    expect(targetsOf(july)['response-shorter']).toEqual(['notEvaluated', null])
  })
})
