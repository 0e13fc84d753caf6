import path from 'node:path'
import { type Command, Option } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { openResultFile, type ResultFile } from '../../io/result-file.ts'
import { failedListHead, failedListRows } from '../../report/failed-list.ts'
import { inspectJson } from '../../report/inspect-json.ts'
import { formatScoreJson } from '../../report/score-json.ts'
import { formatNextStep, formatScorePretty } from '../../report/score-pretty.ts'
import { scoreInteractions, summarizeLog } from '../../score/score-log.ts'
import { createTally } from '../../score/tally.ts'
import { parseFailUnder } from '../../score/thresholds.ts'
import type { CommandModule } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openMap } from '../open-map.ts'
import { addInputOptions, type LogArguments, openLog, parseAsOf, readLogArguments } from '../open-log.ts'
import { createPalette } from '../palette.ts'

/** `touchmap score LOG…`: interactions held against the map, and what they come to. */
export const score: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    command.argument(
      '[log...]',
      zh
        ? '日志：CSV 或 JSON Lines，可为 gzip；`-` 为标准输入'
        : 'logs: CSV or JSON Lines, plain or gzipped; `-` for standard input',
    )
    addInputOptions(command, lang)
    command
      .addOption(
        new Option('--format <format>', zh ? '输出格式' : 'format of the output')
          .choices(['pretty', 'json'])
          .default('pretty'),
      )
      .option(
        '--each <file>',
        zh ? '每次交互写一行 JSON（形如 inspect）' : 'write a line of JSON for each interaction, as inspect does',
      )
      .option('--list <file.csv>', zh ? '把不合规的交互写成表格文件' : 'write the failing contacts for a spreadsheet')
      .option(
        '--fail-under <limits>',
        zh
          ? '低于即退出码 1，如 compliance=0.95,adherence=0.9,score=80,touchpoint.compliance=0.9'
          : 'exit with 1 below these, such as compliance=0.95,adherence=0.9,score=80,touchpoint.compliance=0.9',
      )
      .option('--max-rejects <n>', zh ? '拒收的行多于此数即退出码 1' : 'exit with 1 when more rows are rejected')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap score calls.csv --map maps/hotline\n  touchmap score 2026-07-*.jsonl.gz --list failed.csv --fail-under compliance=0.95\n  touchmap score calls.csv --format json --as-of 2026-07-31'
          : '\nExamples:\n  touchmap score calls.csv --map maps/hotline\n  touchmap score 2026-07-*.jsonl.gz --list failed.csv --fail-under compliance=0.95\n  touchmap score calls.csv --format json --as-of 2026-07-31',
      )
  },

  async run(args, options, run) {
    const { context, lang } = run
    const asked = readLogArguments(args[0], options)
    const failUnder = readFailUnder(options['failUnder'])
    const maxRejects = readMaxRejects(options['maxRejects'])
    const { history, map, root } = await openMap(options['map'] as string | undefined, run)
    const given = parseAsOf(options['asOf'], map.timezone)
    const log = await openLog(asked, map, context)
    const asOf = given ?? log.interactions.latestTime

    const inputs = [
      ...asked.files,
      ...asked.logs.filter((name) => name !== '-'),
      ...map.files.map((name) => path.join(root, name)),
    ]
    const outputs = [options['each'], options['list']].filter((name) => typeof name === 'string')
    const each = openNamed(options['each'], context.cwd, [...inputs, ...outputs.slice(1)])
    let list: ResultFile | undefined
    try {
      list = openNamed(options['list'], context.cwd, inputs)
      const tally = createTally()
      list?.write(failedListHead(lang))
      for (const result of scoreInteractions(history, log, asOf, tally)) {
        each?.write(`${JSON.stringify(inspectJson(result, { lang, showText: false }))}\n`)
        list?.write(failedListRows(result, lang))
      }
      const summary = summarizeLog(history, log, tally, { asOf, failUnder, maxRejects })
      each?.commit()
      list?.commit()
      const report = { lang, palette: createPalette(run.color), width: run.width, version: run.version }
      if (options['format'] === 'json') context.stdout.write(formatScoreJson(summary, report))
      else {
        const folder = path.relative(context.cwd, root).split(path.sep).join('/')
        context.stdout.write(formatScorePretty(summary, report, { catalog: map.catalog, folder }))
        context.stderr.write(formatNextStep(summary, report, (id) => inspectCommand(id, asked, options)))
      }
      return summary.thresholds.every(({ ok }) => ok) ? EXIT.clean : EXIT.findings
    } finally {
      each?.discard()
      list?.discard()
    }
  },
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
