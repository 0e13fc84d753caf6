import { hasRole } from '../match/has-role.ts'
import type { RoleRef } from '../model/flow.ts'
import type { RuleContext } from './rule-kind.ts'

/** Whose an event is to a rule with a speaker: `unknown` where the log gives no role, or one the catalogue does not have. */
export type Speaker = 'speaker' | 'other' | 'unknown'

/** An event of talk: raw speech, or with text. */
export interface TalkEvent {
  /** 0-based position in the interaction. */
  readonly at: number
  readonly whose: Speaker
  /** Number of the turn from 0: a run of talk by one role; acts without text do not end it. */
  readonly turn: number
  /** Length of the text in UTF-16 units; 0 without text. */
  readonly length: number
}

/** Whose the event at a position is. Without a speaker in the rule everyone is meant. */
export function whoseIs(at: number, speaker: readonly RoleRef[], context: RuleContext): Speaker {
  if (speaker.length === 0) return 'speaker'
  const { interaction, map } = context.matcher
  const role = interaction.events[at]?.role
  if (role === undefined || !map.catalog.roles.has(role)) return 'unknown'
  return hasRole(role, speaker, map.catalog.roles) ? 'speaker' : 'other'
}

export function listTalk(speaker: readonly RoleRef[], context: RuleContext): TalkEvent[] {
  const talk: TalkEvent[] = []
  let turn = -1
  let lastRole: string | undefined
  for (const [at, { role, speech, text }] of context.matcher.interaction.events.entries()) {
    if (!speech && !hasWords(text)) continue
    if (turn < 0 || role === undefined || role !== lastRole) turn++
    lastRole = role
    talk.push({ at, whose: whoseIs(at, speaker, context), turn, length: text?.length ?? 0 })
  }
  return talk
}

export function hasWords(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}
