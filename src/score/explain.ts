import type { Aligner } from '../conformance/align-trace.ts'
import type { Alignment } from '../conformance/alignment.ts'
import { labelTrace } from '../conformance/label-trace.ts'
import type { Matcher } from '../match/matcher.ts'

/**
 * The alignment of an ended interaction. Of an open one, what explains it so far: there is no worst case before the end,
 * so `worst` and `adherence` say nothing. With `ties: any` the least over all orders of events of one time. `keeps`: as of
 * the aligner.
 */
export function explain(
  aligner: Aligner,
  matcher: Matcher,
  ended: boolean,
  ties?: 'file' | 'any',
  keeps: boolean = true,
): Alignment {
  const trace = labelTrace(aligner.flow, matcher, ties)
  if (ended) return aligner.align(trace, keeps)
  const prefix = aligner.prefixCost(trace, keeps)
  if (prefix.optimal) return { ...prefix, worst: 0, adherence: 0, interrupted: false, expanded: 0 }
  return { ...prefix, upper: Number.POSITIVE_INFINITY, expanded: 0 }
}
