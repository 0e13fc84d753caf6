import { nearestName } from '../../diagnostic/nearest.ts'
import type { LintRule } from '../lint-rule.ts'

/** A walk-through of a version that the map and its history do not have: what was walked cannot be looked up. */
export const walkVersionUnknown: LintRule = {
  id: 'walk-version-unknown',
  group: 'versions',
  severity: 'warning',
  title: { zh: '穿越的版本不存在', en: 'a walk-through of an unknown version' },
  check({ map, versions }, report) {
    const known = versions.map(({ version }) => version)
    for (const { version, place } of map.walks ?? []) {
      if (known.includes(version)) continue
      const suggestion = nearestName(version, known)
      report({
        place,
        message: { zh: `没有版本 \`${version}\``, en: `there is no version \`${version}\`` },
        expected: {
          zh: `现有版本：${known.map((each) => `\`${each}\``).join('、')}`,
          en: `one of the versions ${known.map((each) => `\`${each}\``).join(', ')}`,
        },
        ...(suggestion === undefined ? {} : { suggestion }),
      })
    }
  },
}
