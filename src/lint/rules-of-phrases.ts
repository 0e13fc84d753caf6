import type { LintRule } from './lint-rule.ts'
import { atLeastUnreachable } from './rules/at-least-unreachable.ts'
import { entryAgainstNone } from './rules/entry-against-none.ts'
import { entryContained } from './rules/entry-contained.ts'
import { entryDuplicate } from './rules/entry-duplicate.ts'
import { entryEmpty } from './rules/entry-empty.ts'
import { entryExcepted } from './rules/entry-excepted.ts'
import { exceptionIdle } from './rules/exception-idle.ts'
import { lexiconUnused } from './rules/lexicon-unused.ts'
import { pinyinWithoutHan } from './rules/pinyin-without-han.ts'
import { regexMatchesEmpty } from './rules/regex-matches-empty.ts'
import { saysContradicts } from './rules/says-contradicts.ts'
import { similarIdle } from './rules/similar-idle.ts'
import { slotMalformed } from './rules/slot-malformed.ts'
import { lexiconDuplicate } from './rules/lexicon-duplicate.ts'

/** Of lexicons and what must, or must not, be said. */
export const PHRASE_RULES: readonly LintRule[] = [
  lexiconUnused,
  entryEmpty,
  entryDuplicate,
  entryContained,
  entryExcepted,
  entryAgainstNone,
  exceptionIdle,
  atLeastUnreachable,
  slotMalformed,
  similarIdle,
  pinyinWithoutHan,
  regexMatchesEmpty,
  saysContradicts,
  lexiconDuplicate,
]
