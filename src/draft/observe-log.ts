import type { Message } from '../diagnostic/diagnostic.ts'
import type { Interaction } from '../log/event.ts'
import { foldName } from '../log/fold.ts'
import { AXES, type AxisName, MAIN_AXES } from '../model/map.ts'

/** A name that the log has, and in how many interactions. */
export interface SeenName {
  readonly text: string
  interactions: number
}

/** An event of the log. */
export interface SeenEvent extends SeenName {
  occurrences: number
  /** Occurrences with words. */
  withText: number
  /** Occurrences by each role, as numbers of `roles`. */
  readonly roles: Map<number, number>
}

/** A sequence of events, as numbers of `events`, and how many interactions are so. */
export interface Variant {
  readonly word: readonly number[]
  interactions: number
}

/** The interactions of one cell; an axis of which they say nothing is -1. */
export interface SeenCell {
  readonly business: number
  readonly channel: number
  readonly brand: number
  interactions: number
  readonly variants: ReadonlyMap<string, Variant>
  /** Occurrences of each event, and those by each role. */
  readonly occurrences: ReadonlyMap<number, number>
  readonly roles: ReadonlyMap<number, ReadonlyMap<number, number>>
}

/** What a log shows, names as numbers in the order in which they are met. */
export interface Observation {
  readonly interactions: number
  /** Interactions that are in no cell: an axis took two values, or a value that is not taken over. */
  readonly leftOut: number
  readonly events: readonly SeenEvent[]
  readonly roles: readonly SeenName[]
  readonly axes: Readonly<Record<AxisName, readonly SeenName[]>>
  readonly cells: readonly SeenCell[]
  /** The earliest time, in milliseconds. */
  readonly earliest: number | undefined
  /** Names of events that are not taken over, and the interactions that have one. */
  readonly unnamed: { readonly events: number; readonly interactions: number }
}

/** More different names than these, and a column holds something else than names. */
const MOST_EVENTS = 1000
const MOST_VALUES = 400
const MOST_ROLES = 30
const LONGEST_NAME = 60

/**
 * Whether a text of the log may stand in a map as a name: short, on one line, without an address or a number of seven
 * digits or more. What customers said, and their numbers, are none of a map's.
 */
export function isName(text: string): boolean {
  if (text.trim() !== text || text === '' || [...text].length > LONGEST_NAME || /[\p{Cc}\p{Cs}@]/u.test(text))
    return false
  return !/\p{Nd}(?:[ .\-－]?\p{Nd}){6}/u.test(text)
}

interface MutableCell extends SeenCell {
  readonly variants: Map<string, Variant>
  readonly occurrences: Map<number, number>
  readonly roles: Map<number, Map<number, number>>
}

/** Looks through a log once. Says so where its columns hold something else than names. */
export function observeLog(interactions: Iterable<Interaction>): { value?: Observation; fault?: Message } {
  const events = new Names<SeenEvent>((text) => text, newEvent, MOST_EVENTS)
  const roles = new Names(foldName, newName, MOST_ROLES)
  const axes = mapAxes(() => new Names(foldName, newName, MOST_VALUES))
  const cells = new Map<string, MutableCell>()
  const unnamed = new Set<string>()
  let withUnnamed = 0
  let count = 0
  let leftOut = 0
  let earliest: number | undefined

  for (const interaction of interactions) {
    count++
    const at = placeOf(interaction, axes)
    if (at === undefined) leftOut++
    const word: number[] = []
    const met = new Set<number>()
    let whole = true
    const cell = at && cellAt(cells, at)
    for (const { event, role, text, time } of interaction.events) {
      if (time !== undefined && !(time >= (earliest ?? time))) earliest = time
      else earliest ??= time
      if (!isName(event)) {
        whole = false
        unnamed.add(event)
        continue
      }
      const number = events.number(event)
      if (number === undefined) return { fault: tooMany('event', MOST_EVENTS) }
      const seen = events.list[number] as SeenEvent
      seen.occurrences++
      if (text !== undefined) seen.withText++
      if (cell) add(cell.occurrences, number)
      const by = role !== undefined && isName(role) ? roles.number(role) : undefined
      if (by !== undefined) {
        add(seen.roles, by)
        if (cell) add(mapAt(cell.roles, number), by)
      }
      met.add(number)
      word.push(number)
    }
    for (const number of met) (events.list[number] as SeenEvent).interactions++
    if (!whole) withUnnamed++
    if (!cell) continue
    cell.interactions++
    // A sequence with a name that is not taken over is no model for a flow.
    if (!whole) continue
    const key = word.join()
    const variant = cell.variants.get(key)
    if (variant) variant.interactions++
    else cell.variants.set(key, { word, interactions: 1 })
  }
  for (const axis of MAIN_AXES) if (axes[axis].full) return { fault: tooMany(axis, MOST_VALUES) }
  return {
    value: {
      interactions: count,
      leftOut,
      events: events.list,
      // So many roles are people, not roles.
      roles: roles.full ? [] : roles.list,
      axes: mapAxes((axis) => (axes[axis].full ? [] : axes[axis].list)),
      cells: [...cells.values()],
      earliest,
      unnamed: { events: unnamed.size, interactions: withUnnamed },
    },
  }
}

/** A value for each axis. */
export function mapAxes<Value>(make: (axis: AxisName) => Value): Record<AxisName, Value> {
  return Object.fromEntries(AXES.map((axis) => [axis, make(axis)])) as Record<AxisName, Value>
}

/** The place of an interaction on each axis; undefined where a main axis is in doubt. Counts its values. */
function placeOf(
  { axes: values, ambiguous }: Interaction,
  axes: Record<AxisName, Names<SeenName>>,
): readonly [number, number, number] | undefined {
  const at = new Map<AxisName, number>()
  let doubtful = false
  for (const axis of AXES) {
    const text = ambiguous.includes(axis) ? undefined : values[axis]
    if (text === undefined || !isName(text)) {
      doubtful ||= MAIN_AXES.includes(axis) && (text !== undefined || ambiguous.includes(axis))
      continue
    }
    const number = axes[axis].number(text)
    if (number === undefined) continue
    ;(axes[axis].list[number] as SeenName).interactions++
    at.set(axis, number)
  }
  return doubtful ? undefined : [at.get('business') ?? -1, at.get('channel') ?? -1, at.get('brand') ?? -1]
}

function cellAt(cells: Map<string, MutableCell>, [business, channel, brand]: readonly [number, number, number]) {
  const key = `${business},${channel},${brand}`
  let cell = cells.get(key)
  if (!cell) {
    cell = { business, channel, brand, interactions: 0, variants: new Map(), occurrences: new Map(), roles: new Map() }
    cells.set(key, cell)
  }
  return cell
}

/** Names as numbers; `full` once there are more than `most`. */
class Names<Seen extends SeenName> {
  readonly list: Seen[] = []
  full = false
  readonly #numbers = new Map<string, number>()
  readonly #key: (text: string) => string
  readonly #create: (text: string) => Seen
  readonly #most: number

  constructor(key: (text: string) => string, create: (text: string) => Seen, most: number) {
    this.#key = key
    this.#create = create
    this.#most = most
  }

  number(text: string): number | undefined {
    const key = this.#key(text)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (this.list.length === this.#most) {
      this.full = true
      return undefined
    }
    this.#numbers.set(key, this.list.length)
    return this.list.push(this.#create(text)) - 1
  }
}

function newName(text: string): SeenName {
  return { text, interactions: 0 }
}

function newEvent(text: string): SeenEvent {
  return { text, interactions: 0, occurrences: 0, withText: 0, roles: new Map() }
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function mapAt(maps: Map<number, Map<number, number>>, key: number): Map<number, number> {
  let map = maps.get(key)
  if (!map) maps.set(key, (map = new Map()))
  return map
}

function tooMany(column: 'event' | AxisName, most: number): Message {
  return {
    zh: `日志的 \`${column}\` 列有 ${most} 种以上不同的内容，不像是名称；请在映射文件中指明正确的列`,
    en: `the column \`${column}\` of the log has more than ${most} different values, which are no names; a mapping file can state the right column`,
  }
}
