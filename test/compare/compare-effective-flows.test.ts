import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareEffectiveFlows } from '../../src/compare/compare-effective-flows.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { loadPages } from '../load/support.ts'

/** What flow `b` has otherwise than flow `a`: kind and id. */
function compare(a: string, b: string): string[] {
  const { map, diagnostics } = loadPages({ 'flows/a.yaml': `flow: a\n${a}\n`, 'flows/b.yaml': `flow: b\n${b}\n` })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!map) return []
  return compareEffectiveFlows(expandFlow(map, 'b'), expandFlow(map, 'a')).map(
    (each) => `${each.kind} ${each.id}${each.kind === 'norm' ? `/${each.key}` : ''}`,
  )
}

it.each([
  ['the same', 'steps: [{id: a}, {id: b}]', 'name: other\nsteps: [{id: a, does: x}, {id: b}]', []],
  ['more and less', 'steps: [{id: a}, {id: b}]', 'steps: [{id: a}, {id: c}]', ['step-more c', 'step-less b']],
  [
    'a step by its proof under another name',
    'steps: [{id: a, proof: {event: call.answered}}]\nrules: {r: {existence: {of: a}}}',
    'steps: [{id: x, proof: {event: call.answered}}]\nrules: {r: {existence: {of: x}}}',
    [],
  ],
  ['order', 'steps: [{id: a}, {id: b}, {id: c}]', 'steps: [{id: c}, {id: a}, {id: b}]', ['step-moved c']],
  [
    'a must or not',
    'steps: [{id: a}, {optional: [{id: b}]}]',
    'steps: [{optional: [{id: a}]}, {id: b}]',
    ['step-free a', 'step-bound b'],
  ],
  ['one way is a must', 'steps: [{choice: [{id: a}]}]', 'steps: [{id: a}]', []],
  [
    'limits',
    'steps: [{id: a}, {id: b, within: {limit: 30 s}}]',
    'steps: [{id: a}, {id: b, within: {limit: 10 s}}]',
    ['norm b/within'],
  ],
  [
    'a limit told otherwise',
    'steps: [{id: a}, {id: b, within: {limit: 60 s}}]',
    'steps: [{id: a}, {id: b, within: {limit: 1 min}}]',
    [],
  ],
  ['phrases', 'steps: [{id: a, must-say: greeting}]', 'steps: [{id: a}]', ['norm a/must-say']],
  ['roles', 'steps: [{id: a, by: agent}]', 'steps: [{id: a, by: supervisor}]', ['norm a/by']],
  [
    'rules',
    'steps: [{id: a}]\nrules: {r: {existence: {of: a}}}',
    'steps: [{id: a}]\nrules: {s: {existence: {of: a}}}',
    ['rule s', 'rule r'],
  ],
  [
    'critical',
    'steps: [{id: a}]\nrules: {r: {existence: {of: a}}}',
    'steps: [{id: a}]\nrules: {r: {existence: {of: a}, critical: true}}',
    ['rule r'],
  ],
  [
    'interrupts',
    'steps: [{id: a}]\ninterrupts: [{when: {event: plan.changed}, then: end}]',
    'steps: [{id: a}]\ninterrupts: [{when: {event: call.answered}, then: end}]',
    ['interrupt-more call.answered', 'interrupt-less plan.changed'],
  ],
])('%s', (_, a, b, expected) => {
  expect(compare(a, b)).toEqual(expected)
})

it('law: steps that moved are as few as can be, and none when one order is part of the other', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const order = fc.shuffledSubarray(ids, { minLength: 1 })
  const steps = (of: readonly string[]) => `steps: [${of.map((id) => `{id: ${id}}`).join(', ')}]`
  fc.assert(
    fc.property(order, order, (one, two) => {
      const common = two.filter((id) => one.includes(id))
      // By trying every subset: the longest list that stands in both in the same order.
      let longest = 0
      for (let set = 0; set < 1 << common.length; set++) {
        const kept = common.filter((_, i) => set & (1 << i))
        const same = one.filter((id) => kept.includes(id)).join() === kept.join()
        if (same) longest = Math.max(longest, kept.length)
      }
      const moved = compare(steps(one), steps(two)).filter((text) => text.startsWith('step-moved'))
      expect(moved).toHaveLength(common.length - longest)
    }),
    { numRuns: 25, seed: 20261122 },
  )
})
