import { readdirSync, readFileSync } from 'node:fs'
import type { Lang } from '../diagnostic/diagnostic.ts'

/** The maps to start from, which are part of the package: a folder for each template and language. */
const FOLDER: URL = new URL('../../maps/templates/', import.meta.url)

/** The files of a template in a language, by path from its folder; `touchmap.yaml` first, then sorted. */
export function readTemplate(template: string, lang: Lang): ReadonlyMap<string, string> {
  const folder = new URL(`${template}/${lang}/`, FOLDER)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: false })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(yaml|csv)$/.test(name))
    .sort()
  const first = names.filter((name) => name === 'touchmap.yaml')
  const ordered = [...first, ...names.filter((name) => name !== 'touchmap.yaml')]
  return new Map(ordered.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]))
}
