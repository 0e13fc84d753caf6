import path from 'node:path'
import type { Command } from 'commander'
import type { Diagnostic, Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import type { LoadedHistory } from '../../load/load-history.ts'
import type { MapHistory, ProcessMap } from '../../model/map.ts'
import { buildMatrix } from '../../model/matrix.ts'
import { type MatrixResult, reportMatrixAsJson } from '../../report/matrix-json.ts'
import { reportMatrix } from '../../report/matrix-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openMap } from '../open-map.ts'
import { addFormatOption, openOutputs, readOutputs } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json', 'markdown'] as const
type Format = (typeof FORMATS)[number]

/** Prints the matrix of business × channel (× brand). */
export const matrix: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command.option(
    '--map <dir>',
    zh
      ? '地图所在目录（默认：向上最近的 touchmap.yaml）'
      : 'folder of the map (default: the nearest touchmap.yaml upwards)',
  )
  addFormatOption(command, lang, FORMATS)
  command
    .option(
      '--date <date>',
      zh
        ? '取该日有效的版本，如 2026-07-01（默认：所指的版本）'
        : 'the version in force on this day, such as 2026-07-01 (default: the version that is named)',
    )
    .option(
      '--differences',
      zh
        ? '改为列出同一业务在各渠道、各品牌的流程差异'
        : 'instead: how the flows of one business differ between channels and brands',
    )
    .addHelpText(
      'after',
      zh
        ? '\n例：\n  touchmap matrix --map maps/hotline-10086\n  touchmap matrix --format json | jq .counts\n  touchmap matrix --differences --map maps/hotline-10086'
        : '\nExamples:\n  touchmap matrix --map maps/hotline-10086\n  touchmap matrix --format json | jq .counts\n  touchmap matrix --differences --map maps/hotline-10086',
    )
}

async function run(_args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const outputs = readOutputs(options['format'], FORMATS, 'pretty')
  const opened = await openMap(typeof options['map'] === 'string' ? options['map'] : undefined, run)
  const { map, date } = versionOn(opened.history, typeof options['date'] === 'string' ? options['date'] : undefined)
  const asked = options['differences'] === true
  const orphans = !asked && map === opened.map ? await findOrphans(opened.loaded, date) : undefined
  const result: MatrixResult = { map, matrix: buildMatrix(map), date, ...(orphans ? { orphans } : {}) }
  const inputs = map.files.map((file) => path.join(opened.root, file))
  const { sinks, commit, discard } = openOutputs(outputs, run.context, inputs)
  try {
    for (const { format, write } of sinks) {
      write(asked ? await reportDifferencesAs(format, result, run) : await reportAs(format, result, run))
    }
    commit()
  } finally {
    discard()
  }
  return EXIT.clean
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
  const { compareTouchpoints } = await import('../../flow/compare-touchpoints.ts')
  const reports = await import('../../report/differences.ts')
  const result = { map, differences: compareTouchpoints(map, { cells }) }
  if (format === 'json') return reports.reportDifferencesAsJson(result, lang)
  if (format === 'markdown') return reports.reportDifferencesAsMarkdown(result, lang)
  return reports.reportDifferences(result, { lang, width, version, palette: createPalette(color) })
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

/** The version in force on a day; without a day the one that was named, on the first day of its validity. */
function versionOn({ versions }: MapHistory, date: string | undefined): { map: ProcessMap; date: string } {
  const named = versions.at(-1)
  if (!named) throw new Error('a map has at least one version')
  if (date === undefined) return { map: named, date: named.effective.from }
  if (!isDay(date))
    throw new InputError(
      { zh: `--date 不是日期：${date}`, en: `--date is not a day: ${date}` },
      { zh: '写成 2026-07-01', en: 'write it as 2026-07-01' },
    )
  const map = versions.find(({ effective: { from, until } }) => from <= date && (until === undefined || date <= until))
  if (map) return { map, date }
  const spans = versions.map(({ version, effective }) => `${version}: ${effective.from} – ${effective.until ?? '…'}`)
  throw new InputError(
    { zh: `${date} 没有有效的版本`, en: `no version of the map is in force on ${date}` },
    { zh: `现有版本：${spans.join('；')}`, en: `there are ${spans.join('; ')}` },
  )
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
