import type { Message } from '../diagnostic/diagnostic.ts'
import type { Block } from '../flow/effective-flow.ts'
import type { PetriNet } from '../model/petri-net.ts'
import { explainUnbounded } from '../flow/find-unbounded.ts'
import { createPetriSystem } from '../flow/petri-system.ts'
import { type ActivityCosts, createActivityAligner } from './align-activities.ts'
import type { Move } from './alignment.ts'

/** A model as plain data, so that any thread can make its own of it. */
export interface PlainModel {
  readonly activities: number
  readonly block?: Block
  readonly net?: PetriNet
}

/** Some variants to be aligned: plain data. Word v is `words[offsets[v]]` to `words[offsets[v + 1]]`, in the model's activities. */
export interface AlignJob {
  readonly model: PlainModel
  readonly words: Int32Array
  readonly offsets: Int32Array
  /** The variants of this job, in the order in which they share most. */
  readonly variants: Int32Array
  readonly costs: ActivityCosts
  readonly budget?: number
  /** Whose moves are given: of variants that deviate, or of all. */
  readonly moves: 'deviating' | 'all'
  /** How many optimal alignments of each, 0 or 1: the canonical one only. */
  readonly allOptimal: number
}

/** Moves as pairs of numbers: event and activity, −1 where a move has none. */
export type PlainMoves = Int32Array

/** What became of one variant. */
export type AlignedVariant =
  | {
      readonly optimal: true
      readonly cost: number
      readonly moves?: PlainMoves
      readonly others?: readonly PlainMoves[]
    }
  | { readonly optimal: false; readonly lower: number; readonly upper: number; readonly reason: Message }

/** What became of a job; `results` in the order of its variants. */
export interface AlignedJob {
  /** Infinity: the end cannot be reached; undefined: not found within the budget. */
  readonly emptyRunCost: number | undefined
  readonly results: readonly AlignedVariant[]
}

/** Aligns the variants of a job. Results depend on nothing but the variant: not on its neighbours, order or thread. */
export function alignVariants(job: AlignJob): AlignedJob {
  const { model, words, offsets, costs, budget } = job
  const { activities, block, net } = model
  const aligner = createActivityAligner(
    {
      activities,
      ...(block === undefined ? {} : { block }),
      ...(net === undefined ? {} : { system: () => createPetriSystem(net) }),
    },
    { costs, ...(budget === undefined ? {} : { budget }) },
  )
  const { emptyRunCost } = aligner
  if (emptyRunCost === Infinity) return { emptyRunCost, results: [] }
  const results: AlignedVariant[] = []
  /** Looked for once, if a search does not finish; null: the net is bounded as far as was seen. */
  let unbounded: Message | null | undefined
  for (const variant of job.variants) {
    const word = words.subarray(offsets[variant], offsets[variant + 1])
    const aligned = aligner.align(word)
    if (!aligned.optimal) {
      const { lower, upper, reason } = aligned
      unbounded ??= (net === undefined || block !== undefined ? undefined : explainUnbounded(net)) ?? null
      results.push({ optimal: false, lower, upper, reason: unbounded ?? reason })
      continue
    }
    const { cost } = aligned
    const wanted = job.moves === 'all' || cost > 0
    const others = job.allOptimal > 1 ? aligner.allOptimal(word, job.allOptimal).map(plainMoves) : undefined
    results.push({
      optimal: true,
      cost,
      ...(wanted ? { moves: plainMoves(aligned.moves()) } : {}),
      ...(others === undefined ? {} : { others }),
    })
  }
  return { emptyRunCost, results }
}

function plainMoves(moves: readonly Move[]): PlainMoves {
  const plain = new Int32Array(moves.length * 2)
  moves.forEach((move, at) => {
    plain[at * 2] = move.type === 'model' ? -1 : move.event
    plain[at * 2 + 1] = move.type === 'sync' || move.type === 'model' ? move.label : -1
  })
  return plain
}

/** The moves again, for a word of a model with so many activities. */
export function movesOf(plain: PlainMoves, word: ArrayLike<number>, activities: number): Move[] {
  const moves: Move[] = []
  for (let at = 0; at < plain.length; at += 2) {
    const event = plain[at] as number
    const label = plain[at + 1] as number
    if (event < 0) moves.push({ type: 'model', label })
    else if (label >= 0) moves.push({ type: 'sync', event, label })
    else {
      const activity = word[event] as number
      moves.push({ type: 'log', event, labels: activity >= 0 && activity < activities ? [activity] : [] })
    }
  }
  return moves
}
