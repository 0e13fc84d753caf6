import { createZone, type Zone } from '../../log/zone.ts'
import type { Interaction } from '../../log/event.ts'
import { AXES, type ProcessMap } from '../../model/map.ts'
import { type Period, PERIODS } from '../../model/rules/target.ts'

/** A value of a grouping that the log does not give. */
export const UNKNOWN_GROUP = 'unknown'

/** The day on which an interaction began, `2026-07-01` in the map's time zone; undefined without times. */
export function createDayFinder({ timezone }: ProcessMap): (interaction: Interaction) => string | undefined {
  const zone: Zone | undefined = createZone(timezone ?? 'UTC')
  return ({ events }) => {
    const time = events.find((event) => event.time !== undefined)?.time
    if (time === undefined) return undefined
    const local = zone?.toLocal(time) ?? time
    return Number.isFinite(local) && Math.abs(local) < 8e15 ? new Date(local).toISOString().slice(0, 10) : undefined
  }
}

export function isPeriod(name: string): name is Period {
  return PERIODS.some((period) => period === name)
}

/** The period of a day: itself, `2026-W27` (ISO 8601), `2026-07`, `2026-Q3`, `2026`. */
export function periodOf(day: string, period: Period): string {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return weekOf(day)
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
    case 'year':
      return day.slice(0, 4)
  }
}

const DAY = 86_400_000

function weekOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  // The week of a day is that of its Thursday.
  const weekday = (new Date(at).getUTCDay() + 6) % 7
  const thursday = new Date(at + (3 - weekday) * DAY)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - first) / (7 * DAY)) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

/** An axis, a level of the unit, or an attribute of the interaction, as text; undefined where the log does not give it. */
export function valueOf(interaction: Interaction, name: string): string | undefined {
  const axis = AXES.find((each) => each === name)
  if (axis) return interaction.ambiguous.includes(axis) ? undefined : interaction.axes[axis]
  if (name === 'site' || name === 'team' || name === 'shift' || name === 'agent') return interaction.unit[name]
  const value = Object.hasOwn(interaction.attributes, name) ? interaction.attributes[name] : undefined
  if (value === undefined || value === null || typeof value === 'object') return undefined
  return String(value).trim() === '' ? undefined : String(value).trim()
}
