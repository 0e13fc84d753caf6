import { child } from '../reading.ts'
import { readRoles } from '../read-proof.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const by: ReadSpec<'by'> = (reading, scope, body) => {
  const on = readTarget(reading, scope, child(body, 'on'))
  const roles = readRoles(reading, child(body, 'roles'))
  return on && { kind: 'by', on, roles }
}
