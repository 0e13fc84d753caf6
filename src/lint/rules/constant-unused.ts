import { mentions } from '../facts/words.ts'
import type { LintRule } from '../lint-rule.ts'

/** A constant that no limit names. `ring` is read by the program itself. */
export const constantUnused: LintRule = {
  id: 'constant-unused',
  group: 'data',
  severity: 'warning',
  title: { zh: '没有用处的常量', en: 'a constant nothing uses' },
  check(context, report) {
    const used = mentions(context)
    for (const file of context.sources.files) {
      if (file.kind !== 'catalog') continue
      const place = { file: file.source.file, range: file.root.place.range, pointer: '' }
      const constants = context.sources.find(place, 'constants')?.node
      if (constants?.kind !== 'map') continue
      for (const [name, { key }] of constants.entries) {
        if (name === 'ring' || used.has(name)) continue
        report({
          place: key,
          message: { zh: `没有什么用到常量 \`${name}\``, en: `nothing uses the constant \`${name}\`` },
          expected: { zh: '某个时限，或删去它', en: 'a limit that names it, or the constant taken out' },
        })
      }
    }
  },
}
