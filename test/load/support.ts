import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { createMemorySource } from '../../src/io/files.ts'
import { type LoadedMap, loadMap } from '../../src/load/load-map.ts'
import { root } from '../support/run-cli.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** The texts of a fixture's folder, by path. */
export function readFolder(folder: string): Record<string, string> {
  const base = path.join(root, 'fixtures/load', folder)
  return Object.fromEntries(
    readdirSync(base, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(base, file), 'utf8')]),
  )
}

export function load(files: Files): LoadedMap {
  return loadMap(createMemorySource(files))
}

/** The small base map of the rule pages with some files replaced. */
export function loadPages(files: Files): LoadedMap {
  return load({ ...readFolder('pages'), ...files })
}

/** `file:line:column rule` and the text that is marked. */
export function show(loaded: LoadedMap): string[] {
  return loaded.diagnostics.map((each) => `${each.place.file}:${lineOf(each)} ${each.rule} ${marked(each, loaded)}`)
}

function lineOf({ place }: Diagnostic): string {
  return `${place.range.start.line}:${place.range.start.column}`
}

function marked({ place }: Diagnostic, { files }: LoadedMap): string {
  const text = files.find(({ file }) => file === place.file)?.text ?? ''
  return JSON.stringify(text.slice(place.range.start.offset, place.range.end.offset))
}
