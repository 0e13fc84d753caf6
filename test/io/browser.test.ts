import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { InputError } from '../../src/diagnostic/input-error.ts'
import { findBrowser } from '../../src/io/browser.ts'

let folder: string
const program = (name: string, mode = 0o755) => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '', { mode })
  return file
}
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchmap-browser-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the browser named comes before the environment, the environment before the usual names', () => {
  const named = program('named')
  const variable = program('variable')
  const usual = program('bin/chromium')
  const PATH = path.dirname(usual)
  expect(findBrowser(named, { PATH, CHROME_PATH: variable }, '/')).toBe(named)
  expect(findBrowser('named', { PATH }, folder)).toBe(named)
  expect(findBrowser(undefined, { PATH, CHROME_PATH: variable }, '/')).toBe(variable)
  expect(findBrowser(undefined, { PATH, PUPPETEER_EXECUTABLE_PATH: named, CHROME_PATH: variable }, '/')).toBe(named)
  expect(findBrowser(undefined, { PATH }, '/')).toBe(usual)
  expect(findBrowser('chromium', { PATH }, '/')).toBe(usual)
})

test('a folder or a file that cannot be run is no browser', () => {
  const plain = program('plain', 0o644)
  mkdirSync(path.join(folder, 'names', 'chromium'), { recursive: true })
  expect(() => findBrowser(folder, {}, '/')).toThrow(InputError)
  expect(() => findBrowser(plain, {}, '/')).toThrow(InputError)
  expect(() => findBrowser(undefined, { PATH: path.join(folder, 'names') }, '/')).toThrow(/none was found/)
})
