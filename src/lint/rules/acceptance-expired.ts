import type { LintRule } from '../lint-rule.ts'

/**
 * A failure that was accepted until a day that is past. Not reported: one that still holds on its last day, and one that
 * is yet to begin.
 */
export const acceptanceExpired: LintRule = {
  id: 'acceptance-expired',
  group: 'data',
  severity: 'warning',
  title: { zh: '认可已到期', en: 'an acceptance that has expired' },
  check({ map, asOf }, report) {
    for (const { id, until, place } of map.accepted ?? []) {
      if (asOf <= until) continue
      report({
        place,
        message: {
          zh: `认可项 \`${id}\` 已于 ${until} 到期，不再生效`,
          en: `the acceptance \`${id}\` ended on ${until} and is no longer applied`,
        },
        expected: { zh: '由负责人改定 `until`，或删去此项', en: 'a new `until` by its owner, or the entry taken out' },
      })
    }
  },
}
