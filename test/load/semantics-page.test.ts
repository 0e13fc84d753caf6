import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../support/run-cli.ts'
import { load, readFolder, show } from './support.ts'

/** The flows of section 3 of the page, by the path that each block names in its first line; documents apart. */
function flowsOfThePage(): Record<string, string> {
  const page = readFileSync(path.join(root, 'docs/semantics.md'), 'utf8')
  const section = /^## 3\.[^]*?(?=^## 4\.)/m.exec(page)?.[0] ?? ''
  const files: Record<string, string> = {}
  for (const [, block = ''] of section.matchAll(/^```yaml\n([^]*?)^```$/gm)) {
    for (const text of block.split(/^---\n/m)) files[`flows/${/^flow: (\S+)$/m.exec(text)?.[1]}.yaml`] = text
  }
  return files
}

const files = flowsOfThePage()

it('reads four flows from the page', () => {
  expect(Object.keys(files).sort()).toEqual([
    'flows/hall-green-channel.yaml',
    'flows/intelligent-service.yaml',
    'flows/person.yaml',
    'flows/repair.yaml',
  ])
})

const calendar = { 'flows/calendar.yaml': 'catalog: true\ncalendars: {office: {years: none}}\n' }

it('finds nothing in them', () => {
  expect(show(load({ ...readFolder('good'), ...files, ...calendar }))).toEqual([])
})

it('makes a map of them', () => {
  const { map, diagnostics } = load({ ...readFolder('good'), ...files, ...calendar })
  expect(diagnostics).toEqual([])
  expect([...(map?.flows.keys() ?? [])].sort()).toEqual([
    'hall-green-channel',
    'intelligent-service',
    'person',
    'repair',
  ])
})
