import { child } from '../reading.ts'
import { readKnown, readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const knownBefore: ReadSpec<'known-before'> = (reading, scope, body) => {
  const known = readKnown(reading, scope, child(body, 'known'))
  const before = readTarget(reading, scope, child(body, 'before'))
  return known && before && { kind: 'known-before', known, before }
}
