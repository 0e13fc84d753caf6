import type { LintRule } from '../lint-rule.ts'

/** `ambient: ["*"]` lets everything pass that no proof of the flow accepts: nothing is ever unforeseen. */
export const ambientEverything: LintRule = {
  id: 'ambient-everything',
  group: 'flow',
  severity: 'info',
  title: { zh: '什么都算环境事件', en: 'everything is ambient' },
  check({ sources }, report) {
    const message = {
      zh: '`*` 使凡是流程不认得的都不算多做',
      en: 'with `*` nothing is ever unforeseen, whatever the log shows',
    }
    const expected = { zh: '可以忽略的事件，如 `agent.*`', en: 'the events that may be ignored, such as `agent.*`' }
    for (const file of sources.files) {
      if (file.kind !== 'catalog' && file.kind !== 'flow') continue
      const place = { file: file.source.file, range: file.root.place.range, pointer: '/ambient' }
      const written = sources.plain(place)
      const patterns: readonly unknown[] = Array.isArray(written) ? written : [written]
      patterns.forEach((pattern, i) => {
        if (pattern !== '*') return
        report({ place: Array.isArray(written) ? sources.value(place, i) : sources.value(place), message, expected })
      })
    }
  },
}
