import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import { type Baseline, readBaseline } from '../lint/baseline.ts'
import { openResultFile } from './result-file.ts'

/** Far above any baseline of a map. */
const MAX_BYTES = 64 * 1024 * 1024

/** Reads a baseline. One that is not there is empty where it is about to be made; else InputError. */
export function readBaselineFile(name: string, cwd: string, mayBeMissing: boolean): Baseline {
  const file = path.resolve(cwd, name)
  if (!existsSync(file)) {
    if (mayBeMissing) return { entries: [] }
    throw new InputError(
      { zh: `找不到基线 ${name}`, en: `there is no baseline ${name}` },
      { zh: '加 --update-baseline 建立', en: '--update-baseline makes one' },
    )
  }
  const stat = statSync(file)
  const baseline = stat.isFile() && stat.size <= MAX_BYTES ? readBaseline(readFileSync(file, 'utf8')) : undefined
  if (baseline) return baseline
  throw new InputError({ zh: `${name} 不是基线文件`, en: `${name} is no baseline` })
}

/** Writes a baseline in full or not at all. */
export function writeBaselineFile(name: string, cwd: string, text: string): void {
  const file = openResultFile(name, cwd, [])
  try {
    file.write(text)
    file.commit()
  } finally {
    file.discard()
  }
}
