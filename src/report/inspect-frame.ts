import { codeFrame, linesOf, printable } from '../diagnostic/codeframe.ts'
import type { Place } from '../diagnostic/diagnostic.ts'
import { columnsOf, truncate } from '../draw/columns.ts'
import type { LogEvent } from '../log/event.ts'
import type { ScoredInteraction } from '../score/result.ts'
import type { ReportContext } from './context.ts'
import { createMomentFormat } from './score-format.ts'
import { masked } from './score-mask.ts'

/** The line of YAML at a place with the one before it, the place underlined; nothing when the file's text is not at hand. */
export function yamlFrame(source: string | undefined, { range }: Place, { palette, width }: ReportContext): string[] {
  if (source === undefined) return []
  return codeFrame(linesOf(source), range, { columnsOf, width: width - 4 }).map(({ kind, gutter, text }) => {
    const paint = kind === 'caret' ? palette.error : kind === 'context' ? palette.dim : (line: string) => line
    return `    ${palette.dim(gutter)}${paint(text)}`.trimEnd()
  })
}

/**
 * The lines of the log around events, written from what was read (time, role, event) rather than copied: rows may hold
 * customers' data and come from archives or standard input. Text only when asked for.
 */
export function logFrame(
  { interaction, map }: ScoredInteraction,
  shown: readonly LogEvent[],
  { palette, width }: ReportContext,
  showText: boolean,
): string[] {
  const { timeOfDay } = createMomentFormat(map.timezone)
  const positions = shown.map((event) => interaction.events.indexOf(event))
  const around = interaction.events.filter((_, at) => positions.some((position) => Math.abs(position - at) <= 1))
  const foreign = shown.filter((_, i) => positions[i] === -1)
  const events = [...around, ...foreign]
  const numbers = events.map((event) => String(event.place.line))
  const gutter = Math.max(0, ...numbers.map((number) => number.length))
  return events.map((event, i) => {
    const marker = shown.includes(event) ? palette.error('>') : ' '
    const time = event.time === undefined ? '' : `${timeOfDay(event.time)}  `
    const role = event.role === undefined ? '' : `  ${masked(event.role)}`
    const text = showText && event.text !== undefined ? `  “${printable(event.text)}”` : ''
    const line = truncate(`${time}${masked(event.event)}${role}${text}`, width - gutter - 9)
    return `    ${marker} ${palette.dim(`${(numbers[i] ?? '').padStart(gutter)} |`)} ${line}`
  })
}
