import type { Duration } from '../model/map.ts'
import { badValue, child, refer, report, SORTS, stringOf, type Reading } from './reading.ts'
import type { TreeNode } from './tree.ts'

const MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
  week: 604_800_000,
  weeks: 604_800_000,
}

/** `limit` takes rings, workdays, times from the log and constants; `plain` a stretch of clock time only; `standard` rings too, `period` months and years. */
export type DurationUse = 'limit' | 'plain' | 'standard' | 'period'

/** Reads a duration (semantics §2, `Dur`); reports units that cannot stand there. */
export function readDuration(reading: Reading, node: TreeNode | undefined, use: DurationUse): Duration | undefined {
  if (!node) return undefined
  const from = child(node, 'from')
  if (from) {
    const text = stringOf(from)
    const dot = text?.lastIndexOf('.') ?? -1
    if (text === undefined || dot <= 0) return undefined
    if (use === 'limit') return { kind: 'from', ref: text.slice(0, dot), attribute: text.slice(dot + 1), text }
    report(reading, badValue(from.place, { zh: '这里须是固定的时长', en: 'a fixed duration is needed here' }))
    return undefined
  }
  const text = stringOf(node)
  if (text === undefined) return undefined
  const match = /^(\d+(?:\.\d+)?) ([a-z]+)$/.exec(text)
  if (!match) return readConstant(reading, text, node)
  const count = Number(match[1])
  const unit = match[2] ?? ''
  const ms = MS[unit]
  if (ms !== undefined) {
    const total = Math.round(count * ms)
    if (Number.isSafeInteger(total)) return { kind: 'ms', ms: total, text }
    report(reading, badValue(node.place, { zh: `\`${text}\` 太大`, en: `\`${text}\` is too large` }))
    return undefined
  }
  if (!Number.isInteger(count) || count > 1e6) {
    report(
      reading,
      badValue(node.place, { zh: `\`${text}\` 须是整数个`, en: `\`${text}\` must be a whole number of them` }),
    )
    return undefined
  }
  if (unit.startsWith('workday') && use === 'limit') return { kind: 'workdays', count, text }
  if (unit.startsWith('ring') && (use === 'limit' || use === 'standard')) return { kind: 'rings', count, text }
  if (unit.startsWith('month') && use === 'period') return { kind: 'months', count, text }
  if (unit.startsWith('year') && use === 'period') return { kind: 'months', count: count * 12, text }
  if (MS[unit] === undefined && /^(ring|month|year|workday)s?$/.test(unit)) {
    report(
      reading,
      badValue(
        node.place,
        { zh: `\`${unit}\` 不能用在这里`, en: `\`${unit}\` cannot stand here` },
        { zh: '时长，如 30 s、10 min、24 h、3 days', en: 'a duration such as 30 s, 10 min, 24 h or 3 days' },
      ),
    )
  }
  return undefined
}

function readConstant(reading: Reading, name: string, node: TreeNode): Duration | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return undefined
  refer(reading, reading.constants, name, node, SORTS.constant)
  const constant = reading.durations.get(name)
  return constant && { ...constant, text: name }
}
