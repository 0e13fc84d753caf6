import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Completion, type EditorFile, LanguageServer, takeMark } from '../support/language-server.ts'
import { root, touchmap } from '../support/run-cli.ts'

// The real yaml-language-server over its protocol, as an editor drives it: one server for all of this file.
let server: LanguageServer
let folder: string
let count = 0

const HOTLINE = 'maps/hotline-10086'
const maps = readdirSync(path.join(root, 'maps'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'touchmap.yaml')
  .map((file) => path.posix.join('maps', path.dirname(file).split(path.sep).join('/')))
  .sort()

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'touchmap-editor-'))
  const written = await touchmap(['schema', '--for', HOTLINE, '--out', path.join(folder, 'both')])
  expect(written).toMatchObject({ code: 0, stdout: '' })
  // One schema in one file, in each language.
  for (const lang of ['zh', 'en']) {
    const { stdout } = await touchmap(['schema', 'flow', '--lang', lang])
    writeFileSync(path.join(folder, `${lang}.json`), stdout)
  }
  server = await LanguageServer.start()
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A new file of a map of its own, below this schema. */
function edit(text: string, schema = path.join(folder, 'both/touchmap.schema.json')): Promise<EditorFile> {
  count += 1
  return server.open(`out/editor-${count}.yaml`, `# yaml-language-server: $schema=${schema}\n${text}`)
}

/** What is offered at the mark `|`. */
async function offered(marked: string, schema?: string): Promise<readonly Completion[]> {
  const { text, at } = takeMark(marked)
  const file = await edit(text, schema)
  const items = await file.complete({ line: at.line + 1, character: at.character })
  await file.close()
  return items
}

const labels = (items: readonly Completion[]) => items.map(({ label }) => label)
const shipped = (kind: string) => path.join(root, `schemas/${kind}.schema.json`)

const yamlOf = (map: string) =>
  readdirSync(path.join(root, map), { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.yaml'))

describe('the shipped maps', () => {
  it.each(maps)('%s: no file has a problem below the schema that its first line names', async (map) => {
    const files = yamlOf(map)
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      const opened = await server.open(`${map}/${file}`, readFileSync(path.join(root, map, file), 'utf8'))
      expect({ file, told: opened.told() }).toEqual({ file, told: [] })
      await opened.close()
    }
  })

  // Schemas of their own take the server a second each: all maps are held against theirs in narrow-schemas.test.ts.
  it.each([HOTLINE, 'maps/repair-service'])(
    '%s: no file has a problem below the schemas with its own ids',
    async (map) => {
      const own = map === HOTLINE ? path.join(folder, 'both') : path.join(folder, map)
      if (map !== HOTLINE) expect(await touchmap(['schema', '--for', map, '--out', own])).toMatchObject({ code: 0 })
      // An earlier version below the map has ids of its own.
      for (const file of yamlOf(map).filter((each) => !each.startsWith('versions/'))) {
        const text = readFileSync(path.join(root, map, file), 'utf8').replace(/^# yaml-language-server:.*\n/, '')
        const opened = await edit(text, path.join(own, 'touchmap.schema.json'))
        expect({ file, told: opened.told() }).toEqual({ file, told: [] })
        await opened.close()
      }
    },
  )
})

describe('what is wrong', () => {
  it('is told at the exact words, for keys, values and types', async () => {
    const file = await edit(
      [
        'flow: a',
        'family: servic',
        'steps:',
        '  - {id: x, byy: agent}',
        '  - id: 5',
        '  - {id: Verify It, by: agent}',
        'rules:',
        '  r: {precedence: {before: x}}',
        '',
      ].join('\n'),
      shipped('flow'),
    )
    expect(file.told()).toEqual([
      { at: 'servic', line: 3, message: 'Value is not accepted. Valid values: "service", "management".' },
      { at: 'byy', line: 5, message: 'Property byy is not allowed.' },
      { at: '5', line: 6, message: 'Incorrect type. Expected "string".' },
      {
        at: 'Verify It',
        line: 7,
        message:
          '应为标识：小写字母、数字和连字符，如 plan-change · expected an id: lower-case letters, digits and hyphens, such as plan-change',
      },
      { at: 'precedence', line: 9, message: 'Missing property "then".' },
    ])
  })

  it('is told of ids that the map does not have', async () => {
    const file = await edit(
      [
        'flow: a',
        'steps:',
        '  - {id: x, by: agnt, must-say: greting, proof: {event: call.answred}}',
        '  - {id: z, by: agent+, within: {limit: soon, after: x}}',
        '  - {use: {flow: nowhere, as: b}}',
        'rules:',
        '  r: {precedence: {before: new-step, then: call.nothing}}',
        '  q: {within: {limit: 3 mins, calendar: c, after: x, to: z}}',
        '',
      ].join('\n'),
    )
    expect(file.told().sort((a, b) => a.line - b.line)).toEqual([
      {
        at: 'agnt',
        line: 4,
        message:
          '地图里没有；应为角色标识，可加 + 表示“及以上”，如 shift-supervisor+ · not in the map; expected a role, with + for that rank or above, such as shift-supervisor+',
      },
      {
        at: 'call.answred',
        line: 4,
        message:
          '地图里没有；应为事件名，如 call.answered · not in the map; expected the name of an event, such as call.answered',
      },
      {
        at: 'greting',
        line: 4,
        message: expect.stringMatching(/^Value is not accepted\. Valid values: .*"standard-greeting"/),
      },
      { at: 'soon', line: 5, message: expect.stringContaining(' · not in the map; expected a duration such as 30 s') },
      { at: 'nowhere', line: 6, message: '地图里没有；应为流程的标识 · not in the map; expected the id of a flow' },
      {
        at: 'call.nothing',
        line: 8,
        message:
          '地图里没有；应为步骤标识、事件名或凭据 · not in the map; expected the id of a step, the name of an event, or a proof',
      },
      { at: '3 mins', line: 9, message: expect.stringMatching(/^应为时长.* · expected a duration such as 30 s/) },
      { at: 'c', line: 9, message: '地图里没有；应为日历的标识 · not in the map; expected the id of a calendar' },
    ])
  })

  it('is told in the rows of touchpoints, with where the row is', async () => {
    const row =
      'touchpoints:\n  - {business: sim-replacement, channel: inbound-call, brand: [gotone, gotwo], flow: hall}\n'
    expect((await edit(row)).told()).toEqual([
      { at: 'gotwo', line: 3, message: expect.stringContaining('Valid values: "all", ') },
      { at: 'hall', line: 3, message: '地图里没有；应为流程的标识 · not in the map; expected the id of a flow' },
    ])
  })

  it('is told of a file that is of no kind', async () => {
    const [first] = (await edit('steps: []\n')).told()
    expect(first).toMatchObject({ line: 2 })
  })
})

describe('what is offered', () => {
  it('keys, with their colon and what must stand below them', async () => {
    const items = await offered('flow: a\nsteps:\n  - id: x\n    |', shipped('flow'))
    expect(labels(items)).toEqual(
      expect.arrayContaining(['name', 'does', 'by', 'proof', 'within', 'must-say', 'records']),
    )
    expect(labels(items)).not.toContain('id')
    expect(items.find(({ label }) => label === 'by')).toMatchObject({
      insertText: 'by: ',
      documentation: '由谁做。 Who does it.',
    })
    const kinds = await offered('rules:\n  r:\n    |', shipped('rules'))
    expect(kinds.find(({ label }) => label === 'precedence')).toMatchObject({
      insertText: 'precedence:\n  before: $1\n  then: $2',
    })
  })

  it('every kind of file, in an empty one', async () => {
    const items = labels(await offered('|', shipped('touchmap')))
    expect(items).toEqual(expect.arrayContaining(['map', 'catalog', 'lexicons', 'touchpoints', 'flow', 'rules', 'scorecard', 'metrics', 'accepted', 'mapping', 'cases', 'walks'])) // prettier-ignore
  })

  it('values, with what each means', async () => {
    const items = await offered('flow: a\nfamily: |\nsteps: []\n', shipped('flow'))
    expect(items.map(({ label, documentation }) => [label, documentation])).toEqual([
      ['service', '服务流程：直接为客户办理。 A service flow: done for a customer.'],
      ['management', '管理流程：支撑服务的内部流程。 A management flow: internal, it supports service.'],
    ])
  })

  it('whole steps and blocks', async () => {
    const items = await offered('flow: a\nsteps:\n  - |', shipped('flow'))
    expect(items.find(({ label }) => label === 'repeat 重复')).toMatchObject({
      insertText: expect.stringMatching(/^repeat:\n\s+do:\n\s+- id: \$1\n\s+max: \$2$/),
    })
  })

  it.each<[string, string, string]>([
    ['roles', 'flow: a\nsteps:\n  - id: x\n    by: |', 'shift-supervisor+'],
    ['lexicons', 'flow: a\nsteps:\n  - id: x\n    must-say: |', 'standard-greeting'],
    ['events', 'flow: a\nsteps:\n  - id: x\n    proof:\n      event: |', 'call.answered'],
    ['attributes', 'flow: a\nsteps:\n  - id: x\n    records:\n      - |', 'city'],
    ['flows', 'flow: a\nsteps:\n  - use:\n      flow: |', 'call-closing'],
    ['steps', 'flow: a\nsteps:\n  - id: x\n    within:\n      after: |', 'close/next-steps'],
    ['events as targets', 'rules:\n  r:\n    precedence:\n      before: |', 'call.answered'],
    ['constants', 'flow: a\nsteps:\n  - id: x\n    within:\n      limit: |', 'ring'],
    ['businesses', 'touchpoints:\n  - business: |', 'sim-replacement'],
    ['brands in a list', 'touchpoints:\n  - brand: [|]', 'gotone'],
    [
      'rules',
      'scorecard: true\nmode: points\nsections:\n  - id: a\n    items:\n      - rule: |',
      'call-answering/close/next-steps/must-say',
    ],
    ['codes', 'scorecard: true\nthresholds:\n  per:\n    |', '1A-101'],
    ['rules of lint', 'map: a\nlint:\n  rules:\n    |', 'step-without-does'],
  ])('%s of the map', async (_, marked, wanted) => {
    expect(labels(await offered(marked))).toContain(wanted)
  })

  it('ids with their names', async () => {
    const items = await offered('flow: a\nsteps:\n  - id: x\n    by: |')
    expect(items.find(({ label }) => label === 'agent')?.documentation).toBe('客服代表 · Agent')
  })
})

describe('what stands over a word', () => {
  const text =
    'flow: a\nfamily: service\nsteps:\n  - {id: x, by: agent, within: {limit: 10 s, after: x}, must-say: standard-greeting}\n'

  it('says what a key is for, in both languages or in one', async () => {
    const both = await edit(text, shipped('flow'))
    expect(await both.hover('within')).toContain('此步的时限。 The time limit of the step.')
    expect(await both.hover('family')).toContain(
      '服务流程或管理流程；默认 service。 A service flow or a management flow; default service.',
    )
    const zh = await edit(text, path.join(folder, 'zh.json'))
    expect(await zh.hover('within')).toContain('\n此步的时限。\n')
    const en = await edit(text, path.join(folder, 'en.json'))
    expect(await en.hover('within')).toMatch(/^#### a step\n\nThe time limit of the step\.\n/)
  })

  it('says what a value means', async () => {
    const file = await edit(text, shipped('flow'))
    expect(await file.hover('service')).toContain(
      '* `service`: 服务流程：直接为客户办理。 A service flow: done for a customer.',
    )
    const own = await edit(text)
    expect(await own.hover('agent')).toContain('* `agent`: 客服代表 · Agent')
    expect(await own.hover('standard-greeting')).toContain('* `standard-greeting`: 您好，')
  })

  it('is there on every line of a shipped flow that has a key of the language', async () => {
    const text = readFileSync(path.join(root, HOTLINE, 'flows/call-closing.yaml'), 'utf8')
    const file = await server.open(`${HOTLINE}/flows/call-closing.yaml`, text)
    const keys = [...new Set([...text.matchAll(/^ *(?:- )?([a-z-]+):/gm)].map(([, key = '']) => key))]
    expect(keys.length).toBeGreaterThan(8)
    for (const key of keys) expect(await file.hover(`${key}:`), key).toMatch(/\p{Script=Han}.* \w/u)
  })
})
