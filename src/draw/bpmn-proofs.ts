import type { Proof } from '../model/flow.ts'

/** The event that shows it first of all. */
export function eventOf(proof: Proof): string | undefined {
  if (proof.kind === 'match') return proof.event
  return proof.proofs.map(eventOf).find((event) => event !== undefined)
}

/** What it is called where no event shows it. */
export function spokenOf(proof: Proof): string {
  if (proof.kind === 'match') return proof.says?.id ?? 'event'
  const [first] = proof.proofs
  return first ? spokenOf(first) : 'event'
}

/** A proof in the words of a condition of BPMN. */
export function conditionOf(proof: Proof): string {
  if (proof.kind === 'any') return proof.proofs.map(conditionOf).join(' or ')
  const { event, where, says, inARow } = proof
  const parts = [
    event,
    says && `says ${says.id}`,
    where && `where ${where.source}`,
    inARow && `${inARow.times} in a row`,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
