import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { openBpmn } from '../../src/interchange/open-bpmn.ts'
import { openModel } from '../../src/interchange/open-model.ts'
import { readModel } from '../../src/interchange/read-model.ts'
import { writePnml } from '../../src/interchange/write-pnml.ts'
import { LINT_RULES } from '../../src/lint/registry.ts'
import { root } from '../support/run-cli.ts'
import { listPages, loadExample, type PageExample, readPage } from '../support/rule-page.ts'

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

const LINT = new Set(LINT_RULES.map(({ id }) => id))
const rules = listPages().filter((name) => !LINT.has(name.slice(0, -3)))

/** What is found when an example is read, or loaded, and, for a finding of an export, when its flow is exported. */
function findIn(example: PageExample, id: string): readonly Diagnostic[] {
  if (example.language === 'xml') {
    if (id.endsWith('/blocks')) {
      const file = id.startsWith('bpmn/') ? 'model.bpmn' : 'model.pnml'
      const { value, diagnostics } = readModel(new TextEncoder().encode(example.text), file)
      return [...diagnostics, ...(value?.unstructured ?? [])]
    }
    const open = id.startsWith('bpmn/') ? openBpmn : openModel
    return open(example.text, 'model').diagnostics
  }
  const { diagnostics, current } = loadExample(example)
  if (id !== 'pnml/interrupt' || !current.map) return diagnostics
  return [...diagnostics, ...writePnml(expandFlow(current.map, 'answer'), 'answer').diagnostics]
}

describe('docs/rules', () => {
  it.each(rules)('%s shows what gives the finding and what does not', (name) => {
    const { id, page, examples } = readPage(name)
    expect(name).toBe(`${id.replace('/', '-')}.md`)
    for (const section of ['## What', '## Why', '## Bad', '## Good']) expect(page).toContain(section)
    expect(page).toMatch(/^\*\*.*\p{Script=Han}/mu)
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['bad', 'good']))
    for (const each of examples) {
      const diagnostics = findIn(each, id)
      expect(diagnostics.map(({ rule }) => rule)).toEqual(each.kind === 'bad' ? [id] : [])
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
