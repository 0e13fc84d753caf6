import { child } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const notByDoerOf: ReadSpec<'not-by-doer-of'> = (reading, scope, body) => {
  const on = readTarget(reading, scope, child(body, 'on'))
  const other = readTarget(reading, scope, child(body, 'other'))
  return on && other && { kind: 'not-by-doer-of', on, other }
}
