import { child, numberOf, stringsOf } from '../reading.ts'
import { readDuration } from '../read-duration.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const repeatWithin: ReadSpec<'repeat-within'> = (reading, _scope, body) => {
  const limit = readDuration(reading, child(body, 'limit'), 'plain')
  const same = stringsOf(child(body, 'same')).map(({ value }) => value)
  if (limit?.kind !== 'ms') return undefined
  return { kind: 'repeat-within', limit: limit.ms, same, atMost: numberOf(child(body, 'at-most')) ?? 0 }
}
