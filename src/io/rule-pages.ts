import { readdirSync, readFileSync } from 'node:fs'

/** The pages of the rules, which are part of the package. */
const FOLDER: URL = new URL('../../docs/rules/', import.meta.url)

/** The text of every page of a rule, by file name without its ending, sorted. */
export function readRulePages(): ReadonlyMap<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md')
  return new Map(names.sort().map((name) => [name.slice(0, -3), readFileSync(new URL(name, FOLDER), 'utf8')]))
}
