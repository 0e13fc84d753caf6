import { child } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const fourEyes: ReadSpec<'four-eyes'> = (reading, scope, body) => {
  const done = readTarget(reading, scope, child(body, 'do'))
  const review = readTarget(reading, scope, child(body, 'review'))
  return done && review && { kind: 'four-eyes', do: done, review }
}
