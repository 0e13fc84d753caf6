import type { LintRule } from '../lint-rule.ts'

/** A version after the first that does not say what it changed (S6: versions are kept with what each revision changed). */
export const versionWithoutChanges: LintRule = {
  id: 'version-without-changes',
  group: 'versions',
  severity: 'warning',
  title: { zh: '版本没有修订说明', en: 'a version without notes of what changed' },
  check({ map, versions, sources }, report) {
    const before = versions.at(-2)
    if (!before || (map.changes ?? []).length > 0) return
    report({
      place: sources.value(map.place, '..', 'version'),
      message: {
        zh: `版本 \`${map.version}\` 没有说明相对 \`${before.version}\` 改了什么`,
        en: `version \`${map.version}\` does not say what it changed against \`${before.version}\``,
      },
      expected: {
        zh: '`changes: [{what, why}]`；`touchmap changelog` 列出有哪些改动',
        en: '`changes: [{what, why}]`; `touchmap changelog` lists what is different',
      },
    })
  },
}
