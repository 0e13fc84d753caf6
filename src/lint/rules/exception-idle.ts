import type { Lexicon, LexiconEntry } from '../../model/lexicon.ts'
import { createPhraseMatcher } from '../../text/create-phrase-matcher.ts'
import { isWanted, lexiconOf, lexiconsIn, type Wording } from '../facts/wordings.ts'
import type { LintRule } from '../lint-rule.ts'

/** An exception that holds no phrase it speaks of, so that no place can lie inside it. Not judged: slots in it, `regex`. */
export const exceptionIdle: LintRule = {
  id: 'exception-idle',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '例外永远不生效', en: 'an exception that can never apply' },
  check(context, report) {
    for (const { lexicon, wordings } of lexiconsIn(context)) {
      const says = new Map<LexiconEntry | undefined, (text: string) => boolean>()
      for (const { list, of, phrase, source, place } of wordings) {
        if (list !== 'except' || phrase.plain === undefined || phrase.literals === 0) continue
        if (of === undefined && lexicon.regex !== undefined) continue
        let holds = says.get(of)
        if (holds === undefined) says.set(of, (holds = sayingOf(lexicon, wordings, of)))
        if (holds(source)) continue
        report({
          place,
          message: {
            zh: '这条例外里没有它所针对的词条，不会有哪一处落在其中',
            en: 'this exception holds no phrase it speaks of, so no place ever lies inside it',
          },
          expected: {
            zh: '包含词条的更长的话，如词条“一定”的例外“不一定”',
            en: 'a longer phrase around the entry, such as `no guarantee` for `guarantee`',
          },
          related: [{ place: of?.place ?? lexicon.place, message: { zh: '它所针对的', en: 'what it speaks of' } }],
        })
      }
    }
  },
}

/** Whether a text says some of what an exception speaks of: an entry, or all that is wanted of the lexicon. */
function sayingOf(
  lexicon: Lexicon,
  wordings: readonly Wording[],
  of: LexiconEntry | undefined,
): (text: string) => boolean {
  const about = wordings.filter((each) => isWanted(each) && (of === undefined || each.entry === of))
  const { pinyin, similar } = lexicon
  const by = { ...(pinyin === undefined ? {} : { pinyin }), ...(similar === undefined ? {} : { similar }) }
  const sources = about.map((each) => each.source)
  const matcher = createPhraseMatcher(lexiconOf(sources, lexicon, by))
  return (text) => matcher(text).length > 0
}
