import type { Proof } from '../../model/flow.ts'
import type { RoleRef } from '../../model/flow.ts'
import type { Lexicon } from '../../model/lexicon.ts'
import type { Cel, Duration } from '../../model/map.ts'
import type { RuleSpec, Target } from '../../model/rule.ts'

/** What stands somewhere in what a rule asks. */
export interface SpecVisitor {
  target?(target: Target): void
  /** Those of targets too. */
  proof?(proof: Proof): void
  lexicon?(lexicon: Lexicon): void
  cel?(cel: Cel): void
  duration?(duration: Duration): void
  roles?(role: RoleRef): void
}

/** Visits the parts of a spec by their shape, so that a new kind needs nothing here. Proofs are not entered. */
export function walkSpec(spec: RuleSpec, visitor: SpecVisitor): void {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) return value.forEach(visit)
    if ('role' in value && 'andAbove' in value) return visitor.roles?.(value as RoleRef)
    if ('place' in value) {
      if ('kind' in value && value.kind === 'step') return visitor.target?.(value as Target)
      if ('kind' in value && value.kind === 'proof' && 'proof' in value) {
        visitor.target?.(value as Target)
        return visit(value.proof)
      }
      if ('kind' in value && (value.kind === 'match' || value.kind === 'any')) return visitor.proof?.(value as Proof)
      if ('except' in value) return visitor.lexicon?.(value as Lexicon)
      if ('source' in value && typeof value.source === 'string') return visitor.cel?.(value as Cel)
    }
    if ('kind' in value && 'text' in value) return visitor.duration?.(value as Duration)
    Object.values(value).forEach(visit)
  }
  Object.values(spec).forEach(visit)
}
