import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { touchmap } from '../support/run-cli.ts'
import { readXml } from '../support/well-formed.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchmap-render-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const map = ['--map', 'fixtures/draw/map']
const render = (args: string[], env: Record<string, string> = {}) =>
  touchmap(['render', ...args, ...map, '--out', path.join(folder, 'out'), '--lang', 'en'], { env })
const written = () => (existsSync(path.join(folder, 'out')) ? readdirSync(path.join(folder, 'out')).sort() : undefined)
const read = (name: string) => readFileSync(path.join(folder, 'out', name))

test('writes every flow and the matrix as SVG and Mermaid, without a browser', async () => {
  const { code, stdout, stderr } = await render(['--all', '--format', 'mermaid', '--format', 'svg'], { PATH: '' })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(written()).toEqual([
    'bill.mmd',
    'bill.svg',
    'hall-green-channel.mmd',
    'hall-green-channel.svg',
    'matrix.mmd',
    'matrix.svg',
  ])
  expect(stdout.trim().split('\n')).toHaveLength(6)
  expect(readXml(read('hall-green-channel.svg').toString()).length).toBeGreaterThan(50)
  expect(read('matrix.mmd').toString()).toContain('block-beta')
})

test('the contact-degree matrix is drawn by its name, and by --all where contact is stated', async () => {
  expect((await render(['contact-degree', '--format', 'svg,mermaid'])).code).toBe(0)
  expect(written()).toEqual(['contact-degree.mmd', 'contact-degree.svg'])
  expect(read('contact-degree.mmd').toString()).toContain('quadrantChart')
  const all = await touchmap(['render', '--all', '--map', 'maps/online-service', '--out', path.join(folder, 'all')])
  expect(all.code).toBe(0)
  expect(readdirSync(path.join(folder, 'all'))).toContain('contact-degree.svg')
})

test.skipIf(!chromium)('Mermaid draws the contact-degree matrix, names with signs and all', async () => {
  const drawn = ['render', 'contact-degree', '--map', 'maps/hotline-10086', '--format', 'svg', '--engine', 'mermaid']
  const run = await touchmap([...drawn, '--browser', chromium ?? '', '--out', path.join(folder, 'out'), '--lang', 'zh'])
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
  expect(read('contact-degree.svg').toString()).toContain('热线—营业厅绿色通道')
})

test('SVG is what is written when nothing is said; a code names its flow; a picture named twice is drawn once', async () => {
  expect((await render(['VG-GREEN', 'VM-GREEN', 'hall-green-channel'])).code).toBe(0)
  expect(written()).toEqual(['hall-green-channel.svg'])
})

test('the same map gives the same bytes', async () => {
  await render(['--all', '--format', 'svg,mermaid'])
  const first = (written() ?? []).map((name) => read(name))
  await render(['--all', '--format', 'svg,mermaid'])
  expect((written() ?? []).map((name) => read(name))).toEqual(first)
})

test('an unknown name or format, or nothing named, ends with 2 and writes nothing', async () => {
  const unknown = await render(['hall-green-chanel'])
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toContain('did you mean `hall-green-channel`?')
  const format = await render(['bill', '--format', 'svg,gif'])
  expect(format.code).toBe(2)
  expect(format.stderr).toContain('mermaid, svg, png, pdf')
  expect((await render([])).code).toBe(2)
  expect(written()).toBeUndefined()
})

test('without Chromium png and pdf end with 2, say how to get one, and nothing is written', async () => {
  for (const args of [
    ['bill', '--format', 'svg,png'],
    ['bill', '--format', 'pdf'],
    ['bill', '--engine', 'mermaid'],
  ]) {
    const { code, stderr } = await render(args, { PATH: '' })
    expect(code).toBe(2)
    expect(stderr).toContain('png and pdf need Chromium, and none was found')
    expect(stderr).toContain('apt-get install chromium')
    expect(stderr).toContain('--browser')
    expect(stderr).toContain('PUPPETEER_EXECUTABLE_PATH')
  }
  expect(written()).toBeUndefined()
})

test('a browser that is named and not there, or that is none, ends with 2', async () => {
  const none = await render(['bill', '--format', 'png', '--browser', '/nowhere/chromium'])
  expect(none.code).toBe(2)
  expect(none.stderr).toContain('--browser')
  const env = await render(['bill', '--format', 'png'], { CHROME_PATH: '/nowhere/chrome' })
  expect(env.stderr).toContain('CHROME_PATH')
  const fake = path.join(folder, 'chromium')
  writeFileSync(fake, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const broken = await render(['bill', '--format', 'png', '--browser', fake])
  expect(broken.code).toBe(2)
  expect(broken.stderr).toContain('does not start')
  expect(written()).toBeUndefined()
})

test('a folder that cannot be written to ends with 2 and leaves no temporary file', async () => {
  writeFileSync(path.join(folder, 'out'), 'a file')
  const { code, stderr } = await render(['bill'])
  expect(code).toBe(2)
  expect(stderr).toContain('cannot write')
  expect(readdirSync(folder)).toEqual(['out'])
})

describe.skipIf(chromium === undefined)('with Chromium (skipped: none on this machine)', () => {
  const env = { PATH: process.env['PATH'] ?? '' }

  test.each(['own', 'mermaid'])(
    'draws PNG and PDF with the engine %s',
    async (engine) => {
      const { code, stderr } = await render(
        ['hall-green-channel', 'matrix', '--format', 'png,pdf', '--engine', engine, '--browser', chromium ?? ''],
        env,
      )
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(written()).toEqual(['hall-green-channel.pdf', 'hall-green-channel.png', 'matrix.pdf', 'matrix.png'])
      const png = read('hall-green-channel.png')
      expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
      expect(png.readUInt32BE(16)).toBeGreaterThan(1_000)
      expect(png.readUInt32BE(20)).toBeGreaterThan(1_000)
      const pdf = read('hall-green-channel.pdf').toString('latin1')
      expect(pdf.startsWith('%PDF-')).toBe(true)
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    },
    180_000,
  )

  test('draws SVG by Mermaid when asked to', async () => {
    const { code } = await render(['bill', '--format', 'svg', '--engine', 'mermaid', '--browser', chromium ?? ''], env)
    expect(code).toBe(0)
    const svg = read('bill.svg').toString()
    readXml(svg)
    expect(svg).toContain('Tell the bill')
  }, 120_000)
})
