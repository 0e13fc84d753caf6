import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openBpmn } from '../../src/interchange/open-bpmn.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { wordsOfNet } from '../support/petri-nets.ts'
import { root } from '../support/run-cli.ts'

const folder = path.join(root, 'fixtures/interchange/elements')
const page = readFileSync(path.join(root, 'docs/bpmn.md'), 'utf8')
const rows = new Map(
  [...(page.split('### Every element')[1] ?? '').matchAll(/^\| ([a-zA-Z-]+) \| (?:[^|]*) \| (.*) \|$/gm)]
    .map(([, element = '', outcome = '']) => [element, outcome] as const)
    .filter(([element]) => element !== 'element' && element !== '---'),
)
const files = readdirSync(folder).map((name) => name.replace(/\.bpmn$/, ''))

it('the page has a row for each file, and each row has one', () => {
  expect([...rows.keys()].sort()).toEqual(files.sort())
  expect(rows.size).toBeGreaterThan(50)
})

it.each([...rows])('%s: %s', (element, outcome) => {
  const { value, diagnostics } = openBpmn(readFileSync(path.join(folder, `${element}.bpmn`), 'utf8'), 'model.bpmn')
  const found = new Set(diagnostics.map(({ rule }) => `[${rule}](rules/${rule.replace('/', '-')}.md)`))
  for (const { place } of diagnostics) expect(place.range.start.line).toBeGreaterThan(1)
  const words = value && (value.block ? languageOf(value.block, 3).full : value.net && wordsOfNet(value.net, 3))
  const runs = [...(words ?? [])].map((word) =>
    [...word].map((_, at) => value?.activities[labelOf(word, at)]).join(' '),
  )
  const read = value === undefined ? [] : [runs.sort().join(', ')]
  expect([...read, ...(found.size > 0 ? [[...found].join(', ')] : [])].join('; ')).toBe(outcome)
})
