import { lstatSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import { makeFolder } from './make-folder.ts'

/**
 * Writes files where none are, all or none: what is there is never written over, not even when it comes up meanwhile.
 * `shown` is the folder as the user named it. Throws InputError that names what is in the way; nothing is left then.
 */
export function writeNewFiles(folder: string, shown: string, files: ReadonlyMap<string, string>): void {
  const taken = [...files.keys()].filter((name) => isThere(path.join(folder, name)))
  if (taken.length > 0) throw inTheWay(taken, shown)
  const written: string[] = []
  const made: string[] = []
  try {
    for (const [name, text] of files) {
      const target = path.join(folder, name)
      const top = makeFolder(path.dirname(target))
      if (top !== undefined) made.push(top)
      writeFileSync(target, text, { flag: 'wx' })
      written.push(target)
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true })
    for (const top of made.reverse()) rmSync(top, { recursive: true, force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const name = [...files.keys()][written.length] ?? ''
    if (code === 'EEXIST') throw inTheWay([name], shown)
    throw new InputError({
      zh: `无法写入 ${path.join(shown, name)}（${code}）`,
      en: `${path.join(shown, name)} cannot be written (${code})`,
    })
  }
}

function isThere(file: string): boolean {
  try {
    lstatSync(file)
    return true
  } catch {
    return false
  }
}

function inTheWay(names: readonly string[], shown: string): InputError {
  const files = names.map((name) => path.join(shown, name).split(path.sep).join('/'))
  return new InputError(
    {
      zh: `这些文件已经存在，什么都没有写：${files.join('、')}`,
      en: `nothing was written, since there is already ${files.join(', ')}`,
    },
    { zh: '换一个目录，或先移走它们', en: 'name another folder, or move them away first' },
  )
}
