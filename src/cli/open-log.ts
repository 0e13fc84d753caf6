import { type Command, Option } from 'commander'
import { InputError } from '../diagnostic/input-error.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { Log } from '../log/event.ts'
import { openLogs } from '../io/read-logs.ts'
import { readMapping } from '../io/read-mapping.ts'
import { openStoredLog } from '../io/store/sqlite-store.ts'
import type { InteractionTable } from '../log/interaction-table.ts'
import { LOG_FORMATS, type LogFormat, logFormatOf } from '../log/mapping.ts'
import { isMonthOrWeek } from '../log/iso-time.ts'
import { createTimeReader } from '../log/time.ts'
import { createZone, type Zone } from '../log/zone.ts'
import type { ProcessMap } from '../model/map.ts'
import type { CliContext } from './context.ts'

/** Where a command's interactions come from: files, or one store. */
export interface LogArguments {
  readonly logs: readonly string[]
  readonly mapping?: string
  readonly store?: string
  readonly format?: LogFormat
  /** Mapping and store, as files that are read. */
  readonly files: readonly string[]
}

/** The options of every command that reads a log with a map at hand. */
export function addLogOptions(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
    .option(
      '--map <dir>',
      zh
        ? '地图所在的目录（默认：从当前目录向上最近的 touchmap.yaml 所在处）'
        : 'folder of the map (default: where the nearest touchmap.yaml is, from here upwards)',
    )
    .option(
      '--mapping <file>',
      zh ? '映射文件：日志的列与名称如何对应' : 'mapping file: what the columns and names of the log stand for',
    )
    .addOption(
      new Option(
        '--log-format <format>',
        zh ? '日志格式（默认自动识别）' : 'format of the logs (default: found out)',
      ).choices([...LOG_FORMATS]),
    )
    .option(
      '--store <file>',
      zh ? '改从 touchmap ingest 写成的存储读取' : 'read from a store that touchmap ingest has written instead',
    )
}

/** The options of every command that judges interactions by a map. */
export function addInputOptions(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  addLogOptions(command, lang)
  addPluginOption(command, lang)
  command.option(
    '--as-of <time>',
    zh
      ? '截止时间（默认：日志中最晚的时间）；只写日期即至当日结束'
      : 'the moment at which things are judged (default: the latest time in the log); a date alone means its end',
  )
}

/** The option that names modules of rules to trust. */
export function addPluginOption(command: Command, lang: Lang): void {
  command.option(
    '--plugin <file...>',
    lang === 'zh'
      ? '受信任的规则插件模块（规则种类 plugin）；它以本程序的全部权限运行'
      : 'modules of rules (kind `plugin`) that you trust; they run with all the rights of this program',
  )
}

export function readLogArguments(given: unknown, options: Readonly<Record<string, unknown>>): LogArguments {
  const logs = Array.isArray(given) ? given.map(String) : []
  const mapping = typeof options['mapping'] === 'string' ? options['mapping'] : undefined
  const store = typeof options['store'] === 'string' ? options['store'] : undefined
  const format = typeof options['logFormat'] === 'string' ? logFormatOf(options['logFormat']) : undefined
  if (logs.length === 0 && store === undefined) {
    throw new InputError(
      { zh: '没有给出日志', en: 'no log is given' },
      {
        zh: '给出一个或多个日志文件，或用 --store 指明存储',
        en: 'name one or more log files, or a store with --store',
      },
    )
  }
  if (store !== undefined && (logs.length > 0 || mapping !== undefined)) {
    throw new InputError(
      {
        zh: '`--store` 不能与日志文件或 `--mapping` 同用',
        en: '`--store` cannot be combined with log files or `--mapping`',
      },
      { zh: '先用 touchmap ingest 把日志收入存储', en: 'take logs into the store with touchmap ingest first' },
    )
  }
  return {
    logs,
    ...(mapping === undefined ? {} : { mapping }),
    ...(store === undefined ? {} : { store }),
    ...(format === undefined ? {} : { format }),
    files: [mapping, store].filter((file) => file !== undefined),
  }
}

/** Reads the interactions, their names bound to the current version of the map. */
export async function openLog(
  { logs, mapping, store, format }: LogArguments,
  map: ProcessMap | undefined,
  { cwd, stdin }: CliContext,
  { former = false }: { former?: boolean } = {},
): Promise<Log<InteractionTable>> {
  const binding = {
    ...(former ? { former } : {}),
    ...(map === undefined ? {} : { catalog: map.catalog }),
    ...(map?.timezone === undefined ? {} : { timezone: map.timezone }),
  }
  if (store !== undefined) return openStoredLog(store, { ...binding, cwd })
  const read = {
    ...(mapping === undefined ? {} : { mapping: readMapping(mapping, cwd) }),
    ...(format === undefined ? {} : { format }),
  }
  return openLogs(logs, { ...binding, ...read, cwd, stdin })
}

/** The moment of `--as-of`: a time as logs may write it, local ones in the map's zone; a date alone is its last millisecond. */
export function parseAsOf(given: unknown, timezone: string | undefined): number | undefined {
  if (typeof given !== 'string') return undefined
  const zone = createZone(timezone ?? 'UTC')
  const midnight = createTimeReader(createZone('UTC')).read(`${given.trim()}T00:00`)
  const time = Number.isNaN(midnight) ? momentOf(given, zone) : lastMoment(midnight, zone)
  if (Number.isNaN(time)) {
    throw new InputError(
      { zh: `\`--as-of\` 的时间无法识别：\`${given}\``, en: `\`--as-of\` is no time: \`${given}\`` },
      { zh: '例如 2026-07-31 或 2026-07-31T18:00:00+08:00', en: 'such as 2026-07-31 or 2026-07-31T18:00:00+08:00' },
    )
  }
  return time
}

/** A month or a week is no moment, and which end of it is meant is not said. */
function momentOf(given: string, zone: Zone | undefined): number {
  return isMonthOrWeek(given.trim()) ? Number.NaN : createTimeReader(zone).read(given)
}

/** The last millisecond of the day with that midnight, which is given as if it were UTC. */
function lastMoment(midnight: number, zone: Zone | undefined): number {
  const next = midnight + 86_400_000
  return (zone?.toUtc(next) ?? next) - 1
}
