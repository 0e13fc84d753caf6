import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { findAllCuts, joinParts, readParts } from '../../src/io/read-parts.ts'
import { LogBuilder } from '../../src/log/build-log.ts'
import { NO_MAPPING } from '../../src/log/mapping.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchmap-parts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const options = { mapping: NO_MAPPING, cwd: folder }
const HEADING = 'case,event,time,text'
const rows = Array.from({ length: 6000 }, (_, i) => `c${i % 700},e${i % 9},2026-07-01T09:00:00+08:00,t${i}`)

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

/** The readers of all parts one after another, and what they come to together. */
function readAll(name: string, count: number, between = () => {}) {
  const [cuts] = findAllCuts([name], count, options) ?? []
  if (cuts === undefined) return undefined
  const parts = Array.from({ length: count }, (_, part) => {
    if (part === 1) between()
    return readParts(new LogBuilder(), [name], [cuts], part, options)
  })
  const reads = parts.map((part) => part?.reads[0])
  return { cuts, reads, rows: parts.map((part) => part?.rows[0]?.rows), lines: joinParts(reads, cuts) }
}

describe('parts of a file', () => {
  test('begin where records begin, hold all rows, and are about as long', () => {
    const name = write('plain.csv', [HEADING, ...rows].join('\n'))
    const bytes = readFileSync(join(folder, name))
    const { cuts, reads, lines, rows: held } = readAll(name, 3) ?? { cuts: [] }
    expect(cuts.length).toBe(4)
    for (const cut of cuts.slice(1, 3))
      expect(bytes.toString('utf8', cut - 1, cut + 2)).toBe('\nc' + String.fromCharCode(bytes[cut + 1] ?? 0))
    expect(held?.reduce<number>((sum, own) => sum + (own ?? 0), 0)).toBe(6000)
    expect(Math.min(...(held ?? []).map((own) => own ?? 0))).toBeGreaterThan(1500)
    const [first = 0, second = 0] = (lines ?? []).slice(1)
    expect([first, second]).toEqual([(held?.[0] ?? 0) + 1, (held?.[0] ?? 0) + (held?.[1] ?? 0) + 1])
    expect(reads?.map((read) => read?.hash.length)).toEqual([64, 0, 0])
  })

  test('are not made of what is packed, short, no CSV, or in another encoding', () => {
    const text = [HEADING, ...rows].join('\n')
    const none = {
      'packed.csv.gz': gzipSync(text),
      'short.csv': [HEADING, ...rows.slice(0, 9)].join('\n'),
      'lines.jsonl': rows.map((row) => JSON.stringify({ case: 'c', event: row })).join('\n'),
      'wide.csv': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'returns.csv': text.replaceAll('\n', '\r'),
      'strange.csv': text.replace(HEADING, 'a,b,c,d'),
      'empty.csv': '',
      // Nothing that looks like a record anywhere behind its head.
      'endless.csv': [HEADING, ...rows.slice(0, 10), `c1,e1,,"${'x\n'.repeat(400_000)}"`].join('\n'),
    }
    for (const [name, content] of Object.entries(none)) {
      expect(findAllCuts([write(name, content)], 2, options), name).toBeUndefined()
    }
    expect(findAllCuts(['missing.csv'], 2, options)).toBeUndefined()
  })

  test('are seen not to be the file where a text looks like rows, where it speaks another encoding, where it changes', () => {
    const talk = `c1,e1,,"${rows.slice(0, 5900).join('\n')}"`
    const like = readAll(write('like.csv', [HEADING, talk, ...rows.slice(0, 50)].join('\n')), 2)
    expect([like?.reads[0]?.isBetween, like?.lines]).toEqual([false, undefined])
    const chinese = Buffer.from('c1,e1,,\xb5\xe7\xbb\xb0\n'.repeat(20), 'latin1')
    const mixed = readAll(
      write('mixed.csv', Buffer.concat([Buffer.from([HEADING, ...rows, ''].join('\n')), chinese])),
      2,
    )
    expect([mixed?.reads[1]?.evidence.gb18030 ?? 0, mixed?.lines]).toEqual([20, undefined])
    const name = write('grows.csv', [HEADING, ...rows, ''].join('\n'))
    expect(readAll(name, 2)?.lines?.length).toBe(2)
    const grown = readAll(name, 2, () => appendFileSync(join(folder, name), `${rows[0] ?? ''}\n`))
    expect([grown?.reads[1]?.bytes !== undefined, grown?.lines]).toEqual([true, undefined])
  })
})
