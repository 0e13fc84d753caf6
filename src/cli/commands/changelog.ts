import type { Command } from 'commander'
import { compareMaps } from '../../compare/compare-maps.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { openResultFile } from '../../io/result-file.ts'
import { type ChangelogEntry, reportChangelog } from '../../report/diff-report.ts'
import type { CommandModule } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addMapOption } from '../find-map.ts'
import { openMap } from '../open-map.ts'

/** `touchmap changelog`: the versions of a map's history, each with what changed, as Markdown. */
export const changelog: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    addMapOption(command, lang)
    command
      .option('--out <file.md>', zh ? '写入文件（默认标准输出）' : 'write to a file (default: standard output)')
      .addHelpText(
        'after',
        zh
          ? '\n版本取自 touchmap.yaml 的 history。\n\n示例：\n  $ touchmap changelog --map maps/hotline-10086 --out CHANGES.md'
          : '\nThe versions are those that `history` in touchmap.yaml names.\n\nExample:\n  $ touchmap changelog --map maps/hotline-10086 --out CHANGES.md',
      )
  },

  async run(_, options, run) {
    const { history } = await openMap(typeof options['map'] === 'string' ? options['map'] : undefined, run)
    const entries = history.versions.map((map, at): ChangelogEntry => {
      const before = history.versions[at - 1]
      return before === undefined ? { map } : { map, changes: compareMaps(before, map) }
    })
    const report = reportChangelog(entries.toReversed(), run.lang)
    if (typeof options['out'] === 'string') {
      const file = openResultFile(options['out'], run.context.cwd, [])
      file.write(report)
      file.commit()
    } else run.context.stdout.write(report)
    return EXIT.clean
  },
}
