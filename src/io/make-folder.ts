import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder and those above it that are missing; returns the topmost one made, undefined when none was. Throws as
 * `mkdirSync`. Node's own recursive mkdir never returns below folders that accept none, such as `/proc`.
 */
export function makeFolder(folder: string): string | undefined {
  const missing: string[] = []
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) missing.push(at)
  if (missing.length === 0 && !statSync(folder).isDirectory()) missing.push(path.resolve(folder))
  for (const each of [...missing].reverse()) mkdirSync(each)
  return missing.at(-1)
}
