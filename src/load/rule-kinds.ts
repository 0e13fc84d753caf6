import type { RuleKindId, SpecOf } from '../model/rule.ts'
import type { Reading } from './reading.ts'
import type { RuleScope } from './read-target.ts'
import { by } from './rule-kinds/by.ts'
import { carries } from './rule-kinds/carries.ts'
import { check } from './rule-kinds/check.ts'
import { knownBefore } from './rule-kinds/known-before.ts'
import { neverSays } from './rule-kinds/never-says.ts'
import { notByDoerOf } from './rule-kinds/not-by-doer-of.ts'
import { precedence } from './rule-kinds/precedence.ts'
import { records } from './rule-kinds/records.ts'
import { response } from './rule-kinds/response.ts'
import { says } from './rule-kinds/says.ts'
import { within } from './rule-kinds/within.ts'
import type { TreeNode } from './tree.ts'

/**
 * Reads what stands under a kind's key, `body`, which the schema has seen; reports what it refers to and is not there.
 * Undefined where the rule cannot be made.
 */
export type ReadSpec<K extends RuleKindId> = (
  reading: Reading,
  scope: RuleScope,
  body: TreeNode,
) => SpecOf<K> | undefined

/** Every kind of rule by its key in YAML. A new one: a file in `rule-kinds/` and a line here. */
export const SPEC_READERS: { readonly [K in RuleKindId]: ReadSpec<K> } = {
  by,
  carries,
  check,
  'known-before': knownBefore,
  'never-says': neverSays,
  'not-by-doer-of': notByDoerOf,
  precedence,
  records,
  response,
  says,
  within,
}

/** Kinds of the language that are not built. */
export const UNSUPPORTED_KINDS: ReadonlySet<string> = new Set([
  'absence',
  'chain-precedence',
  'chain-response',
  'chain-succession',
  'existence',
  'four-eyes',
  'hand-over',
  'no-pii',
  'not-asked-again',
  'not-coexistence',
  'not-precedence',
  'not-response',
  'not-succession',
  'same-person',
  'succession',
  'target',
  'turn-taking',
])
