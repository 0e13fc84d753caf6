import { createPhraseEngine } from '../../text/phrase-engine.ts'
import type { Step } from '../../model/flow.ts'
import type { Lexicon } from '../../model/lexicon.ts'
import { listsOf } from '../../text/compile-lexicons.ts'
import { type RuleIn, rulesIn } from '../facts/rules-in.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * `must-say` and `must-not-say` of one step that cannot both be kept: the same lexicon, or one of which every way of saying
 * the first also says the second. Judged for lexicons of `any`, `all` or `template` alone; a slot is tried with a word.
 */
export const saysContradicts: LintRule = {
  id: 'says-contradicts',
  group: 'phrases',
  severity: 'error',
  title: { zh: '须说与不得说相矛盾', en: 'what must be said must not be said' },
  check(context, report) {
    const nevers = new Map<Step, RuleIn[]>()
    const rules = rulesIn(context)
    for (const each of rules) {
      const { rule, step } = each
      if (step && rule.spec.kind === 'never-says') nevers.set(step, [...(nevers.get(step) ?? []), each])
    }
    for (const { rule: must, step } of rules) {
      if (step === undefined || must.spec.kind !== 'says') continue
      for (const { rule: mustNot } of nevers.get(step) ?? []) {
        if (mustNot.spec.kind !== 'never-says' || !clash(must.spec.lexicon, mustNot.spec.lexicon)) continue
        report({
          place: must.place,
          message: {
            zh: '这一环节须说的话都是它不得说的，说了不行，不说也不行',
            en: 'whatever says what must be said here says what must not be said, so one of the two always fails',
          },
          expected: { zh: '两者不相重叠的话', en: 'phrases that can be kept together' },
          related: [{ place: mustNot.place, message: { zh: '不得说', en: 'what must not be said' } }],
        })
      }
    }
  },
}

function clash(must: Lexicon, mustNot: Lexicon): boolean {
  if (must === mustNot) return true
  if (must.regex !== undefined || must.atLeast || must.inOrder || must.none.length > 0) return false
  // What says it least: each entry of `any`, with all that must be said beside it.
  const beside = [...must.all, ...(must.template === undefined ? [] : [{ phrase: must.template, variants: [] }])]
  const ways = (must.any.length > 0 ? must.any : [{ phrase: '', variants: [] }]).flatMap(({ phrase, variants }) =>
    [phrase, ...variants].map((each) => [each, ...beside.map((one) => one.phrase)].join('。')),
  )
  if (listsOf(must).every(([list, entries]) => list === 'except' || entries.length === 0)) return false
  const engine = createPhraseEngine([must, mustNot])
  return ways.every((way) => {
    const reading = engine.read(way.replaceAll(/\{[\p{L}_][\p{L}\p{N}_-]*\}/gu, '某'))
    return reading.find(must).length > 0 && reading.find(mustNot).length > 0
  })
}
