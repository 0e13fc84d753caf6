import type { Match } from '../match/matcher.ts'
import type { Target } from '../model/rule.ts'
import type { RuleContext } from './rule-kind.ts'

/** A rule speaks of a step that its flow does not have. The loader refuses such maps; `evaluateRule` reports it. */
export class UnknownStep extends Error {
  readonly step: string

  constructor(step: string) {
    super(`unknown step ${step}`)
    this.name = 'UnknownStep'
    this.step = step
  }
}

/** The events a target stands for, in event order: all that satisfy its proof, whatever the alignment made of them. */
export function findOccurrences(target: Target, context: RuleContext): readonly Match[] {
  if (target.kind === 'proof') return context.matcher.matches(target.proof)
  const found = context.flow.steps.get(target.step)
  if (found === undefined) throw new UnknownStep(target.step)
  return context.matcher.matches(found.step.proof)
}
