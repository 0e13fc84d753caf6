import { isBlank } from '../compliance/is-blank.ts'
import { hasWords } from '../compliance/talk.ts'
import type { Interaction, Log } from '../log/event.ts'
import type { InteractionTable, Outline } from '../log/interaction-table.ts'
import type { Likeness, RowSight } from '../log/likeness.ts'
import { phraseEngineOf } from '../match/phrase-engine-of.ts'
import { type Sight, uniteSights } from '../match/sight.ts'
import type { ProcessMap } from '../model/map.ts'
import { handlingBetween } from './as-of.ts'
import { type Finding, findingOf, OUTCOME_SIGNS } from './finding.ts'
import { addSample, type ManyTallies, mergeSamples, type Sampled, sampleAlone } from './many.ts'
import type { InteractionResult, ScoredRule } from './result.ts'
import type { Scoring, Surroundings, VersionScoring } from './score-interaction.ts'
import { addFinding, addOwn, cellTallyOf, type Tally } from './tally.ts'
import type { ServedCell } from './touchpoint.ts'

/** Counts together interactions that look alike. */
export interface Alike {
  /** Adds the interaction at a place of the table by what is known of those like it; false, and nothing is added, where nothing is. */
  add(at: number): boolean
  /** Keeps what the interaction that `add` refused came to. It is added as one of its own. */
  learn(result: InteractionResult): void
  /** Adds what was counted together; to be called once, at the end. */
  finish(): void
}

/** What is known of those that look alike in a flow. */
interface Known {
  /** Positions of the rules that each of them is judged by for itself. */
  readonly own: readonly number[]
  /** By the outcomes of these: what they come to. */
  readonly results: Map<string, Met>
}

/** A result, and how often it was met in each cell. */
interface Met {
  readonly finding: Finding
  readonly cells: Map<ServedCell, { times: number; readonly first: number }>
  /** What each of them brings to the rules over many that do not judge it for itself. */
  readonly samples: readonly ManyTallies[]
}

interface Version {
  readonly scoring: VersionScoring
  readonly likeness: Likeness
  /** Those whose results follow from what is seen. */
  readonly flows: readonly string[]
  /** By the axes of the log: interactions of one place share the object that says so. */
  readonly cells: WeakMap<object, ReturnType<VersionScoring['findCell']>>
  /** By number of the likeness, twice, and one more where the interaction has ended. */
  readonly known: (Known | undefined)[]
}

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
  let results = 0
  /** Where what is learnt of the interaction refused last belongs. */
  let place: { readonly version: Version; readonly key: number; readonly flow: string } | undefined

  const versionOf = (map: ProcessMap): Version | undefined => {
    if (!versions.has(map)) versions.set(map, createVersion(scoringOf(map), interactions))
    return versions.get(map)
  }

  return {
    add(at) {
      place = undefined
      interactions.outline(at, outline)
      const { description, latest } = outline
      if (asOf !== undefined && latest > asOf) return false
      const map = findVersion(timeOf(outline.firstTimed), timeOf(outline.lastTimed))
      const version = typeof map === 'string' ? undefined : versionOf(map)
      if (version === undefined) return false
      const { scoring, likeness, flows, known } = version
      let cell = version.cells.get(description.axes)
      if (cell === undefined) version.cells.set(description.axes, (cell = scoring.findCell(description)))
      if ('reason' in cell) return false
      const { flow } = cell.row
      const flowNumber = flows.indexOf(flow)
      if (flowNumber === -1) return false
      const number = likeness.of(outline.from, outline.to, flowNumber)
      if (number === 0) return false
      const { endRule } = scoring
      const hasEnd = interactions.hasEvent(outline, endRule.isEnd)
      const ended = endRule.hasEnded(hasEnd, () => timeOf(latest), asOf)
      const key = number * 2 + (ended ? 1 : 0)
      const alike = known[key]
      let signs = ''
      let samples: readonly Sampled[] = NO_SAMPLES
      if (alike !== undefined && alike.own.length > 0) {
        const interaction = interactions.get(at)
        const judged = scoring.judgeSome(flow, interaction, around(interaction), ended, alike.own)
        signs = signsOf(judged.rules)
        samples = judged.samples
      }
      const met = alike?.results.get(signs)
      if (met === undefined) {
        if (results < MOST_RESULTS) place = { version, key, flow }
        return false
      }
      const here = met.cells.get(cell)
      if (here === undefined) met.cells.set(cell, { times: 1, first: at })
      else here.times += 1
      for (const sampled of samples) addSample(tally.many, sampled)
      addOwn(tally, cellTallyOf(tally, { cell, map: scoring.map }), met.finding, {
        unit: description.unit,
        events: outline.to - outline.from,
        handlingMs: ended ? handlingOf(outline) : undefined,
      })
      return true
    },

    learn(result) {
      if (place === undefined || result.kind === 'blindSpot') return
      const { version, key, flow } = place
      place = undefined
      const { unseen = [] } = version.scoring.sightOf(flow) ?? {}
      const own = result.rules.flatMap(({ alone }, at) => (alone || unseen.includes(at) ? [at] : []))
      const alike = (version.known[key] ??= { own, results: new Map() })
      const signs = signsOf(alike.own.flatMap((at) => result.rules[at] ?? []))
      const isOwn = ({ rule }: Sampled) => alike.own.some((at) => result.rules[at]?.rule === rule)
      const samples = (result.samples ?? []).filter((sampled) => !isOwn(sampled)).map(sampleAlone)
      alike.results.set(signs, { finding: findingOf(result), cells: new Map(), samples })
      results += 1
    },

    finish() {
      for (const version of versions.values()) {
        if (version === undefined) continue
        for (const alike of version.known) {
          for (const { finding, cells, samples } of alike?.results.values() ?? []) {
            for (const [cell, { times, first }] of cells) {
              const cellTally = cellTallyOf(tally, { cell, map: version.scoring.map })
              // Interactions come in the order of their ids: the first is the least.
              addFinding(tally, cellTally, finding, times, interactions.idAt(first))
              for (let i = 0; i < times; i++) for (const sample of samples) mergeSamples(tally.many, sample)
            }
          }
        }
      }
    },
  }
}

const NO_SAMPLES: readonly Sampled[] = []

/** All of some outcomes that scores and verdicts ask for. */
function signsOf(rules: readonly ScoredRule[]): string {
  let signs = ''
  for (const { outcome, degree } of rules) signs += OUTCOME_SIGNS[outcome] + (degree ?? '')
  return signs
}

function createVersion(scoring: VersionScoring, interactions: InteractionTable): Version | undefined {
  const { map } = scoring
  const all = new Set(map.touchpoints.flatMap(({ flow }) => flow ?? []))
  const flows = [...all].filter((flow) => scoring.sightOf(flow) !== undefined)
  const sight = uniteSights(flows.map((flow) => scoring.sightOf(flow)?.sight))
  if (flows.length === 0 || sight === undefined) return undefined
  const likeness = interactions.likeness(rowSightOf(sight, map))
  return likeness && { scoring, likeness, flows, cells: new WeakMap(), known: [] }
}

/** A sight as rows are seen by it: with the eyes and ears of those who judge. */
function rowSightOf({ values, filled, lexicons }: Sight, map: ProcessMap): RowSight {
  const engine = phraseEngineOf(map)
  const asked = [...lexicons]
  return {
    values: [...values],
    filled: [...filled].filter((name) => !values.has(name)),
    isFilled: (value) => !isBlank(value, map.catalog),
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
