import type { LogEvent } from '../log/event.ts'
import type { Known } from '../model/rule.ts'
import { isBlank, readField } from './is-blank.ts'
import type { RuleContext } from './rule-kind.ts'

/** Whether an event at a position counts. */
export type Counts = (at: number) => boolean

/** The events, among those that count, by which data are known; undefined when they are not. */
export function findKnown(known: Known, counts: Counts, context: RuleContext): number[] | undefined {
  const { interaction, map } = context.matcher
  switch (known.kind) {
    case 'attribute': {
      const shows = (event: LogEvent, at: number) => counts(at) && !isBlank(readField(event, known.name), map.catalog)
      const at = interaction.events.findIndex(shows)
      return at >= 0 ? [at] : undefined
    }
    case 'proof': {
      const match = context.matcher.matches(known.proof).find(({ at }) => counts(at))
      return match && [match.at]
    }
    case 'all': {
      const parts = known.of.map((part) => findKnown(part, counts, context))
      return parts.every((part) => part !== undefined) ? parts.flat().sort((a, b) => a - b) : undefined
    }
    case 'any':
      for (const part of known.of) {
        const found = findKnown(part, counts, context)
        if (found) return found
      }
      return undefined
  }
}
