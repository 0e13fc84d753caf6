import type { Proof, RoleRef } from '../model/flow.ts'
import type { Lexicon } from '../model/lexicon.ts'
import type { Cel } from '../model/map.ts'
import type { ExpressionUse } from '../expr/expression.ts'
import { checkCel } from './check-languages.ts'
import { readLexiconRef } from './read-lexicon.ts'
import {
  asList,
  asMap,
  booleanOf,
  child,
  given,
  numberOf,
  refer,
  type Reading,
  SORTS,
  stringOf,
  stringsOf,
} from './reading.ts'
import type { TreeNode } from './tree.ts'

/** Roles with `+` taken off; unknown ones are reported and left out. */
export function readRoles(reading: Reading, node: TreeNode | undefined): RoleRef[] {
  return stringsOf(node).flatMap(({ value, node: at }) => {
    const andAbove = value.endsWith('+')
    const role = andAbove ? value.slice(0, -1) : value
    return refer(reading, reading.roles, role, at, SORTS.role) ? [{ role, andAbove }] : []
  })
}

/** Names of events, each of which must be in the catalogue. */
export function readEvents(reading: Reading, node: TreeNode | undefined): string[] {
  return stringsOf(node).flatMap(({ value, node: at }) =>
    refer(reading, reading.events, value, at, SORTS.event) ? [value] : [],
  )
}

/** Ambient patterns; one without `*` is the name of an event. */
export function readPatterns(reading: Reading, node: TreeNode | undefined): string[] {
  return stringsOf(node).map(({ value, node: at }) => {
    if (!value.includes('*')) refer(reading, reading.events, value, at, SORTS.event)
    return value
  })
}

export function readCel(reading: Reading, node: TreeNode | undefined, use: ExpressionUse): Cel | undefined {
  const source = stringOf(node)
  if (source === undefined || !node) return undefined
  const cel = { source, place: node.place }
  checkCel(reading, node, source, use)
  return cel
}

export function readProof(
  reading: Reading,
  lexicons: ReadonlyMap<string, Lexicon>,
  node: TreeNode | undefined,
): Proof | undefined {
  if (!node || !asMap(node)) return undefined
  const any = child(node, 'any')
  if (any) {
    const proofs = asList(any).flatMap((each) => readProof(reading, lexicons, each) ?? [])
    return { kind: 'any', proofs, place: node.place }
  }
  const eventNode = child(node, 'event')
  const event = stringOf(eventNode)
  if (event !== undefined && eventNode) refer(reading, reading.events, event, eventNode, SORTS.event)
  const row = child(node, 'in-a-row')
  const times = numberOf(child(row, 'times'))
  const [reset] = readEvents(reading, child(row, 'reset'))
  return {
    kind: 'match',
    ...given('event', event),
    ...given('where', readCel(reading, child(node, 'where'), 'where')),
    ...given('role', child(node, 'role') ? readRoles(reading, child(node, 'role')) : undefined),
    ...given('says', readLexiconRef(reading, lexicons, child(node, 'says'))),
    ordered: booleanOf(child(node, 'ordered')) ?? false,
    ...given('inARow', times !== undefined && reset !== undefined ? { times, reset } : undefined),
    place: node.place,
  }
}
