import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../support/damage.ts'
import { touchmap } from '../support/run-cli.ts'

/** A flow that `conform` and `score` read alike: each step is shown by the event of its name, and nothing else is asked. */
const MAP = {
  'touchmap.yaml':
    'map: m\nname: {zh: 图, en: Map}\nversion: "1"\neffective: {from: 2026-01-01, until: 2026-12-31}\ncode: "{business}"\ninclude: [catalog.yaml, flow.yaml, touchpoints.yaml]\n',
  'catalog.yaml':
    'catalog: true\nbusinesses: {bill: {class: query, name: {zh: 账单, en: Bill}}}\nchannels: {voice: {code: V, name: {zh: 电话, en: Voice}}}\nbrands: {one: {code: O, name: {zh: 甲, en: One}}}\nroles: {agent: {name: {zh: 坐席, en: Agent}}}\nevents: {greet: {}, verify: {}, ask: {}, tell: {}, again: {}, note: {}, close: {}}\n',
  'flow.yaml': `flow: talk
name: {zh: 通话, en: Talk}
family: service
steps:
  - {id: greet, name: {zh: 问候, en: Greet}, proof: {event: greet}}
  - any-order: [{id: verify, proof: {event: verify}}, {id: ask, proof: {event: ask}}]
  - repeat: {do: [{id: tell, proof: {event: tell}}], redo: [{id: again, proof: {event: again}}]}
  - optional: [{id: note, proof: {event: note}}]
  - {id: close, proof: {event: close}}
`,
  'touchpoints.yaml': 'touchpoints: [{business: bill, channel: voice, brand: all, flow: talk}]\n',
}

interface Move {
  readonly type: string
  readonly activity: string
}
interface Group {
  readonly kind: string
  readonly direction?: string
  readonly activity: string
  readonly occurrences: number
  readonly cases: number
  readonly variants: readonly number[]
  readonly places: readonly {
    readonly after: string | null
    readonly instead?: string | null
    readonly by?: string
    readonly occurrences: number
    readonly cases: number
  }[]
  readonly duration: Effect | null
}
interface Figures {
  readonly cases: number
  readonly mean: number | null
  readonly median: number | null
}
interface Effect {
  readonly with: Figures
  readonly without: Figures
}
interface Conform {
  readonly cases: number
  readonly perVariant: readonly { readonly activities: readonly string[]; readonly moves: readonly Move[] }[]
  readonly deviations: readonly Group[]
}
interface Scored {
  readonly overall: {
    readonly deviations: readonly {
      readonly kind: string
      readonly direction?: string
      readonly step?: string
      readonly event?: string
      readonly interactions: number
      readonly occurrences: number
      readonly explained: {
        readonly among: number
        readonly replaced?: { readonly interactions: number; readonly occurrences: number }
        readonly places: readonly { after: string | null; instead?: string | null; by?: string; occurrences: number }[]
        readonly variants: { readonly count: number }
        readonly duration: Effect | null
      }
    }[]
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-agree-'))
afterAll(() => rmSync(folder, { recursive: true }))
const log = path.join(folder, 'calls.csv')
const contacts = new Map<string, { readonly events: string[]; readonly ms: number }>()
let conform: Conform
let scored: Scored
const conformed = ['conform', '--model', 'talk', '--map', folder, '--log', log]
const judged = ['score', log, '--map', folder, '--explain']

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(MAP)) writeFileSync(path.join(folder, name), text)
  const pick = createRandom(7)
  const all = ['greet', 'verify', 'ask', 'tell', 'again', 'note', 'close', 'coffee', 'smoke']
  const rows = ['interaction,event,time,business,channel,brand']
  for (let i = 0; i < 160; i++) {
    const events = ['greet', 'verify', 'ask', 'tell', ...(pick(3) === 0 ? ['again', 'tell'] : []), 'close']
    for (let faults = pick(4); faults > 0; faults--) {
      const at = pick(events.length)
      const what = pick(4)
      if (what === 0) events.splice(at, 1)
      else if (what === 1) events.splice(at, 0, all[pick(all.length)] ?? '')
      else if (what === 2) events.splice(pick(events.length), 0, ...events.splice(at, 1))
      else events.splice(at, 1, all[7 + pick(2)] ?? '')
    }
    const times = events.map(() => 0)
    for (let at = 1; at < times.length; at++) times[at] = (times[at - 1] ?? 0) + 1 + pick(300)
    const id = `c${String(i).padStart(3, '0')}`
    contacts.set(id, { events, ms: (times.at(-1) ?? 0) * 1000 })
    events.forEach((event, at) => {
      const time = new Date(Date.UTC(2026, 6, 1, 8) + (times[at] ?? 0) * 1000).toISOString()
      rows.push([id, event, time, 'bill', 'voice', 'one'].join(','))
    })
  }
  writeFileSync(log, `${rows.join('\n')}\n`)
  conform = JSON.parse((await touchmap([...conformed, '--format', 'json', '--moves'])).stdout) as Conform
  scored = JSON.parse((await touchmap([...judged, '--format', 'json'])).stdout) as Scored
})

/** One deviation of one alignment, as semantics §11 tells them apart, by hand. */
interface Found {
  readonly key: string
  readonly place: string
}

function classify(moves: readonly Move[]): Found[] {
  const known = new Set(['greet', 'verify', 'ask', 'tell', 'again', 'note', 'close'])
  const behind = (at: number): string | null =>
    moves.slice(0, at).findLast(({ type }) => type !== 'log')?.activity ?? null
  const free = new Set(moves.keys())
  const found: Found[] = []
  for (;;) {
    // The nearest pair that is left; of equals the earlier event, then the earlier step.
    let best: readonly [number, number] | undefined
    for (const event of free) {
      for (const step of free) {
        if (moves[event]?.type !== 'log' || moves[step]?.type !== 'model') continue
        if (moves[event]?.activity !== moves[step]?.activity) continue
        const [a, b] = best ?? [0, Infinity]
        if (Math.abs(event - step) < Math.abs(a - b)) best = [event, step]
      }
    }
    if (best === undefined) break
    const [event, step] = best
    free.delete(event)
    free.delete(step)
    const direction = event < step ? 'early' : 'late'
    found.push({
      key: JSON.stringify(['outOfOrder', direction, moves[event]?.activity]),
      place: JSON.stringify([behind(event), behind(step), null]),
    })
  }
  for (const at of free) {
    const { type, activity } = moves[at] ?? { type: '', activity: '' }
    const unknown = [moves[at + 1], moves[at - 1]].find((one) => one?.type === 'log' && !known.has(one.activity))
    const repeated = moves.some((one) => one.type === 'sync' && one.activity === activity)
    if (type === 'sync') continue
    const kind = type === 'log' ? (repeated ? 'repeated' : 'unforeseen') : unknown ? 'replaced' : 'skipped'
    const by = kind === 'replaced' ? (unknown?.activity ?? null) : null
    found.push({ key: JSON.stringify([kind, null, activity]), place: JSON.stringify([behind(at), null, by]) })
  }
  return found
}

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}
const figuresOf = (values: readonly number[]): Figures => ({
  cases: values.length,
  mean: values.length === 0 ? null : Math.round(values.reduce((sum, one) => sum + one, 0) / values.length),
  median: median(values),
})

describe('deviations of one log, by conform, by score --explain, and counted by hand', () => {
  /** By contact, what was found in it. */
  const byHand = (): Map<string, { readonly rank: number; readonly found: readonly Found[] }> => {
    const ofWord = new Map(
      conform.perVariant.map(({ activities, moves }, at) => [
        activities.join(' '),
        { rank: at + 1, found: classify(moves) },
      ]),
    )
    return new Map(
      [...contacts].map(([id, { events }]) => [id, ofWord.get(events.join(' ')) ?? { rank: 0, found: [] }]),
    )
  }

  test('conform counts what is there: how often, where, in which variants, how long', () => {
    const hand = byHand()
    const keys = new Set([...hand.values()].flatMap(({ found }) => found.map(({ key }) => key)))
    const expected = [...keys].map((key) => {
      const having = [...hand].filter(([, { found }]) => found.some((one) => one.key === key))
      const places = new Map<string, { occurrences: number; cases: number }>()
      for (const [, { found }] of having) {
        const own = found.filter((one) => one.key === key).map(({ place }) => place)
        for (const place of new Set(own)) {
          const { occurrences = 0, cases = 0 } = places.get(place) ?? {}
          places.set(place, {
            occurrences: occurrences + own.filter((one) => one === place).length,
            cases: cases + 1,
          })
        }
      }
      const ids = new Set(having.map(([id]) => id))
      const durations = (inside: boolean): number[] =>
        [...contacts].filter(([id]) => ids.has(id) === inside).map(([, { ms }]) => ms)
      return {
        key,
        cases: having.length,
        occurrences: having.reduce((sum, [, { found }]) => sum + found.filter((one) => one.key === key).length, 0),
        variants: [...new Set(having.map(([, { rank }]) => rank))].toSorted((a, b) => a - b),
        places: new Map([...places].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        duration: { with: figuresOf(durations(true)), without: figuresOf(durations(false)) },
      }
    })
    const told = conform.deviations.map(
      ({ kind, direction, activity, cases, occurrences, variants, places, duration }) => ({
        key: JSON.stringify([kind, direction ?? null, activity]),
        cases,
        occurrences,
        variants: [...variants].toSorted((a, b) => a - b),
        places: new Map(
          places
            .map(
              ({ after, instead, by, ...rest }) =>
                [JSON.stringify([after, instead ?? null, by ?? null]), rest] as const,
            )
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ),
        duration,
      }),
    )
    const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1)
    expect(told.toSorted(byKey)).toEqual(expected.toSorted(byKey))
    expect(new Set(conform.deviations.map(({ kind }) => kind)).size).toBe(5)
  })

  test('score --explain says the same, a replaced step among the skipped', () => {
    const groups = new Map<string, Group[]>()
    for (const group of conform.deviations) {
      const key = JSON.stringify([group.kind === 'replaced' ? 'skipped' : group.kind, group.direction, group.activity])
      groups.set(key, [...(groups.get(key) ?? []), group])
    }
    const { deviations } = scored.overall
    expect(deviations).toHaveLength(groups.size)
    for (const { kind, direction, step, event, interactions, occurrences, explained } of deviations) {
      const own = groups.get(JSON.stringify([kind, direction, step ?? event])) ?? []
      const [first] = own
      expect(explained.among).toBe(conform.cases)
      expect(occurrences).toBe(own.reduce((sum, group) => sum + group.occurrences, 0))
      const replaced = own.find((group) => group.kind === 'replaced')
      if (kind === 'skipped') {
        expect(explained.replaced).toEqual({
          interactions: replaced?.cases ?? 0,
          occurrences: replaced?.occurrences ?? 0,
        })
      }
      const places = own
        .flatMap((group) =>
          group.places.map(({ cases: _, ...place }) => JSON.stringify(place, Object.keys(place).sort())),
        )
        .toSorted()
      expect(explained.places.map((place) => JSON.stringify(place, Object.keys(place).sort())).toSorted()).toEqual(
        places,
      )
      if (own.length > 1 || first === undefined) continue
      expect(interactions).toBe(first.cases)
      expect(explained.duration).toEqual(first.duration)
      expect(explained.variants.count).toBe(first.variants.length)
    }
  })

  test.each(['zh', 'en'])('what is printed is what the JSON says, in %s', async (lang) => {
    const said = (await touchmap([...conformed, '--lang', lang])).stdout
    const told = (await touchmap([...judged, '--lang', lang])).stdout
    const kinds: Record<string, readonly [string, string]> = {
      skipped: ['漏做', 'skipped'],
      unforeseen: ['多做', 'unforeseen'],
      outOfOrder: ['顺序错', 'out of order'],
      repeated: ['重复', 'repeated'],
      replaced: ['被取代', 'replaced'],
    }
    const zh = lang === 'zh'
    const word = (kind: string, direction?: string): string => {
      const way =
        direction === 'early' ? ['（过早）', ', too early'] : direction === 'late' ? ['（过晚）', ', too late'] : []
      return `${kinds[kind]?.[zh ? 0 : 1] ?? ''}${way[zh ? 0 : 1] ?? ''}${zh ? '：' : ': '}`
    }
    const amount = (part: number, whole: number, of: readonly [string, string]): string =>
      zh ? `${whole} ${of[0]}中 ${part} ` : `${part} of ${whole} ${of[1]}`
    const flat = (text: string): string => text.replaceAll(/\n {2,}/g, ' ').replaceAll(/\s+/g, ' ')
    for (const { kind, direction, activity, cases } of conform.deviations.slice(0, 15)) {
      const name = activity === 'greet' ? (zh ? '问候' : 'Greet') : activity
      expect(flat(said)).toContain(
        `${word(kind, direction)}${name} · ${amount(cases, conform.cases, ['个案例', 'cases'])}`,
      )
    }
    for (const { kind, direction, step, event, interactions } of scored.overall.deviations.slice(0, 10)) {
      const name =
        step === undefined
          ? `${event} · talk`
          : step === 'greet'
            ? `${zh ? '问候' : 'Greet'} · talk/greet`
            : `talk/${step}`
      expect(flat(told)).toContain(
        `${word(kind, direction)}${name} · ${amount(interactions, contacts.size, ['次交互', 'contacts'])}`,
      )
    }
  })
})
