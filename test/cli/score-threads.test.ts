import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

  test('do not change a byte of files whose rows lie anywhere, nor of one whose texts look like rows', async () => {
    const log = join(folder, 'ordered.csv')
    await makeHotlineLog(log, 150)
    const [heading = '', ...rows] = readFileSync(log, 'utf8').trimEnd().split('\n')
    // Every interaction has rows in every part.
    const scattered = rows.map((row, i) => ({ row, place: (i * 7919) % rows.length })).sort((a, b) => a.place - b.place)
    const blanks = ','.repeat(heading.split(',').length - 2)
    const say = (row: string, line: string) => row.replace(/^((?:[^,]*,){6})/, `$1"${`${line}\r\n`.repeat(9)}"`)
    const saying = (line: string) => scattered.map(({ row }, i) => (i % 3 > 0 ? row : say(row, line)))
    const broken = ['H10000001,call.answered', `H10000002,"x${blanks}`, '']
    const marked = `\uFEFF${[heading, ...saying('yes, please'), ...broken].join('\r\n')}`
    const second = [heading, ...rows.slice(500), ...broken, ...rows.slice(0, 500)].join('\n')
    const like = [heading, ...saying(`H1,x${blanks}`)].join('\n')
    const logs = Object.entries({ marked, second, like }).map(([name, text]) => {
      writeFileSync(join(folder, `${name}.csv`), text)
      return join(folder, `${name}.csv`)
    })
    const one = await score(logs.slice(0, 2), '--threads', '1')
    expect(JSON.parse(one.stdout).log.rejected as number).toBeGreaterThan(2)
    expect((await score(logs.slice(0, 2), '--threads', '2')).stdout).toBe(one.stdout)
    const talk = await score(logs.slice(2), '--threads', '1')
    expect((await score(logs.slice(2), '--threads', '2')).stdout).toBe(talk.stdout)
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
