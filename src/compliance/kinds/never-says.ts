import { whereWords } from '../../model/text-window.ts'
import { judgeSilence } from '../judge-silence.ts'
import { nameLexicon, nameTarget, say } from '../name-target.ts'
import { mayStillBeSaid, prepareSpeech, sightOfSpeech } from '../prepare-speech.ts'
import type { RuleKind } from '../rule-kind.ts'
import { countPlaces, evidenceOf, isInside } from '../search-text.ts'

/**
 * A phrase is not said by the speaker: nowhere in the interaction, not in a stretch of it, or (`must-not-say`) in no event
 * of a step. One place fails it, whatever else is missing; without one, missing text leaves it not evaluated.
 */
export const neverSays: RuleKind<'never-says'> = {
  id: 'never-says',
  sees: sightOfSpeech,
  prepare(rule, flow) {
    const { lexicon, within } = rule.spec
    return prepareSpeech(rule, flow, (found, region, context) => {
      const places = region ? found.places.filter((place) => isInside(place, region)) : found.places
      const where = (lang: 'zh' | 'en'): string =>
        whereWords({ lexicon, ...(within ? { within } : {}) }, { target: (of) => nameTarget(of, context, lang) }, lang)
      if (places.length > 0) {
        const count = countPlaces(places, lexicon)
        return {
          outcome: 'fail',
          reason: say((lang) => {
            const name = nameLexicon(lexicon, lang)
            if (lang === 'zh') return `${where('zh')}${count === 1 ? '' : `有 ${count} 处`}说了不该说的 ${name}`
            return `${name} was said${count === 1 ? '' : ` ${count} times`}${where('en')} and must not be`
          }),
          evidence: evidenceOf(places),
        }
      }
      const silence = judgeSilence(rule, found, region, context)
      if (silence) return silence
      const open = mayStillBeSaid(rule, region, context)
      return {
        outcome: open ? 'pending' : 'pass',
        reason: say((lang) => {
          const name = nameLexicon(lexicon, lang)
          if (lang === 'zh') return open ? `至今没有说 ${name}，交互还未结束` : `${where('zh')}没有说 ${name}`
          return open ? `${name} was not said so far and the contact is open` : `${name} was not said${where('en')}`
        }),
        evidence: [],
      }
    })
  },
}
