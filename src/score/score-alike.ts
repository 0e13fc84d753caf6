import { isBlank } from '../compliance/is-blank.ts'
import { hasWords } from '../compliance/talk.ts'
import type { Log } from '../log/event.ts'
import type { InteractionTable, Outline } from '../log/interaction-table.ts'
import type { Likeness, RowSight } from '../log/likeness.ts'
import { phraseEngineOf } from '../match/phrase-engine-of.ts'
import { type Sight, uniteSights } from '../match/sight.ts'
import type { ProcessMap } from '../model/map.ts'
import { handlingBetween } from './as-of.ts'
import { type Finding, findingOf } from './finding.ts'
import type { InteractionResult } from './result.ts'
import type { Scoring, VersionScoring } from './score-interaction.ts'
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

/** What is known of those that look alike in a flow, and of these how many were met in each cell. */
interface Known {
  readonly finding: Finding
  readonly met: Map<ServedCell, { times: number; readonly first: number }>
}

interface Version {
  readonly scoring: VersionScoring
  readonly likeness: Likeness
  /** Those whose results follow from what is seen. */
  readonly flows: readonly string[]
  /** By number of the likeness, twice, and one more where the interaction has ended; null: nothing follows. */
  readonly known: (Known | null | undefined)[]
}

/**
 * The way of large logs: of interactions of a table that look alike to all who judge them, one is judged and the others are
 * counted with it, straight from the columns. What rests on more (times, actors, expressions over the whole interaction),
 * what the as-of time cuts off and what lies in a blind spot is left to be judged for itself. undefined where each must be.
 */
export function createAlike(
  { findVersion, scoringOf, accepts }: Scoring,
  { interactions, ties }: Log<InteractionTable>,
  asOf: number | undefined,
  tally: Tally,
): Alike | undefined {
  // Events of one time are read in all orders: then times matter to everything. Acceptances speak of single contacts.
  if (ties === 'any' || accepts || tally.groups.by.length > 0 || tally.reviewed.wanted.size > 0) return undefined
  const versions = new Map<ProcessMap, Version | undefined>()
  const outline = emptyOutline()
  /** Where what is learnt of the interaction refused last belongs. */
  let place: { readonly known: Version['known']; readonly key: number } | undefined

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
      const cell = scoring.findCell(description)
      const flow = 'reason' in cell ? -1 : flows.indexOf(cell.row.flow)
      if ('reason' in cell || flow === -1) return false
      const number = likeness.of(outline.from, outline.to, flow)
      if (number === 0) return false
      const { endRule } = scoring
      const hasEnd = interactions.hasEvent(outline, endRule.isEnd)
      const ended = endRule.hasEnded(hasEnd, () => timeOf(latest), asOf)
      const key = number * 2 + (ended ? 1 : 0)
      const found = known[key]
      if (found === undefined) place = { known, key }
      if (!found) return false
      const met = found.met.get(cell)
      if (met === undefined) found.met.set(cell, { times: 1, first: at })
      else met.times += 1
      addOwn(tally, cellTallyOf(tally, { cell, map: scoring.map }), found.finding, {
        unit: description.unit,
        events: outline.to - outline.from,
        handlingMs: ended ? handlingOf(outline) : undefined,
      })
      return true
    },

    learn(result) {
      if (place === undefined) return
      const { known, key } = place
      const follows = result.kind === 'scored' && result.alone !== true
      known[key] = follows ? { finding: findingOf(result), met: new Map() } : null
      place = undefined
    },

    finish() {
      for (const version of versions.values()) {
        for (const known of version?.known ?? []) {
          if (!known || version === undefined) continue
          for (const [cell, { times, first }] of known.met) {
            const cellTally = cellTallyOf(tally, { cell, map: version.scoring.map })
            // Interactions come in the order of their ids: the first is the least.
            addFinding(tally, cellTally, known.finding, times, interactions.idAt(first))
          }
        }
      }
    },
  }
}

function createVersion(scoring: VersionScoring, interactions: InteractionTable): Version | undefined {
  const { map } = scoring
  const all = new Set(map.touchpoints.flatMap(({ flow }) => flow ?? []))
  const flows = [...all].filter((flow) => scoring.sightOf(flow) !== undefined)
  const sight = uniteSights(flows.map((flow) => scoring.sightOf(flow)))
  if (flows.length === 0 || sight === undefined) return undefined
  const likeness = interactions.likeness(rowSightOf(sight, map))
  return likeness && { scoring, likeness, flows, known: [] }
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
