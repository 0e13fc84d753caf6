import type { Command } from 'commander'
import { type Hurt, HURTS } from '../../compare/change.ts'
import { compareMaps } from '../../compare/compare-maps.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { type Diff, readHurts, reportDiff, reportDiffAsJson, reportDiffAsMarkdown } from '../../report/diff-report.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findMap } from '../find-map.ts'
import { openSide } from '../open-side.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json', 'markdown'] as const

/** `touchmap diff A [B]`: what changed from one map to another, in words. */
export const diff: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    command
      .argument('<before>', zh ? '从前的地图：目录，或 git 版本' : 'the earlier map: a folder, or a git revision')
      .argument(
        '[after]',
        zh
          ? '后来的地图：目录或 git 版本（默认为工作目录中的地图）'
          : 'the later map: a folder or a git revision (default: the map as it is in the folder)',
      )
      .option(
        '--map <dir>',
        zh
          ? 'git 版本所指的地图（默认为最近的 touchmap.yaml）'
          : 'the map that git revisions are of (default: the nearest touchmap.yaml upwards)',
      )
      .option(
        '--breaking [whom]',
        zh
          ? '只列有影响的改动，按影响谁排列：agents（坐席）、contacts（联络）、codes（编码），以逗号分隔；有则以 1 退出'
          : 'only changes that hurt, by whom: agents, contacts, codes, separated by commas; exit code 1 if there are any',
      )
    addFormatOption(command, lang, FORMATS)
    command.addHelpText(
      'after',
      zh
        ? '\n示例：\n  $ touchmap diff HEAD                         # 未提交的改动\n  $ touchmap diff main HEAD --map maps/hotline --format markdown\n  $ touchmap diff maps/hotline-2025 maps/hotline --breaking contacts,codes'
        : '\nExamples:\n  $ touchmap diff HEAD                         # what is not committed yet\n  $ touchmap diff main HEAD --map maps/hotline --format markdown\n  $ touchmap diff maps/hotline-2025 maps/hotline --breaking contacts,codes',
    )
  },

  async run(args, options, run) {
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const breaking = readBreaking(options['breaking'])
    const map = typeof options['map'] === 'string' ? options['map'] : undefined
    const [named, later] = args.map((each) => (typeof each === 'string' ? each : undefined))
    const before = await openSide(named ?? '', map, run)
    const after = await (later === undefined
      ? openSide(findMap(map, run.context.cwd).root, map, run, '.')
      : openSide(later, map, run))
    const changes = compareMaps(before.map, after.map)
    const result: Diff = { before, after, changes, ...(breaking === undefined ? {} : { breaking }) }
    await writeReports(outputs, run.context, [], (format) => reportAs(format, result, run))
    const hurts = changes.some((change) => change.hurts.some((hurt) => breaking?.includes(hurt)))
    return hurts ? EXIT.findings : EXIT.clean
  },
}

function reportAs(format: (typeof FORMATS)[number], result: Diff, run: CommandRun): string {
  if (format === 'json') return reportDiffAsJson(result, run.version)
  if (format === 'markdown') return reportDiffAsMarkdown(result, run.lang)
  return reportDiff(result, { ...run, palette: createPalette(run.color) })
}

function readBreaking(given: unknown): readonly Hurt[] | undefined {
  if (given === undefined) return undefined
  if (given === true) return HURTS
  const hurts = readHurts(String(given))
  if (hurts !== undefined) return hurts
  throw new InputError({
    zh: `--breaking ${String(given)} 中有不认识的对象；可取 ${HURTS.join('、')}`,
    en: `--breaking ${String(given)} names somebody unknown; there are ${HURTS.join(', ')}`,
  })
}
