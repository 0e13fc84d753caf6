import { child } from '../reading.ts'
import { readKnown, readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const notAskedAgain: ReadSpec<'not-asked-again'> = (reading, scope, body) => {
  const known = readKnown(reading, scope, child(body, 'known'))
  const asks = readTarget(reading, scope, child(body, 'asks'))
  return known && asks && { kind: 'not-asked-again', known, asks }
}
