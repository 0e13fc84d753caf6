import { child, given, numberOf, refer, SORTS, stringsOf } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import { readCalendarOf } from './within.ts'

export const coverage: ReadSpec<'coverage'> = (reading, scope, body) => {
  const arrives = readTarget(reading, scope, child(body, 'arrives'))
  const served = readTarget(reading, scope, child(body, 'served'))
  const named = child(body, 'channels')
  const channels = stringsOf(named).flatMap(({ value, node }) =>
    refer(reading, reading.axes.channel, value, node, SORTS.channel) ? [value] : [],
  )
  const calendar = readCalendarOf(reading, body, [])
  if (!arrives || !served) return undefined
  return {
    kind: 'coverage',
    arrives,
    served,
    ...given('channels', named && channels),
    ...given('calendar', calendar),
    least: numberOf(child(body, 'least')) ?? 1,
  }
}
