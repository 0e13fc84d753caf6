import path from 'node:path'
import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { createFolderSource } from '../../io/files.ts'
import { rewriteFiles } from '../../io/rewrite-files.ts'
import { formatYaml } from '../../load/format-yaml.ts'
import { loadMap } from '../../load/load-map.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findMap } from '../find-map.ts'

/** `touchmap fmt [PATH…]`: the house layout of map files; with `--check`, which files do not have it. */
export const fmt: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    command
      .argument(
        '[path...]',
        zh
          ? '地图目录、touchmap.yaml 或地图中的一个文件（默认为最近的地图）'
          : 'a map folder, its touchmap.yaml, or a file of the map (default: the nearest map)',
      )
      .option(
        '--check',
        zh
          ? '不改写，只列出排版不同的文件，有则以 1 退出'
          : 'write nothing: list the files that differ, exit code 1 if any',
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  $ touchmap fmt\n  $ touchmap fmt maps/*/ --check'
          : '\nExamples:\n  $ touchmap fmt\n  $ touchmap fmt maps/*/ --check',
      )
  },

  run(args: readonly unknown[], options: Record<string, unknown>, { context, lang }: CommandRun): Promise<number> {
    const named = (args[0] as readonly string[] | undefined) ?? []
    const check = options['check'] === true
    let code: number = EXIT.clean
    for (const each of named.length > 0 ? named : [undefined]) {
      const { root, file } = findMap(each, context.cwd)
      const { changed, left } = formatMap(root, file)
      if (!check && changed.size > 0) rewriteFiles(root, changed)
      const shown = (name: string) => path.relative(context.cwd, path.join(root, name)).split(path.sep).join('/')
      for (const name of changed.keys()) context.stdout.write(`${shown(name)}\n`)
      for (const name of left) {
        const why = lang === 'zh' ? '读不出，未排版' : 'cannot be read, left as it is'
        context.stderr.write(`${shown(name)}: ${why}\n`)
      }
      if (left.length > 0 || (check && changed.size > 0)) code = EXIT.findings
    }
    return Promise.resolve(code)
  },
}

/** The files of a map, or the one named, whose layout differs, with their new texts; and those that cannot be laid out. */
function formatMap(
  root: string,
  only: string | undefined,
): { readonly changed: ReadonlyMap<string, string>; readonly left: readonly string[] } {
  const source = createFolderSource(root)
  const one = only && path.relative(root, only).split(path.sep).join('/')
  const names = one === undefined ? loadMap(source).files.map(({ file }) => file) : [one]
  const changed = new Map<string, string>()
  const left: string[] = []
  for (const name of names) {
    const content = source.read(name)
    const text = content.kind === 'file' ? decode(content.bytes) : undefined
    const formatted = text === undefined ? undefined : formatYaml(text)
    if (formatted === undefined) left.push(name)
    else if (formatted !== text) changed.set(name, formatted)
  }
  return { changed, left }
}

/** Undefined for what is not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
