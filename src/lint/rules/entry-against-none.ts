import { createPhraseEngine } from '../../text/phrase-engine.ts'
import { isWanted, lexiconOf, lexiconsIn } from '../facts/wordings.ts'
import type { LintRule } from '../lint-rule.ts'

/** An entry that holds one of `none` of the same lexicon: a text that says it never says the lexicon. */
export const entryAgainstNone: LintRule = {
  id: 'entry-against-none',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '词条与 none 相冲突', en: 'an entry that `none` forbids' },
  check(context, report) {
    for (const { lexicon, wordings } of lexiconsIn(context)) {
      const none = wordings.filter(({ list, phrase }) => list === 'none' && phrase.literals > 0)
      if (none.length === 0) continue
      const search = lexiconOf(
        none.map(({ source }) => source),
        lexicon,
      )
      const engine = createPhraseEngine([search])
      for (const each of wordings) {
        if (!isWanted(each) || each.phrase.plain === undefined) continue
        const [hit] = engine.read(each.source).examine(search).seen
        const other = hit && none[hit.ask.index]
        if (other === undefined) continue
        report({
          place: each.place,
          message: {
            zh: '这一条含有 `none` 里的话，说了它，整个词库就不算说到',
            en: 'this entry holds a phrase of `none`: a text that says it does not say the lexicon',
          },
          expected: { zh: '不含 `none` 各条的话', en: 'an entry without what `none` lists' },
          related: [{ place: other.place, message: { zh: '`none` 中的一条', en: 'the entry of `none`' } }],
        })
      }
    }
  },
}
