import { compareText } from '../diagnostic/sort.ts'
import { AXES, type AxisName, type Catalog } from '../model/map.ts'
import {
  type Item,
  type Landing,
  RULE_STANDS,
  type RuleStand,
  type Stand,
  type StandBook,
  STANDS,
  type View,
} from './stand-book.ts'

/** So many went from one state to another; where both are the same, so many stayed. */
export interface Passage<State> {
  readonly from: State
  readonly to: State
  readonly interactions: number
}

/** Interactions of one landing before and one after. */
export interface LandingPair {
  readonly before: Landing
  readonly after: Landing
  /** The same touchpoint, whatever its code; or no touchpoint on either side. */
  readonly isSame: boolean
  readonly passages: readonly Passage<Stand>[]
}

export interface ItemPassages {
  readonly kind: Item['kind']
  /** For rules: the id under each map; they differ where the flow goes by another name. */
  readonly before?: string
  readonly after?: string
  readonly passages: readonly Passage<RuleStand>[]
  /** Of the interactions for which it came out otherwise: whose verdict changed too. */
  readonly withVerdict: number
}

/** What changes for the interactions of a log when one map takes the place of another. */
export interface WhatIf {
  readonly interactions: number
  readonly passages: readonly Passage<Stand>[]
  readonly changed: number
  /** Verdict fail where it was not, and the other way round. */
  readonly newlyFailing: number
  readonly noLongerFailing: number
  /** In another touchpoint, or in one where there was none, or in none any more. */
  readonly moved: number
  /** Those that change most first, then by touchpoint. */
  readonly landings: readonly LandingPair[]
  /** Only those that came out otherwise for somebody; those that are failed under one map alone most often first. */
  readonly items: readonly ItemPassages[]
  readonly agents: readonly { readonly agent: string | undefined; readonly passages: readonly Passage<Stand>[] }[]
  /** Ids of interactions that change or move, in the order in which they are told. */
  readonly examples: readonly string[]
}

const ABSENT: View = { stand: 'absent', landing: { kind: 'absent' }, items: [] }

/** Counts of states by from and to. */
class Passages<State extends string> {
  readonly #order: readonly State[]
  readonly #counts = new Map<string, number>()

  constructor(order: readonly State[]) {
    this.#order = order
  }

  add(from: State, to: State, times: number): void {
    const key = `${from} ${to}`
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + times)
  }

  list(): Passage<State>[] {
    return this.#order.flatMap((from) =>
      this.#order.flatMap((to) => {
        const interactions = this.#counts.get(`${from} ${to}`) ?? 0
        return interactions === 0 ? [] : [{ from, to, interactions }]
      }),
    )
  }
}

/** How many of some passages lead elsewhere. */
export function countChanged(passages: readonly Passage<string>[]): number {
  return passages.reduce((sum, { from, to, interactions }) => sum + (from === to ? 0 : interactions), 0)
}

export function countAll(passages: readonly Passage<string>[]): number {
  return passages.reduce((sum, { interactions }) => sum + interactions, 0)
}

export interface WhatIfOptions {
  /** The catalogues of both maps; values that one of them had `formerly` under another id are the same. */
  readonly catalogs: readonly Pick<Catalog, 'axes'>[]
  /** How many interactions are named as examples. */
  readonly most: number
}

/**
 * Holds the interactions under one map against the same under another, by id. An interaction is counted once, whichever
 * side it is on; swapping the sides swaps `from` and `to` and changes no count.
 */
export function compareStands(before: StandBook, after: StandBook, { catalogs, most }: WhatIfOptions): WhatIf {
  const pairs = new Map<string, { readonly from: View; readonly to: View; times: number }>()
  const agents = new Map<string | undefined, Passages<Stand>>()
  const isSame = createSameness(catalogs)
  const named = new ExampleList(most)
  let interactions = 0
  let [i, j] = [0, 0]
  while (i < before.ids.length || j < after.ids.length) {
    const [old, now] = [before.ids[i], after.ids[j]]
    const order = old === undefined ? 1 : now === undefined ? -1 : compareText(old, now)
    const [fromNumber, toNumber] = [order <= 0 ? before.views[i] : undefined, order >= 0 ? after.views[j] : undefined]
    const from = (fromNumber === undefined ? undefined : before.known[fromNumber]) ?? ABSENT
    const to = (toNumber === undefined ? undefined : after.known[toNumber]) ?? ABSENT
    const agent = order >= 0 ? after.agents[j] : before.agents[i]
    interactions += 1
    const key = `${fromNumber ?? ''} ${toNumber ?? ''}`
    const pair = pairs.get(key)
    if (pair === undefined) pairs.set(key, { from, to, times: 1 })
    else pair.times += 1
    let own = agents.get(agent)
    if (own === undefined) agents.set(agent, (own = new Passages(STANDS)))
    own.add(from.stand, to.stand, 1)
    if (from.stand !== to.stand || !isSame(from.landing, to.landing)) {
      named.add((order <= 0 ? old : now) ?? '', from.stand, to.stand)
    }
    if (order <= 0) i += 1
    if (order >= 0) j += 1
  }
  const all = new Passages<Stand>(STANDS)
  for (const { from, to, times } of pairs.values()) all.add(from.stand, to.stand, times)
  const passages = all.list()
  const landings = landingsOf([...pairs.values()], isSame)
  const failing = (which: (passage: Passage<Stand>) => boolean) => countAll(passages.filter(which))
  return {
    interactions,
    passages,
    changed: countChanged(passages),
    newlyFailing: failing(({ from, to }) => from !== 'fail' && to === 'fail'),
    noLongerFailing: failing(({ from, to }) => from === 'fail' && to !== 'fail'),
    moved: landings.reduce((sum, pair) => sum + (pair.isSame ? 0 : countAll(pair.passages)), 0),
    landings,
    items: itemPassages([...pairs.values()]),
    agents: [...agents]
      .map(([agent, own]) => ({ agent, passages: own.list() }))
      .sort((a, b) => mostChanged(a, b) || compareText(a.agent ?? '\uffff', b.agent ?? '\uffff')),
    examples: named.list(),
  }
}

type Pair = { readonly from: View; readonly to: View; readonly times: number }

function mostChanged(
  a: { readonly passages: readonly Passage<string>[] },
  b: { readonly passages: readonly Passage<string>[] },
): number {
  return countChanged(b.passages) - countChanged(a.passages)
}

/** Whether two landings are one touchpoint: no axis that both sides split by has two values; or both are none. */
function createSameness(catalogs: WhatIfOptions['catalogs']): (before: Landing, after: Landing) => boolean {
  const renamed = new Map<string, string>()
  for (const { axes } of catalogs) {
    for (const axis of AXES) {
      for (const { id, formerly } of axes[axis].values()) {
        for (const old of formerly ?? []) renamed.set(`${axis} ${old}`, id)
      }
    }
  }
  const idOf = (axis: AxisName, id: string) => renamed.get(`${axis} ${id}`) ?? id
  return (before, after) => {
    if (before.kind !== 'touchpoint' || after.kind !== 'touchpoint') return before.kind === after.kind
    return AXES.every((axis) => {
      const [old, now] = [before.at[axis], after.at[axis]]
      return old === undefined || now === undefined || idOf(axis, old) === idOf(axis, now)
    })
  }
}

function landingsOf(pairs: readonly Pair[], isSame: (before: Landing, after: Landing) => boolean): LandingPair[] {
  const found = new Map<string, { readonly before: Landing; readonly after: Landing; passages: Passages<Stand> }>()
  for (const { from, to, times } of pairs) {
    const key = `${landingKey(from.landing)} ${landingKey(to.landing)}`
    let pair = found.get(key)
    if (pair === undefined) {
      found.set(key, (pair = { before: from.landing, after: to.landing, passages: new Passages(STANDS) }))
    }
    pair.passages.add(from.stand, to.stand, times)
  }
  return [...found]
    .map(([key, { before, after, passages }]) => ({
      key,
      pair: { before, after, isSame: isSame(before, after), passages: passages.list() },
    }))
    .sort((a, b) => mostChanged(a.pair, b.pair) || compareText(a.key, b.key))
    .map(({ pair }) => pair)
}

function landingKey(landing: Landing): string {
  if (landing.kind === 'touchpoint') return JSON.stringify([landing.code, landing.flow])
  // Behind the touchpoints, whatever these are called.
  return landing.kind === 'none' ? `~${JSON.stringify(landing.blindSpot)}` : '~~'
}

function itemPassages(pairs: readonly Pair[]): ItemPassages[] {
  const found = new Map<
    string,
    {
      readonly item: Pick<ItemPassages, 'kind' | 'before' | 'after'>
      passages: Passages<RuleStand>
      withVerdict: number
    }
  >()
  for (const { from, to, times } of pairs) {
    const note = (was: View['items'][number] | undefined, is: View['items'][number] | undefined): void => {
      const item = itemOf(was?.[0], is?.[0], from.landing, to.landing)
      const key = JSON.stringify([item.kind, item.before ?? null, item.after ?? null])
      let own = found.get(key)
      if (own === undefined) found.set(key, (own = { item, passages: new Passages(RULE_STANDS), withVerdict: 0 }))
      const [old, now] = [was?.[1] ?? 'notAsked', is?.[1] ?? 'notAsked']
      own.passages.add(old, now, times)
      if (old !== now && from.stand !== to.stand) own.withVerdict += times
    }
    const rest = new Map(to.items.map((entry) => [itemKey(entry[0]), entry]))
    for (const was of from.items) {
      const key = itemKey(was[0])
      note(was, rest.get(key))
      rest.delete(key)
    }
    for (const is of rest.values()) note(undefined, is)
  }
  return [...found]
    .map(([key, { item, passages, withVerdict }]) => ({
      key,
      own: { ...item, passages: passages.list(), withVerdict },
    }))
    .filter(({ own }) => countChanged(own.passages) > 0)
    .sort((a, b) => failing(b.own) - failing(a.own) || mostChanged(a.own, b.own) || compareText(a.key, b.key))
    .map(({ own }) => own)
}

/** How many fail it under one map and not under the other. */
function failing({ passages }: Pick<ItemPassages, 'passages'>): number {
  return countAll(passages.filter(({ from, to }) => (from === 'fail') !== (to === 'fail')))
}

function itemKey(item: Item): string {
  return item.kind === 'rule' ? `rule ${item.rule}` : item.kind
}

/** An item under both maps; a rule by its whole id. One that a map does not ask goes there by the other's id. */
function itemOf(
  was: Item | undefined,
  is: Item | undefined,
  from: Landing,
  to: Landing,
): Pick<ItemPassages, 'kind' | 'before' | 'after'> {
  const nameIn = (item: Item | undefined, landing: Landing): string | undefined => {
    if (item?.kind !== 'rule') return undefined
    return item.rule.startsWith('/') && landing.kind === 'touchpoint' ? landing.flow + item.rule : item.rule
  }
  const [before, after] = [nameIn(was, from), nameIn(is, to)]
  const kind = (was ?? is)?.kind ?? 'rule'
  return kind === 'rule' ? { kind, before: before ?? after ?? '', after: after ?? before ?? '' } : { kind }
}

/** A few ids of each kind of change, so that a frequent one does not hide the others. */
class ExampleList {
  readonly #most: number
  readonly #ids = new Map<string, string[]>()

  constructor(most: number) {
    this.#most = most
  }

  add(id: string, from: Stand, to: Stand): void {
    const key = `${from} ${to}`
    const own = this.#ids.get(key)
    if (own === undefined) this.#ids.set(key, [id])
    else if (own.length < this.#most) own.push(id)
  }

  /** Newly failing first, then no longer failing, then the others; those that only moved last. */
  list(): string[] {
    const lists = STANDS.flatMap((from) => STANDS.map((to) => ({ from, to })))
      .sort((a, b) => rankOf(a) - rankOf(b))
      .flatMap(({ from, to }) => {
        const ids = this.#ids.get(`${from} ${to}`)
        return ids === undefined ? [] : [ids]
      })
    const chosen = new Set<string>()
    for (let at = 0; at < this.#most; at++) {
      for (const ids of lists) {
        const id = ids[at]
        if (id !== undefined && chosen.size < this.#most) chosen.add(id)
      }
    }
    return lists.flat().filter((id) => chosen.has(id))
  }
}

function rankOf({ from, to }: { readonly from: Stand; readonly to: Stand }): number {
  return from === to ? 3 : to === 'fail' ? 0 : from === 'fail' ? 1 : 2
}
