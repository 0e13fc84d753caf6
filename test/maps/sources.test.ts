import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadShipped } from '../../fixtures/shipped/load-shipped.ts'
import { makeSources } from '../../fixtures/shipped/make-sources.ts'
import { MAPS } from '../../fixtures/shipped/registry.ts'
import { MISSING_ROWS } from '../../fixtures/shipped/rows.ts'
import { root } from '../support/run-cli.ts'
import { writtenRules } from './shipped.ts'

const sources = makeSources()

it('the pages on sources are what the maps say (npx tsx fixtures/shipped/make-sources.ts)', () => {
  for (const [path, text] of sources.pages) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text)
  const rows = readdirSync(join(root, 'docs', 'sources')).map((file) => `docs/sources/${file}`)
  expect(rows.filter((path) => !sources.pages.has(path))).toEqual([])
})

it('every row of the sources has a map, a log of right contacts, and broken ones, also in their order', () => {
  expect([...sources.lacking.keys()].sort(), JSON.stringify([...sources.lacking])).toEqual([...MISSING_ROWS].sort())
})

it('every kind of rule is broken by a shipped contact or by an example of its page', () => {
  expect(sources.unproved).toEqual([])
})

it('no shipped map has a rule of a kind that is not built', () => {
  expect(sources.notBuilt).toEqual([])
})

it('the pages on sources name every rule of the shipped maps', () => {
  const text = [...sources.pages.values()].join('')
  for (const map of MAPS) for (const { id } of writtenRules(loadShipped(map))) expect(text).toContain(`\`${id}\``)
})
