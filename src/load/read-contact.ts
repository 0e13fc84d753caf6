import { CONTACT_DIMENSIONS, CONTACT_NAMES, type Contact, type ContactDimension } from '../model/contact.ts'
import { asMap, child, entryOf, numberOf, stringOf } from './reading.ts'
import type { TreeNode } from './tree.ts'

/** `contact`: what is stated of each dimension, by number or name; the schema has reported what is neither. */
export function readContact(node: TreeNode | undefined): Contact | undefined {
  const entry = entryOf(node, 'contact')
  if (!entry || !asMap(entry.node)) return undefined
  const degrees: Partial<Record<ContactDimension, number>> = {}
  for (const dimension of CONTACT_DIMENSIONS) {
    const written = child(entry.node, dimension)
    const degree = numberOf(written) ?? CONTACT_NAMES[dimension].get(stringOf(written) ?? '')
    if (degree !== undefined && degree >= 0 && degree <= 1) degrees[dimension] = degree
  }
  return { degrees, place: entry.key }
}
