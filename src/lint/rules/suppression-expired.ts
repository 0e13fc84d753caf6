import type { LintRule } from '../lint-rule.ts'

/** A suppression whose last day has passed; what it suppressed is reported again. Found by `checkMap`, which alone sees the comments and the settings. */
export const suppressionExpired: LintRule = {
  id: 'suppression-expired',
  group: 'suppression',
  severity: 'error',
  title: { zh: '到期的豁免', en: 'a suppression that has expired' },
  check() {},
}
