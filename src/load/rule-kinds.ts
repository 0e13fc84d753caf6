import type { RuleKindId, SpecOf } from '../model/rule.ts'
import type { Reading } from './reading.ts'
import type { RuleScope } from './read-target.ts'
import { by } from './rule-kinds/by.ts'
import { carries } from './rule-kinds/carries.ts'
import { check } from './rule-kinds/check.ts'
import { readAmongPair, readChoice, readCount, readEdge, readPair } from './rule-kinds/declare.ts'
import { knownBefore } from './rule-kinds/known-before.ts'
import { neverSays } from './rule-kinds/never-says.ts'
import { noPii } from './rule-kinds/no-pii.ts'
import { notByDoerOf } from './rule-kinds/not-by-doer-of.ts'
import { precedence } from './rule-kinds/precedence.ts'
import { records } from './rule-kinds/records.ts'
import { repeatWithin } from './rule-kinds/repeat-within.ts'
import { response } from './rule-kinds/response.ts'
import { says } from './rule-kinds/says.ts'
import { target } from './rule-kinds/target.ts'
import { turnTaking } from './rule-kinds/turn-taking.ts'
import { within } from './rule-kinds/within.ts'
import { coverage } from './rule-kinds/coverage.ts'
import { fourEyes } from './rule-kinds/four-eyes.ts'
import { handOver } from './rule-kinds/hand-over.ts'
import { notAskedAgain } from './rule-kinds/not-asked-again.ts'
import { plugin } from './rule-kinds/plugin.ts'
import { qualified } from './rule-kinds/qualified.ts'
import { samePerson } from './rule-kinds/same-person.ts'
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
  coverage,
  'four-eyes': fourEyes,
  'hand-over': handOver,
  'not-asked-again': notAskedAgain,
  plugin,
  qualified,
  'same-person': samePerson,
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
  'no-pii': noPii,
  'turn-taking': turnTaking,
  'repeat-within': repeatWithin,
  target,
  'responded-existence': readPair('responded-existence', 'if'),
  'co-existence': readAmongPair('co-existence'),
  'alternate-response': readPair('alternate-response', 'after'),
  'chain-response': readPair('chain-response', 'after'),
  'alternate-precedence': readPair('alternate-precedence', 'before'),
  'chain-precedence': readPair('chain-precedence', 'before'),
  succession: readPair('succession', 'before'),
  'alternate-succession': readPair('alternate-succession', 'before'),
  'chain-succession': readPair('chain-succession', 'before'),
  'not-responded-existence': readPair('not-responded-existence', 'if'),
  'not-co-existence': readAmongPair('not-co-existence'),
  'not-response': readPair('not-response', 'after'),
  'not-chain-response': readPair('not-chain-response', 'after'),
  'not-precedence': readPair('not-precedence', 'before'),
  'not-chain-precedence': readPair('not-chain-precedence', 'before'),
  'not-succession': readPair('not-succession', 'before'),
  'not-chain-succession': readPair('not-chain-succession', 'before'),
  existence: readCount('existence'),
  absence: readCount('absence'),
  exactly: readCount('exactly'),
  init: readEdge('init'),
  last: readEdge('last'),
  choice: readChoice('choice'),
  'exclusive-choice': readChoice('exclusive-choice'),
}

/** Kinds of the language that are not built. */
export const UNSUPPORTED_KINDS: ReadonlySet<string> = new Set([])
