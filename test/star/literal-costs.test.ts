import { beforeAll, describe, expect, it } from 'vitest'
import { createAligner } from '../../src/conformance/align-trace.ts'
import { labelTrace } from '../../src/conformance/label-trace.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { createMatcher } from '../../src/match/create-matcher.ts'
import { hasStar, loadStarMap, readStarLog, readStarTable, starNote } from './star-data.ts'

/** Single-task, complete contacts of each task in the data. The first six are those that a designer's map exists for. */
const CONTACTS: Readonly<Record<string, number>> = {
  bank_balance: 64,
  doctor_followup: 180,
  meeting_schedule: 68,
  party_rsvp: 149,
  plane_book: 229,
  weather: 213,
  apartment_search: 41,
  hotel_book: 278,
  hotel_search: 204,
  plane_search: 53,
  restaurant_search: 85,
  ride_book: 347,
  ride_change: 38,
  ride_status: 30,
  spaceship_life_support: 129,
  trivia: 240,
}

describe.skipIf(!hasStar)(`alignment against the distances computed by others${starNote}`, () => {
  const costs = new Map<string, number | undefined>()
  const rows: Record<string, string>[] = []

  beforeAll(async () => {
    rows.push(...readStarTable('per_case_reference.csv'))
    const map = loadStarMap('literal')
    const { interactions } = await readStarLog(map.catalog)
    const wanted = new Set(rows.map((row) => row['case']))
    const aligners = new Map(
      [...map.flows.keys()].map((id) => {
        const flow = expandFlow(map, id)
        return [id, { flow, aligner: createAligner(flow) }] as const
      }),
    )
    for (const interaction of interactions) {
      if (!wanted.has(interaction.id)) continue
      const own = aligners.get(interaction.axes.business ?? '')
      const alignment = own?.aligner.align(labelTrace(own.flow, createMatcher(interaction, map)))
      costs.set(interaction.id, alignment?.optimal ? alignment.cost : undefined)
    }
  }, 300_000)

  it.each(Object.entries(CONTACTS))('%s: the cost of all %i contacts is the reference', (task, contacts) => {
    const own = rows.filter((row) => row['intent'] === task)
    expect(own).toHaveLength(contacts)
    expect(own.map((row) => [row['case'], costs.get(row['case'] ?? '')])).toEqual(
      own.map((row) => [row['case'], Number(row['best_edit'])]),
    )
  })

  it('leaves no row of the reference out', () => {
    expect(rows).toHaveLength(2348)
    expect(rows.filter((row) => !Object.hasOwn(CONTACTS, row['intent'] ?? ''))).toEqual([])
  })
})
