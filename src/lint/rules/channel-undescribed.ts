import type { LintRule } from '../lint-rule.ts'

/**
 * A channel of which neither the scope (what it is for) nor the response (how soon it answers) is stated, in a map that
 * states one of them of another channel. A channel that others are part of has no cells of its own and is left out.
 */
export const channelUndescribed: LintRule = {
  id: 'channel-undescribed',
  group: 'matrix',
  severity: 'info',
  title: { zh: '没有写明用途和响应的渠道', en: 'a channel without scope and response' },
  check({ map }, report) {
    const channels = [...map.catalog.axes.channel.values()]
    const described = channels.find(({ scope, response }) => scope !== undefined || response !== undefined)
    if (described === undefined) return
    const parents = new Set(channels.map(({ partOf }) => partOf))
    for (const { id, scope, response, place } of channels) {
      if (scope !== undefined || response !== undefined || parents.has(id)) continue
      report({
        place,
        message: {
          zh: `渠道 \`${id}\` 既没有 \`scope\` 也没有 \`response\``,
          en: `the channel \`${id}\` has neither \`scope\` nor \`response\``,
        },
        expected: {
          zh: '用于什么（`scope`）或多久响应（`response`）',
          en: 'what it is for (`scope`) or how soon it answers (`response`)',
        },
        related: [{ place: described.place, message: { zh: '这个渠道写明了', en: 'a channel of which it is stated' } }],
      })
    }
  },
}
