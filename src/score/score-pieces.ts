import type { MomentOf } from '../compliance/rule-kind.ts'
import type { Interaction, LogEvent } from '../log/event.ts'
import type { Likeness } from '../log/likeness.ts'
import { SequencePool } from '../log/sequence-pool.ts'
import type { Sight } from '../match/sight.ts'
import type { EventSymbol } from './event-symbols.ts'
import { type Finding, OUTCOME_SIGNS } from './finding.ts'
import { type ManyTallies, mergeTimes, type Sampled, sampleAlone } from './many.ts'
import type { ScoredRule } from './result.ts'
import type { Aligned, FlowSight, Surroundings, VersionScoring } from './score-interaction.ts'

/** What all come to whose pieces are the same, but for the rules that judge each of them for itself. */
export interface Base {
  readonly aligned: Aligned
  /** By position; undefined where the rule judges each for itself, by its times or by all of it. */
  readonly rules: readonly (ScoredRule | undefined)[]
  /** Positions of the rules that do by all of it. */
  readonly own: readonly number[]
  /** What each of them brings to the rules over many that do not. */
  readonly samples: readonly ManyTallies[]
  /** Of the flow's. */
  readonly number: number
}

/** An interaction in hand, made when somebody asks for it. */
interface Subject {
  readonly interaction: () => Interaction
  readonly around: (interaction: Interaction) => Surroundings
  readonly ended: boolean
  readonly channel: string | undefined
  /** By place of the event; NaN where there is none. */
  readonly timeAt: (place: number) => number
}

/** What the rules say that judge each interaction for itself: first those by all of it, then those by its times. */
interface Judged {
  readonly signs: string
  readonly rules: readonly ScoredRule[]
  /** What they bring to the rules over many, but for what is counted by pieces. */
  readonly samples: readonly Sampled[]
  /** The pieces that count it, once it is added. */
  readonly pieces: readonly Piece[]
}

/** A rule that asks of times what comes again and again, such as the hour of the week. */
interface MovingRule {
  readonly position: number
  readonly momentOf: MomentOf
  readonly looked: Looked
  readonly known: KnownPieces
}

/** Which events are looked at. */
interface Looked {
  readonly events: Sight['events']
  /** By number of the look whether it is looked at. */
  readonly seen: (boolean | undefined)[]
}

/** Rules of a flow that look at the same events. */
interface Group {
  readonly positions: readonly number[]
  readonly looked: Looked
  readonly known: KnownPieces
}

/** Pieces by what is looked at. */
interface KnownPieces {
  readonly keys: SequencePool
  /** By number of the key. */
  readonly pieces: (Piece | undefined)[]
}

/** What rules come to by what they look at. */
interface Piece {
  /** Number of all that bases ask of it. */
  readonly face: number
  /** By place in the group; undefined: it stands alone. */
  readonly rules: readonly (ScoredRule | undefined)[]
  readonly samples: readonly ManyTallies[]
  /** How many interactions were counted by it; of rules by times alone. */
  times: number
}

type EventSymbolOf = NonNullable<ReturnType<VersionScoring['symbolsOf']>>

interface NumberedSymbol extends Pick<EventSymbol, 'kind'> {
  /** In a word; 0 where it takes no part. */
  readonly letter: number
  /** Number of the event's name. */
  readonly name: number
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
  readonly #moving: readonly MovingRule[]
  /** Whether the flow is explained by names and roles alone. */
  readonly #isBare: boolean
  /** Sequences of events, and by the number of each that of what it comes to. */
  readonly #words = new SequencePool()
  readonly #aligned: (number | undefined)[] = []
  readonly #alignedNumbers = new Map<string, number>()
  readonly #deviationNumbers = new Map<string, number>()
  readonly #alignments: Aligned[] = []
  /** Of a flow to which events are the same wherever they stand: what they are to it, by the number of their look. */
  readonly #symbolOf: EventSymbolOf | undefined
  readonly #symbols: (NumberedSymbol | undefined)[] = []
  readonly #symbolNumbers = new Map<string, number>()
  readonly #nameNumbers = new Map<string, number>()
  readonly #names: string[] = []
  /** What is the same but for names, with these; and by the number of each that of what it comes to. */
  readonly #namings = new SequencePool()
  readonly #named: (number | undefined)[] = []
  readonly #channels = new Map<string, number>()
  readonly #moments = new Map<number, number>()
  readonly #faces = new Map<string, number>()
  readonly #baseKeys = new SequencePool()
  readonly #bases: (Base | undefined)[] = []
  readonly #results = new Map<string, (number | undefined)[]>()
  #pieces = 0

  constructor(scoring: VersionScoring, flow: string, sight: FlowSight, likeness: Likeness) {
    this.#scoring = scoring
    this.#flow = flow
    this.#likeness = likeness
    this.#symbolOf = scoring.symbolsOf(flow)
    const { values, filled, lexicons } = sight.flow
    this.#isBare = values.size + filled.size + lexicons.size === 0
    this.#unseen = sight.rules.flatMap((own, at) => (own === undefined ? [at] : []))
    this.#groups = groupRules(sight.rules.map((own, at) => (sight.moments[at] === undefined ? own : undefined)))
    this.#moving = sight.rules.flatMap((own, position): MovingRule[] => {
      const momentOf = sight.moments[position]
      if (own === undefined || momentOf === undefined) return []
      return [{ position, momentOf, looked: { events: own.events, seen: [] }, known: knowNothing() }]
    })
  }

  /** For the interaction that the likeness looked at last; undefined: too much is kept already. */
  find(subject: Subject): Base | undefined {
    const aligned = this.#alignedOf(subject)
    const pieces = this.#groups.map((group) => this.#pieceOf(group, subject))
    const keys = this.#baseKeys
    keys.begin(aligned)
    for (const { face } of pieces) keys.add(face)
    const number = keys.intern(this.#words.size < MOST ? MOST : 0)
    if (number === 0) return undefined
    return (this.#bases[number] ??= this.#baseOf(number, aligned, pieces))
  }

  #baseOf(number: number, aligned: number, pieces: readonly Piece[]): Base {
    const own = [...this.#unseen]
    const moving = this.#moving.length
    const count = own.length + moving + sumOf(this.#groups, ({ positions }) => positions.length)
    const rules: (ScoredRule | undefined)[] = Array.from({ length: count }, () => undefined)
    for (const [i, { positions }] of this.#groups.entries()) {
      for (const [k, at] of positions.entries()) {
        const rule = pieces[i]?.rules[k]
        if (rule === undefined) own.push(at)
        rules[at] = rule
      }
    }
    const samples = pieces.flatMap(({ samples }) => samples)
    return {
      aligned: this.#alignments[aligned] as Aligned,
      rules,
      own: own.length === this.#unseen.length ? this.#unseen : own.sort(ascending),
      samples: samples.length === 0 ? NO_TALLIES : samples,
      number,
    }
  }

  /** By number of the base the number of what its interactions come to whose own rules came to these signs. */
  resultsOf({ signs }: Judged): (number | undefined)[] {
    let results = this.#results.get(signs)
    if (results === undefined) this.#results.set(signs, (results = []))
    return results
  }

  /** What an interaction of a base comes to whose own rules came to this. */
  conclude({ aligned, rules, own }: Base, judged: Judged, subject: Subject): Finding {
    const all = rules.slice()
    for (const [i, rule] of judged.rules.entries()) {
      all[own[i] ?? this.#moving[i - own.length]?.position ?? all.length] = rule
    }
    const interaction = subject.interaction()
    const scored = all.flatMap((rule) => rule ?? [])
    return this.#scoring.conclude(this.#flow, aligned, scored, interaction, subject.around(interaction), subject.ended)
  }

  /** What the rules say of an interaction of a base that judge each for itself. */
  judge({ own }: Base, subject: Subject): Judged {
    if (own.length === 0 && this.#moving.length === 0) return NOTHING
    const whole = own.length === 0 ? undefined : this.#judgeSome(own, subject)
    const rules = whole === undefined ? [] : [...whole.rules]
    const pieces: Piece[] = []
    let samples = whole?.samples ?? NO_SAMPLES
    for (const moving of this.#moving) {
      const piece = this.#movingPieceOf(moving, subject)
      const [rule] = piece.rules
      if (rule === undefined) {
        const alone = this.#judgeSome([moving.position], subject)
        rules.push(...alone.rules)
        samples = [...samples, ...alone.samples]
      } else {
        rules.push(rule)
        pieces.push(piece)
      }
    }
    let signs = ''
    for (const rule of rules) signs += signOf(rule)
    return { signs, rules, samples, pieces }
  }

  /** Adds what was counted by pieces to the rules over many. */
  finish(many: ManyTallies): void {
    for (const { known } of this.#moving) {
      for (const piece of known.pieces) {
        for (const sample of piece?.samples ?? []) mergeTimes(many, sample, piece?.times ?? 0)
      }
    }
  }

  #alignedOf(subject: Subject): number {
    const symbolOf = this.#symbolOf
    return symbolOf === undefined ? this.#alignedBySight(subject) : this.#alignedByWord(subject, symbolOf)
  }

  #alignedBySight({ interaction, around, ended }: Subject): number {
    const { codes, length, looks } = this.#likeness
    const words = this.#words
    words.begin(ended ? 1 : 0)
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      words.add(this.#isBare ? (looks[code]?.kind ?? 0) : code)
    }
    const word = words.intern(MOST)
    const known = this.#aligned[word]
    if (known !== undefined) return known
    const own = interaction()
    const number = this.#numberOf(this.#scoring.align(this.#flow, own, around(own), ended))
    if (word !== 0) this.#aligned[word] = number
    return number
  }

  /**
   * By what the events are to the flow alone: what takes no part in how it is followed is not in the word, and unknown acts
   * are one to it. Whatever they are called, they are named afterwards.
   */
  #alignedByWord({ interaction, around, ended }: Subject, symbolOf: EventSymbolOf): number {
    const { codes, length } = this.#likeness
    const unknown: number[] = []
    const ambient: number[] = []
    const words = this.#words
    words.begin(ended ? 1 : 0)
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      const symbol = (this.#symbols[code] ??= this.#symbolOfCode(code, symbolOf, interaction().events[i] as LogEvent))
      if (symbol.kind === 'unknown') unknown.push(symbol.name)
      else if (symbol.kind === 'ambient') ambient.push(symbol.name)
      if (symbol.letter !== 0) words.add(symbol.letter)
    }
    const word = words.intern(MOST)
    let number = this.#aligned[word]
    if (number === undefined) {
      const own = interaction()
      const aligned = this.#scoring.align(this.#flow, own, around(own), ended)
      number = this.#numberOf(this.#scoring.rename(this.#flow, aligned, [], []))
      if (word !== 0) this.#aligned[word] = number
    }
    const { alignment } = this.#alignments[number] as Aligned
    // What could not be explained says nothing of single events.
    if (!alignment.optimal || unknown.length + ambient.length === 0) return number
    return this.#nameAside(number, unknown, ambient)
  }

  #symbolOfCode(code: number, symbolOf: EventSymbolOf, event: LogEvent): NumberedSymbol {
    const { key, kind } = symbolOf(event)
    const letter = kind === 'ambient' || kind === 'talk' ? 0 : numberIn(this.#symbolNumbers, key)
    const own = this.#likeness.looks[code]?.event ?? ''
    const name = numberIn(this.#nameNumbers, own)
    this.#names[name] = own
    return { kind, letter, name }
  }

  /** What comes to the same as a number, but for the names of events, which add to counts and have no order. */
  #nameAside(plain: number, unknown: number[], ambient: number[]): number {
    const namings = this.#namings
    namings.begin(plain)
    for (const name of unknown.sort(ascending)) namings.add(name)
    namings.add(0)
    for (const name of ambient.sort(ascending)) namings.add(name)
    const naming = namings.intern(MOST)
    const known = this.#named[naming]
    if (known !== undefined) return known
    const aligned = this.#alignments[plain] as Aligned
    const nameOf = (at: number) => this.#names[at] ?? ''
    const [acts, aside] = [unknown.map(nameOf), ambient.map(nameOf)]
    const number = this.#alignments.push(this.#scoring.rename(this.#flow, aligned, acts, aside)) - 1
    if (naming !== 0) this.#named[naming] = number
    return number
  }

  /** One number for all that come to the same, wherever in the interaction it was. */
  #numberOf(aligned: Aligned): number {
    const { alignment, adherence, ended, shown } = aligned
    const said = shown.deviations.map(({ about, occurrences }) => [
      numberIn(this.#deviationNumbers, about.key),
      occurrences,
    ])
    const cost = alignment.optimal ? [alignment.cost] : [alignment.lower, alignment.upper]
    const key = JSON.stringify([ended, adherence, cost, said, shown.traced, shown.unknown, shown.ambient])
    let number = this.#alignedNumbers.get(key)
    if (number === undefined) {
      number = this.#alignments.push(aligned) - 1
      this.#alignedNumbers.set(key, number)
    }
    return number
  }

  #pieceOf({ positions, looked, known }: Group, subject: Subject): Piece {
    known.keys.begin(subject.ended ? 1 : 0)
    this.#project(looked, known.keys)
    const key = known.keys.intern(MOST)
    const found = known.pieces[key]
    if (found !== undefined) return found
    const piece = this.#judge(positions, subject, false)
    if (key !== 0) known.pieces[key] = piece
    return piece
  }

  #movingPieceOf({ position, momentOf, looked, known }: MovingRule, subject: Subject): Piece {
    const { codes, length } = this.#likeness
    const { channel, timeAt } = subject
    const { keys } = known
    keys.begin(subject.ended ? 1 : 0)
    keys.add(channel === undefined ? 0 : numberIn(this.#channels, channel))
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      if (!this.#isSeen(looked, code)) continue
      const time = timeAt(i)
      keys.add(code)
      keys.add(Number.isNaN(time) ? 0 : numberIn(this.#moments, momentOf(time, channel)))
    }
    const key = keys.intern(MOST)
    const found = known.pieces[key]
    if (found !== undefined) return found
    const piece = this.#judge([position], subject, true)
    // What is not kept is counted by itself.
    if (key === 0) return { ...piece, rules: [undefined] }
    known.pieces[key] = piece
    return piece
  }

  #isSeen({ events, seen }: Looked, code: number): boolean {
    return (seen[code] ??= typeof events === 'string' || events.has(this.#likeness.looks[code]?.event ?? ''))
  }

  /** Lays down what is looked at. */
  #project(looked: Looked, keys: SequencePool): void {
    const { codes, length, looks } = this.#likeness
    if (looked.events === 'talk') {
      const talk = new Set<number>()
      for (let i = 0; i < length; i++) talk.add(looks[codes[i] as number]?.talk ?? 0)
      for (const number of [...talk].sort(ascending)) keys.add(number)
      return
    }
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      if (this.#isSeen(looked, code)) keys.add(code)
    }
  }

  #judgeSome(positions: readonly number[], { interaction, around, ended }: Subject) {
    const own = interaction()
    return this.#scoring.judgeSome(this.#flow, own, around(own), ended, positions)
  }

  /** `timed`: moments are known to be the same. */
  #judge(positions: readonly number[], subject: Subject, timed: boolean): Piece {
    const judged = this.#judgeSome(positions, subject)
    const isAlone = ({ alone }: ScoredRule) => alone === true || (alone === 'moments' && !timed)
    const alone = new Set(judged.rules.filter(isAlone).map(({ rule }) => rule))
    const rules = judged.rules.map((one) => (alone.has(one.rule) ? undefined : bareOf(one)))
    const samples = judged.samples.filter(({ rule }) => !alone.has(rule)).map(sampleAlone)
    this.#pieces += 1
    // What is brought to rules over many is of this piece alone.
    const face = numberIn(this.#faces, samples.length > 0 ? `#${this.#pieces}` : rules.map(signOf).join(''))
    return { face, rules, samples, times: 0 }
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
  return [...groups.values()].map(({ positions, events }) => ({
    positions,
    looked: { events, seen: [] },
    known: knowNothing(),
  }))
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}

/** The number of what is numbered as it comes, from 1. */
function numberIn<T>(numbers: Map<T, number>, item: T): number {
  let number = numbers.get(item)
  if (number === undefined) numbers.set(item, (number = numbers.size + 1))
  return number
}

function knowNothing(): KnownPieces {
  return { keys: new SequencePool(), pieces: [] }
}

function ascending(a: number, b: number): number {
  return a - b
}

const NO_SAMPLES: readonly Sampled[] = []
const NO_TALLIES: readonly ManyTallies[] = []
const NOTHING: Judged = { signs: '', rules: [], samples: NO_SAMPLES, pieces: [] }

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
