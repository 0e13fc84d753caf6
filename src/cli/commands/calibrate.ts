import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { calibrateJson, calibratePretty } from '../../report/calibrate-report.ts'
import { measureAgreement } from '../../review/agreement.ts'
import { judgeAgreement, parseQualityLimits, type Quality, QUALITY_MEASURES } from '../../review/judge-agreement.ts'
import type { CommandModule } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'
import { readSheets } from '../read-sheets.ts'

const FORMATS = ['pretty', 'json'] as const

/** `touchmap calibrate SHEET…`: how far machine and people agree, by rule and by reviewer. */
export const calibrate: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    command.argument('<sheet...>', zh ? '填好的复核表：CSV 或 JSON Lines' : 'filled review sheets: CSV or JSON Lines')
    addFormatOption(command, lang, FORMATS)
    command
      .option(
        '--fail-under <limits>',
        zh
          ? '有规则低于此值即退出码 1，如 precision=0.9,recall=0.8,kappa=0.6'
          : 'exit with 1 when a rule is below these, such as precision=0.9,recall=0.8,kappa=0.6',
      )
      .option(
        '--against <file.json>',
        zh
          ? '先前 calibrate 的 JSON；有规则变差即退出码 1'
          : 'JSON of an earlier calibrate; exit with 1 when a rule is worse',
      )
      .option('--tolerance <t>', zh ? '差多少才算变差' : 'how much lower counts as worse', '0.05')
      .option('--least <n>', zh ? '少于此项数的规则不作要求' : 'rules with fewer items are held to nothing', '30')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap calibrate li.csv wang.csv\n  touchmap calibrate july/*.csv --against june.json --fail-under precision=0.9 --format json=july.json --format pretty'
          : '\nExamples:\n  touchmap calibrate li.csv wang.csv\n  touchmap calibrate july/*.csv --against june.json --fail-under precision=0.9 --format json=july.json --format pretty',
      )
  },

  async run(args, options, run) {
    const { context, lang } = run
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const sheets = (args[0] as readonly string[]).map(String)
    const given = parseQualityLimits(options['failUnder'])
    if (given.value === undefined) throw new InputError(given.problem ?? { zh: '', en: '' })
    const against = typeof options['against'] === 'string' ? options['against'] : undefined
    const before = against === undefined ? undefined : readBefore(against, context.cwd)
    const { rows, problems } = readSheets(sheets, context.cwd)
    const agreement = measureAgreement(rows)
    const missed = judgeAgreement(agreement, {
      limits: given.value,
      ...(before === undefined ? {} : { before }),
      tolerance: readNumber('--tolerance', options['tolerance']),
      least: readNumber('--least', options['least']),
    })
    const inputs = [...sheets, ...(against === undefined ? [] : [against])]
    await writeReports(outputs, context, inputs, (format) =>
      format === 'json'
        ? calibrateJson(agreement, missed)
        : calibratePretty(agreement, missed, { ...run, palette: createPalette(run.color) }),
    )
    for (const { file, line, message } of problems) context.stderr.write(`${file}:${line}: ${message[lang]}\n`)
    return missed.length > 0 || problems.length > 0 ? EXIT.findings : EXIT.clean
  },
}

function readNumber(option: string, given: unknown): number {
  const text = String(given)
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return Number(text)
  throw new InputError({
    zh: `\`${option}\` 应为不小于 0 的数，得到的是 \`${text}\``,
    en: `\`${option}\` must be a number of at least 0, got \`${text}\``,
  })
}

/** The quality of each rule in the JSON of an earlier run. */
function readBefore(file: string, cwd: string): ReadonlyMap<string, Quality> {
  let text: string
  try {
    text = readFileSync(path.resolve(cwd, file), 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new InputError({ zh: `${file}：无法读取（${reason}）`, en: `${file}: cannot be read (${reason})` })
  }
  const qualities = new Map<string, Quality>()
  try {
    const json = JSON.parse(text) as {
      command?: unknown
      rules?: readonly { rule?: unknown; quality?: Record<string, unknown> }[]
    }
    if (json.command !== 'calibrate' || !Array.isArray(json.rules)) throw new Error('not of calibrate')
    for (const { rule, quality } of json.rules as NonNullable<typeof json.rules>) {
      const values = QUALITY_MEASURES.map((name) => {
        const value = quality?.[name]
        return [name, typeof value === 'number' ? value : null] as const
      })
      qualities.set(String(rule), Object.fromEntries(values) as unknown as Quality)
    }
  } catch {
    throw new InputError(
      { zh: `${file}：不是 calibrate 输出的 JSON`, en: `${file}: not the JSON of touchmap calibrate` },
      {
        zh: '用 touchmap calibrate … --format json=文件 得到',
        en: 'touchmap calibrate … --format json=FILE writes it',
      },
    )
  }
  return qualities
}
