import { type Command, Option } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import { LOG_FORMATS, type LogFormat, logFormatOf } from '../log/mapping.ts'
import { addMapOption } from './find-map.ts'

/** Where a command's interactions come from: files, or one store. */
export interface LogArguments {
  readonly logs: readonly string[]
  readonly mapping?: string
  readonly store?: string
  readonly format?: LogFormat
  /** Mapping and store, as files that are read. */
  readonly files: readonly string[]
}

/** The logs a command reads: files, or standard input. */
export function addLogArgument(command: Command, lang: Lang): void {
  command.argument(
    '[log...]',
    lang === 'zh'
      ? '日志：CSV、JSON Lines 或 XES，可为 gzip；`-` 为标准输入'
      : 'logs: CSV, JSON Lines or XES, plain or gzipped; `-` for standard input',
  )
}

/** The options of every command that reads a log with a map at hand. */
export function addLogOptions(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  addMapOption(command, lang)
  addReadingOptions(command, lang)
  command.option(
    '--store <file>',
    zh ? '改从 touchmap ingest 写成的存储读取' : 'read from a store that touchmap ingest has written instead',
  )
}

/** The options that say how the text of a log is read. */
export function addReadingOptions(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
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
