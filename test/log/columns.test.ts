import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LogBuilder, wholeLog } from '../../src/log/build-log.ts'
import type { Log } from '../../src/log/event.ts'
import { type Share, WHOLE } from '../../src/log/file-rows.ts'
import { findStraddling } from '../../src/log/log-parts.ts'
import { createMapping, type Mapping } from '../../src/log/mapping.ts'
import { mergeShares } from '../../src/log/merge-shares.ts'
import { RowReader } from '../../src/log/read-rows.ts'
import { findRecordStart } from '../../src/log/record-start.ts'
import { readPlainLog } from '../support/plain-log.ts'
import { makeCatalog, makeEventType } from '../support/make-map.ts'

interface Source {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Reads logs as the program does: rows as bytes where they are plain, chunks of any size, one share of the ids. */
function readShare(sources: readonly Source[], share: Share, chunk: number, mapping?: Mapping) {
  const builder = new LogBuilder({ timezone: 'Europe/Paris', catalog: CATALOG }, share)
  for (const { path, bytes } of sources) {
    const rows = builder.file(path, mapping)
    for (let encoding: RowReader['retryAs']; ;) {
      const reader = new RowReader(rows, {
        ...(encoding === undefined ? {} : { encoding }),
        ...(mapping === undefined ? {} : { mapping }),
      })
      for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk))
      reader.end()
      if (reader.fault) return undefined
      encoding = reader.retryAs
      if (encoding === undefined) break
      rows.clear()
    }
  }
  return builder.build()
}

/**
 * The same by parts: every file cut behind some of its line ends (counted round the file; below 0: at a byte), each part
 * read alone, and rows sent to the reader of their interaction. undefined where the readers see that these are no parts.
 */
function readParts(sources: readonly Source[], places: readonly number[], chunk: number) {
  const all = sources.map(({ bytes }) => {
    const ends = [...bytes.keys()].filter((at) => at > 0 && bytes[at - 1] === 10).slice(1)
    const cuts = places.map((place) => (place < 0 ? -place : (ends[place % (ends.length + 1)] ?? bytes.length)))
    return [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
  })
  const count = places.length + 1
  const parts = Array.from({ length: count }, (_, part) => {
    const builder = new LogBuilder({ timezone: 'Europe/Paris', catalog: CATALOG })
    const files = sources.map(({ path, bytes }, i) => {
      const rows = builder.file(path)
      rows.part = part
      const reader = new RowReader(rows, { later: part > 0, follows: part > 0 })
      const [from = 0, to = 0] = all[i]?.slice(part) ?? []
      if (part > 0) {
        reader.push(bytes)
        reader.endHead()
        if (reader.layout === undefined) return undefined
        reader.jump(from)
      }
      for (let at = from; at < to; at += chunk) reader.push(bytes.subarray(at, Math.min(to, at + chunk)))
      if (part === count - 1) reader.end()
      else reader.endHead()
      const end = reader.endPart()
      const isPart = reader.fault === undefined && reader.retryAs === undefined && reader.layout !== undefined
      return isPart && (end.isBetween || part === count - 1) ? { rows, end } : undefined
    })
    return { builder, files }
  })
  if (parts.some(({ files }) => files.includes(undefined))) return undefined
  for (const [i] of sources.entries()) {
    let lines = 0
    let leaning = 0
    for (const { files } of parts) {
      files[i]?.rows.shiftLines(lines)
      lines += files[i]?.end.lines ?? 0
      leaning += (files[i]?.end.evidence.gb18030 ?? 0) - (files[i]?.end.evidence.utf8 ?? 0)
    }
    if (leaning > 0) return undefined
  }
  const straddling = findStraddling(parts.map(({ builder }) => builder.idHashes()))
  const packets = parts.map(({ builder }, part) => structuredClone(builder.takeAway(straddling, part, count)))
  let moved = 0
  for (const [from, own] of packets.entries()) {
    for (const [to, packet] of own.entries()) {
      if (packet === undefined) continue
      parts[to]?.builder.bringIn(packet, from)
      moved += packet.rows.length
    }
  }
  return { logs: parts.map(({ builder }) => builder.build()), moved }
}

const CATALOG = makeCatalog({
  events: new Map(
    [
      makeEventType('opened', { attributes: new Map([['level', 'int'] as const, ['at', 'time'] as const]) }),
      makeEventType('closed', { also: ['end', '结束'] }),
    ].map((type) => [type.name, type]),
  ),
})

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('', 'a', 'b', '7', '13', '全球通', 'voice') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(' x ', '\u3000y', '="007"', '无', '0', '01', '1e3', '\u00a0', 'é', '𠀀', '漢。'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('"q"', '"a,b"', '"a""b"', '"line\nbreak"', '"cr\r\nlf"', '"open', '"a"b', 'x"y'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }).map((text) => text.replaceAll(/[",\n\r]/g, '')) },
)
const time = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 0, max: 400_000 })
      .map((s) => new Date(Date.UTC(2026, 9, 24) + s * 1000).toISOString()),
  },
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 0, max: 400_000 })
      .map((s) => new Date(Date.UTC(2026, 9, 24) + s * 1000).toISOString().slice(0, 19).replace('T', ' ')),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '2026/10/25 02:30',
      '2026-10-25T02:30:00.5+08:00',
      '1790000000',
      'soon',
      '2026-13-01 00:00',
      '2026年7月1日 9时5分',
    ),
  },
)
const id = fc.constantFrom('i1', 'i2', '3', '交互四', ' i1', '"i2"', 'I10', '')
const event = fc.constantFrom('opened', 'closed', 'end', '结束', 'x', ' opened', '')
const row = fc.record({ id, event, time, rest: fc.array(cell, { minLength: 6, maxLength: 6 }) })
const ragged = fc.constantFrom('', 'i1', 'i1,opened', 'i1,opened,,,,,,,,extra', '   ', ',,,,,,,,')
const line = fc.oneof(
  { weight: 9, arbitrary: row.map(({ id, event, time, rest }) => [id, event, time, ...rest].join(',')) },
  { weight: 1, arbitrary: ragged },
)
const HEADINGS = [
  'case,event,time,role,text,channel,level,agent,note',
  'case,event,time,sequence,actor,brand,at,contact,site',
  'case,event,time,id,text,channel,level,team,note',
]
const file = fc.record({
  heading: fc.constantFrom(...HEADINGS),
  lines: fc.array(line, { maxLength: 25 }),
  ending: fc.constantFrom('\n', '\r\n'),
  last: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'broken', 'utf-16le'),
})
type File = typeof file extends fc.Arbitrary<infer T> ? T : never
const files = fc.array(file, { minLength: 1, maxLength: 3 })
const writeFiles = (all: readonly File[]): Source[] =>
  all.map(({ heading, lines, ending, last, encoding }, i) => {
    const text = [heading, ...lines].join(ending) + (last ? ending : '')
    const bytes = Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8')
    // Bytes that are no UTF-8, in the middle of some line.
    if (encoding === 'broken') bytes.fill(0xff, Math.floor(bytes.length * 0.7), Math.floor(bytes.length * 0.7) + 1)
    return { path: `${'cab'[i] ?? ''}.csv`, bytes: new Uint8Array(bytes) }
  })
const logs = files.map(writeFiles)
/** Mostly such as can be read in parts. */
const divisible = files.map((all) =>
  writeFiles(
    all.map((one, i) => ({ ...one, encoding: i === 0 && one.encoding === 'broken' ? one.encoding : 'utf-8' })),
  ),
)

/** Without what only says that there were no values. */
function plainly(log: Log | undefined): unknown {
  return log && JSON.parse(JSON.stringify(log))
}

describe('columns', () => {
  test('law: what they say is what rows as objects say, whatever the log and its chunks', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 200 }), (sources, chunk) => {
        const log = readShare(sources, { index: 0, count: 1 }, chunk)
        const expected = readPlainLog(sources, { timezone: 'Europe/Paris', catalog: CATALOG })
        expect(plainly(log && wholeLog(log))).toEqual(plainly(expected))
      }),
      { numRuns: 100 },
    )
  })

  test('law: shares of a log add up to the log', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 99 }), (sources, count, chunk) => {
        const whole = readShare(sources, { index: 0, count: 1 }, 1 << 20)
        const shares = Array.from({ length: count }, (_, index) => readShare(sources, { index, count }, chunk))
        fc.pre(whole !== undefined && shares.every((share) => share !== undefined))
        const { interactions, ...account } = whole ?? { interactions: [] }
        expect(mergeShares(shares.flatMap((share) => share ?? []))).toEqual(account)
        const ids = (log: { interactions: Iterable<{ id: string }> } | undefined) =>
          Array.from(log?.interactions ?? [], ({ id }) => id)
        expect(shares.flatMap(ids).toSorted()).toEqual(ids({ interactions }).toSorted())
        const byId = new Map(shares.flatMap((share) => [...(share?.interactions ?? [])].map((one) => [one.id, one])))
        for (const one of interactions) expect(byId.get(one.id)).toEqual(one)
      }),
      { numRuns: 50 },
    )
  })

  test('law: parts of a log, wherever it is cut, add up to the log, or are seen not to be parts', () => {
    const met = { kept: 0, refused: 0, moved: 0 }
    const places = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(divisible, places, fc.integer({ min: 1, max: 99 }), (sources, at, chunk) => {
        const whole = readShare(sources, { index: 0, count: 1 }, 1 << 20)
        const parts = readParts(sources, at, chunk)
        if (parts === undefined) {
          met.refused++
          return
        }
        met.kept++
        met.moved += parts.moved
        const { interactions, ...account } = whole ?? { interactions: [] }
        expect(mergeShares(parts.logs)).toEqual(account)
        const found = parts.logs.flatMap((log) => [...log.interactions])
        expect(found.map((one) => one.id).toSorted()).toEqual(Array.from(interactions, (one) => one.id).toSorted())
        const byId = new Map(found.map((one) => [one.id, one]))
        for (const one of interactions) expect(byId.get(one.id)).toEqual(one)
      }),
      { numRuns: 120 },
    )
    expect(met.kept).toBeGreaterThan(0)
    expect(met.refused).toBeGreaterThan(0)
    expect(met.moved).toBeGreaterThan(0)
  })

  test('a part that ends within quotes, or within a line, is no part', () => {
    const text = 'case,event,text\r\n1,a,"x\r\n1,b,y\r\nz"\r\n1,c,d\r\n'
    const bytes = new TextEncoder().encode(text)
    const whole = readShare([{ path: 'a.csv', bytes }], { index: 0, count: 1 }, 1 << 20)
    const good = [...bytes.keys()].filter((at) => at > 17 && readParts([{ path: 'a.csv', bytes }], [-at], 5))
    expect(good).toEqual([text.indexOf('1,c'), bytes.length].filter((at) => at < bytes.length))
    const { logs: parts = [] } = readParts([{ path: 'a.csv', bytes }], [-text.indexOf('1,c')], 5) ?? {}
    expect(parts.flatMap((log) => [...log.interactions])).toEqual([...(whole?.interactions ?? [])])
  })

  test('a record is looked for behind the quotes that hold something like it', () => {
    const layout = { columns: 3, delimiter: 44 }
    const find = (text: string) => findRecordStart(new TextEncoder().encode(text), layout)
    const rows = '1,a,b\n'.repeat(9)
    expect(find(`x,y\n${rows}`)).toBe(4)
    expect(find(`a,"b\nc,d,e,f\ng"\n${rows}`)).toBe(16)
    expect(find('a,b,c')).toBe(-1)
    expect(find('a,b,c\nd,e')).toBe(-1)
    expect(find(`a,"b\n${rows}c"\n`)).toBe(5)
  })

  test('GB18030, renamed events, and quotes over several lines read as rows do', () => {
    const { mapping } = createMapping({ mapping: { events: { 接入: 'opened', 结束: 'closed' } } })
    // 交互,事件,时间,内容 / 一,接入,…,"您好,⏎再见" / 一,结束,…, in GB18030.
    const bytes = Buffer.concat([
      Buffer.from('bdbbbba52ccac2bcfe2ccab1bce42cc4dac8dd0a', 'hex'),
      Buffer.from('d2bb2cbdd3c8eb2c323032362d30372d30312030393a30303a30302c22c4fabac32c0ad4d9bcfb220a', 'hex'),
      Buffer.from('d2bb2cbde1caf82c323032362d30372d30312030393a30313a30302c0a', 'hex'),
    ])
    const sources = [{ path: 'a.csv', bytes }]
    const log = readShare(sources, { index: 0, count: 1 }, 7, mapping)
    expect(plainly(log && wholeLog(log))).toEqual(
      plainly(readPlainLog(sources, { timezone: 'Europe/Paris', catalog: CATALOG, mapping })),
    )
    expect(
      [...(log?.interactions ?? [])].map(({ id, events }) => [id, events.map((one) => [one.event, one.text])]),
    ).toEqual([
      [
        '一',
        [
          ['opened', '您好,\n再见'],
          ['closed', undefined],
        ],
      ],
    ])
  })

  test('columns that are used twice, more attributes than bits, and a last line without an end', () => {
    const { mapping } = createMapping({
      mapping: {
        columns: { interaction: 'who', event: 'what', time: 'when', role: 'by', contact: 'who' },
        attributes: { again: 'when', doer: 'by', last: 'x39', nth: 'n' },
      },
    })
    const extra = Array.from({ length: 40 }, (_, i) => `x${i}`)
    const cells = (filled: readonly string[]) => extra.map((name) => (filled.includes(name) ? `"${name} ""!"""` : ''))
    const bytes = Buffer.from(
      [
        `x-,who,what,when,by,n,${extra.join(',')}`,
        `,1,opened,2026-07-01T08:00:00Z,agent,7,${cells(['x0', 'x33', 'x39']).join(',')}`,
        `"",1,said,,,,${cells([]).join(',')}`,
        `é,2,"opened",2026-07-01 08:00:01,"agent",,${cells(['x31', 'x30', 'x5']).join(',')}`,
      ].join('\n'),
    )
    const sources = [{ path: 'a.csv', bytes }]
    const log = readShare(sources, { index: 0, count: 1 }, 1 << 20, mapping)
    const expected = readPlainLog(sources, { timezone: 'Europe/Paris', catalog: CATALOG, mapping })
    expect(plainly(log && wholeLog(log))).toEqual(plainly(expected))
    const [first, last] = [...(log?.interactions ?? [])]
    expect(Object.entries(first?.events[0]?.attributes ?? {})).toEqual(
      Object.entries(expected?.interactions[0]?.events[0]?.attributes ?? {}),
    )
    expect(first?.events[0]?.attributes).toMatchObject({ again: '2026-07-01T08:00:00Z', doer: 'agent', nth: '7' })
    expect(first?.contact).toBe('1')
    expect(last?.events[0]?.attributes).toMatchObject({ x31: 'x31 "!"', x30: 'x30 "!"', 'x-': 'é' })
  })

  test('a line with a NUL in it is given up wherever the NUL stands, and no other', () => {
    const text = Buffer.from('case,event,text\n1,a,bcd\n2,b,cde\n3,c,def\n')
    for (let at = 16; at < text.length; at++) {
      if (text[at] === 10) continue
      const bytes = Buffer.from(text)
      bytes[at] = 0
      for (const chunk of [1 << 20, 17]) {
        const log = readShare([{ path: 'a.csv', bytes }], { index: 0, count: 1 }, chunk)
        const given = 1 + Math.floor((at - 16) / 8)
        expect(log?.interactions.ids()).toEqual(['1', '2', '3'].filter((id) => id !== String(given)))
        expect(log?.rejects.map(({ line }) => line)).toEqual([given + 1])
      }
    }
  })

  test('an interaction is found by its id, and a contact by its interactions', () => {
    const text = 'case,event,contact\nb,x,k\na,x,\nc,x,k\n'
    const log = readShare([{ path: 'a.csv', bytes: Buffer.from(text) }], { index: 0, count: 1 }, 99)
    expect(log?.interactions.ids()).toEqual(['a', 'b', 'c'])
    expect(log?.interactions.find('c')?.contact).toBe('k')
    expect(log?.interactions.find('d')).toBeUndefined()
    expect(log?.interactions.ofContact('k').map((one) => one.id)).toEqual(['b', 'c'])
  })
})

test('a log of two hundred thousand columns is read as any other', () => {
  const names = Array.from({ length: 200_000 }, (_, at) => `c${at}`)
  const cells = names.map((_, at) => (at === 3 || at === 199_999 ? `v${at}` : ''))
  const text = `interaction,event,time,${names.join()}\n1,a,2026-01-01T00:00:00Z,${cells.join()}\n`
  const log = readShare([{ path: 'wide.csv', bytes: new TextEncoder().encode(text) }], WHOLE, 1 << 16)
  const [only] = log === undefined ? [] : wholeLog(log).interactions
  expect(only?.events[0]?.attributes).toEqual({ c3: 'v3', c199999: 'v199999' })
})
