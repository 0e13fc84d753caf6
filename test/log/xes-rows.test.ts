import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interaction } from '../../src/log/event.ts'
import { type Mapping, NO_MAPPING } from '../../src/log/mapping.ts'
import { readLog } from '../../src/log/read-log.ts'
import { VariantReader } from '../../src/log/read-variants.ts'
import { wordOf } from '../../src/log/variants.ts'
import type { Lifecycle } from '../../src/log/xes-lifecycle.ts'

const utf8 = new TextEncoder()

function read(bytes: string | Uint8Array | readonly Uint8Array[], mapping: Partial<Mapping> = {}) {
  const given = typeof bytes === 'string' ? utf8.encode(bytes) : bytes
  const whole = { ...NO_MAPPING, timezone: 'UTC', ...mapping }
  return readLog([{ path: 'log.xes', bytes: given, hash: 'h' }], { mapping: whole })
}

function log(text: string | Uint8Array, mapping: Partial<Mapping> = {}) {
  const { log: found, fault } = read(text, mapping)
  if (!found) throw new Error(fault?.message.en)
  return found
}

/** The events of each interaction, as name and attributes. */
const events = (interactions: readonly Interaction[]) =>
  interactions.map(({ id, events: all }) => [id, ...all.map((one) => [one.event, { ...one.attributes }])])

const named = (name: string, more = ''): string => `<event><string key="concept:name" value="${name}"/>${more}</event>`
const trace = (id: string, ...inside: string[]): string =>
  `<trace><string key="concept:name" value="${id}"/>${inside.join('')}</trace>`

describe('rows of XES', () => {
  test('fields are those of the standard extensions, whatever else is an attribute', () => {
    const [one] = log(
      `<log>${trace(
        'K1',
        named(
          '受理',
          '<date key="time:timestamp" value="2026-11-22T10:15:00.000+08:00"/><string key="org:resource" value="王"/><string key="org:role" value="agent"/><string key="org:group" value="A 组"/><string key="identity:id" value="e1"/><string key="note" value=" x "/>',
        ),
      )}</log>`,
    ).interactions
    expect(one).toMatchObject({ id: 'K1', unit: { team: 'A 组' } })
    expect(one?.events[0]).toMatchObject({
      event: '受理',
      time: Date.UTC(2026, 10, 22, 2, 15),
      actor: '王',
      role: 'agent',
      id: 'e1',
    })
    expect({ ...one?.events[0]?.attributes }).toEqual({ note: 'x' })
  })

  test('attributes keep their type; nested ones, lists and containers are flattened', () => {
    const inside = `<int key="n" value="7"><string key="unit" value="min"><boolean key="sure" value="TRUE"/></string></int>
<float key="f" value="1.50"/><boolean key="b" value="0"/><int key="long" value="9007199254740993"/><id key="i" value="urn:1"/>
<list key="l"><values><string key="a" value="1"/><string key="b" value="2"/></values></list>
<container key="c"><int key="d" value="3"/></container><string key="empty" value=""/>`
    const found = log(`<log>${trace('K1', named('a', inside))}</log>`)
    expect(events(found.interactions)).toEqual([
      [
        'K1',
        [
          'a',
          {
            n: 7,
            'n.unit': 'min',
            'n.unit.sure': true,
            f: 1.5,
            b: false,
            long: '9007199254740993',
            i: 'urn:1',
            'l.a': '1',
            'l.b': '2',
            'c.d': 3,
          },
        ],
      ],
    ])
    expect(found.notes).toEqual([])
  })

  test('values of another type than they say are text, and noted', () => {
    const found = log(
      `<log>\n${trace('K1', named('a', '\n<int key="n" value="seven"/><boolean key="b" value="perhaps"/><float key="f" value="INF"/>'))}</log>`,
    )
    expect(events(found.interactions)).toEqual([['K1', ['a', { n: 'seven', b: 'perhaps', f: 'INF' }]]])
    expect(found.notes.map(({ line, reason }) => [line, reason.en])).toEqual([
      [3, 'a value of `b` is not of its type boolean and is taken as text'],
      [3, 'a value of `n` is not of its type int and is taken as text'],
    ])
  })

  test('what a trace says holds for its events, as `case:NAME` where the name is taken', () => {
    const found = log(
      `<log>${trace('K1', '<string key="city" value="X"/><string key="org:group" value="T"/><string key="n" value="1"/>', named('a', '<string key="n" value="2"/>'))}</log>`,
    )
    expect(events(found.interactions)).toEqual([
      ['K1', ['a', { city: 'X', 'case:org:group': 'T', n: '2', 'case:n': '1' }]],
    ])
  })

  test('what a trace says behind some of its events holds for those that follow', () => {
    const late = '<string key="city" value="X"/>'
    const found = log(`<log>${trace('K1', named('a'), late, named('b'), named('c'))}${trace('K2', named('d'))}</log>`)
    expect(events(found.interactions)).toEqual([
      ['K1', ['a', {}], ['b', { city: 'X' }], ['c', { city: 'X' }]],
      ['K2', ['d', {}]],
    ])
  })

  test('traces of one name stay apart; one without a name has no id, and its rows are rejected', () => {
    const found = log(`<log>${trace('K', named('a'))}${trace('K', named('b'))}<trace>${named('c')}</trace></log>`)
    expect(events(found.interactions)).toEqual([
      ['K', ['a', {}]],
      ['K#2', ['b', {}]],
    ])
    expect(found.rejects.map(({ reason }) => reason.en)).toEqual(['no interaction id'])
  })

  test('`<global>` promises, and puts nothing in', () => {
    const found = log(
      `<log><global scope="event"><string key="concept:name" value="UNKNOWN"/><string key="cost" value="0"/></global>
<global scope="trace"><string key="x" value="?"/></global>${trace('K', named('a'), '<event><string key="cost" value="1"/></event>')}</log>`,
    )
    expect(events(found.interactions)).toEqual([['K', ['a', {}]]])
    expect(found.rejects.map(({ reason }) => reason.en)).toEqual(['no event name'])
    expect(found.notes.map(({ reason }) => reason.en)).toEqual([
      '`concept:name`, which `<global>` promises of every event, is missing; its placeholder is not put in',
      '`cost`, which `<global>` promises of every event, is missing; its placeholder is not put in',
    ])
  })

  test('elements of other namespaces are passed over with all they hold, whatever the prefix of XES', () => {
    const text = `<x:log xmlns:x="http://www.xes-standard.org/" xmlns:y="urn:other"><x:trace>
<x:string key="concept:name" value="K"/><y:event><x:event/></y:event>
<x:event><y:string key="no" value="1"/><x:string key="concept:name" value="a"/><z:log xmlns:z="urn:z"><x:log/></z:log></x:event>
</x:trace></x:log>`
    const found = log(text)
    expect(events(found.interactions)).toEqual([['K', ['a', {}]]])
    expect([...found.rejects, ...found.notes]).toEqual([])
  })

  test.each([
    ['GBK', 'gb18030', [0xca, 0xdc, 0xc0, 0xed]],
    ['ISO-8859-1', 'windows-1252', [0xe4]],
  ])('in %s, places count the bytes of the file', (declared, encoding, bytes) => {
    const [before = '', after = ''] =
      `<?xml version="1.0" encoding="${declared}"?><log><trace><string key="concept:name" value="|"/>`.split('|')
    const rest = `<event/></trace></log>`
    const file = Uint8Array.from([...utf8.encode(before), ...bytes, ...utf8.encode(after + rest)])
    const found = log(file)
    expect(found.rejects).toMatchObject([
      { line: 1, offset: file.length - rest.length, reason: { en: 'no event name' } },
    ])
    const kept = log(
      Uint8Array.from([...utf8.encode(before), ...bytes, ...utf8.encode(`${after + named('a')}</trace></log>`)]),
    )
    expect(kept.interactions[0]?.id).toBe(new TextDecoder(encoding).decode(Uint8Array.from(bytes)))
  })

  test('times that are none reject their row, with its place; every form of ISO is one', () => {
    const at = (time: string): string => `\n${named('a', `<date key="time:timestamp" value="${time}"/>`)}`
    const found = log(
      `<log>${trace('K', at('never'), at('2026-W47-7T101500Z'), at('20261122T101500,5+08'), at('2026-366'))}</log>`,
    )
    expect(found.rejects.map(({ line, reason }) => [line, reason.en])).toEqual(
      [2, 5].map((line) => [line, 'a time that cannot be read; the mapping file may state `time-formats:`']),
    )
    expect(found.interactions[0]?.events.map(({ time }) => new Date(time ?? 0).toISOString())).toEqual([
      '2026-11-22T10:15:00.000Z',
      '2026-11-22T02:15:00.500Z',
    ])
  })
})

describe('elements where they do not belong', () => {
  test.each([
    [
      'an event in an event',
      `<log>${trace('K', `<event>${named('x')}<string key="concept:name" value="a"/></event>`)}</log>`,
    ],
    [
      'an event in an attribute',
      `<log>${trace('K', named('a', `<string key="s" value="v">${named('x')}</string>`))}</log>`,
    ],
    [
      'an event in an attribute of a trace',
      `<log>${trace('K', `<string key="s" value="v">${named('x')}</string>`, named('a'))}</log>`,
    ],
    [
      'an event in a list',
      `<log>${trace('K', named('a', `<list key="s"><values>${named('x')}</values></list>`))}</log>`,
    ],
    ['an event in a trace in a trace', `<log>${trace('K', `<trace>${named('x')}</trace>`, named('a'))}</log>`],
    ['an event in an extension', `<log><extension name="e">${named('x')}</extension>${trace('K', named('a'))}</log>`],
    ['an event in the log', `<log>${named('x')}${trace('K', named('a'))}</log>`],
  ])('%s is rejected with its place, and the rest is read', (_what, text) => {
    const found = log(text)
    expect(events(found.interactions).map(([id, first]) => [id, first?.[0]])).toEqual([['K', 'a']])
    const offset = text.indexOf(named('x'))
    expect(found.rejects.map((reject) => reject.offset)).toEqual([offset])
    const [file] = found.files
    expect(file).toMatchObject({ read: 2, kept: 1, duplicates: 0, rejected: 1 })
    // The lean reader says the same.
    const reader = new VariantReader()
    reader.push(utf8.encode(text))
    reader.end()
    expect(reader.build()).toMatchObject({ read: 2, events: 1, rejected: 1, rejects: [{ offset }] })
  })

  test('a log in a log is refused, a trace in a trace is told', () => {
    const text = `<log>\n<log>${trace('K', named('a'))}</log></log>`
    expect(read(text).fault?.message.en).toBe(
      'line 2 (byte 6) has a `<log>` inside of another element; a file holds one log',
    )
    expect(read(`${trace('K', named('a'))}`).fault?.message.en).toBe(
      'XML whose root is `<trace>`, not the `<log>` of XES',
    )
    expect(read(`<log/><log/>`).fault?.message.en).toMatch(/another element after the root has ended/)
    const { notes, rejects } = log(`<log>${trace('K', '<trace/>', named('a'))}</log>`)
    expect(notes.map(({ reason }) => reason.zh)).toEqual(['`<trace>` 位置不对：应直接在 `<log>` 之内；此处的不算案例'])
    expect(rejects).toEqual([])
  })

  test('a file cut at any place is never a smaller log', () => {
    const text = `<?xml version="1.0"?>\n<log><!-- c --><trace><string key="concept:name" value="K&amp;1"/><event><string key='concept:name' value="受理"></string></event></trace></log>`
    const bytes = utf8.encode(text)
    const root = bytes.length
    for (let cut = 0; cut < root; cut++) {
      const { log: found, fault } = read(bytes.slice(0, cut))
      expect([cut, found, fault === undefined]).toEqual([cut, undefined, false])
    }
    expect(log(bytes).interactions).toHaveLength(1)
  })
})

// A log as the generator makes it, before it is written.
interface Attribute {
  readonly key: string
  readonly value: string
  readonly inner: readonly Attribute[]
}
interface Written {
  readonly traces: readonly { readonly own: readonly Attribute[]; readonly events: readonly (readonly Attribute[])[] }[]
  readonly style: readonly boolean[]
}

const text = fc.constantFrom('A', 'B', 'C&D', '受理', 'x "y"', "it's", ' ')
const leaf = (key: string): fc.Arbitrary<Attribute> => text.map((value) => ({ key, value, inner: [] }))
const nested = fc
  .tuple(text, fc.option(leaf('deep'), { nil: undefined }))
  .map(([value, deep]): Attribute => ({ key: 'outer', value, inner: deep ? [deep] : [] }))
const event = fc
  .record({
    name: fc.option(fc.constantFrom('A', 'B', '受理', ' '), { nil: undefined, freq: 9 }),
    step: fc.option(fc.constantFrom('start', 'Complete', 'suspend', ''), { nil: undefined }),
    instance: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    outer: fc.option(nested, { nil: undefined }),
    back: fc.boolean(),
  })
  .map(({ name, step, instance, outer, back }) => {
    const all: Attribute[] = []
    const put = (key: string, value: string | undefined) =>
      void (value !== undefined && all.push({ key, value, inner: [] }))
    put('concept:name', name)
    put('lifecycle:transition', step)
    put('concept:instance', instance)
    if (outer) all.push(outer)
    return back ? all.toReversed() : all
  })
const written: fc.Arbitrary<Written> = fc.record({
  traces: fc.array(
    fc.record({ own: fc.array(leaf('city'), { maxLength: 1 }), events: fc.array(event, { maxLength: 7 }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  style: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
})

/** Writes it in one of the ways XML allows. */
function write({ traces, style }: Written): string {
  const [open, single, swapped, spaced, classified] = style
  const escape = (value: string) =>
    value
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", single ? '&#39;' : "'")
  const quote = single ? "'" : '"'
  const one = ({ key, value, inner }: Attribute): string => {
    const parts = [`key=${quote}${key}${quote}`, `value=${quote}${escape(value)}${quote}`]
    if (swapped) parts.reverse()
    const content = inner.map(one).join('')
    return open || content !== '' ? `<string ${parts.join(' ')}>${content}</string>` : `<string ${parts.join(' ')}/>`
  }
  const gap = spaced ? '\r\n\t' : ''
  const body = traces.map(
    ({ own, events: all }, at) =>
      `<trace>${gap}<string key="concept:name" value="K${at}"/>${own.map(one).join(gap)}${gap}${all.map((each) => `<event>${gap}${each.map(one).join(gap)}</event>`).join(gap)}</trace>`,
  )
  const classifier = classified ? '<classifier name="Both" keys="concept:name lifecycle:transition"/>' : ''
  return `<?xml version="1.0" encoding="UTF-8"?>${gap}<log>${classifier}${body.join(gap)}</log>`
}

const valueOf = (one: readonly Attribute[], key: string): string => one.find((each) => each.key === key)?.value ?? ''

/** The activities of each trace, straight from what was to be written: the standard in a few plain lines. */
function expected({ traces }: Written, lifecycle: Lifecycle, keys: readonly string[]): string[][] {
  return traces.map(({ events: all }) => {
    const rows = all
      .map((one) => ({
        name: keys.some((key) => valueOf(one, key).trim() !== '') ? keys.map((key) => valueOf(one, key)).join('+') : '',
        step: valueOf(one, 'lifecycle:transition').trim().toLowerCase(),
        instance: valueOf(one, 'concept:instance'),
        gone: false,
      }))
      .filter(({ name }) => name.trim() !== '')
    if (lifecycle === 'complete')
      return rows.filter(({ step }) => step === '' || step === 'complete').map(({ name }) => name)
    if (lifecycle === 'all') return rows.map(({ name }) => name)
    for (const [at, row] of rows.entries()) {
      if (row.step === 'suspend') row.gone = true
      if (row.step !== 'complete') continue
      const start = rows
        .slice(0, at)
        .find((each) => !each.gone && each.step === 'start' && each.name === row.name && each.instance === row.instance)
      if (start) start.gone = true
    }
    return rows.filter(({ gone }) => !gone).map(({ name }) => name)
  })
}

describe('law: both readers of XES', () => {
  const readings = fc.record({
    lifecycle: fc.constantFrom<Lifecycle>('all', 'complete', 'pairs'),
    classifier: fc.constantFrom(undefined, 'concept:name', 'concept:name+lifecycle:transition', 'Both'),
    size: fc.constantFrom(1, 7, 64, 1 << 20),
  })
  test('read what was written, in any chunks, lifecycle and classifier', () => {
    fc.assert(
      fc.property(written, readings, (given, { lifecycle, classifier, size }) => {
        const bytes = utf8.encode(write(given))
        const chunks: Uint8Array[] = []
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size))
        const keys =
          classifier === 'Both'
            ? ['concept:name', 'lifecycle:transition']
            : (classifier?.split('+') ?? ['concept:name'])
        fc.pre(classifier !== 'Both' || given.style[4] === true)
        const words = expected(given, lifecycle, keys)

        const lean = new VariantReader({ lifecycle, ...(classifier === undefined ? {} : { classifier }) })
        for (const chunk of chunks) lean.push(chunk)
        lean.end()
        // No event at all may have one of the keys: then the name is taken for that of a classifier.
        if (lean.fault) return
        const variants = lean.build()
        const found = [...variants.variantOf].map((at) => [...wordOf(variants, at)].map((n) => variants.activities[n]))
        expect(found).toEqual(words)
        expect(variants.read).toBe(variants.events + variants.leftOut + variants.rejected)
        expect(variants.read).toBe(given.traces.flatMap(({ events: all }) => all).length)

        const { log: rows } = read(chunks, { lifecycle, ...(classifier === undefined ? {} : { classifier }) })
        const trimmed = words.map((word) => word.map((name) => name.trim()))
        const byId = new Map(rows?.interactions.map(({ id, events: all }) => [id, all.map((one) => one.event)]))
        expect(trimmed.map((_, at) => byId.get(`K${at}`) ?? [])).toEqual(trimmed)
        expect(rows?.rejects).toHaveLength(variants.rejected)
        if (lifecycle !== 'all') return
        for (const [at, { own, events: all }] of given.traces.entries()) {
          const kept = all.filter((one) => keys.some((key) => valueOf(one, key).trim() !== ''))
          const city = valueOf(own, 'city').trim()
          const outer = kept.map((one) => {
            const found = one.find(({ key }) => key === 'outer')
            return [found?.value.trim() || undefined, found?.inner[0]?.value.trim() || undefined, city || undefined]
          })
          const attributes =
            rows?.interactions.find(({ id }) => id === `K${at}`)?.events.map((one) => one.attributes) ?? []
          expect(attributes.map((one) => [one['outer'], one['outer.deep'], one['city']])).toEqual(outer)
        }
      }),
      { numRuns: 150 },
    )
  })
})
