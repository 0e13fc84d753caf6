import { divideHalfEven, fromMicros, MICRO, ratioInMicros, roundHalfEven } from './round.ts'
import type { Sums } from './tally.ts'
import { distributionOf } from './value-counts.ts'
import { ERROR_KEYS, type ErrorKey } from './measure-sums.ts'
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
    /** Would fail, and all that they would fail by is accepted; in no denominator. */
    readonly accepted: number
    /** The rate with these failing; where there are any. */
    readonly strict?: number | null
    /** 95 % Wilson interval. */
    readonly interval: readonly [number, number] | null
    /** The rate with all undecided failing, and with all passing; where more than 5 % are undecided. */
    readonly bounds?: readonly [number, number]
    /** pass + fail is below 30. */
    readonly small: boolean
  }
  readonly score: {
    readonly mean: number | null
    readonly evaluated: number
    /** The mean without the lines whose failures are accepted; where anything is. */
    readonly after?: number | null
  }
  /** With something accepted, whatever the verdict. */
  readonly withAccepted: number
  readonly handlingTime: {
    readonly evaluated: number
    readonly mean: number | null
    /** Nearest-rank percentiles. */
    readonly median: number | null
    readonly p90: number | null
    readonly max: number | null
  }
  /** Of contacts, by class; classes of which nothing was judged are left out, and all of it without critical items. */
  readonly errorFree?: Partial<Readonly<Record<ErrorKey, ErrorFreeRate>>>
  /** Items that are not critical, one by one; where there are critical ones. */
  readonly accuracy?: {
    readonly rate: number | null
    readonly pass: number
    readonly judged: number
    readonly interval: readonly [number, number] | null
  }
  /** The score of the critical items alone. */
  readonly critical?: { readonly mean: number | null; readonly evaluated: number }
}

interface ErrorFreeRate {
  readonly rate: number | null
  readonly free: number
  readonly judged: number
  readonly interval: readonly [number, number] | null
  readonly small: boolean
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
    score: {
      mean: meanOf(sums.score, sums.scoreCount),
      evaluated: sums.scoreCount,
      ...(sums.withAccepted > 0 ? { after: meanOf(sums.scoreAfter, sums.scoreAfterCount) } : {}),
    },
    withAccepted: sums.withAccepted,
    handlingTime: timesOf(sums.handling),
    ...errorsOf(sums.measures),
  }
}

function errorsOf({ errors, nonCritical, critical, criticalCount }: Sums['measures']): Partial<Figures> {
  const found: Partial<Record<ErrorKey, ErrorFreeRate>> = {}
  for (const key of ERROR_KEYS) {
    const { free, failed } = errors[key]
    const judged = free + failed
    if (judged === 0) continue
    found[key] = {
      rate: rate(free, judged),
      free,
      judged,
      interval: intervalOf(free, judged),
      small: judged < SMALL_SAMPLE,
    }
  }
  if (found.critical === undefined) return {}
  const judged = nonCritical.pass + nonCritical.fail
  return {
    errorFree: found,
    accuracy: {
      rate: rate(nonCritical.pass, judged),
      pass: nonCritical.pass,
      judged,
      interval: intervalOf(nonCritical.pass, judged),
    },
    ...(criticalCount === 0 ? {} : { critical: { mean: meanOf(critical, criticalCount), evaluated: criticalCount } }),
  }
}

/** The Wilson interval as it is printed. */
export function intervalOf(part: number, whole: number): readonly [number, number] | null {
  const interval = wilsonInterval(part, whole)
  return interval && [printed(interval[0]), printed(interval[1])]
}

function complianceOf({ verdicts }: Sums): Figures['compliance'] {
  const { pass, fail, accepted, pending, notEvaluated } = verdicts
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
    accepted,
    ...(accepted > 0 ? { strict: rate(pass, judged + accepted) } : {}),
    interval: interval && [printed(interval[0]), printed(interval[1])],
    ...(undecided > UNDECIDED_LIMIT * all ? { bounds: [rate(pass, all) ?? 0, rate(pass + undecided, all) ?? 1] } : {}),
    small: judged < SMALL_SAMPLE,
  }
}

function timesOf(handling: ReadonlyMap<number, number>): Figures['handlingTime'] {
  const times = distributionOf(handling)
  return {
    evaluated: times.count,
    mean: times.mean,
    median: times.percentile(50),
    p90: times.percentile(90),
    max: times.most,
  }
}

function meanOf(micros: number, count: number): number | null {
  return count === 0 ? null : fromMicros(divideHalfEven(micros, count))
}

export function rate(part: number, whole: number): number | null {
  return fromMicros(ratioInMicros(part, whole))
}

function printed(value: number): number {
  return roundHalfEven(value * MICRO) / MICRO
}
