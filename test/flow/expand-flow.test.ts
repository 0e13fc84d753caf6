import { describe, expect, it } from 'vitest'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { flowOfYaml } from '../support/align-flow.ts'

describe('expandFlow', () => {
  it('numbers labels in file order, interrupts and anywhere steps where they stand', () => {
    const { flow } = flowOfYaml(`flow: main
name: Main
interrupts: [{when: {event: stop}, steps: [{id: excuse}], then: end}]
steps:
  - {id: a}
  - choice: [{name: yes it is, when: {event: picked}, steps: [{id: b}]}, {name: no, steps: [{id: c}]}]
  - group: {anywhere: [{id: hold, min: 0}], steps: [{id: d}]}
`)
    expect(flow.labels.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'interrupt stop',
      'step excuse',
      'step a',
      'decision picked',
      'step b',
      'step c',
      'step hold',
      'step d',
    ])
    expect([...flow.steps].map(([id, { label }]) => [id, label])).toContainEqual(['hold', 6])
  })

  it('names events apart from steps and from each other', () => {
    const { flow } = flowOfYaml(`
  - choice: [{name: one, when: {event: x}}, {name: two, when: {event: x, where: "event != ''"}}]
  - {id: x}`)
    expect(flow.labels.map(({ id }) => id)).toEqual(['x#2', 'x#3', 'x'])
  })

  it('renames steps, rules, targets, limits and CEL of used flows, at any depth', () => {
    const inner = `flow: inner
name: Inner
steps:
  - {id: ask}
  - {id: reply, within: {limit: {from: ask.due}, after: ask}}
rules:
  told: {check: 'steps["ask"].due == steps["elsewhere"].due', applies: "steps['reply'] != null"}
  first: {precedence: {before: ask, then: reply}}
`
    const { flow } = flowOfYaml('  - {id: open}\n  - use: {flow: outer, as: o}', {
      events: { ask: '{attributes: {due: time}}', reply: '{}', elsewhere: '{}' },
      flows: ['flow: outer\nname: Outer\nsteps: [{use: {flow: inner, as: i}}]\n', inner],
    })
    expect([...flow.steps.keys()]).toEqual(['open', 'o/i/ask', 'o/i/reply'])
    const rules = new Map(flow.rules.map((rule) => [rule.id, rule]))
    expect([...rules.keys()]).toEqual(['main/o/i/told', 'main/o/i/first', 'main/o/i/reply/within'])
    expect(rules.get('main/o/i/told')).toMatchObject({
      spec: { check: { source: 'steps["o/i/ask"].due == steps["elsewhere"].due' } },
      applies: { source: "steps['o/i/reply'] != null" },
    })
    expect(rules.get('main/o/i/first')?.spec).toMatchObject({
      before: { step: 'o/i/ask' },
      then: { step: 'o/i/reply' },
    })
    expect(rules.get('main/o/i/reply/within')?.spec).toMatchObject({
      limit: { ref: 'o/i/ask', attribute: 'due' },
      after: { step: 'o/i/ask' },
      to: { step: 'o/i/reply' },
    })
  })

  it('refuses what loading refuses: no such flow', () => {
    const { map } = flowOfYaml('  - {id: a}')
    expect(() => expandFlow(map, 'nowhere')).toThrow('no flow nowhere')
  })
})
