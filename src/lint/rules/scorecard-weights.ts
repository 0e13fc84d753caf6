import type { LintRule } from '../lint-rule.ts'

/** Weights of sections that come near 100 and miss it: a slip, since weights that are not per cent are rarely so near. */
export const scorecardWeights: LintRule = {
  id: 'scorecard-weights',
  group: 'scorecard',
  severity: 'warning',
  title: { zh: '各部分权重之和不是 100', en: 'weights of sections that miss 100' },
  check({ map: { scorecard }, sources }, report) {
    if (!scorecard || scorecard.mode === 'deduct' || scorecard.mode === 'mean') return
    const sections = scorecard.sections.filter(({ bonus }) => !bonus)
    const sum = sections.reduce((total, { weight }) => total + weight, 0)
    if (sections.length < 2 || Math.abs(sum - 100) < 1e-6 || sum < 80 || sum > 120) return
    report({
      place: sources.key(scorecard.place, '..', 'sections'),
      message: {
        zh: `各部分的权重合计 ${round(sum)}，不是 100`,
        en: `the weights of the sections come to ${round(sum)}, not to 100`,
      },
      expected: { zh: '合计 100 的权重', en: 'weights that come to 100' },
    })
  },
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
