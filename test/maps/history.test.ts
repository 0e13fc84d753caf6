import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFolderSource } from '../../src/io/model-sources.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { root, touchmap } from '../support/run-cli.ts'

/** Shipped maps with a history, and their earlier versions. */
const HISTORIES = [
  ['hotline-10086', ['2026.1', '2026.2']],
  ['plan-supervision', ['1', '2']],
  ['standard-communication', ['1', '2']],
] as const

describe.each(HISTORIES)('the history of %s', (name, versions) => {
  const folder = join(root, 'maps', name)
  const { history, diagnostics } = loadHistory(createFolderSource(folder))

  it('has its versions, each after the first with notes of what it changed', () => {
    expect(diagnostics).toEqual([])
    expect(history?.versions.map(({ version }) => version)).toEqual(versions)
    for (const { changes = [] } of history?.versions.slice(1) ?? []) {
      expect(changes.length).toBeGreaterThanOrEqual(2)
      expect(changes.filter(({ why }) => why !== undefined)).not.toEqual([])
      for (const { what, why = what } of changes)
        for (const text of [what, why])
          expect(text).toEqual({
            zh: expect.stringMatching(/\p{Script=Han}/u),
            en: expect.stringMatching(/^\P{Script=Han}+$/u),
          })
    }
  })

  it('was without a finding on the last day of each version', async () => {
    expect(readdirSync(join(folder, 'versions'))).toEqual(versions.slice(0, -1))
    for (const { version, effective } of history?.versions.slice(0, -1) ?? []) {
      const { stdout } = await touchmap([
        'validate',
        `maps/${name}/versions/${version}`,
        '--format',
        'json',
        '--as-of',
        effective.until ?? '',
      ])
      expect((JSON.parse(stdout) as { findings: unknown }).findings, version).toEqual([])
    }
  })

  it('has a review and walk-throughs of both versions, with what became of what they found', () => {
    const map = history?.versions.at(-1)
    expect(map?.review?.last).toBeDefined()
    expect(map?.walksEvery).toBeDefined()
    expect(new Set(map?.walks?.map(({ version }) => version))).toEqual(new Set(versions))
    const findings = map?.walks?.flatMap((walk) => walk.findings) ?? []
    expect(findings.filter(({ settled }) => settled)).not.toEqual([])
    for (const { due } of findings) expect(due).toBeDefined()
  })
})

it('a renamed business of the hotline keeps its code over the versions', () => {
  const { history } = loadHistory(createFolderSource(join(root, 'maps/hotline-10086')))
  const [before, after] = history?.versions ?? []
  expect(before?.catalog.axes.business.get('subscription-check')?.code).toBe('302')
  expect(after?.catalog.axes.business.get('order-check')).toMatchObject({
    code: '302',
    formerly: ['subscription-check'],
  })
})
