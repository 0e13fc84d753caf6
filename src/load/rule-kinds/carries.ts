import { child, given, stringsOf } from '../reading.ts'
import { readForms } from '../read-format.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const carries: ReadSpec<'carries'> = (reading, scope, body) => {
  const on = readTarget(reading, scope, child(body, 'on'))
  const attributes = stringsOf(child(body, 'attributes')).map(({ value }) => value)
  return on && { kind: 'carries', on, attributes, ...given('formats', readForms(reading, child(body, 'formats'))) }
}
