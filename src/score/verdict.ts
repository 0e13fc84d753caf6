import type { Alignment } from '../conformance/alignment.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import { MICRO } from './round.ts'
import type { ScoredInteraction, ScoredRule } from './result.ts'
import type { ScorecardScore } from './scorecard-score.ts'

/** The name under which the flow as a whole is decided on; no rule has it. */
export const ADHERENCE = 'adherence'

/** `accepted`: it would fail, and all that it would fail by is accepted (decision 22). */
export type Verdict = 'pass' | 'fail' | 'accepted' | 'pending' | 'notEvaluated'

/** What a verdict rests on. Numbers are in millionths, `aside` without what is accepted; the words are the report's. */
export type VerdictReason =
  | {
      readonly kind: 'adherence'
      readonly state: 'fail'
      readonly micros: number | null
      readonly limit: number
      readonly aside?: true
    }
  | { readonly kind: 'adherence'; readonly state: 'pending' | 'notEvaluated' }
  | { readonly kind: 'rule'; readonly state: 'fail' | 'pending' | 'notEvaluated'; readonly rule: Rule }
  | {
      readonly kind: 'score'
      readonly state: 'fail' | 'pending' | 'notEvaluated'
      readonly micros: number | null
      readonly limit: number
      readonly aside?: true
    }

export interface VerdictInput {
  readonly pass: ProcessMap['pass']
  readonly open: boolean
  readonly alignment: Alignment
  /** In millionths; null while pending or not evaluated. */
  readonly adherence: number | null
  readonly rules: readonly (Pick<ScoredRule, 'rule' | 'outcome'> & Partial<Pick<ScoredRule, 'degree'>>)[]
  readonly score?: ScorecardScore | undefined
}

/**
 * The verdict on one interaction (semantics §15): fail if adherence, a critical rule or the score already fails; else
 * pending; else not evaluated if a critical rule, the adherence or a score that is asked for is; else pass.
 * Reasons are those of the verdict alone, adherence first, then rules in their order, then the score.
 */
export function decideVerdict(input: VerdictInput): {
  readonly verdict: Verdict
  readonly because: readonly VerdictReason[]
} {
  const reasons = [...judgeAdherence(input), ...judgeRules(input), ...judgeScore(input)]
  for (const verdict of ['fail', 'pending', 'notEvaluated'] as const) {
    const because = reasons.filter((reason) => reason.state === verdict)
    if (because.length > 0) return { verdict, because }
  }
  return { verdict: 'pass', because: [] }
}

/** What the adherence alone comes to, as it was found: nothing of it is set aside. */
export function adherenceOutcome(result: ScoredInteraction): Exclude<Verdict, 'accepted'> {
  const [reason] = judgeAdherence(inputOf(result))
  return reason === undefined ? 'pass' : reason.state
}

/** What the score alone comes to; undefined where the map asks for none. */
export function scoreOutcome(result: ScoredInteraction): Exclude<Verdict, 'accepted'> | undefined {
  if (result.map.pass.score === undefined || !result.score) return undefined
  const [reason] = judgeScore(inputOf(result))
  return reason === undefined ? 'pass' : reason.state
}

function inputOf({ map, ended, alignment, adherence, rules, score }: ScoredInteraction): VerdictInput {
  return { pass: map.pass, open: ended === 'open', alignment, adherence, rules, score }
}

function judgeAdherence({ pass, open, alignment, adherence }: VerdictInput): VerdictReason[] {
  const limit = toMicros(pass.adherence)
  if (adherence !== null) return adherence < limit ? [failed(adherence, limit)] : []
  // Cost only grows as an interaction goes on, and a proved lower bound above 0 is a deviation too: where nothing less
  // than 1 will do, either decides. Below 1 the denominator may still grow faster than the cost.
  const cost = alignment.optimal ? alignment.cost : alignment.lower
  if (pass.adherence >= 1 && cost > 0) return [failed(null, limit)]
  return [{ kind: 'adherence', state: open ? 'pending' : 'notEvaluated' }]
}

function failed(micros: number | null, limit: number): VerdictReason {
  return { kind: 'adherence', state: 'fail', micros, limit }
}

function judgeRules({ rules }: VerdictInput): VerdictReason[] {
  return rules.flatMap(({ rule, outcome, degree }): VerdictReason[] =>
    rule.critical && degree !== 'slight' && outcome !== 'pass' && outcome !== 'notApplicable'
      ? [{ kind: 'rule', state: outcome, rule }]
      : [],
  )
}

function judgeScore({ pass, open, score }: VerdictInput): VerdictReason[] {
  if (pass.score === undefined || !score || score.state === 'notApplicable') return []
  const limit = toMicros(pass.score)
  const reason = (state: 'fail' | 'pending' | 'notEvaluated', micros = score.micros): VerdictReason[] => [
    { kind: 'score', state, micros, limit },
  ]
  // While the interaction is open, what is not applicable may become so: only what is lost for good decides.
  const most = open ? highestStillPossible(score) : score.most
  if (most !== null && most < limit) return reason('fail', score.micros ?? most)
  if (score.state === 'notEvaluated') return reason('notEvaluated')
  return open || score.state === 'pending' || (score.least ?? 0) < limit ? reason('pending') : []
}

function highestStillPossible(score: ScorecardScore): number | null {
  if (score.fatal) return 0
  return score.mode === 'deduct' && !score.hasBonus ? score.most : null
}

function toMicros(value: number): number {
  return Math.round(value * MICRO)
}
