import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { outputSchema } from '../support/output-schema.ts'
import { touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-output-'))
afterAll(() => rmSync(folder, { recursive: true }))
const july = 'maps/hotline-10086/logs/july.csv'

test.each([
  ['validate', ['validate', 'fixtures/load/twenty']],
  ['validate', ['validate', 'maps/hotline-10086', 'fixtures/score/versions/2026.2']],
  ['matrix', ['matrix', '--map', 'maps/hotline-10086']],
  ['coverage', ['coverage', july, '--map', 'maps/hotline-10086', '--fail-under', 'entries=0.1']],
  ['coverage', ['coverage', 'fixtures/text/heard/calls.csv', '--map', 'fixtures/text/heard/map']],
  ['matrix', ['matrix', '--map', 'fixtures/score/versions/2026.2']],
  ['show', ['show', '1A-101', '--map', 'maps/hotline-10086']],
  ['show', ['show', '2G-201', '--effective', '--map', 'fixtures/matrix/variants']],
  ['ingest', ['ingest', july, 'fixtures/score/basic/calls.csv', '--store', path.join(folder, 'a.db')]],
  ['ingest', ['ingest', july, '--store', path.join(folder, 'a.db')]],
  ['trend', ['trend', july, '--map', 'maps/hotline-10086', '--baseline', '2026-01..2026-12']],
  ['trend', ['trend', 'fixtures/score/basic/calls.csv', '--map', 'fixtures/score/basic/map', '--per', 'day']],
  ['test', ['test', '--map', 'fixtures/score/plugin/map']],
  ['test', ['test', '--map', 'maps/standard-communication']],
  ['doctor', ['doctor']],
])('%s --format json is as its schema says: %j', async (name, argv) => {
  const run = await touchmap([...argv, '--format', 'json', '--lang', 'zh'])
  const validate = outputSchema(name)
  expect(validate(JSON.parse(run.stdout)), JSON.stringify(validate.errors)).toBe(true)
})

test.each(['json', 'pretty'])('a store gives the bytes of its logs, as %s', async (format) => {
  const store = path.join(folder, `${format}.db`)
  const argv = ['--map', 'fixtures/score/basic/map', '--format', format]
  const calls = 'fixtures/score/basic/calls.csv'
  await touchmap(['ingest', calls, '--store', store, '--map', 'fixtures/score/basic/map'])
  const direct = await touchmap(['score', calls, ...argv])
  const stored = await touchmap(['score', '--store', store, ...argv])
  expect(stored.code).toBe(1)
  expect(stored.stdout).toBe(direct.stdout)
  const inspected = await touchmap(['inspect', 'c-02', '--store', store, ...argv])
  expect(inspected.stdout).toBe((await touchmap(['inspect', 'c-02', calls, ...argv])).stdout)
})
