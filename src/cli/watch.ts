import path from 'node:path'
import type { Command } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import type { CommandRun } from './command.ts'
import { AlreadyReported, EXIT } from './exit-codes.ts'
import { findMap } from './find-map.ts'

/** Declares `--watch`. */
export function addWatchOption(command: Command, lang: Lang): Command {
  return command.option(
    '--watch',
    lang === 'zh'
      ? '地图的文件一改就重新运行，按 Ctrl-C 结束'
      : 'run again whenever a file of the map changes; Ctrl-C ends it',
  )
}

/**
 * Runs a command now and again after each change of the maps' files, or of others that are named, until Ctrl-C. What
 * the user can mend (a map or file that is gone or broken) is told and waited out. On a terminal the screen is cleared
 * before each run. Returns 130, as shells have it of what was interrupted.
 */
export async function runWatching(
  maps: readonly (string | undefined)[],
  files: readonly string[],
  { context, lang }: CommandRun,
  once: () => Promise<number>,
): Promise<number> {
  if (files.includes('-')) {
    throw new InputError({ zh: '标准输入不能与 --watch 同用', en: 'standard input cannot be used with --watch' })
  }
  const folders = [...new Set(maps.map((named) => findMap(named, context.cwd).root))]
  const watched = files.map((file) => path.resolve(context.cwd, file))
  const zh = lang === 'zh'
  const { watchFiles } = await import('../io/watch-files.ts')
  const attempt = async (): Promise<void> => {
    try {
      await once()
    } catch (error) {
      if (error instanceof InputError) {
        context.stderr.write(`touchmap: ${error.text[lang]}\n`)
        if (error.hint) context.stderr.write(`  ${error.hint[lang]}\n`)
      } else if (!(error instanceof AlreadyReported)) throw error
    }
    context.stderr.write(zh ? '等待改动，按 Ctrl-C 结束\n' : 'waiting for changes, Ctrl-C ends\n')
  }
  const clear = (): void => {
    if (context.stdout.isTTY === true) context.stdout.write('\u001b[2J\u001b[3J\u001b[H')
  }
  await watchFiles(
    folders,
    watched,
    async (paths) => {
      clear()
      const shown = paths.map((each) => path.relative(context.cwd, each).split(path.sep).join('/'))
      context.stderr.write(`${zh ? '有改动：' : 'changed: '}${shown.join(zh ? '、' : ', ')}\n`)
      await attempt()
    },
    async () => {
      clear()
      await attempt()
    },
  )
  return EXIT.interrupted
}
