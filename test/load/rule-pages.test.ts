import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemorySource } from '../../src/io/files.ts'
import { openModel } from '../../src/interchange/open-model.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { root } from '../support/run-cli.ts'

const BASE = path.join(root, 'fixtures/load/pages')
const PAGES = path.join(root, 'docs/rules')
const CORE = [
  'yaml/syntax',
  'yaml/duplicate-key',
  'yaml/tab',
  'yaml/encoding',
  'schema/unknown-key',
  'schema/missing-key',
  'schema/type',
  'schema/value',
  'reference-unknown',
  'id-duplicate',
  'cell-two-flows',
  'cell-blind',
  'include-missing',
  'include-outside',
  'include-cycle',
]

const base = Object.fromEntries(
  readdirSync(BASE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(path.join(BASE, file), 'utf8')]),
)

/** The files of an example: each begins with its path as a comment; they stand over the base map. `../x/` is an earlier version. */
function readExample(text: string, encoding: string | undefined) {
  const now: Record<string, string | Uint8Array> = { ...base }
  const earlier: Record<string, Record<string, string | Uint8Array>> = {}
  const parts = text.split(/^# (\S+\.yaml)\n/m).slice(1)
  for (let i = 0; i < parts.length; i += 2) {
    const content =
      encoding === undefined ? parts[i + 1]! : Buffer.from(`\ufeff${parts[i + 1]!}`, encoding as BufferEncoding)
    const [, folder, file] = /^(\.\.\/[^/]+)\/(.*)$/.exec(parts[i]!) ?? []
    if (folder !== undefined && file !== undefined) (earlier[folder] ??= { ...base })[file] = content
    else now[parts[i]!] = content
  }
  expect(parts.length).toBeGreaterThan(0)
  const sources = Object.entries(earlier).map(([name, files]) => [name, createMemorySource(files)] as const)
  return loadHistory(createMemorySource(now, Object.fromEntries(sources)))
}

const rules = readdirSync(PAGES)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort()

describe('docs/rules', () => {
  it.each(rules)('%s shows what gives the finding and what does not', (name) => {
    const page = readFileSync(path.join(PAGES, name), 'utf8')
    const id = /^# (\S+)\n/.exec(page)?.[1]
    expect(name).toBe(`${id?.replace('/', '-')}.md`)
    for (const section of ['## What', '## Why', '## Bad', '## Good']) expect(page).toContain(section)
    expect(page).toMatch(/^\*\*.*\p{Script=Han}/mu)
    const examples = [...page.matchAll(/^```(yaml|xml) (bad|good)(?: ([a-z0-9-]+))?\n([\s\S]*?)^```$/gm)]
    expect(new Set(examples.map(([, , kind]) => kind))).toEqual(new Set(['bad', 'good']))
    for (const [, language, kind, encoding, text = ''] of examples) {
      const { diagnostics } = language === 'xml' ? openModel(text, 'model.pnml') : readExample(text, encoding)
      expect(diagnostics.map((each) => each.rule)).toEqual(kind === 'bad' ? [id] : [])
    }
  })

  it('has a page for every rule id of the contract and of the readers of maps and models', () => {
    const ids = new Set(CORE)
    const folders = ['src/load', 'src/interchange'].map((room) => path.join(root, room))
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((each) => each.endsWith('.ts') && !each.includes('generated'))
        .map((each) => path.join(folder, each)),
    )
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      for (const [, id = ''] of text.matchAll(/(?:rule: |report\(\s*)'([a-z]+[/-][a-z/-]+|unsupported)'/g)) ids.add(id)
    }
    expect(ids.size).toBeGreaterThan(CORE.length)
    expect(rules).toEqual([...ids].map((id) => `${id.replace('/', '-')}.md`).sort())
  })
})
