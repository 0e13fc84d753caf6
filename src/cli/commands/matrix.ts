import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Diagnostic, Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import type { LoadedHistory } from '../../load/load-history.ts'
import { buildMatrix } from '../../model/matrix.ts'
import { type MatrixResult, reportMatrixAsJson } from '../../report/matrix-json.ts'
import { reportMatrix } from '../../report/matrix-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addMapOption } from '../find-map.ts'
import { openMap } from '../open-map.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'
import { addDateOption, versionOn } from '../version-on.ts'

const FORMATS = ['pretty', 'json', 'markdown'] as const
type Format = (typeof FORMATS)[number]

/** Prints the matrix of business × channel (× brand). */
export const matrix: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  addMapOption(command, lang)
  addFormatOption(command, lang, FORMATS)
  addDateOption(command, lang)
  command
    .option(
      '--differences',
      zh
        ? '改为列出同一业务在各渠道、各品牌的流程差异'
        : 'instead: how the flows of one business differ between channels and brands',
    )
    .option(
      '--contact-degree',
      zh
        ? '改为接触度矩阵：每个流程的接触度对照其复杂度、多样性、流向'
        : 'instead: the contact-degree matrix, each flow by its contact and by its complexity, diversity and direction',
    )
    .addOption(
      new Option(
        '--tolerance <share>',
        zh
          ? '接触度矩阵：离对角线多远算远，0 到 1（默认 0.25）'
          : 'contact-degree matrix: how far from the diagonal is far, 0 to 1 (default: 0.25)',
      ).argParser((value) => parseShare(value, lang)),
    )
    .addHelpText(
      'after',
      zh
        ? '\n例：\n  touchmap matrix --map maps/hotline-10086\n  touchmap matrix --format json | jq .counts\n  touchmap matrix --differences --map maps/hotline-10086\n  touchmap matrix --contact-degree --map maps/hotline-10086'
        : '\nExamples:\n  touchmap matrix --map maps/hotline-10086\n  touchmap matrix --format json | jq .counts\n  touchmap matrix --differences --map maps/hotline-10086\n  touchmap matrix --contact-degree --map maps/hotline-10086',
    )
}

async function run(_args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const outputs = readOutputs(options['format'], FORMATS, 'pretty')
  const opened = await openMap(typeof options['map'] === 'string' ? options['map'] : undefined, run)
  const { map, asOf, asked: onDate } = versionOn(opened.history, options['date'])
  const date = onDate ? asOf : map.effective.from
  const instead = chooseInstead(options)
  const orphans = !instead && map === opened.map ? await findOrphans(opened.loaded, date) : undefined
  const matrix = map === opened.map ? opened.matrix : buildMatrix(map)
  const result: MatrixResult = { map, matrix, date, asOf, ...(orphans ? { orphans } : {}) }
  await writeReports(outputs, run.context, opened.files, (format) => (instead ?? reportAs)(format, result, run))
  return EXIT.clean
}

type Report = (format: Format, result: MatrixResult, run: CommandRun) => Promise<string>

/** What is printed instead of the matrix itself, if anything. */
function chooseInstead(options: Record<string, unknown>): Report | undefined {
  const contact = options['contactDegree'] === true
  const tolerance = options['tolerance'] as number | undefined
  if (contact && options['differences'] === true)
    throw new InputError({
      zh: '--contact-degree 与 --differences 只能取其一',
      en: '--contact-degree and --differences do not go together',
    })
  if (!contact && tolerance !== undefined)
    throw new InputError({ zh: '--tolerance 只用于 --contact-degree', en: '--tolerance is for --contact-degree alone' })
  if (contact) return (format, result, run) => reportContactAs(format, result, run, tolerance)
  return options['differences'] === true ? reportDifferencesAs : undefined
}

async function reportAs(
  format: Format,
  result: MatrixResult,
  { lang, width, version, color }: CommandRun,
): Promise<string> {
  switch (format) {
    case 'json':
      return reportMatrixAsJson(result, { lang })
    case 'markdown':
      return (await import('../../report/matrix-markdown.ts')).reportMatrixAsMarkdown(result, { lang })
    case 'pretty':
      return reportMatrix(result, { lang, width, version, palette: createPalette(color) })
  }
}

async function reportDifferencesAs(
  format: Format,
  { map, matrix: { cells } }: MatrixResult,
  { lang, width, version, color }: CommandRun,
): Promise<string> {
  const { compareBusinesses } = await import('../../compare/compare-businesses.ts')
  const reports = await import('../../report/differences.ts')
  const result = { map, differences: compareBusinesses(map, { cells }) }
  if (format === 'json') return reports.reportDifferencesAsJson(result, lang)
  if (format === 'markdown') return reports.reportDifferencesAsMarkdown(result, lang)
  return reports.reportDifferences(result, { lang, width, version, palette: createPalette(color) })
}

async function reportContactAs(
  format: Format,
  { map, matrix: { cells }, date }: MatrixResult,
  { lang, width, version, color }: CommandRun,
  tolerance: number | undefined,
): Promise<string> {
  const { placeFlows } = await import('../../flow/contact-degree.ts')
  const reports = await import('../../report/contact-degree.ts')
  const result = { map, matrix: placeFlows(map, { cells }, tolerance), date }
  if (format === 'json') return reports.reportContactDegreeAsJson(result, lang)
  if (format === 'markdown') return reports.reportContactDegreeAsMarkdown(result, lang)
  return reports.reportContactDegree(result, { lang, width, version, palette: createPalette(color) })
}

/** What lint says of flows, events, roles and lexicons that nothing uses. */
async function findOrphans({ current }: LoadedHistory, asOf: string): Promise<readonly Diagnostic[]> {
  const [{ lintMap }, { LINT_RULES }] = await Promise.all([
    import('../../lint/lint-map.ts'),
    import('../../lint/registry.ts'),
  ])
  return lintMap(current, { asOf, rules: LINT_RULES.filter(({ id }) => ORPHANS.has(id)) })
}

const ORPHANS: ReadonlySet<string> = new Set(['flow-unused', 'event-unused', 'role-unused', 'lexicon-unused'])

function parseShare(value: string, lang: Lang): number {
  const share = Number(value)
  if (/^\d*\.?\d+$/.test(value) && share <= 1) return share
  throw new InvalidArgumentError(lang === 'zh' ? '须是 0 到 1 之间的数' : 'it must be a number from 0 to 1')
}
