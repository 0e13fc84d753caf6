import type { Command } from 'commander'
import { coverLexicons } from '../../compliance/cover-lexicons.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { nearestName } from '../../diagnostic/nearest.ts'
import type { ProcessMap } from '../../model/map.ts'
import {
  coverageCsv,
  coverageJson,
  coverageMarkdown,
  coveragePretty,
  judgeCoverage,
  parseCoverageLimits,
} from '../../report/lexicon-coverage-report.ts'
import type { CommandModule } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addLogArgument, addLogOptions, readLogArguments } from '../log-options.ts'
import { openLog } from '../open-log.ts'
import { openMap } from '../open-map.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json', 'csv', 'markdown'] as const

/** `touchmap coverage LOG…`: which entries of the lexicons are ever said, and which exceptions ever matter. */
export const coverage: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    addLogArgument(command, lang)
    addLogOptions(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .option('--lexicon <id...>', zh ? '只看这些词库' : 'only these lexicons')
      .option('--never', zh ? '只列从未说到、从未生效的' : 'list only what was never heard or never took effect')
      .option(
        '--fail-under <limits>',
        zh
          ? '说到的比例低于此值即退出码 1，如 entries=0.9,exceptions=0.5,lexicons=1'
          : 'exit with 1 when a smaller share was heard, such as entries=0.9,exceptions=0.5,lexicons=1',
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap coverage 2026-07-*.csv --map maps/hotline --never\n  touchmap coverage calls.csv --lexicon greeting --fail-under entries=0.8\n  touchmap coverage calls.csv --format csv=entries.csv --format pretty'
          : '\nExamples:\n  touchmap coverage 2026-07-*.csv --map maps/hotline --never\n  touchmap coverage calls.csv --lexicon greeting --fail-under entries=0.8\n  touchmap coverage calls.csv --format csv=entries.csv --format pretty',
      )
  },

  async run(args, options, run) {
    const { context, lang } = run
    const formats = readOutputs(options['format'], FORMATS, 'pretty')
    const asked = readLogArguments(args[0], options)
    const limits = readLimits(options['failUnder'])
    const { map, files } = await openMap(options['map'] as string | undefined, run)
    const wanted = readWanted(options['lexicon'], map)
    const log = await openLog(asked, map, context)
    const found = coverLexicons(map, log, wanted)
    const { id, version, catalog } = map
    const report = {
      map: { id, version, roles: catalog.roles },
      rejected: log.files.reduce((sum, { rejected }) => sum + rejected, 0),
      coverage: found,
      limits: judgeCoverage(found, limits),
    }
    const never = options['never'] === true
    const inputs = [...asked.files, ...asked.logs, ...files]
    await writeReports(formats, context, inputs, (format) => {
      if (format === 'json') return coverageJson(report, run)
      if (format === 'csv') return coverageCsv(report)
      if (format === 'markdown') return coverageMarkdown(report, lang, never)
      return coveragePretty(report, { ...run, palette: createPalette(run.color) }, never)
    })
    return report.limits.every(({ ok }) => ok) ? EXIT.clean : EXIT.findings
  },
}

function readLimits(given: unknown) {
  if (typeof given !== 'string') return undefined
  const { value, problem } = parseCoverageLimits(given)
  if (problem) throw new InputError(problem)
  return value
}

function readWanted(given: unknown, { lexicons }: ProcessMap): ReadonlySet<string> | undefined {
  if (!Array.isArray(given)) return undefined
  const ids = given.map(String)
  for (const id of ids) {
    if (lexicons.has(id)) continue
    const near = nearestName(id, [...lexicons.keys()])
    throw new InputError(
      { zh: `地图中没有词库 \`${id}\``, en: `the map has no lexicon \`${id}\`` },
      near === undefined ? undefined : { zh: `是否想写 \`${near}\``, en: `did you mean \`${near}\`` },
    )
  }
  return new Set(ids)
}
