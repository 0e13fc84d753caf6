import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import { makeFolder } from './make-folder.ts'

/** A folder to which files are written all or none: under temporary names first, renamed by `commit`. */
export interface FileBatch {
  write(name: string, content: string | Uint8Array): void
  /** Gives every file its name, and returns their paths in the order of writing. */
  commit(): string[]
  /** Takes away what was written; folders that were made stay only where they hold something. */
  discard(): void
}

export function createFileBatch(folder: string): FileBatch {
  const written: { readonly temporary: string; readonly final: string }[] = []
  let made: string | undefined
  return {
    write(name, content) {
      const final = path.join(folder, name)
      const temporary = path.join(folder, `.${name}.${process.pid}.tmp`)
      try {
        made ??= makeFolder(folder)
        written.push({ temporary, final })
        writeFileSync(temporary, content)
      } catch (error) {
        throw cannotWrite(final, error)
      }
    },
    commit() {
      for (const { temporary, final } of written) {
        try {
          renameSync(temporary, final)
        } catch (error) {
          throw cannotWrite(final, error)
        }
      }
      return written.map(({ final }) => final)
    },
    discard() {
      for (const { temporary } of written) rmSync(temporary, { force: true })
      if (made !== undefined) rmSync(made, { recursive: true, force: true })
    },
  }
}

function cannotWrite(file: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return new InputError({ zh: `无法写入 ${file}（${code}）`, en: `cannot write ${file} (${code})` })
}
