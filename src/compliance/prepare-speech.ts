import type { EffectiveFlow } from '../flow/effective-flow.ts'
import { BARE_SIGHT, type Sight, uniteSights } from '../match/sight.ts'
import { combineOutcomes } from './combine-outcomes.ts'
import { occurrencesOf, sightOfTargets } from './find-occurrences.ts'
import { judgeAbsence } from './judge-absence.ts'
import type { Judge, Judgement, RuleContext, RuleOf } from './rule-kind.ts'
import { searchText, type TextSearch } from './search-text.ts'
import { listTalk } from './talk.ts'
import { anchoredRegion, edgeRegion, type TextRegion } from './text-region.ts'

/** Judges what was found by one region; undefined: all that was searched. */
type JudgeRegion = (found: TextSearch, region: TextRegion | undefined, context: RuleContext) => Judgement

/**
 * What `says` and `never-says` share: the search, once an interaction, and a judgement for each stretch of the contact
 * that the rule speaks of, the gravest of which decides. What it speaks of did not happen: not applicable or pending.
 */
export function prepareSpeech(
  { spec, speaker }: RuleOf<'says'> | RuleOf<'never-says'>,
  flow: EffectiveFlow,
  judgeRegion: JudgeRegion,
): Judge {
  const { on, within } = spec
  const findOn = on && occurrencesOf(on, flow)
  const anchored = within !== undefined && 'anchor' in within ? within : undefined
  const findAnchors = anchored && occurrencesOf(anchored.anchor, flow)
  return (context) => {
    const occurrences = findOn?.(context)
    if (on && occurrences?.length === 0) return judgeAbsence(on, context)
    if (within === undefined) return judgeRegion(searchText(spec, speaker, occurrences, context), undefined, context)
    const talk = listTalk(speaker, context)
    if (!('anchor' in within)) {
      const region = edgeRegion(within, talk, context)
      return judgeRegion(searchText(spec, speaker, occurrences, context), region, context)
    }
    const all = findAnchors?.(context) ?? []
    const anchors = within.pair === 'each' ? all : all.slice(...(within.pair === 'first' ? [0, 1] : [-1]))
    if (anchors.length === 0) return judgeAbsence(within.anchor, context)
    const found = searchText(spec, speaker, occurrences, context)
    return combineOutcomes(
      anchors.map((anchor) => judgeRegion(found, anchoredRegion(within, anchor, talk, context), context)),
    )
  }
}

/** What such a rule looks at; undefined where it asks where in the contact, in several texts together, or how sure the text is. */
export function sightOfSpeech(
  { spec: { lexicon, on, within, together, ...spec } }: RuleOf<'says'> | RuleOf<'never-says'>,
  flow: EffectiveFlow,
): Sight | undefined {
  if (within !== undefined || together !== undefined || lexicon.confidence !== undefined) return undefined
  const whole = 'times' in spec && spec.times !== undefined ? ('all' as const) : ('talk' as const)
  const events = on === undefined ? whole : BARE_SIGHT.events
  const heard: Sight = { ...BARE_SIGHT, lexicons: new Set([lexicon]), events }
  return uniteSights([heard, sightOfTargets(on === undefined ? [] : [on], flow)])
}

/** Whether what happens later may still be heard: the region is open, or, without one, the contact where no step is meant. */
export function mayStillBeSaid(
  { spec }: RuleOf<'says'> | RuleOf<'never-says'>,
  region: TextRegion | undefined,
  context: RuleContext,
): boolean {
  return spec.on === undefined && (region === undefined ? !context.ended : region.isOpen)
}
