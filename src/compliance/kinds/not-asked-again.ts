import { hasRole } from '../../match/has-role.ts'
import type { Proof } from '../../model/flow.ts'
import { type Counts, findKnown } from '../find-known.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { nameTarget, say } from '../name-target.ts'
import { isTied, judgeTie } from '../order-events.ts'
import type { RuleContext, RuleKind } from '../rule-kind.ts'

/**
 * Once something is known, nobody asks for it. Asking before it is known is right; the event that makes it known is not an
 * asking. Asking found by words in turns of talk without text: not evaluated.
 */
export const notAskedAgain: RuleKind<'not-asked-again'> = {
  id: 'not-asked-again',
  prepare(rule, flow) {
    const { known, asks } = rule.spec
    const findAsks = occurrencesOf(asks, flow)
    const proof = asks.kind === 'proof' ? asks.proof : flow.steps.get(asks.step)?.step.proof
    const spoken = proof === undefined ? [] : spokenParts(proof)

    return (context) => {
      const { events } = context.matcher.interaction
      const since = findMoment((counts) => findKnown(known, counts, context), events.length)
      if (since === undefined) {
        return {
          outcome: context.ended ? 'notApplicable' : 'pending',
          reason: () =>
            context.ended
              ? { zh: '始终不知道所指的信息', en: 'what is meant was never known' }
              : {
                  zh: '尚不知道所指的信息，交互还未结束',
                  en: 'what is meant is not known yet and the contact is open',
                },
          evidence: [],
        }
      }
      const asked = findAsks(context).filter(({ at }) => at > since)
      const surely = asked.filter(({ at }) => !isTied(since, at, context))
      if (surely.length > 0) {
        return {
          outcome: 'fail',
          reason: say((lang) => {
            const name = nameTarget(asks, context, lang)
            const count = surely.length
            if (lang === 'zh') return count === 1 ? `已知之后又 ${name}` : `已知之后又 ${name}，共 ${count} 次`
            return count === 1 ? `${name}, though it was known` : `${name} ${count} times, though it was known`
          }),
          evidence: [{ event: since }, ...surely.map(({ at, span }) => (span ? { event: at, span } : { event: at }))],
        }
      }
      if (asked.length > 0) return judgeTie([since, ...asked.map(({ at }) => at)])
      const silent = events.flatMap((event, at) =>
        at > since && event.speech && !event.text?.trim() && spoken.some((part) => mayBe(part, event.role, context))
          ? [{ event: at }]
          : [],
      )
      if (silent.length > 0) {
        return {
          outcome: 'notEvaluated',
          reason: () => ({
            zh: '缺少文本，无法判断问了什么',
            en: 'text is missing, so what was asked cannot be judged',
          }),
          evidence: silent,
        }
      }
      return {
        outcome: context.ended ? 'pass' : 'pending',
        reason: () =>
          context.ended
            ? { zh: '已知之后没有再问', en: 'it was not asked for again' }
            : {
                zh: '已知之后至今没有再问，交互还未结束',
                en: 'it was not asked for again so far; the contact is open',
              },
        evidence: [{ event: since }],
      }
    }
  },
}

/** The first position up to which the events make it known. */
function findMoment(find: (counts: Counts) => number[] | undefined, length: number): number | undefined {
  if (find(() => true) === undefined) return undefined
  let [low, high] = [0, length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (find((at) => at <= middle) === undefined) low = middle + 1
    else high = middle
  }
  return low
}

type MatchProof = Extract<Proof, { kind: 'match' }>

function spokenParts(proof: Proof): MatchProof[] {
  if (proof.kind === 'any') return proof.proofs.flatMap(spokenParts)
  return proof.says === undefined ? [] : [proof]
}

function mayBe(part: MatchProof, role: string | undefined, context: RuleContext): boolean {
  return part.role === undefined || role === undefined || hasRole(role, part.role, context.matcher.map.catalog.roles)
}
