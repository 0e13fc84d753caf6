import { join } from 'node:path'
import { evaluateRules } from '../../src/compliance/evaluate-rules.ts'
import { type PreparedRule, prepareRules } from '../../src/compliance/prepare-rules.ts'
import { type Aligner, createAligner } from '../../src/conformance/align-trace.ts'
import { findDeviations } from '../../src/conformance/deviations.ts'
import { labelTrace } from '../../src/conformance/label-trace.ts'
import type { EffectiveFlow } from '../../src/flow/effective-flow.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { readLogs } from '../../src/io/read-logs.ts'
import type { Interaction } from '../../src/log/event.ts'
import { createMatcher } from '../../src/match/create-matcher.ts'
import type { Flow } from '../../src/model/flow.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import type { Rule } from '../../src/model/rule.ts'
import { joinContact } from '../../src/score/contact.ts'
import { createCellFinder } from '../../src/score/touchpoint.ts'
import type { ExpectedCase } from '../../fixtures/shipped/breach.ts'
import { root } from '../support/run-cli.ts'

export async function readShippedLog(name: string, map: ProcessMap, log: string): Promise<readonly Interaction[]> {
  const options = { catalog: map.catalog, ...(map.timezone !== undefined && { timezone: map.timezone }) }
  return (await readLogs([join(root, 'maps', name, 'logs', log)], options)).interactions
}

/** What was found in an interaction, in the shape of `expected.json`. */
export interface Found {
  readonly adherence: number
  readonly deviations: ExpectedCase['deviations']
  /** Broken rules, by id, with the lines of the events that show it. */
  readonly broken: ReadonlyMap<string, readonly number[]>
  readonly passed: readonly string[]
  readonly notEvaluated: readonly string[]
}

const judges = new WeakMap<ProcessMap, ReturnType<typeof createJudge>>()

/**
 * Holds an interaction against a map. All shipped contacts have ended; `asOf` is the latest time in the log, `log` all its
 * interactions, for rules that see the whole contact.
 */
export function judge(
  map: ProcessMap,
  interaction: Interaction,
  asOf: number,
  log: readonly Interaction[] = [interaction],
): Found {
  let judging = judges.get(map)
  if (judging === undefined) judges.set(map, (judging = createJudge(map)))
  return judging(interaction, asOf, log)
}

function createJudge(map: ProcessMap): (interaction: Interaction, asOf: number, log: readonly Interaction[]) => Found {
  const findCell = createCellFinder(map)
  const aligners = new Map<string, Aligner>()
  return (interaction, asOf, log) => {
    const cell = findCell(interaction)
    if (!('row' in cell)) throw new Error(`${interaction.id} is in no touchpoint: ${cell.reason}`)
    let aligner = aligners.get(cell.row.flow)
    if (aligner === undefined) aligners.set(cell.row.flow, (aligner = createAligner(expandFlow(map, cell.row.flow))))
    const { flow } = aligner
    const matcher = createMatcher(interaction, map)
    const alignment = aligner.align(labelTrace(flow, matcher))
    if (!alignment.optimal) throw new Error(`${interaction.id} is not aligned: ${alignment.reason.en}`)
    const results = judgeRules(map, flow, interaction, asOf, log)
    const lineOf = (event: number): number => interaction.events[event]?.place.line ?? 0
    return {
      adherence: alignment.adherence,
      deviations: findDeviations(alignment.moves).map(({ kind, label, moves }) => {
        const shown = moves.flatMap((at) => {
          const move = alignment.moves[at]
          return move !== undefined && 'event' in move ? [move.event] : []
        })[0]
        const written = label === undefined ? undefined : flow.labels[label]
        return {
          kind,
          ...(written !== undefined && (written.kind === 'step' || shown === undefined)
            ? { step: written.id }
            : { event: shown === undefined ? '' : (interaction.events[shown]?.event ?? '') }),
          line: shown === undefined ? null : lineOf(shown),
        }
      }),
      broken: new Map(
        results.flatMap(({ rule, outcome, lines }) => (outcome === 'fail' ? [[rule.id, lines] as const] : [])),
      ),
      passed: results.flatMap(({ rule, outcome }) => (outcome === 'pass' ? [rule.id] : [])),
      notEvaluated: results.flatMap(({ rule, outcome }) => (outcome === 'notEvaluated' ? [rule.id] : [])),
    }
  }
}

/** Ids of the rules that an interaction breaks, without looking at its flow: much quicker than `judge`. */
export function findBroken(
  map: ProcessMap,
  interaction: Interaction,
  asOf: number,
  log: readonly Interaction[] = [interaction],
): readonly string[] {
  const cell = cellFinderOf(map)(interaction)
  if (!('row' in cell)) throw new Error(`${interaction.id} is in no touchpoint: ${cell.reason}`)
  let flows = expanded.get(map)
  if (flows === undefined) expanded.set(map, (flows = new Map()))
  let flow = flows.get(cell.row.flow)
  if (flow === undefined) flows.set(cell.row.flow, (flow = expandFlow(map, cell.row.flow)))
  const results = judgeRules(map, flow, interaction, asOf, log)
  return results.flatMap(({ rule, outcome }) => (outcome === 'fail' ? [rule.id] : []))
}

const expanded = new WeakMap<ProcessMap, Map<string, EffectiveFlow>>()

/** Laid out once for a map and for what is left of it without a rule: rules do not change the matrix. */
const finders = new WeakMap<ProcessMap['touchpoints'], ReturnType<typeof createCellFinder>>()

function cellFinderOf(map: ProcessMap): ReturnType<typeof createCellFinder> {
  let finder = finders.get(map.touchpoints)
  if (finder === undefined) finders.set(map.touchpoints, (finder = createCellFinder(map)))
  return finder
}

interface Judged {
  readonly rule: Rule
  readonly outcome: string
  readonly lines: readonly number[]
}

/** Rules of the interaction; those of the whole contact see its other interactions too, by time. */
function judgeRules(
  map: ProcessMap,
  flow: EffectiveFlow,
  own: Interaction,
  asOf: number,
  log: readonly Interaction[],
): readonly Judged[] {
  const rules = rulesOf(map, flow)
  const judged = (seen: Interaction, some: readonly PreparedRule[], ended: boolean): Judged[] =>
    evaluateRules(some, { matcher: createMatcher(seen, map), flow, asOf, ended }).map(
      ({ rule, outcome, evidence }) => ({
        rule,
        outcome,
        lines: evidence.flatMap(({ event }) => seen.events[event]?.place.line ?? []),
      }),
    )
  const alone = judged(
    own,
    rules.filter(({ rule }) => rule.scope === 'interaction'),
    true,
  )
  const joint = rules.filter(({ rule }) => rule.scope === 'contact')
  if (joint.length === 0) return alone
  const pieces = log.filter(({ contact }) => contact !== undefined && contact === own.contact)
  const whole = joinContact(own, pieces.length < 2 ? [own] : pieces)
  return [...alone, ...joint.flatMap((each) => judged(whole, [each], !each.hasDeadline))]
}

const prepared = new WeakMap<EffectiveFlow, readonly PreparedRule[]>()

function rulesOf(map: ProcessMap, flow: EffectiveFlow): readonly PreparedRule[] {
  let rules = prepared.get(flow)
  if (rules === undefined) prepared.set(flow, (rules = prepareRules([...flow.rules, ...map.rules], flow, map)))
  return rules
}

/**
 * Every rule as it is written, once each, however many flows inherit it: of rules files, of flows, on steps; not those
 * asked of many contacts together.
 */
export function writtenRules(map: ProcessMap): readonly Rule[] {
  const rules: Rule[] = [...map.rules]
  for (const flow of map.flows.values()) collectRules(flow, rules)
  const first = new Map<string, Rule>()
  for (const rule of rules) if (!first.has(lineOf(rule))) first.set(lineOf(rule), rule)
  return [...first.values()].filter(({ spec }) => !ASKED_OF_MANY.has(spec.kind))
}

/** Where a rule is written. */
function lineOf({ place, spec }: Rule): string {
  return `${place.file}:${place.range.start.offset}:${place.pointer}:${spec.kind}`
}

/** No single contact passes or fails by these. */
const ASKED_OF_MANY = new Set(['target', 'repeat-within'])

/** The ids under which a written rule is judged: its own in a rules file, else one in each flow that uses its flow. */
export function idsInUse(map: ProcessMap, rule: Rule): ReadonlySet<string> {
  let judged = judgedRules.get(map)
  if (judged === undefined) {
    judged = [...map.rules, ...[...map.flows.keys()].flatMap((id) => expandFlow(map, id).rules)]
    judgedRules.set(map, judged)
  }
  return new Set(judged.filter(({ place }) => place === rule.place).map(({ id }) => id))
}

const judgedRules = new WeakMap<ProcessMap, readonly Rule[]>()

function collectRules(value: unknown, into: Rule[]): void {
  if (Array.isArray(value)) for (const item of value) collectRules(item, into)
  else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (key === 'rules' && Array.isArray(child)) into.push(...(child as Rule[]))
      else collectRules(child, into)
    }
  }
}

/** The map without one of its rules, in the flows that inherit it too. */
export function withoutRule(map: ProcessMap, rule: Rule): ProcessMap {
  const isRule = (item: unknown): boolean => isObject(item) && 'spec' in item && item['place'] === rule.place
  const keep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !isRule(item)).map(keep)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, keep(child)]))
  }
  const flows = new Map([...map.flows].map(([id, flow]) => [id, keep(flow) as Flow] as const))
  return { ...map, rules: map.rules.filter((other) => other !== rule), flows }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Map)
}
