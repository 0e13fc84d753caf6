import { child } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import { readConditions } from './declare.ts'

export const precedence: ReadSpec<'precedence'> = (reading, scope, body) => {
  const before = readTarget(reading, scope, child(body, 'before'))
  const then = readTarget(reading, scope, child(body, 'then'))
  return before && then && { kind: 'precedence', before, then, ...readConditions(reading, body) }
}
