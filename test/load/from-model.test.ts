import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alignTrace } from '../../src/conformance/align-trace.ts'
import type { LabelledTrace } from '../../src/conformance/label-trace.ts'
import { compareFlow } from '../../src/compare/compare-flows.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { createFolderSource, createMemorySource as plainSource } from '../../src/io/files.ts'
import { loadWithModels } from '../../src/io/load-models.ts'
import { createMemorySource } from '../../src/io/model-sources.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { type LoadedMap, loadMap } from '../../src/load/load-map.ts'
import { root } from '../support/run-cli.ts'
import { show } from './support.ts'

const folder = path.join(root, 'fixtures/load/from-model')
const base: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(yaml|bpmn|pnml)$/.test(file))
    .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(folder, file), 'utf8')]),
)
const BILL = 'flows/bill.yaml'
const read = (files: Readonly<Record<string, string>>): LoadedMap => loadMap(createMemorySource({ ...base, ...files }))
const flowFile = (...lines: string[]): Readonly<Record<string, string>> => ({
  [BILL]: ['flow: bill', ...lines, ''].join('\n'),
})
const swap = (file: string, from: string, to: string): Readonly<Record<string, string>> => {
  expect(base[file]).toContain(from)
  return { [file]: (base[file] ?? '').replaceAll(from, to) }
}
const messages = ({ diagnostics }: LoadedMap): string[] =>
  diagnostics.map(({ message, expected, suggestion }) =>
    [message.en, expected?.en, suggestion].filter((each) => each !== undefined).join(' | '),
  )

describe('a flow from a BPMN file', () => {
  it('is the flow that the same blocks are in YAML', () => {
    const drawn = read({})
    expect(show(drawn)).toEqual([])
    const written = read(
      flowFile(
        'name: {zh: 账单, en: Bill}',
        'steps:',
        '  - {id: answer-the-call, name: Answer the call, by: agent, proof: {event: call.answered}}',
        '  - {id: verify, name: Verify, by: agent, proof: {event: identity.verified}}',
        '  - parallel:',
        '    - {id: tell, name: Tell them, by: agent, proof: {event: bill.told}, critical: true}',
        '    - {id: make-an-offer, name: Make an offer, proof: {event: offer.made}}',
        'rules: {verified-first: {precedence: {before: verify, then: tell}}}',
      ),
    )
    expect(show(written)).toEqual([])
    const [one, other] = [drawn.map?.flows.get('bill'), written.map?.flows.get('bill')]
    if (!one || !other) throw new Error('not loaded')
    expect(compareFlow(other, one)).toEqual([])
    expect(one.from).toBe('flows/bill.bpmn')
    const places = [...expandFlow(drawn.map!, 'bill').steps].map(
      ([
        id,
        {
          step: { place },
        },
      ]) => [id, place.file, place.range.start.line],
    )
    expect(places).toEqual([
      ['answer-the-call', 'flows/bill.bpmn', 6],
      ['verify', 'flows/bill.bpmn', 7],
      ['tell', BILL, 6],
      ['make-an-offer', 'flows/bill.bpmn', 10],
    ])
  })

  it('belongs to the files and the hash of the map', () => {
    const [one, other] = [read({}), read(swap('flows/bill.bpmn', 'Verify', 'Identity'))]
    expect(one.files.map(({ file }) => file)).toContain('flows/bill.bpmn')
    expect(one.map?.files).toContain('flows/bill.bpmn')
    const same = read(swap('flows/bill.bpmn', '<startEvent id="s"/>', '<startEvent id="s" />'))
    expect(same.map?.hash).not.toBe(one.map?.hash)
    expect(other.map).toBeUndefined()
  })

  it('tells what is bound to nothing, at its place in the model, with the nearest name', () => {
    const loaded = read({
      ...swap('flows/bill.bpmn', 'Make an offer', 'Make an ofer'),
      [BILL]: (base[BILL] ?? '').replace('T_tell:', 'T_tel:').replace('then: tell', 'then: verify'),
    })
    expect(show(loaded)).toEqual([
      'flows/bill.bpmn:9:5 reference-unknown "<task id=\\"T_tell\\" name=\\"Tell them\\"/>"',
      'flows/bill.bpmn:10:5 reference-unknown "<task id=\\"T_offer\\" name=\\"Make an ofer\\"/>"',
      `${BILL}:6:3 reference-unknown "T_tel"`,
    ])
    expect(messages(loaded)).toEqual([
      'no event of the catalogue has the id or name of `Tell them` | an event of that name, or a line `bind: {T_tell: event}` in the flow',
      'no event of the catalogue has the id or name of `Make an ofer` | an event of that name, or a line `bind: {T_offer: event}` in the flow | offer.made',
      expect.stringContaining('there is no element of the model `T_tel`'),
    ])
  })

  it('takes a lane for the role of its id or name, else for the one that `lanes` names', () => {
    const other = swap('flows/bill.bpmn', 'name="坐席"', 'name="Hotlin"')
    expect(show(read(other))).toEqual(['flows/bill.bpmn:4:22 reference-unknown "<lane id=\\"l1\\" name=\\"Hotlin\\">"'])
    const named = { [BILL]: `${base[BILL]}lanes: {Hotlin: [agent, customer]}\n` }
    const { map, diagnostics } = read({ ...other, ...named })
    expect(diagnostics).toEqual([])
    expect(
      expandFlow(map!, 'bill')
        .steps.get('verify')
        ?.step.by.map(({ role }) => role),
    ).toEqual(['agent', 'customer'])
    const stray = { [BILL]: `${base[BILL]}lanes: {Hotline: agent}\n` }
    expect(show(read(stray))).toEqual([`${BILL}:9:9 reference-unknown "Hotline"`])
  })

  it('says which event is meant where a name is that of several', () => {
    const twice = swap('catalog.yaml', '推荐, en: Make an offer', '推荐, en: Verify')
    const offer = { [BILL]: (base[BILL] ?? '').replace('bind:', 'bind:\n  T_offer: offer.made') }
    const loaded = read({ ...twice, ...offer })
    expect(messages(loaded)).toEqual([
      '`Verify` is the name of several events: `identity.verified`, `offer.made` | the one that is meant, in `bind` or `lanes` of the flow',
    ])
    const said = { [BILL]: (offer[BILL] ?? '').replace('bind:', 'bind:\n  Verify: identity.verified') }
    expect(show(read({ ...twice, ...said }))).toEqual([])
  })

  it('gives what is wrong in the model with its place there', () => {
    const loaded = read(swap('flows/bill.bpmn', 'targetRef="verify"', 'targetRef="verifi"'))
    expect(show(loaded)).toEqual([
      'flows/bill.bpmn:7:5 bpmn/flow "<task id=\\"verify\\" name=\\"Verify\\"/>"',
      'flows/bill.bpmn:8:5 bpmn/flow "<parallelGateway id=\\"g\\"/>"',
      'flows/bill.bpmn:9:5 bpmn/flow "<task id=\\"T_tell\\" name=\\"Tell them\\"/>"',
      'flows/bill.bpmn:10:5 bpmn/flow "<task id=\\"T_offer\\" name=\\"Make an offer\\"/>"',
      'flows/bill.bpmn:11:5 bpmn/flow "<parallelGateway id=\\"j\\"/>"',
      'flows/bill.bpmn:12:5 bpmn/flow "<endEvent id=\\"e\\"/>"',
      'flows/bill.bpmn:14:5 bpmn/flow "<sequenceFlow id=\\"f2\\" sourceRef=\\"T_answer\\" targetRef=\\"verifi\\"/>"',
    ])
  })

  it('takes norms, interrupts and a variant beside the model', () => {
    const { map, diagnostics } = read({
      [BILL]: `${base[BILL]}interrupts: [{when: {event: customer.hung-up}, then: end}]\n`,
      'flows/short.yaml':
        'flow: short\nextends: bill\nchange: [{remove: make-an-offer}, {amend: verify, with: {weight: 3}}]\n',
    })
    expect(diagnostics).toEqual([])
    const bill = expandFlow(map!, 'bill')
    expect(bill.labels.map(({ kind, id }) => `${kind} ${id}`)).toContain('interrupt customer.hung-up')
    expect([...expandFlow(map!, 'short').steps.keys()]).toEqual(['answer-the-call', 'verify', 'tell'])
    expect(expandFlow(map!, 'short').steps.get('verify')?.step.weight).toBe(3)
  })
})

it('a flow from a PNML file is read the same way', () => {
  const { map, diagnostics } = read(flowFile('name: x', 'from: bill.pnml', 'bind: {t1: {id: answer, by: agent}}'))
  expect(diagnostics).toEqual([])
  const { steps } = expandFlow(map!, 'bill')
  expect([...steps].map(([id, { step }]) => [id, step.proof.kind === 'match' && step.proof.event])).toEqual([
    ['answer', 'call.answered'],
    ['bill-told', 'bill.told'],
  ])
})

describe('where the model lies', () => {
  it.each([
    ['from: ../../bill.bpmn', 'include-outside "../../bill.bpmn"'],
    ['from: /etc/bill.bpmn', 'include-outside "/etc/bill.bpmn"'],
    ['from: C:/bill.bpmn', 'include-outside "C:/bill.bpmn"'],
    ['from: ..\\bill.bpmn', 'include-outside "..\\\\bill.bpmn"'],
    ['from: bil.bpmn', 'include-missing "bil.bpmn"'],
    ['from: bill.yaml', 'schema/value "bill.yaml"'],
    ['from: 7', 'schema/type "7"'],
    ['from: {process: p}', 'schema/missing-key "from"'],
  ])('%s', (line, expected) => {
    const lines = show(read(flowFile('name: x', line))).map((each) => each.replace(/:\d+ /, ' '))
    expect(lines).toEqual([`${BILL}:3 ${expected}`])
  })

  it('is told with the nearest file, from the folder of the flow', () => {
    expect(messages(read(flowFile('name: x', 'from: bil.bpmn')))).toEqual([
      "there is no file `flows/bil.bpmn` | a file that is in the map's folder | bill.bpmn",
    ])
  })

  it('may be another folder of the map', () => {
    const moved = { 'models/bill.bpmn': base['flows/bill.bpmn'] ?? '' }
    const { map } = read({
      ...moved,
      [BILL]: (base[BILL] ?? '').replace('from: bill.bpmn', 'from: ../models/bill.bpmn'),
    })
    expect(map?.flows.get('bill')?.from).toBe('models/bill.bpmn')
  })

  it('is a file, steps or another flow, never two of them', () => {
    expect(show(read(flowFile('name: x', 'from: bill.bpmn', 'steps: [{id: a}]')))).toEqual([
      `${BILL}:4:1 schema/value "steps"`,
    ])
    const both = { 'flows/other.yaml': 'flow: other\nextends: bill\nfrom: bill.bpmn\n' }
    expect(show(read(both))).toEqual(['flows/other.yaml:3:1 schema/value "from"'])
  })

  it('names the process where the file has several', () => {
    const two = swap(
      'flows/bill.bpmn',
      '</definitions>',
      '<process id="p2"><startEvent id="s2"/></process></definitions>',
    )
    expect(show(read(two))[0]).toContain('bpmn/process')
    const named = { [BILL]: (base[BILL] ?? '').replace('from: bill.bpmn', 'from: {file: bill.bpmn, process: Bill}') }
    expect(show(read({ ...two, ...named }))).toEqual([])
  })

  describe('on a disk', () => {
    let temp: string
    beforeAll(() => {
      temp = mkdtempSync(path.join(tmpdir(), 'touchmap-from-'))
      for (const [file, text] of Object.entries(base)) {
        const target = path.join(temp, 'map', file)
        mkdirSync(path.dirname(target), { recursive: true })
        writeFileSync(target, text)
      }
    })
    afterAll(() => rmSync(temp, { recursive: true, force: true }))

    it('a link out of the folder is refused, and what reads models is loaded on demand', async () => {
      const { loaded: whole } = await loadWithModels(createFolderSource(path.join(temp, 'map')))
      expect(whole.diagnostics).toEqual([])
      writeFileSync(path.join(temp, 'secret.bpmn'), base['flows/bill.bpmn'] ?? '')
      symlinkSync(path.join(temp, 'secret.bpmn'), path.join(temp, 'map/flows/link.bpmn'))
      writeFileSync(path.join(temp, 'map', BILL), (base[BILL] ?? '').replace('from: bill.bpmn', 'from: link.bpmn'))
      const { loaded } = await loadWithModels(createFolderSource(path.join(temp, 'map')))
      expect(show(loaded.current).at(0)).toBe(`${BILL}:4:7 include-outside "link.bpmn"`)
    })
  })

  it('a source without a reader says so, and that it wants one', () => {
    const loaded = loadHistory(plainSource(base))
    expect(loaded.wantsModels).toBe(true)
    expect(show(loaded.current).at(0)).toBe(`${BILL}:4:7 unsupported "bill.bpmn"`)
    expect(loadHistory(createMemorySource(base)).wantsModels).toBe(false)
  })

  it('is loaded once', async () => {
    const plain = plainSource(base)
    const reads: string[] = []
    const source = { ...plain, read: (file: string) => (reads.push(file), plain.read(file)) }
    const { loaded } = await loadWithModels(source)
    expect(show(loaded.current)).toEqual([])
    expect(reads.filter((file) => file === 'touchmap.yaml')).toHaveLength(1)
  })

  it('an earlier version is read with the same reader', () => {
    const old = {
      ...base,
      'touchmap.yaml': (base['touchmap.yaml'] ?? '')
        .replace('"1"', '"0"')
        .replace('{from: 2026-01-01}', '{from: 2025-01-01, until: 2025-12-31}'),
    }
    const now = { ...base, 'touchmap.yaml': `${base['touchmap.yaml']}history: [{path: ../old}]\n` }
    const { history, diagnostics } = loadHistory(createMemorySource(now, { '../old': plainSource(old) }))
    expect(diagnostics).toEqual([])
    expect(history?.versions.length).toBe(2)
    expect(loadHistory(plainSource(now, { '../old': plainSource(old) })).wantsModels).toBe(true)
  })
})

describe('a model that is not made of blocks', () => {
  const crossing = (...lines: string[]): Readonly<Record<string, string>> =>
    flowFile('name: x', 'from: crossing.bpmn', 'bind: {T_tell: {id: tell, proof: {event: bill.told}}}', ...lines)

  it('runs as a net: steps with their norms, aligned exactly', () => {
    const { map, diagnostics } = read(crossing('rules: {first: {precedence: {before: verify, then: tell}}}'))
    expect(diagnostics).toEqual([])
    const flow = expandFlow(map!, 'bill')
    expect([...flow.steps.keys()]).toEqual(['answer-the-call', 'verify', 'tell', 'make-an-offer'])
    // answer before tell; answer and verify before the offer.
    const cost = (...labels: number[]): number | undefined => {
      const trace: LabelledTrace = {
        key: labels.join(),
        symbols: labels.map((label) => ({ kind: 'act', labels: [label] })),
        events: labels.map((_, at) => at),
        settled: [],
        ambient: [],
        talk: [],
      }
      const aligned = alignTrace(flow, trace)
      return aligned.optimal ? aligned.cost : undefined
    }
    expect(cost(0, 2, 1, 3)).toBe(0)
    expect(cost(1, 0, 3, 2)).toBe(0)
    expect(cost(1, 3, 0, 2)).toBe(2)
    expect(cost(0, 1, 2)).toBe(1)
    expect(cost()).toBe(4)
  })

  it('can be amended, but not added to, taken from, used or interrupted', () => {
    const variant = (change: string): Readonly<Record<string, string>> => ({
      ...crossing(),
      'flows/other.yaml': `flow: other\nextends: bill\nchange: [${change}]\n`,
    })
    expect(show(read(variant('{amend: verify, with: {weight: 2}}')))).toEqual([])
    expect(messages(read(variant('{remove: verify}')))).toEqual([expect.stringContaining('`amend` alone')])
    expect(messages(read(variant('{after: verify, steps: [{id: more, proof: {event: offer.made}}]}')))).toEqual([
      expect.stringContaining('`amend` alone'),
    ])
    const used = { ...crossing(), 'flows/user.yaml': 'flow: user\nsteps: [{use: {flow: bill, as: b}}]\n' }
    expect(show(read(used))).toEqual(['flows/user.yaml:2:22 schema/value "bill"'])
    const loaded = read(crossing('interrupts: [{when: {event: customer.hung-up}, then: end}]'))
    expect(show(loaded)).toEqual([`${BILL}:5:1 schema/value "interrupts"`])
    expect(loaded.diagnostics[0]?.related?.[0]?.place.file).toBe('flows/crossing.bpmn')
  })

  it('has no step before: a limit says from where it counts', () => {
    const limit = (within: string): Readonly<Record<string, string>> =>
      flowFile(
        'name: x',
        'from: crossing.bpmn',
        `bind: {T_tell: {id: tell, proof: {event: bill.told}, within: ${within}}}`,
      )
    expect(show(read(limit('{limit: 10 s}')))).toEqual([`${BILL}:4:54 schema/missing-key "within"`])
    expect(show(read(limit('{limit: 10 s, after: verify}')))).toEqual([])
  })
})
