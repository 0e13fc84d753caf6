import type { LintRule } from '../lint-rule.ts'
import { joinPointer } from '../../load/tree.ts'

/** A threshold of 0 is never missed: it looks like a gate and is none. */
export const thresholdAlwaysMet: LintRule = {
  id: 'threshold-always-met',
  group: 'scorecard',
  severity: 'warning',
  title: { zh: '永远达到的阈值', en: 'a threshold that is always met' },
  check({ map: { scorecard }, sources }, report) {
    if (!scorecard) return
    const { overall, touchpoint, per } = scorecard.thresholds
    const sets = [
      { way: '/overall', set: overall },
      { way: '/touchpoint', set: touchpoint },
      ...[...per].map(([code, set]) => ({ way: joinPointer('/per', code), set })),
    ]
    for (const { way, set } of sets) {
      for (const [measure, least] of Object.entries(set)) {
        if (least !== 0) continue
        const place = { ...scorecard.place, pointer: `/thresholds${way}` }
        report({
          place: sources.value(place, measure),
          message: {
            zh: `\`${measure}\` 的阈值为 0，永远达到`,
            en: `the threshold of \`${measure}\` is 0: it is always met`,
          },
          expected: { zh: '大于 0 的值，或不写', en: 'a value above 0, or none' },
        })
      }
    }
  },
}
