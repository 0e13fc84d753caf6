import type { Message } from '../diagnostic/diagnostic.ts'
import { ENCODINGS, type Encoding } from './encoding.ts'
import type { UnitLevel } from './event.ts'
import { FIELDS, type FieldName } from './fields.ts'
import { foldHeading } from './fold.ts'
import { compileTimeFormat } from './time-format.ts'
import { type Lifecycle, LIFECYCLES } from './xes-lifecycle.ts'
import { createZone } from './zone.ts'

/** The formats of logs that are read. */
export type LogFormat = 'csv' | 'jsonl' | 'xes'
export const LOG_FORMATS: readonly LogFormat[] = ['csv', 'jsonl', 'xes']

/** What a mapping file says of a log (semantics §2, `mapping`). Everything may be missing: the usual headings then hold. */
export interface Mapping {
  readonly format?: LogFormat
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly timezone?: string
  readonly timeFormats: readonly string[]
  /** Column of each field, as the log's heading has it. */
  readonly columns: Partial<Readonly<Record<FieldName, string>>>
  /** Columns of the unit path where it is given as a list: their levels follow from their names, else from their places. */
  readonly unit: readonly string[]
  /** Values that hold for every row whose own is blank: of fields, or of attributes. */
  readonly constants: ReadonlyMap<string, string | number | boolean>
  readonly events: ReadonlyMap<string, string>
  readonly attributes: ReadonlyMap<string, string>
  readonly split: readonly ('business' | 'channel')[]
  readonly ties: 'file' | 'any'
  /** Of a XES log: which events of a lifecycle are rows; default all. */
  readonly lifecycle?: Lifecycle
  /** Of a XES log: the name of one of its classifiers, or keys joined by `+`, that says what an event is. */
  readonly classifier?: string
  /** Whether columns that the mapping does not name are kept as attributes; they are unless it says no. */
  readonly keepRest: boolean
}

/** The mapping of a log that has none: usual headings, all other columns attributes. */
export const NO_MAPPING: Mapping = {
  timeFormats: [],
  columns: {},
  unit: [],
  constants: new Map(),
  events: new Map(),
  attributes: new Map(),
  split: [],
  ties: 'file',
  keepRest: true,
}

/** Other names under which formats, encodings and delimiters are written. */
const FORMAT_NAMES: Readonly<Record<string, LogFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  jsonlines: 'jsonl',
  'json-lines': 'jsonl',
  xes: 'xes',
}
const ENCODING_NAMES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf8sig: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
}
const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
  逗号: ',',
  分号: ';',
  制表符: '\t',
}

/** The format of that name, or undefined. */
export function logFormatOf(name: string): LogFormat | undefined {
  return FORMAT_NAMES[name.toLowerCase()]
}

/**
 * A mapping from the plain value of its file, whose shape the schema has checked. Both forms are taken: all keys under
 * `mapping:`, or beside `mapping: true`. What a schema cannot see (zones, formats, encodings) is checked here.
 */
export function createMapping(value: unknown): { mapping: Mapping; problems: readonly MappingProblem[] } {
  const root = record(value)
  const inner = root['mapping']
  const source = typeof inner === 'object' && inner !== null ? record(inner) : root
  const problems: MappingProblem[] = []
  const prefix = source === root ? '' : '/mapping'

  const choose = <T>(
    key: string,
    names: Readonly<Record<string, T>>,
    fold: (text: string) => string,
    known: string,
  ) => {
    const given = source[key]
    if (given === undefined || given === null) return undefined
    const found = Object.hasOwn(names, fold(String(given))) ? names[fold(String(given))] : undefined
    if (found === undefined) {
      problems.push({
        pointer: `${prefix}/${key}`,
        message: { zh: `不认识的 \`${key}\`：\`${String(given)}\``, en: `unknown \`${key}\`: \`${String(given)}\`` },
        expected: { zh: known, en: known },
      })
    }
    return found
  }
  const format = choose('format', FORMAT_NAMES, (text) => text.toLowerCase(), LOG_FORMATS.join(' | '))
  const encoding = choose('encoding', ENCODING_NAMES, foldHeading, ENCODINGS.join(' | '))
  const delimiter = readDelimiter(source['delimiter'], prefix, problems)

  const timezone = typeof source['timezone'] === 'string' ? source['timezone'] : undefined
  if (timezone !== undefined && !createZone(timezone)) {
    problems.push({
      pointer: `${prefix}/timezone`,
      message: { zh: `没有 \`${timezone}\` 这个时区`, en: `there is no time zone \`${timezone}\`` },
      expected: { zh: 'IANA 名称，如 `Asia/Shanghai`', en: 'an IANA name such as `Asia/Shanghai`' },
    })
  }
  const timeFormats = list(source['time-formats']).map(String)
  for (const [i, pattern] of timeFormats.entries()) {
    if (compileTimeFormat(pattern)) continue
    problems.push({
      pointer: `${prefix}/time-formats/${i}`,
      message: { zh: `看不懂的时间写法 \`${pattern}\``, en: `a time format that is not understood: \`${pattern}\`` },
      expected: {
        zh: "如 `M/d/yyyy H:mm:ss`；可用 yyyy yy MM M dd d HH H hh h mm m ss s SSS a XXX、'文字'、epoch-s、epoch-ms",
        en: "`M/d/yyyy H:mm:ss`; known are yyyy yy MM M dd d HH H hh h mm m ss s SSS a XXX, 'text', epoch-s, epoch-ms",
      },
    })
  }

  const columns: Partial<Record<FieldName, string>> = {}
  for (const [key, column] of Object.entries(record(source['columns']))) {
    const field = key === 'event-id' ? 'id' : FIELDS.find((name) => name === key)
    if (field && typeof column === 'string') columns[field] = column
  }
  const split = list(source['split'] === undefined ? [] : source['split']).filter(
    (axis) => axis === 'business' || axis === 'channel',
  )
  const lifecycle = LIFECYCLES.find((name) => name === source['lifecycle'])
  const classifier = source['classifier']
  const mapping: Mapping = {
    ...(lifecycle && { lifecycle }),
    ...(typeof classifier === 'string' && { classifier }),
    ...(format && { format }),
    ...(encoding && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(timezone !== undefined && { timezone }),
    timeFormats: timeFormats.filter((pattern) => compileTimeFormat(pattern) !== undefined),
    columns,
    unit: list(record(source['columns'])['unit']).map(String),
    constants: new Map(Object.entries(record(source['constants'])).filter(isScalarEntry)),
    events: textMap(source['events']),
    attributes: textMap(source['attributes']),
    split,
    ties: source['ties'] === 'any' ? 'any' : 'file',
    keepRest: source['keep-rest'] !== false,
  }
  return { mapping, problems }
}

/** A mapping as the plain value of a mapping file: what `createMapping` reads back as the same mapping. */
export function describeMapping(mapping: Mapping): Readonly<Record<string, unknown>> {
  const { format, encoding, delimiter, timezone, timeFormats, columns, unit, split, ties, keepRest } = mapping
  const { lifecycle, classifier } = mapping
  return {
    mapping: {
      ...(lifecycle && { lifecycle }),
      ...(classifier !== undefined && { classifier }),
      ...(format && { format }),
      ...(encoding && { encoding }),
      ...(delimiter !== undefined && { delimiter }),
      ...(timezone !== undefined && { timezone }),
      'time-formats': timeFormats,
      columns: { ...columns, ...(unit.length > 0 && { unit }) },
      constants: Object.fromEntries(mapping.constants),
      events: Object.fromEntries(mapping.events),
      attributes: Object.fromEntries(mapping.attributes),
      split,
      ties,
      'keep-rest': keepRest,
    },
  }
}

/** What is wrong in a mapping file that its schema cannot see; `pointer` is the JSON Pointer of the value. */
export interface MappingProblem {
  readonly pointer: string
  readonly message: Message
  readonly expected?: Message
}

function readDelimiter(given: unknown, prefix: string, problems: MappingProblem[]): string | undefined {
  if (typeof given !== 'string') return undefined
  const named = Object.hasOwn(DELIMITER_NAMES, given.toLowerCase()) ? DELIMITER_NAMES[given.toLowerCase()] : given
  if (named !== undefined && named.length === 1 && !/["\r\n]/.test(named)) return named
  problems.push({
    pointer: `${prefix}/delimiter`,
    message: { zh: `\`${given}\` 不能作分隔符`, en: `\`${given}\` cannot be a delimiter` },
    expected: { zh: '一个字符，或 comma、semicolon、tab、pipe', en: 'one character, or comma, semicolon, tab, pipe' },
  })
  return undefined
}

/**
 * The levels that a list of unit columns stands for: by the usual headings, else by their places, the last being the
 * agent, the one before it the team, and so on. Levels that the mapping names otherwise are left out, so that beside
 * `agent: …` the last is the team.
 */
export function unitLevels(
  columns: readonly string[],
  byHeading: (column: string) => UnitLevel | undefined,
  isNamed: (level: UnitLevel) => boolean,
): UnitLevel[] {
  const named = columns.map(byHeading)
  if (named.every((level) => level !== undefined) && new Set(named).size === named.length) return named
  const free = (['agent', 'team', 'site', 'shift'] as const).filter((level) => !isNamed(level)).slice(0, columns.length)
  return (['site', 'team', 'shift', 'agent'] as const).filter((level) => free.includes(level))
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function isScalarEntry(entry: [string, unknown]): entry is [string, string | number | boolean] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean'
}

function textMap(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(record(value)).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])),
  )
}
