import { describe, expect, it } from 'vitest'
import { loadPages, readFolder, show } from './support.ts'

const pages = readFolder('pages')
const flow = (steps: string) => ({ 'flows/answer.yaml': `flow: answer\nsteps:\n${steps}` })
const swap = (file: string, from: string, to: string) => {
  expect(pages[file]).toContain(from)
  return { [file]: pages[file]!.replace(from, to) }
}

describe('one finding a mistake', () => {
  it.each([
    [
      'a misspelt required key',
      swap('touchpoints.yaml', 'channel: all', 'chanel: all'),
      ['touchpoints.yaml:2:21 schema/unknown-key "chanel"'],
    ],
    [
      'a misspelt section of the catalogue',
      swap('catalog.yaml', 'roles:', 'rols:'),
      ['catalog.yaml:10:1 schema/unknown-key "rols"'],
    ],
    [
      'a misspelt optional section that others refer to',
      {
        ...swap('catalog.yaml', 'roles:', 'constnts: {at-once: 2 min}\nroles:'),
        ...flow('  - {id: a}\n  - {id: b, within: {limit: at-once}}\n'),
        ...rulesOnly(),
      },
      ['catalog.yaml:10:1 schema/unknown-key "constnts"'],
    ],
    [
      'a misspelt rule kind',
      { 'rules.yaml': 'rules:\n  greet-first: {precedense: {before: call.answered, then: plan.changed}}\n' },
      ['rules.yaml:2:17 schema/unknown-key "precedense"'],
    ],
    [
      'a rule without a kind',
      { 'rules.yaml': 'rules:\n  greet-first: {critical: true}\n' },
      ['rules.yaml:2:3 schema/missing-key "greet-first"'],
    ],
    [
      'a rule of two kinds',
      { 'rules.yaml': 'rules:\n  greet-first: {check: "true", says: greeting}\n' },
      ['rules.yaml:2:32 schema/value "says"'],
    ],
    [
      'a step and a block in one item',
      flow('  - {id: a, choice: [{id: b}, {id: c}]}\n'),
      ['flows/answer.yaml:3:6 schema/unknown-key "id"'],
    ],
    [
      'a misspelt block',
      flow('  - {choise: [{id: b}, {id: c}]}\n'),
      ['flows/answer.yaml:3:6 schema/unknown-key "choise"'],
    ],
    [
      'a step without id that the scorecard names',
      { ...flow('  - {idd: greet, by: agent}\n'), ...score('answer/greet/by') },
      ['flows/answer.yaml:3:6 schema/unknown-key "idd"'],
    ],
    [
      'a text that is neither',
      swap('touchmap.yaml', 'name: {zh: 规则页的底图, en: Base map of the rule pages}', 'name: [a]'),
      ['touchmap.yaml:2:7 schema/type "[a]"'],
    ],
    [
      'a duration without a blank',
      flow('  - {id: a}\n  - {id: b, within: {limit: 30s}}\n'),
      ['flows/answer.yaml:4:29 schema/value "30s"'],
    ],
    [
      'rings where nothing rings',
      swap('catalog.yaml', 'events:', 'idle: 3 rings\nevents:'),
      ['catalog.yaml:13:7 schema/value "3 rings"'],
    ],
    [
      'a name that has not even the form of one',
      flow('  - {id: a, by: 话务员}\n'),
      ['flows/answer.yaml:3:17 reference-unknown "话务员"'],
    ],
    [
      'a phrase where a lexicon is named',
      { ...flow('  - {id: a, must-say: 您好}\n'), ...rulesOnly() },
      ['flows/answer.yaml:3:23 reference-unknown "您好"'],
    ],
    [
      'a pattern of files that nothing matches',
      swap('touchmap.yaml', 'flows/*.yaml', 'flow/*.yaml'),
      ['touchmap.yaml:6:58 include-missing "flow/*.yaml"'],
    ],
    [
      'a version in full-width quotes',
      swap('touchmap.yaml', '"2"', '\u201c2\u201d'),
      ['touchmap.yaml:3:10 schema/value "\u201c2\u201d"'],
    ],
    [
      'a control character',
      { 'lexicons.yaml': `${pages['lexicons.yaml']}  x: {any: ["a\u0000b"]}\n` },
      ['lexicons.yaml:3:15 yaml/syntax "\\u0000"'],
    ],
    [
      'months in a limit',
      flow('  - {id: a}\n  - {id: b, within: {limit: 3 months}}\n'),
      ['flows/answer.yaml:4:29 schema/value "3 months"'],
    ],
    [
      'a constant that is not there',
      flow('  - {id: a}\n  - {id: b, within: {limit: at-once}}\n'),
      ['flows/answer.yaml:4:29 reference-unknown "at-once"'],
    ],
    [
      'a limit from a step that is not there',
      flow('  - {id: a}\n  - {id: b, within: {limit: {from: c.dueAt}}}\n'),
      ['flows/answer.yaml:4:36 reference-unknown "c.dueAt"'],
    ],
    [
      'a limit without a step before',
      flow('  - {id: a, within: {limit: 30 s}}\n'),
      ['flows/answer.yaml:3:13 schema/missing-key "within"'],
    ],
    [
      'a limit in one of several in any order',
      flow('  - {id: a}\n  - any-order: [{id: b, within: {limit: 30 s}}, {id: c}]\n'),
      ['flows/answer.yaml:4:25 schema/missing-key "within"'],
    ],
    [
      'a day that is none',
      swap('touchmap.yaml', '2026-07-01', '2026-02-30'),
      ['touchmap.yaml:4:19 schema/value "2026-02-30"'],
    ],
    [
      'an end before the beginning',
      swap('touchmap.yaml', '2026-07-01', '2026-07-01, until: 2026-06-01'),
      ['touchmap.yaml:4:38 schema/value "2026-06-01"'],
    ],
    [
      'a time zone that is none',
      swap('touchmap.yaml', 'code:', 'timezone: Asia/Jinan\ncode:'),
      ['touchmap.yaml:5:11 schema/value "Asia/Jinan"'],
    ],
    [
      'an axis in the code that is none',
      swap('touchmap.yaml', '{brand}', '{brnd}'),
      ['touchmap.yaml:5:7 schema/value "\\"{channel}{brnd}-{business}\\""'],
    ],
    ['an id that is a truth value elsewhere', flow('  - {id: off}\n'), ['flows/answer.yaml:3:10 schema/value "off"']],
    [
      'a key that is one',
      swap('lexicons.yaml', 'greeting: {any: [您好]}', 'greeting: {any: [您好]}\n  "no": {any: [不]}'),
      ['lexicons.yaml:3:3 schema/value "\\"no\\""'],
    ],
    [
      'no value',
      swap('rules.yaml', '{precedence: {before: call.answered, then: plan.changed}}', ''),
      ['rules.yaml:2:3 schema/type "greet-first"'],
    ],
    ['an empty file', { 'lexicons.yaml': '' }, ['lexicons.yaml:1:1 schema/type ""']],
    ['a file of remarks', { 'lexicons.yaml': '# nothing\n' }, ['lexicons.yaml:1:1 schema/type ""']],
    ['a list for a file', { 'rules.yaml': '- a\n- b\n' }, ['rules.yaml:1:1 schema/type "- a"']],
    [
      'a first key of no kind',
      { 'flows/answer.yaml': 'flwo: answer\nsteps: []\n' },
      ['flows/answer.yaml:1:1 schema/unknown-key "flwo"'],
    ],
    [
      'a part of itself',
      swap('catalog.yaml', 'name: 账单}', 'name: 账单, part-of: bill}'),
      ['catalog.yaml:3:43 schema/value "bill"'],
    ],
    [
      'a code of the scorecard that no touchpoint has',
      { 'scorecard.yaml': `${pages['scorecard.yaml']}thresholds: {per: {VX-bill: {score: 80}}}\n` },
      ['scorecard.yaml:5:20 reference-unknown "VX-bill"'],
    ],
    [
      'a second scorecard',
      { 'flows/second.yaml': pages['scorecard.yaml']! },
      ['scorecard.yaml:1:1 id-duplicate "scorecard"'],
    ],
    [
      'a flow that is there twice',
      { 'flows/second.yaml': pages['flows/answer.yaml']! },
      ['flows/second.yaml:1:7 id-duplicate "answer"'],
    ],
    ['a role above none', flow('  - {id: a, by: agnt+}\n'), ['flows/answer.yaml:3:17 reference-unknown "agnt+"']],
    [
      'max less than min',
      flow('  - {group: {steps: [{id: a}], anywhere: [{id: b, min: 3, max: 2}]}}\n'),
      ['flows/answer.yaml:3:64 schema/value "2"'],
    ],
    ['a boolean of YAML 1.1', flow('  - {id: a, critical: yes}\n'), ['flows/answer.yaml:3:23 schema/type "yes"']],
    ['a tag', { 'rules.yaml': 'rules: !set {}\n' }, ['rules.yaml:1:8 yaml/syntax "!set"']],
    ['two documents', { 'rules.yaml': 'rules: {}\n---\nrules: {}\n' }, ['rules.yaml:2:1 yaml/syntax "---"']],
    [
      'metrics whose type and value differ, twice',
      {
        'flows/metrics.yaml':
          'metrics:\n  a: {value: "1 < 2"}\n  b: {value: "size(events)", type: share}\n  c: {value: "interaction.held", show: [share]}\n',
      },
      [
        'flows/metrics.yaml:2:14 schema/value "\\"1 < 2\\""',
        'flows/metrics.yaml:3:14 schema/value "\\"size(events)\\""',
        'flows/metrics.yaml:4:41 schema/value "share"',
      ],
    ],
    [
      'workdays without a calendar',
      flow('  - {id: a}\n  - {id: b, within: {limit: 3 workdays}}\n'),
      ['flows/answer.yaml:4:29 schema/missing-key "3 workdays"'],
    ],
    [
      'workdays with two calendars',
      {
        ...flow('  - {id: a}\n  - {id: b, within: {limit: 3 workdays}}\n'),
        'flows/calendar.yaml': 'catalog: true\ncalendars: {c: {years: none}, d: {years: none}}\n',
      },
      ['flows/answer.yaml:4:29 schema/missing-key "3 workdays"'],
    ],
    [
      'a calendar that is not there, and days of 24 hours in one',
      {
        ...flow('  - {id: a}\n  - {id: b, within: {limit: 2 days, calendar: ofice}}\n'),
        'flows/calendar.yaml': 'catalog: true\ncalendars: {office: {years: none}}\n',
      },
      ['flows/answer.yaml:4:29 schema/value "2 days"', 'flows/answer.yaml:4:47 reference-unknown "ofice"'],
    ],
    [
      'hours and days of calendars that cannot be',
      {
        'flows/calendar.yaml': [
          'catalog: true',
          'calendars:',
          '  office:',
          '    hours: {mon-fri: ["18:00-09:00", "10:00-12:00", "11:00-13:00"]}',
          '    years:',
          '      2026: {holidays: [2026-02-30, 2025-12-31, 2026-05-05..2026-05-01, 2026-10-01], workdays: [2026-10-01]}',
          '  shop: {years-of: office, hours: {mon-fri: 24h}}',
          '  bare: {hours: {mon: "09:00-18:00"}}',
          '',
        ].join('\n'),
      },
      [
        String.raw`flows/calendar.yaml:4:22 schema/value "[\"18:00-09:00\", \"10:00-12:00\", \"11:00-13:00\"]"`,
        String.raw`flows/calendar.yaml:4:23 schema/value "\"18:00-09:00\""`,
        'flows/calendar.yaml:6:25 schema/value "2026-02-30"',
        'flows/calendar.yaml:6:37 schema/value "2025-12-31"',
        'flows/calendar.yaml:6:49 schema/value "2026-05-05..2026-05-01"',
        'flows/calendar.yaml:6:97 schema/value "2026-10-01"',
        'flows/calendar.yaml:7:45 schema/value "24h"',
        'flows/calendar.yaml:8:3 schema/missing-key "bare"',
      ],
    ],
    [
      'a flow from elsewhere',
      { 'flows/answer.yaml': 'flow: answer\nfrom: answer.bpmn\n' },
      ['flows/answer.yaml:2:7 unsupported "answer.bpmn"'],
    ],
  ] as const)('%s', (_, files, expected) => {
    const loaded = loadPages(files as Record<string, string>)
    expect(show(loaded).filter((line) => !line.includes('cell-blind'))).toEqual(expected)
    if (!Object.keys(files).includes('catalog.yaml')) expect(show(loaded)).toEqual(expected)
  })

  function rulesOnly() {
    return {}
  }
  function score(rule: string) {
    return {
      'scorecard.yaml': `scorecard: true\nmode: deduct\nsections:\n  - {id: all, name: 全部, items: [{rule: ${rule}}]}\n`,
    }
  }
})

describe('a file that cannot be read', () => {
  const broken = (text: string) => `${text}x: [\n`

  it.each([
    'catalog.yaml',
    'lexicons.yaml',
    'touchpoints.yaml',
    'flows/answer.yaml',
    'rules.yaml',
    'scorecard.yaml',
    'touchmap.yaml',
  ])('%s gives its own finding, and references into it are let pass', (file) => {
    const loaded = loadPages({ [file]: broken(pages[file]!) })
    expect(loaded.diagnostics.map(({ rule, place }) => `${place.file} ${rule}`)).toEqual([`${file} yaml/syntax`])
    expect(loaded.map).toBeUndefined()
  })

  it.each(['catalog.yaml', 'lexicons.yaml', 'touchpoints.yaml', 'flows/answer.yaml', 'rules.yaml', 'scorecard.yaml'])(
    '%s missing gives its own finding only',
    (file) => {
      const files = { ...pages, 'touchmap.yaml': pages['touchmap.yaml']!.replace('flows/*.yaml', 'flows/answer.yaml') }
      const loaded = loadPages({ ...files, [file]: new Uint8Array([0xc4]) })
      expect(loaded.diagnostics.map(({ rule, place }) => `${place.file} ${rule}`)).toEqual([`${file} yaml/encoding`])
    },
  )

  it('does not hide what is wrong in others, nor unknown names of other kinds', () => {
    const loaded = loadPages({
      'flows/answer.yaml': broken(pages['flows/answer.yaml']!),
      'touchpoints.yaml':
        'touchpoints:\n  - {business: all, channel: vioce, brand: all, flow: answer}\n  - {business: bill, channel: voice, brand: gotone, flow: other}\n',
    })
    expect(show(loaded)).toEqual(
      [
        'flows/answer.yaml:6:1 yaml/syntax "x: ["',
        'touchpoints.yaml:2:30 reference-unknown "vioce"',
        'touchpoints.yaml:3:59 reference-unknown "other"',
      ].map((line) => (line.startsWith('flows') ? show(loaded)[0] : line)),
    )
    expect(loaded.diagnostics).toHaveLength(3)
  })
})

describe('encodings', () => {
  it.each([
    ['UTF-16 (little-endian)', Buffer.from('\ufeffrules: {}\n', 'utf16le')],
    ['UTF-16 (little-endian)', Buffer.from('rules: {} # no mark\n', 'utf16le')],
    ['UTF-16 (big-endian)', Buffer.from('\ufeffrules: {}\n', 'utf16le').swap16()],
    ['GB18030', Buffer.concat([Buffer.from('rules: {} # '), Buffer.from([0xc4, 0xfa, 0xba, 0xc3]), Buffer.from('\n')])],
  ])('knows %s', (name, bytes) => {
    const [finding, ...others] = loadPages({
      'rules.yaml': bytes,
      'scorecard.yaml': 'scorecard: true\nmode: deduct\nsections: [{id: a, name: a, items: [{rule: greet-first}]}]\n',
    }).diagnostics
    expect(finding?.rule).toBe('yaml/encoding')
    expect(finding?.message.zh).toContain(name)
    expect(others).toEqual([])
  })

  it('marks the first byte that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('rules: {}\n# 您好 '), Buffer.from([0xff]), Buffer.from(' more\n')])
    expect(loadPages({ 'rules.yaml': bytes, 'scorecard.yaml': pages['scorecard.yaml']! }).diagnostics[0]).toMatchObject(
      {
        rule: 'yaml/encoding',
        message: { en: 'the file is not UTF-8, nor any encoding known here' },
        place: { range: { start: { line: 2, column: 6, offset: 15 } } },
      },
    )
  })
})

describe('full-width signs', () => {
  it.each([
    ['rules:\n  greet-first\uff1a{check: "true"}\n', '\uff1a', 2],
    ['rules\uff1a{}\n', '\uff1a', 1],
    ['rules:\n  - id\uff1ax\n    by: y\n', '\uff1a', 2],
    ['rules:\n  greet-first: {check: \u201ctrue\u201d}\n', '\u201c', 2],
    ['rules:\n  greet-first: {critical: true\uff0ccheck: "true"}\n', '\uff0c', 2],
    ['rules:\n  greet-first: \u3010check\u3011\n', '\u3010', 2],
    ['rules:\n  greet-first: {never-says: {any: [保证\u3011}}\n', '\u3011', 2],
    ['rules:\n\u3000\u3000greet-first: {check: "true"}\n', 'U+3000', 2],
  ])('are named where they stand for syntax: %j', (text, sign, line) => {
    const finding = loadPages({ 'rules.yaml': text }).diagnostics.find(({ place }) => place.file === 'rules.yaml')
    expect(finding?.rule).toMatch(/^(yaml|schema|expression)\//)
    expect(finding?.message.zh).toContain(`\`${sign}\` 是全角符号`)
    expect(finding?.message.en).toContain(`\`${sign}\` is a full-width sign`)
    expect(finding?.place.range.start.line).toBe(line)
  })

  it('are left alone inside a Chinese sentence', () => {
    const sentence = '您好\uff1a请问\uff0c\u201c您\u201d\u3010好\u3011'
    const loaded = loadPages({
      'rules.yaml': `rules:\n  greet-first: {says: {any: ["${sentence}", ${sentence}]}, note: ${sentence}}\n  broken: {"\n`,
    })
    expect(loaded.diagnostics[0]?.rule).toBe('yaml/syntax')
    expect(loaded.diagnostics[0]?.message.en).not.toContain('full-width')
  })
})

describe('what is expected', () => {
  it('names `all` beside the values of an axis, and offers it', () => {
    const [finding] = loadPages(swap('touchpoints.yaml', 'brand: all', 'brand: al')).diagnostics
    expect(finding).toMatchObject({ suggestion: 'all', expected: { en: 'one of `gotone`, `easyown`, `all`' } })
  })

  it('lists the types of attributes', () => {
    const [finding] = loadPages(swap('catalog.yaml', 'fee: number', 'fee: money')).diagnostics
    expect(finding?.expected?.en).toContain('string, int, number, bool, time or duration')
  })

  it('is right indentation where a line stands too far left', () => {
    const [finding] = loadPages(flow('  - {id: aa}\n - {id: bb}\n')).diagnostics
    expect(finding).toMatchObject({ rule: 'yaml/syntax', message: { en: expect.stringContaining('indentation') } })
  })

  it('is the form of a name where neither form nor name is right', () => {
    const [finding] = loadPages(flow('  - {id: a, must-say: 您好}\n')).diagnostics
    expect(finding?.expected?.zh).toBe('词库标识，或 {any: […], …}')
  })
})
