/** One period of a p-chart: how many were judged, and how many of these passed. */
export interface ChartInput {
  readonly period: string
  readonly pass: number
  readonly n: number
}

/**
 * Run rules: 1–4 of the *Statistical Quality Control Handbook* (Western Electric 1956), and the trend of Nelson (1984).
 * - `beyondLimits`: one point beyond 3σ
 * - `twoOfThree`: two of three points in a row beyond 2σ on one side, this one among them
 * - `fourOfFive`: four of five in a row beyond 1σ on one side, this one among them
 * - `eightInARow`: eight in a row on one side of the centre
 * - `trendOfSix`: six in a row steadily rising or falling
 */
export type RunRule = 'beyondLimits' | 'twoOfThree' | 'fourOfFive' | 'eightInARow' | 'trendOfSix'

export interface ChartPoint extends ChartInput {
  readonly rate: number
  /** Control limits of this period, three standard deviations for its n, cut to [0, 1]. */
  readonly limits: readonly [number, number]
  /** Standard deviations from the centre, to nine decimals so that 3 is 3; 0 where there is no spread. */
  readonly z: number
  readonly signals: readonly RunRule[]
  /** Fewer than 5 passes or failures are expected: the limits are rough. */
  readonly small: boolean
}

export interface ControlChart {
  /** Rate over the baseline; null when nothing was judged in it. */
  readonly centre: number | null
  readonly points: readonly ChartPoint[]
}

/**
 * A p-chart: the centre is the rate over all points, or over those that `inBaseline` accepts. Periods in which nothing
 * was judged are left out and break no run.
 */
export function controlChart(
  inputs: readonly ChartInput[],
  inBaseline: (period: string) => boolean = () => true,
): ControlChart {
  const judged = inputs.filter(({ n }) => n > 0)
  const base = judged.filter(({ period }) => inBaseline(period))
  const n = base.reduce((total, each) => total + each.n, 0)
  if (n === 0) return { centre: null, points: [] }
  const centre = base.reduce((total, { pass }) => total + pass, 0) / n
  const plotted = judged.map((input) => {
    const rate = input.pass / input.n
    const sigma = Math.sqrt((centre * (1 - centre)) / input.n)
    const limits = [Math.max(0, centre - 3 * sigma), Math.min(1, centre + 3 * sigma)] as const
    const expected = Math.min(input.n * centre, input.n * (1 - centre))
    return {
      ...input,
      rate,
      limits,
      z: sigma === 0 ? 0 : Math.round(((rate - centre) / sigma) * 1e9) / 1e9,
      small: expected < 5,
      sigma,
    }
  })
  const points = plotted.map(({ sigma, ...point }, at): ChartPoint => {
    const certain = sigma === 0 && point.rate !== centre
    const signals = signalsAt(plotted, at)
    return { ...point, signals: certain ? ['beyondLimits', ...signals] : signals }
  })
  return { centre, points }
}

function signalsAt(points: readonly { readonly z: number; readonly rate: number }[], at: number): RunRule[] {
  const z = points[at]?.z ?? 0
  const side = Math.sign(z)
  const last = (count: number) => (at + 1 < count ? [] : points.slice(at + 1 - count, at + 1))
  const beyond = (count: number, sigmas: number) => last(count).filter((point) => point.z * side > sigmas).length
  const signals: RunRule[] = []
  if (side !== 0) {
    if (Math.abs(z) > 3) signals.push('beyondLimits')
    if (Math.abs(z) > 2 && beyond(3, 2) >= 2) signals.push('twoOfThree')
    if (Math.abs(z) > 1 && beyond(5, 1) >= 4) signals.push('fourOfFive')
    if (beyond(8, 0) === 8) signals.push('eightInARow')
  }
  const six = last(6).map(({ rate }) => rate)
  const steps = six.slice(1).map((rate, i) => Math.sign(rate - (six[i] ?? 0)))
  if (six.length === 6 && (steps.every((step) => step > 0) || steps.every((step) => step < 0))) {
    signals.push('trendOfSix')
  }
  return signals
}
