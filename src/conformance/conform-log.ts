import type { Message } from '../diagnostic/diagnostic.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { Text } from '../model/text.ts'
import { type VariantLog, wordOf } from '../log/variants.ts'
import { type ActivityCosts, compareSuffixes } from './align-activities.ts'
import { type AlignedVariant, type AlignJob, movesOf, type PlainModel, type PlainMoves } from './align-variants.ts'
import type { Move } from './alignment.ts'
import { type DeviationGroup, explainDeviations } from './explain-deviations.ts'

/** A model that a log is held against, by names of activities. */
export interface NamedModel extends PlainModel {
  readonly names: readonly string[]
  /** What people call them, by their names. */
  readonly titles?: ReadonlyMap<string, Text>
  /** The activity of a name of the log; undefined: the model has none. */
  numberOf(name: string): number | undefined
  /** Activities that happen or not and are never skipped: their model move costs `NEVER`. */
  readonly interrupts?: ReadonlySet<number>
}

/** More than any alignment that does without costs. */
const NEVER = 10_000

/** What moves cost, by the names of activities; 1 where nothing is said. */
export interface NamedCosts {
  readonly log?: number
  readonly model?: number
  readonly activities?: ReadonlyMap<string, { readonly log?: number; readonly model?: number }>
}

export interface ConformOptions {
  readonly costs?: NamedCosts
  readonly budget?: number
  readonly allMoves?: boolean
  readonly allOptimal?: number
}

/** One variant of the log against the model. */
export interface ConformedVariant {
  readonly activities: readonly string[]
  readonly cases: number
  readonly cost: number | null
  readonly fitness: number | null
  readonly optimal: boolean
  readonly lower?: number
  readonly upper?: number
  readonly reason?: Message
  /** Events are positions in `activities`, labels numbers of the model's names; of variants that deviate, or all if asked. */
  readonly moves?: readonly Move[]
  readonly others?: readonly (readonly Move[])[]
}

/** A log against a model (contracts.md, `conform`). */
export interface Conformance {
  readonly cases: number
  readonly events: number
  readonly emptyRunCost: number | null
  readonly averageFitness: number | null
  readonly logFitness: number | null
  readonly totalCost: number
  /** What the evaluated cases would cost if nothing of them fitted. */
  readonly worstCost: number
  /** Cases whose variant was not evaluated. */
  readonly notEvaluated: number
  /** By cases, most first, then by activities. */
  readonly perVariant: readonly ConformedVariant[]
  /** By occurrences, most first. */
  readonly deviations: readonly DeviationGroup[]
}

/** A log prepared for alignment: `jobs` are to be aligned, each as a whole, wherever; then `finish`. */
export interface ConformPlan {
  readonly jobs: readonly AlignJob[]
  finish(emptyRunCost: number | undefined, results: readonly (readonly AlignedVariant[])[]): Conformance
}

/** Prepares the variants of a log for alignment, in as many jobs as there are threads, each with about as many events. */
export function planConformance(
  log: VariantLog,
  model: NamedModel,
  threads: number,
  { costs = {}, budget, allMoves = false, allOptimal = 0 }: ConformOptions = {},
): ConformPlan {
  const known = model.activities
  // Activities that the model lacks keep numbers of their own, behind those it has.
  const numbers = Int32Array.from(log.activities, (name, at) => model.numberOf(name) ?? known + at)
  const words = log.words.map((activity) => numbers[activity] as number)
  const { offsets } = log
  const word = (variant: number): Int32Array => words.subarray(offsets[variant], offsets[variant + 1])
  const order = Int32Array.from(log.counts.keys()).sort((a, b) => compareSuffixes(word(a), word(b)))
  const activityCosts = costsOf(model, costs)
  const unknownCosts = new Map<number, number>()
  const logCost = (activity: number): number =>
    activity < known ? (activityCosts.log?.[activity] ?? 1) : (unknownCosts.get(activity) ?? activityCosts.unknown ?? 1)
  const jobs = cut(order, offsets, threads).map((variants): AlignJob => ({
    model: {
      activities: known,
      ...(model.block === undefined ? {} : { block: model.block }),
      ...(model.net === undefined ? {} : { net: model.net }),
    },
    words,
    offsets,
    variants,
    costs: activityCosts,
    ...(budget === undefined ? {} : { budget }),
    moves: allMoves ? 'all' : 'deviating',
    allOptimal,
  }))

  const finish = (emptyRunCost: number | undefined, results: readonly (readonly AlignedVariant[])[]): Conformance => {
    const aligned = new Map<number, AlignedVariant>()
    jobs.forEach(({ variants }, job) =>
      variants.forEach((variant, at) => {
        const result = results[job]?.[at]
        if (result) aligned.set(variant, result)
      }),
    )
    const moves = (plain: PlainMoves, variant: number): Move[] => movesOf(plain, word(variant), known)
    const variants = [...log.counts.keys()].map((variant) => {
      const activities = Array.from(wordOf(log, variant), (activity) => log.activities[activity] ?? '')
      const result = aligned.get(variant)
      const own = result?.optimal && result.moves ? moves(result.moves, variant) : undefined
      return { variant, activities, cases: log.counts[variant] as number, result, moves: own }
    })
    variants.sort((a, b) => b.cases - a.cases || compareWords(a.activities, b.activities))
    let cost = 0
    let worst = 0
    let fitness = 0
    let evaluated = 0
    const perVariant = variants.map(({ variant, activities, cases, result, moves: own }): ConformedVariant => {
      if (!result?.optimal || emptyRunCost === undefined) {
        const bounds = result && !result.optimal ? result : undefined
        return {
          activities,
          cases,
          cost: null,
          fitness: null,
          optimal: false,
          ...(bounds ? { lower: bounds.lower, upper: bounds.upper, reason: bounds.reason } : {}),
        }
      }
      const most = word(variant).reduce((sum, activity) => sum + logCost(activity), 0) + emptyRunCost
      const fit = most === 0 ? 1 : 1 - result.cost / most
      cost += result.cost * cases
      worst += most * cases
      fitness += fit * cases
      evaluated += cases
      return {
        activities,
        cases,
        cost: result.cost,
        fitness: fit,
        optimal: true,
        ...(own === undefined ? {} : { moves: own }),
        ...(result.others === undefined ? {} : { others: result.others.map((plain) => moves(plain, variant)) }),
      }
    })
    const cases = log.variantOf.length
    return {
      cases,
      events: log.events,
      emptyRunCost: emptyRunCost ?? null,
      averageFitness: evaluated === 0 ? null : fitness / evaluated,
      logFitness: evaluated === 0 ? null : worst === 0 ? 1 : 1 - cost / worst,
      totalCost: cost,
      worstCost: worst,
      notEvaluated: cases - evaluated,
      perVariant,
      deviations: explainDeviations(
        variants.flatMap(({ variant, activities, moves: own }, rank) =>
          own === undefined ? [] : [{ variant, rank, activities, moves: own }],
        ),
        log,
        model.names,
      ),
    }
  }
  return { jobs, finish }
}

function costsOf({ names, numberOf, interrupts }: NamedModel, costs: NamedCosts): ActivityCosts {
  const { log = 1, model = 1, activities = new Map<string, { log?: number; model?: number }>() } = costs
  const logs = names.map(() => log)
  const models = names.map((_, at) => (interrupts?.has(at) ? NEVER : model))
  for (const [name, own] of activities) {
    const at = numberOf(name)
    if (at === undefined) continue
    if (own.log !== undefined) logs[at] = own.log
    if (own.model !== undefined && !interrupts?.has(at)) models[at] = own.model
  }
  return { log: logs, model: models, unknown: log }
}

/** Parts an order into stretches of about as many events. */
function cut(order: Int32Array, offsets: Int32Array, parts: number): Int32Array[] {
  const lengthOf = (variant: number) => (offsets[variant + 1] as number) - (offsets[variant] as number) + 1
  const whole = order.reduce((sum, variant) => sum + lengthOf(variant), 0)
  const stretches: Int32Array[] = []
  let from = 0
  let behind = 0
  order.forEach((variant, at) => {
    behind += lengthOf(variant)
    if (at + 1 === order.length || behind >= (whole * (stretches.length + 1)) / parts) {
      stretches.push(order.slice(from, at + 1))
      from = at + 1
    }
  })
  return stretches
}

function compareWords(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareText(a[i] ?? '', b[i] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}
