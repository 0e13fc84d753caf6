import { compareText } from '../diagnostic/sort.ts'
import type { ManyResult, OverMany } from '../compliance/over-many.ts'
import { RULE_KINDS } from '../compliance/registry.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Rule, RuleKindId } from '../model/rule.ts'
import { MICRO, roundHalfEven } from './round.ts'
import { wilsonInterval } from './wilson.ts'

/** What one interaction brings to the sample of a rule over many interactions. */
export interface Sampled {
  readonly rule: Rule
  readonly map: ProcessMap
  addTo(sample: unknown): void
}

/** The sample of one rule in one version of the map, over all touchpoints where it holds. */
export interface ManyTally {
  readonly rule: Rule
  readonly map: ProcessMap
  readonly sample: unknown
}

/** Samples by version and rule. */
export type ManyTallies = Map<string, ManyTally>

export function addSample(tallies: ManyTallies, sampled: Sampled): void {
  sampled.addTo(tallyOf(tallies, sampled).sample)
}

/** Adds the samples of `from`, which are not changed, to those of `into`. */
export function mergeSamples(into: ManyTallies, from: ManyTallies): void {
  for (const tally of from.values()) overManyOf(tally.rule)?.merge(tallyOf(into, tally).sample, tally.sample)
}

/** Adds the samples of `from`, which are not changed, so many times. */
export function mergeTimes(into: ManyTallies, from: ManyTallies, times: number): void {
  let [power, rest] = [from, times]
  for (;;) {
    if (rest % 2 === 1) mergeSamples(into, power)
    rest = Math.floor(rest / 2)
    if (rest === 0) return
    const twice: ManyTallies = new Map()
    mergeSamples(twice, power)
    mergeSamples(twice, power)
    power = twice
  }
}

/** What the rules over many come to: by version in the order of `versions`, then by id. */
export function concludeMany(
  tallies: ManyTallies,
  versions: readonly ProcessMap[],
  asOf: number | undefined,
): readonly ManyResult[] {
  const ordered = [...tallies.values()].sort(
    (a, b) => versions.indexOf(a.map) - versions.indexOf(b.map) || compareText(a.rule.id, b.rule.id),
  )
  return ordered.flatMap(({ rule, map, sample }) => {
    const around = { map, ...(asOf === undefined ? {} : { asOf }) }
    return (overManyOf(rule)?.conclude(rule, sample, around) ?? []).map(withInterval)
  })
}

/** A share with its 95 % Wilson interval, printed with six decimals as all figures. */
function withInterval(result: ManyResult): ManyResult {
  const { unit, value, base, interval } = result
  if (unit !== 'share' || value === null || interval !== undefined) return result
  const found = wilsonInterval(Math.round(value * base.counted), base.counted)
  if (found === null) return result
  const print = (bound: number): number => roundHalfEven(bound * MICRO) / MICRO
  return { ...result, interval: [print(found[0]), print(found[1])] }
}

/** What an interaction brings to a rule over many, by itself. */
export function sampleAlone(sampled: Sampled): ManyTallies {
  const alone: ManyTallies = new Map()
  addSample(alone, sampled)
  return alone
}

const keys = new WeakMap<ProcessMap, WeakMap<Rule, string>>()

function keyOf(map: ProcessMap, rule: Rule): string {
  let known = keys.get(map)
  if (known === undefined) keys.set(map, (known = new WeakMap()))
  let key = known.get(rule)
  if (key === undefined) known.set(rule, (key = JSON.stringify([map.version, rule.id])))
  return key
}

function tallyOf(tallies: ManyTallies, { rule, map }: Pick<ManyTally, 'rule' | 'map'>): ManyTally {
  const key = keyOf(map, rule)
  let tally = tallies.get(key)
  if (tally === undefined) tallies.set(key, (tally = { rule, map, sample: overManyOf(rule)?.empty() }))
  return tally
}

function overManyOf(rule: Rule): OverMany<RuleKindId, unknown> | undefined {
  // The registry pairs each kind with rules of its own spec; TypeScript cannot follow the pair through the union.
  return RULE_KINDS[rule.spec.kind].overMany as OverMany<RuleKindId, unknown> | undefined
}
