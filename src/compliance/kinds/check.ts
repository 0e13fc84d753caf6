import { expressionOf } from '../../expr/expression.ts'
import { bindInteraction } from '../bind-interaction.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import type { Evidence, Judgement, RuleKind } from '../rule-kind.ts'

/**
 * A condition over the interaction, in CEL. True passes, false fails; data it needs and the log has not: not evaluated.
 * A field of a step that was not done makes it not applicable, as any norm on that step. While the contact is open the
 * answer may still change: pending. Its evidence is the first event of each step that the expression names.
 */
export const check: RuleKind<'check'> = {
  id: 'check',
  prepare(rule, flow) {
    const expression = expressionOf(rule.spec.check, 'interaction')
    const finds = stepsNamedIn(rule.spec.check.source).flatMap((step) => {
      return flow.steps.has(step) ? [occurrencesOf({ kind: 'step', step, place: rule.place }, flow)] : []
    })
    return (context) => {
      const { names, absentSteps, longestList } = bindInteraction(context)
      const result = expression.evaluate(names, longestList)
      const shown = (): Evidence[] =>
        [...new Set(finds.flatMap((find) => find(context)[0]?.at ?? []))]
          .sort((a, b) => a - b)
          .map((event) => ({ event }))
      if ('error' in result) {
        const { error } = result
        return {
          outcome: 'notEvaluated',
          reason: () => ({ zh: `条件无法计算：${error.zh}`, en: `the condition cannot be computed: ${error.en}` }),
          evidence: [],
        }
      }
      if ('missing' in result && result.step !== undefined && absentSteps.has(result.step)) {
        return judgeAbsence({ kind: 'step', step: result.step, place: rule.place }, context)
      }
      if (!context.ended) {
        return {
          outcome: 'pending',
          reason: () => ({ zh: '交互还未结束，条件可能变化', en: 'the contact is open and the condition may change' }),
          evidence: [],
        }
      }
      if ('missing' in result) {
        const { missing } = result
        return {
          outcome: 'notEvaluated',
          reason: () => ({ zh: `记录中没有 \`${missing}\``, en: `the log does not give \`${missing}\`` }),
          evidence: shown(),
        }
      }
      const judgement = result.value ? HOLDS : DOES_NOT_HOLD
      return finds.length === 0 ? judgement : { ...judgement, evidence: shown() }
    }
  },
}

/** The ids in `steps["id"]`, each once. */
function stepsNamedIn(source: string): string[] {
  return [...new Set([...source.matchAll(/\bsteps\[\s*["']([^"'\\]+)["']\s*\]/g)].flatMap((match) => match[1] ?? []))]
}

const HOLDS: Judgement = {
  outcome: 'pass',
  reason: () => ({ zh: '条件成立', en: 'the condition holds' }),
  evidence: [],
}

const DOES_NOT_HOLD: Judgement = {
  outcome: 'fail',
  reason: () => ({ zh: '条件不成立', en: 'the condition does not hold' }),
  evidence: [],
}
