import { child } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import { readConditions } from './declare.ts'

export const response: ReadSpec<'response'> = (reading, scope, body) => {
  const after = readTarget(reading, scope, child(body, 'after'))
  const then = readTarget(reading, scope, child(body, 'then'))
  return after && then && { kind: 'response', after, then, ...readConditions(reading, body) }
}
