import { asList, child } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const samePerson: ReadSpec<'same-person'> = (reading, scope, body) => {
  const nodes = asList(child(body, 'of'))
  const of = nodes.flatMap((node) => readTarget(reading, scope, node) ?? [])
  return of.length < nodes.length ? undefined : { kind: 'same-person', of }
}
