import { type Command, Option } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { type Trend, type TrendChart, trendJson, trendPretty } from '../../report/trend-report.ts'
import { type ChartInput, controlChart } from '../../score/control-chart.ts'
import { orderedGroups } from '../../score/groups.ts'
import { scoreInteractions } from '../../score/score-log.ts'
import { createTally, type Sums } from '../../score/tally.ts'
import type { CommandModule } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addLogArgument, addInputOptions, readLogArguments } from '../log-options.ts'
import { openMapAndLog } from '../open-map-and-log.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json'] as const
const PERIODS = ['month', 'week', 'day'] as const
const MEASURES = ['compliance', 'perfect'] as const

/** `touchmap trend LOG…`: a p-chart by month, overall and for each touchpoint. */
export const trend: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    addLogArgument(command, lang)
    addInputOptions(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .addOption(
        new Option('--per <period>', zh ? '按月、周或日' : 'by month, week or day')
          .choices([...PERIODS])
          .default('month'),
      )
      .addOption(
        new Option(
          '--measure <measure>',
          zh ? '合规率，或完全依从的占比' : 'compliance rate, or the share followed exactly',
        )
          .choices([...MEASURES])
          .default('compliance'),
      )
      .option(
        '--baseline <from..until>',
        zh
          ? '中心线取自这些时段，如 2026-01..2026-06（默认全部）'
          : 'periods the centre is taken from, such as 2026-01..2026-06 (default: all)',
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap trend 2026-*.csv --map maps/hotline\n  touchmap trend calls.csv --per week --baseline 2026-W01..2026-W13 --format json'
          : '\nExamples:\n  touchmap trend 2026-*.csv --map maps/hotline\n  touchmap trend calls.csv --per week --baseline 2026-W01..2026-W13 --format json',
      )
  },

  async run(args, options, run) {
    const { context } = run
    const formats = readOutputs(options['format'], FORMATS, 'pretty')
    const asked = readLogArguments(args[0], options)
    const per = PERIODS.find((each) => each === options['per']) ?? 'month'
    const measure = MEASURES.find((each) => each === options['measure']) ?? 'compliance'
    const baseline = readBaseline(options['baseline'])
    const { history, map, log, asOf } = await openMapAndLog(asked, options, run)
    const tally = createTally(['touchpoint', per])
    for (const result of scoreInteractions(history, log, asOf, tally)) void result
    const inputs = orderedGroups(tally.groups).flatMap(({ values: [code, period], sums }) =>
      typeof code === 'string' && typeof period === 'string' ? [{ code, ...inputOf(period, sums, measure) }] : [],
    )
    const chartOf = (scope: string, points: readonly ChartInput[]): TrendChart => ({
      scope,
      chart: controlChart(together(points), baseline?.holds),
    })
    const codes = [...new Set(inputs.map(({ code }) => code))]
    const found: Trend = {
      map: map.id,
      measure,
      per,
      ...(baseline === undefined ? {} : { baseline: baseline.text }),
      charts: [
        chartOf('overall', inputs),
        ...codes.map((code) =>
          chartOf(
            code,
            inputs.filter((each) => each.code === code),
          ),
        ),
      ],
    }
    await writeReports(formats, context, [...asked.files, ...asked.logs], (format) =>
      format === 'json' ? trendJson(found) : trendPretty(found, { ...run, palette: createPalette(run.color) }),
    )
    return EXIT.clean
  },
}

function inputOf(period: string, { verdicts, perfect, adherenceCount }: Sums, measure: Trend['measure']): ChartInput {
  if (measure === 'perfect') return { period, pass: perfect, n: adherenceCount }
  return { period, pass: verdicts.pass, n: verdicts.pass + verdicts.fail }
}

/** One point a period, in the order of periods. */
function together(points: readonly ChartInput[]): ChartInput[] {
  const sums = new Map<string, ChartInput>()
  for (const { period, pass, n } of points) {
    const before = sums.get(period) ?? { period, pass: 0, n: 0 }
    sums.set(period, { period, pass: before.pass + pass, n: before.n + n })
  }
  return [...sums.values()].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
}

function readBaseline(given: unknown): { text: string; holds(period: string): boolean } | undefined {
  if (typeof given !== 'string') return undefined
  const [from, until, ...rest] = given.split('..')
  if (!from || !until || rest.length > 0 || from > until) {
    throw new InputError(
      { zh: `\`--baseline\` 无法理解：\`${given}\``, en: `\`--baseline\` cannot be read: \`${given}\`` },
      { zh: '例如 2026-01..2026-06', en: 'such as 2026-01..2026-06' },
    )
  }
  return { text: given, holds: (period) => from <= period && period <= until }
}
