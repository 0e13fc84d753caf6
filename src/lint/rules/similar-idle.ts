import { mostEdits } from '../../text/find-similar.ts'
import { isWanted, lexiconsIn } from '../facts/wordings.ts'
import { removeEntry } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'

/** `similar` so high, or entries so short, that no entry may differ by a single character. */
export const similarIdle: LintRule = {
  id: 'similar-idle',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '近似度不起作用', en: '`similar` that allows no difference' },
  check(context, report) {
    for (const { lexicon, wordings } of lexiconsIn(context)) {
      const { similar } = lexicon
      if (similar === undefined) continue
      const wanted = wordings.filter((each) => isWanted(each) && each.phrase.literals > 0)
      if (wanted.some(({ phrase }) => mostEdits(phrase, similar) > 0)) continue
      report({
        place: context.sources.key(lexicon.place, 'similar'),
        message: {
          zh: `词条都太短，近似度 ${similar} 不容许任何一字之差`,
          en: `every entry is so short that a similarity of ${similar} allows no character to differ`,
        },
        expected: {
          zh: '更低的近似度（六字的词条须不高于 0.85），或去掉 `similar`',
          en: 'a lower similarity (for six characters 0.85 at most), or none',
        },
        ...safeFix('去掉 `similar`', 'drop `similar`', removeEntry(context.sources, lexicon.place, 'similar')),
      })
    }
  },
}
