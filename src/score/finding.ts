import type { Outcome } from '../compliance/rule-kind.ts'
import type { Deviation, DeviationKind, Move } from '../conformance/alignment.ts'
import type { Place } from '../diagnostic/diagnostic.ts'
import type { EffectiveFlow, Label } from '../flow/effective-flow.ts'
import type { Rule } from '../model/rule.ts'
import type { Text } from '../model/text.ts'
import { type Standing, standingOf } from './measure-sums.ts'
import { countRoles, type RoleCounts } from './organisation.ts'
import type { ScoredInteraction } from './result.ts'

/** What of a result goes into sums and is the same for all interactions that are alike, in whatever cell and unit. */
export interface Finding {
  readonly standing: Standing
  readonly deviations: readonly {
    readonly about: AboutDeviation
    readonly occurrences: number
    readonly accepted: number
  }[]
  /** Those of the flow, and the outcome of each, a letter. */
  readonly rules: readonly Rule[]
  readonly outcomes: string
  readonly roles: RoleCounts
  /** Names of events that no step explains, and of ambient ones, as often as they stand there. */
  readonly unknown: readonly string[]
  readonly ambient: readonly string[]
}

/** What a deviation is, wherever it occurs. */
export interface AboutDeviation {
  /** Tells it from all others of any flow. */
  readonly key: string
  readonly kind: DeviationKind
  readonly flow: string
  /** Effective id of the step (or decision), where one is meant. */
  readonly step?: string
  /** Name of an event that no step of the flow is shown by. */
  readonly event?: string
  readonly direction?: 'early' | 'late'
  readonly name?: Text
  readonly place?: Place
}

export function findingOf(result: ScoredInteraction): Finding {
  let outcomes = ''
  for (const { outcome, accepted } of result.rules) outcomes += accepted ? ACCEPTED_SIGN : OUTCOME_SIGNS[outcome]
  const unknown: string[] = []
  const ambient: string[] = []
  for (const move of result.alignment.optimal ? result.alignment.moves : []) {
    if (move.type === 'ambient') ambient.push(result.interaction.events[move.event]?.event ?? '')
    else if (isUnknown(move)) unknown.push(result.interaction.events[move.event]?.event ?? '')
  }
  return {
    standing: standingOf(result),
    deviations: deviationsOf(result),
    rules: rulesOf(result),
    outcomes,
    roles: countRoles(result),
    unknown: unknown.length === 0 ? NO_NAMES : unknown,
    ambient: ambient.length === 0 ? NO_NAMES : ambient,
  }
}

const NO_NAMES: readonly string[] = []

export const OUTCOME_SIGNS: Readonly<Record<Outcome, string>> = {
  pass: 'p',
  fail: 'f',
  notApplicable: 'n',
  pending: 'o',
  notEvaluated: 'e',
}

/** A failure that somebody answers for: counted apart. */
export const ACCEPTED_SIGN = 'a'

/** An act that no step of the flow is shown by. */
function isUnknown(move: Move): move is Extract<Move, { type: 'log' }> {
  return move.type === 'log' && move.labels.length === 0
}

/** The event behind a deviation that no step explains; undefined where a step does, or nothing was done at all. */
export function unknownEventOf(result: ScoredInteraction, deviation: Deviation): string | undefined {
  if (deviation.label !== undefined || !result.alignment.optimal) return undefined
  for (const position of deviation.moves) {
    const move = result.alignment.moves[position]
    if (move && 'event' in move) return result.interaction.events[move.event]?.event
  }
  return undefined
}

/** By flow: what its deviations are, and its rules, each made once. */
const known = new WeakMap<
  EffectiveFlow,
  { readonly deviations: Map<string, AboutDeviation>; rules: readonly Rule[] | undefined }
>()

function knownOf(flow: EffectiveFlow) {
  let own = known.get(flow)
  if (own === undefined) known.set(flow, (own = { deviations: new Map(), rules: undefined }))
  return own
}

function deviationsOf(result: ScoredInteraction): Finding['deviations'] {
  if (result.deviations.length === 0) return NO_DEVIATIONS
  const { deviations } = knownOf(result.flow)
  const found = new Map<string, { readonly about: AboutDeviation; occurrences: number; accepted: number }>()
  for (const [position, deviation] of result.deviations.entries()) {
    const accepted = result.acceptedDeviations?.has(position) === true ? 1 : 0
    const label = deviation.label === undefined ? undefined : result.flow.labels[deviation.label]
    const event = unknownEventOf(result, deviation)
    const key = JSON.stringify([
      result.flow.id,
      deviation.kind,
      label?.id ?? null,
      event ?? null,
      deviation.direction ?? null,
    ])
    const again = found.get(key)
    if (again !== undefined) {
      again.occurrences += 1
      again.accepted += accepted
      continue
    }
    let about = deviations.get(key)
    if (about === undefined) {
      about = {
        key,
        kind: deviation.kind,
        flow: result.flow.id,
        ...(label === undefined ? {} : { step: label.id, place: label.place, ...nameOf(label) }),
        ...(event === undefined ? {} : { event }),
        ...(deviation.direction === undefined ? {} : { direction: deviation.direction }),
      }
      if (deviations.size < MOST_KNOWN) deviations.set(key, about)
    }
    found.set(key, { about, occurrences: 1, accepted })
  }
  return [...found.values()]
}

const NO_DEVIATIONS: Finding['deviations'] = []
/** Unknown events may have any name: so many deviations of a flow are kept. */
const MOST_KNOWN = 10_000

/** The rules of a result: they are those of its flow, always in one order. */
function rulesOf({ flow, rules }: ScoredInteraction): readonly Rule[] {
  const own = knownOf(flow)
  const isSame = own.rules?.length === rules.length && own.rules.every((rule, i) => rule === rules[i]?.rule)
  if (own.rules === undefined || !isSame) own.rules = rules.map(({ rule }) => rule)
  return own.rules
}

function nameOf(label: Label): { name?: Text } {
  const name = label.kind === 'step' ? label.step.name : label.kind === 'decision' ? label.name : undefined
  return name === undefined ? {} : { name }
}
