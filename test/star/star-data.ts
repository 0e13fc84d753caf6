import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { type PrescribedFlow, starData } from '../../fixtures/star/make-literal.ts'
import { createFolderSource } from '../../src/io/files.ts'
import { readLogs } from '../../src/io/read-logs.ts'
import { loadMap } from '../../src/load/load-map.ts'
import type { Log } from '../../src/log/event.ts'
import { createMapping } from '../../src/log/mapping.ts'
import type { Catalog, ProcessMap } from '../../src/model/map.ts'
import { root } from '../support/run-cli.ts'

/** Whether the STAR data lies beside the repository; it belongs to others and is never part of it. */
export const hasStar: boolean = existsSync(join(starData(), 'events.jsonl.gz'))

/** For the title of what does not run without the data. */
export const starNote: string = hasStar ? '' : ` (skipped: no ${starData()}; set TOUCHMAP_DATA)`

export const starLog: string = join(starData(), 'events.jsonl.gz')

/** A file or folder of our own maps. */
export function starMap(path: string): string {
  return join(root, 'fixtures/star', path)
}

export function readStarFlows(): Record<string, PrescribedFlow> {
  return JSON.parse(readFileSync(join(starData(), 'flows.json'), 'utf8')) as Record<string, PrescribedFlow>
}

/** The log's lines, decompressed. */
export function readStarLines(): string {
  return gunzipSync(readFileSync(starLog)).toString('utf8')
}

/** The rows of a CSV file of the data, by heading. */
export function readStarTable(file: string): Record<string, string>[] {
  return parse(readFileSync(join(starData(), file)), { columns: true }) as Record<string, string>[]
}

/** One of our maps of the tasks, which must be free of findings. */
export function loadStarMap(name: 'literal' | 'designed' | 'rules'): ProcessMap {
  const { map, diagnostics } = loadMap(createFolderSource(starMap(name)))
  if (!map || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, undefined, 2))
  return map
}

/** The whole log, bound to a catalogue through our mapping file. */
export async function readStarLog(catalog: Catalog): Promise<Log> {
  const { mapping, problems } = createMapping(parseYaml(readFileSync(starMap('mapping.yaml'), 'utf8')))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return readLogs([starLog], { mapping, catalog })
}
