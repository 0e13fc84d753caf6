import type { Rule, RuleSpec } from '../model/rule.ts'
import {
  asMap,
  booleanOf,
  child,
  given,
  type Reading,
  remarksOf,
  report,
  stringOf,
  textOf,
  unsupported,
} from './reading.ts'
import { readCel, readRoles } from './read-proof.ts'
import type { RuleScope } from './read-target.ts'
import { SPEC_READERS, UNSUPPORTED_KINDS } from './rule-kinds.ts'
import type { MapNode, TreeEntry, TreeNode } from './tree.ts'

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
  const readers = new Map(Object.entries(SPEC_READERS))
  const specs = [...node.entries].flatMap(([kind, { node: body }]) => readers.get(kind)?.(reading, scope, body) ?? [])
  return specs[0]
}
