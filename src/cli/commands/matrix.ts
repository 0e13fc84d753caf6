import { type Command, Option } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import type { MapHistory, ProcessMap } from '../../model/map.ts'
import { buildMatrix } from '../../model/matrix.ts'
import { reportMatrixAsJson } from '../../report/matrix-json.ts'
import { reportMatrix } from '../../report/matrix-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openMap } from '../open-map.ts'
import { createPalette } from '../palette.ts'

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
  command
    .addOption(
      new Option('--format <format>', zh ? '输出格式' : 'format of the output')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .option(
      '--date <date>',
      zh
        ? '取该日有效的版本，如 2026-07-01（默认：所指的版本）'
        : 'the version in force on this day, such as 2026-07-01 (default: the version that is named)',
    )
    .addHelpText(
      'after',
      zh
        ? '\n例：\n  touchmap matrix --map maps/hotline-10086\n  touchmap matrix --format json | jq .counts'
        : '\nExamples:\n  touchmap matrix --map maps/hotline-10086\n  touchmap matrix --format json | jq .counts',
    )
}

async function run(_args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const { history } = await openMap(typeof options['map'] === 'string' ? options['map'] : undefined, run)
  const { map, date } = versionOn(history, typeof options['date'] === 'string' ? options['date'] : undefined)
  const result = { map, matrix: buildMatrix(map), date }
  const { lang, width, version } = run
  run.context.stdout.write(
    options['format'] === 'json'
      ? reportMatrixAsJson(result, { lang })
      : reportMatrix(result, { lang, width, version, palette: createPalette(run.color) }),
  )
  return EXIT.clean
}

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
