// How fast logs are read: `npx tsx bench/read-log.bench.ts [MB]`. Seeded; all ways read the same bytes in the same run.
// The naive split does not read quotes, times, encodings or places: it is what any reader of this file costs at least.
import { parse } from 'csv-parse'
import { LogBuilder } from '../src/log/build-log.ts'
import { RowReader } from '../src/log/read-rows.ts'

const megabytes = Number(process.argv[2] ?? 100)

/** A seeded log of calls in Chinese: nine columns, nine events a call, one row in twelve with a quoted text. */
function makeLog(bytes: number): Buffer {
  let seed = 20260701
  const next = (n: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return (seed >>> 8) % n
  }
  const steps = [
    'contact.opened',
    'greeting',
    'need.confirmed',
    'query',
    'plan.explained',
    'solve',
    'customer.rated',
    'confirm',
    'customer.hung-up',
  ]
  const rows = ['interaction,event,time,role,agent,channel,brand,text,level\n']
  for (let length = 0, i = 0; length < bytes; i++) {
    const start = Date.UTC(2026, 6, 1) + next(2_600_000) * 1000
    for (const [k, step] of steps.entries()) {
      const time = new Date(start + k * 17_000).toISOString().slice(0, 19).replace('T', ' ')
      const text = next(12) === 0 ? '"您好,请问有什么可以帮您?""谢谢"""' : ''
      const row = `K${1_000_000 + i},${step},${time},${k % 2 ? 'agent' : 'customer'},${1000 + next(300)},voice,${next(2) ? '全球通' : '神州行'},${text},${next(9)}\n`
      rows.push(row)
      length += Buffer.byteLength(row)
    }
  }
  return Buffer.from(rows.join(''))
}

function chunksOf(bytes: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 1 << 20) chunks.push(bytes.subarray(at, at + (1 << 20)))
  return chunks
}

const bytes = makeLog(megabytes * 1e6)
const chunks = chunksOf(bytes)

const ways: readonly (readonly [name: string, run: () => number | Promise<number>])[] = [
  [
    'naive split of lines and commas',
    () => {
      let rows = 0
      for (const line of bytes.toString('utf8').split('\n')) if (line.split(',').length > 1) rows++
      return rows
    },
  ],
  [
    'csv-parse, rows as arrays',
    async () => {
      const parser = parse({ bom: true })
      let rows = 0
      parser.on('data', () => rows++)
      const done = new Promise((resolve, reject) => {
        parser.on('end', resolve).on('error', reject)
      })
      for (const chunk of chunks) {
        if (!parser.write(chunk)) {
          await new Promise((resolve) => {
            parser.once('drain', resolve)
          })
        }
      }
      parser.end()
      await done
      return rows
    },
  ],
  [
    'touchmap, rows with places',
    () => {
      let rows = 0
      const count = () => {
        rows++
      }
      const reader = new RowReader({ row: count, reject: count, note: () => {} })
      for (const chunk of chunks) reader.push(chunk)
      reader.end()
      return rows
    },
  ],
  [
    'touchmap, interactions with times',
    () => {
      const builder = new LogBuilder({ timezone: 'Asia/Shanghai' })
      const reader = new RowReader(builder.file('log.csv'))
      for (const chunk of chunks) reader.push(chunk)
      reader.end()
      return builder.build().interactions.length
    },
  ],
]

console.log(`${(bytes.length / 1e6).toFixed(0)} MB, Node ${process.version}`)
for (const [name, run] of ways) {
  const before = performance.now()
  const cpuBefore = process.cpuUsage()
  const count = await run()
  const seconds = (performance.now() - before) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  const cpuSeconds = (cpu.user + cpu.system) / 1e6
  const rate = (bytes.length / 1e6 / seconds).toFixed(1).padStart(7)
  const cpuRate = (bytes.length / 1e6 / cpuSeconds).toFixed(1).padStart(7)
  console.log(`${name.padEnd(36)} ${rate} MB/s  ${cpuRate} MB per CPU second  (${count} counted)`)
}
