import { readCel } from '../read-proof.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const check: ReadSpec<'check'> = (reading, _scope, body) => {
  const condition = readCel(reading, body, 'interaction')
  return condition && { kind: 'check', check: condition }
}
