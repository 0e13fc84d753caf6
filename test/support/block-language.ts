import type { Block, BlockInterrupt } from '../../src/flow/effective-flow.ts'

/**
 * The language of a block by the formulas of docs/semantics.md §4–§6: sets of words up to a length, never through a net.
 * A word is a string with one character a label (`letter`). An interrupt with `then: end` cuts the flow: its words are
 * pairs `before|tail`, the tail standing alone, that siblings and following blocks can only precede.
 */
export interface Language {
  /** Complete runs. */
  readonly full: Set<string>
  /** Prefixes of runs in which no `end` has fired. */
  readonly pre: Set<string>
  /** Runs ended by an interrupt: `before|tail`. */
  readonly ended: Set<string>
  /** The same, the tail cut anywhere behind the interrupt's event. */
  readonly endedPre: Set<string>
}

export const letter = (label: number): string => String.fromCharCode(0x100 + label)
export const labelOf = (word: string, at: number): number => word.charCodeAt(at) - 0x100
const BAR = '|'

export function languageOf(block: Block, most: number): Language {
  const lang = (of: Block): Language => languageOf(of, most)
  const set = (words: Iterable<string>): Set<string> => {
    const kept = new Set<string>()
    for (const word of words) if (word.length - (word.includes(BAR) ? 1 : 0) <= most) kept.add(word)
    return kept
  }
  const split = (pair: string): [string, string] => [
    pair.slice(0, pair.indexOf(BAR)),
    pair.slice(pair.indexOf(BAR) + 1),
  ]
  const times = (a: Iterable<string>, b: Iterable<string>): Set<string> => {
    const right = [...b]
    return set([...a].flatMap((x) => right.map((y) => x + y)))
  }
  const union = (...all: Language[]): Language => ({
    full: new Set(all.flatMap(({ full }) => [...full])),
    pre: new Set(all.flatMap(({ pre }) => [...pre])),
    ended: new Set(all.flatMap(({ ended }) => [...ended])),
    endedPre: new Set(all.flatMap(({ endedPre }) => [...endedPre])),
  })
  const concat = (a: Language, b: Language): Language => ({
    full: times(a.full, b.full),
    pre: new Set([...a.pre, ...times(a.full, b.pre)]),
    ended: new Set([...a.ended, ...times(a.full, b.ended)]),
    endedPre: new Set([...a.endedPre, ...times(a.full, b.endedPre)]),
  })
  const shuffleWords = (x: string, y: string, memo: Map<string, string[]>): string[] => {
    if (x.length + y.length > most) return []
    if (x === '' || y === '') return [x + y]
    const key = `${x}|${y}`
    let all = memo.get(key)
    if (all === undefined) {
      all = [
        ...shuffleWords(x.slice(1), y, memo).map((w) => x.charAt(0) + w),
        ...shuffleWords(x, y.slice(1), memo).map((w) => y.charAt(0) + w),
      ]
      all = [...new Set(all)]
      memo.set(key, all)
    }
    return all
  }
  const memo = new Map<string, string[]>()
  const mix = (a: Iterable<string>, b: Iterable<string>): Set<string> => {
    const right = [...b]
    const words = new Set<string>()
    for (const x of a) for (const y of right) for (const w of shuffleWords(x, y, memo)) words.add(w)
    return words
  }
  const mixEnded = (ended: Iterable<string>, other: Set<string>): Set<string> => {
    const pairs = new Set<string>()
    for (const pair of ended) {
      const [before, tail] = split(pair)
      for (const w of mix([before], other)) pairs.add(w + BAR + tail)
    }
    return set(pairs)
  }
  const shuffle = (a: Language, b: Language): Language => ({
    full: mix(a.full, b.full),
    pre: mix(a.pre, b.pre),
    ended: new Set([...mixEnded(a.ended, b.pre), ...mixEnded(b.ended, a.pre)]),
    endedPre: new Set([...mixEnded(a.endedPre, b.pre), ...mixEnded(b.endedPre, a.pre)]),
  })
  const none = (): Set<string> => new Set()
  const empty: Language = { full: new Set(['']), pre: new Set(['']), ended: none(), endedPre: none() }

  switch (block.kind) {
    case 'label': {
      const word = letter(block.label)
      return { full: set([word]), pre: set(['', word]), ended: none(), endedPre: none() }
    }
    case 'sequence':
      return block.children.map(lang).reduce(concat, empty)
    case 'choice':
      return union(...block.children.map(lang))
    case 'optional':
      return union(empty, lang(block.child))
    case 'parallel':
      return block.children.map(lang).reduce(shuffle, empty)
    case 'any-order':
      return union(...permutations(block.children.map(lang)).map((order) => order.reduce(concat, empty)))
    case 'some': {
      const children = block.children.map(lang)
      const subsets = Array.from({ length: 2 ** children.length }, (_, bits) =>
        children.filter((_, i) => bits & (1 << i)),
      )
      return union(...subsets.filter((subset) => subset.length > 0).map((subset) => subset.reduce(shuffle, empty)))
    }
    case 'repeat': {
      const [body, redo] = [lang(block.do), lang(block.redo)]
      let all = body
      let last = body
      for (let runs = 2; runs <= (block.max ?? Number.POSITIVE_INFINITY); runs++) {
        last = concat(concat(last, redo), body)
        const next = union(all, last)
        if (sizes(next) === sizes(all) && runs > most + 2) break
        all = next
      }
      return all
    }
    case 'net':
      throw new Error('a net has no formula')
    case 'scope':
      break
  }

  let inner = lang(block.child)
  for (const { label, min, max = Number.POSITIVE_INFINITY } of block.anywhere) {
    const powers = Array.from({ length: Math.min(max, most) + 1 }, (_, count) => letter(label).repeat(count))
    inner = shuffle(inner, { full: new Set(powers.slice(min)), pre: new Set(powers), ended: none(), endedPre: none() })
  }
  const joined = (pairs: Set<string>): string[] => [...pairs].map((pair) => pair.replace(BAR, ''))
  // A flow's own interrupts reach the handlers of `end` inside it; a group is gone by then.
  const base = block.flow
    ? {
        full: new Set([...inner.full, ...joined(inner.ended)]),
        pre: new Set([...inner.pre, ...joined(inner.endedPre)]),
      }
    : inner
  const resumes = block.interrupts.filter(({ then }) => then === 'resume')
  const handlers = new Map<BlockInterrupt, Language>(block.interrupts.map((one) => [one, lang(one.handler)]))
  const handlerOf = (one: BlockInterrupt): Language => handlers.get(one) ?? empty

  const full = none()
  const pre = none()
  const ended = none()
  const endedPre = none()
  const cuts = none()

  /** All ways to insert handlers into a word; `whole` gets the words, the other sets the runs cut inside a handler. */
  const insert = (word: string, whole: Set<string>): void => {
    const seen = new Set<string>()
    const go = (at: number, sofar: string, used: readonly number[]): void => {
      if (sofar.length > most) return
      const key = `${at};${sofar};${used.join()}`
      if (seen.has(key)) return
      seen.add(key)
      if (at === word.length) whole.add(sofar)
      else go(at + 1, sofar + word.charAt(at), used)
      resumes.forEach((one, index) => {
        if ((used[index] ?? 0) >= (one.max ?? Number.POSITIVE_INFINITY)) return
        const handler = handlerOf(one)
        const begun = sofar + letter(one.label)
        const now = used.map((count, i) => (i === index && one.max !== undefined ? count + 1 : count))
        for (const h of handler.full) go(at, begun + h, now)
        for (const h of handler.pre) cuts.add(begun + h)
        finish(begun, handler)
      })
    }
    go(
      0,
      '',
      resumes.map(() => 0),
    )
  }
  /** A handler in which an `end` of this flow fires. */
  const finish = (begun: string, handler: Language): void => {
    if (block.flow) {
      joined(handler.ended).forEach((w) => full.add(begun + w))
      joined(handler.endedPre).forEach((w) => pre.add(begun + w))
    } else {
      handler.ended.forEach((pair) => ended.add(begun + pair))
      handler.endedPre.forEach((pair) => endedPre.add(begun + pair))
    }
  }

  for (const word of base.full) insert(word, full)
  const interruptible = none()
  for (const word of base.pre) insert(word, interruptible)
  for (const word of interruptible) pre.add(word)
  for (const word of cuts) pre.add(word)
  if (!block.flow) {
    for (const [pairs, into] of [
      [inner.ended, ended],
      [inner.endedPre, endedPre],
    ] as const) {
      for (const pair of pairs) {
        const [before, tail] = split(pair)
        const whole = none()
        insert(before, whole)
        whole.forEach((w) => into.add(w + BAR + tail))
      }
    }
  }
  for (const one of block.interrupts) {
    if (one.then === 'resume' || one.max === 0) continue
    const handler = handlerOf(one)
    for (const before of interruptible) {
      const begun = before + letter(one.label)
      if (one.then === 'leave' || block.flow) {
        handler.full.forEach((h) => full.add(begun + h))
        handler.pre.forEach((h) => pre.add(begun + h))
        finish(begun, handler)
      } else {
        const tail = before + BAR + letter(one.label)
        handler.full.forEach((h) => ended.add(tail + h))
        handler.pre.forEach((h) => endedPre.add(tail + h))
        joined(handler.ended).forEach((w) => ended.add(tail + w))
        joined(handler.endedPre).forEach((w) => endedPre.add(tail + w))
      }
    }
  }
  return { full: set(full), pre: set(pre), ended: set(ended), endedPre: set(endedPre) }
}

function sizes({ full, pre, ended, endedPre }: Language): string {
  return [full.size, pre.size, ended.size, endedPre.size].join()
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  )
}
