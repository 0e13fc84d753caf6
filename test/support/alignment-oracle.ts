import type { Move } from '../../src/conformance/alignment.ts'
import type { Block, EffectiveFlow, LabelIndex } from '../../src/flow/effective-flow.ts'
import type { LabelledTrace, TraceSymbol } from '../../src/conformance/label-trace.ts'
import { labelOf, type Language, letter } from './block-language.ts'

/** (decisions contradicted, cost, critical steps skipped, settled steps passed over) */
type Score = readonly [number, number, number, number]
/** sync: [0, label, event]; log: [1, 0, event]; model: [2, label, 0 when settled, else 1] */
export type Element = readonly [number, number, number]

export interface OracleResult {
  readonly score: Score
  readonly sequence: readonly Element[]
}

const BIT = (index: number): number => 1 << index

/** The optimum over all words given, each aligned by brute force; see docs/semantics.md §6, §7, §9, §10, §11. */
export function bestAlignment(
  flow: EffectiveFlow,
  language: Language,
  trace: Pick<LabelledTrace, 'symbols' | 'settled' | 'events'>,
  inner: ReadonlyMap<LabelIndex, ReadonlySet<LabelIndex>>,
): OracleResult {
  let best: OracleResult | undefined
  for (const word of language.full) {
    const found = alignWord(flow, language, trace, inner, word)
    if (best === undefined || compare(found, best) < 0) best = found
  }
  if (best === undefined) throw new Error('the language has no word up to the length')
  return best
}

/** The least cost of explaining the symbols by any prefix of a run, no decision preferred. */
export function bestPrefix(
  flow: EffectiveFlow,
  language: Language,
  trace: Pick<LabelledTrace, 'symbols' | 'settled' | 'events'>,
  inner: ReadonlyMap<LabelIndex, ReadonlySet<LabelIndex>>,
): number {
  let best = Infinity
  for (const word of language.pre) best = Math.min(best, alignWord(flow, language, trace, inner, word, false).score[1])
  return best
}

export function logCostOf(flow: EffectiveFlow, symbol: TraceSymbol): number {
  if (symbol.kind === 'offer') return 0
  if (symbol.labels.length === 0) return 1
  return Math.min(...symbol.labels.map((label) => weightOf(flow, label)))
}

function weightOf(flow: EffectiveFlow, label: LabelIndex): number {
  const of = flow.labels[label]!
  return of.kind === 'step' ? of.step.weight : 1
}

function alignWord(
  flow: EffectiveFlow,
  language: Language,
  { symbols, settled, events }: Pick<LabelledTrace, 'symbols' | 'settled' | 'events'>,
  inner: ReadonlyMap<LabelIndex, ReadonlySet<LabelIndex>>,
  word: string,
  decisionsFirst = true,
): OracleResult {
  const impossible: OracleResult = { score: [Infinity, Infinity, Infinity, Infinity], sequence: [] }
  const memo = new Map<string, OracleResult>()
  const outdone = (at: number, labels: readonly LabelIndex[]): boolean =>
    labels.some((other) => {
      const within = inner.get(labelOf(word, at))
      return within?.has(other) === true && language.pre.has(word.slice(0, at) + letter(other))
    })
  const go = (at: number, position: number, used: number): OracleResult => {
    const key = `${at},${position},${used}`
    const known = memo.get(key)
    if (known !== undefined) return known
    const options: OracleResult[] = []
    const symbol = symbols[position]
    const add = (rest: OracleResult, score: Score, element?: Element): void => {
      const total = rest.score.map((part, index) => part + score[index]!) as unknown as Score
      options.push({ score: total, sequence: element === undefined ? rest.sequence : [element, ...rest.sequence] })
    }
    if (at === word.length && symbol === undefined) options.push({ score: [0, 0, 0, 0], sequence: [] })
    if (at < word.length) {
      const label = labelOf(word, at)
      const of = flow.labels[label]!
      if (symbol !== undefined && symbol.labels.includes(label) && !outdone(at, symbol.labels)) {
        if (symbol.kind === 'act') add(go(at + 1, position + 1, 0), [0, 0, 0, 0], [0, label, events[position]!])
        else {
          const index = symbol.labels.indexOf(label)
          const { ranks } = symbol
          const late =
            ranks !== undefined &&
            ranks[index]! >= 0 &&
            ranks.some((rank, other) => rank > ranks[index]! && (used & BIT(other)) !== 0)
          if ((used & BIT(index)) === 0 && !late) {
            add(go(at + 1, position, used | BIT(index)), [0, 0, 0, 0], [0, label, events[position]!])
          }
        }
      }
      if (settled.some((one) => one.label === label && one.from <= position)) {
        add(go(at + 1, position, used), [0, 0, 0, 1], [2, label, 0])
      } else if (of.kind !== 'interrupt') {
        const critical = of.kind === 'step' && of.step.critical ? 1 : 0
        add(go(at + 1, position, used), [0, weightOf(flow, label), critical, 0], [2, label, 1])
      }
    }
    if (symbol?.kind === 'offer') add(go(at, position + 1, 0), [0, 0, 0, 0])
    if (symbol?.kind === 'act') {
      const decides = symbol.labels.some((label) => flow.labels[label]!.kind === 'decision')
      const score: Score = [decides && decisionsFirst ? 1 : 0, logCostOf(flow, symbol), 0, 0]
      add(go(at, position + 1, 0), score, [1, 0, events[position]!])
    }
    let best = impossible
    for (const option of options) if (compare(option, best) < 0) best = option
    memo.set(key, best)
    return best
  }
  return go(0, 0, 0)
}

export function compare(a: OracleResult, b: OracleResult): number {
  for (let index = 0; index < 4; index++) {
    if (a.score[index] !== b.score[index]) return a.score[index]! < b.score[index]! ? -1 : 1
  }
  for (let index = 0; ; index++) {
    const [x, y] = [a.sequence[index], b.sequence[index]]
    if (x === undefined || y === undefined) return (x === undefined ? 1 : 0) - (y === undefined ? 1 : 0)
    for (let part = 0; part < 3; part++) if (x[part] !== y[part]) return x[part]! - y[part]!
  }
}

/** For each interrupt the interrupts within its block, by the text of §5. */
export function innerOf(block: Block): Map<LabelIndex, Set<LabelIndex>> {
  const inner = new Map<LabelIndex, Set<LabelIndex>>()
  const walk = (of: Block, around: readonly LabelIndex[]): void => {
    if (of.kind === 'scope') {
      for (const { label, handler } of of.interrupts) {
        inner.set(label, new Set())
        around.forEach((outer) => inner.get(outer)!.add(label))
        walk(handler, around)
      }
      walk(of.child, [...around, ...of.interrupts.map(({ label }) => label)])
    } else if (of.kind === 'optional') walk(of.child, around)
    else if (of.kind === 'repeat') [of.do, of.redo].forEach((child) => walk(child, around))
    else if (of.kind !== 'label') of.children.forEach((child) => walk(child, around))
  }
  walk(block, [])
  return inner
}

/** The moves in the order of semantics §11. */
export function elementsOf(moves: readonly Move[]): Element[] {
  return moves.flatMap((move): Element[] => {
    if (move.type === 'sync') return [[0, move.label, move.event]]
    if (move.type === 'log') return [[1, 0, move.event]]
    if (move.type === 'model') return [[2, move.label, move.satisfiedBy === undefined ? 1 : 0]]
    return []
  })
}
