import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readLogs } from '../../../src/io/read-logs.ts'
import { APPLICATION_ID, MIGRATIONS } from '../../../src/io/store/migrations.ts'
import { openStore, readStore } from '../../../src/io/store/sqlite-store.ts'
import { createMapping, describeMapping } from '../../../src/log/mapping.ts'
import { root } from '../../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchmap-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
function fresh(): string {
  return join(folder, `store-${++made}.db`)
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

async function ingest(store: string, names: readonly string[], options: { timezone?: string } = {}) {
  const opened = await openStore(store, { cwd: folder, create: true })
  try {
    const results = []
    for (const name of names) results.push(await opened.ingest(name, { cwd: folder, ...options }))
    return results
  } finally {
    opened.close()
  }
}

/** Everything a store holds but the runs, which carry the time of day. */
function contentOf(store: string): unknown {
  const db = new Database(store, { readonly: true })
  try {
    return ['files', 'events', 'rejects', 'notes'].map((table) =>
      (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).map(
        ({ id: _id, run: _run, ...row }) => row,
      ),
    )
  } finally {
    db.close()
  }
}

describe('a store', () => {
  test('gives back the log that the files are, rejects and notes included', async () => {
    const names = [
      write(
        'b.csv',
        '工单号,事件,时间,业务,x,x\n1,开,2026/7/1 9:05,p,1,2\n1,关,2026/7/1 9:04,,,\n2,"x"y,,,,\n3,a\n4,b,soon,,,\n',
      ),
      write(
        'a.jsonl.gz',
        gzipSync('{"case":1,"event":"开","time":"2026-07-01T01:05:00Z","n":{"__proto__":1},"t":"\\u0000\\ud800"}\n{\n'),
      ),
      write('c.csv', '工单号,事件,时间,业务,x,x\n1,开,2026/7/1 9:05,p,1,2\n1,开,2026/7/1 9:05,p,1,2\n'),
    ]
    const store = fresh()
    await ingest(store, names)
    for (const options of [{ timezone: 'Asia/Shanghai' }, { timezone: 'Europe/Berlin' }]) {
      const direct = await readLogs(names, { cwd: folder, ...options })
      const stored = await readStore(store, { cwd: folder, ...options })
      expect(JSON.stringify(stored)).toBe(JSON.stringify(direct))
      expect(
        direct.files.map(({ path, read, kept, duplicates, rejected }) => [path, read, kept, duplicates, rejected]),
      ).toEqual([
        ['a.jsonl.gz', 2, 1, 0, 1],
        ['b.csv', 5, 2, 0, 3],
        ['c.csv', 2, 1, 1, 0],
      ])
    }
  })

  test('counts by the zone it is told, and keeps what another zone will read', async () => {
    const name = write('local.csv', 'case,event,time\n1,a,2026/7/1 9:05\n')
    const store = fresh()
    expect(await ingest(store, [name])).toMatchObject([{ read: 1, kept: 0, rejected: 1 }])
    expect((await readStore(store, { timezone: 'Asia/Shanghai' })).interactions).toHaveLength(1)
    const other = fresh()
    expect(await ingest(other, [name], { timezone: 'Asia/Shanghai' })).toMatchObject([
      { read: 1, kept: 1, rejected: 0 },
    ])
  })

  test('takes nothing from a file it knows, also under another name or gone through stdin', async () => {
    const one = write('one.csv', 'case,event\n1,a\n1,a\n2,b\n')
    const two = write('two.csv', 'case,event\n1,a\n1,a\n2,b\n')
    const store = fresh()
    const [first, second, third] = await ingest(store, [one, one, two])
    expect(first).toMatchObject({ read: 3, kept: 3, duplicates: 0, known: false })
    expect(second).toMatchObject({ read: 3, kept: 0, duplicates: 3, known: true })
    expect(third).toMatchObject({ read: 3, kept: 0, duplicates: 3, known: true })
    expect(JSON.stringify(await readStore(store))).toBe(JSON.stringify(await readLogs([two, one], { cwd: folder })))
  })

  test('counts rows that other files hold already', async () => {
    const old = write('old.csv', 'case,event\n1,a\n1,a\n')
    const grown = write('grown.csv', 'case,event\n1,a\n1,a\n1,a\n2,b\n')
    expect(await ingest(fresh(), [old, grown])).toMatchObject([
      { read: 2, kept: 2, duplicates: 0 },
      { read: 4, kept: 2, duplicates: 2 },
    ])
    const byId = write('by-id.csv', 'case,event,id\n1,a,x\n1,a,x\n')
    expect(await ingest(fresh(), [byId])).toMatchObject([{ read: 2, kept: 1, duplicates: 1 }])
  })

  test('reads a file again from the start when its encoding was guessed wrongly', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`case,event\n${Array.from({ length: 20_000 }, (_, i) => `${i},plain\n`).join('')}`),
      Buffer.from([0x78, 0x2c, 0xb9, 0xa4, 0x0a]),
    ])
    const name = write('late.csv', bytes)
    const store = fresh()
    expect(await ingest(store, [name])).toMatchObject([{ read: 20_001, kept: 20_001 }])
    const log = await readStore(store)
    expect(log.interactions.at(-1)?.events[0]?.event).toBe('工')
    expect(JSON.stringify(log)).toBe(JSON.stringify(await readLogs([name], { cwd: folder })))
  })

  test('law: whatever the files and the order they came in, it reads as they do', async () => {
    const cell = fc.constantFrom('1', '2', 'a', '', '"q', '2026-07-01T09:05:07Z', '2026/7/1 9:05', '无')
    const row = fc.tuple(cell, cell, cell, cell).map((cells) => cells.join(','))
    const file = fc.array(row, { maxLength: 6 }).map((rows) => ['case,event,time,id', ...rows].join('\n'))
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), fc.boolean(), async (files, reversed) => {
        const names = files.map((text, i) => write(`law-${i}.csv`, text))
        const store = fresh()
        const results = await ingest(store, reversed ? [...names].reverse() : names)
        for (const { read, kept, duplicates, rejected } of results) expect(read).toBe(kept + duplicates + rejected)
        const direct = await readLogs(names, { cwd: folder, timezone: 'UTC' })
        expect(JSON.stringify(await readStore(store, { timezone: 'UTC' }))).toBe(JSON.stringify(direct))
      }),
      { numRuns: 25 },
    )
  })

  test('keeps a mapping so that it reads back the same', () => {
    const { mapping } = createMapping({
      mapping: {
        format: 'csv',
        encoding: 'gbk',
        delimiter: 'tab',
        timezone: 'Asia/Shanghai',
        'time-formats': ['M/d/yyyy'],
        columns: { interaction: 'a', 'event-id': 'b', unit: ['x', 'y'] },
        constants: { channel: 'voice', level: 3 },
        events: { x: 'y' },
        attributes: { a: 'b' },
        split: 'channel',
        ties: 'any',
        'keep-rest': false,
      },
    })
    expect(createMapping(JSON.parse(JSON.stringify(describeMapping(mapping)))).mapping).toEqual(mapping)
  })

  test('is readable with any SQLite client', async () => {
    const store = fresh()
    await ingest(store, [
      write('plain.csv', 'case,event,time,channel,city\n1,a,2026-07-01T00:00:00Z,voice,济南\n1,b,,,\n'),
    ])
    const db = new Database(store, { readonly: true })
    expect(db.prepare('SELECT id, channel, events, began FROM interactions').all()).toEqual([
      { id: '1', channel: 'voice', events: 2, began: Date.UTC(2026, 6, 1) },
    ])
    expect(db.prepare("SELECT json_extract(attributes, '$.city') FROM events WHERE line = 2").pluck().get()).toBe(
      '济南',
    )
    db.close()
  })
})

describe('opening a store', () => {
  test('that is not there, is none, is another program’s, or is newer', async () => {
    await expect(readStore(join(folder, 'nowhere.db'))).rejects.toMatchObject({ name: 'InputError' })
    write('text.db', 'this is no database, only a text that is long enough to be looked at as one\n'.repeat(20))
    await expect(readStore('text.db', { cwd: folder })).rejects.toThrow('text.db: not a SQLite file')
    const foreign = new Database(join(folder, 'foreign.db'))
    foreign.exec('CREATE TABLE t (x)')
    foreign.close()
    await expect(readStore('foreign.db', { cwd: folder })).rejects.toThrow('not a store of touchmap')
    const store = fresh()
    await ingest(store, [])
    const newer = new Database(store)
    newer.pragma('user_version = 99')
    newer.close()
    await expect(readStore(store)).rejects.toThrow('the store is of version 99')
    await expect(openStore('no/such/folder/x.db', { cwd: folder, create: true })).rejects.toMatchObject({
      name: 'InputError',
    })
  })

  test('migrates an older one, keeping what it holds', async () => {
    const store = fresh()
    const old = new Database(store)
    old.exec(MIGRATIONS[0] ?? '')
    old.pragma(`application_id = ${APPLICATION_ID}`)
    old.pragma('user_version = 1')
    old.exec("INSERT INTO runs VALUES (1, '0.0.1', '', NULL)")
    old.exec(`INSERT INTO files VALUES (1, 1, 'x.csv', 'h', NULL, '{"mapping":{}}', 1, 1, 0, 0)`)
    old.exec(
      "INSERT INTO events (file, line, \"offset\", state, interaction, event) VALUES (1, 2, 11, 'kept', 'i', 'e')",
    )
    old.close()
    expect((await readStore(store)).interactions).toMatchObject([{ id: 'i', events: [{ event: 'e' }] }])
    const db = new Database(store, { readonly: true })
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    db.close()
  })
})

describe('killed at any moment', () => {
  test(
    'loses nothing and doubles nothing: fed again, it holds what it would have held',
    { timeout: 180_000 },
    async () => {
      const files = [0, 1, 2].map((file) => {
        const rows = Array.from(
          { length: 4000 },
          (_, i) => `${i % 97},event ${i},2026-07-01T00:00:0${file}Z,${'x'.repeat(60)}`,
        )
        return join(folder, write(`big-${file}.csv`, ['case,event,time,text', ...rows, 'short,row'].join('\n')))
      })
      const size = statSync(files[0] ?? '').size
      const once = fresh()
      await feed(once, files)
      const store = fresh()
      // In the first file, late in it, between two files, in the third, and after the last with the store still open.
      for (const [share, committed] of [
        [0.4, 0],
        [0.9, 0],
        [1.05, 1],
        [2.5, 2],
        [9, 3],
      ] as const) {
        expect(await dieAfter(store, size * share, files)).toBe('SIGKILL')
        expect((await readStore(store)).files).toHaveLength(committed)
      }
      await feed(store, files)
      expect(contentOf(store)).toEqual(contentOf(once))
      expect((await readStore(store)).files.map(({ read, kept, rejected }) => [read, kept, rejected])).toEqual(
        files.map(() => [4001, 4000, 1]),
      )
    },
  )
})

async function feed(store: string, files: readonly string[]): Promise<void> {
  const opened = await openStore(store, { create: true })
  for (const file of files) await opened.ingest('-', { stdin: Readable.from([readFileSync(file)]) })
  opened.close()
}

/** A process of its own that is killed after so many bytes; the signal that ended it. */
function dieAfter(store: string, bytes: number, files: readonly string[]): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL('../../support/ingest-and-die.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, store, String(bytes), ...files], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
}
