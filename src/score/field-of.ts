import { UNIT_LEVELS, type UnitLevel } from '../log/event.ts'
import { createZone, type Zone } from '../log/zone.ts'
import { AXES, type AxisName } from '../model/map.ts'
import type { ScoredInteraction } from './result.ts'

/** Fields that every scored contact has, besides axes, units and its attributes. */
export const RESULT_FIELDS = ['touchpoint', 'flow', 'version', 'verdict', 'month', 'week', 'day'] as const

/**
 * The value of a field of a contact, as text: `touchpoint`, `flow`, `version`, `verdict`, the `month` (2026-07), ISO `week`
 * (2026-W27) or `day` of its first event in the map's time zone (UTC where it names none), an axis, a unit level, or an
 * attribute of the log. Undefined where it has none.
 */
export function fieldOf(result: ScoredInteraction, name: string): string | undefined {
  const { interaction, cell, map, verdict } = result
  if (name === 'touchpoint') return cell.code
  if (name === 'flow') return cell.row.flow
  if (name === 'version') return map.version
  if (name === 'verdict') return verdict
  if (name === 'month' || name === 'week' || name === 'day') {
    const time = interaction.events.find((event) => event.time !== undefined)?.time
    return time === undefined ? undefined : periodOf(time, name, map.timezone)
  }
  if ((AXES as readonly string[]).includes(name)) return cell.at[name as AxisName] ?? interaction.axes[name as AxisName]
  if ((UNIT_LEVELS as readonly string[]).includes(name)) return interaction.unit[name as UnitLevel]
  const value = Object.hasOwn(interaction.attributes, name) ? interaction.attributes[name] : undefined
  if (value === null || value === undefined) return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const DAY = 86_400_000
const zones = new Map<string, Zone | undefined>()

/** The month, ISO 8601 week or day in which a moment falls; sorts by code units as by time. */
export function periodOf(time: number, period: 'month' | 'week' | 'day', timezone: string | undefined): string {
  const day = localDay(time, timezone ?? 'UTC')
  const date = new Date(day * DAY).toISOString()
  if (period === 'month') return date.slice(0, 7)
  if (period === 'day') return date.slice(0, 10)
  // 1970-01-01 was a Thursday; a week belongs to the year of its Thursday.
  const thursday = day - ((((day + 3) % 7) + 7) % 7) + 3
  const year = new Date(thursday * DAY).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The day by the clocks of the zone, counted from 1970-01-01. */
function localDay(time: number, name: string): number {
  if (!zones.has(name)) zones.set(name, createZone(name))
  const zone = zones.get(name)
  const day = Math.floor(time / DAY)
  if (zone === undefined) return day
  const start = (each: number) => zone.toUtc(each * DAY)
  return start(day + 1) <= time ? day + 1 : start(day) <= time ? day : day - 1
}
