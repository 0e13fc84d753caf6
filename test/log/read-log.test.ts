import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from '../../src/diagnostic/diagnostic.ts'
import { USUAL_ATTRIBUTES, USUAL_HEADINGS } from '../../src/log/fields.ts'
import { createMapping } from '../../src/log/mapping.ts'
import { readLog } from '../../src/log/read-log.ts'
import type { AttributeType, AxisValue, Catalog, EventType, Role } from '../../src/model/map.ts'
import { readText, shortly } from './support.ts'

const start = { line: 1, column: 1, offset: 0 }
const place: Place = { file: 'catalog.yaml', range: { start, end: start }, pointer: '' }

function values(...list: [id: string, zh: string, en: string, code: string][]): ReadonlyMap<string, AxisValue> {
  return new Map(list.map(([id, zh, en, code]) => [id, { id, name: { zh, en }, code, place }]))
}

function event(
  name: string,
  more: Partial<Omit<EventType, 'attributes'>> = {},
  attributes: Record<string, AttributeType> = {},
): [string, EventType] {
  return [name, { name, speech: false, also: [], place, ...more, attributes: new Map(Object.entries(attributes)) }]
}

const catalog: Catalog = {
  axes: {
    business: values(['plan-change', '套餐变更', 'Plan change', '01'], ['bill', '账单', 'Bill', '02']),
    channel: values(['voice', '人工热线', 'Voice', 'V'], ['ivr', '自助语音', 'IVR', 'I']),
    brand: values(['gotone', '全球通', 'GoTone', '1'], ['easyown', '神州行', 'Easyown', '2']),
    identity: new Map(),
    region: new Map(),
    environment: new Map(),
  },
  roles: new Map<string, Role>([
    ['shift-supervisor', { id: 'shift-supervisor', name: { zh: '值班长', en: 'Shift supervisor' }, place }],
  ]),
  events: new Map([
    event('call.opened', { also: ['接入', 'OPEN'], label: { zh: '来电接入' } }),
    event(
      'customer.rated',
      {},
      { rating: 'int', at: 'time', wait: 'duration', solved: 'bool', share: 'number', word: 'string' },
    ),
    event('utterance', { speech: true, also: ['说话'] }),
  ]),
  attributes: new Map([['level', 'int']]),
  ends: [],
  ambient: [],
  constants: new Map(),
  blank: ['无', '-'],
}

const mappingOf = (value: unknown) => createMapping({ mapping: true, ...(value as object) }).mapping

describe('headings', () => {
  test('of the canonical log are read without a mapping; the rest are attributes', () => {
    const log = readText(
      'interaction,event,time,sequence,id,contact,role,actor,text,business,channel,brand,identity,region,environment,site,team,shift,agent,homeCity\n' +
        'i1,opened,2026-07-01T09:05:07Z,1,e1,k1,agent,张三,您好,plan,voice,gotone,vip,jinan,own,二中心,A组,早班,1001,济南\n',
    )
    expect(log.interactions).toEqual([
      {
        id: 'i1',
        contact: 'k1',
        axes: {
          business: 'plan',
          channel: 'voice',
          brand: 'gotone',
          identity: 'vip',
          region: 'jinan',
          environment: 'own',
        },
        ambiguous: [],
        unit: { site: '二中心', team: 'A组', shift: '早班', agent: '1001' },
        attributes: { homeCity: '济南' },
        events: [
          {
            index: 1,
            event: 'opened',
            time: Date.UTC(2026, 6, 1, 9, 5, 7),
            id: 'e1',
            role: 'agent',
            actor: '张三',
            text: '您好',
            speech: false,
            attributes: { homeCity: '济南' },
            place: { file: 'log1.csv', line: 2 },
          },
        ],
      },
    ])
  })

  test.each([
    ['case_id,activity,timestamp', ','],
    ['Case ID;Activity;Time Stamp', ';'],
    ['case:concept:name\tconcept:name\ttime:timestamp', '\t'],
    ['工单号,环节,发生时间', ','],
    ['会话编号,事件,时间', ','],
    ['INTERACTION-ID|Event Name|DateTime', '|'],
    ['流水号,活动名称,时间戳', ','],
    ['sep=;\n交互编号;事件;时间', ';'],
  ])('%s are understood', (headings, delimiter) => {
    expect(shortly(readText(`${headings}\n1${delimiter}a${delimiter}2026-07-01T00:00:00Z\n`))).toEqual([
      '1 a 2026-07-01T00:00:00.000Z',
    ])
  })

  test('that stand for one thing: the better known is it, the other an attribute', () => {
    const log = readText('case_id,interaction,event,事件\n1,2,a,b\n')
    expect(shortly(log)).toEqual(['2 a'])
    expect(log.interactions[0]?.attributes).toEqual({ case_id: '1', 事件: 'b' })
  })

  test('repeated or dangerous lose and break nothing', () => {
    const log = readText('case,event,x,x,__proto__,constructor,,\n1,a,p,q,evil,c,z,\n')
    const attributes = log.interactions[0]?.events[0]?.attributes ?? {}
    expect(Object.entries(attributes)).toEqual([
      ['x', 'p'],
      ['x#2', 'q'],
      ['__proto__', 'evil'],
      ['constructor', 'c'],
      ['column7', 'z'],
    ])
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    expect((attributes as Record<string, unknown>)['toString']).toBeUndefined()
    expect(log.notes.map((note) => note.reason.en)).toEqual([
      'the heading `x` is repeated; the later column is kept as attribute `x#2`',
    ])
  })

  test('that are not understood end the reading and are shown', () => {
    const { fault } = readLog([{ path: 'x', bytes: new TextEncoder().encode('foo,bar\n1,2\n') }])
    expect(fault?.message.en).toBe(
      'a log of unknown format: no heading is understood as the interaction id or the event',
    )
    expect(fault?.hint?.en).toContain('`foo`, `bar`')
  })

  test.each([
    ['', 'the file is empty'],
    ['[{"case":1}]', 'not a log that can be read: a JSON array; JSON Lines has one object a line'],
    ['{\n "case": 1}', 'not a log that can be read: JSON over several lines; JSON Lines has one object a line'],
    ['<?xml version="1.0"?><pnml/>', 'XML whose root is `<pnml>`, not the `<log>` of XES'],
    ['PK\u0003\u0004', 'not a log that can be read: a ZIP or Excel (xlsx) file; save it as CSV'],
    ['SQLite format 3\0', 'not a log that can be read: a SQLite file; if it is a store of touchmap, use --store'],
    [
      '"case,event\n1,2',
      'the heading row in line 1: broken quotes: the closing quote is missing, or text follows it; reading went on with the next line',
    ],
  ])('%j is no log', (text, message) => {
    expect(readLog([{ path: 'x', bytes: new TextEncoder().encode(text) }]).fault?.message.en).toBe(message)
  })
})

describe('JSON Lines', () => {
  test('give typed values, keep long numbers whole, and reject what is no object, located', () => {
    const log = readText(
      '{"case_id": 12345678901234567890, "seq": 1, "event": "a", "time": 1751331907123, "ok": true, "n": 5, "o": {"p": [1]}, "big": 0.1234567890123456}\n' +
        '[1]\n\n{"case_id": 1, "event": \n{"event": "b"}\n{"case_id": "c", "event": "d", "x": "12345678901234567890"}\n',
    )
    expect(log.interactions.map(({ id, attributes }) => [id, attributes])).toEqual([
      ['12345678901234567890', { ok: true, n: 5, o: { p: [1] }, big: 0.1234567890123456 }],
      ['c', { x: '12345678901234567890' }],
    ])
    expect(log.interactions[0]?.events[0]?.time).toBe(1751331907123)
    expect(log.rejects.map(({ line, reason }) => [line, reason.en.replace(/ at character \d+/, '')])).toEqual([
      [2, 'each line should be a JSON object'],
      [4, 'not valid JSON'],
      [5, 'no interaction id'],
    ])
  })

  test('nested without end are rejected and do not crash', () => {
    const deep = `{"case":1,"event":"a","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const log = readText(`{"case":1,"event":"a"}\n${deep}\n`)
    expect(log.files[0]).toMatchObject({ read: 2, kept: 1, rejected: 1 })
  })

  test('reach into objects by a dotted column of the mapping', () => {
    const mapping = mappingOf({
      columns: { interaction: 'call.id', event: 'name' },
      attributes: { level: 'call.customer.level' },
    })
    const log = readText('{"call":{"id":"k","customer":{"level":3}},"name":"a"}\n', { mapping })
    expect(shortly(log)).toEqual(['k a'])
    expect(log.interactions[0]?.attributes['level']).toBe(3)
  })

  test('without the keys needed are no log', () => {
    expect(() => readText('{"foo":1}\n{"bar":2}\n')).toThrow('no key is understood as the interaction id')
    const mapping = mappingOf({ columns: { interaction: 'csae_id', event: 'event' } })
    expect(() => readText('{"case_id":1,"event":"a"}\n', { mapping })).toThrow('did you mean `case_id`?')
  })

  test('law: CSV and JSON Lines of one log give the same interactions', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '全', ',', '"', '\n', ' ', "'", '='), maxLength: 5 })
    const row = fc.record({
      interaction: fc.constantFrom('1', '2'),
      event: fc.constantFrom('x', 'y'),
      time: fc.constantFrom('', '2026-07-01T09:05:07Z'),
      text: cell,
      city: cell,
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => {
        const names = ['interaction', 'event', 'time', 'text', 'city'] as const
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
        const csv = [names.join(','), ...rows.map((one) => names.map((name) => quote(one[name])).join(','))].join('\n')
        const jsonl = rows.map((one) => JSON.stringify(one)).join('\n')
        const events = (text: string) =>
          readText(text).interactions.map((one) => ({
            ...one,
            events: one.events.map((event) => ({ ...event, place: null })),
          }))
        expect(events(jsonl)).toEqual(events(csv))
      }),
      { numRuns: 100 },
    )
  })
})

test('a log without a heading row is refused without showing customers’ numbers', () => {
  const bytes = new TextEncoder().encode('13800001111,noon,11010519491231002X\n13800001112,noon,x\n')
  const { fault } = readLog([{ path: 'log.csv', bytes, hash: 'h' }], {})
  const shown = JSON.stringify(fault)
  expect(shown).toContain('`138****11`, `noon`, `110****2X`')
  expect(shown).not.toMatch(/\d{6}/)
})

describe('a mapping', () => {
  test('names columns, constants, events, attributes, unit and time zone', () => {
    const mapping = mappingOf({
      timezone: 'Asia/Shanghai',
      columns: { interaction: '号', event: '做了什么', time: '何时', unit: ['大组', '小组员'] },
      constants: { channel: 'voice', level: 3 },
      events: { 接起: 'call.answered' },
      attributes: { homeCity: '城市' },
      'keep-rest': false,
    })
    const log = readText('号,做了什么,何时,大组,小组员,城市,身份证\n1,接起,2026/7/1 9:05,B,1002,济南,3701\n', {
      mapping,
    })
    expect(log.interactions[0]).toMatchObject({
      axes: { channel: 'voice' },
      unit: { team: 'B', agent: '1002' },
      attributes: { homeCity: '济南', level: 3 },
      events: [{ event: 'call.answered', time: Date.UTC(2026, 6, 1, 1, 5) }],
    })
    expect(log.interactions[0]?.attributes['身份证']).toBeUndefined()
  })

  test('may give the agent beside the unit: then the last of the list is the team', () => {
    const mapping = mappingOf({ columns: { interaction: '号', event: '做', agent: '工号', unit: ['区', '班'] } })
    const log = readText('号,做,区,班,工号\n1,接起,东,一班,1002\n', { mapping })
    expect(log.interactions[0]?.unit).toEqual({ site: '东', team: '一班', agent: '1002' })
  })

  test('that names a column which is not there is told the nearest heading', () => {
    const mapping = mappingOf({ columns: { interaction: 'case', event: 'event', text: 'utterence' } })
    expect(() => readText('case,event,utterance\n1,a,b\n', { mapping })).toThrow(
      'the column `utterence` of the mapping is not in the heading row; did you mean `utterance`?',
    )
  })

  test('is told what in it cannot be', () => {
    const { problems } = createMapping({
      mapping: {
        columns: {},
        timezone: 'Asia/Shangai',
        encoding: 'ebcdic',
        format: 'mxml',
        delimiter: 'ab',
        'time-formats': ['QQ'],
      },
    })
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/mapping/format',
      '/mapping/encoding',
      '/mapping/delimiter',
      '/mapping/timezone',
      '/mapping/time-formats/0',
    ])
  })
})

describe('times of rows', () => {
  test('without a zone are rejected in words that name `timezone:`, and unreadable ones too', () => {
    const log = readText('case,event,time\n1,a,2026/7/1 9:05\n1,b,soon\n1,c,\n')
    expect(shortly(log)).toEqual(['1 c'])
    expect(
      log.rejects.map(({ line, reason }) => [line, reason.en.includes('`timezone:`'), reason.zh.includes('时区')]),
    ).toEqual([
      [2, true, true],
      [3, false, false],
    ])
    expect(shortly(readText('case,event,time\n1,a,2026/7/1 9:05\n', { timezone: 'Asia/Shanghai' }))).toEqual([
      '1 a 2026-07-01T01:05:00.000Z',
    ])
  })

  test('a log without any is read', () => {
    expect(shortly(readText('case,event\n1,a\n1,b\n'))).toEqual(['1 a', '1 b'])
  })
})

describe('order', () => {
  test('is the file’s, and time that runs backwards is noted, not mended', () => {
    const log = readText(
      'case,event,time\n1,a,2026-07-01T00:00:05Z\n1,b,2026-07-01T00:00:01Z\n1,c,2026-07-01T00:00:06Z\n',
    )
    expect(log.interactions[0]?.events.map((one) => one.event)).toEqual(['a', 'b', 'c'])
    expect(log.notes).toMatchObject([{ file: 'log1.csv', line: 3, occurrences: 1 }])
  })

  test('is that of the sequence where every row has one', () => {
    expect(shortly(readText('case,event,seq\n1,a,10\n1,b,9\n1,c,1\n'))).toEqual(['1 c', '1 b', '1 a'])
    const log = readText('case,event,seq\n1,a,10\n1,b,\n1,c,1\n')
    expect(shortly(log)).toEqual(['1 a', '1 b', '1 c'])
    expect(log.notes).toHaveLength(1)
  })

  test('across files is by time, then file, then line', () => {
    const log = readText([
      'case,event,time\n1,a,2026-07-01T00:00:01Z\n1,b,2026-07-01T00:00:09Z\n1,c,2026-07-01T00:00:03Z\n',
      'case,event,time\n1,d,2026-07-01T00:00:01Z\n1,e,\n1,f,2026-07-01T00:00:02Z\n',
    ])
    expect(log.interactions[0]?.events.map((one) => one.event)).toEqual(['a', 'd', 'e', 'f', 'b', 'c'])
  })

  test('law: the order of the files given changes nothing', () => {
    const row = fc.tuple(
      fc.constantFrom('1', '2'),
      fc.constantFrom('a', 'b'),
      fc.constantFrom('', '1751331907', '1751331908'),
      fc.constantFrom('', '', 'e1', 'e2'),
    )
    const file = fc
      .array(row, { maxLength: 6 })
      .map((rows) => ['case,event,time,id', ...rows.map((one) => one.join(','))].join('\n'))
    fc.assert(
      fc.property(fc.array(file, { minLength: 2, maxLength: 3 }), (files) => {
        const sources = files.map((text, i) => ({ path: `f${i}`, bytes: new TextEncoder().encode(text), hash: text }))
        const { log } = readLog(sources)
        expect(readLog([...sources].reverse()).log).toEqual(log)
        for (const count of log?.files ?? []) expect(count.read).toBe(count.kept + count.duplicates + count.rejected)
      }),
      { numRuns: 200 },
    )
  })
})

describe('duplicates', () => {
  const files = (log: ReturnType<typeof readText>) =>
    log.files.map(({ read, kept, duplicates }) => [read, kept, duplicates])

  test('by event id: seen is seen, in one file too; other content is noted', () => {
    const log = readText('case,event,id\n1,a,e1\n1,b,e2\n1,a,e1\n1,c,e2\n2,a,e1\n')
    expect(shortly(log)).toEqual(['1 a', '1 b', '2 a'])
    expect(files(log)).toEqual([[5, 3, 2]])
    expect(log.notes).toMatchObject([{ line: 5, occurrences: 1 }])
  })

  test('without one: within a file nothing is, across files the k-th of k is', () => {
    const log = readText([
      'case,event\n1,a\n1,a\n1,b\n',
      'case,event\n1,a\n1,a\n1,a\n1,c\n',
      'event,case\nb,1\nc,1\na,1\n',
    ])
    expect(log.interactions[0]?.events.map((one) => one.event).sort()).toEqual(['a', 'a', 'a', 'b', 'c'])
    expect(files(log)).toEqual([
      [3, 3, 0],
      [4, 2, 2],
      [3, 0, 3],
    ])
  })

  test('of a whole file add nothing at all', () => {
    const bytes = new TextEncoder().encode('case,event\n1,a\n1,a\nx\n')
    const { log } = readLog([
      { path: 'b', bytes, hash: 'h' },
      { path: 'a', bytes, hash: 'h' },
      { path: 'a', bytes, hash: 'h' },
    ])
    expect(
      log?.files.map(({ path, read, kept, duplicates, rejected }) => [path, read, kept, duplicates, rejected]),
    ).toEqual([
      ['a', 3, 2, 0, 1],
      ['b', 3, 0, 3, 0],
    ])
    expect(log?.rejects).toHaveLength(1)
  })

  test('are the same in CSV and JSON Lines', () => {
    const log = readText([
      'case,event,time,n\n1,a,1751331907,5\n',
      '{"n":5,"time":1751331907000,"event":"a","case":1}\n',
    ])
    expect(files(log)).toEqual([
      [1, 1, 0],
      [1, 0, 1],
    ])
  })
})

describe('the catalogue', () => {
  test('gives ids for ids, codes and names, in either language and any width or case', () => {
    const log = readText(
      'case,event,role,业务,渠道,品牌\n1,接入,值班长,套餐变更,V,全球通\n2,来电接入,SHIFT SUPERVISOR,01,VOICE,gotone\n3,说话,customer,bill,人工热线,其他\n',
      { catalog },
    )
    expect(log.interactions.map(({ axes }) => axes)).toEqual([
      { business: 'plan-change', channel: 'voice', brand: 'gotone' },
      { business: 'plan-change', channel: 'voice', brand: 'gotone' },
      { business: 'bill', channel: 'voice', brand: '其他' },
    ])
    expect(log.interactions.flatMap(({ events }) => events.map((one) => [one.event, one.role, one.speech]))).toEqual([
      ['call.opened', 'shift-supervisor', false],
      ['call.opened', 'shift-supervisor', false],
      ['utterance', 'customer', true],
    ])
  })

  test('types attributes; what is not of its type is missing and noted, blanks are missing', () => {
    const log = readText(
      'case,event,rating,at,wait,solved,share,word,level\n' +
        '1,customer.rated,5,2026-07-01T09:05:07Z,1:30,是,0.5,7,3\n' +
        '1,customer.rated,five,soon,long,maybe,x,-,无\n' +
        '1,other,5,,,,,,4\n',
      { catalog },
    )
    expect(log.interactions[0]?.events.map((one) => one.attributes)).toEqual([
      { rating: 5, at: Date.UTC(2026, 6, 1, 9, 5, 7), wait: 90_000, solved: true, share: 0.5, word: '7', level: 3 },
      { word: '-' },
      { rating: '5', level: 4 },
    ])
    expect(log.notes.map(({ line, reason }) => [line, reason.en])).toEqual(
      [
        'at` is not of type time',
        'rating` is not of type int',
        'share` is not of type number',
        'solved` is not of type bool',
        'wait` is not of type duration',
      ].map((end) => [3, `a value of \`${end} and is treated as missing`]),
    )
  })

  test('two values of one axis make the interaction ambiguous, two names of one value do not', () => {
    const log = readText('case,event,brand,channel\n1,a,全球通,voice\n1,b,gotone,ivr\n1,c,,\n', { catalog })
    expect(log.interactions[0]).toMatchObject({ axes: { brand: 'gotone', channel: 'voice' }, ambiguous: ['channel'] })
  })

  test('blanks give way to the first value that is none', () => {
    expect(readText('case,event,city\n1,a,无\n1,b,济南\n', { catalog }).interactions[0]?.attributes).toEqual({
      city: '济南',
    })
  })
})

describe('split', () => {
  test('cuts an interaction where its channel changes, the pieces linked by contact', () => {
    const mapping = mappingOf({ columns: {}, split: 'channel' })
    const log = readText(
      'case,event,channel,brand,city\n1,a,,全球通,济南\n1,b,ivr,,\n1,c,,,\n1,d,voice,,\n1,e,人工热线,,青岛\n1,f,ivr,,\n2,g,voice,,\n',
      { mapping, catalog },
    )
    expect(
      log.interactions.map(({ id, contact, axes, ambiguous, attributes, events }) => [
        id,
        contact,
        axes,
        ambiguous,
        attributes,
        events.map((one) => `${one.index}${one.event}`),
      ]),
    ).toEqual([
      ['1#1', '1', { channel: 'ivr', brand: 'gotone' }, [], { city: '济南' }, ['1a', '2b', '3c']],
      ['1#2', '1', { channel: 'voice', brand: 'gotone' }, [], { city: '青岛' }, ['1d', '2e']],
      ['1#3', '1', { channel: 'ivr', brand: 'gotone' }, [], { city: '青岛' }, ['1f']],
      ['2', undefined, { channel: 'voice' }, [], {}, ['1g']],
    ])
  })
})

describe('a hostile log', () => {
  test('with one line of twenty megabytes keeps the rows around it and little memory', () => {
    const long = Buffer.alloc(20 * 1024 * 1024, 'x')
    const { log } = readLog([{ path: 'x', bytes: [Buffer.from('case,event\n1,a\n2,'), long, Buffer.from('\n3,c\n')] }])
    expect(log && shortly(log)).toEqual(['1 a', '3 c'])
    expect(log?.rejects.map(({ line, offset, reason, raw }) => [line, offset, reason.en, raw.length])).toEqual([
      [3, 15, 'a line of more than 16 MiB', 65536],
    ])
  })

  test('of noise loses no row and never throws', () => {
    const bytes = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(bytes, (noise) => {
        const { log } = readLog([{ path: 'x', bytes: [Buffer.from('case,event,time\n1,a,\n'), noise] }])
        const file = log?.files[0]
        if (file) expect(file.read).toBe(file.kept + file.duplicates + file.rejected)
      }),
      { numRuns: 700 },
    )
  })
})

test('docs/logs.md lists exactly the headings that are understood', () => {
  const page = readFileSync(new URL('../../docs/logs.md', import.meta.url), 'utf8')
  const rows = Object.entries({ ...USUAL_HEADINGS, ...USUAL_ATTRIBUTES }).map(
    ([name, headings]) => `| \`${name}\` | ${headings.map((heading) => `\`${heading}\``).join(' ')} |`,
  )
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})
