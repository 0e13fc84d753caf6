import type { Message } from '../diagnostic/diagnostic.ts'
import type { Target } from '../model/rule.ts'
import { findOccurrences } from './find-occurrences.ts'
import { isBlank, readField } from './is-blank.ts'
import { judgeAbsence } from './judge-absence.ts'
import { inBoth, nameTarget } from './name-target.ts'
import type { Judgement, RuleContext } from './rule-kind.ts'

interface FieldWords {
  complete(name: Message): Message
  lacking(name: Message, missing: Message): Message
}

/** Whether the events of a step together hold each of the attributes (kinds `records` and `carries`). */
export function judgeFields(
  spec: { readonly on: Target; readonly attributes: readonly string[] },
  context: RuleContext,
  words: FieldWords,
): Judgement {
  const occurrences = findOccurrences(spec.on, context)
  if (occurrences.length === 0) return judgeAbsence(spec.on, context)
  const { interaction, map } = context.matcher
  const held = (name: string): boolean =>
    occurrences.some(({ at }) => {
      const event = interaction.events[at]
      return event !== undefined && !isBlank(readField(event, name), map.catalog)
    })
  const missing = spec.attributes.filter((name) => !held(name))
  const name = inBoth((lang) => nameTarget(spec.on, context, lang))
  const listed = inBoth((lang) => missing.map((each) => `\`${each}\``).join(lang === 'zh' ? '、' : ', '))
  return {
    outcome: missing.length > 0 ? 'fail' : 'pass',
    reason: missing.length > 0 ? words.lacking(name, listed) : words.complete(name),
    evidence: occurrences.map(({ at }) => ({ event: at })),
  }
}
