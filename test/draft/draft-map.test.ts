import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readLogs } from '../../src/io/read-logs.ts'
import { readMapping } from '../../src/io/read-mapping.ts'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-draft-'))
afterAll(() => rmSync(folder, { recursive: true }))
const data = path.resolve(process.env['TOUCHMAP_DATA'] ?? path.join(root, '../shared/data'))
const ZONE = ['--timezone', 'Asia/Shanghai']

const right = (map: string) => `maps/${map}/logs/right.csv`
const broken = (map: string) => `maps/${map}/logs/broken.csv`
const LOGS: readonly (readonly [name: string, logs: readonly string[], mapping: string | undefined])[] = [
  ['standard-communication', [right('standard-communication'), broken('standard-communication')], undefined],
  ['six-step-after-sales', [right('six-step-after-sales'), broken('six-step-after-sales')], undefined],
  ['hotline-conduct', [right('hotline-conduct')], undefined],
  ['service-norms', [right('service-norms'), broken('service-norms')], undefined],
  ['july', ['maps/hotline-10086/logs/july.csv', 'maps/hotline-10086/logs/july-supplement.csv'], undefined],
  ...(existsSync(data)
    ? ([
        ['star', [path.join(data, 'star/events.jsonl.gz')], 'fixtures/star/mapping.yaml'],
        ['fines', [path.join(data, 'conformance/logs/roadtraffic100traces.xes')], undefined],
      ] as const)
    : []),
]

interface Catalog {
  businesses: Record<string, { name: string }>
  events: Record<string, { speech?: boolean; also?: string[] }>
  ambient?: string[]
}

describe.each(LOGS)('a map drafted from the log %s', (name, logs, mapping) => {
  const cwd = path.join(folder, name)
  const given = mapping === undefined ? [] : ['--mapping', path.join(root, mapping)]
  const files = logs.map((log) => path.resolve(root, log))

  it('validates without errors or warnings, in the house layout', async () => {
    const made = await touchmap(['init', cwd, '--from-log', ...files, ...given, ...ZONE, '--lang', 'zh'])
    expect([made.code, made.stdout.split('\n')[0]]).toEqual([0, path.join(cwd, 'touchmap.yaml')])
    const { code, stdout } = await touchmap(['validate', '--format', 'json'], { cwd })
    const { summary } = JSON.parse(stdout) as { summary: unknown }
    expect([code, summary]).toEqual([0, expect.objectContaining({ errors: 0, warnings: 0 })])
    expect(await touchmap(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' })
  })

  it('is followed exactly by the interactions of the commonest variant of each business', async () => {
    const scored = await touchmap(['score', ...files, ...given, '--each', 'each.jsonl'], { cwd })
    expect(scored.code).toBe(0)
    const results = new Map(
      readFileSync(path.join(cwd, 'each.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { interaction: string; adherence: number; rules: { outcome: string }[] })
        .map((each) => [each.interaction, each]),
    )
    const catalog = parse(readFileSync(path.join(cwd, 'catalog.yaml'), 'utf8')) as Catalog
    const free = new Set(catalog.ambient)
    for (const [event, type] of Object.entries(catalog.events)) if (type.speech) free.add(event)
    const options = {
      timezone: 'Asia/Shanghai',
      ...(mapping ? { mapping: readMapping(path.join(root, mapping)) } : {}),
    }
    const { interactions } = await readLogs(files, options)
    const businesses = new Map<string, Map<string, string[]>>()
    for (const { id, axes, ambiguous, events } of interactions) {
      if (ambiguous.some((axis) => ['business', 'channel', 'brand'].includes(axis))) continue
      const word = events.map(({ event }) => event).filter((event) => !free.has(event))
      if (word.length === 0) continue
      const variants = businesses.get(axes.business ?? '') ?? new Map<string, string[]>()
      businesses.set(axes.business ?? '', variants)
      variants.set(word.join('\n'), [...(variants.get(word.join('\n')) ?? []), id])
    }
    expect(businesses.size).toBe(Object.keys(catalog.businesses).length)
    for (const [business, variants] of businesses) {
      const most = Math.max(...[...variants.values()].map((ids) => ids.length))
      const commonest = [...variants.values()].filter((ids) => ids.length === most)
      const isFollowed = (id: string) =>
        results.get(id)?.adherence === 1 && results.get(id)?.rules.every(({ outcome }) => outcome !== 'fail') === true
      expect(
        commonest.some((ids) => ids.every(isFollowed)),
        business,
      ).toBe(true)
    }
  })

  it('says how many interactions each part rests on, and copies no text', async () => {
    const texts = filesOf(cwd).map((file) => readFileSync(path.join(cwd, file), 'utf8'))
    for (const text of texts) expect(text).toMatch(/# .*\d+ 次|日志中最早/)
    const { interactions } = await readLogs(files, mapping ? { mapping: readMapping(path.join(root, mapping)) } : {})
    const said = new Set(
      interactions.flatMap(({ events }) => events.flatMap(({ text }) => (text && text.length > 12 ? [text] : []))),
    )
    const whole = texts.join('\n')
    expect([...said].filter((text) => whole.includes(text))).toEqual([])
    expect(whole).not.toMatch(/\d{7}/)
  })
})

function filesOf(at: string): string[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
}

/** Writes a log of interactions, each a list of events, and drafts a map from it. */
async function draft(
  name: string,
  words: readonly (readonly string[])[],
  more: (at: number) => Record<string, string> = () => ({}),
): Promise<{ code: number; stderr: string; cwd: string; read(file: string): string }> {
  const log = path.join(folder, `${name}.jsonl`)
  const lines = words.flatMap((word, at) =>
    word.map((event, i) =>
      JSON.stringify({
        interaction: `i${at}`,
        event,
        time: `2026-07-01 09:${String(i).padStart(2, '0')}:00`,
        ...more(at),
      }),
    ),
  )
  writeFileSync(log, `${lines.join('\n')}\n`)
  const cwd = path.join(folder, name)
  const { code, stderr } = await touchmap(['init', cwd, '--from-log', log, ...ZONE, '--lang', 'en'])
  return { code, stderr, cwd, read: (file) => readFileSync(path.join(cwd, file), 'utf8') }
}

const times = (count: number, ...word: string[]): string[][] => Array.from({ length: count }, () => word)
const stepsOf = (flow: string): unknown => (parse(flow) as { steps: unknown }).steps
const step = (id: string): unknown => expect.objectContaining({ id })

describe('what is drafted', () => {
  it('a tenth that leaves something out, or does more, makes it optional or repeated; less does not', async () => {
    const { read } = await draft('optional', [
      ...times(20, 'a', 'b', 'c', 'd'),
      ...times(5, 'a', 'd'),
      ...times(5, 'a', 'b', 'x', 'c', 'd'),
      ...times(5, 'a', 'b', 'c', 'd', 'd'),
      ...times(2, 'a', 'b', 'd'),
    ])
    // b and c are left out together by some, so that x between them would have to stand inside: b and c stay required.
    expect(stepsOf(read('flows/service.yaml'))).toEqual([
      step('a'),
      step('b'),
      { optional: [step('x')] },
      step('c'),
      { repeat: { do: [step('d')] } },
    ])
    const plain = await draft('skip', [
      ...times(20, 'a', 'b', 'c', 'd'),
      ...times(5, 'a', 'd'),
      ...times(2, 'a', 'b', 'd'),
    ])
    expect(stepsOf(plain.read('flows/service.yaml'))).toEqual([
      step('a'),
      { optional: [step('b'), step('c')] },
      step('d'),
    ])
    expect(plain.read('flows/service.yaml')).toContain('- optional: # left out in 5\n')
    expect(plain.read('flows/service.yaml')).toContain(
      'Drafted from 27 interactions that go 3 ways. The commonest way has 20 (74.1 %)',
    )
    expect(plain.read('flows/service.yaml')).toContain('fits 25 (92.6 %)')
  })

  it('rounds that come again become a repeat', async () => {
    const { read } = await draft('rounds', times(4, 'open', 'ask', 'answer', 'ask', 'answer', 'ask', 'answer', 'close'))
    expect(stepsOf(read('flows/service.yaml'))).toEqual([
      step('open'),
      { repeat: { do: [step('ask'), step('answer')] } },
      step('close'),
    ])
  })

  it('events in no order with the rest, in most variants, are ambient; steps of a loop and rare ones are not', async () => {
    const base = ['open', 'greet', 'verify', 'ask', 'answer', 'ask', 'answer', 'explain', 'close', 'end']
    const words = Array.from({ length: 40 }, (_, at) => {
      const word = at % 3 === 0 ? base.filter((_, i) => i !== 5 && i !== 6) : [...base]
      if (at % 5 !== 0) word.splice(1 + ((at * 7) % (word.length - 1)), 0, 'screen.popped')
      if (at % 20 === 0) word.splice(2, 0, 'hold')
      return word
    })
    const { read, stderr } = await draft('ambient', words)
    expect((parse(read('catalog.yaml')) as Catalog).ambient).toEqual(['screen.popped'])
    expect(stderr).toContain('guessed to be ambient: screen.popped\n')
    expect(read('catalog.yaml')).toContain('hold: {} # touchmap-ignore event-unused -- 2 interactions, in no flow yet')
  })

  it('names that are no ids get ids and stay as labels; what looks like a number or a text is not taken over', async () => {
    const { read, stderr, cwd } = await draft(
      'names',
      [
        ...times(9, '接听', 'ASK*/name', 'off', 'ok: [x]'),
        ...times(2, '接听', 'call 138 0000 1234'),
        ['接听', 'me@example.com'],
      ],
      (at) => ({
        business: at === 3 ? '13800001234' : '话费查询',
        text: '我的号码是13800001234',
        brand: at % 2 ? 'A' : 'ａ',
      }),
    )
    expect(parse(read('flows/business-1.yaml'))).toEqual({
      flow: 'business-1',
      name: '话费查询',
      steps: [
        { id: 'step-1', name: '接听', proof: { event: '接听' } },
        { id: 'ask-name', name: 'ASK*/name', proof: { event: 'ASK-name' } },
        { id: 'step-3', proof: { event: 'off' } },
        { id: 'ok-x', name: 'ok: [x]', proof: { event: 'ok: [x]' } },
      ],
    })
    const whole = filesOf(cwd)
      .map((file) => read(file))
      .join('\n')
    expect(whole).not.toMatch(/\d{5}|example|号码/)
    expect(stderr).toContain('2 names of events hold numbers or are long, and are not in the map (3 interactions)')
    expect(stderr).toContain('1 interactions are not used')
    const { code, stdout } = await touchmap(['score', path.join(folder, 'names.jsonl'), '--format', 'json'], { cwd })
    const { overall } = JSON.parse(stdout) as { overall: { adherence: { perfect: number } } }
    expect([code, overall.adherence.perfect]).toEqual([0, 8])
  })

  it('does not depend on the order of the logs', async () => {
    const [a, b] = [right('standard-communication'), broken('standard-communication')].map((log) =>
      path.join(root, log),
    )
    const texts = async (name: string, logs: readonly (string | undefined)[]) => {
      const cwd = path.join(folder, name)
      await touchmap(['init', cwd, '--from-log', ...logs.map(String), ...ZONE])
      return filesOf(cwd)
        .sort()
        .map((file) => readFileSync(path.join(cwd, file), 'utf8'))
    }
    expect(await texts('order-1', [a, b])).toEqual(await texts('order-2', [b, a]))
  })
})

describe('what cannot be drafted', () => {
  it('a column with too many values, and a log without interactions', async () => {
    const many = await draft(
      'many',
      Array.from({ length: 500 }, () => ['a', 'b']),
      (at) => ({ business: `b${at}` }),
    )
    expect(many.code).toBe(2)
    expect(many.stderr).toContain(
      'the column `business` of the log has more than 400 different values, which are no names',
    )
    const numbers = await draft('numbers', times(3, '13800001234'))
    expect([numbers.code, existsSync(numbers.cwd)]).toEqual([2, false])
    expect(numbers.stderr).toContain('the log has no interaction that a flow could be drafted from')
  })

  it('with a template, a time zone that is none, or over files that are there', async () => {
    const log = path.join(root, right('standard-communication'))
    const both = await touchmap(['init', path.join(folder, 'x'), '--template', 'empty', '--from-log', log])
    expect([both.code, both.stderr]).toEqual([2, 'touchmap: --template and --from-log cannot be used together\n'])
    const zone = await touchmap(['init', path.join(folder, 'x'), '--from-log', log, '--timezone', 'Mars'])
    expect([zone.code, zone.stderr]).toEqual([
      2,
      'touchmap: there is no time zone `Mars`\n  an IANA name such as Asia/Shanghai\n',
    ])
    const again = await touchmap(['init', path.join(folder, 'standard-communication'), '--from-log', log])
    expect([again.code, again.stderr.includes('there is already')]).toEqual([2, true])
  })
})
