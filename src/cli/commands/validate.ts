import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Diagnostic, Lang, Severity } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { createFolderSource } from '../../io/files.ts'
import { loadHistory } from '../../load/load-history.ts'
import { readFile } from '../../load/read-file.ts'
import type { MapFindings } from '../../report/findings.ts'
import { reportFindingsAsJson } from '../../report/findings-json.ts'
import { reportFindings } from '../../report/findings-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findMap } from '../find-map.ts'
import { describeFindings } from '../open-map.ts'
import { createPalette } from '../palette.ts'

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** `touchmap validate [PATH…]`: checks maps and prints what is wrong with them. */
export const validate: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    command
      .argument(
        '[path...]',
        zh
          ? '地图目录、touchmap.yaml 或地图中的一个文件（默认为最近的地图）'
          : 'a map folder, its touchmap.yaml, or a file of the map (default: the nearest map)',
      )
      .addOption(
        new Option('--format <format>', zh ? '输出格式' : 'format of the output')
          .choices(['pretty', 'json'])
          .default('pretty'),
      )
      .addOption(
        new Option('--fail-on <severity>', zh ? '达到此严重程度即以 1 退出' : 'least severity that gives exit code 1')
          .choices(['error', 'warning', 'info'])
          .default('error'),
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  $ touchmap validate                          # 最近的地图\n  $ touchmap validate maps/hotline --format json\n  $ touchmap validate maps/*/ --fail-on warning\n  $ touchmap validate flows/repair.yaml        # 只看这个文件的发现'
          : '\nExamples:\n  $ touchmap validate                          # the nearest map\n  $ touchmap validate maps/hotline --format json\n  $ touchmap validate maps/*/ --fail-on warning\n  $ touchmap validate flows/repair.yaml        # only what is found in this file',
      )
  },

  async run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
    const named = (args[0] as readonly string[] | undefined) ?? []
    const maps = (named.length > 0 ? named : [undefined]).map((each) => validateOne(each, run.context.cwd))
    const report =
      options['format'] === 'json'
        ? reportFindingsAsJson(maps, run)
        : reportFindings(maps, { ...run, palette: createPalette(run.color) })
    run.context.stdout.write(report)
    const least = RANK[options['failOn'] as Severity]
    const failed = maps.some(({ findings }) => findings.some(({ severity }) => RANK[severity] >= least))
    return failed ? EXIT.findings : EXIT.clean
  },
}

function validateOne(named: string | undefined, cwd: string): MapFindings {
  const found = findMap(named, cwd)
  const source = createFolderSource(found.root)
  const loaded = loadHistory(source)
  const all = describeFindings(loaded, loaded.diagnostics, found.root, cwd)
  if (found.file === undefined) return all
  const file = path.relative(found.root, found.file).split(path.sep).join('/')
  if (all.texts.has(file)) return { ...all, findings: findingsIn(loaded.diagnostics, file), files: 1 }
  const content = source.read(file)
  if (content.kind !== 'file') throw new InputError({ zh: `无法读取 ${named}`, en: `${named} cannot be read` })
  const read = readFile(file, content.bytes)
  return { ...all, findings: read.diagnostics, texts: new Map([[file, read.source.text]]), files: 1 }
}

function findingsIn(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  return diagnostics.filter(({ place }) => place.file === file)
}
