import { child, stringOf } from '../reading.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import { plainValue } from '../tree.ts'

export const plugin: ReadSpec<'plugin'> = (_reading, _scope, body) => {
  const name = stringOf(child(body, 'use'))
  const options = child(body, 'with')
  if (name === undefined) return undefined
  return { kind: 'plugin', name, options: JSON.stringify(options ? plainValue(options) : {}) }
}
