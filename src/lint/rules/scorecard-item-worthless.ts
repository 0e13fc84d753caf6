import { itemsOf } from '../../model/scorecard.ts'
import type { LintRule } from '../lint-rule.ts'

/** An item that weighs 0 and is neither fatal nor critical: whatever its answer, the score is the same. */
export const scorecardItemWorthless: LintRule = {
  id: 'scorecard-item-worthless',
  group: 'scorecard',
  severity: 'warning',
  title: { zh: '不影响得分的评分项', en: 'an item that cannot change the score' },
  check({ map: { scorecard }, sources }, report) {
    if (!scorecard) return
    for (const { item, sections } of itemsOf(scorecard.sections)) {
      if (item.fatal || item.critical === true || item.class !== undefined || item.bonus === true) continue
      const counts = scorecard.mode === 'deduct' ? (item.deduct ?? 1) !== 0 : item.weight !== 0
      if (counts && sections.every(({ weight }) => weight !== 0)) continue
      const key = ['deduct', 'weight', 'points'].find((each) => sources.find(item.place, each)) ?? ''
      report({
        place: key === '' ? item.place : sources.value(item.place, key),
        message: {
          zh: '这一项的权重为 0，既非一票否决也非关键项，答什么都不影响得分',
          en: 'this item counts 0 and is neither fatal nor critical: its answer cannot change the score',
        },
        expected: { zh: '大于 0 的权重，或 `fatal: true`', en: 'a weight above 0, or `fatal: true`' },
      })
    }
  },
}
