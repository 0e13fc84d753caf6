import type { Interaction } from '../log/event.ts'
import type { Likeness } from '../log/likeness.ts'
import type { Sight } from '../match/sight.ts'
import { type Finding, OUTCOME_SIGNS } from './finding.ts'
import { type ManyTallies, type Sampled, sampleAlone } from './many.ts'
import type { ScoredRule } from './result.ts'
import type { Aligned, FlowSight, Surroundings, VersionScoring } from './score-interaction.ts'

/** What all come to whose pieces are the same, but for the rules that judge each of them for itself. */
export interface Base {
  readonly aligned: Aligned
  /** By position; undefined where the rule judges each for itself. */
  readonly rules: readonly (ScoredRule | undefined)[]
  /** Positions of the rules that do. */
  readonly own: readonly number[]
  /** What each of them brings to the rules over many that do not. */
  readonly samples: readonly ManyTallies[]
  /** By the outcomes of the own rules: the number of what they come to. */
  readonly results: Map<string, number>
}

/** An interaction in hand, made when somebody asks for it. */
interface Subject {
  readonly interaction: () => Interaction
  readonly around: (interaction: Interaction) => Surroundings
  readonly ended: boolean
}

/** Rules of a flow that look at the same events. */
interface Group {
  readonly positions: readonly number[]
  readonly events: Sight['events']
  /** By number of the look whether it is looked at. */
  readonly seen: (boolean | undefined)[]
  readonly known: Map<string, Piece>
}

/** What the rules of a group come to. */
interface Piece {
  readonly number: number
  /** By place in the group; undefined: it stands alone. */
  readonly rules: readonly (ScoredRule | undefined)[]
  readonly samples: readonly ManyTallies[]
}

/** What is kept of each kind; beyond, nothing more is put together from pieces. */
const MOST = 1 << 18

/**
 * Puts together what interactions of a flow come to: how the flow was followed is found once for each sequence of events,
 * and what a rule says once for each sequence of those that it looks at. Interactions that were never met as a whole are
 * mostly made of pieces that were.
 */
export class FlowPieces {
  readonly #scoring: VersionScoring
  readonly #flow: string
  readonly #likeness: Likeness
  readonly #groups: readonly Group[]
  readonly #unseen: readonly number[]
  /** Whether the flow is explained by names and roles alone. */
  readonly #isBare: boolean
  /** By sequence of events, and by what it comes to. */
  readonly #aligned = new Map<string, number>()
  readonly #alignedNumbers = new Map<string, number>()
  readonly #alignments: Aligned[] = []
  readonly #bases = new Map<string, Base>()
  #pieces = 0

  constructor(scoring: VersionScoring, flow: string, sight: FlowSight, likeness: Likeness) {
    this.#scoring = scoring
    this.#flow = flow
    this.#likeness = likeness
    const { values, filled, lexicons } = sight.flow
    this.#isBare = values.size + filled.size + lexicons.size === 0
    this.#unseen = sight.rules.flatMap((own, at) => (own === undefined ? [at] : []))
    this.#groups = groupRules(sight.rules)
  }

  /** For the interaction that the likeness looked at last; undefined: too much is kept already. */
  find(subject: Subject): Base | undefined {
    const aligned = this.#alignedOf(subject)
    const rules: (ScoredRule | undefined)[] = []
    const samples: ManyTallies[] = []
    const own = [...this.#unseen]
    let key = `${aligned}`
    for (const group of this.#groups) {
      const piece = this.#pieceOf(group, subject)
      key += piece.samples.length > 0 ? ` ${piece.number}#` : ' '
      samples.push(...piece.samples)
      for (let i = 0; i < group.positions.length; i++) {
        const at = group.positions[i] as number
        const rule = piece.rules[i]
        if (rule === undefined) own.push(at)
        rules[at] = rule
        key += signOf(rule)
      }
    }
    let base = this.#bases.get(key)
    if (base === undefined) {
      if (this.#bases.size >= MOST || this.#aligned.size >= MOST) return undefined
      const count = this.#unseen.length + this.#groups.reduce((sum, { positions }) => sum + positions.length, 0)
      rules.length = count
      base = {
        aligned: this.#alignments[aligned] as Aligned,
        rules,
        own: own.sort((a, b) => a - b),
        samples,
        results: new Map(),
      }
      this.#bases.set(key, base)
    }
    return base
  }

  /** What an interaction of a base comes to whose own rules came to this. */
  conclude({ aligned, rules, own }: Base, judged: readonly ScoredRule[], subject: Subject): Finding {
    const all = rules.slice()
    own.forEach((at, i) => (all[at] = judged[i]))
    const interaction = subject.interaction()
    const scored = all.flatMap((rule) => rule ?? [])
    return this.#scoring.conclude(this.#flow, aligned, scored, interaction, subject.around(interaction), subject.ended)
  }

  #alignedOf({ interaction, around, ended }: Subject): number {
    const { codes, length, looks } = this.#likeness
    let key = ended ? 'e' : 'o'
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      key += textOf(this.#isBare ? (looks[code]?.kind ?? 0) : code)
    }
    let number = this.#aligned.get(key)
    if (number === undefined) {
      const own = interaction()
      const aligned = this.#scoring.align(this.#flow, own, around(own), ended)
      number = this.#numberOf(aligned)
      if (this.#aligned.size < MOST) this.#aligned.set(key, number)
    }
    return number
  }

  /** One number for all that come to the same, wherever in the interaction it was. */
  #numberOf(aligned: Aligned): number {
    const { alignment, adherence, ended, shown } = aligned
    const said = shown.deviations.map(({ about, occurrences }) => [about.key, occurrences])
    const cost = alignment.optimal ? [alignment.cost] : [alignment.lower, alignment.upper]
    const key = JSON.stringify([ended, adherence, cost, said, shown.traced, shown.unknown, shown.ambient])
    let number = this.#alignedNumbers.get(key)
    if (number === undefined) {
      number = this.#alignments.push(aligned) - 1
      this.#alignedNumbers.set(key, number)
    }
    return number
  }

  #pieceOf(group: Group, subject: Subject): Piece {
    const key = (subject.ended ? 'e' : 'o') + this.#project(group)
    let piece = group.known.get(key)
    if (piece === undefined) {
      piece = this.#judge(group.positions, subject)
      if (group.known.size < MOST) group.known.set(key, piece)
    }
    return piece
  }

  #project({ events, seen }: Group): string {
    const { codes, length, looks } = this.#likeness
    if (events === 'talk') {
      const talk = new Set<number>()
      for (let i = 0; i < length; i++) talk.add(looks[codes[i] as number]?.talk ?? 0)
      return [...talk].sort((a, b) => a - b).join()
    }
    let key = ''
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      if (seen[code] ?? (seen[code] = events === 'all' || events.has(looks[code]?.event ?? ''))) key += textOf(code)
    }
    return key
  }

  #judge(positions: readonly number[], { interaction, around, ended }: Subject): Piece {
    const own = interaction()
    const judged = this.#scoring.judgeSome(this.#flow, own, around(own), ended, positions)
    const isAlone = ({ rule }: Sampled) => judged.rules.some((one) => one.rule === rule && one.alone)
    return {
      number: this.#pieces++,
      rules: judged.rules.map((one) => (one.alone ? undefined : bareOf(one))),
      samples: judged.samples.filter((sampled) => !isAlone(sampled)).map(sampleAlone),
    }
  }
}

function groupRules(sights: readonly (Sight | undefined)[]): readonly Group[] {
  const groups = new Map<string, { positions: number[]; events: Sight['events'] }>()
  for (const [at, sight] of sights.entries()) {
    if (sight === undefined) continue
    const { events } = sight
    const key = typeof events === 'string' ? events : JSON.stringify([...events].sort())
    const group = groups.get(key)
    if (group) group.positions.push(at)
    else groups.set(key, { positions: [at], events })
  }
  return [...groups.values()].map((group) => ({ ...group, seen: [], known: new Map() }))
}

/** What of a rule's outcome goes into sums, without what it was found in. */
function bareOf({ rule, outcome, degree }: ScoredRule): ScoredRule {
  return { rule, outcome, reason: noReason, evidence: NONE, ...(degree === undefined ? {} : { degree }) }
}

const NONE: ScoredRule['evidence'] = []
const noReason = () => ({ zh: '', en: '' })

/** All of an outcome that scores and verdicts ask for. */
export function signOf(rule: Pick<ScoredRule, 'outcome' | 'degree'> | undefined): string {
  return rule === undefined ? '.' : OUTCOME_SIGNS[rule.outcome] + (rule.degree ?? '')
}

/** A number as two characters. */
function textOf(number: number): string {
  return String.fromCharCode(number & 0x7fff, number >>> 15)
}
