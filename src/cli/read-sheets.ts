import { readFileSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import { readSheet, type SheetProblem } from '../review/read-sheet.ts'
import type { SheetRow } from '../review/sheet.ts'

/** Reads all sheets; a file that is no sheet at all ends the command. */
export function readSheets(
  sheets: readonly string[],
  cwd: string,
): { readonly rows: readonly SheetRow[]; readonly problems: readonly SheetProblem[] } {
  const rows: SheetRow[] = []
  const problems: SheetProblem[] = []
  for (const file of new Set(sheets)) {
    const read = readSheet(file, readBytes(file, cwd))
    const [first] = read.problems
    if (read.rows.length === 0 && first !== undefined) {
      const { zh, en } = first.message
      throw new InputError({ zh: `${file}:${first.line}：${zh}`, en: `${file}:${first.line}: ${en}` })
    }
    rows.push(...read.rows)
    problems.push(...read.problems)
  }
  return { rows, problems }
}

const MOST_BYTES = 256 * 1024 * 1024

function readBytes(file: string, cwd: string): Uint8Array {
  try {
    const bytes = readFileSync(path.resolve(cwd, file))
    if (bytes.length > MOST_BYTES) throw new Error('too large')
    return bytes
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new InputError({ zh: `${file}：没有此文件`, en: `${file}: no such file` })
    const reason = code ?? (error instanceof Error ? error.message : String(error))
    throw new InputError({ zh: `${file}：无法读取（${reason}）`, en: `${file}: cannot be read (${reason})` })
  }
}
