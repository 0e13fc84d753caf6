import { cellsByFlow, flowsUsedBy } from '../facts/service.ts'
import { rulesIn } from '../facts/rules-in.ts'
import { walkSpec } from '../facts/walk-spec.ts'
import type { Id } from '../../model/map.ts'
import { once } from '../facts/once.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * A limit in rings in a flow that serves a channel without a bell. A channel is known to have none when its own `response`
 * is stated in another unit; one that states nothing is let pass.
 */
export const limitRingsElsewhere: LintRule = {
  id: 'limit-rings-elsewhere',
  group: 'limits',
  severity: 'warning',
  title: { zh: '无振铃渠道里的振铃时限', en: 'rings in a channel that does not ring' },
  check(context, report) {
    for (const { rule, flow } of rulesIn(context)) {
      if (!flow) continue
      let rings = false
      walkSpec(rule.spec, { duration: ({ kind }) => void (rings ||= kind === 'rings') })
      if (!rings) continue
      const channel = [...(channelsByFlow(context).get(flow.id) ?? [])].find((id) => {
        const response = context.map.catalog.axes.channel.get(id)?.response
        return response !== undefined && response.kind !== 'rings'
      })
      if (channel === undefined) continue
      const at = [['limit'], ['within', 'limit']].find((way) => context.sources.find(rule.place, ...way))
      const declared = context.map.catalog.axes.channel.get(channel)?.place
      report({
        place: context.sources.value(rule.place, ...(at ?? [])),
        message: {
          zh: `时限以振铃计，而渠道 \`${channel}\` 没有振铃`,
          en: `the limit is in rings, and the channel \`${channel}\` does not ring`,
        },
        expected: {
          zh: '以秒计的时限，或给这个渠道另一个流程',
          en: 'a limit in seconds, or another flow for this channel',
        },
        ...(declared ? { related: [{ message: { zh: '渠道在这里', en: 'the channel' }, place: declared }] } : {}),
      })
    }
  },
}

/** The channels that each flow serves, by itself or as a part of others. */
const channelsByFlow = once((context) => {
  const used = flowsUsedBy(context)
  const channels = new Map<Id, Set<Id>>()
  for (const [served, cells] of cellsByFlow(context)) {
    const own = new Set(cells.map(({ at }) => at.channel))
    for (const flow of [served, ...(used.get(served) ?? [])]) {
      const all = channels.get(flow) ?? new Set<Id>()
      channels.set(flow, all)
      for (const channel of own) all.add(channel)
    }
  }
  return channels
})
