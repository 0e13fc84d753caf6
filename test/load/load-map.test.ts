import { describe, expect, it } from 'vitest'
import type { Item, Step } from '../../src/model/flow.ts'
import type { Rule, RuleSpec, Target } from '../../src/model/rule.ts'
import { load, loadPages, readFolder, show } from './support.ts'

const good = load(readFolder('good'))
const map = good.map!

function stepsOf(items: readonly Item[]): Step[] {
  return items.flatMap((item): Step[] => {
    if (item.kind === 'step') return [item]
    if (item.kind === 'choice') return item.branches.flatMap((branch) => stepsOf(branch.steps))
    if (item.kind === 'repeat') return [...stepsOf(item.do), ...stepsOf(item.redo)]
    if (item.kind === 'group') return [...stepsOf(item.items), ...item.anywhere.map(({ step }) => step)]
    if (item.kind === 'use') return []
    return stepsOf('items' in item ? item.items : item.children)
  })
}

function step(flow: string, id: string): Step {
  return stepsOf(map.flows.get(flow)!.items).find((each) => each.id === id)!
}

function spec(id: string): RuleSpec {
  const rules: Rule[] = [...map.flows.values()].flatMap((flow) => [
    ...flow.rules,
    ...stepsOf(flow.items).flatMap((each) => each.rules),
  ])
  return [...map.rules, ...rules].find((rule) => rule.id === id)!.spec
}

function name(target: Target | undefined): string | undefined {
  if (target?.kind === 'step') return target.step
  return target?.proof.kind === 'match' ? `event ${target.proof.event}` : 'any'
}

describe('a map that is right', () => {
  it('has no findings', () => {
    expect(show(good)).toEqual([])
    expect(good.matrix?.cells.length).toBe(14)
  })

  it('is read whole: the map file and the catalogue', () => {
    expect(map).toMatchObject({
      id: 'demo',
      name: { zh: '示例地图', en: 'Example map' },
      version: '2026.2',
      lang: 'zh',
      languages: ['zh'],
      timezone: 'Asia/Shanghai',
      effective: { from: '2026-07-01', until: '2026-12-31' },
      pass: { adherence: 0.9, score: 85 },
      versionBy: 'start',
    })
    const { catalog } = map
    expect([...catalog.axes.business.keys()]).toEqual(['help', 'device', 'repair', 'hall-visit'])
    expect(catalog.axes.business.get('repair')).toMatchObject({ code: 'repair', partOf: 'device', class: 'acceptance' })
    expect(catalog.axes.channel.get('voice')).toMatchObject({
      code: 'V',
      hours: '24 h',
      response: { kind: 'ms', ms: 30_000 },
    })
    expect(catalog.roles.get('agent')).toMatchObject({ name: { zh: '话务员' }, rank: 1 })
    expect(catalog.events.get('talk')).toMatchObject({ speech: true, also: [] })
    expect(catalog.events.get('message.sent')?.also).toEqual(['send_message'])
    expect(catalog.events.get('customer.rated')?.attributes).toEqual(new Map([['rating', 'int']]))
    expect(catalog).toMatchObject({
      ends: ['customer.hung-up'],
      idle: { ms: 259_200_000 },
      ambient: ['ring.*', 'sms.sent'],
      blank: ['无', '-'],
    })
    expect(catalog.constants.get('at-once')).toMatchObject({ ms: 120_000 })
    expect(map.files).toEqual([...map.files].sort())
  })

  it('takes rings for the response standard of a channel, which only describes', () => {
    const catalog = readFolder('pages')['catalog.yaml']!.replace('code: V}', 'code: V, response: 3 rings}')
    const voice = loadPages({ 'catalog.yaml': catalog }).map?.catalog.axes.channel.get('voice')
    expect(voice?.response).toEqual({ kind: 'rings', count: 3, text: '3 rings' })
  })

  it('has the blanks of semantics §18 where the catalogue states none', () => {
    expect(loadPages({}).map?.catalog.blank).toEqual(['无', '未知', '-', '/', 'N/A'])
  })

  it('keeps the blocks of the intelligent service', () => {
    const flow = map.flows.get('intelligent-service')!
    expect(flow.items.map((item) => item.kind)).toEqual(['step', 'choice', 'step', 'step', 'group', 'step'])
    expect(flow).toMatchObject({ family: 'service', source: ['S7'], interrupts: [{ then: 'end' }] })
    const choice = flow.items[1]
    expect(
      choice?.kind === 'choice' &&
        choice.branches.map(({ name: zh, when, steps }) => [zh?.zh, when?.kind, steps.length]),
    ).toEqual([
      ['首次', 'match', 1],
      ['老客户', 'match', 0],
    ])
    const group = flow.items[4]
    expect(group?.kind === 'group' && group.interrupts[0]).toMatchObject({
      when: { kind: 'any', proofs: [{ event: 'customer.rated' }, { inARow: { times: 2, reset: 'bot.answered' } }] },
      steps: [{ kind: 'use', flow: 'person', as: 'person' }],
      then: 'leave',
    })
  })

  it('gives a step without proof the event of its own id', () => {
    expect(step('intelligent-service', 'answer').proof).toMatchObject({ kind: 'match', event: 'answer' })
    expect(step('intelligent-service', 'welcome').proof).toMatchObject({
      event: 'message.sent',
      role: [{ role: 'system' }],
    })
    expect(step('person', 'review').by).toEqual([{ role: 'supervisor', andAbove: true }])
    expect(map.flows.get('person')?.name).toEqual({ zh: 'person' })
  })

  it('makes rules of the norms of a step, with the ids users write', () => {
    const dispatch = step('hall-green-channel', 'dispatch')
    expect(dispatch.rules.map(({ id, critical }) => [id, critical])).toEqual([
      ['hall-green-channel/dispatch/by', true],
      ['hall-green-channel/dispatch/records', true],
    ])
    expect(spec('person/hand-over/carries')).toMatchObject({ kind: 'carries', attributes: ['intent', 'history'] })
    expect(spec('person/review/not-by-doer-of')).toMatchObject({ other: { kind: 'step', step: 'special' } })
    expect(spec('intelligent-service/welcome/must-say')).toMatchObject({
      kind: 'says',
      lexicon: { id: 'welcome', similar: 0.8 },
    })
    expect(step('repair', 'return-contact').rules.map(({ scope }) => scope)).toEqual(['contact', 'contact', 'contact'])
  })

  it('resolves limits and where they count from', () => {
    const limit = (id: string) => {
      const rule = spec(id)
      return rule.kind === 'within'
        ? { limit: rule.limit, after: name(rule.after), to: name(rule.to), pair: rule.pair }
        : undefined
    }
    expect(limit('person/contact/within')).toMatchObject({
      limit: { ms: 600_000, text: '10 min' },
      after: 'hand-over',
      to: 'contact',
    })
    expect(limit('hall-green-channel/escalate/within')).toMatchObject({
      limit: { ms: 120_000, text: 'at-once' },
      after: 'guide',
    })
    expect(limit('person/reply/within')).toMatchObject({ limit: { kind: 'from', ref: 'request', attribute: 'dueAt' } })
    expect(limit('repair/arrive/within')).toMatchObject({
      limit: { ref: 'contact', attribute: 'appointment' },
      after: 'contact',
    })
    expect(limit('answered')).toMatchObject({ limit: { kind: 'rings', count: 3 }, after: 'event contact.opened' })
    expect(limit('promised')).toMatchObject({ limit: { ref: 'request.taken', attribute: 'dueAt' } })
    expect(limit('first-contact')).toMatchObject({ to: 'any', pair: 'first' })
  })

  it('takes a name for a step of the flow first, then for an event', () => {
    const rule = spec('repair/parts-approved')
    expect(rule.kind === 'precedence' && [name(rule.before), name(rule.then)]).toEqual([
      'event parts.approved',
      'draw-parts',
    ])
  })

  it('reads what must be known, in any nesting', () => {
    expect(spec('know-customer')).toMatchObject({
      known: {
        kind: 'any',
        of: [
          { kind: 'attribute', name: 'customerId' },
          {
            kind: 'all',
            of: [
              { kind: 'attribute', name: 'homeCity' },
              { kind: 'proof', proof: { event: 'identity.known' } },
            ],
          },
        ],
      },
    })
  })

  it('reads the scorecard', () => {
    expect(map.scorecard).toMatchObject({
      mode: 'weighted',
      na: 'redistribute',
      minEvaluated: 0.7,
      sections: [
        {
          id: 'manners',
          weight: 40,
          items: [
            { rules: ['greeting'], weight: 10 },
            { rules: ['no-slang', 'intelligent-service/welcome/must-say'], weight: 2 },
          ],
        },
        { items: [{ fatal: true, deduct: 20, weight: 1 }, { rules: ['intelligent-service/person/contact/within'] }] },
      ],
      thresholds: { overall: { compliance: 0.95 }, touchpoint: { compliance: 0.9 } },
    })
    expect(map.scorecard?.thresholds.per.get('VG-H1')).toEqual({ score: 85 })
  })

  it('also takes a scorecard written under its key', () => {
    const loaded = loadPages({
      'scorecard.yaml':
        'scorecard:\n  mode: deduct\n  sections: [{id: a, name: a, items: [{rule: greet-first, deduct: 3, fatal: true}]}]\n',
    })
    expect(show(loaded)).toEqual([])
    expect(loaded.map?.scorecard?.sections[0]?.items[0]).toMatchObject({ deduct: 3, fatal: true })
  })

  it('changes its hash with any byte of any file', () => {
    const files = readFolder('good')
    const changed = load({ ...files, 'rules.yaml': `${files['rules.yaml']} ` })
    expect(changed.map?.hash).not.toBe(map.hash)
    expect(load(files).map?.hash).toBe(map.hash)
  })

  it('reads children of blocks as steps, blocks or named sequences, and branches as steps', () => {
    const loaded = loadPages({
      'flows/answer.yaml': `flow: answer
steps:
  - some: [{id: a}, {name: 两步, steps: [{id: b}, {id: c}]}, {optional: [{id: d}]}]
  - choice: [{id: e}, {repeat: {do: [{id: f}], redo: [{id: g}], max: 3}}, {name: 无}]
  - any-order: [{id: h}, {id: i}]
  - group: {id: g1, steps: [{id: j}], anywhere: [{id: k, min: 1, max: 2}]}
`,
    })
    expect(show(loaded)).toEqual([])
    const [some, choice, , group] = loaded.map!.flows.get('answer')!.items
    expect(some?.kind === 'some' && some.children.map(({ kind }) => kind)).toEqual(['step', 'sequence', 'optional'])
    expect(choice?.kind === 'choice' && choice.branches.map(({ steps }) => steps.map(({ kind }) => kind))).toEqual([
      ['step'],
      ['repeat'],
      [],
    ])
    expect(group?.kind === 'group' && group.anywhere).toMatchObject([{ step: { id: 'k' }, min: 1, max: 2 }])
  })
})
