import type { Place } from '../diagnostic/diagnostic.ts'
import type { Proof, RoleRef } from '../model/flow.ts'
import type { Cel, Lexicon } from '../model/map.ts'
import type { ExpressionUse } from '../expr/expression.ts'
import { checkCel, checkRegex } from './check-languages.ts'
import {
  asList,
  asMap,
  booleanOf,
  child,
  entryOf,
  given,
  numberOf,
  refer,
  type Reading,
  report,
  SORTS,
  stringOf,
  stringsOf,
  unsupported,
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

/** A lexicon written out, in a lexicons file or in place. */
export function readLexicon(reading: Reading, id: string, node: TreeNode, place: Place): Lexicon | undefined {
  if (!asMap(node)) return undefined
  const pinyin = entryOf(node, 'pinyin')
  if (pinyin && booleanOf(pinyin.node) !== false) report(reading, unsupported(pinyin.key, 'pinyin'))
  const regex = child(node, 'regex')
  const pattern = stringOf(regex)
  if (regex && pattern !== undefined) checkRegex(reading, regex, pattern)
  return {
    id,
    any: stringsOf(child(node, 'any')).map(({ value }) => value),
    all: stringsOf(child(node, 'all')).map(({ value }) => value),
    none: stringsOf(child(node, 'none')).map(({ value }) => value),
    ...given('template', stringOf(child(node, 'template'))),
    ...given('regex', pattern),
    ...given('similar', numberOf(child(node, 'similar'))),
    except: stringsOf(child(node, 'except')).map(({ value }) => value),
    place,
  }
}

/** A lexicon by id or in place. `lexicons` holds those of the map that are read already. */
export function readLexiconRef(
  reading: Reading,
  lexicons: ReadonlyMap<string, Lexicon>,
  node: TreeNode | undefined,
): Lexicon | undefined {
  if (!node) return undefined
  const id = stringOf(node)
  if (id === undefined) return readLexicon(reading, `${node.place.file}#${node.place.pointer}`, node, node.place)
  return refer(reading, reading.lexicons, id, node, SORTS.lexicon) ? lexicons.get(id) : undefined
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
