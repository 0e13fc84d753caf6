import type { PreparedRule } from './prepare-rules.ts'
import type { RuleContext, RuleResult } from './rule-kind.ts'

/**
 * Judges an interaction by rules made ready for its flow (`prepareRules`), in their order. Each rule has exactly one
 * result; none can stop the others.
 */
export function evaluateRules(rules: readonly PreparedRule[], context: RuleContext): readonly RuleResult[] {
  return rules.map((prepared) => evaluateRule(prepared, context))
}

/** Judges by one rule. Never throws: a kind that fails leaves the rule not evaluated, with the fault as reason. */
export function evaluateRule({ rule, judge }: PreparedRule, context: RuleContext): RuleResult {
  return { rule, ...judge(context) }
}
