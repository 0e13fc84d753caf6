import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { touchmap } from '../support/run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchmap-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const map = ['--map', 'maps/hotline-10086']

describe('touchmap export', () => {
  it('writes BPMN to standard output, in the language asked for', async () => {
    const zh = await touchmap(['export', 'hall-green-channel', '--format', 'bpmn', '--lang', 'zh', ...map])
    const en = await touchmap(['export', 'hall-green-channel', '--format', 'bpmn', '--lang', 'en', ...map])
    expect([zh.code, zh.stderr, en.code, en.stderr]).toEqual([0, '', 0, ''])
    expect(zh.stdout).toContain('name="热线—营业厅绿色通道"')
    expect(en.stdout).toContain('name="Service hall"')
  })

  it('writes PNML to a file, which conform reads', async () => {
    const file = path.join(folder, 'net.pnml')
    const { code, stdout, stderr } = await touchmap([
      'export',
      'person',
      '--format',
      'pnml',
      '--out',
      file,
      '--map',
      'maps/intelligent-service',
    ])
    expect([code, stdout, stderr]).toEqual([0, '', ''])
    expect(readFileSync(file, 'utf8')).toContain('<finalmarkings>')
  })

  it('refuses PNML where an interrupt takes back what goes on beside, with its place', async () => {
    const { code, stdout, stderr } = await touchmap([
      'export',
      'hall-green-channel',
      '--format',
      'pnml',
      '--lang',
      'en',
      ...map,
    ])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/hall-green-channel\.yaml:\d+:\d+/)
    expect(stderr).toContain('pnml/interrupt')
  })

  it('names the formats when none is given', async () => {
    const { code, stderr } = await touchmap(['export', 'hall-green-channel', '--lang', 'en', ...map])
    expect([code, stderr]).toEqual([2, expect.stringContaining('--format')])
  })
})
