import { child, stringsOf } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const carries: ReadSpec<'carries'> = (reading, scope, body) => {
  const on = readTarget(reading, scope, child(body, 'on'))
  return on && { kind: 'carries', on, attributes: stringsOf(child(body, 'attributes')).map(({ value }) => value) }
}
