import type { Lang } from '../../diagnostic/diagnostic.ts'
import type { Known } from '../../model/rule.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { type Counts, findKnown } from '../find-known.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { isBefore, isTied, judgeTie } from '../order-events.ts'
import { nameProof, nameTarget, say } from '../name-target.ts'
import type { RuleContext, RuleKind } from '../rule-kind.ts'

/**
 * Data are known before a step, from whomever: an attribute seen not blank, or an event that shows it, earlier than the
 * first event of the step. Known is another thing than asked (semantics, what the STAR data teach).
 */
export const knownBefore: RuleKind<'known-before'> = {
  id: 'known-before',
  prepare(rule, flow) {
    const { known, before } = rule.spec
    const find = occurrencesOf(before, flow)
    return (context) => {
      const [first] = find(context)
      if (first === undefined) return judgeAbsence(before, context)
      const surely = (at: number) => isBefore(at, first.at, context)
      const shown = findKnown(known, surely, context)
      if (!shown) {
        const perhaps = findKnown(known, (at) => surely(at) || isTied(at, first.at, context), context)
        if (perhaps) return judgeTie([...perhaps, first.at])
      }
      return {
        outcome: shown ? 'pass' : 'fail',
        reason: say((lang) => {
          const step = nameTarget(before, context, lang)
          const unknown = shown ? undefined : nameUnknown(known, surely, context, lang)
          if (unknown === undefined) return lang === 'zh' ? `${step} 之前已知所需信息` : `all was known before ${step}`
          return lang === 'zh' ? `${step} 之前不知道 ${unknown}` : `${unknown} was not known before ${step}`
        }),
        evidence: [...new Set([...(shown ?? []), first.at])].map((event) => ({ event })),
      }
    }
  },
}

/** What was not known: of `all` only the parts that were missing. */
function nameUnknown(known: Known, before: Counts, context: RuleContext, lang: Lang): string {
  switch (known.kind) {
    case 'attribute':
      return `\`${known.name}\``
    case 'proof':
      return nameProof(known.proof, context.matcher.map.catalog, lang)
    case 'all':
      return known.of
        .filter((part) => findKnown(part, before, context) === undefined)
        .map((part) => nameUnknown(part, before, context, lang))
        .join(lang === 'zh' ? '、' : ', ')
    case 'any':
      return known.of.map((part) => nameUnknown(part, before, context, lang)).join(lang === 'zh' ? ' 或 ' : ' or ')
  }
}
