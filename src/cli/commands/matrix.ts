import path from 'node:path'
import type { Command } from 'commander'
import type { Diagnostic, Lang } from '../../diagnostic/diagnostic.ts'
import type { LoadedHistory } from '../../load/load-history.ts'
import { buildMatrix } from '../../model/matrix.ts'
import { type MatrixResult, reportMatrixAsJson } from '../../report/matrix-json.ts'
import { reportMatrix } from '../../report/matrix-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openMap } from '../open-map.ts'
import { addFormatOption, openOutputs, readOutputs } from '../outputs.ts'
import { createPalette } from '../palette.ts'
import { addDateOption, versionOn } from '../version-on.ts'

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
  addDateOption(command, lang)
  command
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
  const { map, asOf, asked: onDate } = versionOn(opened.history, options['date'])
  const date = onDate ? asOf : map.effective.from
  const asked = options['differences'] === true
  const orphans = !asked && map === opened.map ? await findOrphans(opened.loaded, date) : undefined
  const matrix = map === opened.map ? opened.matrix : buildMatrix(map)
  const result: MatrixResult = { map, matrix, date, asOf, ...(orphans ? { orphans } : {}) }
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
  const { compareBusinesses } = await import('../../compare/compare-businesses.ts')
  const reports = await import('../../report/differences.ts')
  const result = { map, differences: compareBusinesses(map, { cells }) }
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
