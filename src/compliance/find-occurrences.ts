import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Match } from '../match/matcher.ts'
import { type Sight, sightOfProof, uniteSights } from '../match/sight.ts'
import type { Proof } from '../model/flow.ts'
import type { Target } from '../model/rule.ts'
import type { RuleContext } from './rule-kind.ts'

/** A rule speaks of a step that its flow does not have. The loader refuses such maps; `prepareRules` reports it. */
export class UnknownStep extends Error {
  readonly step: string

  constructor(step: string) {
    super(`unknown step ${step}`)
    this.name = 'UnknownStep'
    this.step = step
  }
}

/** The events a target stands for, in event order: all that satisfy its proof, whatever the alignment made of them. */
export type Occurrences = (context: RuleContext) => readonly Match[]

/** Looks up once what a target stands for. Throws `UnknownStep`. */
export function occurrencesOf(target: Target, flow: EffectiveFlow): Occurrences {
  const proof = proofOf(target, flow)
  return (context) => context.matcher.matches(proof)
}

/** What rules look at that ask for these targets and for nothing else; undefined where a proof asks for more. Throws `UnknownStep`. */
export function sightOfTargets(targets: readonly Target[], flow: EffectiveFlow): Sight | undefined {
  return uniteSights(targets.map((target) => sightOfProof(proofOf(target, flow))))
}

function proofOf(target: Target, flow: EffectiveFlow): Proof {
  const proof = target.kind === 'proof' ? target.proof : flow.steps.get(target.step)?.step.proof
  if (proof === undefined) throw new UnknownStep(target.kind === 'step' ? target.step : '')
  return proof
}
