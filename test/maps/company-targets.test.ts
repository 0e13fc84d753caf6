import { describe, expect, it } from 'vitest'
import { loadShipped } from '../../fixtures/shipped/load-shipped.ts'
import { readLog } from '../../src/log/read-log.ts'
import { scoreLog } from '../../src/score/score-log.ts'

const map = loadShipped('complaint-feedback-consultation')

/** A complaint: how many hours until its result, whether the call-back found it solved, how it was rated. */
function complaint(id: string, hours: number, solved: boolean, rating: number): string[] {
  const at = (hour: number): string => new Date(Date.UTC(2026, 6, 10, hour)).toISOString()
  const axes = 'complaint,phone,company'
  return [
    `${id},${at(0)},complaint.made,customer,${axes},,`,
    `${id},${at(hours)},result.told,department,${axes},,`,
    `${id},${at(hours + 24)},customer.called-back,agent,${axes},${String(solved)},`,
    `${id},${at(hours + 25)},service.rated,customer,${axes},,${rating}`,
  ]
}

function targetsOf(...complaints: readonly string[][]) {
  const csv = ['interaction,time,event,role,business,channel,brand,solved,rating', ...complaints.flat(), ''].join('\n')
  const { log } = readLog([{ path: 'log.csv', bytes: new TextEncoder().encode(csv) }], { catalog: map.catalog })
  if (log === undefined) throw new Error('the log was not read')
  const summary = scoreLog({ versions: [map] }, log, { asOf: Date.UTC(2026, 11, 1) })
  return Object.fromEntries(summary.targets.map(({ rule, outcome, value }) => [rule.id, [outcome, value]]))
}

describe('the targets of S10', () => {
  const good = ['a', 'b', 'c', 'd'].map((id) => complaint(id, 48, true, 4))

  it('all three are met at their bounds: four points, four of five solved, two days', () => {
    const { satisfaction, efficiency, ...rest } = targetsOf(...good, complaint('e', 48, false, 4))
    expect(satisfaction).toEqual(['pass', 4])
    expect(rest['resolution-rate']).toEqual(['pass', 0.8])
    expect(efficiency?.[0]).toBe('pass')
  })

  it('less satisfaction, more unsolved, a longer wait: each is missed by itself', () => {
    const outcomes = (...more: string[][]) =>
      Object.fromEntries(Object.entries(targetsOf(...good, ...more)).map(([id, found]) => [id, found[0]]))
    const kept = { satisfaction: 'pass', 'resolution-rate': 'pass', efficiency: 'pass' }
    expect(outcomes(complaint('e', 48, true, 3))).toEqual({ ...kept, satisfaction: 'fail' })
    expect(outcomes(complaint('e', 48, false, 4), complaint('f', 48, false, 4))).toEqual({
      ...kept,
      'resolution-rate': 'fail',
    })
    expect(outcomes(complaint('e', 49, true, 4))).toEqual({ ...kept, efficiency: 'fail' })
  })
})
