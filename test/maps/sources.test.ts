import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeSources } from '../../fixtures/shipped/make-sources.ts'
import { root } from '../support/run-cli.ts'
import { loadShipped, MAPS, writtenRules } from './shipped.ts'

it('docs/sources.md is what the maps say (npx tsx fixtures/shipped/make-sources.ts)', () => {
  expect(readFileSync(join(root, 'docs', 'sources.md'), 'utf8')).toBe(makeSources())
})

it('docs/sources.md names every rule of the shipped maps', () => {
  const text = makeSources()
  for (const map of MAPS) for (const { id } of writtenRules(loadShipped(map))) expect(text).toContain(`\`${id}\``)
})
