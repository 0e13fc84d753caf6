import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'

/**
 * Writes new texts over files of a folder: all drafts first, then each put in place at once. Files outside the folder, by
 * path or through a link, are never written. Throws InputError where one cannot be written; then none is.
 */
export function rewriteFiles(root: string, files: ReadonlyMap<string, string>): void {
  const real = realpathSync(root)
  const drafts: { readonly draft: string; readonly target: string }[] = []
  try {
    for (const [file, text] of files) {
      const target = realpathSync(path.join(real, file))
      if (path.relative(real, target).startsWith('..') || path.isAbsolute(path.relative(real, target))) {
        throw new InputError({
          zh: `${file} 在地图目录之外，不改写`,
          en: `${file} is outside the map's folder and is not rewritten`,
        })
      }
      const draft = `${target}.${process.pid}.part`
      drafts.push({ draft, target })
      writeFileSync(draft, text, { mode: statSync(target).mode, flag: 'wx' })
    }
    for (const { draft, target } of drafts) renameSync(draft, target)
  } catch (error) {
    for (const { draft } of drafts) rmSync(draft, { force: true })
    if (error instanceof InputError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new InputError({ zh: `无法改写地图的文件（${code}）`, en: `a file of the map cannot be rewritten (${code})` })
  }
}
