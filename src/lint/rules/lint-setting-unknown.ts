import type { LintRule } from '../lint-rule.ts'

/** A line of `lint` in the map file for a rule that is not there, or whose findings are errors of the map. Found by `checkMap`, which alone sees the comments and the settings. */
export const lintSettingUnknown: LintRule = {
  id: 'lint-setting-unknown',
  group: 'suppression',
  severity: 'warning',
  title: { zh: '设置了不存在或不可设置的规则', en: 'a setting of a rule that is not there' },
  check() {},
}
