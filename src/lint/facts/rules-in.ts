import type { Flow, Step } from '../../model/flow.ts'
import type { Rule } from '../../model/rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'
import type { LintContext } from '../lint-rule.ts'
import { once } from './once.ts'

/** A rule with where it stands: in a rules file, in a flow, or as a norm on a step of one. */
export interface RuleIn {
  readonly rule: Rule
  readonly flow?: Flow
  readonly step?: Step
}

/** A step with the flow in which it is written. */
export interface StepIn {
  readonly flow: Flow
  readonly step: Step
}

/** Every step as written, flow by flow. */
export const stepsIn: (context: LintContext) => readonly StepIn[] = once(({ map }) => {
  const steps: StepIn[] = []
  for (const flow of map.flows.values()) walkFlow(flow, { step: (step) => steps.push({ flow, step }) })
  return steps
})

/** Every rule as written: of rules files, then flow by flow those of the flow and of its steps. */
export const rulesIn: (context: LintContext) => readonly RuleIn[] = once(({ map }) => {
  const rules: RuleIn[] = map.rules.map((rule) => ({ rule }))
  for (const flow of map.flows.values()) {
    for (const rule of flow.rules) rules.push({ rule, flow })
    walkFlow(flow, { step: (step) => rules.push(...step.rules.map((rule) => ({ rule, flow, step }))) })
  }
  return rules
})
