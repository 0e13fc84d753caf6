import { isWanted, lexiconsIn, type Wording } from '../facts/wordings.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * An entry that can never count, since an exception equals it: every place of the entry lies inside one of the exception.
 * Not judged: phrases with slots.
 */
export const entryExcepted: LintRule = {
  id: 'entry-excepted',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '词条总被例外排除', en: 'an entry that an exception always takes away' },
  check(context, report) {
    for (const { wordings } of lexiconsIn(context)) {
      const excepts = new Map<string, Wording[]>()
      for (const each of wordings) {
        const { plain } = each.phrase
        if (each.list === 'except' && plain !== undefined) excepts.set(plain, [...(excepts.get(plain) ?? []), each])
      }
      if (excepts.size === 0) continue
      for (const each of wordings) {
        if (!isWanted(each) || each.phrase.plain === undefined || each.phrase.literals === 0) continue
        const equal = excepts.get(each.phrase.plain) ?? []
        const taking = equal.find(({ of }) => of === undefined || of === each.entry)
        if (taking === undefined) continue
        report({
          place: each.place,
          message: {
            zh: '这一条本身就是一条例外，说了也从不算数',
            en: 'this entry is itself an exception, so saying it never counts',
          },
          expected: {
            zh: '例外比词条长，或删去其中之一',
            en: 'an exception longer than the entry, or one of the two gone',
          },
          related: [{ place: taking.place, message: { zh: '排除它的例外', en: 'the exception' } }],
        })
      }
    }
  },
}
