import { UNIT_LEVELS, type UnitLevel } from '../log/event.ts'
import { AXES, type AxisName } from '../model/map.ts'
import type { ScoredInteraction } from '../score/result.ts'

/** Fields that every scored contact has, besides axes, units and its attributes. */
export const RESULT_FIELDS = ['touchpoint', 'flow', 'version', 'verdict', 'month'] as const

/**
 * The value of a field of a contact, as text: `touchpoint`, `flow`, `version`, `verdict`, `month` (of its first event,
 * UTC), an axis, a unit level, or an attribute of the log. Undefined where it has none.
 */
export function fieldOf(result: ScoredInteraction, name: string): string | undefined {
  const { interaction, cell, map, verdict } = result
  if (name === 'touchpoint') return cell.code
  if (name === 'flow') return cell.row.flow
  if (name === 'version') return map.version
  if (name === 'verdict') return verdict
  if (name === 'month') {
    const time = interaction.events.find((event) => event.time !== undefined)?.time
    return time === undefined ? undefined : new Date(time).toISOString().slice(0, 7)
  }
  if ((AXES as readonly string[]).includes(name)) return cell.at[name as AxisName] ?? interaction.axes[name as AxisName]
  if ((UNIT_LEVELS as readonly string[]).includes(name)) return interaction.unit[name as UnitLevel]
  const value = Object.hasOwn(interaction.attributes, name) ? interaction.attributes[name] : undefined
  if (value === null || value === undefined) return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
