import type { LintRule } from '../lint-rule.ts'

/** A comment that is to suppress a finding and cannot: without a reason, of a rule that is not there or is an error of the map, or until a day that is none. Found by `checkMap`, which alone sees the comments and the settings. */
export const suppressionInvalid: LintRule = {
  id: 'suppression-invalid',
  group: 'suppression',
  severity: 'error',
  title: { zh: '无效的豁免', en: 'a suppression that is not valid' },
  check() {},
}
