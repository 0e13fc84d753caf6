import type { RuleKindId } from '../model/rule.ts'
import { by } from './kinds/by.ts'
import { carries } from './kinds/carries.ts'
import { check } from './kinds/check.ts'
import { knownBefore } from './kinds/known-before.ts'
import { neverSays } from './kinds/never-says.ts'
import { notByDoerOf } from './kinds/not-by-doer-of.ts'
import { precedence } from './kinds/precedence.ts'
import { records } from './kinds/records.ts'
import { response } from './kinds/response.ts'
import { says } from './kinds/says.ts'
import { within } from './kinds/within.ts'
import type { RuleKind } from './rule-kind.ts'

/** Every kind of rule, by id. A new one: a file in `kinds/`, a line here, a page in `docs/kinds/`, a test. */
export const RULE_KINDS: { readonly [K in RuleKindId]: RuleKind<K> } = {
  within,
  says,
  'never-says': neverSays,
  by,
  records,
  carries,
  precedence,
  response,
  'known-before': knownBefore,
  'not-by-doer-of': notByDoerOf,
  check,
}
