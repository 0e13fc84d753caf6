import { divideHalfEven, fromMicros, MICRO, ratioInMicros, roundHalfEven } from './round.ts'
import type { Sums } from './tally.ts'
import { wilsonInterval } from './wilson.ts'

/** Below this many judged interactions a rate is marked as resting on a small sample (semantics §15). */
export const SMALL_SAMPLE = 30
/** Above this share of pending and not evaluated the bounds of the rate are stated (semantics §15). */
const UNDECIDED_LIMIT = 0.05

/** Sums as the numbers that are printed: fractions and points with at most six decimals, times in whole milliseconds. */
export interface Figures {
  readonly interactions: number
  readonly open: number
  readonly adherence: {
    readonly mean: number | null
    /** How many followed their flow exactly. */
    readonly perfect: number
    readonly evaluated: number
    /** Of those evaluated, how many an interrupt of the flow ended (semantics §5). */
    readonly interrupted: number
  }
  readonly compliance: {
    readonly rate: number | null
    readonly pass: number
    readonly fail: number
    readonly pending: number
    readonly notEvaluated: number
    /** 95 % Wilson interval. */
    readonly interval: readonly [number, number] | null
    /** The rate with all undecided failing, and with all passing; where more than 5 % are undecided. */
    readonly bounds?: readonly [number, number]
    /** pass + fail is below 30. */
    readonly small: boolean
  }
  readonly score: { readonly mean: number | null; readonly evaluated: number }
  readonly handlingTime: {
    readonly evaluated: number
    readonly mean: number | null
    /** Nearest-rank percentiles. */
    readonly median: number | null
    readonly p90: number | null
    readonly max: number | null
  }
}

export function figuresOf(sums: Sums): Figures {
  return {
    interactions: sums.interactions,
    open: sums.open,
    adherence: {
      mean: meanOf(sums.adherence, sums.adherenceCount),
      perfect: sums.perfect,
      evaluated: sums.adherenceCount,
      interrupted: sums.interrupted,
    },
    compliance: complianceOf(sums),
    score: { mean: meanOf(sums.score, sums.scoreCount), evaluated: sums.scoreCount },
    handlingTime: timesOf(sums.handling),
  }
}

function complianceOf({ verdicts }: Sums): Figures['compliance'] {
  const { pass, fail, pending, notEvaluated } = verdicts
  const judged = pass + fail
  const undecided = pending + notEvaluated
  const all = judged + undecided
  const interval = wilsonInterval(pass, judged)
  return {
    rate: rate(pass, judged),
    pass,
    fail,
    pending,
    notEvaluated,
    interval: interval && [printed(interval[0]), printed(interval[1])],
    ...(undecided > UNDECIDED_LIMIT * all ? { bounds: [rate(pass, all) ?? 0, rate(pass + undecided, all) ?? 1] } : {}),
    small: judged < SMALL_SAMPLE,
  }
}

function timesOf(handling: ReadonlyMap<number, number>): Figures['handlingTime'] {
  const values = [...handling].sort(([a], [b]) => a - b)
  const evaluated = values.reduce((total, [, count]) => total + count, 0)
  if (evaluated === 0) return { evaluated, mean: null, median: null, p90: null, max: null }
  const total = values.reduce((sum, [ms, count]) => sum + ms * count, 0)
  return {
    evaluated,
    mean: divideHalfEven(total, evaluated),
    median: nearestRank(values, evaluated, 50),
    p90: nearestRank(values, evaluated, 90),
    max: values.at(-1)?.[0] ?? null,
  }
}

/** The smallest value that at least `percent` of all are not above (nearest rank). `values` ascend. */
function nearestRank(values: readonly (readonly [number, number])[], count: number, percent: number): number | null {
  const rank = Math.max(1, Math.ceil((percent * count) / 100))
  let seen = 0
  for (const [value, times] of values) {
    seen += times
    if (seen >= rank) return value
  }
  return null
}

function meanOf(micros: number, count: number): number | null {
  return count === 0 ? null : fromMicros(divideHalfEven(micros, count))
}

function rate(part: number, whole: number): number | null {
  return fromMicros(ratioInMicros(part, whole))
}

function printed(value: number): number {
  return roundHalfEven(value * MICRO) / MICRO
}
