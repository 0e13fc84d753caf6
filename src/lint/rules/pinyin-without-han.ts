import { isWanted, lexiconsIn } from '../facts/wordings.ts'
import { removeEntry } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'

/** `pinyin` in a lexicon none of whose entries has a Chinese character: there is nothing that could sound alike. */
export const pinyinWithoutHan: LintRule = {
  id: 'pinyin-without-han',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '没有汉字却要求按读音', en: '`pinyin` where nothing is Chinese' },
  check(context, report) {
    for (const { lexicon, wordings } of lexiconsIn(context)) {
      if (lexicon.pinyin !== true) continue
      if (wordings.some((each) => isWanted(each) && /\p{Script=Han}/u.test(each.source))) continue
      report({
        place: context.sources.key(lexicon.place, 'pinyin'),
        message: {
          zh: '词条里没有汉字，`pinyin` 不起作用',
          en: 'no entry has a Chinese character, so `pinyin` does nothing',
        },
        expected: { zh: '去掉 `pinyin`，或补上中文词条', en: 'no `pinyin`, or entries in Chinese' },
        ...safeFix('去掉 `pinyin`', 'drop `pinyin`', removeEntry(context.sources, lexicon.place, 'pinyin')),
      })
    }
  },
}
