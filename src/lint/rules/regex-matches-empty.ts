import { createWholeMatcher } from '../../text/match-whole.ts'
import type { LintRule } from '../lint-rule.ts'
import { lexiconsIn } from '../facts/wordings.ts'

/** A `regex` or `except-regex` that the empty text satisfies: empty places do not count, so parts of it ask for nothing. */
export const regexMatchesEmpty: LintRule = {
  id: 'regex-matches-empty',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '正则表达式可以什么都不匹配', en: 'a regular expression that matches nothing at all' },
  check(context, report) {
    for (const { lexicon } of lexiconsIn(context)) {
      const { regex, exceptRegex, places } = lexicon
      for (const [pattern, place] of [
        [regex, places?.regex],
        [exceptRegex, places?.exceptRegex],
      ] as const) {
        if (pattern === undefined || !createWholeMatcher(pattern)('')) continue
        report({
          place: place ?? lexicon.place,
          message: {
            zh: '空文本也符合这个表达式，它各部分都可有可无',
            en: 'the empty text satisfies this expression: every part of it may be left out',
          },
          expected: {
            zh: '至少一处必须出现的内容，如把 `*` 改为 `+`',
            en: 'a part that must be there, such as `+` for `*`',
          },
        })
      }
    }
  },
}
