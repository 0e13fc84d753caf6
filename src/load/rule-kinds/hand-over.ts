import { child, given, stringsOf } from '../reading.ts'
import { readForms } from '../read-format.ts'
import { readEvents } from '../read-proof.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import { readCalendarOf, readLimit } from './within.ts'

export const handOver: ReadSpec<'hand-over'> = (reading, scope, body) => {
  const when = readTarget(reading, scope, child(body, 'when'))
  const to = readTarget(reading, scope, child(body, 'to'))
  const limitNode = child(body, 'limit')
  const limit = readLimit(reading, scope, limitNode)
  if (!when || !to || (limitNode && !limit)) return undefined
  return {
    kind: 'hand-over',
    when,
    to,
    ...given('limit', limit),
    ...given('calendar', readCalendarOf(reading, body, [limitNode])),
    carries: stringsOf(child(body, 'carries')).map(({ value }) => value),
    ...given('formats', readForms(reading, child(body, 'formats'))),
    unless: readEvents(reading, child(body, 'unless')),
  }
}
