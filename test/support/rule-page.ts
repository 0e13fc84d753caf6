import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createMemorySource } from '../../src/io/files.ts'
import { type LoadedHistory, loadHistory } from '../../src/load/load-history.ts'
import { root } from './run-cli.ts'

const BASE = path.join(root, 'fixtures/load/pages')
export const PAGES: string = path.join(root, 'docs/rules')

const base = Object.fromEntries(
  readdirSync(BASE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(path.join(BASE, file), 'utf8')]),
)

/** A block of a page: `bad` or `good`, in the encoding that stands after it. */
export interface PageExample {
  readonly language: 'yaml' | 'xml'
  readonly kind: 'bad' | 'good'
  readonly encoding?: string
  readonly text: string
}

/** The names of all pages, without the index. */
export function listPages(): string[] {
  return readdirSync(PAGES)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
}

export function readPage(name: string): {
  readonly id: string
  readonly page: string
  readonly examples: PageExample[]
} {
  const page = readFileSync(path.join(PAGES, name), 'utf8')
  const examples = [...page.matchAll(/^```(yaml|xml) (bad|good)(?: ([a-z0-9-]+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language, kind, encoding, text = '']) =>
      ({ language, kind, ...(encoding === undefined ? {} : { encoding }), text }) as PageExample,
  )
  return { id: /^# (\S+)\n/.exec(page)?.[1] ?? '', page, examples }
}

/** The files of an example: each begins with its path as a comment; they stand over the base map. `../x/` is an earlier version. */
export function loadExample({ text, encoding }: PageExample): LoadedHistory {
  const now: Record<string, string | Uint8Array> = { ...base }
  const earlier: Record<string, Record<string, string | Uint8Array>> = {}
  const parts = text.split(/^# (\S+\.yaml)\n/m).slice(1)
  if (parts.length === 0) throw new Error('an example names no file')
  for (let i = 0; i < parts.length; i += 2) {
    const content =
      encoding === undefined ? parts[i + 1]! : Buffer.from(`\ufeff${parts[i + 1]!}`, encoding as BufferEncoding)
    const [, folder, file] = /^(\.\.\/[^/]+)\/(.*)$/.exec(parts[i]!) ?? []
    if (folder !== undefined && file !== undefined) (earlier[folder] ??= { ...base })[file] = content
    else now[parts[i]!] = content
  }
  const sources = Object.entries(earlier).map(([name, files]) => [name, createMemorySource(files)] as const)
  return loadHistory(createMemorySource(now, Object.fromEntries(sources)))
}
