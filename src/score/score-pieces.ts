import type { MomentOf } from '../compliance/rule-kind.ts'
import type { Interaction, LogEvent } from '../log/event.ts'
import type { Likeness } from '../log/likeness.ts'
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
  /** By the outcomes of those rules: the number of what they come to. */
  readonly results: Map<string, number>
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
  readonly known: Map<string, Piece>
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
  readonly known: Map<string, Piece>
}

/** What rules come to by what they look at. */
interface Piece {
  readonly number: number
  /** By place in the group; undefined: it stands alone. */
  readonly rules: readonly (ScoredRule | undefined)[]
  readonly samples: readonly ManyTallies[]
  /** How many interactions were counted by it; of rules by times alone. */
  times: number
}

type EventSymbolOf = NonNullable<ReturnType<VersionScoring['symbolsOf']>>

interface NumberedSymbol extends Pick<EventSymbol, 'kind'> {
  /** In a word; nothing where it takes no part. */
  readonly text: string
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
  /** By sequence of events, and by what it comes to. */
  readonly #aligned = new Map<string, number>()
  readonly #alignedNumbers = new Map<string, number>()
  readonly #alignments: Aligned[] = []
  /** Of a flow to which events are the same wherever they stand: what they are to it, by the number of their look. */
  readonly #symbolOf: EventSymbolOf | undefined
  readonly #symbols: (NumberedSymbol | undefined)[] = []
  readonly #symbolNumbers = new Map<string, number>()
  readonly #nameNumbers = new Map<string, number>()
  readonly #names: string[] = []
  /** By the number of what is the same but for names, and by these. */
  readonly #namedNumbers = new Map<string, number>()
  readonly #bases = new Map<string, Base>()
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
      return [{ position, momentOf, looked: { events: own.events, seen: [] }, known: new Map() }]
    })
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
      rules.length =
        this.#unseen.length + this.#moving.length + sumOf(this.#groups, ({ positions }) => positions.length)
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
      for (const { samples, times } of known.values()) for (const sample of samples) mergeTimes(many, sample, times)
    }
  }

  #alignedOf(subject: Subject): number {
    const symbolOf = this.#symbolOf
    return symbolOf === undefined ? this.#alignedBySight(subject) : this.#alignedByWord(subject, symbolOf)
  }

  #alignedBySight({ interaction, around, ended }: Subject): number {
    const { codes, length, looks } = this.#likeness
    let key = ended ? 'e' : 'o'
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      key += textOf(this.#isBare ? (looks[code]?.kind ?? 0) : code)
    }
    let number = this.#aligned.get(key)
    if (number === undefined) {
      const own = interaction()
      number = this.#numberOf(this.#scoring.align(this.#flow, own, around(own), ended))
      if (this.#aligned.size < MOST) this.#aligned.set(key, number)
    }
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
    let word = ended ? 'e' : 'o'
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      const symbol = (this.#symbols[code] ??= this.#symbolOfCode(code, symbolOf, interaction().events[i] as LogEvent))
      if (symbol.kind === 'unknown') unknown.push(symbol.name)
      else if (symbol.kind === 'ambient') ambient.push(symbol.name)
      word += symbol.text
    }
    let number = this.#aligned.get(word)
    if (number === undefined) {
      const own = interaction()
      const aligned = this.#scoring.align(this.#flow, own, around(own), ended)
      number = this.#numberOf(this.#scoring.rename(this.#flow, aligned, [], []))
      if (this.#aligned.size < MOST) this.#aligned.set(word, number)
    }
    const { alignment } = this.#alignments[number] as Aligned
    // What could not be explained says nothing of single events.
    if (!alignment.optimal || unknown.length + ambient.length === 0) return number
    return this.#named(number, unknown, ambient)
  }

  #symbolOfCode(code: number, symbolOf: EventSymbolOf, event: LogEvent): NumberedSymbol {
    const { key, kind } = symbolOf(event)
    const text = kind === 'ambient' || kind === 'talk' ? '' : textOf(numberIn(this.#symbolNumbers, key))
    const own = this.#likeness.looks[code]?.event ?? ''
    const name = numberIn(this.#nameNumbers, own)
    this.#names[name] = own
    return { kind, text, name }
  }

  /** What comes to the same as a number, but for the names of events, which add to counts and have no order. */
  #named(plain: number, unknown: number[], ambient: number[]): number {
    const key = `${plain} ${unknown.sort(ascending).join()} ${ambient.sort(ascending).join()}`
    let number = this.#namedNumbers.get(key)
    if (number === undefined) {
      const aligned = this.#alignments[plain] as Aligned
      const nameOf = (at: number) => this.#names[at] ?? ''
      const [acts, aside] = [unknown.map(nameOf), ambient.map(nameOf)]
      number = this.#alignments.push(this.#scoring.rename(this.#flow, aligned, acts, aside)) - 1
      this.#namedNumbers.set(key, number)
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
    const key = (subject.ended ? 'e' : 'o') + this.#project(group.looked)
    let piece = group.known.get(key)
    if (piece === undefined) {
      piece = this.#judge(group.positions, subject, false)
      if (group.known.size < MOST) group.known.set(key, piece)
    }
    return piece
  }

  #movingPieceOf({ position, momentOf, looked, known }: MovingRule, subject: Subject): Piece {
    const { codes, length } = this.#likeness
    const { channel, timeAt } = subject
    let key = `${subject.ended ? 'e' : 'o'}${channel?.length ?? '-'}:${channel ?? ''}`
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      if (!this.#isSeen(looked, code)) continue
      const time = timeAt(i)
      key += `${textOf(code)}${Number.isNaN(time) ? '' : momentOf(time, channel)},`
    }
    let piece = known.get(key)
    if (piece === undefined) {
      piece = this.#judge([position], subject, true)
      // What is not kept is counted by itself.
      if (known.size < MOST) known.set(key, piece)
      else return { ...piece, rules: [undefined] }
    }
    return piece
  }

  #isSeen({ events, seen }: Looked, code: number): boolean {
    return (seen[code] ??= typeof events === 'string' || events.has(this.#likeness.looks[code]?.event ?? ''))
  }

  #project(looked: Looked): string {
    const { codes, length, looks } = this.#likeness
    if (looked.events === 'talk') {
      const talk = new Set<number>()
      for (let i = 0; i < length; i++) talk.add(looks[codes[i] as number]?.talk ?? 0)
      return [...talk].sort((a, b) => a - b).join()
    }
    let key = ''
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number
      if (this.#isSeen(looked, code)) key += textOf(code)
    }
    return key
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
    return {
      number: this.#pieces++,
      rules: judged.rules.map((one) => (alone.has(one.rule) ? undefined : bareOf(one))),
      samples: judged.samples.filter(({ rule }) => !alone.has(rule)).map(sampleAlone),
      times: 0,
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
  return [...groups.values()].map(({ positions, events }) => ({
    positions,
    looked: { events, seen: [] },
    known: new Map(),
  }))
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}

/** The number of a text, from 1. */
function numberIn(numbers: Map<string, number>, text: string): number {
  let number = numbers.get(text)
  if (number === undefined) numbers.set(text, (number = numbers.size + 1))
  return number
}

function ascending(a: number, b: number): number {
  return a - b
}

const NO_SAMPLES: readonly Sampled[] = []
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

/** A number as two characters. */
function textOf(number: number): string {
  return String.fromCharCode(number & 0x7fff, number >>> 15)
}
