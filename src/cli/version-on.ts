import type { Command } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import { isDay } from '../model/day.ts'
import type { MapHistory, ProcessMap } from '../model/map.ts'
import { today } from './today.ts'

/** The version that was asked for, and the day on which its reviews and walk-throughs are judged. */
export interface VersionOn {
  readonly map: ProcessMap
  readonly asOf: string
  /** The version was asked for by that day. */
  readonly asked: boolean
}

/** `--date`, for commands that take the version in force on a day. */
export function addDateOption(command: Command, lang: Lang): void {
  command.option(
    '--date <date>',
    lang === 'zh'
      ? '取该日有效的版本，如 2026-07-01（默认：所指的版本）；评审与穿越也按该日判断（默认：今天）'
      : 'the version in force on this day, such as 2026-07-01 (default: the version that is named); reviews and walk-throughs are judged by it too (default: today)',
  )
}

/**
 * The version in force on a day of the map's time zone; without a day the one that was named, judged today. Records of
 * walk-throughs are those of the named map, whichever version is asked for: it is the newest and keeps them all. A day that
 * is none, or on which no version is in force, is an `InputError`.
 */
export function versionOn({ versions }: MapHistory, date: unknown): VersionOn {
  const named = versions.at(-1)
  if (!named) throw new Error('a map has at least one version')
  if (typeof date !== 'string') return { map: named, asOf: today(named.timezone), asked: false }
  if (!isDay(date))
    throw new InputError(
      { zh: `--date 不是日期：${date}`, en: `--date is not a day: ${date}` },
      { zh: '写成 2026-07-01', en: 'write it as 2026-07-01' },
    )
  const map = versions.find(({ effective: { from, until } }) => from <= date && (until === undefined || date <= until))
  if (map === named) return { map, asOf: date, asked: true }
  if (map) {
    const { walks: _, ...own } = map
    return { map: named.walks ? { ...own, walks: named.walks } : own, asOf: date, asked: true }
  }
  const spans = versions.map(({ version, effective }) => `${version}: ${effective.from} – ${effective.until ?? '…'}`)
  throw new InputError(
    { zh: `${date} 没有有效的版本`, en: `no version of the map is in force on ${date}` },
    { zh: `现有版本：${spans.join('；')}`, en: `there are ${spans.join('; ')}` },
  )
}
