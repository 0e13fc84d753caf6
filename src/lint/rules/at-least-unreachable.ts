import { lexiconsIn } from '../facts/wordings.ts'
import type { LintRule } from '../lint-rule.ts'

/** `at-least` that asks for more entries than it lists. */
export const atLeastUnreachable: LintRule = {
  id: 'at-least-unreachable',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '至少几项多于所列', en: '`at-least` asks for more than it lists' },
  check(context, report) {
    for (const { lexicon } of lexiconsIn(context)) {
      const { atLeast } = lexicon
      if (atLeast === undefined || atLeast.count <= atLeast.of.length) continue
      const { count, of } = atLeast
      report({
        place: context.sources.value(lexicon.place, 'at-least', 'count'),
        message: {
          zh: `要求至少 ${count} 项，而只列了 ${of.length} 项，这个词库永远说不到`,
          en: `at least ${count} are asked for and ${of.length} listed, so the lexicon is never said`,
        },
        expected: { zh: `不大于 ${of.length} 的数，或更多的项`, en: `${of.length} at most, or more entries` },
      })
    }
  },
}
