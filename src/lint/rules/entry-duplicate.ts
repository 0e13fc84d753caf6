import type { LexiconEntry } from '../../model/lexicon.ts'
import { lexiconsIn, type Wording } from '../facts/wordings.ts'
import { removeItem } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'

/** A phrase that is, folded, one that stands before it in the same list: letter case, width, punctuation make no other. */
export const entryDuplicate: LintRule = {
  id: 'entry-duplicate',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '词条重复', en: 'an entry written twice' },
  check(context, report) {
    for (const { wordings } of lexiconsIn(context)) {
      const first = new Map<string, Wording>()
      const numbers = new Map<LexiconEntry, number>()
      for (const each of wordings) {
        const { list, of, phrase, place } = each
        if (phrase.literals === 0 || list === 'in-order') continue
        if (of && !numbers.has(of)) numbers.set(of, numbers.size)
        const key = `${list} ${of ? numbers.get(of) : ''} ${phrase.tokens.join()}`
        const before = first.get(key)
        if (before === undefined) {
          first.set(key, each)
          continue
        }
        report({
          place,
          message: {
            zh: '除去全角半角、大小写、标点、繁简之别，这一条与前面的相同',
            en: 'but for width, case, punctuation or traditional characters this equals an entry before it',
          },
          expected: { zh: '每种说法只写一次', en: 'each wording once' },
          related: [{ place: before.place, message: { zh: '先写在这里', en: 'first written here' } }],
          ...(isNeedless(before, each)
            ? safeFix('删去这一条', 'take this one out', removeItem(context.sources, place))
            : {}),
        })
      }
    }
  },
}

/**
 * Whether the later of two equal wordings may go: in `any`, `none` and among exceptions. In `all` and `at-least` entries
 * count one by one, and an entry with exceptions of its own stands for less than its words.
 */
function isNeedless(before: Wording, { list, entry }: Wording): boolean {
  if (list === 'except') return true
  if (list !== 'any' && list !== 'none') return false
  return entry !== undefined && before.entry?.except.length === 0 && entry.except.length === 0
}
