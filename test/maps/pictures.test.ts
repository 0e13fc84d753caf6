import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadShipped } from '../../fixtures/shipped/load-shipped.ts'
import { MAPS } from '../../fixtures/shipped/registry.ts'
import { touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchmap-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(MAPS)(
  '%s: every flow and the two matrices are drawn, with the name of each in both languages',
  async (name) => {
    const { flows } = loadShipped(name)
    for (const lang of ['zh', 'en'] as const) {
      const out = join(folder, name, lang)
      const { code, stderr } = await touchmap([
        'render',
        '--all',
        '--map',
        `maps/${name}`,
        '--out',
        out,
        '--lang',
        lang,
      ])
      expect([code, stderr]).toEqual([0, ''])
      const drawn = [...flows.keys(), 'matrix', 'contact-degree'].map((each) => `${each}.svg`)
      expect(readdirSync(out).sort()).toEqual(drawn.sort())
      for (const flow of flows.values()) {
        const picture = readFileSync(join(out, `${flow.id}.svg`), 'utf8')
        expect(picture.startsWith('<svg') || picture.startsWith('<?xml')).toBe(true)
        const title = /<title[^>]*>([^<]*)<\/title>/
          .exec(picture)?.[1]
          ?.replaceAll('&apos;', "'")
          .replaceAll('&#39;', "'")
        expect(title).toContain(flow.name?.[lang])
      }
    }
  },
)
