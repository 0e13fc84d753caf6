import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'

const MAP_FILE = 'touchmap.yaml'

/** A map's folder, and the file of it that was named, if one was. Both absolute. */
export interface FoundMap {
  readonly root: string
  readonly file?: string
}

/** The option that names the map a command works on. */
export function addMapOption(command: Command, lang: Lang): void {
  command.option(
    '--map <dir>',
    lang === 'zh'
      ? '地图所在目录（默认：向上最近的 touchmap.yaml）'
      : 'folder of the map (default: the nearest touchmap.yaml upwards)',
  )
}

/**
 * The map a path names: a folder with `touchmap.yaml`, that file, or any file below such a folder; without a path the
 * nearest one at or above `cwd`. Throws `InputError` where there is none.
 */
export function findMap(named: string | undefined, cwd: string): FoundMap {
  if (named === undefined) {
    const root = findUpwards(cwd)
    if (root !== undefined) return { root }
    throw new InputError(
      { zh: `这里和上级目录里都没有 ${MAP_FILE}`, en: `there is no ${MAP_FILE} here or in any folder above` },
      { zh: '写出地图所在的目录，或进入该目录', en: "name the map's folder, or go there" },
    )
  }
  const target = path.resolve(cwd, named)
  if (!existsSync(target)) throw new InputError({ zh: `找不到 ${named}`, en: `there is no ${named}` })
  if (statSync(target).isDirectory()) {
    if (existsSync(path.join(target, MAP_FILE))) return { root: target }
    throw new InputError(
      { zh: `${named} 里没有 ${MAP_FILE}`, en: `there is no ${MAP_FILE} in ${named}` },
      { zh: '地图的目录里须有这个文件', en: 'a map is a folder with this file' },
    )
  }
  if (path.basename(target) === MAP_FILE) return { root: path.dirname(target) }
  const root = findUpwards(path.dirname(target))
  if (root !== undefined) return { root, file: target }
  throw new InputError({
    zh: `${named} 不属于任何地图：它的目录和上级目录里都没有 ${MAP_FILE}`,
    en: `${named} belongs to no map: there is no ${MAP_FILE} beside it or in any folder above`,
  })
}

function findUpwards(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, MAP_FILE))) return folder
    if (folder === path.dirname(folder)) return undefined
  }
}
