import type { Lang } from '../../diagnostic/diagnostic.ts'
import { whereWords } from '../../model/text-window.ts'
import { judgeSilence } from '../judge-silence.ts'
import { nameLexicon, nameTarget, say } from '../name-target.ts'
import { mayStillBeSaid, prepareSpeech, sightOfSpeech } from '../prepare-speech.ts'
import type { RuleContext, RuleKind, RuleOf } from '../rule-kind.ts'
import { countPlaces, evidenceOf, firstOfEach, isInside } from '../search-text.ts'

/**
 * A phrase is said: somewhere in the interaction by the speaker, in a stretch of it, or (`must-say`) in one of the events
 * of a step; so often as `times` asks. A step not done is not applicable; done without text, not evaluated.
 */
export const says: RuleKind<'says'> = {
  id: 'says',
  sees: sightOfSpeech,
  prepare(rule, flow) {
    const { lexicon, on, times } = rule.spec
    const { min = times === undefined ? 1 : 0, max } = times ?? {}
    return prepareSpeech(rule, flow, (found, region, context) => {
      const places = region ? found.places.filter((place) => isInside(place, region)) : found.places
      const count = countPlaces(places, lexicon)
      const evidence = evidenceOf(places)
      if (max !== undefined && count > max) {
        return {
          outcome: 'fail',
          reason: say((lang) => {
            const name = nameLexicon(lexicon, lang)
            return lang === 'zh'
              ? `说了 ${count} 次 ${name}，至多 ${max} 次`
              : `${name} was said ${count} times, at most ${max} are allowed`
          }),
          evidence,
        }
      }
      const said = {
        outcome: 'pass',
        reason: say((lang) => {
          const name = nameLexicon(lexicon, lang)
          if (times === undefined) return lang === 'zh' ? `已说 ${name}` : `${name} was said`
          return lang === 'zh' ? `说了 ${count} 次 ${name}` : `${name} was said ${count} times`
        }),
        evidence: times === undefined ? evidenceOf(firstOfEach(places)) : evidence,
      } as const
      if (count >= min && max === undefined) return said
      const silence = judgeSilence(rule, found, region, context)
      if (silence) return silence
      const open = mayStillBeSaid(rule, region, context)
      if (count >= min && !open) return said
      return {
        outcome: open ? 'pending' : 'fail',
        reason: say((lang) => nameLack(rule, count, open, context, lang)),
        evidence: on
          ? found.withText.map((event) => ({ event }))
          : region?.anchor === undefined
            ? []
            : [{ event: region.anchor }],
      }
    })
  },
}

function nameLack(rule: RuleOf<'says'>, count: number, open: boolean, context: RuleContext, lang: Lang): string {
  const { lexicon, on, within, times } = rule.spec
  const zh = lang === 'zh'
  const name = nameLexicon(lexicon, lang)
  const where = whereWords(
    { lexicon, ...(within ? { within } : {}) },
    { target: (of) => nameTarget(of, context, lang) },
    lang,
  )
  if (times !== undefined) {
    const asked = times.min ?? 0
    if (open)
      return zh
        ? `至今说了 ${count} 次 ${name}，交互还未结束`
        : `${name} was said ${count} times so far and the contact is open`
    return zh
      ? `${where}只说了 ${count} 次 ${name}，须 ${asked} 次`
      : `${name} was said only ${count} times${where}, ${asked} are asked`
  }
  if (open) return zh ? `还没有说 ${name}，交互还未结束` : `${name} was not said yet and the contact is open`
  const step = on && nameTarget(on, context, lang)
  if (step) return zh ? `${step} 时${where}没有说 ${name}` : `${name} was not said at ${step}${where}`
  return zh ? `${where}没有说 ${name}` : `${name} was not said${where}`
}
