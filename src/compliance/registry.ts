import type { RuleKindId } from '../model/rule.ts'
import { absence } from './kinds/absence.ts'
import { alternatePrecedence } from './kinds/alternate-precedence.ts'
import { alternateResponse } from './kinds/alternate-response.ts'
import { alternateSuccession } from './kinds/alternate-succession.ts'
import { by } from './kinds/by.ts'
import { carries } from './kinds/carries.ts'
import { chainPrecedence } from './kinds/chain-precedence.ts'
import { chainResponse } from './kinds/chain-response.ts'
import { chainSuccession } from './kinds/chain-succession.ts'
import { check } from './kinds/check.ts'
import { choice } from './kinds/choice.ts'
import { coExistence } from './kinds/co-existence.ts'
import { exactly } from './kinds/exactly.ts'
import { exclusiveChoice } from './kinds/exclusive-choice.ts'
import { existence } from './kinds/existence.ts'
import { init } from './kinds/init.ts'
import { knownBefore } from './kinds/known-before.ts'
import { last } from './kinds/last.ts'
import { neverSays } from './kinds/never-says.ts'
import { noPii } from './kinds/no-pii.ts'
import { notByDoerOf } from './kinds/not-by-doer-of.ts'
import { notChainPrecedence } from './kinds/not-chain-precedence.ts'
import { notChainResponse } from './kinds/not-chain-response.ts'
import { notChainSuccession } from './kinds/not-chain-succession.ts'
import { notCoExistence } from './kinds/not-co-existence.ts'
import { notPrecedence } from './kinds/not-precedence.ts'
import { notRespondedExistence } from './kinds/not-responded-existence.ts'
import { notResponse } from './kinds/not-response.ts'
import { notSuccession } from './kinds/not-succession.ts'
import { precedence } from './kinds/precedence.ts'
import { records } from './kinds/records.ts'
import { repeatWithin } from './kinds/repeat-within.ts'
import { respondedExistence } from './kinds/responded-existence.ts'
import { response } from './kinds/response.ts'
import { says } from './kinds/says.ts'
import { succession } from './kinds/succession.ts'
import { target } from './kinds/target.ts'
import { turnTaking } from './kinds/turn-taking.ts'
import { within } from './kinds/within.ts'
import { coverage } from './kinds/coverage.ts'
import { fourEyes } from './kinds/four-eyes.ts'
import { handOver } from './kinds/hand-over.ts'
import { notAskedAgain } from './kinds/not-asked-again.ts'
import { plugin } from './kinds/plugin.ts'
import { qualified } from './kinds/qualified.ts'
import { samePerson } from './kinds/same-person.ts'
import type { RuleKind } from './rule-kind.ts'

/** Every kind of rule, by id. A new one: a file in `kinds/`, a line here, a page in `docs/kinds/`, a test. */
export const RULE_KINDS: { readonly [K in RuleKindId]: RuleKind<K> } = {
  coverage,
  'four-eyes': fourEyes,
  'hand-over': handOver,
  'not-asked-again': notAskedAgain,
  plugin,
  qualified,
  'same-person': samePerson,
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
  'no-pii': noPii,
  'turn-taking': turnTaking,
  'repeat-within': repeatWithin,
  target,
  'responded-existence': respondedExistence,
  'co-existence': coExistence,
  'alternate-response': alternateResponse,
  'chain-response': chainResponse,
  'alternate-precedence': alternatePrecedence,
  'chain-precedence': chainPrecedence,
  succession,
  'alternate-succession': alternateSuccession,
  'chain-succession': chainSuccession,
  'not-responded-existence': notRespondedExistence,
  'not-co-existence': notCoExistence,
  'not-response': notResponse,
  'not-chain-response': notChainResponse,
  'not-precedence': notPrecedence,
  'not-chain-precedence': notChainPrecedence,
  'not-succession': notSuccession,
  'not-chain-succession': notChainSuccession,
  existence,
  absence,
  exactly,
  init,
  last,
  choice,
  'exclusive-choice': exclusiveChoice,
}
