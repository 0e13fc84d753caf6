import { isBlank } from '../compliance/is-blank.ts'
import { hasWords } from '../compliance/talk.ts'
import type { Interaction, Log } from '../log/event.ts'
import type { InteractionTable, Outline } from '../log/interaction-table.ts'
import type { Likeness, RowSight } from '../log/likeness.ts'
import { phraseEngineOf } from '../match/phrase-engine-of.ts'
import { type Sight, uniteSights } from '../match/sight.ts'
import type { ProcessMap } from '../model/map.ts'
import { handlingBetween } from './as-of.ts'
import { countWay, type EffectScope, type EffectSums, numberWay, scopeOf, WITHOUT } from './effect-sums.ts'
import { createWayFinder } from './find-way.ts'
import type { Finding } from './finding.ts'
import { addSample, type ManyTallies, mergeTimes } from './many.ts'
import { type Base, FlowPieces } from './score-pieces.ts'
import type { Scoring, Surroundings, VersionScoring } from './score-interaction.ts'
import { PairCounts } from './pair-counts.ts'
import { OwnSums } from './own-sums.ts'
import { addFollowed, addOutcomes, addStanding, type CellTally, cellTallyOf, type Tally } from './tally.ts'
import type { ServedCell } from './touchpoint.ts'

/** Counts together interactions that look alike. */
export interface Alike {
  /** Adds the interaction at a place of the table; false, and nothing is added, where it must be judged for itself. */
  add(at: number): boolean
  /** Adds what was counted together; to be called once, at the end. */
  finish(): void
}

/** What interactions come to, however many. */
interface Met {
  readonly finding: Finding
  /** Number of its standing, and of the outcomes of rules. */
  readonly standing: number
  readonly outcomes: number
  /** What each of them brings to the rules over many that do not judge it for itself. */
  readonly samples: readonly ManyTallies[]
}

interface Version {
  readonly scoring: VersionScoring
  readonly likeness: Likeness
  /** Those whose results follow from what is seen. */
  readonly flows: readonly string[]
  /** By the axes of the log: interactions of one place share the object that says so. */
  readonly cells: WeakMap<object, Landing>
  /** The cells that interactions were counted in, by their numbers. */
  readonly served: ServedCell[]
  /** By number of the likeness, twice, and one more where the interaction has ended. */
  readonly known: (Base | undefined)[]
  /** By number of the flow. */
  readonly pieces: FlowPieces[]
  /** By number; and how often each was met in each cell. */
  readonly met: Met[]
  readonly counts: PairCounts
  /** By number of the likeness, as `known`: the way through the flow, where that was asked for. */
  readonly ways: (number | undefined)[]
  readonly walk: ReturnType<typeof createWayFinder>
  /** By number of the likeness: whether some event ends it. */
  readonly ends: (boolean | undefined)[]
  /** Numbers of outcomes. */
  readonly outcomes: Map<string, number>
}

/** Where interactions of one place belong: a cell, its number, that of its flow, and its sums; undefined: to none. */
type Landing =
  | {
      readonly cell: ServedCell
      readonly number: number
      readonly flow: number
      tally?: CellTally
      effects?: EffectScope
    }
  | undefined

/** Results that are kept; beyond, what was not met before is judged whole. */
const MOST_RESULTS = 1 << 18

/**
 * The way of large logs: of interactions of a table that look alike to all who judge them, one is judged and the others are
 * counted with it, straight from the columns. Rules that rest on more (times, actors, expressions over the whole
 * interaction) judge each for itself, and their outcomes tell apart what is alike. What the as-of time cuts off and what
 * lies in a blind spot is left to be judged whole. undefined where each must be.
 */
export function createAlike(
  { findVersion, scoringOf, accepts }: Scoring,
  { interactions, ties }: Log<InteractionTable>,
  asOf: number | undefined,
  tally: Tally,
  around: (interaction: Interaction) => Surroundings,
): Alike | undefined {
  // Events of one time are read in all orders: then times matter to everything. Acceptances speak of single contacts.
  if (ties === 'any' || accepts || tally.groups.by.length > 0 || tally.reviewed.wanted.size > 0) return undefined
  const versions = new Map<ProcessMap, Version | undefined>()
  const outline = emptyOutline()

  const versionOf = (map: ProcessMap): Version | undefined => {
    if (!versions.has(map)) versions.set(map, createVersion(scoringOf(map), interactions))
    return versions.get(map)
  }

  const ownSums = new OwnSums(tally)
  const timeAt = (place: number) => interactions.timeAt(outline, place)

  return {
    add(at) {
      interactions.outline(at, outline)
      const { description, latest, from, to } = outline
      if (asOf !== undefined && latest > asOf) return false
      const map = findVersion(timeOf(outline.firstTimed), timeOf(outline.lastTimed))
      const version = typeof map === 'string' ? undefined : versionOf(map)
      const landing = version && landingOf(version, description)
      if (version === undefined || landing === undefined) return false
      const { scoring, likeness, known, met } = version
      const number = likeness.of(from, to, landing.flow)
      if (number === 0) return false
      const { endRule } = scoring
      const hasEnd = (version.ends[number] ??= interactions.hasEvent(outline, endRule.isEnd))
      const ended = endRule.hasEnded(hasEnd, () => timeOf(latest), asOf)
      let made: Interaction | undefined
      const interaction = () => (made ??= interactions.glance(at))
      const subject = { interaction, around, ended, channel: description.axes.channel, timeAt }
      const pieces = version.pieces[landing.flow] as FlowPieces
      const key = number * 2 + (ended ? 1 : 0)
      const base = (known[key] ??= pieces.find(subject))
      if (base === undefined) return false
      const judged = pieces.judge(base, subject)
      const results = pieces.resultsOf(judged)
      let result = results[base.number]
      if (result === undefined) {
        if (met.length >= MOST_RESULTS) return false
        result = met.push(meet(version, ownSums, pieces.conclude(base, judged, subject), base)) - 1
        results[base.number] = result
      }
      for (const piece of judged.pieces) piece.times += 1
      for (const sampled of judged.samples) addSample(tally.many, sampled)
      version.counts.add(result, landing.number, at)
      landing.tally ??= cellTallyOf(tally, { cell: landing.cell, map: scoring.map })
      const handlingMs = ended ? handlingOf(outline) : undefined
      if (tally.effects && base.aligned.alignment.optimal) {
        const { effects } = tally
        landing.effects ??= scopeOf(effects, landing.cell, scoring.map.version)
        const isPlain = base.aligned.shown.deviations.length === 0
        const way = isPlain ? WITHOUT : (version.ways[key] ??= wayIn(version, effects, landing, interaction(), ended))
        countWay(landing.effects, way, isPlain ? '' : interactions.idAt(at), handlingMs)
      }
      const { finding, standing } = met[result] as Met
      const own = { unit: description.unit, events: to - from, handlingMs }
      ownSums.add(landing.tally, standing, finding.standing.verdict, finding.roles, own)
      return true
    },

    finish() {
      ownSums.finish()
      for (const version of versions.values()) {
        if (version === undefined) continue
        const { met, served, counts, scoring } = version
        // Interactions come in the order of their ids: the first is the least.
        const outcomes = new Map<number, { finding: Finding; cell: number; times: number; first: number }>()
        const stands = new Map<number, number>()
        const tallyOf = (cell: number) => cellTallyOf(tally, { cell: served[cell] as ServedCell, map: scoring.map })
        for (const [number, cell, times, first] of counts) {
          const { finding, samples, standing, outcomes: own } = met[number] as Met
          addFollowed(tally, tallyOf(cell), finding, times, interactions.idAt(first))
          const stand = standing * served.length + cell
          stands.set(stand, (stands.get(stand) ?? 0) + times)
          const key = own * served.length + cell
          const same = outcomes.get(key)
          if (same === undefined) outcomes.set(key, { finding, cell, times, first })
          else {
            same.times += times
            same.first = Math.min(same.first, first)
          }
          for (const sample of samples) mergeTimes(tally.many, sample, times)
        }
        for (const [stand, times] of stands) {
          const cell = stand % served.length
          addStanding(tallyOf(cell).sums, ownSums.standing((stand - cell) / served.length), times, undefined)
        }
        for (const { finding, cell, times, first } of outcomes.values()) {
          addOutcomes(tallyOf(cell), finding, times, interactions.idAt(first))
        }
        for (const pieces of version.pieces) pieces.finish(tally.many)
      }
    },
  }
}

/** What interactions come to that are put together from a base; it is kept for all that follow. */
function meet({ outcomes }: Version, ownSums: OwnSums, finding: Finding, { samples }: Base): Met {
  let number = outcomes.get(finding.outcomes)
  if (number === undefined) outcomes.set(finding.outcomes, (number = outcomes.size))
  return { finding, standing: ownSums.numberOf(finding.standing), outcomes: number, samples }
}

/** The number of the way in which one that deviates went through its flow. */
function wayIn(
  { walk, scoring }: Version,
  effects: EffectSums,
  { cell }: NonNullable<Landing>,
  interaction: Interaction,
  ended: boolean,
): number {
  return numberWay(effects, walk(cell.row.flow, interaction, ended), scoring.map.version)
}

/** Where the interactions of a place belong; to none that is known of where the likeness of their flow says nothing. */
function landingOf(version: Version, description: Outline['description']): Landing {
  const { cells, served, scoring, flows } = version
  if (cells.has(description.axes)) return cells.get(description.axes)
  const cell = scoring.findCell(description)
  const flow = 'reason' in cell ? -1 : flows.indexOf(cell.row.flow)
  let landing: Landing
  if (!('reason' in cell) && flow !== -1) {
    const known = served.indexOf(cell)
    landing = { cell, flow, number: known === -1 ? served.push(cell) - 1 : known }
  }
  cells.set(description.axes, landing)
  return landing
}

function createVersion(scoring: VersionScoring, interactions: InteractionTable): Version | undefined {
  const { map } = scoring
  const all = new Set(map.touchpoints.flatMap(({ flow }) => flow ?? []))
  const flows = [...all].filter((flow) => scoring.sightOf(flow) !== undefined)
  const sight = uniteSights(flows.map((flow) => scoring.sightOf(flow)?.sight))
  if (flows.length === 0 || sight === undefined) return undefined
  const likeness = interactions.likeness(rowSightOf(sight, map))
  return (
    likeness && {
      scoring,
      likeness,
      flows,
      cells: new WeakMap(),
      served: [],
      known: [],
      pieces: flows.flatMap((flow) => {
        const own = scoring.sightOf(flow)
        return own === undefined ? [] : [new FlowPieces(scoring, flow, own, likeness)]
      }),
      met: [],
      counts: new PairCounts(),
      ways: [],
      walk: createWayFinder(map),
      ends: [],
      outcomes: new Map(),
    }
  )
}

const encoder = new TextEncoder()

/** A sight as rows are seen by it: with the eyes and ears of those who judge. */
function rowSightOf({ values, filled, lexicons }: Sight, map: ProcessMap): RowSight {
  const engine = phraseEngineOf(map)
  const asked = [...lexicons]
  return {
    values: [...values],
    filled: [...filled].filter((name) => !values.has(name)),
    isFilled: (value) => !isBlank(value, map.catalog),
    longestBlank: Math.max(0, ...map.catalog.blank.map((word) => encoder.encode(word).length)),
    hear(text) {
      if (!hasWords(text)) return ''
      const reading = engine.read(text)
      let said = '+'
      for (const [i, lexicon] of asked.entries()) {
        for (const { from, to } of reading.find(lexicon)) said += `${i}:${from}-${to};`
      }
      return said
    },
  }
}

function handlingOf({ begins, closes, earliest, latest }: Outline): number | undefined {
  return Number.isNaN(begins) || Number.isNaN(closes) ? undefined : handlingBetween(earliest, latest)
}

function timeOf(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time
}

function emptyOutline(): Outline {
  return {
    from: 0,
    to: 0,
    description: { axes: {}, ambiguous: [], unit: {} },
    begins: Number.NaN,
    closes: Number.NaN,
    firstTimed: Number.NaN,
    lastTimed: Number.NaN,
    earliest: Number.NaN,
    latest: Number.NaN,
  }
}
