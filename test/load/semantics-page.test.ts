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

it('finds nothing in them but the two keys that are not evaluated yet', () => {
  expect(show(load({ ...readFolder('good'), ...files }))).toEqual([
    'flows/repair.yaml:10:78 unsupported "qualified"',
    'flows/repair.yaml:21:134 unsupported "3 workdays"',
  ])
})

it('makes a map of them without those two', () => {
  const repair = files['flows/repair.yaml']!.replace(', qualified: repair-certificate', '').replace('workdays', 'days')
  const { map, diagnostics } = load({ ...readFolder('good'), ...files, 'flows/repair.yaml': repair })
  expect(diagnostics).toEqual([])
  expect([...(map?.flows.keys() ?? [])].sort()).toEqual([
    'hall-green-channel',
    'intelligent-service',
    'person',
    'repair',
  ])
})
