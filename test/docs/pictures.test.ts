import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-pictures-'))
afterAll(() => rmSync(folder, { recursive: true }))
const pictures = path.join(root, 'docs/pictures')
const names = ['contact-degree', 'hall-green-channel']

test.each(['zh', 'en'])('the pictures of the pages are what the tool draws of the hotline, in %s', async (lang) => {
  const out = path.join(folder, lang)
  const run = await touchmap(['render', ...names, '--map', 'maps/hotline-10086', '--out', out, '--lang', lang])
  expect(run.code).toBe(0)
  for (const name of names)
    expect(
      readFileSync(path.join(out, `${name}.svg`), 'utf8') ===
        readFileSync(path.join(pictures, `${name}.${lang}.svg`), 'utf8'),
      `docs/pictures/${name}.${lang}.svg: draw it again by touchmap render`,
    ).toBe(true)
})

test('each picture of the pages is among them', () => {
  const expected = names.flatMap((name) => [`${name}.en.svg`, `${name}.zh.svg`])
  expect(readdirSync(pictures).filter((file) => file.endsWith('.svg'))).toEqual(expected)
})
