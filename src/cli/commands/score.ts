import path from 'node:path'
import type { Command } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { readMapping } from '../../io/read-mapping.ts'
import { openResultFile, type ResultFile } from '../../io/result-file.ts'
import { scoreOnThreads, type SharedScore } from '../../io/score-threads.ts'
import { failedListHead, failedListRows } from '../../report/failed-list.ts'
import { inspectJson } from '../../report/inspect-json.ts'
import { formatScoreJson } from '../../report/score-json.ts'
import { formatNextStep, formatScorePretty } from '../../report/score-pretty.ts'
import type { ReportContext } from '../../report/context.ts'
import type { MapHistory } from '../../model/map.ts'
import type { EffectSums } from '../../score/effect-sums.ts'
import type { InteractionResult } from '../../score/result.ts'
import type { ScoreSummary } from '../../score/summary.ts'
import { scoreInteractions, summarizeLog, tallyInteractions } from '../../score/score-log.ts'
import { createTally, type Tally } from '../../score/tally.ts'
import { parseFailUnder } from '../../score/thresholds.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import type { CliContext } from '../context.ts'
import { EXIT } from '../exit-codes.ts'
import { type OpenedMap, openMap } from '../open-map.ts'
import { addFormatOption, openOutputs, type OutputSinks, readOutputs } from '../outputs.ts'
import { addLogArgument, addInputOptions, type LogArguments, readLogArguments } from '../log-options.ts'
import { openLog, parseAsOf } from '../open-log.ts'
import { createPalette } from '../palette.ts'
import { addWatchOption, runWatching } from '../watch.ts'

const FORMATS = ['pretty', 'json', 'csv', 'markdown', 'junit', 'sarif'] as const
type Format = (typeof FORMATS)[number]

/** `touchmap score LOG…`: interactions held against the map, and what they come to. */
export const score: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    addLogArgument(command, lang)
    addInputOptions(command, lang)
    addWatchOption(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .option(
        '--each <file>',
        zh ? '每次交互写一行 JSON（形如 inspect）' : 'write a line of JSON for each interaction, as inspect does',
      )
      .option('--list <file.csv>', zh ? '把不合规的交互写成表格文件' : 'write the failing contacts for a spreadsheet')
      .option(
        '--fail-under <limits>',
        zh
          ? '低于即退出码 1，如 compliance=0.95,adherence=0.9,score=80,touchpoint.compliance=0.9,rule:flow/step/within=0.95'
          : 'exit with 1 below these, such as compliance=0.95,adherence=0.9,score=80,touchpoint.compliance=0.9,rule:flow/step/within=0.95',
      )
      .option(
        '--by <fields>',
        zh
          ? '另按这些字段分组，如 region,month：轴、站点至坐席、接触点、month、week、day，或日志的任一属性'
          : 'also by these fields, such as region,month: axes, site to agent, touchpoint, month, week, day, any attribute',
      )
      .option('--reviews <sheet...>', zh ? '填好的复核表；得出实地运用' : 'filled review sheets; gives field use')
      .option('--measures', zh ? '列出四项监控与组织符合度' : 'the four measures and organisational conformance')
      .option(
        '--explain',
        zh ? '每种偏离列出所在位置、变体与处理时长' : 'of each deviation its places, variants and handling time',
      )
      .option('--max-rejects <n>', zh ? '拒收的行多于此数即退出码 1' : 'exit with 1 when more rows are rejected')
      .option(
        '--threads <n>',
        zh
          ? '用几个线程（默认：小日志一个，大日志按处理器数，至多四个）'
          : 'threads to use (default: one for small logs, for large ones as many as processors, at most four)',
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap score calls.csv --map maps/hotline\n  touchmap score 2026-07-*.jsonl.gz --list failed.csv --fail-under compliance=0.95\n  touchmap score calls.csv --format json --as-of 2026-07-31\n  touchmap score calls.csv --format markdown=week.md --format junit=touchmap.xml --format pretty'
          : '\nExamples:\n  touchmap score calls.csv --map maps/hotline\n  touchmap score 2026-07-*.jsonl.gz --list failed.csv --fail-under compliance=0.95\n  touchmap score calls.csv --format json --as-of 2026-07-31\n  touchmap score calls.csv --format markdown=week.md --format junit=touchmap.xml --format pretty',
      )
  },

  async run(args, options, run) {
    const once = () => scoreOnce(args, options, run)
    if (options['watch'] !== true) return once()
    const { logs, files } = readLogArguments(args[0], options)
    return runWatching([options['map'] as string | undefined], [...logs, ...files], run, once)
  },
}

async function scoreOnce(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const { context, lang } = run
  const formats = readOutputs(options['format'], FORMATS, 'pretty')
  const asked = readLogArguments(args[0], options)
  const failUnder = readFailUnder(options['failUnder'])
  const maxRejects = readMaxRejects(options['maxRejects'])
  const fields = readFields(options['by'])
  const reviews = await readReviews(options['reviews'], context.cwd, lang, context.stderr)
  // Plug-ins are functions, which do not go to other threads.
  const threads = options['plugin'] === undefined ? readThreads(options['threads']) : 1
  const { history, map, root, files } = await openMap(
    options['map'] as string | undefined,
    run,
    options['plugin'] as string[] | undefined,
  )
  const given = parseAsOf(options['asOf'], map.timezone)
  const inputs = [...asked.files, ...asked.logs.filter((name) => name !== '-'), ...files]
  const outputs = [options['each'], options['list']].filter((name) => typeof name === 'string')
  const each = openNamed(options['each'], context.cwd, [...inputs, ...outputs.slice(1)])
  let list: ResultFile | undefined
  let reports: OutputSinks<Format> | undefined
  try {
    reports = openOutputs(formats, context, [...inputs, ...outputs])
    list = openNamed(options['list'], context.cwd, inputs)
    const folder = path.relative(context.cwd, root).split(path.sep).join('/')
    const sarif = await openSarif(reports, { lang, version: run.version, folder })
    list?.write(failedListHead(lang))
    const explains = options['explain'] === true
    const alike = outputs.length === 0 && sarif === undefined && fields.length === 0
    const see =
      alike && reviews === undefined
        ? undefined
        : (result: InteractionResult): void => {
            each?.write(`${JSON.stringify(inspectJson(result, { lang, showText: false }))}\n`)
            list?.write(failedListRows(result, lang))
            sarif?.result(result)
          }
    const empty = createTally(fields, new Set(reviews?.map(({ interaction }) => interaction)), explains)
    const { account, tally, asOf } = await scoreAll(asked, { history, map, asOf: given, threads }, context, empty, see)
    const counted = summarizeLog(history, account, tally, { asOf, failUnder, maxRejects, reviews })
    const summary = tally.effects ? await explained(counted, tally.effects, history) : counted
    const report = { lang, palette: createPalette(run.color), width: run.width, version: run.version }
    for (const { format, write } of reports.sinks) {
      if (format === 'sarif') sarif?.end(summary)
      else if (format === 'json') write(formatScoreJson(summary, report))
      else if (format === 'pretty') {
        write(
          formatScorePretty(summary, report, {
            catalog: map.catalog,
            folder,
            measures: options['measures'] === true,
          }),
        )
        context.stderr.write(formatNextStep(summary, report, (id) => inspectCommand(id, asked, options)))
      } else write(await formatOther(format, summary, report))
    }
    each?.commit()
    list?.commit()
    reports.commit()
    return summary.thresholds.every(({ ok }) => ok) ? EXIT.clean : EXIT.findings
  } finally {
    each?.discard()
    list?.discard()
    reports?.discard()
  }
}

/** All sums of a log, from an empty tally. On several threads only where nothing is to `see` the results one by one. */
async function scoreAll(
  asked: LogArguments,
  {
    history,
    map,
    asOf: given,
    threads,
  }: Pick<OpenedMap, 'history' | 'map'> & Record<'asOf' | 'threads', number | undefined>,
  context: CliContext,
  tally: Tally,
  see: ((result: InteractionResult) => void) | undefined,
): Promise<SharedScore> {
  if (see === undefined && asked.store === undefined) {
    const { cwd } = context
    const shared = await scoreOnThreads(history, asked.logs, {
      cwd,
      asOf: given,
      threads,
      explains: tally.effects !== undefined,
      ...(asked.mapping === undefined ? {} : { mapping: readMapping(asked.mapping, cwd) }),
      ...(asked.format === undefined ? {} : { format: asked.format }),
    })
    if (shared) return shared
  }
  const log = await openLog(asked, map, context)
  const asOf = given ?? log.interactions.latestTime
  if (see === undefined) tallyInteractions(history, log, asOf, tally)
  else for (const result of scoreInteractions(history, log, asOf, tally)) see(result)
  return { account: log, tally, asOf }
}

/** The report in SARIF, written as the results come; undefined when it was not asked for. */
async function openSarif(
  reports: OutputSinks<Format>,
  { lang, version, folder }: { readonly lang: Lang; readonly version: string; readonly folder: string },
): Promise<{ result(result: InteractionResult): void; end(summary: ScoreSummary): void } | undefined> {
  const sink = reports.sinks.find(({ format }) => format === 'sarif')
  if (sink === undefined) return undefined
  const { createScoreSarif } = await import('../../report/score-sarif.ts')
  const { digest } = await import('../../io/digest.ts')
  const sarif = createScoreSarif({ lang, version, folder, digest })
  sink.write(sarif.head())
  return {
    result: (result) => sink.write(sarif.result(result)),
    end: (summary) => sink.write(sarif.tail(summary)),
  }
}

/** With what deviations go along with. */
async function explained(summary: ScoreSummary, sums: EffectSums, history: MapHistory): Promise<ScoreSummary> {
  const { explainSummary } = await import('../../score/deviation-effects.ts')
  return explainSummary(summary, sums, history)
}

/** Each of the rarer formats is loaded only when it is asked for. */
async function formatOther(
  format: 'csv' | 'markdown' | 'junit',
  summary: ScoreSummary,
  report: ReportContext,
): Promise<string> {
  switch (format) {
    case 'csv':
      return (await import('../../report/score-csv.ts')).formatScoreCsv(summary, report)
    case 'markdown':
      return (await import('../../report/score-markdown.ts')).formatScoreMarkdown(summary, report)
    case 'junit':
      return (await import('../../report/score-junit.ts')).formatScoreJunit(summary, report)
  }
}

function openNamed(name: unknown, cwd: string, inputs: readonly string[]): ResultFile | undefined {
  return typeof name === 'string' ? openResultFile(name, cwd, inputs) : undefined
}

function readFailUnder(given: unknown) {
  if (typeof given !== 'string') return undefined
  const { value, problem } = parseFailUnder(given)
  if (problem) throw new InputError(problem)
  return value
}

function readMaxRejects(given: unknown): number | undefined {
  if (given === undefined) return undefined
  const number = /^\d{1,15}$/.test(String(given)) ? Number(given) : Number.NaN
  if (Number.isNaN(number)) {
    throw new InputError({
      zh: `\`--max-rejects\` 应为不小于 0 的整数，得到的是 \`${String(given)}\``,
      en: `\`--max-rejects\` must be a whole number of at least 0, got \`${String(given)}\``,
    })
  }
  return number
}

function readFields(given: unknown): readonly string[] {
  if (typeof given !== 'string') return []
  const fields = given.split(',').map((field) => field.trim())
  if (fields.some((field) => !/^[A-Za-z][A-Za-z0-9._-]*$/.test(field))) {
    throw new InputError({
      zh: `\`--by\` 应为以逗号分隔的字段名，得到的是 \`${given}\``,
      en: `\`--by\` must be names of fields with commas between, got \`${given}\``,
    })
  }
  return fields
}

/** What people decided, from review sheets; rows that cannot be read are told on standard error. */
async function readReviews(given: unknown, cwd: string, lang: Lang, stderr: { write(text: string): unknown }) {
  if (!Array.isArray(given)) return undefined
  const [{ readSheets }, { settleReviews }] = await Promise.all([
    import('../read-sheets.ts'),
    import('../../review/settle-reviews.ts'),
  ])
  const { rows, problems } = readSheets(given.map(String), cwd)
  for (const { file, line, message } of problems) stderr.write(`touchmap: ${file}:${line} ${message[lang]}\n`)
  return settleReviews(rows).map(({ interaction, rule, final, status, reviews: [first] }) => ({
    interaction,
    rule,
    final,
    touchpoint: first?.touchpoint ?? '',
    disputed: status === 'disputed',
  }))
}

function readThreads(given: unknown): number | undefined {
  if (given === undefined) return undefined
  const number = /^\d{1,2}$/.test(String(given)) ? Number(given) : 0
  if (number < 1) {
    throw new InputError({
      zh: `\`--threads\` 应为 1 至 99 的整数，得到的是 \`${String(given)}\``,
      en: `\`--threads\` must be a whole number from 1 to 99, got \`${String(given)}\``,
    })
  }
  return number
}

/** The command that opens an interaction, as it can be pasted into a shell. */
function inspectCommand(id: string, { logs, store, mapping }: LogArguments, options: Record<string, unknown>): string {
  const words = ['touchmap', 'inspect', id, ...logs]
  if (typeof options['map'] === 'string') words.push('--map', options['map'])
  if (mapping !== undefined) words.push('--mapping', mapping)
  if (store !== undefined) words.push('--store', store)
  return words.map(quoteWord).join(' ')
}

function quoteWord(word: string): string {
  return /^[\p{L}\p{N}_./:=@%+,-]+$/u.test(word) && !word.startsWith('=') ? word : `'${word.replaceAll("'", "'\\''")}'`
}
