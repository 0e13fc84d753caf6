import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { type PrescribedFlow, starData } from '../../fixtures/star/make-literal.ts'
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
