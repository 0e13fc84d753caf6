import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { readLogs } from '../../src/io/read-logs.ts'
import { readMapping } from '../../src/io/read-mapping.ts'
import { readStore } from '../../src/io/store/sqlite-store.ts'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchmap-ingest-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const messy = join(root, 'fixtures/log/messy/calls.csv')
const mapped = join(root, 'fixtures/log/mapped')

let made = 0
const fresh = () => `store-${++made}.db`

test('says of every file read = kept + duplicates + rejected, and where the rejects are', async () => {
  writeFileSync(join(folder, 'calls.csv'), readFileSync(messy))
  const store = fresh()
  const first = await touchmap(['ingest', 'calls.csv', '--store', store], { cwd: folder })
  await expect(first.stdout.replace(store, 'STORE')).toMatchFileSnapshot('../../fixtures/log/messy/expected.en.txt')
  expect(first.code).toBe(0)
  const again = await touchmap(['ingest', 'calls.csv', '--store', store, '--lang', 'zh'], { cwd: folder })
  expect(again.stdout).toContain('calls.csv：读取 9 = 保留 0 + 重复 9 + 拒收 0（内容已在存储中）')
})

test('with the map’s time zone keeps local times; JSON has all rejects', async () => {
  writeFileSync(join(folder, 'mapping.yaml'), 'mapping:\n  timezone: Asia/Shanghai\n  columns: {}\n')
  const { stdout, code } = await touchmap(
    [
      'ingest',
      'calls.csv',
      '--store',
      fresh(),
      '--mapping',
      'mapping.yaml',
      '--format',
      'json',
      '--lang',
      'zh',
      '--max-rejects',
      '4',
    ],
    { cwd: folder },
  )
  const { touchmap: _version, store: _store, files, ...rest } = JSON.parse(stdout) as Record<string, unknown>
  expect(code).toBe(0)
  expect(files).toMatchObject([{ path: 'calls.csv', read: 9, kept: 5, duplicates: 0, rejected: 4, known: false }])
  expect(rest).toEqual({
    command: 'ingest',
    read: 9,
    kept: 5,
    duplicates: 0,
    rejected: 4,
    rejects: [
      { file: 'calls.csv', line: 6, offset: 213, reason: '无法识别的时间；映射文件可用 `time-formats:` 说明写法' },
      { file: 'calls.csv', line: 7, offset: 260, reason: '引号不成对：右引号缺失，或其后还有文字；已从下一行继续读取' },
      { file: 'calls.csv', line: 8, offset: 303, reason: '只有 5 个字段，表头有 8 列' },
      { file: 'calls.csv', line: 9, offset: 341, reason: '没有交互编号' },
    ],
    notes: [{ file: 'calls.csv', line: 1, reason: '不是有效的 UTF-8，按 GB18030 读取', occurrences: 1 }],
  })
})

test('reads standard input, gzipped too, and what it keeps reads like the log', async () => {
  const store = fresh()
  const bytes = gzipSync(readFileSync(join(mapped, 'calls.jsonl')))
  const { code, stdout } = await touchmap(
    ['ingest', '-', '--store', store, '--mapping', join(mapped, 'mapping.yaml')],
    {
      cwd: folder,
      stdin: bytes,
    },
  )
  expect([code, stdout.split('\n')[0]]).toEqual([0, '-: read 2 = kept 2 + duplicates 0 + rejected 0'])
  const log = await readStore(store, { cwd: folder })
  const direct = await readLogs(['calls.jsonl'], { cwd: mapped, mapping: readMapping('mapping.yaml', mapped) })
  expect(
    log.interactions.map(({ events, ...rest }) => ({
      ...rest,
      events: events.map(({ place, ...one }) => [one, place.line]),
    })),
  ).toEqual(
    direct.interactions.map(({ events, ...rest }) => ({
      ...rest,
      events: events.map(({ place, ...one }) => [one, place.line]),
    })),
  )
  expect(log.interactions).toMatchObject([
    {
      id: 'k1',
      axes: { channel: 'voice' },
      unit: { agent: '1001' },
      attributes: { level: '3' },
      events: [{ event: 'call.answered' }, { event: 'customer.hung-up' }],
    },
  ])
})

test('ends with 1 when more rows are rejected than allowed', async () => {
  const { code } = await touchmap(['ingest', 'calls.csv', '--store', fresh(), '--max-rejects', '3'], { cwd: folder })
  expect(code).toBe(1)
})

test.each([
  [['nowhere.csv'], 'nowhere.csv: no such file'],
  [['.'], '.: a folder, not a log'],
  [['broken.csv.gz'], 'broken.csv.gz: the gzip data is broken or cut short after'],
  [
    ['unknown.txt'],
    'unknown.txt: a log of unknown format: no heading is understood as the interaction id or the event',
  ],
  [['calls.csv', '--max-rejects', 'few'], '`--max-rejects` must be a whole number'],
  [['calls.csv', '--mapping', 'calls.csv'], 'the mapping file has errors'],
])('%j ends with 2 and says why', async (args, message) => {
  writeFileSync(join(folder, 'broken.csv.gz'), gzipSync(readFileSync(messy)).subarray(0, 200))
  writeFileSync(join(folder, 'unknown.txt'), 'dear all\nno log here\n')
  const { code, stderr } = await touchmap(['ingest', ...args, '--store', fresh()], { cwd: folder })
  expect(code).toBe(2)
  expect(stderr).toContain(message)
})

test('says what was kept before a file at fault', async () => {
  const store = fresh()
  const { code, stdout, stderr } = await touchmap(['ingest', 'calls.csv', 'nowhere.csv', '--store', store], {
    cwd: folder,
  })
  expect(code).toBe(2)
  expect(stdout).toContain('calls.csv: read 9')
  expect(stderr).toContain('nowhere.csv: no such file')
  expect((await readStore(store, { cwd: folder, timezone: 'UTC' })).files).toHaveLength(1)
})

test.each(['hotline-10086', 'intelligent-service', 'standard-communication', 'six-step-after-sales'])(
  'the log of %s scores from the store to the same bytes as from its files',
  async (name) => {
    const logs = join('maps', name, 'logs')
    const files = readdirSync(join(root, logs))
      .filter((file) => /\.(csv|jsonl)$/.test(file))
      .map((file) => join(logs, file))
    const store = join(folder, fresh())
    const map = ['--map', join('maps', name), '--format', 'json']
    expect((await touchmap(['ingest', ...[...files].reverse(), '--store', store])).code).toBe(0)
    const direct = await touchmap(['score', ...files, ...map])
    const stored = await touchmap(['score', '--store', store, ...map])
    expect(direct.stdout).toContain('"interactions"')
    expect(stored).toEqual(direct)
  },
)
