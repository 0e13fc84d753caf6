import type { Outcome } from '../compliance/rule-kind.ts'
import type { Deviation, DeviationKind, Move } from '../conformance/alignment.ts'
import type { Place } from '../diagnostic/diagnostic.ts'
import type { EffectiveFlow, Label } from '../flow/effective-flow.ts'
import type { Rule } from '../model/rule.ts'
import type { Text } from '../model/text.ts'
import { isTraced, type Standing, standingOf } from './measure-sums.ts'
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
  return joinFinding(alignedFindingOf(result), result)
}

/** What of a finding follows from how the flow was followed. */
export interface AlignedFinding extends Pick<Finding, 'deviations' | 'unknown' | 'ambient'> {
  /** The trace can be used (`MeasureSums.traced`). */
  readonly traced: boolean
}

/** A finding whose one part is known: what else it takes are the outcomes of rules, and what follows from these. */
export function joinFinding(
  { traced, deviations, unknown, ambient }: AlignedFinding,
  result: Parameters<typeof standingOf>[0] & Pick<ScoredInteraction, 'flow' | 'rules'>,
): Finding {
  let outcomes = ''
  for (const { outcome, accepted } of result.rules) outcomes += accepted ? ACCEPTED_SIGN : OUTCOME_SIGNS[outcome]
  return {
    deviations,
    unknown,
    ambient,
    standing: standingOf(result, traced),
    rules: rulesOf(result),
    outcomes: shared(outcomes),
    roles: countRoles(result),
  }
}

export function alignedFindingOf(
  result: Pick<
    ScoredInteraction,
    'interaction' | 'flow' | 'alignment' | 'adherence' | 'deviations' | 'acceptedDeviations'
  >,
): AlignedFinding {
  const unknown: string[] = []
  const ambient: string[] = []
  for (const move of result.alignment.optimal ? result.alignment.moves : []) {
    if (move.type === 'ambient') ambient.push(result.interaction.events[move.event]?.event ?? '')
    else if (isUnknown(move)) unknown.push(result.interaction.events[move.event]?.event ?? '')
  }
  return {
    traced: isTraced(result),
    deviations: deviationsOf(result),
    unknown: unknown.length === 0 ? NO_NAMES : unknown,
    ambient: ambient.length === 0 ? NO_NAMES : ambient,
  }
}

/** A finding of the same explanation of a flow, in which the events that it does not know, and ambient ones, have other names. */
export function renameFinding(
  flow: EffectiveFlow,
  shown: AlignedFinding,
  unknown: readonly string[],
  ambient: readonly string[],
): AlignedFinding {
  const counts = new Map<string, number>()
  for (const name of unknown) counts.set(name, (counts.get(name) ?? 0) + 1)
  const deviations = shown.deviations.filter(({ about }) => about.event === undefined)
  for (const [event, occurrences] of counts) {
    deviations.push({ about: aboutOf(flow, { kind: 'unforeseen' }, event), occurrences, accepted: 0 })
  }
  return { traced: shown.traced, deviations, unknown, ambient }
}

const NO_NAMES: readonly string[] = []

/** Outcomes that were met, each held once: put together sign by sign, every copy of them would be as long as a list. */
const texts = new Map<string, string>()
const MOST_TEXTS = 1 << 16

function shared(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  const whole = Array.from(text).join('')
  if (texts.size < MOST_TEXTS) texts.set(whole, whole)
  return whole
}

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
export function unknownEventOf(
  result: Pick<ScoredInteraction, 'alignment' | 'interaction'>,
  deviation: Deviation,
): string | undefined {
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

/** Tells a deviation from all others of any flow. */
export function deviationKey(about: {
  readonly flow: string
  readonly kind: string
  readonly step?: string | undefined
  readonly event?: string | undefined
  readonly direction?: string | undefined
}): string {
  const { flow, kind, step, event, direction } = about
  return JSON.stringify([flow, kind, step ?? null, event ?? null, direction ?? null])
}

/** What a deviation of a flow is; `event`: the name of one that no step explains. */
function aboutOf(
  flow: EffectiveFlow,
  { kind, label: at, direction }: Pick<Deviation, 'kind' | 'label' | 'direction'>,
  event: string | undefined,
): AboutDeviation {
  const { deviations } = knownOf(flow)
  const short = `${kind} ${at ?? ''} ${direction ?? ''}${event === undefined ? '' : ` ${event}`}`
  const found = deviations.get(short)
  if (found !== undefined) return found
  const label = at === undefined ? undefined : flow.labels[at]
  const about: AboutDeviation = {
    key: deviationKey({ flow: flow.id, kind, step: label?.id, event, direction }),
    kind,
    flow: flow.id,
    ...(label === undefined ? {} : { step: label.id, place: label.place, ...nameOf(label) }),
    ...(event === undefined ? {} : { event }),
    ...(direction === undefined ? {} : { direction }),
  }
  if (deviations.size < MOST_KNOWN) deviations.set(short, about)
  return about
}

function deviationsOf(result: Parameters<typeof alignedFindingOf>[0]): Finding['deviations'] {
  if (result.deviations.length === 0) return NO_DEVIATIONS
  const found = new Map<string, { readonly about: AboutDeviation; occurrences: number; accepted: number }>()
  for (const [position, deviation] of result.deviations.entries()) {
    const accepted = result.acceptedDeviations?.has(position) === true ? 1 : 0
    const about = aboutOf(result.flow, deviation, unknownEventOf(result, deviation))
    const again = found.get(about.key)
    if (again === undefined) found.set(about.key, { about, occurrences: 1, accepted })
    else {
      again.occurrences += 1
      again.accepted += accepted
    }
  }
  return [...found.values()]
}

const NO_DEVIATIONS: Finding['deviations'] = []
/** Unknown events may have any name: so many deviations of a flow are kept. */
const MOST_KNOWN = 10_000

/** The rules of a result: they are those of its flow, always in one order. */
function rulesOf({ flow, rules }: Pick<ScoredInteraction, 'flow' | 'rules'>): readonly Rule[] {
  const own = knownOf(flow)
  const isSame = own.rules?.length === rules.length && own.rules.every((rule, i) => rule === rules[i]?.rule)
  if (own.rules === undefined || !isSame) own.rules = rules.map(({ rule }) => rule)
  return own.rules
}

function nameOf(label: Label): { name?: Text } {
  const name = label.kind === 'step' ? label.step.name : label.kind === 'decision' ? label.name : undefined
  return name === undefined ? {} : { name }
}
