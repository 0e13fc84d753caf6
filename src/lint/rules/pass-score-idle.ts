import type { LintRule } from '../lint-rule.ts'

/** `pass: {score: …}` in a map without a scorecard: there is no score, so nothing is held against it. */
export const passScoreIdle: LintRule = {
  id: 'pass-score-idle',
  group: 'scorecard',
  severity: 'warning',
  title: { zh: '没有评分表却要求得分', en: 'a score asked for without a scorecard' },
  check({ map, sources }, report) {
    if (map.pass.score === undefined || map.scorecard !== undefined) return
    const place = { ...map.place, pointer: '/pass' }
    report({
      place: sources.key(place, 'score'),
      message: {
        zh: '地图没有评分表，`pass` 里的得分要求不起作用',
        en: 'the map has no scorecard, so the score that `pass` asks for is never looked at',
      },
      expected: { zh: '评分表，或去掉这一行', en: 'a scorecard, or no such line' },
    })
  },
}
