import { child, type Reading, refer, SORTS, stringOf } from '../reading.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import type { TreeNode } from '../tree.ts'

export const qualified: ReadSpec<'qualified'> = (reading, scope, body) => {
  const on = readTarget(reading, scope, child(body, 'on'))
  const qualification = readQualification(reading, child(body, 'qualification'))
  return on && qualification !== undefined ? { kind: 'qualified', on, qualification } : undefined
}

/** A qualification; one of those of the catalogue, where it lists them. */
export function readQualification(reading: Reading, node: TreeNode | undefined): string | undefined {
  const id = stringOf(node)
  if (id === undefined || !node) return undefined
  if (reading.qualifications.places.size > 0) refer(reading, reading.qualifications, id, node, SORTS.qualification)
  return id
}
