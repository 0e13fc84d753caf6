import type { LintRule } from '../lint-rule.ts'

/** A lexicon that no proof, rule, window or target names. */
export const lexiconUnused: LintRule = {
  id: 'lexicon-unused',
  group: 'phrases',
  severity: 'warning',
  title: { zh: '词库没有用处', en: 'a lexicon nothing uses' },
  check({ map }, report) {
    const { usedLexicons } = map
    if (usedLexicons === undefined) return
    for (const { id, place } of map.lexicons.values()) {
      if (usedLexicons.has(id)) continue
      report({
        place,
        message: { zh: `词库 \`${id}\` 没有任何凭据或规则用到`, en: `no proof and no rule uses the lexicon \`${id}\`` },
        expected: {
          zh: '在 `says`、`must-say`、`never-says` 等处用到它，或删去',
          en: '`says`, `must-say`, `never-says` or the like that names it, or no such lexicon',
        },
      })
    }
  },
}
