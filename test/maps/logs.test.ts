import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadShipped, readExpected } from '../../fixtures/shipped/load-shipped.ts'
import { makeLogs } from '../../fixtures/shipped/make-logs.ts'
import { MAPS } from '../../fixtures/shipped/registry.ts'
import { root } from '../support/run-cli.ts'
import { readShippedLog } from './shipped.ts'

describe('the shipped logs', () => {
  it('are what the script makes (npx tsx fixtures/shipped/make-logs.ts)', () => {
    for (const [path, bytes] of makeLogs()) {
      expect(existsSync(join(root, path)), path).toBe(true)
      expect(readFileSync(join(root, path)).equals(bytes), path).toBe(true)
    }
  })

  it('are all made by the script', () => {
    const made = makeLogs()
    for (const map of MAPS) {
      const folder = `maps/${map}/logs`
      expect(
        readdirSync(join(root, folder))
          .map((file) => `${folder}/${file}`)
          .filter((file) => !made.has(file)),
      ).toEqual([])
    }
  })

  it('hold no telephone number but made-up ones', () => {
    for (const [path, bytes] of makeLogs()) {
      const text = path.endsWith('july.csv') ? new TextDecoder('gb18030').decode(bytes) : bytes.toString('utf8')
      const numbers = text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? []
      expect(
        numbers.filter((number) => !number.startsWith('1380000')),
        path,
      ).toEqual([])
    }
  })

  it.each(MAPS)('of %s name each broken contact once, and show each at a line of its own', async (name) => {
    const expected = readExpected(name)
    const interactions = await readShippedLog(name, loadShipped(name), 'broken.csv')
    expect(interactions.map(({ id }) => id)).toEqual(expected.map(({ interaction }) => interaction).sort())
    for (const each of expected) {
      const lines = interactions.find(({ id }) => id === each.interaction)?.events.map(({ place }) => place.line) ?? []
      for (const { line } of [...each.rules, ...each.deviations]) if (line !== null) expect(lines).toContain(line)
      const found = each.rules.length + each.deviations.length
      if (each.companionOf === undefined) expect(found, each.interaction).toBeGreaterThan(0)
      if (found > 1) expect(each.because, each.interaction).toBeTruthy()
    }
  })
})
