import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { digest } from '../../io/digest.ts'
import { reviewJson, reviewPretty, type ReviewReport } from '../../report/review-report.ts'
import { applyReviews } from '../../review/apply-reviews.ts'
import type { SheetProblem } from '../../review/read-sheet.ts'
import { settleReviews } from '../../review/settle-reviews.ts'
import { scoreSome } from '../../score/score-log.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addInputOptions, readLogArguments } from '../log-options.ts'
import { openMapAndLog } from '../open-map-and-log.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'
import { readSheets } from '../read-sheets.ts'

const FORMATS = ['pretty', 'json'] as const

/** `touchmap review SHEET…`: what reviewers said of the machine's outcomes, and the scores that follow. */
export const review: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    command
      .argument('<sheet...>', zh ? '填好的复核表：CSV 或 JSON Lines' : 'filled review sheets: CSV or JSON Lines')
      .option(
        '--log <log...>',
        zh
          ? '复核所依据的日志；给出后重算得分与结论'
          : 'the logs that were reviewed; with them scores and verdicts are made anew',
      )
    addInputOptions(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .option('--show-text', zh ? '在 JSON 中给出复核人写的理由' : 'give the reasons that reviewers wrote, in JSON')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap review review.csv\n  touchmap review li.csv wang.csv --log calls.csv --format json'
          : '\nExamples:\n  touchmap review review.csv\n  touchmap review li.csv wang.csv --log calls.csv --format json',
      )
  },

  async run(args, options, run) {
    const { context } = run
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const sheets = (args[0] as readonly string[]).map(String)
    const { rows, problems } = readSheets(sheets, context.cwd)
    const reviews = settleReviews(rows)
    const logs = Array.isArray(options['log']) ? options['log'].map(String) : []
    const judged =
      logs.length === 0 && options['store'] === undefined
        ? { absent: [] }
        : await judgeAnew(reviews, logs, options, run)
    const report: ReviewReport = { rows: rows.length, reviews, problems, ...judged }
    await writeReports(outputs, context, [...sheets, ...logs], (format) =>
      format === 'json'
        ? reviewJson(report, { lang: run.lang, showText: options['showText'] === true })
        : reviewPretty(report, { ...run, palette: createPalette(run.color) }),
    )
    tellProblems(problems, judged.absent, run)
    return problems.length > 0 ? EXIT.findings : EXIT.clean
  },
}

async function judgeAnew(
  reviews: ReviewReport['reviews'],
  logs: readonly string[],
  options: Record<string, unknown>,
  run: CommandRun,
): Promise<Pick<ReviewReport, 'contacts' | 'absent'>> {
  const asked = readLogArguments(logs, options)
  const { history, log, asOf } = await openMapAndLog(asked, options, run)
  const byContact = new Map<string, (typeof reviews)[number][]>()
  for (const each of reviews) byContact.set(each.interaction, [...(byContact.get(each.interaction) ?? []), each])
  const absent = new Set(byContact.keys())
  const contacts = [...scoreSome(history, log, asOf, new Set(byContact.keys()))].flatMap((result) => {
    if (result.kind !== 'scored') return []
    absent.delete(result.interaction.id)
    return [applyReviews(result, byContact.get(result.interaction.id) ?? [], digest)]
  })
  return { contacts, absent: [...absent] }
}

function tellProblems(
  problems: readonly SheetProblem[],
  absent: readonly string[],
  { context, lang }: CommandRun,
): void {
  for (const { file, line, message } of problems) context.stderr.write(`${file}:${line}: ${message[lang]}\n`)
  if (absent.length === 0) return
  context.stderr.write(
    lang === 'zh'
      ? `日志中没有其中 ${absent.length} 次交互\n`
      : `${absent.length} of these contacts are not in the logs\n`,
  )
}
