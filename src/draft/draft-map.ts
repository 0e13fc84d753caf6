import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import type { Interaction } from '../log/event.ts'
import { createZone } from '../log/zone.ts'
import { type AxisName, MAIN_AXES } from '../model/map.ts'
import { type DraftFlow, draftFlow } from './draft-flow.ts'
import { guessAmbient, guessSpeech } from './guess-events.ts'
import { makeIds } from './make-ids.ts'
import { mapAxes, type Observation, observeLog, type SeenCell, type Variant } from './observe-log.ts'
import { type AxisIds, writeCatalog } from './write-catalog.ts'
import { writeFlow } from './write-flow.ts'
import { writeTouchpoints } from './write-touchpoints.ts'

export interface DraftOptions {
  readonly lang: Lang
  /** Time zone of the map, IANA. */
  readonly timezone: string
}

/** A map out of a log. */
export interface DraftedMap {
  /** The texts of its files, by path. */
  readonly files: ReadonlyMap<string, string>
  readonly interactions: number
  readonly leftOut: number
  /** Each business with its flow, in the order of the log's ids. */
  readonly flows: readonly ({ readonly business: string } & Pick<DraftFlow, 'total' | 'commonest' | 'fitting'>)[]
  /** Names of the events guessed to be ambient, and to be talk. */
  readonly ambient: readonly string[]
  readonly speech: readonly string[]
  readonly unnamed: Observation['unnamed']
}

/** What stands on an axis of which the log says nothing. */
const UNSAID: Readonly<Record<'business' | 'channel' | 'brand', { readonly id: string; readonly name: Message }>> = {
  business: { id: 'service', name: { zh: '服务', en: 'Service' } },
  channel: { id: 'contact', name: { zh: '接触', en: 'Contact' } },
  brand: { id: 'company', name: { zh: '本公司', en: 'The company' } },
}
/** The interactions of one business, its cells and its variants without talk and ambient events. */
interface Business {
  readonly id: string
  readonly name: string
  readonly cells: readonly (SeenCell & { readonly at: Readonly<Record<'channel' | 'brand', string>> })[]
  readonly flow: DraftFlow
}

/**
 * Drafts a map from a log: the events found are the catalogue, the values found on the axes the matrix, the commonest
 * variant of each business its flow (docs/shell.md says by which figures). Says so where there is nothing to draft from.
 */
export function draftMap(
  interactions: Iterable<Interaction>,
  options: DraftOptions,
): { value?: DraftedMap; fault?: Message } {
  const { value: seen, fault } = observeLog(interactions)
  if (!seen) return fault ? { fault } : {}
  const axes = idsOf(seen, options.lang)
  const cells = seen.cells.flatMap((cell) => placeCell(cell, axes) ?? [])
  const byBusiness = axes.business.map(({ id }) => cells.filter(({ at }) => at.business === id))
  const speech = guessSpeech(seen)
  const raw = byBusiness.map((own) => variantsOf(own, speech))
  const ambient = guessAmbient(seen, raw)
  const businesses: Business[] = axes.business.flatMap(({ id, name }, at) => {
    const own = byBusiness[at] ?? []
    const total = own.reduce((sum, cell) => sum + cell.interactions, 0)
    const flow = draftFlow(variantsOf(own, new Set([...speech, ...ambient])), total) ?? draftFlow(raw[at] ?? [], total)
    return flow ? [{ id, name, cells: own, flow }] : []
  })
  if (businesses.length === 0) {
    return {
      fault: {
        zh: '日志里没有一次可以拟出流程的交互',
        en: 'the log has no interaction that a flow could be drafted from',
      },
    }
  }
  const files = writeFiles(seen, businesses, axes, { speech, ambient }, options)
  const placed = cells.reduce((sum, cell) => sum + cell.interactions, 0)
  const names = (events: ReadonlySet<number>) => [...events].map((event) => seen.events[event]?.text ?? '')
  return {
    value: {
      files,
      interactions: seen.interactions,
      leftOut: seen.interactions - placed,
      flows: businesses.map(({ id, flow: { total, commonest, fitting } }) => ({
        business: id,
        total,
        commonest,
        fitting,
      })),
      ambient: names(ambient),
      speech: names(speech),
      unnamed: seen.unnamed,
    },
  }
}

function idsOf(seen: Observation, lang: Lang): AxisIds {
  return mapAxes((axis) => {
    const values = seen.axes[axis]
    if (values.length === 0 && isMain(axis)) {
      const { id, name } = UNSAID[axis]
      return [{ id, name: name[lang], interactions: seen.interactions }]
    }
    const ids = makeIds(
      values.map(({ text }) => text),
      axis,
    )
    return values.map(({ text, interactions }, at) => ({ id: ids[at] ?? '', name: text, interactions }))
  })
}

function isMain(axis: AxisName): axis is 'business' | 'channel' | 'brand' {
  return MAIN_AXES.includes(axis)
}

/** A cell with the ids of its values; an axis that is not said is the only value there is, and no cell where there are more. */
function placeCell(
  cell: SeenCell,
  axes: AxisIds,
): (SeenCell & { readonly at: Readonly<Record<'business' | 'channel' | 'brand', string>> }) | undefined {
  const idAt = (axis: 'business' | 'channel' | 'brand'): string | undefined => {
    const values = axes[axis]
    return cell[axis] >= 0 ? values[cell[axis]]?.id : values.length === 1 ? values[0]?.id : undefined
  }
  const [business, channel, brand] = [idAt('business'), idAt('channel'), idAt('brand')]
  if (business === undefined || channel === undefined || brand === undefined) return undefined
  return { ...cell, at: { business, channel, brand } }
}

/** The variants of some cells together, without some events. */
function variantsOf(cells: readonly SeenCell[], without: ReadonlySet<number>): Variant[] {
  const variants = new Map<string, Variant>()
  for (const cell of cells) {
    for (const { word, interactions } of cell.variants.values()) {
      const kept = word.filter((event) => !without.has(event))
      const key = kept.join()
      const known = variants.get(key)
      if (known) known.interactions += interactions
      else variants.set(key, { word: kept, interactions })
    }
  }
  return [...variants.values()]
}

function writeFiles(
  seen: Observation,
  businesses: readonly Business[],
  axes: AxisIds,
  guessed: Readonly<Record<'speech' | 'ambient', ReadonlySet<number>>>,
  options: DraftOptions,
): ReadonlyMap<string, string> {
  const { lang } = options
  const eventNames = namesOfEvents(seen)
  const roleIds = makeIds(
    seen.roles.map(({ text }) => text),
    'role',
  )
  const files = new Map<string, string>()
  files.set('touchmap.yaml', mapFile(seen, axes, options))
  files.set('catalog.yaml', writeCatalog(seen, { businesses, axes, eventNames, roleIds, ...guessed }, lang))
  const cells = businesses.flatMap(({ id, cells: own }) =>
    own.map(({ at, interactions }) => ({ business: id, channel: at.channel, brand: at.brand, interactions })),
  )
  const ids = (axis: AxisName) => axes[axis].map(({ id }) => id)
  const all = { business: businesses.map(({ id }) => id), channel: ids('channel'), brand: ids('brand') }
  files.set('touchpoints.yaml', writeTouchpoints(mergeCells(cells), all, lang))
  for (const { id, name, cells: own, flow } of businesses) {
    const text = writeFlow(flow, {
      lang,
      id,
      name,
      event: (event) => ({
        name: eventNames[event] ?? '',
        label: seen.events[event]?.text ?? '',
        by: rolesOf(own, event, roleIds),
        interactions: interactionsWith(own, event),
      }),
    })
    files.set(`flows/${id}.yaml`, text)
  }
  return files
}

/** Cells that an unsaid axis made one. */
function mergeCells<Cell extends { business: string; channel: string; brand: string; interactions: number }>(
  cells: readonly Cell[],
): Cell[] {
  const merged = new Map<string, Cell>()
  for (const cell of cells) {
    const key = `${cell.business} ${cell.channel} ${cell.brand}`
    const known = merged.get(key)
    merged.set(key, known ? { ...known, interactions: known.interactions + cell.interactions } : cell)
  }
  return [...merged.values()]
}

/** More roles than these at one step say nothing. */
const MOST_DOERS = 3

/** The roles that do an event in a business; none where of some occurrence the log does not say the role. */
function rolesOf(cells: readonly SeenCell[], event: number, ids: readonly string[]): string[] {
  const roles = new Set<number>()
  let named = 0
  for (const cell of cells) {
    for (const [role, times] of cell.roles.get(event) ?? []) {
      roles.add(role)
      named += times
    }
  }
  const occurrences = cells.reduce((sum, cell) => sum + (cell.occurrences.get(event) ?? 0), 0)
  if (named < occurrences || roles.size > MOST_DOERS) return []
  return [...roles].sort((a, b) => a - b).flatMap((role) => ids[role] ?? [])
}

function interactionsWith(cells: readonly SeenCell[], event: number): number {
  let count = 0
  for (const cell of cells) {
    for (const { word, interactions } of cell.variants.values()) if (word.includes(event)) count += interactions
  }
  return count
}

/** Names of the catalogue: the log's own, without the signs that patterns and paths are made of. */
function namesOfEvents({ events }: Observation): string[] {
  const taken = new Set(events.map(({ text }) => text))
  return events.map(({ text }) => {
    if (!/[*/]/.test(text)) return text
    const base = text.replace(/[*/]+/g, '-').replace(/^[\s-]+|[\s-]+$/g, '') || 'event'
    let name = base
    for (let more = 2; taken.has(name); more++) name = `${base}-${more}`
    taken.add(name)
    return name
  })
}

function mapFile(seen: Observation, axes: AxisIds, { lang, timezone }: DraftOptions): string {
  const zh = lang === 'zh'
  const zone = createZone(timezone)
  const from = seen.earliest === undefined ? 0 : (zone?.toLocal(seen.earliest) ?? seen.earliest)
  const code = `{channel}${axes.brand.length > 1 ? '-{brand}' : ''}-{business}`
  const head = zh
    ? [
        `# 由 ${seen.interactions} 次交互拟出的初稿：它写的是实际怎样做的，不是应当怎样做。请改名称、补做法（\`does\`）、时限和用语。`,
        '#',
        '# 接下来：',
        '#   touchmap validate',
        '#   touchmap matrix',
      ]
    : [
        `# A draft from ${seen.interactions} interactions: it says what was done, not what is to be done. Mend the names; add what to`,
        '# do (`does`), limits and phrases.',
        '#',
        '# What to run next:',
        '#   touchmap validate',
        '#   touchmap matrix',
      ]
  return `${[
    ...head,
    'map: my-map',
    `name: ${zh ? '我的流程地图' : 'My process map'}`,
    'version: "1"',
    `lang: ${lang}`,
    `timezone: ${timezone}`,
    `effective: {from: ${dayOf(from)}} # ${zh ? '日志中最早的一天' : 'the first day of the log'}`,
    `code: "${code}"`,
    'include: [catalog.yaml, touchpoints.yaml, flows/*.yaml]',
  ].join('\n')}\n`
}

function dayOf(local: number): string {
  const day = new Date(Math.min(Math.max(local, 0), 253_402_300_799_999))
  return day.toISOString().slice(0, 10)
}
