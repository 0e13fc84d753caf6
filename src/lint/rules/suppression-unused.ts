import type { LintRule } from '../lint-rule.ts'

/** A suppression at a line of which nothing is found. Not reported while the rule is off. Found by `checkMap`, which alone sees the comments and the settings. */
export const suppressionUnused: LintRule = {
  id: 'suppression-unused',
  group: 'suppression',
  severity: 'warning',
  title: { zh: '没有用处的豁免', en: 'a suppression of nothing' },
  check() {},
}
