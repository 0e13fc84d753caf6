import { sameness } from '../../compare/sameness.ts'
import type { LintRule } from '../lint-rule.ts'
import type { Lexicon } from '../../model/lexicon.ts'

/** Two lexicons of different names with the same words and settings: what is added to one is missing in the other. */
export const lexiconDuplicate: LintRule = {
  id: 'lexicon-duplicate',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '两个词库内容相同', en: 'two lexicons with the same words' },
  check({ map }, report) {
    const first = new Map<string, Lexicon>()
    for (const [id, lexicon] of map.lexicons) {
      const { id: _, name: __, ...content } = lexicon
      const key = sameness(content)
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, lexicon)
        continue
      }
      report({
        place: lexicon.place,
        message: {
          zh: `词库 \`${id}\` 与 \`${before.id}\` 内容相同`,
          en: `the lexicon \`${id}\` has the same words as \`${before.id}\``,
        },
        expected: { zh: '一个词库，两处引用', en: 'one lexicon, named in both places' },
        related: [{ place: before.place, message: { zh: '先写在这里', en: 'first written here' } }],
      })
    }
  },
}
