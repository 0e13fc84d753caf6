import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compareMaps } from '../../src/compare/compare-maps.ts'
import { createMemorySource } from '../../src/io/model-sources.ts'
import { loadMap } from '../../src/load/load-map.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { changeWords } from '../../src/report/diff-words.ts'
import { root } from '../support/run-cli.ts'
import { type KeyOfValue, type SchemaKey, SchemaKeys } from '../support/schema-keys.ts'

/** Small maps, each `base` with files more or in place of its own; together they have every key of the language. */
const folder = path.join(root, 'fixtures/compare/every-key')
const KINDS = [
  'map',
  'catalog',
  'lexicons',
  'touchpoints',
  'flow',
  'rules',
  'scorecard',
  'metrics',
  'walks',
  'accepted',
]
const schemas = new SchemaKeys()
const schemaOf = (kind: string): string => `${kind}.schema.json`

/** Keys that may change without a word, by what their place in the schemas ends in, each with the reason. */
const UNTOLD: readonly (readonly [end: RegExp, because: string])[] = [
  [/\/properties\/note$/, 'what people note beside it'],
  [/\/properties\/source$/, 'where it was taken from'],
  [/^(catalog|scorecard)\.schema\.json#(\/else)?\/properties\/(catalog|scorecard)$/, 'says what kind of file it is'],
  [/^scorecard\.schema\.json#\/then\//, 'the same keys, under `scorecard:`'],
  [/^map\.schema\.json#\/properties\/include$/, 'which files: what they hold is compared'],
  [/^map\.schema\.json#\/properties\/history/, 'where earlier versions are: `changelog` compares them'],
  [/^map\.schema\.json#\/properties\/changes/, 'what people say of the version: `changelog` prints it'],
  [/^map\.schema\.json#\/properties\/lint/, 'how the map is linted, not what it says'],
  [/^walks\.schema\.json#/, 'records of what was done: `show` and `matrix` tell them'],
  [/\/overrides$/, 'says which of two rows wins: the cells are compared'],
  [/touchpoints\/items\/properties\/effective$/, 'not evaluated: a finding'],
  [/^flow\.schema\.json#\/properties\/(goal|scope)$/, 'for those who read the file: nothing shows it'],
  [/qualifications\/additionalProperties\/properties\/name$/, 'a name that nothing shows'],
  [/^catalog\.schema\.json#\/properties\/qualifications$/, 'one that nobody has or needs changes nothing'],
  [/definitions\/change\/else\/else\/properties\/(remove|amend)$/, 'for completion: stands in branches of their own'],
  [/group\/properties\/name$/, 'a name that nothing shows'],
  [/interrupts\/items\/properties\/name$/, 'a name that nothing shows'],
  [/^scorecard\.schema\.json#\/(else\/properties|definitions\/choice\/properties)\/name$/, 'a name that nothing shows'],
]
const isUntold = (key: SchemaKey): boolean => UNTOLD.some(([end]) => end.test(key))

type Files = Readonly<Record<string, string>>
type Where = readonly (string | number)[]
const readFolder = (name: string): Files =>
  Object.fromEntries(
    readdirSync(path.join(folder, name)).map((file) => [file, readFileSync(path.join(folder, name, file), 'utf8')]),
  )
const base = readFolder('base')
const topics = readdirSync(folder).filter((name) => name !== 'base')

/** A file of a map, as a value, and the keys that are tried in it. */
interface Tried {
  readonly topic: string
  readonly files: Files
  readonly name: string
  readonly value: unknown
  readonly kind: string
  readonly keys: readonly KeyOfValue[]
  /** Paths of keys that may change without a word. */
  readonly untold: ReadonlySet<string>
}

/** Each key once: in a file of a map made for it, if there is one. Of a file of rules each is tried by itself. */
function plan(): Tried[] {
  const seen = new Set<SchemaKey>()
  const own = topics.map((topic) => ({ topic, files: { ...base, ...readFolder(topic) }, names: readFolder(topic) }))
  const all = [...own, { topic: 'flow', files: { ...base, ...readFolder('flow') }, names: base }]
  return all.flatMap(({ topic, files, names }) =>
    Object.entries(names).flatMap(([name, text]) => {
      if (!name.endsWith('.yaml')) return []
      const whole = parse(files[name] ?? text) as Record<string, unknown>
      const kind = Object.keys(whole)[0] ?? ''
      const values =
        topic === 'rules'
          ? Object.entries(whole['rules'] as object).map(([id, rule]) => ({ rules: { [id]: rule as unknown } }))
          : [whole]
      return values.map((value) => {
        const all = schemas.keysIn(value, schemaOf(kind))
        const untold = new Set(all.flatMap(({ key, path: at }) => (isUntold(key) ? [JSON.stringify(at)] : [])))
        const keys = all.filter(({ key }) => !isUntold(key) && !seen.has(key) && seen.add(key))
        return { topic, files, name, value, kind, keys, untold }
      })
    }),
  )
}

const tried = plan()
const load = (files: Files): ProcessMap | undefined => loadMap(createMemorySource(files)).map

describe('compareMaps', () => {
  it('is tried on every key that the schemas of a map know', () => {
    const known = KINDS.flatMap((kind) => [...schemas.keysOf(schemaOf(kind))]).filter((key) => !isUntold(key))
    const met = new Set(tried.flatMap(({ keys }) => keys.map(({ key }) => key)))
    expect([...new Set(known)].filter((key) => !met.has(key))).toEqual([])
    expect(met.size).toBeGreaterThan(400)
  })

  it.each(topics)('tells of every key that is changed or taken away, in words that differ: %s', (topic) => {
    const faults: string[] = []
    for (const each of tried.filter(({ topic: of, keys }) => of === topic && keys.length > 0)) {
      const { files, name, value, kind, keys } = each
      const before = load({ ...files, [name]: JSON.stringify(value) })
      if (before === undefined) throw new Error(`${topic}/${name} does not load`)
      /** The words of the changes to the first of some other files that make a map; none: none of them does. */
      const tell = (candidates: Iterable<Files>): string[] | undefined => {
        for (const other of candidates) {
          const after = load(other)
          if (after === undefined) continue
          return compareMaps(before, after).flatMap((change) =>
            (['zh', 'en'] as const).map((lang) => {
              const { what, before: was, after: is } = changeWords(change, lang)
              const english = lang === 'zh' ? change.parts?.find(({ key }) => /[a-z]/i.test(key.zh))?.key.zh : undefined
              if (english !== undefined) return `${what} speaks English: ${english}`
              return was !== undefined && was === is ? `${what} says the same: ${was}` : ''
            }),
          )
        }
        return undefined
      }
      for (const at of keys) {
        const changed = tell(otherFiles(each, at))
        const gone = tell(fileIfValid(files, name, without(value, at.path), kind))
        const of = `${name} ${at.path.join('/')}`
        const isOnlyOne = schemas.valuesOf(at.key).length === 1
        if (changed === undefined && gone === undefined && !isOnlyOne) faults.push(`${of}: cannot be changed`)
        if (changed?.length === 0) faults.push(`${of}: nothing is told of the change`)
        if (gone?.length === 0) faults.push(`${of}: nothing is told of its loss`)
        faults.push(...[...(changed ?? []), ...(gone ?? [])].flatMap((each) => (each === '' ? [] : [`${of}: ${each}`])))
      }
    }
    expect(faults).toEqual([])
  })
})

function* fileIfValid(files: Files, name: string, value: unknown, kind: string): Generator<Files> {
  if (schemas.allows(value, schemaOf(kind))) yield { ...files, [name]: JSON.stringify(value) }
}

/** Maps in which the value of a key is another, the likeliest first. */
function* otherFiles({ files, name, value, kind, untold }: Tried, at: KeyOfValue): Generator<Files> {
  for (const other of otherValues(value, at, untold)) yield* fileIfValid(files, name, other, kind)
  const old = valueAt(value, at.path)
  // An id that others refer to: renamed wherever it stands.
  if (typeof old !== 'string') return
  const renamed = (text: string): string => JSON.stringify(renameIn(parse(text), old, `${old}-x`))
  yield Object.fromEntries(
    Object.entries({ ...files, [name]: JSON.stringify(value) }).map(([file, text]) => [
      file,
      file.endsWith('.yaml') ? renamed(text) : text,
    ]),
  )
}

function renameIn(value: unknown, old: string, now: string): unknown {
  if (value === old) return now
  if (Array.isArray(value)) return value.map((each) => renameIn(each, old, now))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key === old ? now : key, renameIn(of, old, now)]))
}

function valueAt(value: unknown, where: Where): unknown {
  return where.reduce((of, part) => (of as Record<string | number, unknown>)[part], value)
}

function put(value: unknown, where: Where, now: unknown): unknown {
  const copy = structuredClone(value)
  const holder = valueAt(copy, where.slice(0, -1)) as Record<string | number, unknown>
  holder[where.at(-1) ?? ''] = now
  return copy
}

function without(value: unknown, where: Where): unknown {
  const copy = structuredClone(value)
  const holder = valueAt(copy, where.slice(0, -1))
  const last = where.at(-1) ?? ''
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else delete (holder as Record<string | number, unknown>)[last]
  return copy
}

/** Names of these maps that may stand in the place of one another. */
const ALIKE: readonly (readonly string[])[] = [
  ['ask', 'answer', 'other', 'whole', 'part'],
  ['asked', 'answered', 'closed', 'waited', 'talk'],
  ['hello', 'thanks', 'no-way'],
  ['kind', 'rating', 'level', 'minutes', 'urgent', 'dueAt'],
  ['customer', 'agent', 'supervisor'],
  ['one', 'two', 'group'],
  ['bill', 'fault', 'money', 'all', 'other'],
  ['voice', 'chat', 'mail', 'all'],
  ['vip', 'other'],
  ['city', 'land'],
  ['own', 'other'],
  ['office', 'shop', 'china', 'quiet'],
  ['first-aid', 'second-aid'],
  ['polite', 'calm', 'quick'],
  ['seconds', 'quick', 'count'],
  ['sign', 'file', 'stamp'],
  ['mon-thu', 'mon-fri'],
  ['ask.bpmn', 'other.bpmn'],
  ['Asia/Shanghai', 'Asia/Tokyo'],
  ['confidence', 'sureness'],
]
const nextDigit = (digit: string): string => String((Number(digit) + 1) % 10)

/** Other values of one word, number or flag. */
function* otherScalars(value: unknown, listed: readonly unknown[]): Generator<unknown> {
  if (typeof value === 'boolean') yield !value
  if (typeof value === 'number') yield* [value + 1, value - 1, value * 0.9]
  if (typeof value !== 'string') return
  yield* [...listed, ...ALIKE.filter((names) => names.includes(value)).flat()]
  if (/\d/.test(value)) yield* [value.replace(/\d(?=\D*$)/, nextDigit), value.replace(/\d/, nextDigit)]
  if (/[\p{Script=Han} ]/u.test(value) || value === 'true') yield* [`${value} || false`, `${value}改`]
  yield* [`${value} + 1.0`, `${value}-x`, `${value}X`, 0.25]
}

/** The file with another value at a key: at one of its leaves, with one item less, or with what the schema lists. */
function* otherValues(
  value: unknown,
  { path: where, key }: KeyOfValue,
  untold: ReadonlySet<string>,
): Generator<unknown> {
  const listed = schemas.valuesOf(key)
  const walk = function* (of: unknown, at: Where): Generator<unknown> {
    if (untold.has(JSON.stringify(at))) return
    if (Array.isArray(of)) {
      for (const [index, each] of of.entries()) yield* walk(each, [...at, index])
      if (of.length > 1) yield without(value, [...at, of.length - 1])
    } else if (typeof of === 'object' && of !== null) {
      for (const [name, each] of Object.entries(of)) yield* walk(each, [...at, name])
    } else for (const other of otherScalars(of, listed)) if (other !== of) yield put(value, at, other)
  }
  yield* walk(valueAt(value, where), where)
  if (valueAt(value, where) === 'none') yield put(value, where, { 2026: { holidays: ['2026-01-01'] } })
  if (where.at(-1) === 'time' || where.at(-1) === 'of') yield put(value, where, { after: 'asked', to: 'answered' })
}
