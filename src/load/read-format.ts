import { FORMATS } from '../model/format.ts'
import { checkRegex } from './check-languages.ts'
import { child, type Reading, stringOf } from './reading.ts'
import type { TreeNode } from './tree.ts'

/** The form of an attribute: the name of a known one, or `{regex}`. The schema has seen the name. */
export function readFormat(reading: Reading, node: TreeNode): string | undefined {
  const name = stringOf(node)
  if (name !== undefined) return FORMATS.get(name)
  const regex = child(node, 'regex')
  const pattern = stringOf(regex)
  if (regex && pattern !== undefined) checkRegex(reading, regex, pattern)
  return pattern
}
