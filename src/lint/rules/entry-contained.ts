import { createPhraseEngine } from '../../text/phrase-engine.ts'
import { lexiconOf, lexiconsIn } from '../facts/wordings.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * A phrase of `any` or `none` that holds a shorter one of the same list: whatever says it says the shorter one too. Not
 * reported where exceptions or denials may take the shorter one away, and where phrases have slots.
 */
export const entryContained: LintRule = {
  id: 'entry-contained',
  group: 'phrases',
  severity: 'info',
  title: { zh: '词条已被更短的一条覆盖', en: 'an entry that a shorter one makes needless' },
  check(context, report) {
    for (const { lexicon, wordings } of lexiconsIn(context)) {
      for (const list of ['any', 'none'] as const) {
        const takesAway = lexicon.except.length > 0 || lexicon.exceptRegex !== undefined || lexicon.notNegated
        if (list === 'any' && takesAway) continue
        const plain = wordings.filter((each) => each.list === list && each.phrase.plain !== undefined)
        const free = plain.filter(({ entry, phrase }) => entry.except.length === 0 && phrase.literals > 0)
        if (free.length === 0) continue
        const search = lexiconOf(
          free.map(({ source }) => source),
          lexicon,
        )
        const engine = createPhraseEngine([search])
        for (const each of plain) {
          const { seen } = engine.read(each.source).examine(search)
          const shorter = seen
            .map(({ ask }) => free[ask.index])
            .find((other) => other !== undefined && other.phrase.literals < each.phrase.literals)
          if (shorter === undefined) continue
          report({
            place: each.place,
            message: {
              zh: '说了这一条就一定说了同一组里更短的一条，它从来不起作用',
              en: 'whoever says this says a shorter entry of the same list too, so it never matters',
            },
            expected: {
              zh: '删去这一条；若它另有所指，把较短的一条写得更完整',
              en: 'no such entry; or, where it means something else, more words in the shorter one',
            },
            related: [{ place: shorter.place, message: { zh: '更短的一条', en: 'the shorter entry' } }],
          })
        }
      }
    }
  },
}
