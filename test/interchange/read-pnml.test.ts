import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainUnbounded } from '../../src/flow/find-unbounded.ts'
import { decodeXml } from '../../src/interchange/decode-xml.ts'
import { openModel } from '../../src/interchange/open-model.ts'
import { readPnml } from '../../src/interchange/read-pnml.ts'

const place = (id: string, inside = ''): string => `<place id="${id}">${inside}</place>`
const step = (id: string, inside = `<name><text>${id}</text></name>`): string =>
  `<transition id="${id}">${inside}</transition>`
const arc = (source: string, target: string, inside = ''): string =>
  `<arc source="${source}" target="${target}">${inside}</arc>`
const file = (...lines: string[]): string => ['<pnml>', '<net id="n">', ...lines, '</net>', '</pnml>'].join('\n')
const plain = [place('p'), place('q'), step('a'), arc('p', 'a'), arc('a', 'q')]

/** Findings as `line:column-column rule: message (expected; suggestion; related)`. */
function findingsOf(text: string, net?: string): string[] {
  const { diagnostics, value } = openModel(text, 'model.pnml', net === undefined ? {} : { net })
  expect(value === undefined).toBe(diagnostics.length > 0)
  return diagnostics.map(({ rule, message, place: at, expected, suggestion, related = [] }) => {
    expect(at.file).toBe('model.pnml')
    expect(message.zh).toMatch(/\p{Script=Han}/u)
    expect(message.zh.replaceAll(/`[^`]*`/g, '')).not.toMatch(/[,;!?]/)
    const { start, end } = at.range
    expect(end.line).toBe(start.line)
    const more = [
      ...(expected === undefined ? [] : [`expected ${expected.en}`]),
      ...(suggestion === undefined ? [] : [`did you mean ${suggestion}`]),
      ...related.map((one) => `${one.message.en} at ${one.place.range.start.line}`),
    ]
    const tail = more.length === 0 ? '' : ` (${more.join('; ')})`
    return `${start.line}:${start.column}-${end.column} ${rule}: ${message.en}${tail}`
  })
}

describe('readPnml', () => {
  it('reads markings, weights, silent transitions and labels as tools write them', () => {
    const text = file(
      '<name><text>a net</text></name>',
      '<page id="g">',
      place('p', '<name><text>start</text></name><initialMarking><text> 2 </text></initialMarking>'),
      place('q', '<initialMarking><value>Default,1</value></initialMarking>'),
      '<page id="inner">',
      place('r'),
      '</page>',
      step('t1', '<name><text>a&amp;b</text></name>'),
      step('t2', '<name><text>tau</text></name><toolspecific tool="ProM" version="6.4" activity="$invisible$"/>'),
      step('t3', '<name><text/></name>'),
      step('t4', ''),
      step('t5', '<name><text>a&#38;b</text></name>'),
      step('t6', '<name><text><![CDATA[<c>]]></text></name>'),
      arc('p', 't1', '<inscription><text>2</text></inscription>'),
      arc('p', 't1'),
      arc('t1', 'r', '<inscription><value>Default,4</value></inscription>'),
      arc('r', 't2', '<type value="normal"/>'),
      '</page>',
      '<finalmarkings><marking><place idref="p"><text>0</text></place><place idref="r"><text>3</text></place></marking>',
      '<marking></marking></finalmarkings>',
    )
    const { value, diagnostics } = readPnml(text, 'x')
    expect(diagnostics).toEqual([])
    expect(value).toMatchObject({
      name: 'a net',
      activities: ['a&b', '<c>'],
      net: {
        places: 3,
        placeNames: ['start', 'q', 'r'],
        initial: [
          { place: 0, count: 2 },
          { place: 1, count: 1 },
        ],
        finals: [[{ place: 2, count: 3 }], []],
        transitions: [
          { label: 0, consume: [{ place: 0, count: 3 }], produce: [{ place: 2, count: 4 }] },
          { consume: [{ place: 2, count: 1 }], produce: [] },
          { consume: [], produce: [] },
          { consume: [], produce: [] },
          { label: 0 },
          { label: 1 },
        ],
      },
    })
    expect(value?.net.transitions.filter(({ label }) => label === undefined)).toHaveLength(3)
  })

  it('takes the only source and the only sink where nothing is marked, and follows references between pages', () => {
    const text = file(
      ...plain,
      '<page id="g"><referencePlace id="again" ref="once"/><referencePlace id="once" ref="q"/>',
      '<referenceTransition id="as" ref="a"/>',
      place('r'),
      step('b'),
      arc('again', 'b'),
      arc('b', 'r'),
      arc('as', 'r'),
      '</page>',
    )
    expect(readPnml(text, 'x').value?.net).toMatchObject({
      initial: [{ place: 0, count: 1 }],
      finals: [[{ place: 2, count: 1 }]],
      transitions: [{ produce: [{ place: 1 }, { place: 2 }] }, { consume: [{ place: 1 }], produce: [{ place: 2 }] }],
    })
  })

  it('reads names with any prefix, and a net that is asked for by id or name', () => {
    const two = `<x:pnml xmlns:x="http://www.pnml.org/version-2009/grammar/pnml">
<x:net id="one"><x:name><x:text>first</x:text></x:name>${plain.join('').replaceAll(/<(\/?)(\w)/g, '<$1x:$2')}</x:net>
<x:net id="two"/></x:pnml>`
    expect(openModel(two, 'x', { net: 'one' }).value?.activities).toEqual(['a'])
    expect(openModel(two, 'x', { net: 'first' }).value?.name).toBe('first')
    expect(findingsOf(two)).toEqual([
      '3:1-18 pnml/net: there are 2 nets in the file; which one is meant must be said (expected one of `first`, `two`)',
    ])
    expect(findingsOf(two, 'three')).toEqual([
      '2:1-17 pnml/net: there is no net `three` (expected one of `first`, `two`)',
    ])
    expect(findingsOf(two, 'two')).toContain('3:1-18 pnml/net: the net has no places and no transitions')
  })

  it.each<[string, string, string[]]>([
    ['nothing', '', ['1:1-1 pnml/syntax: the file breaks off here']],
    ['no XML', 'place p', ['1:7-8 pnml/syntax: there is text outside of the root element; this is not XML']],
    ['another format', '<bpmn/>', ['1:1-8 pnml/syntax: the root element is `<bpmn>`, not `<pnml>`']],
    ['no net', '<pnml/>', ['1:1-8 pnml/net: there is no `<net>` in the file']],
    ['a file that breaks off', '<pnml>\n <net id="n">', ['2:2-14 pnml/syntax: the element `<net>` has no end tag']],
    ['a file cut within a tag', '<pnml>\n <net i', ['1:1-7 pnml/syntax: the element `<pnml>` has no end tag']],
    ['crossed tags', '<pnml>\n<net></pnml>', ['2:1-6 pnml/syntax: the element `<net>` has no end tag']],
    [
      'an entity',
      '<pnml>\n&a;</pnml>',
      ['2:3-4 pnml/syntax: an entity that is not known; XML has `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`'],
    ],
    ['an attribute twice', '<pnml a="1" a="2"/>', ['1:19-20 pnml/syntax: an attribute is written twice']],
    ['a bare attribute', '<pnml a=1/>', ['1:9-10 pnml/syntax: an attribute is written `name="value"`']],
    [
      'a document type',
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY d SYSTEM "file:///etc/passwd">]>\n<pnml>&b;</pnml>',
      ['2:1-10 pnml/syntax: there is a DOCTYPE, which is not read'],
    ],
    [
      'arcs to nothing and between the same kind',
      file(...plain, arc('p', 'aa'), '<arc source="p"/>', arc('p', 'q'), arc('a', 'a')),
      [
        '8:1-29 pnml/arc: `target` names `aa`, but there is no such place or transition (did you mean a)',
        '9:1-18 pnml/arc: `target` is missing',
        '10:1-28 pnml/arc: the arc joins two places (expected a place and a transition)',
        '11:1-28 pnml/arc: the arc joins two transitions (expected a place and a transition)',
      ],
    ],
    [
      'ids that are missing or used twice',
      file(...plain, place('p'), '<place/>', '<transition/>', '<arc id="q" source="p" target="a"/>'),
      [
        '8:1-15 pnml/id: the id `p` is used twice (first used here at 3)',
        '9:1-9 pnml/id: an `id` is missing',
        '10:1-14 pnml/id: an `id` is missing',
        '11:1-36 pnml/id: the id `q` is used twice (first used here at 4)',
      ],
    ],
    [
      'references in a ring, and to another kind',
      file(
        ...plain,
        '<referencePlace id="x" ref="y"/><referencePlace id="y" ref="x"/>',
        '<referenceTransition id="z" ref="p"/>',
      ),
      [
        '8:1-33 pnml/arc: `ref` names `y`, but there is no such place (did you mean p)',
        '9:1-38 pnml/arc: `ref` names `p`, but there is no such transition (did you mean a)',
      ],
    ],
    [
      'numbers that are none, or too large',
      file(
        place('p', '<initialMarking><text>-1</text></initialMarking>'),
        place('q', '<initialMarking>1e3</initialMarking>'),
        step('a'),
        arc('p', 'a', '<inscription><text>99999999999999999999999999</text></inscription>'),
        arc('a', 'q', '<inscription><text>0</text></inscription>'),
      ),
      [
        '6:28-41 pnml/number: `99999999999999999999999999` is not a number that can be used (expected a whole number from 1 to 1000000)',
        '7:28-41 pnml/number: `0` is not a number that can be used (expected a whole number from 1 to 1000000)',
        '3:15-31 pnml/number: `-1` is not a number that can be used (expected a whole number from 0 to 1000000)',
        '4:15-31 pnml/number: `1e3` is not a number that can be used (expected a whole number from 0 to 1000000)',
      ],
    ],
    [
      'no marking, two sources and two sinks',
      file(...plain, place('r'), place('s'), arc('r', 'a'), arc('a', 's')),
      [
        '2:1-13 pnml/marking: there is no initial marking, and no single source place (one that no arc enters)',
        '2:1-13 pnml/marking: there is no final marking, and no single sink place (one that no arc leaves)',
      ],
    ],
    [
      'a final marking of nothing that is there',
      file(...plain, '<finalmarkings><marking><place idref="z"/><place idref="a"/></marking></finalmarkings>'),
      [
        '8:25-43 pnml/marking: `idref` names `z`, but there is no such place (did you mean p)',
        '8:43-61 pnml/marking: `idref` names `a`, but there is no such place (did you mean p)',
      ],
    ],
    [
      'what is not a place/transition net',
      file(
        place('p', '<capacity><value>3</value></capacity>'),
        place('q', '<hlinitialMarking/>'),
        step('a', '<condition/>'),
        arc('p', 'a', '<type value="inhibitor"/>'),
        arc('p', 'a', '<arctype><text>reset</text></arctype>'),
        '<arc type="read" source="p" target="a"/>',
        arc('a', 'q'),
      ).replace('id="n"', 'id="n" type="http://www.pnml.org/version-2009/grammar/symmetricnet"'),
      [
        '2:1-74 pnml/unsupported: a high-level net, with colours or time, is not supported',
        '6:1-28 pnml/unsupported: an arc of type `inhibitor` is not supported',
        '7:1-28 pnml/unsupported: an arc of type `reset` is not supported',
        '8:1-41 pnml/unsupported: an arc of type `read` is not supported',
        '3:1-15 pnml/unsupported: a capacity of a place is not supported',
        '4:15-34 pnml/unsupported: a marking with colours is not supported',
        '5:20-32 pnml/unsupported: a condition of a transition is not supported',
      ],
    ],
    [
      'an end that leaves a token',
      file(...plain, place('r'), arc('a', 'r'), '<finalmarkings><marking><place idref="q"/></marking></finalmarkings>'),
      ['10:1-16 pnml/final-unreachable: the final marking cannot be reached from the initial one'],
    ],
  ])('finds %s', (_, text, expected) => expect(findingsOf(text)).toEqual(expected))

  it('tells a place that can be filled without end, when asked', () => {
    const pump = file(...plain, place('r', '<name><text>pool</text></name>'), step('b'), arc('p', 'b'), arc('b', 'p'))
    const drain = [arc('b', 'r'), step('c'), arc('r', 'c'), arc('c', 'q')]
    const { value } = openModel(
      pump
        .replace('id="p">', 'id="p"><initialMarking><text>1</text></initialMarking>')
        .replace(
          '</net>',
          `${drain.join('')}<finalmarkings><marking><place idref="q"/></marking></finalmarkings></net>`,
        ),
      'm',
    )
    expect(value?.block).toBeUndefined()
    expect(value && explainUnbounded(value.net)).toEqual({
      zh: '网是无界的：库所 `pool` 里的标记可以无限增多',
      en: 'the net is unbounded: place `pool` can be filled without end',
    })
  })

  it('reads the encoding that a mark or the declaration says, and replaces what is not in it', () => {
    const text = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><pnml>é办</pnml>`
    const latin = Uint8Array.from(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><pnml>é</pnml>', 'latin1'))
    expect(decodeXml(latin)).toContain('<pnml>é</pnml>')
    expect(decodeXml(Buffer.from(text('UTF-8')))).toBe(text('UTF-8'))
    expect(decodeXml(Buffer.from(`\ufeff${text('UTF-8')}`))).toBe(text('UTF-8'))
    expect(decodeXml(Buffer.from(`\ufeff${text('UTF-16')}`, 'utf16le'))).toBe(text('UTF-16'))
    expect(decodeXml(Buffer.from(`\ufeff${text('UTF-16')}`, 'utf16le').swap16())).toBe(text('UTF-16'))
    expect(decodeXml(Buffer.from(text('klingon')))).toBe(text('klingon'))
    const broken = Buffer.concat([
      Buffer.from("<?xml version='1.0' encoding='GB18030'?>"),
      Buffer.from([0xb0, 0xec, 0xff]),
    ])
    expect(decodeXml(broken)).toMatch(/>办\ufffd$/)
    expect(decodeXml(new Uint8Array())).toBe('')
  })

  it('answers to any damage of a file with a net or a located finding', () => {
    const whole = file(
      ...plain,
      '<finalmarkings><marking><place idref="q"><text>1</text></place></marking></finalmarkings>',
    )
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 6 }), (at, cut, more) => {
        const text = whole.slice(0, at) + more + whole.slice(at + cut)
        const { value, diagnostics } = openModel(text, 'm')
        expect(value === undefined).toBe(diagnostics.length > 0)
        for (const { place: where } of diagnostics) {
          expect(where.range.end.offset).toBeLessThanOrEqual(text.length)
          const before = text.slice(0, where.range.start.offset)
          expect(where.range.start.line).toBe(before.split('\n').length)
          expect(where.range.start.column).toBe(before.length - before.lastIndexOf('\n'))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('keeps names apart from what objects know', () => {
    const text = file(place('__proto__'), place('constructor'), step('toString'), arc('__proto__', 'toString'))
    expect(openModel(text.replace('</net>', `${arc('toString', 'constructor')}</net>`), 'm').value?.activities).toEqual(
      ['toString'],
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('needs time in proportion to the file: many arcs to nothing, deep nesting, long texts', () => {
    const arcs = file(...plain, ...Array.from({ length: 50_000 }, (_, at) => arc('p', `x${at}`)))
    expect(openModel(arcs, 'm').diagnostics).toHaveLength(50_000)
    const deep = `<pnml>${'<a>'.repeat(100_000)}`
    expect(findingsOf(deep)).toEqual([`1:3004-3007 pnml/syntax: elements are nested too deeply`])
    const chained = file(
      ...plain,
      ...Array.from({ length: 50_000 }, (_, at) => `<referencePlace id="r${at}" ref="r${at + 1}"/>`),
      '<referencePlace id="r50000" ref="q"/>',
    )
    expect(openModel(chained, 'm').diagnostics).toEqual([])
    const long = file(...plain.map((line) => line.replace('a</text>', `${'a'.repeat(1_000_000)}</text>`)))
    expect(openModel(long, 'm').value?.activities[0]).toHaveLength(1_000_000)
  }, 30_000)
})
