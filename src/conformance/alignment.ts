import type { LabelIndex } from '../flow/effective-flow.ts'

/**
 * One move of an alignment. `event` is the 0-based position in the interaction's events.
 * - `sync`: the event is the label's step (or decision, or interrupt)
 * - `log`: the event has no place in the flow there; `labels` are the steps it could have been
 * - `model`: the step was skipped; `satisfiedBy` is the event that had settled it (cost 0, semantics §9)
 * - `offer`: talk that could have been these steps and was not needed (cost 0)
 * - `ambient`: an event that the flow does not look at (cost 0)
 */
export type Move =
  | { readonly type: 'sync'; readonly event: number; readonly label: LabelIndex }
  | { readonly type: 'log'; readonly event: number; readonly labels: readonly LabelIndex[] }
  | { readonly type: 'model'; readonly label: LabelIndex; readonly satisfiedBy?: number }
  | { readonly type: 'offer'; readonly event: number; readonly labels: readonly LabelIndex[] }
  | { readonly type: 'ambient'; readonly event: number }

export type DeviationKind = 'skipped' | 'unforeseen' | 'outOfOrder' | 'repeated'

/**
 * A departure from the flow in words (semantics §11). `moves` are positions in `Alignment.moves`: one, or the two of a
 * pair that is out of order. `direction`: the step came too early or too late. `replaced`: an unknown act stands beside
 * the skipped step. Each log or model move of cost above 0 (and each unused offer in a pair) is in exactly one.
 */
export interface Deviation {
  readonly kind: DeviationKind
  readonly label?: LabelIndex
  readonly direction?: 'early' | 'late'
  readonly replaced?: boolean
  readonly moves: readonly number[]
}

/** The optimal explanation of a trace by a run of its flow, or why there is none. */
export type Alignment =
  | {
      readonly optimal: true
      readonly moves: readonly Move[]
      readonly cost: number
      /** Cost of the worst case: everything but the synchronised decisions moved (semantics §6). */
      readonly worst: number
      /** 1 − cost / worst, 1 when worst is 0. */
      readonly adherence: number
      /** The run ended through an interrupt that ends the flow. */
      readonly interrupted: boolean
      readonly expanded: number
    }
  | {
      readonly optimal: false
      readonly reason: { readonly zh: string; readonly en: string }
      readonly lower: number
      readonly upper: number
      readonly expanded: number
    }
