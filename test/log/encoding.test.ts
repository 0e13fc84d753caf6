import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { readChunks, readText, shortly } from './support.ts'

const GB: Readonly<Record<string, readonly number[]>> = {
  全: [0xc8, 0xab],
  球: [0xc7, 0xf2],
  通: [0xcd, 0xa8],
  事: [0xca, 0xc2],
  件: [0xbc, 0xfe],
  工: [0xb9, 0xa4],
  单: [0xb5, 0xa5],
  号: [0xba, 0xc5],
  漢: [0x9d, 0x68],
  '𠀀': [0x95, 0x32, 0x82, 0x36],
}

function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => GB[character] ?? [character.charCodeAt(0)]))
}

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].join('')
  const bytes: number[] = []
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i)
    bytes.push(...(big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]))
  }
  return Uint8Array.from(bytes)
}

const text = '工单号,事件,text\r\n1,全球通,"漢,𠀀"\r\n2,b,通\n'
const same = ['1 全球通', '2 b']

describe('encodings', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['GB18030', gb18030(text)],
    ['UTF-16 LE with a mark', utf16(text, false, true)],
    ['UTF-16 BE with a mark', utf16(text, true, true)],
    ['UTF-16 LE without one', utf16(text, false, false)],
    ['UTF-16 BE without one', utf16(text, true, false)],
  ])('%s is found out', (_name, bytes) => {
    const log = readText(bytes)
    expect(shortly(log)).toEqual(same)
    expect(log.interactions[0]?.events[0]?.text).toBe('漢,𠀀')
    expect(log.rejects).toEqual([])
  })

  test('a lone CR ends lines where there is no LF', () => {
    expect(shortly(readText('case,event\r1,a\r2,b'))).toEqual(['1 a', '2 b'])
  })

  test('GB18030 is found though the first such character comes after a megabyte', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},plain ascii event\n`).join('')
    const log = readText(gb18030(`case,event\n${rows}last,全球通\n`))
    expect(log.interactions.at(-1)?.events[0]?.event).toBe('全球通')
    expect(log.rejects).toEqual([])
    expect(log.notes.map((note) => note.reason.en)).toEqual(['not valid UTF-8; read as GB18030'])
  })

  test('a bad byte in a UTF-8 file rejects its row alone, located, wherever it comes', () => {
    const good = Array.from({ length: 5 }, (_, i) => `${i},全球通\n`).join('')
    const bytes = new TextEncoder().encode(`case,event\nx,@\n${good}`)
    bytes[bytes.indexOf(64)] = 0xff
    const log = readText(bytes)
    expect(log.rejects.map(({ line, offset, reason }) => [line, offset, reason.en])).toEqual([
      [2, 11, 'not valid UTF-8 at byte 13'],
    ])
    expect(log.files[0]).toMatchObject({ read: 6, kept: 5, rejected: 1 })
  })

  test('a bad byte first of all, GB18030 by chance, does not turn a UTF-8 file into GB18030', () => {
    const rows = Array.from({ length: 9000 }, (_, i) => `${i},plain\n`).join('')
    const bytes = new TextEncoder().encode(`case,event\nx,@@\n${rows}y,全\nz,球\n`)
    bytes.set([0xb9, 0xa4], bytes.indexOf(64))
    const log = readText(bytes)
    expect(log.interactions.find((one) => one.id === 'z')?.events[0]?.event).toBe('球')
    expect(log.rejects.map(({ line }) => line)).toEqual([2])
  })

  test('NUL characters reject their row', () => {
    const log = readText('case,event\n1,a\n\0\0\0\0\n2,b\n')
    expect(shortly(log)).toEqual(['1 a', '2 b'])
    expect(log.rejects.map(({ line, reason }) => [line, reason.en])).toEqual([
      [3, 'holds NUL characters: the file may be damaged'],
    ])
  })

  test('law: any chunking gives the same rows, rejects and places', () => {
    const line = fc.constantFrom(
      '1,a,x',
      '1,"a\nb",全',
      '2,b',
      '3,"x"y,z',
      '',
      '"open,',
      '4,球,\0',
      '5,通,"q""q"',
      ',,',
    )
    const encodings: readonly ((text: string) => Uint8Array)[] = [
      (all) => new TextEncoder().encode(all),
      (all) => new TextEncoder().encode(`\uFEFF${all}`),
      gb18030,
      (all) => utf16(all, false, true),
      (all) => utf16(all, true, true),
      (all) => Uint8Array.from([...new TextEncoder().encode(all), 0xff, 0x2c, 0x61, 0x0a]),
    ]
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom(...encodings),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (lines, encode, end, sizes) => {
          const bytes = encode(['case,event,text', ...lines].join(end) + end)
          const chunks: Uint8Array[] = []
          for (let at = 0, i = 0; at < bytes.length; i++) {
            const size = sizes[i % sizes.length] ?? 1
            chunks.push(bytes.slice(at, at + size))
            at += size
          }
          const whole = readChunks([bytes])
          expect(readChunks(chunks)).toEqual(whole)
          const file = whole.log?.files[0]
          if (file) expect(file.read).toBe(file.kept + file.duplicates + file.rejected)
        },
      ),
      { numRuns: 300 },
    )
  })
})
