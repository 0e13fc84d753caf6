import type { Message } from '../diagnostic/diagnostic.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Target } from '../model/rule.ts'
import { occurrencesOf } from './find-occurrences.ts'
import { isBlank, readField } from './is-blank.ts'
import { judgeAbsence } from './judge-absence.ts'
import { inBoth, nameTarget } from './name-target.ts'
import type { Judge } from './rule-kind.ts'

interface FieldWords {
  complete(name: Message): Message
  lacking(name: Message, missing: Message): Message
}

/** Whether the events of a step together hold each of the attributes (kinds `records` and `carries`). */
export function prepareFields(
  spec: { readonly on: Target; readonly attributes: readonly string[] },
  flow: EffectiveFlow,
  words: FieldWords,
): Judge {
  const find = occurrencesOf(spec.on, flow)
  return (context) => {
    const occurrences = find(context)
    if (occurrences.length === 0) return judgeAbsence(spec.on, context)
    const { interaction, map } = context.matcher
    const held = (name: string): boolean =>
      occurrences.some(({ at }) => {
        const event = interaction.events[at]
        return event !== undefined && !isBlank(readField(event, name), map.catalog)
      })
    const missing = spec.attributes.filter((name) => !held(name))
    return {
      outcome: missing.length > 0 ? 'fail' : 'pass',
      reason: () => {
        const name = inBoth((lang) => nameTarget(spec.on, context, lang))
        if (missing.length === 0) return words.complete(name)
        return words.lacking(
          name,
          inBoth((lang) => missing.map((each) => `\`${each}\``).join(lang === 'zh' ? '、' : ', ')),
        )
      },
      evidence: occurrences.map(({ at }) => ({ event: at })),
    }
  }
}
