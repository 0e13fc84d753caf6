import { compareText } from '../diagnostic/sort.ts'
import type { Variant } from './observe-log.ts'

/** An item of a flow in the making. `count` is how many interactions speak for it being optional. */
export type DraftItem =
  | { readonly kind: 'act'; readonly event: number }
  | { readonly kind: 'repeat'; readonly items: readonly DraftItem[] }
  | {
      readonly kind: 'optional'
      readonly items: readonly DraftItem[]
      /** Whether the commonest variant has it, and others leave it out. */
      readonly usual: boolean
      readonly count: number
    }

export interface DraftFlow {
  readonly items: readonly DraftItem[]
  /** All interactions of the business; those of its commonest variant; those that the flow fits. */
  readonly total: number
  readonly commonest: number
  readonly fitting: number
  readonly variants: number
}

/** A variant says that something is optional or repeated where it has this share of the interactions, and this many. */
const CLEAR_SHARE = 0.1
const CLEAR_COUNT = 3

/** A run of one event: how often the commonest variant has it does not matter, whether more than once does. */
interface Atom {
  readonly event: number
  readonly many: boolean
}

/**
 * The flow of one business from its variants: the commonest as a sequence, runs of the same as `repeat`; of the other
 * frequent variants, those that only repeat more, leave parts out or put parts in between make these `repeat` and
 * `optional`. Undefined where no variant has an event. Of equally common variants the first by its events' numbers holds.
 */
export function draftFlow(variants: readonly Variant[], total: number): DraftFlow | undefined {
  const ranked = variants
    .filter(({ word }) => word.length > 0)
    .sort((a, b) => b.interactions - a.interactions || compareText(keyOf(a.word), keyOf(b.word)))
  const [first, ...others] = ranked
  if (!first) return undefined
  const least = Math.max(CLEAR_COUNT, CLEAR_SHARE * total)
  const spine = atomsOf(first.word)
  const many = spine.map((atom) => atom.many)
  const skips = new Map<string, { readonly from: number; readonly to: number; count: number }>()
  const inserts = new Map<number, { readonly atoms: readonly Atom[]; count: number }>()
  for (const { word, interactions } of others) {
    if (interactions < least) break
    const atoms = atomsOf(word)
    const kept = embed(atoms, spine)
    const inSpine = embed(spine, atoms)
    if (kept) {
      const gaps = gapsOf(kept, spine.length)
      if (gaps.some((gap) => [...skips.values()].some((other) => overlaps(gap, other)))) continue
      for (const gap of gaps) {
        const known = skips.get(`${gap.from},${gap.to}`)
        if (known) known.count += interactions
        else skips.set(`${gap.from},${gap.to}`, { ...gap, count: interactions })
      }
      kept.forEach((at, i) => (many[at] ||= atoms[i]?.many === true))
    } else if (inSpine) {
      const parts = gapsOf(inSpine, atoms.length).map(({ from, to }) => ({
        before: inSpine.filter((at) => at < from).length,
        atoms: atoms.slice(from, to),
      }))
      const fits = parts.every(({ before, atoms: part }) => {
        const other = inserts.get(before)
        return (
          other === undefined || keyOf(other.atoms.map(({ event }) => event)) === keyOf(part.map(({ event }) => event))
        )
      })
      if (!fits) continue
      for (const { before, atoms: part } of parts) {
        const known = inserts.get(before)
        inserts.set(before, { atoms: known?.atoms ?? part, count: (known?.count ?? 0) + interactions })
      }
      inSpine.forEach((at, i) => (many[i] ||= atoms[at]?.many === true))
    }
  }
  const items = assemble(
    spine.map(({ event }, at) => ({ event, many: many[at] === true })),
    [...skips.values()],
    inserts,
  )
  const fitting = ranked.reduce((sum, { word, interactions }) => sum + (fits(items, word) ? interactions : 0), 0)
  return { items, total, commonest: first.interactions, fitting, variants: ranked.length }
}

function keyOf(word: readonly number[]): string {
  return word.map((event) => String.fromCharCode(event)).join('')
}

function atomsOf(word: readonly number[]): Atom[] {
  const atoms: Atom[] = []
  for (const event of word) {
    const last = atoms.at(-1)
    if (last?.event === event) atoms[atoms.length - 1] = { event, many: true }
    else atoms.push({ event, many: false })
  }
  return atoms
}

/** The places in `into` of the atoms of `word`, each as early as can be; undefined where it is no subsequence. */
function embed(word: readonly Atom[], into: readonly Atom[]): number[] | undefined {
  const places: number[] = []
  for (let at = 0; at < into.length && places.length < word.length; at++) {
    if (into[at]?.event === word[places.length]?.event) places.push(at)
  }
  return places.length === word.length ? places : undefined
}

/** The runs of places below `length` that are not among `places`. */
function gapsOf(places: readonly number[], length: number): { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = []
  let from = 0
  for (const at of [...places, length]) {
    if (at > from) gaps.push({ from, to: at })
    from = at + 1
  }
  return gaps
}

function overlaps(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to && !(a.from === b.from && a.to === b.to)
}

function assemble(
  spine: readonly Atom[],
  skips: readonly { readonly from: number; readonly to: number; readonly count: number }[],
  inserts: ReadonlyMap<number, { readonly atoms: readonly Atom[]; readonly count: number }>,
): DraftItem[] {
  const items: DraftItem[] = []
  for (let at = 0; at <= spine.length;) {
    const insert = inserts.get(at)
    if (insert) {
      items.push({ kind: 'optional', items: fold(insert.atoms.map(itemOf)), usual: false, count: insert.count })
    }
    if (at === spine.length) break
    const skip = skips.find(({ from }) => from === at)
    const inside =
      skip === undefined || skip.to === at + 1 ? [] : [...inserts.keys()].filter((k) => k > at && k < skip.to)
    // An optional part into which something else may come stays as it is: one word would have to stand in the other.
    if (skip && inside.length === 0) {
      const part = fold(spine.slice(skip.from, skip.to).map(itemOf))
      items.push({ kind: 'optional', items: part, usual: true, count: skip.count })
      at = skip.to
    } else {
      items.push(itemOf(spine[at] as Atom))
      at++
    }
  }
  return fold(items)
}

function itemOf({ event, many }: Atom): DraftItem {
  const act: DraftItem = { kind: 'act', event }
  return many ? { kind: 'repeat', items: [act] } : act
}

/** Longer rounds than this are not looked for. */
const LONGEST_ROUND = 12

/** Rounds of two or more items that come again at once become a `repeat`. */
function fold(items: readonly DraftItem[]): DraftItem[] {
  let now = [...items]
  for (let round = 1; round <= Math.min(LONGEST_ROUND, now.length / 2); round++) {
    const keys = now.map((item) => JSON.stringify(item, (key, value: unknown) => (key === 'count' ? undefined : value)))
    const next: DraftItem[] = []
    for (let at = 0; at < now.length;) {
      let times = 1
      while (sameRound(keys, at, at + times * round, round)) times++
      if (times > 1) {
        const part = now.slice(at, at + round)
        const [only] = part
        next.push(part.length === 1 && only?.kind === 'repeat' ? only : { kind: 'repeat', items: part })
        at += times * round
      } else next.push(now[at++] as DraftItem)
    }
    now = next
  }
  return now
}

function sameRound(keys: readonly string[], a: number, b: number, length: number): boolean {
  if (b + length > keys.length) return false
  for (let i = 0; i < length; i++) if (keys[a + i] !== keys[b + i]) return false
  return true
}

/** Whether a word is one of the items' language. */
function fits(items: readonly DraftItem[], word: readonly number[]): boolean {
  return after(items, word, new Set([0])).has(word.length)
}

function after(items: readonly DraftItem[], word: readonly number[], from: ReadonlySet<number>): ReadonlySet<number> {
  let places = from
  for (const item of items) {
    if (places.size === 0) return places
    if (item.kind === 'act') places = new Set([...places].filter((at) => word[at] === item.event).map((at) => at + 1))
    else if (item.kind === 'optional') places = new Set([...places, ...after(item.items, word, places)])
    else {
      const reached = new Set(after(item.items, word, places))
      for (let more: ReadonlySet<number> = reached; more.size > 0;) {
        more = new Set([...after(item.items, word, more)].filter((at) => !reached.has(at)))
        for (const at of more) reached.add(at)
      }
      places = reached
    }
  }
  return places
}
