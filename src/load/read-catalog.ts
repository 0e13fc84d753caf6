import type { Place } from '../diagnostic/diagnostic.ts'
import type {
  AttributeType,
  AxisName,
  AxisValue,
  BusinessClass,
  Catalog,
  Duration,
  EventType,
  Id,
  Role,
} from '../model/map.ts'
import { AXES } from '../model/map.ts'
import { readCalendars } from './read-calendar.ts'
import { readContact } from './read-contact.ts'
import { readDuration } from './read-duration.ts'
import { readFormat } from './read-format.ts'
import { readEvents, readPatterns } from './read-proof.ts'
import {
  asList,
  asMap,
  badValue,
  booleanOf,
  child,
  entryOf,
  given,
  numberOf,
  type Reading,
  refer,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

const SECTIONS: Readonly<Record<AxisName, string>> = {
  business: 'businesses',
  channel: 'channels',
  brand: 'brands',
  identity: 'identities',
  region: 'regions',
  environment: 'environments',
}
const CLASSES: readonly string[] = ['acceptance', 'query', 'verification', 'consultation', 'complaint']
const ATTRIBUTE_TYPES: readonly string[] = ['string', 'int', 'number', 'bool', 'time', 'duration']
const BLANK = ['无', '未知', '-', '/', 'N/A']

/** Declares the names of a catalogue file, so that every file may refer to them. Missing sections stay open when malformed. */
export function declareCatalog(reading: Reading, root: MapNode, misspelt: ReadonlySet<string>): void {
  const sections = [
    ...AXES.map((axis) => ({
      section: SECTIONS[axis],
      names: reading.axes[axis],
      what: SORTS[axis],
      required: MAIN.has(axis),
    })),
    { section: 'roles', names: reading.roles, what: SORTS.role, required: true },
    { section: 'events', names: reading.events, what: SORTS.event, required: true },
    { section: 'constants', names: reading.constants, what: SORTS.constant, required: false },
    { section: 'calendars', names: reading.calendars, what: SORTS.calendar, required: false },
    { section: 'qualifications', names: reading.qualifications, what: SORTS.qualification, required: false },
  ]
  // A file of nothing but calendars, to be taken along by any map.
  const whole =
    !root.entries.has('calendars') || sections.some((each) => each.required && root.entries.has(each.section))
  for (const { section, names, what, required } of sections) {
    const entry = entryOf(root, section)
    const map = asMap(entry?.node)
    if (!map) names.open ||= (required && whole) || entry !== undefined || misspelt.has(section)
    for (const [name, { key }] of map?.entries ?? []) {
      for (const each of names.declare(name, key, what)) report(reading, each)
    }
  }
  for (const [name, { node }] of asMap(child(root, 'constants'))?.entries ?? []) {
    const text = stringOf(node)
    if (text !== undefined && !/^\d/.test(text)) {
      report(
        reading,
        badValue(
          node.place,
          { zh: `常量 \`${name}\` 须是写明的时长`, en: `the constant \`${name}\` must be a duration written out` },
          { zh: '时长，如 2 min', en: 'a duration such as 2 min' },
        ),
      )
      continue
    }
    const duration = readDuration(reading, node, 'plain')
    if (duration && !reading.durations.has(name)) reading.durations.set(name, duration)
  }
}

const MAIN = new Set<AxisName>(['business', 'channel', 'brand'])

/** The catalogue of all catalogue files together; of a name that is there twice the first counts. */
export function readCatalog(reading: Reading, roots: readonly MapNode[]): Catalog {
  const axes = {} as Record<AxisName, Map<Id, AxisValue>>
  for (const axis of AXES) axes[axis] = new Map()
  const roles = new Map<Id, Role>()
  const events = new Map<string, EventType>()
  const attributes = new Map<string, AttributeType>()
  const ends: string[] = []
  const ambient: string[] = []
  const blank: string[] = []
  let idle: Duration | undefined
  for (const root of roots) {
    for (const axis of AXES) readAxis(reading, axis, child(root, SECTIONS[axis]), axes[axis])
    for (const [id, { key, node }] of asMap(child(root, 'roles'))?.entries ?? []) {
      const name = textOf(child(node, 'name'), reading.lang) ?? { [reading.lang]: id }
      const granted = child(node, 'qualifications')
      for (const { value, node: at } of stringsOf(granted)) {
        if (reading.qualifications.places.size > 0) {
          refer(reading, reading.qualifications, value, at, SORTS.qualification)
        }
      }
      const role: Role = {
        id,
        name,
        ...given('rank', numberOf(child(node, 'rank'))),
        ...given('qualifications', granted && stringsOf(granted).map(({ value }) => value)),
        place: key,
      }
      if (!roles.has(id)) roles.set(id, role)
    }
    for (const [name, { key, node }] of asMap(child(root, 'events'))?.entries ?? []) {
      if (!events.has(name)) events.set(name, readEvent(reading, name, node, key))
    }
    readAttributes(child(root, 'attributes'), attributes)
    ends.push(...readEvents(reading, child(root, 'ends')))
    ambient.push(...readPatterns(reading, child(root, 'ambient')))
    blank.push(
      ...asList(child(root, 'blank')).flatMap((node) => (node.kind === 'scalar' ? String(node.value ?? '') : [])),
    )
    idle ??= readDuration(reading, child(root, 'idle'), 'plain')
  }
  const stated = roots.some((root) => root.entries.has('blank'))
  return {
    axes,
    roles,
    events,
    attributes,
    ends,
    ...given('idle', idle),
    ambient,
    constants: reading.durations,
    calendars: readCalendars(
      reading,
      roots.map((root) => child(root, 'calendars')),
    ),
    formats: readFormats(reading, roots),
    blank: stated ? blank : BLANK,
  }
}

function readFormats(reading: Reading, roots: readonly MapNode[]): ReadonlyMap<string, string> {
  const formats = new Map<string, string>()
  for (const root of roots) {
    for (const [attribute, { node }] of asMap(child(root, 'formats'))?.entries ?? []) {
      const pattern = readFormat(reading, node)
      if (pattern !== undefined && !formats.has(attribute)) formats.set(attribute, pattern)
    }
  }
  return formats
}

function readAxis(reading: Reading, axis: AxisName, node: TreeNode | undefined, values: Map<Id, AxisValue>): void {
  for (const [id, { key, node: body }] of asMap(node)?.entries ?? []) {
    const parentNode = child(body, 'part-of')
    const parent = stringOf(parentNode)
    if (parent !== undefined && parentNode) refer(reading, reading.axes[axis], parent, parentNode, SORTS[axis])
    const former = stringsOf(child(body, 'formerly'))
    for (const { value, node: at } of former) {
      if (!reading.axes[axis].has(value)) continue
      const message = { zh: `\`${value}\` 现在另有所指`, en: `\`${value}\` is the id of something else now` }
      report(reading, badValue(at.place, message))
    }
    const kind = stringOf(child(body, 'class'))
    const family = stringOf(child(body, 'family'))
    const value: AxisValue = {
      id,
      name: textOf(child(body, 'name'), reading.lang) ?? { [reading.lang]: id },
      code: stringOf(child(body, 'code')) ?? id,
      ...given('partOf', parent),
      ...(former.length > 0 ? { formerly: former.map(({ value }) => value) } : {}),
      ...given('class', CLASSES.includes(kind ?? '') ? (kind as BusinessClass) : undefined),
      ...(family === 'service' || family === 'management' ? { family } : {}),
      ...given('hours', stringOf(child(body, 'hours'))),
      ...given('scope', textOf(child(body, 'scope'), reading.lang)),
      ...given('response', readDuration(reading, child(body, 'response'), 'standard')),
      ...given('contact', readContact(body)),
      ...given('note', stringOf(child(body, 'note'))),
      place: key,
    }
    if (!values.has(id)) values.set(id, value)
  }
  reportCircles(reading, node, values)
}

/** Values that are, step by step, part of themselves. */
function reportCircles(reading: Reading, node: TreeNode | undefined, values: ReadonlyMap<Id, AxisValue>): void {
  const done = new Set<Id>()
  for (const start of values.keys()) {
    const path = new Set<Id>()
    let id: Id | undefined = start
    while (id !== undefined && !done.has(id) && !path.has(id)) {
      path.add(id)
      id = values.get(id)?.partOf
    }
    if (id !== undefined && path.has(id)) {
      const walked = [...path]
      const circle = [...walked.slice(walked.indexOf(id)), id].join(' → ')
      const parent = child(child(node, id), 'part-of')
      const message = { zh: `\`part-of\` 绕回了自己：${circle}`, en: `\`part-of\` comes back to itself: ${circle}` }
      if (parent) report(reading, badValue(parent.place, message))
    }
    for (const each of path) done.add(each)
  }
}

function readEvent(reading: Reading, name: string, node: TreeNode, place: Place): EventType {
  const attributes = new Map<string, AttributeType>()
  readAttributes(child(node, 'attributes'), attributes)
  return {
    name,
    ...given('label', textOf(child(node, 'name'), reading.lang)),
    speech: booleanOf(child(node, 'speech')) ?? false,
    attributes,
    also: stringsOf(child(node, 'also')).map(({ value }) => value),
    place,
  }
}

function readAttributes(node: TreeNode | undefined, attributes: Map<string, AttributeType>): void {
  for (const [name, { node: type }] of asMap(node)?.entries ?? []) {
    const value = stringOf(type)
    if (value !== undefined && ATTRIBUTE_TYPES.includes(value)) attributes.set(name, value as AttributeType)
  }
}
