import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { sameness } from '../../compare/sameness.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Log } from '../../log/event.ts'
import type { InteractionTable } from '../../log/interaction-table.ts'
import type { MapHistory, ProcessMap } from '../../model/map.ts'
import type { Side } from '../../report/diff-report.ts'
import { exampleOf, type WhatIfExample } from '../../report/what-if-examples.ts'
import { whatIfJson } from '../../report/what-if-json.ts'
import { judgeWhatIf, readMost } from '../../report/what-if-limits.ts'
import { whatIfMarkdown, whatIfPretty, type WhatIfReport } from '../../report/what-if-report.ts'
import type { InteractionResult } from '../../score/result.ts'
import { scoreInteractions, scoreSome, summarizeLog } from '../../score/score-log.ts'
import { bookStands } from '../../score/stand-book.ts'
import { createTally } from '../../score/tally.ts'
import { compareStands } from '../../score/what-if.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findMap } from '../find-map.ts'
import { addLogArgument, addInputOptions, readLogArguments } from '../log-options.ts'
import { openLog, parseAsOf } from '../open-log.ts'
import { openSide } from '../open-side.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json', 'markdown'] as const

/** `touchmap what-if --against OLD LOG…`: whose verdicts would change if one map took the place of another. */
export const whatIf: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    addLogArgument(command, lang)
    addInputOptions(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .requiredOption(
        '--against <map>',
        zh ? '拿来对照的地图：目录，或 git 版本' : 'the map to hold it against: a folder, or a git revision',
      )
      .option(
        '--limit <n>',
        zh ? '列出多少次交互为证（默认 10）' : 'how many interactions are shown as evidence (default: 10)',
      )
      .option(
        '--max-changed <n>',
        zh
          ? '结论改变的交互多于此数即退出码 1，如 5% 或 20'
          : 'exit with 1 when more change their verdict, such as 5% or 20',
      )
      .option(
        '--max-newly-failing <n>',
        zh ? '新增不合规的交互多于此数即退出码 1' : 'exit with 1 when more are newly not compliant',
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap what-if --against HEAD 2026-06.csv             # 未提交的改动对上月的影响\n  touchmap what-if --map maps/new --against maps/old calls.csv --limit 20\n  touchmap what-if --against main calls.csv --max-newly-failing 2% --format markdown'
          : '\nExamples:\n  touchmap what-if --against HEAD 2026-06.csv             # what is not committed yet, for last month\n  touchmap what-if --map maps/new --against maps/old calls.csv --limit 20\n  touchmap what-if --against main calls.csv --max-newly-failing 2% --format markdown',
      )
  },

  async run(args, options, run) {
    const { context } = run
    const formats = readOutputs(options['format'], FORMATS, 'pretty')
    const asked = readLogArguments(args[0], options)
    if (asked.logs.includes('-')) throw onceOnly()
    const most = readLimit(options['limit'])
    const limits = [
      ...readMostOf('changed', '--max-changed', options['maxChanged']),
      ...readMostOf('newlyFailing', '--max-newly-failing', options['maxNewlyFailing']),
    ]
    const [older, newer] = await openSides(String(options['against']), options['map'], run)
    const plugins = options['plugin'] as string[] | undefined
    const loaded =
      plugins === undefined
        ? {}
        : { plugins: await (await import('../../io/load-plugins.ts')).loadPlugins(plugins, context.cwd) }
    const catalogs = [older.map.catalog, newer.map.catalog]
    const scorer = (side: Side, log: ReadLog) => createSideScorer(side, loaded, log, options['asOf'])
    const readFor = ({ map }: Side): ReadLog => readOnce(() => openLog(asked, map, context, { former: true }))

    // Where both maps know the same names, the log says the same to both.
    const logAfter = readFor(newer)
    const isSame = bindsAlike(older.map, newer.map)
    const sideBefore = scorer(older, isSame ? logAfter : readFor(older))
    const before = await sideBefore.score()
    const sideAfter = scorer(newer, logAfter)
    const after = await sideAfter.score()
    const found = compareStands(before.book, after.book, { catalogs, most })
    const ids = new Set(found.examples)
    const [old, now] = [await sideBefore.some(ids), await sideAfter.some(ids)]
    const report: WhatIfReport = {
      before: { ...older, summary: before.summary },
      after: { ...newer, summary: after.summary },
      whatIf: found,
      examples: found.examples.map((id): WhatIfExample => exampleOf(old.get(id), now.get(id))),
      limits: judgeWhatIf(found, limits),
    }
    const inputs = [...asked.files, ...asked.logs]
    await writeReports(formats, context, inputs, (format) => {
      if (format === 'json') return whatIfJson(report, run.version)
      if (format === 'markdown') return whatIfMarkdown(report, run.lang)
      return whatIfPretty(report, { ...run, palette: createPalette(run.color) })
    })
    return report.limits.every(({ ok }) => ok) ? EXIT.clean : EXIT.findings
  },
}

/** The older and the newer map. A git revision is one of the map that the other side names, else of the nearest. */
async function openSides(against: string, given: unknown, run: CommandRun): Promise<readonly [Side, Side]> {
  const { cwd } = run.context
  const folderOf = (name: string) => (existsSync(path.resolve(cwd, name)) ? name : undefined)
  if (typeof given !== 'string') {
    const older = await openSide(against, undefined, run)
    return [older, await openSide(findMap(undefined, cwd).root, undefined, run, '.')]
  }
  return [await openSide(against, folderOf(given), run), await openSide(given, folderOf(against), run)]
}

type ReadLog = () => Promise<Log<InteractionTable>>

function readOnce(read: ReadLog): ReadLog {
  let log: ReturnType<ReadLog> | undefined
  return () => (log ??= read())
}

/** Whether a log is read to the same by both: names, types of attributes and times. */
function bindsAlike(a: ProcessMap, b: ProcessMap): boolean {
  return a.timezone === b.timezone && sameness(a.catalog) === sameness(b.catalog)
}

/** Scores a log by one map, as if it had always been in force: dates of versions say nothing of what would be. */
function createSideScorer({ map }: Side, loaded: Pick<MapHistory, 'plugins'>, read: ReadLog, asOf: unknown) {
  const history: MapHistory = { versions: [{ ...map, effective: { from: ALWAYS } }], ...loaded }
  const until = (log: Log<InteractionTable>) => parseAsOf(asOf, map.timezone) ?? log.interactions.latestTime
  return {
    async score() {
      const log = await read()
      const tally = createTally()
      const book = bookStands(scoreInteractions(history, log, until(log), tally))
      return { book, summary: summarizeLog(history, log, tally, { asOf: until(log) }) }
    },
    async some(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, InteractionResult>> {
      if (ids.size === 0) return new Map()
      const log = await read()
      const results = [...scoreSome(history, log, until(log), ids)]
      return new Map(results.map((result) => [result.interaction.id, result]))
    },
  }
}

const ALWAYS = '0001-01-01'

function readLimit(given: unknown): number {
  if (given === undefined) return 10
  if (/^\d{1,6}$/.test(String(given))) return Number(given)
  throw new InputError({
    zh: `\`--limit\` 应为 0 至 999999 的整数，得到的是 \`${String(given)}\``,
    en: `\`--limit\` must be a whole number from 0 to 999999, got \`${String(given)}\``,
  })
}

function readMostOf(name: 'changed' | 'newlyFailing', option: string, given: unknown) {
  if (given === undefined) return []
  const most = readMost(String(given))
  if (most !== undefined) return [{ name, ...most }]
  throw new InputError({
    zh: `\`${option}\` 应为交互数（如 20）或占比（如 5%），得到的是 \`${String(given)}\``,
    en: `\`${option}\` must be a number of interactions such as 20, or a share such as 5%, got \`${String(given)}\``,
  })
}

function onceOnly(): InputError {
  return new InputError(
    {
      zh: '标准输入只能读一遍，而这里可能要读两遍',
      en: 'standard input can be read once, and here the log may be read twice',
    },
    {
      zh: '写成文件，或先用 touchmap ingest 收入存储',
      en: 'write it to a file, or take it into a store with touchmap ingest first',
    },
  )
}
