import { hasRole } from '../match/has-role.ts'
import type { Match } from '../match/matcher.ts'
import type { Lexicon } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import type { Evidence, RuleContext } from './rule-kind.ts'

/** What a search for a lexicon found in the events of interest. */
export interface TextSearch {
  /** Events of the speaker. */
  readonly spoke: readonly number[]
  /** Of these, those that have text. */
  readonly withText: readonly number[]
  /** Events of the speaker whose text should be there and is not. */
  readonly lackText: readonly number[]
  readonly hits: readonly Evidence[]
  /** Hits in events that do not tell whose they are, where the rule asks for a speaker. */
  readonly strayHits: readonly Evidence[]
}

/**
 * Searches the events of a step (`on`), or of the whole interaction, for what the rule's speaker said. Of the events of a
 * step each should have text; elsewhere only turns of talk must (`speech`), since acts often have none.
 */
export function searchText(
  rule: { readonly speaker: Rule['speaker'] },
  lexicon: Lexicon,
  on: readonly Match[] | undefined,
  context: RuleContext,
): TextSearch {
  const { interaction, map } = context.matcher
  const places = on === undefined ? interaction.events.map((_, at) => at) : on.map((match) => match.at)
  const isSpeaker = (role: string | undefined): boolean =>
    rule.speaker.length === 0 || hasRole(role, rule.speaker, map.catalog.roles)

  const search = (at: number): readonly Evidence[] => {
    const [span] = context.matcher.hear(at)?.find(lexicon) ?? []
    return span ? [{ event: at, span }] : []
  }
  const spoke: number[] = []
  const withText: number[] = []
  const lackText: number[] = []
  const hits: Evidence[] = []
  const strayHits: Evidence[] = []
  for (const at of places) {
    const event = interaction.events[at]
    if (event === undefined) continue
    if (!isSpeaker(event.role)) {
      if (event.role === undefined && event.text !== undefined) strayHits.push(...search(at))
      continue
    }
    spoke.push(at)
    if (event.text === undefined || event.text.trim() === '') {
      if (on !== undefined || event.speech) lackText.push(at)
      continue
    }
    withText.push(at)
    hits.push(...search(at))
  }
  return { spoke, withText, lackText, hits, strayHits }
}
