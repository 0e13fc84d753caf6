import type { Command } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { readMapping } from '../../io/read-mapping.ts'
import { openStore } from '../../io/store/sqlite-store.ts'
import type { IngestedFile } from '../../log/ingested-file.ts'
import { logFormatOf } from '../../log/mapping.ts'
import { formatIngestJson } from '../../report/ingest-json.ts'
import { formatIngestPretty } from '../../report/ingest-pretty.ts'
import { summarizeIngest } from '../../report/ingest-summary.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findMap } from '../find-map.ts'
import { openMap } from '../open-map.ts'
import { addReadingOptions } from '../log-options.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json'] as const

/** `touchmap ingest LOG… --store FILE`: keeps logs in a SQLite file, each file wholly or not at all, nothing twice. */
export const ingest: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    command
      .argument(
        '<log...>',
        zh
          ? '日志：CSV 或 JSON Lines，可为 .gz；`-` 为标准输入'
          : 'logs: CSV or JSON Lines, also as .gz; `-` for standard input',
      )
      .requiredOption(
        '--store <file>',
        zh ? '存储文件（SQLite），没有则新建' : 'the store, a SQLite file; made when it is not there',
      )
      .option(
        '--map <dir>',
        zh
          ? '地图目录，取其时区（默认为最近的地图）'
          : "folder of the map, for its time zone (default: the nearest map's)",
      )
    addReadingOptions(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .option('--max-rejects <n>', zh ? '拒收的行多于此数即退出码 1' : 'exit with 1 when more rows are rejected')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  $ touchmap ingest 2026-07-*.csv.gz --store july.db\n  $ touchmap ingest calls.csv --store july.db --mapping calls.yaml --max-rejects 0\n  $ zcat big.jsonl.gz | touchmap ingest - --store july.db --format json'
          : '\nExamples:\n  $ touchmap ingest 2026-07-*.csv.gz --store july.db\n  $ touchmap ingest calls.csv --store july.db --mapping calls.yaml --max-rejects 0\n  $ zcat big.jsonl.gz | touchmap ingest - --store july.db --format json',
      )
  },

  async run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
    const { cwd, stdin } = run.context
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const logs = [...new Set((args[0] as readonly string[]).map(String))]
    const path = String(options['store'])
    const maxRejects = readMaxRejects(options['maxRejects'])
    const mapping = typeof options['mapping'] === 'string' ? readMapping(options['mapping'], cwd) : undefined
    const format = typeof options['logFormat'] === 'string' ? logFormatOf(options['logFormat']) : undefined
    const timezone = await timezoneOf(options['map'] as string | undefined, run)

    const store = await openStore(path, { cwd, create: true, version: run.version })
    const files: IngestedFile[] = []
    const report = async () => {
      const summary = summarizeIngest(path, files)
      await writeReports(outputs, run.context, logs, (each) =>
        each === 'json'
          ? formatIngestJson(summary, run)
          : formatIngestPretty(summary, { ...run, palette: createPalette(run.color) }),
      )
      return summary
    }
    try {
      for (const log of logs) {
        files.push(
          await store.ingest(log, {
            cwd,
            stdin,
            ...(mapping && { mapping }),
            ...(format && { format }),
            ...(timezone !== undefined && { timezone }),
          }),
        )
      }
    } catch (error) {
      // The files before the one at fault are in the store: that is said before the error is.
      if (files.length > 0) await report()
      throw error
    } finally {
      store.close()
    }
    const { totals } = await report()
    return maxRejects !== undefined && totals.rejected > maxRejects ? EXIT.findings : EXIT.clean
  },
}

/** The time zone of the map that is named, else of the nearest, else none. */
async function timezoneOf(named: string | undefined, run: CommandRun): Promise<string | undefined> {
  if (named === undefined && !hasMap(run.context.cwd)) return undefined
  return (await openMap(named, run)).map.timezone
}

function hasMap(cwd: string): boolean {
  try {
    findMap(undefined, cwd)
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

function readMaxRejects(given: unknown): number | undefined {
  if (given === undefined) return undefined
  if (/^\d{1,15}$/.test(String(given))) return Number(given)
  throw new InputError({
    zh: `\`--max-rejects\` 应为不小于 0 的整数，得到的是 \`${String(given)}\``,
    en: `\`--max-rejects\` must be a whole number of at least 0, got \`${String(given)}\``,
  })
}
