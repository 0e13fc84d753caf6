import { compareText } from '../diagnostic/sort.ts'
import type { ProcessMap } from '../model/map.ts'
import type { RuleOf } from '../model/rule.ts'
import { occurrencesOf } from './find-occurrences.ts'
import { hourClockOf } from './hour-clock-of.ts'
import { say } from './name-target.ts'
import { isBefore } from './order-events.ts'
import type { ManyBase, ManyResult, OverMany } from './over-many.ts'

/** Arrivals in service hours, by channel and hour of the week: how many, and how many were served. */
export interface CoverageSample {
  /** `channel weekday hour` → arrivals, of which served. */
  readonly slots: Map<string, [number, number]>
  notApplicable: number
  pending: number
  notEvaluated: number
}

/** The share of channels, and of hours of the week with arrivals, in which anybody was served. */
export const coverageOverMany: OverMany<'coverage', CoverageSample> = {
  prepare({ spec }, flow, map) {
    const [findArrivals, findServed] = [occurrencesOf(spec.arrives, flow), occurrencesOf(spec.served, flow)]
    return (sample, context, judgement) => {
      if (judgement.outcome === 'notApplicable') sample.notApplicable += 1
      else if (judgement.outcome === 'notEvaluated') sample.notEvaluated += 1
      else if (judgement.outcome === 'pending') sample.pending += 1
      const { interaction } = context.matcher
      const id = interaction.axes.channel
      const channel = id === undefined ? undefined : map.catalog.axes.channel.get(id)
      if (channel === undefined || judgement.evidence.length === 0) return
      const hours = hourClockOf(spec, channel, map)
      if (hours === undefined) return
      const served = findServed(context)
      for (const arrival of findArrivals(context)) {
        const time = interaction.events[arrival.at]?.time
        if (time === undefined || hours.isOpen(time) !== true) continue
        const isServed = served.some(({ at }) => at === arrival.at || isBefore(arrival.at, at, context))
        const { weekday, hour } = hours.hourOf(time)
        add(sample.slots, `${channel.id} ${weekday} ${hour}`, 1, isServed ? 1 : 0)
      }
    }
  },

  empty: () => ({ slots: new Map(), notApplicable: 0, pending: 0, notEvaluated: 0 }),

  merge(into, from) {
    for (const [slot, [arrived, served]] of from.slots) add(into.slots, slot, arrived, served)
    into.notApplicable += from.notApplicable
    into.pending += from.pending
    into.notEvaluated += from.notEvaluated
  },

  conclude(rule, sample, { map }) {
    const channels = channelsOf(rule, map)
    const covered = new Set<string>()
    let hours = 0
    for (const [slot, [, served]] of sample.slots) {
      if (served === 0) continue
      hours += 1
      covered.add(slot.slice(0, slot.indexOf(' ')))
    }
    const rest = {
      notApplicable: sample.notApplicable,
      pending: sample.pending,
      notEvaluated: sample.notEvaluated,
    }
    const missing = channels.filter((id) => !covered.has(id))
    return [
      share(rule, 'channels', channels.length - missing.length, { counted: channels.length, ...rest }),
      share(rule, 'hours', hours, { counted: sample.slots.size, ...rest }),
    ]
  },
}

function add(slots: Map<string, [number, number]>, slot: string, arrived: number, served: number): void {
  const known = slots.get(slot)
  if (known) {
    known[0] += arrived
    known[1] += served
  } else slots.set(slot, [arrived, served])
}

/** The channels in which the map serves anything, of those that the rule means. */
function channelsOf({ spec }: RuleOf<'coverage'>, map: ProcessMap): readonly string[] {
  const served = new Set<string>()
  for (const { select } of map.touchpoints) {
    const ids =
      select.channel === 'all' || select.channel === undefined ? map.catalog.axes.channel.keys() : select.channel
    for (const id of ids) served.add(id)
  }
  return [...served].filter((id) => spec.channels?.includes(id) ?? true).sort(compareText)
}

function share(rule: RuleOf<'coverage'>, figure: 'channels' | 'hours', kept: number, base: ManyBase): ManyResult {
  const value = base.counted === 0 ? null : kept / base.counted
  const { least } = rule.spec
  return {
    rule,
    figure,
    outcome: value === null ? 'notApplicable' : kept >= least * base.counted ? 'pass' : 'fail',
    reason: say((lang) => {
      if (value === null) return lang === 'zh' ? '服务时间内没有人来' : 'nobody came in service hours'
      if (figure === 'channels') {
        return lang === 'zh'
          ? `地图的 ${base.counted} 个渠道中有 ${kept} 个有服务记录`
          : `${kept} of the map's ${base.counted} channels served somebody`
      }
      return lang === 'zh'
        ? `有人来的 ${base.counted} 个时段（星期、小时）中有 ${kept} 个有人服务`
        : `in ${kept} of the ${base.counted} hours of the week in which somebody came, somebody was served`
    }),
    value,
    limit: least,
    bound: 'atLeast',
    unit: 'share',
    base,
  }
}
