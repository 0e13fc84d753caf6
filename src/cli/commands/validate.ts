import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Lang, Severity } from '../../diagnostic/diagnostic.ts'
import { digest } from '../../io/digest.ts'
import type { MapFindings } from '../../report/findings.ts'
import { type CheckedMap, checkMapAt } from '../check-map-at.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addLintOptions, type LintWanted, readLintOptions } from '../lint-options.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'
import { addWatchOption, runWatching } from '../watch.ts'

const FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const
type Format = (typeof FORMATS)[number]
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** `touchmap validate [PATH…]`: checks maps and prints what is wrong with them. */
export const validate: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    addFormatOption(
      command.argument(
        '[path...]',
        zh
          ? '地图目录、touchmap.yaml 或地图中的一个文件（默认为最近的地图）'
          : 'a map folder, its touchmap.yaml, or a file of the map (default: the nearest map)',
      ),
      lang,
      FORMATS,
    )
    command.addOption(
      new Option('--fail-on <severity>', zh ? '达到此严重程度即以 1 退出' : 'least severity that gives exit code 1')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    addWatchOption(addLintOptions(command, lang), lang).addHelpText(
      'after',
      zh
        ? '\n示例：\n  $ touchmap validate                          # 最近的地图\n  $ touchmap validate maps/hotline --format json\n  $ touchmap validate maps/*/ --fail-on warning --format sarif=map.sarif --format pretty\n  $ touchmap validate --watch                  # 一改就再查\n  $ touchmap validate flows/repair.yaml        # 只看这个文件的发现'
        : '\nExamples:\n  $ touchmap validate                          # the nearest map\n  $ touchmap validate maps/hotline --format json\n  $ touchmap validate maps/*/ --fail-on warning --format sarif=map.sarif --format pretty\n  $ touchmap validate --watch                  # again after every change\n  $ touchmap validate flows/repair.yaml        # only what is found in this file',
    )
  },

  async run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
    const named = (args[0] as readonly string[] | undefined) ?? []
    const once = () => validateOnce(named, options, run)
    return options['watch'] === true ? runWatching(named.length > 0 ? named : [undefined], [], run, once) : once()
  },
}

async function validateOnce(
  named: readonly string[],
  options: Record<string, unknown>,
  run: CommandRun,
): Promise<number> {
  const outputs = readOutputs(options['format'], FORMATS, 'pretty')
  const wanted = await readLintOptions(options, named.length, run.context.cwd)
  const checked: CheckedMap[] = []
  for (const each of named.length > 0 ? named : [undefined]) {
    checked.push(await checkMapAt(each, wanted, run.context.cwd))
  }
  const maps = checked.map(({ findings }) => findings)
  const least = RANK[options['failOn'] as Severity]
  const isFailure = (severity: Severity): boolean => RANK[severity] >= least
  const inputs = maps.flatMap(({ folder, texts }) => [...texts.keys()].map((file) => path.join(folder, file)))
  await writeReports(outputs, run.context, inputs, (format) => reportAs(format, maps, run, isFailure))
  for (const line of tellChanges(checked, wanted, run.lang)) run.context.stderr.write(`${line}\n`)
  const failed = maps.some(({ findings }) => findings.some(({ severity }) => isFailure(severity)))
  return failed ? EXIT.findings : EXIT.clean
}

/** Each format is loaded only when it is asked for. */
async function reportAs(
  format: Format,
  maps: readonly MapFindings[],
  run: CommandRun,
  isFailure: (severity: Severity) => boolean,
): Promise<string> {
  if (format === 'pretty') {
    const { reportFindings } = await import('../../report/findings-pretty.ts')
    return reportFindings(maps, { ...run, palette: createPalette(run.color) })
  }
  if (format === 'json') return (await import('../../report/findings-json.ts')).reportFindingsAsJson(maps, run)
  const formats = await import('../../report/findings-formats.ts')
  const context = { lang: run.lang, version: run.version, digest }
  switch (format) {
    case 'jsonl':
      return formats.reportFindingsAsJsonLines(maps, context)
    case 'sarif':
      return formats.reportFindingsAsSarif(maps, context)
    case 'junit':
      return formats.reportFindingsAsJunit(maps, context, isFailure)
    case 'github':
      return formats.reportFindingsAsGithub(maps, context)
    case 'gitlab':
      return formats.reportFindingsAsGitlab(maps, context)
    case 'markdown':
      return formats.reportFindingsAsMarkdown(maps, context)
  }
}

/** What was done besides checking: for standard error. */
function tellChanges(checked: readonly CheckedMap[], { fix, baseline }: LintWanted, lang: Lang): string[] {
  const zh = lang === 'zh'
  const lines: string[] = []
  const fixed = checked.reduce((sum, each) => sum + each.fixed, 0)
  const files = checked.reduce((sum, each) => sum + each.rewritten.length, 0)
  if (fix && fixed > 0)
    lines.push(
      zh ? `修正了 ${fixed} 处，改写 ${files} 个文件` : `${fixed} mended in ${files} ${files === 1 ? 'file' : 'files'}`,
    )
  else if (fix) lines.push(zh ? '没有可自动修正的发现' : 'nothing to mend')
  const stale = checked.reduce((sum, each) => sum + each.stale, 0)
  if (baseline && stale > 0) {
    lines.push(
      zh
        ? `基线中有 ${stale} 项已不再出现；--prune-baseline 可将其删去`
        : `${stale} ${stale === 1 ? 'entry' : 'entries'} of the baseline no longer occur; --prune-baseline takes them out`,
    )
  }
  return lines
}
