import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { load, loadPages, readFolder, show } from './support.ts'

const touchpoints = {
  'touchpoints.yaml': 'touchpoints:\n  - {business: all, channel: all, brand: all, flow: answer}\n',
}

/** The flows `answer` and those given, over the base map of the pages. */
function loadFlows(flows: Readonly<Record<string, string>>) {
  const files = Object.fromEntries(
    Object.entries(flows).map(([id, text]) => [
      `flows/${id}.yaml`,
      text.startsWith('flow:') ? text : `flow: ${id}\n${text}`,
    ]),
  )
  return loadPages({ ...touchpoints, ...files })
}

/** The complete runs of a flow as ids of steps; decisions and interrupts by their events. */
function runsOf(map: ProcessMap | undefined, id: string, most = 12): string[] {
  if (!map) return ['no map']
  const flow = expandFlow(map, id)
  return [...languageOf(flow.root, most).full]
    .map((word) => Array.from(word, (_, i) => flow.labels[labelOf(word, i)]?.id ?? '?').join(' '))
    .sort()
}

const base = (steps: string, more = '') => ({ answer: `steps: ${steps}\n${more}` })
const vip = (change: string, more = '') => ({ vip: `extends: answer\n${more}change:\n  - ${change}\n` })

describe('what a change does to the runs', () => {
  it.each([
    ['before', '[{id: a}, {id: b}]', '{before: b, steps: [{id: x}, {id: z}]}', ['a x z b']],
    ['after', '[{id: a}, {id: b}]', '{after: a, steps: [{id: x}]}', ['a x b']],
    ['replace', '[{id: a}, {id: b}]', '{replace: a, steps: [{optional: [{id: x}]}, {id: z}]}', ['x z b', 'z b']],
    ['replace by the same id', '[{id: a}, {id: b}]', '{replace: a, steps: [{id: a, weight: 5}]}', ['a b']],
    ['remove', '[{id: a}, {id: b}]', '{remove: a}', ['b']],
    [
      'in a named way',
      '[{choice: [{name: w, steps: [{id: a}]}, {id: b}]}]',
      '{before: a, steps: [{id: x}]}',
      ['b', 'x a'],
    ],
    ['a way that is a step', '[{choice: [{id: a}, {id: b}]}]', '{after: b, steps: [{id: x}]}', ['a', 'b x']],
    ['the only step of a named way', '[{choice: [{name: w, steps: [{id: a}]}, {id: b}]}]', '{remove: a}', ['', 'b']],
    ['a way that is a step goes with it', '[{choice: [{id: a}, {id: b}]}]', '{remove: a}', ['b']],
    ['any order', '[{any-order: [{id: a}, {id: b}]}]', '{after: a, steps: [{id: x}]}', ['a x b', 'b a x']],
    ['in parallel', '[{parallel: [{id: a}, {id: b}]}]', '{after: a, steps: [{id: x}]}', ['a b x', 'a x b', 'b a x']],
    ['some, one gone', '[{some: [{id: a}, {id: b}]}]', '{remove: a}', ['b']],
    [
      'two for one in any order',
      '[{any-order: [{id: a}, {id: b}]}]',
      '{replace: a, steps: [{id: x}, {id: z}]}',
      ['b x z', 'x z b'],
    ],
    ['a block left empty goes', '[{id: a}, {optional: [{some: [{id: b}]}]}]', '{remove: b}', ['a']],
    [
      'repeat',
      '[{repeat: {do: [{id: a}], redo: [{id: r}], max: 2}}]',
      '{before: r, steps: [{id: x}]}',
      ['a', 'a x r a'],
    ],
    ['in a group', '[{group: {id: g, steps: [{id: a}, {id: b}]}}]', '{after: a, steps: [{id: x}]}', ['a x b']],
    ['a whole group', '[{group: {id: g, steps: [{id: a}]}}, {id: b}]', '{replace: g, steps: [{id: x}]}', ['x b']],
    ['a used flow', '[{use: {flow: other, as: o}}, {id: b}]', '{remove: o}', ['b']],
  ])('%s', (_, steps, change, expected) => {
    const { map, diagnostics } = loadFlows({ ...base(steps), other: 'steps: [{id: z}]\n', ...vip(change) })
    expect(diagnostics.map(({ message }) => message.en)).toEqual([])
    expect(runsOf(map, 'vip')).toEqual(expected)
  })

  it('one after the other, each on what the one before left', () => {
    const { map } = loadFlows({
      ...base('[{id: a}, {id: b}, {id: c}]'),
      vip: 'extends: answer\nchange:\n  - {after: a, steps: [{id: x}]}\n  - {replace: x, steps: [{id: z}]}\n  - {remove: b}\n  - {before: c, steps: [{id: b}]}\n',
    })
    expect(runsOf(map, 'vip')).toEqual(['a z b c'])
    expect(runsOf(map, 'answer')).toEqual(['a b c'])
  })

  it('along a chain, wherever its files stand', () => {
    const { map } = loadFlows({
      ...base('[{id: a}, {id: b}]'),
      aaa: 'extends: vip\nchange:\n  - {after: x, steps: [{id: z}]}\n',
      vip: 'extends: answer\nchange:\n  - {after: a, steps: [{id: x}]}\n',
    })
    expect(runsOf(map, 'aaa')).toEqual(['a x z b'])
    expect(map?.flows.get('aaa')?.derivation?.bases.map(({ flow }) => flow)).toEqual(['vip', 'answer'])
    expect(map?.flows.get('aaa')?.derivation?.changes.map(({ flow, kind, target }) => [flow, kind, target])).toEqual([
      ['vip', 'after', 'a'],
      ['aaa', 'after', 'x'],
    ])
  })

  it('inside an interrupt, and in steps anywhere', () => {
    const more =
      'interrupts: [{when: {event: plan.changed}, steps: [{id: i}], then: end}]\nanywhere: [{id: w, max: 1}]\n'
    const files = (changes: string) => ({
      ...touchpoints,

      'flows/answer.yaml': `flow: answer\nsteps: [{id: a}]\n${more}`,
      'flows/vip.yaml': `flow: vip\nextends: answer\nchange:\n${changes}`,
    })
    const { map, diagnostics } = loadPages(
      files('  - {after: i, steps: [{id: x}]}\n  - {replace: w, steps: [{id: v}]}\n'),
    )
    expect(diagnostics).toEqual([])
    expect(runsOf(map, 'vip', 6)).toContain('a v')
    const flow = map && expandFlow(map, 'vip')
    expect(flow?.labels.map(({ id }) => id)).toEqual(['a', 'plan.changed', 'i', 'x', 'v'])
    expect(show(loadPages(files('  - {after: w, steps: [{id: x}]}\n')))).toEqual([
      'flows/vip.yaml:4:13 schema/value "w"',
    ])
  })

  // Where nothing runs at the same time, a change is a replacement in every run: told from words alone.
  it('law: a change replaces the step in every run', () => {
    let count = 0
    const step = () => ({ id: `s${count++}` })
    const { item } = fc.letrec<{ item: object; items: object[] }>((tie) => ({
      items: fc.array(tie('item'), { minLength: 1, maxLength: 2 }),
      item: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.constant('step').map(step),
        tie('items').map((optional) => ({ optional })),
        fc.tuple(tie('items'), tie('items')).map(([a, b]) => ({
          choice: [
            { name: 'a', steps: a },
            { name: 'b', steps: b },
          ],
        })),
        fc.tuple(tie('item'), tie('item')).map((order) => ({ 'any-order': order })),
        tie('items').map((steps) => ({ group: { steps } })),
        tie('items').map((steps) => ({ repeat: { do: steps, max: 2 } })),
      ),
    }))
    const flow = fc.array(item, { minLength: 1, maxLength: 2 })
    const kinds = fc.constantFrom('before', 'after', 'replace', 'remove')
    fc.assert(
      fc.property(flow, kinds, fc.nat(), fc.integer({ min: 1, max: 2 }), (steps, kind, at, size) => {
        const text = JSON.stringify(steps)
        const ids = [...text.matchAll(/"(s\d+)"/g)].map(([, id]) => id ?? '')
        fc.pre(ids.length > 0 && ids.length < 7)
        const target = ids[at % ids.length] ?? ''
        const fresh = ['x', 'z'].slice(0, size)
        const change = kind === 'remove' ? { remove: target } : { [kind]: target, steps: fresh.map((id) => ({ id })) }
        const { map, diagnostics } = loadFlows({
          answer: `steps: ${text}\n`,
          vip: `extends: answer\nchange: [${JSON.stringify(change)}]\n`,
        })
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
        const instead =
          { before: [...fresh, target], after: [target, ...fresh], replace: fresh, remove: [] }[kind] ?? []
        const most = 9
        const expected = new Set(
          runsOf(map, 'answer', 14)
            .map((run) => run.split(' ').flatMap((id) => (id === target ? instead : id === '' ? [] : [id])))
            .filter((run) => run.length <= most)
            .map((run) => run.join(' ')),
        )
        expect(new Set(runsOf(map, 'vip', 14).filter((run) => run.split(' ').length <= most))).toEqual(expected)
      }),
      { numRuns: 30, seed: 20261122 },
    )
  })
})

describe('what is inherited, and what is stated anew', () => {
  const flows = {
    answer: [
      'name: {zh: 接听, en: Answer}',
      'family: service',
      'source: S5',
      'note: base only',
      'elements: {inputs: 来电, value: 快}',
      'steps:',
      '  - {id: a, proof: {event: call.answered}, by: agent}',
      '  - {id: b, proof: {event: plan.changed}, within: {limit: 30 s, after: a}}',
      'interrupts: [{when: {event: call.answered}, then: end}]',
      'rules:',
      '  order: {precedence: {before: a, then: b}}',
      '  again: {response: {after: a, then: b}}',
      '',
    ].join('\n'),
    vip: [
      'extends: answer',
      'elements: {value: 更快}',
      'change: [{amend: b, with: {within: {limit: 10 s, after: a}, critical: true}}]',
      'without-rules: [again]',
      'interrupts: []',
      'rules: {order: {succession: {before: a, then: b}}, more: {existence: {of: a}}}',
      '',
    ].join('\n'),
  }

  it('rules by id, sections as a whole, elements key by key', () => {
    const { map, diagnostics } = loadFlows(flows)
    expect(diagnostics).toEqual([])
    const flow = map?.flows.get('vip')
    expect(flow).toMatchObject({
      name: { zh: '接听', en: 'Answer' },
      family: 'service',
      source: ['S5'],
      elements: { inputs: { zh: '来电' }, value: { zh: '更快' } },
      interrupts: [],
    })
    expect(flow?.note).toBeUndefined()
    expect(flow?.rules.map(({ id, spec, place }) => [id, spec.kind, place.file])).toEqual([
      ['vip/order', 'succession', 'flows/vip.yaml'],
      ['vip/more', 'existence', 'flows/vip.yaml'],
    ])
    const [, b] = flow?.items ?? []
    expect(b).toMatchObject({ id: 'b', critical: true, place: { file: 'flows/answer.yaml' } })
    expect(b?.kind === 'step' && b.rules.map(({ id, place }) => [id, place.file])).toEqual([
      ['vip/b/within', 'flows/vip.yaml'],
    ])
    expect(map?.flows.get('answer')?.rules.map(({ id }) => id)).toEqual(['answer/order', 'answer/again'])
  })

  it('keeps what it does not state, and says where each part is written', () => {
    const flow = loadFlows(flows).map?.flows.get('vip')
    const at = Object.fromEntries(
      [...(flow?.parts ?? [])].map(([key, { file, range }]) => [key, `${file}:${range.start.line}`]),
    )
    expect(at).toMatchObject({
      name: 'flows/answer.yaml:2',
      'elements/inputs': 'flows/answer.yaml:6',
      'elements/value': 'flows/vip.yaml:3',
      interrupts: 'flows/vip.yaml:6',
    })
    expect(flow?.derivation?.changes.map(({ kind, target, gives }) => [kind, target, ...gives])).toEqual([
      ['section', 'interrupts'],
      ['section', 'elements/value'],
      ['amend', 'b', 'within', 'critical'],
      ['without-rule', 'again'],
      ['rule', 'order'],
    ])
  })

  it('a limit without `after` counts from the step before it in the variant', () => {
    const { map } = loadFlows({
      answer: 'steps: [{id: a}, {id: b, within: {limit: 30 s}}]\n',
      vip: 'extends: answer\nchange: [{after: a, steps: [{id: x}]}]\n',
    })
    const afterOf = (id: string) =>
      map &&
      expandFlow(map, id).rules.map(({ spec }) =>
        spec.kind === 'within' && spec.after.kind === 'step' ? spec.after.step : '',
      )
    expect(afterOf('answer')).toEqual(['a'])
    expect(afterOf('vip')).toEqual(['x'])
  })
})

describe('what is wrong is told where it is written', () => {
  const answer = 'steps: [{id: a}, {id: b}]\nrules: {order: {precedence: {before: a, then: b}}}\n'
  const tell = (vip: string, more: Readonly<Record<string, string>> = {}) => show(loadFlows({ answer, vip, ...more }))

  it.each([
    ['an unknown base', 'extends: anwser\n', ['flows/vip.yaml:2:10 reference-unknown "anwser"']],
    ['itself', 'extends: vip\n', ['flows/vip.yaml:2:10 flow/recursive-extends "vip"']],
    ['an unknown step', 'extends: answer\nchange: [{remove: c}]\n', ['flows/vip.yaml:3:19 reference-unknown "c"']],
    [
      'a step that an earlier change took out',
      'extends: answer\nwithout-rules: [order]\nchange: [{remove: a}, {after: a, steps: [{id: x}]}]\n',
      ['flows/vip.yaml:4:31 reference-unknown "a"'],
    ],
    [
      'a step of an inherited rule taken out',
      'extends: answer\nchange: [{remove: a}]\n',
      ['flows/vip.yaml:3:19 reference-unknown "a"'],
    ],
    [
      'a step that is there',
      'extends: answer\nchange: [{after: a, steps: [{id: b}]}]\n',
      ['flows/vip.yaml:3:34 id-duplicate "b"'],
    ],
    [
      'two alike',
      'extends: answer\nchange: [{after: a, steps: [{id: x}, {id: x}]}]\n',
      ['flows/vip.yaml:3:43 id-duplicate "x"'],
    ],
    ['an unknown rule', 'extends: answer\nwithout-rules: [ordre]\n', ['flows/vip.yaml:3:17 reference-unknown "ordre"']],
    ['steps beside it', 'extends: answer\nsteps: [{id: x}]\n', ['flows/vip.yaml:3:1 schema/value "steps"']],
    [
      'changes of nothing',
      'steps: [{id: x}]\nchange: [{remove: x}]\n',
      ['flows/vip.yaml:3:1 schema/missing-key "change"'],
    ],
    [
      'no steps to put in',
      'extends: answer\nchange: [{after: a}]\n',
      ['flows/vip.yaml:3:10 schema/missing-key "{after: a}"'],
    ],
    [
      'two at once',
      'extends: answer\nchange: [{after: a, before: b, steps: [{id: x}]}]\n',
      ['flows/vip.yaml:3:21 schema/value "before"'],
    ],
    [
      'steps where one goes',
      'extends: answer\nchange: [{remove: b, steps: [{id: x}]}]\n',
      ['flows/vip.yaml:3:22 schema/unknown-key "steps"', 'flows/vip.yaml:3:19 reference-unknown "b"'].sort(),
    ],
    [
      'an unknown key',
      'extends: answer\nchange: [{amend: a, with: {wieght: 5}}]\n',
      ['flows/vip.yaml:3:28 schema/unknown-key "wieght"'],
    ],
    [
      'a change that says nothing',
      'extends: answer\nchange: [{note: x}]\n',
      ['flows/vip.yaml:3:10 schema/missing-key "{note: x}"'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tell(text).sort()).toEqual(expected)
  })

  it('with the near miss, the related place, and the variant by name', () => {
    const near = loadFlows({ answer, vip: 'extends: anwser\n' }).diagnostics[0]
    expect(near?.suggestion).toBe('answer')
    const [gone] = loadFlows({ answer, vip: 'extends: answer\nchange: [{remove: a}]\n' }).diagnostics
    expect(gone?.message).toEqual({
      zh: '在派生流程 `vip` 里，没有名为 `a` 的步骤或事件',
      en: 'in the variant `vip` there is no step or event `a`',
    })
    expect(gone?.related?.map(({ place }) => `${place.file}:${place.range.start.line}`)).toEqual([
      'flows/answer.yaml:3',
    ])
  })

  it('a mistake of the base is told once, however many extend it', () => {
    const lines = show(
      loadFlows({
        answer: 'steps: [{id: a, by: agnet}, {id: b, must-say: {regex: "("}}]\n',
        vip: 'extends: answer\n',
        gold: 'extends: vip\n',
      }),
    )
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'flows/answer.yaml:2:21 reference-unknown',
      'flows/answer.yaml:2:56 regex/invalid',
    ])
  })

  it('a circle over three flows, once', () => {
    const lines = show(loadFlows({ a: 'extends: b\n', b: 'extends: c\n', c: 'extends: a\n', answer }))
    expect(lines).toEqual(['flows/c.yaml:2:10 flow/recursive-extends "a"'])
  })

  it('a step of a used flow names the way to do it', () => {
    const { diagnostics } = loadFlows({
      answer: 'steps: [{use: {flow: open, as: o}}]\n',
      open: 'steps: [{id: greet}]\n',
      vip: 'extends: answer\nchange: [{remove: o/greet}]\n',
    })
    expect(diagnostics.map(({ message }) => message.en)).toEqual([
      '`o/greet` belongs to the flow used as `o` and cannot be changed here',
    ])
    expect(diagnostics[0]?.expected?.en).toContain('{replace: o, steps: [{use: …}]}')
  })

  it('nothing about a variant whose base cannot be read', () => {
    const lines = show(
      loadFlows({
        answer: 'steps: [\n',
        vip: 'extends: answer\nchange: [{remove: a}]\nrules: {r: {existence: {of: q}}}\n',
      }),
    )
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('flows/answer.yaml')
  })

  it('a repeat with nothing to do but something to do again', () => {
    const { diagnostics } = loadFlows({
      answer: 'steps: [{repeat: {do: [{id: a}], redo: [{id: r}]}}]\n',
      vip: 'extends: answer\nchange: [{remove: a}]\n',
    })
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['schema/value'])
  })

  it('more layers, more changes, more steps than any map has', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`v${i}`, `extends: ${i === 0 ? 'answer' : `v${i - 1}`}\n`]),
    )
    expect(show(loadFlows({ answer, ...chain })).length).toBeGreaterThan(0)
    const many = Array.from({ length: 501 }, (_, i) => `{after: a, steps: [{id: n${i}}]}`).join(', ')
    expect(tell(`extends: answer\nchange: [${many}]\n`)).toHaveLength(1)
    const wide = `steps: [${Array.from({ length: 4000 }, (_, i) => `{id: s${i}}`).join(', ')}]\n`
    const copies = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`v${i}`, 'extends: answer\n']))
    const { diagnostics } = loadFlows({ answer: wide, ...copies })
    expect(diagnostics.some(({ message }) => message.en.includes('variants hold more than'))).toBe(true)
  })
})

it('keys named like parts of an object are names and nothing else', () => {
  const { diagnostics } = load({
    ...readFolder('pages'),
    ...touchpoints,
    'flows/answer.yaml': 'flow: answer\nsteps: [{id: constructor, proof: {event: call.answered}}]\n',
    'flows/vip.yaml': 'flow: vip\nextends: answer\nchange: [{amend: constructor, with: {__proto__: {id: x}}}]\n',
  })
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['schema/unknown-key'])
})
