import { reviewDue } from '../../model/upkeep.ts'
import type { LintRule } from '../lint-rule.ts'

/** A map whose review (`review: {every, last}`) should have been before the day it is judged on (S6: revised every half year). */
export const reviewOverdue: LintRule = {
  id: 'review-overdue',
  group: 'versions',
  severity: 'warning',
  title: { zh: '评审已过期', en: 'a review is overdue' },
  check({ map, asOf }, report) {
    const { review, effective } = map
    const due = reviewDue(map)
    if (!review || due === undefined || asOf <= due) return
    const last = review.last ?? effective.from
    report({
      place: review.place,
      message: {
        zh: `地图应在 ${due} 前评审（由 \`${review.owner}\` 负责，上次 ${last}，每 \`${review.every.text}\` 一次）`,
        en: `the map was to be reviewed by ${due} (by \`${review.owner}\`, last on ${last}, every \`${review.every.text}\`)`,
      },
      expected: { zh: '评审后更新 `last`', en: '`last` set once it has been reviewed' },
    })
  },
}
