import { expandFlow } from '../flow/expand-flow.ts'
import type { Interaction, Log } from '../log/event.ts'
import { InteractionTable } from '../log/interaction-table.ts'
import type { MapHistory } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import { asItStood, latestTime } from './as-of.ts'
import type { ReviewedRule } from './field-use.ts'
import type { InteractionResult } from './result.ts'
import { createAlike } from './score-alike.ts'
import { createScoring, type Surroundings } from './score-interaction.ts'
import { type ScoreSummary, summarize } from './summary.ts'
import { addResult, createTally, type Tally } from './tally.ts'
import type { FailUnder } from './thresholds.ts'

/** A log with its interactions at hand, or made one by one. */
type AnyLog = Log<InteractionTable | readonly Interaction[]>

export interface ScoreOptions {
  /** Milliseconds since the epoch; by default the latest time in the log. */
  readonly asOf?: number | undefined
  readonly failUnder?: FailUnder | undefined
  /** Most rows that may be rejected; a threshold like the others. */
  readonly maxRejects?: number | undefined
  /** What people decided of reviewed contacts; the tally must have been made for these. */
  readonly reviews?: readonly ReviewedRule[] | undefined
}

/**
 * Scores a log against a map: touchpoint, alignment, rules, scorecard and verdict of each interaction, and the summary.
 * `each` sees every result as it is found, in the order of the log; nothing but sums is kept of them.
 */
export function scoreLog(
  history: MapHistory,
  log: AnyLog,
  options: ScoreOptions = {},
  each: (result: InteractionResult) => void = () => {},
): ScoreSummary {
  const { interactions } = log
  const asOf =
    options.asOf ?? (interactions instanceof InteractionTable ? interactions.latestTime : latestTime(interactions))
  const tally = createTally()
  for (const result of scoreInteractions(history, log, asOf, tally)) each(result)
  return summarizeLog(history, log, tally, { ...options, asOf })
}

/**
 * The results of a log's interactions one after another, as they stood at `asOf`, added to `tally`. Interactions that
 * had not begun are left out and counted.
 */
export function* scoreInteractions(
  history: MapHistory,
  log: AnyLog,
  asOf: number | undefined,
  tally: Tally,
): Generator<InteractionResult> {
  const { add } = createLogScorer(history, log, asOf)
  for (const interaction of log.interactions) {
    const result = add(tally, interaction)
    if (result !== undefined) yield result
  }
}

/** Whether some rule asks for all interactions of a contact together, so that none of them can be judged apart. */
export function joinsContacts({ versions }: MapHistory): boolean {
  const isJoint = ({ scope }: Rule) => scope !== 'interaction'
  return versions.some(
    (map) => map.rules.some(isJoint) || [...map.flows.keys()].some((id) => expandFlow(map, id).rules.some(isJoint)),
  )
}

/**
 * Adds all interactions of a log to `tally`, as they stood at `asOf`: what `scoreInteractions` adds, without the results.
 * Those that look alike are judged once.
 */
export function tallyInteractions(history: MapHistory, log: AnyLog, asOf: number | undefined, tally: Tally): void {
  const { scoring, around, add } = createLogScorer(history, log, asOf)
  const { interactions } = log
  if (!(interactions instanceof InteractionTable)) {
    for (const interaction of interactions) add(tally, interaction)
    return
  }
  const alike = createAlike(scoring, { ...log, interactions }, asOf, tally, around)
  for (let at = 0; at < interactions.length; at++) {
    if (alike?.add(at)) continue
    add(tally, interactions.glance(at))
  }
  alike?.finish()
}

/** The tally of a log's interactions, as they stood at `asOf`; `explains`: with what deviations go along with. */
export function scoreShare(
  history: MapHistory,
  log: AnyLog,
  asOf: number | undefined,
  explains: boolean = false,
): Tally {
  const tally = createTally([], new Set(), explains)
  tallyInteractions(history, log, asOf, tally)
  return tally
}

/** The results of those interactions of a log whose ids are in `ids`, as they stood at `asOf`, in the order of the log. */
export function* scoreSome(
  history: MapHistory,
  log: AnyLog,
  asOf: number | undefined,
  ids: ReadonlySet<string>,
): Generator<InteractionResult> {
  const { score, stand } = createLogScorer(history, log, asOf)
  for (const interaction of log.interactions) {
    const stood = ids.has(interaction.id) ? stand(interaction) : undefined
    if (stood !== undefined) yield score(stood)
  }
}

/** The result of one interaction of a log, as it stood at `asOf`; undefined when it is not there or had not begun. */
export function scoreOne(
  history: MapHistory,
  log: AnyLog,
  asOf: number | undefined,
  id: string,
): InteractionResult | undefined {
  const { score, stand } = createLogScorer(history, log, asOf)
  const { interactions } = log
  const interaction =
    interactions instanceof InteractionTable ? interactions.find(id) : interactions.find((each) => each.id === id)
  const stood = interaction && stand(interaction)
  return stood && score(stood)
}

function createLogScorer(history: MapHistory, log: AnyLog, asOf: number | undefined) {
  const scoring = createScoring(history)
  const blank = history.versions.at(-1)?.catalog.blank ?? []
  const stand = (interaction: Interaction) => asItStood(interaction, asOf, blank)
  const { interactions } = log
  let contacts: ReadonlyMap<string, readonly Interaction[]> | undefined
  const ofContact = (contact: string): readonly Interaction[] => {
    if (interactions instanceof InteractionTable) return interactions.ofContact(contact)
    contacts ??= groupByContact(interactions)
    return contacts.get(contact) ?? []
  }
  const piecesOf = (own: Interaction): readonly Interaction[] => {
    const pieces = own.contact === undefined ? [] : ofContact(own.contact)
    return pieces.length < 2 ? [own] : pieces.flatMap((piece) => stand(piece) ?? [])
  }
  const around = (stood: Interaction): Surroundings => ({ asOf, ties: log.ties, contact: () => piecesOf(stood) })
  const score = (stood: Interaction) => scoring.score(stood, around(stood))
  return {
    scoring,
    around,
    stand,
    score,
    /** Adds an interaction to a tally, as it stood; its result, unless it had not begun. */
    add(tally: Tally, interaction: Interaction): InteractionResult | undefined {
      const stood = stand(interaction)
      tally.eventsAfter += interaction.events.length - (stood?.events.length ?? 0)
      if (stood === undefined) {
        tally.interactionsAfter += 1
        return undefined
      }
      const result = score(stood)
      addResult(tally, result)
      return result
    },
  }
}

export function summarizeLog(
  history: MapHistory,
  log: Omit<Log, 'interactions'>,
  tally: Tally,
  options: ScoreOptions,
): ScoreSummary {
  const total = (count: 'read' | 'kept' | 'duplicates' | 'rejected') =>
    log.files.reduce((sum, file) => sum + file[count], 0)
  return summarize({
    history,
    tally,
    log: {
      read: total('read'),
      kept: total('kept'),
      duplicates: total('duplicates'),
      rejected: total('rejected'),
      files: log.files,
      rejects: log.rejects,
      notes: log.notes,
    },
    asOf: options.asOf,
    failUnder: options.failUnder ?? { overall: {}, touchpoint: {} },
    maxRejects: options.maxRejects,
    reviews: options.reviews,
  })
}

function groupByContact(interactions: readonly Interaction[]): ReadonlyMap<string, readonly Interaction[]> {
  const groups = new Map<string, Interaction[]>()
  for (const interaction of interactions) {
    if (interaction.contact === undefined) continue
    const group = groups.get(interaction.contact)
    if (group) group.push(interaction)
    else groups.set(interaction.contact, [interaction])
  }
  return groups
}
