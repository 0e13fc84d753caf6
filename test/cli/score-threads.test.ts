import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeHotlineLog } from '../../bench/make-hotline-log.ts'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchmap-threads-'))
afterAll(() => rmSync(folder, { recursive: true }))

const score = (logs: readonly string[], ...more: string[]) =>
  touchmap(['score', ...logs, '--map', 'maps/hotline-10086', '--format', 'json', '--lang', 'en', ...more])

describe('threads', () => {
  test('do not change a byte: two files in GB18030 that share rows, rejects and blind spots among them', async () => {
    const logs = ['july.csv', 'july-supplement.csv'].map((name) => join(root, 'maps/hotline-10086/logs', name))
    const one = await score(logs, '--threads', '1')
    const two = await score(logs, '--threads', '2')
    expect(two.stderr).toBe(one.stderr)
    expect(JSON.parse(one.stdout)).toMatchObject({ log: { rejected: expect.any(Number) as number } })
    expect(two.stdout).toBe(one.stdout)
    expect(two.code).toBe(one.code)
  })

  test('do not change a byte of a noisy log, as of a day in its middle', async () => {
    const log = join(folder, 'noisy.csv')
    await makeHotlineLog(log, 400)
    const one = await score([log], '--threads', '1', '--as-of', '2026-09-01')
    const three = await score([log], '--threads', '3', '--as-of', '2026-09-01')
    expect(JSON.parse(one.stdout).log.eventsAfterAsOf as number).toBeGreaterThan(0)
    expect(three.stdout).toBe(one.stdout)
  })

  test('a file that is no log ends the command as it does without them', async () => {
    const log = join(folder, 'none.csv')
    writeFileSync(log, 'a,b\n1,2\n')
    const run = await score([log], '--threads', '2')
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('no heading is understood as the interaction id or the event')
  })

  test('their number is a whole number from 1', async () => {
    const run = await score(['x.csv'], '--threads', '0')
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('`--threads` must be a whole number from 1 to 99, got `0`')
  })
})
