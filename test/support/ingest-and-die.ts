// Feeds files to a store and kills its own process, as by kill -9, once so many bytes have been read. For the store's test.
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { openStore } from '../../src/io/store/sqlite-store.ts'

const [store = '', bytes = '0', ...files] = process.argv.slice(2)
let left = Number(bytes)

function* chunksOf(file: string): Generator<Buffer> {
  const content = readFileSync(file)
  for (let at = 0; at < content.length; at += 10_000) {
    if (left <= 0) process.kill(process.pid, 'SIGKILL')
    left -= 10_000
    yield content.subarray(at, at + 10_000)
  }
}

const opened = await openStore(store, { create: true })
for (const file of files) await opened.ingest('-', { stdin: Readable.from(chunksOf(file)) })
process.kill(process.pid, 'SIGKILL')
