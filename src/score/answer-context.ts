import { bindInteraction } from '../compliance/bind-interaction.ts'
import type { RuleContext } from '../compliance/rule-kind.ts'
import { expressionOf } from '../expr/expression.ts'
import type { Interaction, Value } from '../log/event.ts'
import type { Cel } from '../model/map.ts'
import { type AnswerContext, type Computed, isNotApplicable } from './answer-items.ts'
import type { ScoredRule } from './result.ts'

/** What the items of a scorecard are answered from, for one interaction. Nothing is computed that no item asks for. */
export function answerContext(
  rules: readonly ScoredRule[],
  context: RuleContext,
  known: Pick<AnswerContext, 'adherence' | 'handlingMs'>,
): AnswerContext {
  const { interaction } = context.matcher
  return {
    ...known,
    open: !context.ended,
    outcomes: new Map(rules.map(({ rule, outcome }) => [rule.id, outcome])),
    measured: (id) => rules.find(({ rule }) => rule.id === id)?.measured,
    attribute: (name) => attributeOf(interaction, name),
    compute: (cel) => computeOver(cel, context),
  }
}

/** The attribute; one that is blank by the catalogue may still say “not applicable” (`N/A` is blank by default). */
function attributeOf({ attributes, events }: Interaction, name: string): Value | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name]
  for (const event of events) {
    const value = Object.hasOwn(event.attributes, name) ? event.attributes[name] : undefined
    if (value !== undefined && isNotApplicable(value)) return value
  }
  return undefined
}

/** Computes an expression over the interaction, as `check` sees it. */
export function computeOver(cel: Cel, context: RuleContext): Computed {
  const { names, absentSteps, longestList } = bindInteraction(context)
  const result = expressionOf(cel, 'value').compute(names, longestList)
  if ('value' in result) return result
  if ('error' in result) return { unknown: result.error }
  if (result.step !== undefined && absentSteps.has(result.step)) return { absent: true }
  return {
    unknown: { zh: `记录中没有 \`${result.missing}\``, en: `the log does not give \`${result.missing}\`` },
  }
}
