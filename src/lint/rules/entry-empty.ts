import { lexiconsIn } from '../facts/wordings.ts'
import type { LintRule } from '../lint-rule.ts'

/** A phrase of which nothing is left once punctuation, spaces and slots are gone: no text is ever found to say it. */
export const entryEmpty: LintRule = {
  id: 'entry-empty',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '词条没有可比对的字', en: 'an entry with nothing to look for' },
  check(context, report) {
    for (const { wordings } of lexiconsIn(context)) {
      for (const { phrase, place } of wordings) {
        if (phrase.literals > 0) continue
        report({
          place,
          message: {
            zh: '比对时不看标点、空格和空位，这一条因此什么也不剩，永远说不到',
            en: 'punctuation, spaces and slots are not compared, so nothing of this is left and no text ever says it',
          },
          expected: { zh: '至少一个字、字母或数字', en: 'a letter, digit or character at least' },
        })
      }
    }
  },
}
