import { lexiconsIn } from '../facts/wordings.ts'
import type { LintRule } from '../lint-rule.ts'

const SLOT = /\{[\p{L}_][\p{L}\p{N}_-]*\}/gu

/** Braces in a phrase that make no slot: they are punctuation then, and what stands between them must be said word for word. */
export const slotMalformed: LintRule = {
  id: 'slot-malformed',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '写错的空位', en: 'a slot written wrongly' },
  check(context, report) {
    for (const { wordings } of lexiconsIn(context)) {
      for (const { source, place } of wordings) {
        if (!/[{}｛｝]/.test(source.replaceAll(SLOT, ''))) continue
        report({
          place,
          message: {
            zh: '这里的花括号不成空位，括号被忽略，其中的字要照原样说',
            en: 'these braces make no slot: they are ignored, and what stands between them must be said as it is',
          },
          expected: {
            zh: '空位写作 `{名称}`：半角花括号，名称以字母或汉字开头，不含空格',
            en: 'a slot as `{name}`: a name that begins with a letter and holds no space',
          },
        })
      }
    }
  },
}
