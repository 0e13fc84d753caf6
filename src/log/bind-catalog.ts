import { AXES, type AttributeType, type AxisName, type Catalog, type EventType } from '../model/map.ts'
import type { Value } from './event.ts'
import { foldName } from './fold.ts'
import type { TimeReader } from './time.ts'

/** What names of a log stand for in a map. Without a catalogue every name stands for itself. */
export interface CatalogBinding {
  axis(axis: AxisName, text: string): string
  role(text: string): string
  event(text: string): BoundEvent
  isBlank(value: Value): boolean
  /**
   * The value of an attribute with the type the catalogue gives it; undefined when it is none of that type, or blank
   * where the type is not text.
   */
  value(value: Value, type: AttributeType, times: TimeReader): Value | undefined
}

/** An event by its name in the catalogue, and the types of its attributes. */
export interface BoundEvent {
  readonly name: string
  readonly speech: boolean
  readonly types: ReadonlyMap<string, AttributeType>
}

/** The blanks of a map that states none (semantics §18). */
const DEFAULT_BLANK: readonly string[] = ['无', '未知', '-', '/', 'N/A']

/** `former`: ids that values of the axes had formerly stand for them too; a history has maps that know them as ids. */
export function bindCatalog(
  catalog: Catalog | undefined,
  { former = false }: { former?: boolean } = {},
): CatalogBinding {
  const blank = new Set(catalog?.blank ?? DEFAULT_BLANK)
  const axes = Object.fromEntries(AXES.map((axis) => [axis, catalog ? namesOf(catalog.axes[axis], former) : NOTHING]))
  const roles = catalog ? namesOf(catalog.roles) : NOTHING
  const events = catalog ? eventNames(catalog) : new Map<string, EventType>()
  const bound = new Map<string, BoundEvent>()
  const general = catalog?.attributes ?? new Map<string, AttributeType>()
  const isBlank = (value: Value) => {
    if (value === null) return true
    if (typeof value !== 'string') return false
    const text = value.trim()
    return text === '' || blank.has(text)
  }
  return {
    axis: (axis, text) => lookUp(axes[axis] ?? NOTHING, text),
    role: (text) => lookUp(roles, text),
    event(text) {
      let event = bound.get(text)
      if (!event) {
        const type = events.get(text) ?? events.get(foldName(text))
        event = {
          name: type?.name ?? text,
          speech: type?.speech ?? false,
          types: type && type.attributes.size > 0 ? new Map([...general, ...type.attributes]) : general,
        }
        if (bound.size < 100_000) bound.set(text, event)
      }
      return event
    },
    isBlank,
    value: (value, type, times) => (isBlank(value) && type !== 'string' ? undefined : convert(value, type, times)),
  }
}

/** The value as its type asks: undefined when it is none of that type. */
function convert(value: Value, type: AttributeType, times: TimeReader): Value | undefined {
  if (typeof value === 'object') return undefined
  if (type === 'string') return typeof value === 'string' ? value : String(value)
  if (type === 'bool') return toBool(value)
  if (type === 'time') return toTime(value, times)
  if (type === 'duration') return toDuration(value)
  const number = toNumber(value)
  return number === undefined || (type === 'int' && !Number.isSafeInteger(number)) ? undefined : number
}

function toNumber(value: string | number | boolean): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return undefined
  const text = value.normalize('NFKC').trim()
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : undefined
}

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 't', '1', '是', '真'].map((text) => [text, true] as const),
  ...['false', 'no', 'n', 'f', '0', '否', '假'].map((text) => [text, false] as const),
])

function toBool(value: string | number | boolean): boolean | undefined {
  return typeof value === 'boolean' ? value : BOOLS.get(foldName(String(value)))
}

function toTime(value: string | number | boolean, times: TimeReader): number | undefined {
  if (typeof value === 'boolean') return undefined
  const ms = times.read(String(value))
  return Number.isNaN(ms) ? undefined : ms
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ...['ms', '毫秒'].map((unit) => [unit, 1] as const),
  ...['', 's', 'sec', 'second', 'seconds', '秒'].map((unit) => [unit, 1000] as const),
  ...['min', 'minute', 'minutes', '分', '分钟'].map((unit) => [unit, 60_000] as const),
  ...['h', 'hour', 'hours', '小时'].map((unit) => [unit, 3_600_000] as const),
  ...['d', 'day', 'days', '天'].map((unit) => [unit, 86_400_000] as const),
])

/** Milliseconds of `90`, `90 s`, `1.5 min`, `2小时`, `1:30`, `00:01:30`, `PT1M30S`. A bare number is seconds, as in call records. */
function toDuration(value: string | number | boolean): number | undefined {
  if (typeof value === 'boolean') return undefined
  const text = String(value).normalize('NFKC').trim()
  const plain = /^(\d+(?:\.\d+)?)\s*([a-z]*|[毫秒分钟小时天]+)$/i.exec(text)
  if (plain) {
    const unit = UNITS.get((plain[2] ?? '').toLowerCase())
    return unit === undefined ? undefined : Math.round(Number(plain[1]) * unit)
  }
  const clock = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(\.\d+)?$/.exec(text)
  if (clock) {
    const minutes = Number(clock[1] ?? 0) * 60 + Number(clock[2])
    return Math.round((minutes * 60 + Number(clock[3]) + Number(clock[4] ?? 0)) * 1000)
  }
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text)
  if (!iso || text.length < 3 || /T$/i.test(text)) return undefined
  const [, days, hours, minutes, seconds] = iso.map((part) => Number(part ?? 0))
  return Math.round(
    (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + Math.round((seconds ?? 0) * 1000),
  )
}

const NOTHING: ReadonlyMap<string, string> = new Map()

interface Named {
  readonly id: string
  readonly name: { readonly zh?: string; readonly en?: string }
  readonly code?: string
  readonly formerly?: readonly string[]
}

/** Folded id, code and names of each value → id. An id wins over a code, a code over a name; of equals the first holds. */
function namesOf(values: ReadonlyMap<string, Named>, former = false): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const add = (text: string | undefined, id: string) => {
    const folded = text === undefined ? '' : foldName(text)
    if (folded !== '' && !names.has(folded)) names.set(folded, id)
  }
  for (const value of values.values()) add(value.id, value.id)
  for (const value of values.values()) add(value.code, value.id)
  for (const value of values.values()) {
    add(value.name.zh, value.id)
    add(value.name.en, value.id)
  }
  if (former) for (const { id, formerly } of values.values()) for (const old of formerly ?? []) add(old, id)
  return names
}

function lookUp(names: ReadonlyMap<string, string>, text: string): string {
  return names.size === 0 ? text : (names.get(text) ?? names.get(foldName(text)) ?? text)
}

/** Names of events: as they are; then their other names; then both folded; then their labels. What two events claim is none's. */
function eventNames(catalog: Catalog): ReadonlyMap<string, EventType> {
  const types = [...catalog.events.values()]
  const names = new Map<string, EventType>()
  const layers: ((type: EventType) => readonly (string | undefined)[])[] = [
    (type) => [type.name],
    (type) => type.also,
    (type) => [foldName(type.name), ...type.also.map(foldName)],
    (type) => [type.label?.zh, type.label?.en].map((label) => (label === undefined ? undefined : foldName(label))),
  ]
  for (const layer of layers) {
    const claims = new Map<string, EventType | null>()
    for (const type of types) {
      for (const name of layer(type)) {
        if (name === undefined || name === '' || names.has(name)) continue
        const other = claims.get(name)
        claims.set(name, other === undefined || other === type ? type : null)
      }
    }
    for (const [name, type] of claims) if (type) names.set(name, type)
  }
  return names
}
