import type { Message } from '../diagnostic/diagnostic.ts'
import type { LintGroup } from './lint-rule.ts'

/** What rules are about, in the order of lists. */
export const LINT_GROUPS: readonly { readonly id: LintGroup; readonly title: Message }[] = [
  { id: 'matrix', title: { zh: '矩阵', en: 'the matrix' } },
  { id: 'codes', title: { zh: '编码', en: 'codes' } },
  { id: 'flow', title: { zh: '流程', en: 'flows' } },
  { id: 'decisions', title: { zh: '判断与条件', en: 'decisions and conditions' } },
  { id: 'limits', title: { zh: '时限', en: 'time limits' } },
  { id: 'calendars', title: { zh: '日历', en: 'calendars' } },
  { id: 'phrases', title: { zh: '话术', en: 'phrases' } },
  { id: 'roles', title: { zh: '角色', en: 'roles' } },
  { id: 'versions', title: { zh: '版本', en: 'versions' } },
  { id: 'data', title: { zh: '目录与字段', en: 'catalogue and fields' } },
  { id: 'scorecard', title: { zh: '评分表', en: 'the scorecard' } },
  { id: 'style', title: { zh: '写法', en: 'style' } },
  { id: 'suppression', title: { zh: '豁免', en: 'suppressions' } },
]
