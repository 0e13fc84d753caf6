import { expressionOf } from '../expr/expression.ts'
import type { Rule, RuleKindId } from '../model/rule.ts'
import { bindInteraction } from './bind-interaction.ts'
import { UnknownStep } from './find-occurrences.ts'
import { judgeAbsence } from './judge-absence.ts'
import { RULE_KINDS } from './registry.ts'
import type { Judgement, RuleContext, RuleKind, RuleResult } from './rule-kind.ts'

/** Kinds by id; tests pass others. */
export type RuleKinds = { readonly [K in RuleKindId]: RuleKind<K> }

/**
 * Judges an interaction by all rules that hold for it: those of its effective flow (steps and used flows included), then
 * those of the map's rules files, in the order of the map. Each rule has exactly one result; none can stop the others.
 */
export function evaluateRules(context: RuleContext, kinds: RuleKinds = RULE_KINDS): readonly RuleResult[] {
  return [...context.flow.rules, ...context.matcher.map.rules].map((rule) => evaluateRule(rule, context, kinds))
}

/** Judges by one rule. Never throws: a kind that fails leaves the rule not evaluated, with the fault as reason. */
export function evaluateRule(rule: Rule, context: RuleContext, kinds: RuleKinds = RULE_KINDS): RuleResult {
  try {
    return { rule, ...(judgeApplies(rule, context) ?? judge(rule, context, kinds)) }
  } catch (error) {
    return { rule, ...describeFault(error) }
  }
}

function judge(rule: Rule, context: RuleContext, kinds: RuleKinds): Judgement {
  // The registry pairs each kind with rules of its own spec; TypeScript cannot follow the pair through the union.
  const kind = kinds[rule.spec.kind] as { evaluate(rule: Rule, context: RuleContext): Judgement }
  return kind.evaluate(rule, context)
}

/** The judgement when `applies` is not true; undefined when the rule applies. */
function judgeApplies(rule: Rule, context: RuleContext): Judgement | undefined {
  if (rule.applies === undefined) return undefined
  const { names, absentSteps, longestList } = bindInteraction(context)
  const result = expressionOf(rule.applies, 'interaction').evaluate(names, longestList)
  if ('value' in result) {
    if (result.value) return undefined
    return {
      outcome: 'notApplicable',
      reason: { zh: '不属于该规则的适用情形', en: 'the rule does not apply to this contact' },
      evidence: [],
    }
  }
  if ('missing' in result) {
    if (result.step !== undefined && absentSteps.has(result.step)) {
      return judgeAbsence({ kind: 'step', step: result.step, place: rule.place }, context)
    }
    return {
      outcome: 'notEvaluated',
      reason: {
        zh: `不知是否适用：记录中没有 \`${result.missing}\``,
        en: `whether it applies is unknown: the log does not give \`${result.missing}\``,
      },
      evidence: [],
    }
  }
  return {
    outcome: 'notEvaluated',
    reason: {
      zh: `适用条件无法计算：${result.error.zh}`,
      en: `the condition of applicability cannot be computed: ${result.error.en}`,
    },
    evidence: [],
  }
}

function describeFault(error: unknown): Judgement {
  if (error instanceof UnknownStep) {
    return {
      outcome: 'notEvaluated',
      reason: { zh: `流程中没有环节 \`${error.step}\``, en: `the flow has no step \`${error.step}\`` },
      evidence: [],
    }
  }
  // Not the error's message: it may quote what was said.
  const name = error instanceof Error ? error.name : typeof error
  return {
    outcome: 'notEvaluated',
    reason: {
      zh: `规则未能执行（内部错误 \`${name}\`），这是 touchmap 的缺陷`,
      en: `the rule could not be run (internal fault \`${name}\`); this is a fault of touchmap`,
    },
    evidence: [],
  }
}
