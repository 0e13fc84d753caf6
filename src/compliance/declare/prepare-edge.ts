import type { EffectiveFlow } from '../../flow/effective-flow.ts'
import type { DeclareEdge } from '../../model/rules/declare.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { nameTarget, say } from '../name-target.ts'
import { judgeTie } from '../order-events.ts'
import type { Counts, Judge, Judgement, RuleContext } from '../rule-kind.ts'
import { holdConditions } from './conditions.ts'
import { keptSoFar, lackingReason } from './judge-template.ts'
import { listTakingPart } from './list-taking-part.ts'
import { areTied } from './readings.ts'

/** Judges what stands first, or last, of all that takes part; several of one time may each be it (`ties: any`). */
export function prepareEdge(spec: DeclareEdge, edge: 'first' | 'last', flow: EffectiveFlow): Judge {
  const find = occurrencesOf(spec.of, flow)
  return (context) =>
    judgeEdge(
      spec,
      edge === 'first',
      find(context).map(({ at }) => at),
      context,
    )
}

function judgeEdge(spec: DeclareEdge, first: boolean, meant: readonly number[], context: RuleContext): Judgement {
  const { events } = context.matcher.interaction
  const ends = new Set(context.matcher.map.catalog.ends)
  // What ends a contact, hanging up say, would otherwise be the last of each, and the first of those with nothing but talk.
  const sequence = listTakingPart(context, meant).filter(
    (at) => meant.includes(at) || !ends.has(events[at]?.event ?? ''),
  )
  const edge = first ? sequence[0] : sequence.at(-1)
  if (edge === undefined) {
    return {
      outcome: context.ended ? 'notApplicable' : 'pending',
      reason: () => ({ zh: '没有属于流程的事件', en: 'no event belongs to the flow' }),
      evidence: [],
    }
  }
  const candidates =
    context.ties === 'any'
      ? sequence.filter((at) => areTied(Math.min(at, edge), Math.max(at, edge), events) || at === edge)
      : [edge]
  const { activates } = holdConditions(spec, context)
  const truths = new Set(candidates.map((at) => (meant.includes(at) ? activates(at) : false)))
  if (!first && !context.ended) {
    return truths.has(true)
      ? { outcome: 'pending', reason: keptSoFar, evidence: [{ event: edge }], counts: UNDECIDED }
      : { outcome: 'pending', reason: tell(spec, first, false, context), evidence: [], counts: UNDECIDED }
  }
  if (truths.size > 1) return judgeTie(candidates)
  const [holds] = truths
  if (holds === undefined) return { outcome: 'notEvaluated', reason: lackingReason, evidence: [{ event: edge }] }
  return {
    outcome: holds ? 'pass' : 'fail',
    reason: tell(spec, first, holds, context),
    evidence: [{ event: edge }],
    counts: { activations: 1, fulfilments: holds ? 1 : 0, violations: holds ? 0 : 1 },
  }
}

const UNDECIDED: Counts = { activations: 1, fulfilments: 0, violations: 0 }

function tell({ of }: DeclareEdge, first: boolean, holds: boolean, context: RuleContext): Judgement['reason'] {
  return say((lang) => {
    const name = nameTarget(of, context, lang)
    if (lang === 'zh') return `${first ? '第一个' : '最后一个'}事件${holds ? '是' : '不是'} ${name}`
    return `${name} ${holds ? 'came' : 'did not come'} ${first ? 'first' : 'last'}`
  })
}
