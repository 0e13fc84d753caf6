import type { Message } from '../diagnostic/diagnostic.ts'
import type { RoleRef } from './flow.ts'
import type { Duration, Lexicon } from './map.ts'
import type { RuleKindId, RuleSpec, SpecOf } from './rule.ts'
import { byWords } from './rules/by.ts'
import { carriesWords } from './rules/carries.ts'
import { checkWords } from './rules/check.ts'
import { choiceWords, countWords, edgeWords, pairWords } from './rules/declare-words.ts'
import { knownBeforeWords } from './rules/known-before.ts'
import { neverSaysWords } from './rules/never-says.ts'
import { noPiiWords } from './rules/no-pii.ts'
import { notByDoerOfWords } from './rules/not-by-doer-of.ts'
import { precedenceWords } from './rules/precedence.ts'
import { recordsWords } from './rules/records.ts'
import { repeatWithinWords } from './rules/repeat-within.ts'
import { responseWords } from './rules/response.ts'
import { saysWords } from './rules/says.ts'
import { targetWords } from './rules/target.ts'
import { turnTakingWords } from './rules/turn-taking.ts'
import { withinWords } from './rules/within.ts'
import { coverageWords } from './rules/coverage.ts'
import { fourEyesWords } from './rules/four-eyes.ts'
import { handOverWords } from './rules/hand-over.ts'
import { notAskedAgainWords } from './rules/not-asked-again.ts'
import { pluginWords } from './rules/plugin.ts'
import { qualifiedWords } from './rules/qualified.ts'
import { samePersonWords } from './rules/same-person.ts'
import type { Known, Target } from './target.ts'

/** How what a spec is made of is called, in the language of the reader: reports and pictures each have their own way. */
export interface Naming {
  target(of: Target): string
  lexicon(of: Lexicon): string
  roles(of: readonly RoleRef[]): string
  duration(of: Duration): string
  known(of: Known): string
  list(names: readonly string[]): string
}

/** What a kind of rule is called to people. */
export interface KindWords<S> {
  /** A word before what it asks: 限时. */
  readonly label: Message
  /** A word beside the event that breaks it: 超时. */
  readonly failed: Message
  /** The target at which a break is shown when no event shows it. */
  about(spec: S): Target | undefined
  /** What it asks, as half a sentence; `name` speaks the reader's language, and only that language's text is used. */
  asks(spec: S, name: Naming, speaker: string): Message
}

const RULE_WORDS: { readonly [K in RuleKindId]: KindWords<SpecOf<K>> } = {
  coverage: coverageWords,
  'four-eyes': fourEyesWords,
  'hand-over': handOverWords,
  'not-asked-again': notAskedAgainWords,
  plugin: pluginWords,
  qualified: qualifiedWords,
  'same-person': samePersonWords,
  by: byWords,
  carries: carriesWords,
  check: checkWords,
  'known-before': knownBeforeWords,
  'never-says': neverSaysWords,
  'not-by-doer-of': notByDoerOfWords,
  precedence: precedenceWords,
  records: recordsWords,
  response: responseWords,
  says: saysWords,
  within: withinWords,
  'no-pii': noPiiWords,
  'turn-taking': turnTakingWords,
  'repeat-within': repeatWithinWords,
  target: targetWords,
  'responded-existence': pairWords('responded-existence'),
  'co-existence': pairWords('co-existence'),
  'alternate-response': pairWords('alternate-response'),
  'chain-response': pairWords('chain-response'),
  'alternate-precedence': pairWords('alternate-precedence'),
  'chain-precedence': pairWords('chain-precedence'),
  succession: pairWords('succession'),
  'alternate-succession': pairWords('alternate-succession'),
  'chain-succession': pairWords('chain-succession'),
  'not-responded-existence': pairWords('not-responded-existence'),
  'not-co-existence': pairWords('not-co-existence'),
  'not-response': pairWords('not-response'),
  'not-chain-response': pairWords('not-chain-response'),
  'not-precedence': pairWords('not-precedence'),
  'not-chain-precedence': pairWords('not-chain-precedence'),
  'not-succession': pairWords('not-succession'),
  'not-chain-succession': pairWords('not-chain-succession'),
  existence: countWords('existence'),
  absence: countWords('absence'),
  exactly: countWords('exactly'),
  init: edgeWords('init'),
  last: edgeWords('last'),
  choice: choiceWords('choice'),
  'exclusive-choice': choiceWords('exclusive-choice'),
}

/** The words of a spec's kind. */
export function wordsOf(spec: RuleSpec): KindWords<RuleSpec> {
  // The table pairs each kind with words for its own spec; TypeScript cannot follow the pair through the union.
  return RULE_WORDS[spec.kind] as KindWords<RuleSpec>
}
