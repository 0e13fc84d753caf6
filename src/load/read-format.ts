import { FORMATS } from '../model/format.ts'
import type { AttributeForm } from '../model/rules/records.ts'
import { checkRegex } from './check-languages.ts'
import { asMap, child, type Reading, stringOf } from './reading.ts'
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

/** The forms of a rule's own, by attribute. */
export function readForms(reading: Reading, node: TreeNode | undefined): readonly AttributeForm[] | undefined {
  if (!asMap(node)) return undefined
  return [...(asMap(node)?.entries ?? [])].flatMap(([attribute, entry]) => {
    const pattern = readFormat(reading, entry.node)
    return pattern === undefined ? [] : [{ attribute, pattern }]
  })
}
