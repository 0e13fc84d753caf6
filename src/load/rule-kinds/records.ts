import { child, stringsOf } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const records: ReadSpec<'records'> = (reading, scope, body) => {
  const on = readTarget(reading, scope, child(body, 'on'))
  return on && { kind: 'records', on, attributes: stringsOf(child(body, 'attributes')).map(({ value }) => value) }
}
