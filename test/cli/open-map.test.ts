import { mkdtempSync, rmSync, writeFileSync, cpSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import type { CommandRun } from '../../src/cli/command.ts'
import { AlreadyReported, EXIT } from '../../src/cli/exit-codes.ts'
import { openMap } from '../../src/cli/open-map.ts'
import { InputError } from '../../src/diagnostic/input-error.ts'
import { root } from '../support/run-cli.ts'

function createRun(cwd: string): { run: CommandRun; stdout: string[]; stderr: string[] } {
  const stdout: string[] = []
  const stderr: string[] = []
  const context = {
    stdin: new PassThrough().end(),
    stdout: { write: (text: string | Uint8Array) => stdout.push(String(text)) },
    stderr: { write: (text: string | Uint8Array) => stderr.push(String(text)) },
    cwd,
    env: {},
  }
  const wholeProgram = () => Promise.reject(new Error('not asked for'))
  return { run: { context, lang: 'en', color: false, width: 80, version: '0', wholeProgram }, stdout, stderr }
}

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-open-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('openMap', () => {
  it('gives the map with its history and matrix, and keeps warnings to itself', async () => {
    const blind = path.join(folder, 'blind')
    cpSync(path.join(root, 'fixtures/load/pages'), blind, { recursive: true })
    const rows = 'touchpoints:\n  - {business: plan, channel: all, brand: all, flow: answer}\n'
    writeFileSync(path.join(blind, 'touchpoints.yaml'), rows)
    const { run, stdout, stderr } = createRun(folder)
    const opened = await openMap('blind', run)
    expect(opened.map.id).toBe('page')
    expect(opened.root).toBe(blind)
    expect(opened.history.versions).toEqual([opened.map])
    expect(opened.matrix.cells.map(({ status }) => status)).toContain('blind-spot')
    expect([...stdout, ...stderr]).toEqual([])
  })

  it('prints the errors of a map and ends with 2', async () => {
    const { run, stdout, stderr } = createRun(root)
    const error: unknown = await openMap('fixtures/load/twenty', run).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AlreadyReported)
    expect((error as AlreadyReported).code).toBe(EXIT.input)
    expect(stdout).toEqual([])
    expect(stderr.join('')).toContain('fixtures/load/twenty/rules.yaml:3:60  error  reference-unknown')
    expect(stderr.join('')).toMatch(/9 files checked: 19 errors\n$/)
  })

  it('says where a map was looked for', async () => {
    await expect(openMap(undefined, createRun(folder).run)).rejects.toThrow(InputError)
    await expect(openMap('nowhere', createRun(root).run)).rejects.toThrow('there is no nowhere')
  })
})
