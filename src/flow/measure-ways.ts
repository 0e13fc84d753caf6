import { sum } from '../model/sum.ts'
import { type Block, type BlockInterrupt, type EffectiveFlow, type LabelIndex } from './effective-flow.ts'

/** The hands that a step lies in: a role's id; undefined where the map does not say. */
export type HandsOf = (label: LabelIndex) => string | undefined

/**
 * The ways through a block, all of them together (docs/contact-degree.md). A way is what may be done from beginning to
 * end: which branch is taken, what is left out, whether a block is gone through again, in which order parts of any order
 * are taken up. All ways count alike; the means are taken over them.
 */
export interface Ways {
  /** How many there are; beyond 2^53 no longer exact, then infinite. */
  readonly count: number
  /** log2 of that number: how many questions of yes or no tell which way was gone. */
  readonly bits: number
  /** Passes between the customer and us, in the mean of all ways. */
  readonly turns: number
  /** Passes from one of our posts to another, in the mean. */
  readonly handOvers: number
  /** Returns to what was left behind: a block done again, what comes after an interruption. In the mean. */
  readonly returns: number
}

interface Told extends Ways {
  /** One of the ways shows nothing. */
  readonly empty: boolean
  /** Share of the ways in which no step lies in known hands. */
  readonly idle: number
  /** Shares of the ways by the hands that the first and the last step lie in. */
  readonly first: ReadonlyMap<string, number>
  readonly last: ReadonlyMap<string, number>
}

const NOTHING: Told = {
  count: 1,
  bits: 0,
  empty: true,
  turns: 0,
  handOvers: 0,
  returns: 0,
  idle: 1,
  first: new Map(),
  last: new Map(),
}

/** The role whose turns are told from hand-overs among ourselves. */
const CUSTOMER = 'customer'

/**
 * Counts the ways through a flow from its blocks, without enumerating them: time and space grow with the size of the
 * flow, whatever the number of ways.
 */
export function measureWays(flow: Pick<EffectiveFlow, 'root'>, handsOf: HandsOf): Ways {
  const { count, bits, turns, handOvers, returns } = measureBlock(flow.root, handsOf, [])
  return { count: count > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : count, bits, turns, handOvers, returns }
}

/** `ends` gathers the ways that an interrupt with `then: end` opens: they are ways of the flow, not of the block. */
function measureBlock(block: Block, handsOf: HandsOf, ends: Told[]): Told {
  const measure = (each: Block): Told => measureBlock(each, handsOf, ends)
  switch (block.kind) {
    case 'label':
      return ofLabel(handsOf(block.label))
    case 'sequence':
    case 'parallel':
    // The ways of a net are not counted: all of its steps, in the order of the file, stand for them.
    case 'net':
      return inTurn(block.children.map(measure))
    case 'choice':
      return oneOf(block.children.map(measure))
    case 'optional':
      return oneOf([NOTHING, measure(block.child)])
    case 'any-order':
      return inAnyOrder(block.children.map(measure))
    case 'some': {
      const children = block.children.map(measure)
      const any = inTurn(children.map((child) => oneOf([NOTHING, child])))
      return children.length === 0 || children.some(({ empty }) => empty) ? any : withoutNothing(any)
    }
    case 'repeat': {
      const once = measure(block.do)
      if ((block.max ?? 2) < 2) return once
      return oneOf([once, inTurn([once, again(measure(block.redo)), once])])
    }
    case 'scope': {
      const ended = block.flow ? [] : ends
      const parts = [measureBlock(block.child, handsOf, ended)]
      for (const { label, min, max } of block.anywhere) {
        if (max === 0) continue
        const step = ofLabel(handsOf(label))
        parts.push(min > 0 ? step : oneOf([NOTHING, step]))
      }
      const left: Told[] = []
      for (const interrupt of block.interrupts) {
        if (interrupt.max === 0) continue
        const told = interrupted(interrupt, handsOf, ended)
        if (interrupt.then === 'resume') parts.push(oneOf([NOTHING, again(told)]))
        else (interrupt.then === 'leave' ? left : ended).push(told)
      }
      const whole = oneOf([inTurn(parts), ...left])
      return block.flow ? oneOf([whole, ...ended]) : whole
    }
  }
}

function ofLabel(hands: string | undefined): Told {
  const shares = new Map(hands === undefined ? [] : [[hands, 1]])
  return { ...NOTHING, empty: false, idle: hands === undefined ? 1 : 0, first: shares, last: shares }
}

/** The event of an interrupt and what is then done; what went before is not told apart. */
function interrupted(interrupt: BlockInterrupt, handsOf: HandsOf, ends: Told[]): Told {
  return inTurn([ofLabel(handsOf(interrupt.label)), measureBlock(interrupt.handler, handsOf, ends)])
}

/** The same, entered once more: a way of its own even where nothing is shown. */
function again(told: Told): Told {
  return { ...told, empty: false, returns: told.returns + 1 }
}

/** One after the other, in the order written. */
function inTurn(parts: readonly Told[]): Told {
  let all = NOTHING
  for (const part of parts) {
    const passes = sum(all.last.values()) * sum(part.first.values()) - common(all.last, part.first)
    const from = all.last.get(CUSTOMER) ?? 0
    const to = part.first.get(CUSTOMER) ?? 0
    const turns = from * (sum(part.first.values()) - to) + (sum(all.last.values()) - from) * to
    all = {
      count: all.count * part.count,
      bits: all.bits + part.bits,
      empty: all.empty && part.empty,
      turns: all.turns + part.turns + turns,
      handOvers: all.handOvers + part.handOvers + Math.max(0, passes - turns),
      returns: all.returns + part.returns,
      idle: all.idle * part.idle,
      first: mix([
        [1, all.first],
        [all.idle, part.first],
      ]),
      last: mix([
        [1, part.last],
        [part.idle, all.last],
      ]),
    }
  }
  return all
}

/** One of several; the way that shows nothing is the same in all of them. */
function oneOf(parts: readonly Told[]): Told {
  const [only, ...others] = parts
  if (only === undefined) return NOTHING
  if (others.length === 0) return only
  const nothings = parts.filter(({ empty }) => empty).length
  const extra = Math.max(0, nothings - 1)
  const most = parts.reduce((high, { bits }) => Math.max(high, bits), 0)
  const weight = parts.reduce((all, { bits }) => all + 2 ** (bits - most), 0) - extra * 2 ** -most
  const bits = most + Math.log2(weight)
  const shares = parts.map((part) => 2 ** (part.bits - bits))
  const mean = (of: (part: Told) => number): number =>
    parts.reduce((all, part, i) => all + (shares[i] ?? 0) * of(part), 0)
  return {
    count: parts.reduce((all, { count }) => all + count, -extra),
    bits,
    empty: nothings > 0,
    turns: mean(({ turns }) => turns),
    handOvers: mean(({ handOvers }) => handOvers),
    returns: mean(({ returns }) => returns),
    idle: Math.max(0, mean(({ idle }) => idle) - extra * 2 ** -bits),
    first: mix(parts.map(({ first }, i) => [shares[i] ?? 0, first])),
    last: mix(parts.map(({ last }, i) => [shares[i] ?? 0, last])),
  }
}

/** n parts have n! orders; passes between them are counted in the order written. */
function inAnyOrder(parts: readonly Told[]): Told {
  const written = inTurn(parts)
  const shown = written.empty ? withoutNothing(written) : written
  if (shown === NOTHING) return NOTHING
  let [count, bits] = [shown.count, shown.bits]
  for (let n = 2; n <= parts.length; n++) {
    count *= n
    bits += Math.log2(n)
  }
  const ordered = { ...shown, count, bits }
  return written.empty ? oneOf([NOTHING, ordered]) : ordered
}

/** Without the way that shows nothing; where it is the only one there is nothing to take away. */
function withoutNothing(told: Told): Told {
  if (!told.empty) return told
  if (told.bits === 0) return NOTHING
  const scale = 1 / (1 - 2 ** -told.bits)
  return {
    count: told.count - 1,
    bits: told.bits + Math.log2(1 - 2 ** -told.bits),
    empty: false,
    turns: told.turns * scale,
    handOvers: told.handOvers * scale,
    returns: told.returns * scale,
    idle: Math.max(0, (told.idle - 2 ** -told.bits) * scale),
    first: mix([[scale, told.first]]),
    last: mix([[scale, told.last]]),
  }
}

function mix(parts: readonly (readonly [share: number, of: ReadonlyMap<string, number>])[]): Map<string, number> {
  const mixed = new Map<string, number>()
  for (const [share, of] of parts) {
    if (share === 0) continue
    for (const [hands, value] of of) mixed.set(hands, (mixed.get(hands) ?? 0) + share * value)
  }
  return mixed
}

function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let all = 0
  for (const [hands, value] of a) all += value * (b.get(hands) ?? 0)
  return all
}
