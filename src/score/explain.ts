import type { Aligner } from '../conformance/align-trace.ts'
import type { Alignment, Move } from '../conformance/alignment.ts'
import { type LabelledTrace, labelTrace } from '../conformance/label-trace.ts'
import { createMatcher } from '../match/create-matcher.ts'
import type { Matcher } from '../match/matcher.ts'
import { MOST_ORDERS, tiedOrders } from './tied-orders.ts'

/** The alignment of an interaction in the order of its events; of an open one, what explains it so far. */
export function explainInOrder(aligner: Aligner, matcher: Matcher, ended: boolean): Alignment {
  const trace = labelTrace(aligner.flow, matcher)
  return ended ? aligner.align(trace) : explainSoFar(aligner, trace)
}

/**
 * The least alignment over all orders of events of one time (semantics §11, `ties: any`): fewest decisions contradicted,
 * then cost, then the order nearest to the log's. Not evaluated where there are too many orders or one of them is not.
 */
export function explainInAnyOrder(aligner: Aligner, matcher: Matcher, ended: boolean): Alignment {
  const orders = tiedOrders(matcher.interaction)
  if (orders === undefined) return { optimal: false, reason: TOO_MANY, lower: 0, upper: Infinity, expanded: 0 }
  let best: { readonly alignment: Alignment; readonly contradicted: number } | undefined
  for (const { interaction, positions } of orders) {
    const alignment = explainInOrder(aligner, createMatcher(interaction, matcher.map), ended)
    // One order may cost less than another's bound says: nothing is known of the least then but that it is not below 0.
    if (!alignment.optimal) return { ...alignment, lower: 0 }
    const contradicted = alignment.moves.filter((move) => isContradicted(move, aligner)).length
    if (best?.alignment.optimal) {
      const order = contradicted - best.contradicted || alignment.cost - best.alignment.cost
      if (order >= 0) continue
    }
    const moves = alignment.moves.map((move) => moveTo(move, positions))
    best = { alignment: { ...alignment, moves }, contradicted }
  }
  return best?.alignment ?? explainInOrder(aligner, matcher, ended)
}

const TOO_MANY = {
  zh: `同一时刻的事件太多，先后不明的排法超过 ${MOST_ORDERS} 种`,
  en: `too many events of one time: more than ${MOST_ORDERS} orders are possible`,
}

function isContradicted(move: Move, { flow }: Aligner): boolean {
  return move.type === 'log' && move.labels.some((label) => flow.labels[label]?.kind === 'decision')
}

/** The move with its event where the log has it. */
function moveTo(move: Move, positions: readonly number[]): Move {
  if (move.type !== 'model') return { ...move, event: positions[move.event] ?? move.event }
  if (move.satisfiedBy === undefined) return move
  return { ...move, satisfiedBy: positions[move.satisfiedBy] ?? move.satisfiedBy }
}

/** What explains an open interaction so far; there is no worst case before the end, so `worst` and `adherence` say nothing. */
function explainSoFar(aligner: Aligner, trace: LabelledTrace): Alignment {
  const prefix = aligner.prefixCost(trace)
  if (prefix.optimal) {
    return { ...prefix, worst: 0, adherence: 0, interrupted: false, expanded: 0 }
  }
  const reason = { zh: '至今的代价未能算出，只有下界', en: 'the cost so far is not known, only a lower bound' }
  return { optimal: false, reason, lower: prefix.lower, upper: Number.POSITIVE_INFINITY, expanded: 0 }
}
