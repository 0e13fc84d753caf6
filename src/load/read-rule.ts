import type { Lexicon } from '../model/map.ts'
import type { Known, Rule, RuleSpec, Target } from '../model/rule.ts'
import { unknownReference } from './names.ts'
import {
  asList,
  asMap,
  booleanOf,
  child,
  given,
  type Reading,
  remarksOf,
  report,
  reportUnsupported,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
  unsupported,
} from './reading.ts'
import { readDuration } from './read-duration.ts'
import { readCel, readEvents, readLexiconRef, readProof, readRoles } from './read-proof.ts'
import type { MapNode, TreeEntry, TreeNode } from './tree.ts'

/** What rules may name besides events: the steps of their flow. In rules files there are none. */
export interface RuleScope {
  readonly lexicons: ReadonlyMap<string, Lexicon>
  readonly steps: ReadonlySet<string>
  /** Beginnings of ids under which more steps may exist, in a used flow that could not be read; '' for the flow itself. */
  readonly open: readonly string[]
}

function isOpen(scope: RuleScope, step: string): boolean {
  return scope.open.some((prefix) => step.startsWith(prefix))
}

/** A step of the flow, else an event of the catalogue, else a proof in place. */
export function readTarget(reading: Reading, scope: RuleScope, node: TreeNode | undefined): Target | undefined {
  if (!node) return undefined
  const name = stringOf(node)
  if (name === undefined) {
    const proof = readProof(reading, scope.lexicons, node)
    return proof && { kind: 'proof', proof, place: node.place }
  }
  if (scope.steps.has(name)) return { kind: 'step', step: name, place: node.place }
  if (reading.events.has(name)) {
    return {
      kind: 'proof',
      proof: { kind: 'match', event: name, ordered: false, place: node.place },
      place: node.place,
    }
  }
  if (reading.events.open || isOpen(scope, name)) return undefined
  const known = [...scope.steps, ...reading.events.places.keys()]
  report(reading, unknownReference(name, node.place, SORTS.target, known, node.alias))
  return undefined
}

/** A step of the flow and nothing else. */
export function readStepTarget(reading: Reading, scope: RuleScope, node: TreeNode | undefined): Target | undefined {
  const name = stringOf(node)
  if (name === undefined || !node) return undefined
  if (scope.steps.has(name)) return { kind: 'step', step: name, place: node.place }
  if (!isOpen(scope, name)) report(reading, unknownReference(name, node.place, SORTS.step, scope.steps, node.alias))
  return undefined
}

function readKnown(reading: Reading, scope: RuleScope, node: TreeNode | undefined): Known | undefined {
  if (!node) return undefined
  const name = stringOf(node)
  if (name !== undefined) return { kind: 'attribute', name }
  for (const kind of ['all', 'any'] as const) {
    const list = child(node, kind)
    if (list) return { kind, of: asList(list).flatMap((each) => readKnown(reading, scope, each) ?? []) }
  }
  const proof = readProof(reading, scope.lexicons, node)
  return proof && { kind: 'proof', proof }
}

/** `within` with everything but its default for `after`. */
export function readWithin(
  reading: Reading,
  scope: RuleScope,
  node: TreeNode,
  ends: { readonly after: Target | undefined; readonly to: Target | undefined },
): RuleSpec | undefined {
  for (const key of ['calendar', 'limits']) reportUnsupported(reading, node, key)
  const limitNode = child(node, 'limit')
  const limit = readDuration(reading, limitNode, 'limit')
  const from = child(limitNode, 'from')
  if (limit?.kind === 'from' && from && !scope.steps.has(limit.ref) && !reading.events.has(limit.ref)) {
    if (!reading.events.open && !isOpen(scope, limit.ref)) {
      const known = [...scope.steps, ...reading.events.places.keys()]
      report(reading, unknownReference(limit.ref, from.place, SORTS.target, known, from.alias))
    }
  }
  const unless = readEvents(reading, child(node, 'unless'))
  const pair = stringOf(child(node, 'pair'))
  if (!limit || !ends.after || !ends.to) return undefined
  return {
    kind: 'within',
    limit,
    after: ends.after,
    to: ends.to,
    pair: pair === 'first' || pair === 'last' ? pair : 'each',
    unless,
  }
}

const UNSUPPORTED_KINDS = new Set([
  'four-eyes', 'same-person', 'existence', 'absence', 'succession', 'chain-response', 'chain-precedence',
  'chain-succession', 'not-response', 'not-precedence', 'not-succession', 'not-coexistence', 'hand-over', 'no-pii',
  'turn-taking', 'target', 'not-asked-again',
]) // prettier-ignore

/** The norms of a flow's `rules:` or of a rules file; `prefix` is the flow's id with a slash, or ''. */
export function readRules(reading: Reading, scope: RuleScope, node: TreeNode | undefined, prefix: string): Rule[] {
  const rules: Rule[] = []
  for (const [name, entry] of asMap(node)?.entries ?? []) {
    const rule = readRule(reading, scope, entry, `${prefix}${name}`)
    if (rule) rules.push(rule)
  }
  return rules
}

function readRule(reading: Reading, scope: RuleScope, entry: TreeEntry, id: string): Rule | undefined {
  const node = asMap(entry.node)
  if (!node) return undefined
  for (const [key, { key: place }] of node.entries) {
    if (UNSUPPORTED_KINDS.has(key)) report(reading, unsupported(place, key))
  }
  const spec = readSpec(reading, scope, node)
  const severity = stringOf(child(node, 'severity'))
  const rule: Omit<Rule, 'spec'> = {
    id,
    ...given('applies', readCel(reading, child(node, 'applies'), 'interaction')),
    critical: booleanOf(child(node, 'critical')) ?? false,
    severity: severity === 'warning' || severity === 'info' ? severity : 'error',
    speaker: readRoles(reading, child(node, 'speaker')),
    scope: stringOf(child(node, 'scope')) === 'contact' ? 'contact' : 'interaction',
    ...given('title', textOf(child(node, 'title'), reading.lang)),
    ...remarksOf(node),
    place: entry.key,
  }
  return spec && { ...rule, spec }
}

function readSpec(reading: Reading, scope: RuleScope, node: MapNode): RuleSpec | undefined {
  const specs = [...node.entries].flatMap(([kind, { node: body }]) => readKind(reading, scope, kind, body) ?? [])
  return specs[0]
}

function readKind(reading: Reading, scope: RuleScope, kind: string, body: TreeNode): RuleSpec | undefined {
  const target = (key: string) => readTarget(reading, scope, child(body, key))
  switch (kind) {
    case 'within':
      return asMap(body) && readWithin(reading, scope, body, { after: target('after'), to: target('to') })
    case 'says':
    case 'never-says': {
      const lexicon = readLexiconRef(reading, scope.lexicons, body)
      return lexicon && { kind, lexicon }
    }
    case 'by': {
      const on = target('on')
      const roles = readRoles(reading, child(body, 'roles'))
      return on && { kind, on, roles }
    }
    case 'records':
    case 'carries': {
      const on = target('on')
      return on && { kind, on, attributes: stringsOf(child(body, 'attributes')).map(({ value }) => value) }
    }
    case 'precedence': {
      const [before, then] = [target('before'), target('then')]
      return before && then && { kind, before, then }
    }
    case 'response': {
      const [after, then] = [target('after'), target('then')]
      return after && then && { kind, after, then }
    }
    case 'known-before': {
      const known = readKnown(reading, scope, child(body, 'known'))
      const before = target('before')
      return known && before && { kind, known, before }
    }
    case 'not-by-doer-of': {
      const [on, other] = [target('on'), target('other')]
      return on && other && { kind, on, other }
    }
    case 'check': {
      const check = readCel(reading, body, 'interaction')
      return check && { kind, check }
    }
    default:
      return undefined
  }
}
