import { describe, expect, it } from 'vitest'
import { loadShipped, readExpected } from '../../fixtures/shipped/load-shipped.ts'
import { MAPS } from '../../fixtures/shipped/registry.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import type { Interaction } from '../../src/log/event.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { findBroken, idsInUse, judge, readShippedLog, withoutRule, writtenRules } from './shipped.ts'

const latest = (interactions: readonly Interaction[]): number =>
  Math.max(...interactions.flatMap(({ events }) => events.map(({ time }) => time ?? 0)))

describe.each(MAPS)('held against %s', (name) => {
  const map = loadShipped(name)
  const expected = readExpected(name)
  const right = readShippedLog(name, map, 'right.csv')
  const broken = readShippedLog(name, map, 'broken.csv')

  it('every right contact follows its flow, keeps every rule, and leaves none unjudged', async () => {
    const interactions = await right
    for (const interaction of interactions) {
      const { adherence, deviations, broken, notEvaluated } = judge(
        map,
        interaction,
        latest(interactions),
        interactions,
      )
      expect({ adherence, deviations, broken: [...broken.keys()], notEvaluated }, interaction.id).toEqual({
        adherence: 1,
        deviations: [],
        broken: [],
        notEvaluated: [],
      })
    }
  })

  it('each broken contact shows what was written down before, and nothing else', async () => {
    const interactions = await broken
    expect(interactions).toHaveLength(expected.length)
    for (const each of expected) {
      const interaction = interactions.find(({ id }) => id === each.interaction)
      if (interaction === undefined) throw new Error(`${each.interaction} is not in the log`)
      const found = judge(map, interaction, latest(interactions), interactions)
      expect([...found.broken.keys()].sort(), each.interaction).toEqual(each.rules.map(({ rule }) => rule).sort())
      expect(new Set(found.deviations), each.interaction).toEqual(new Set(each.deviations))
      for (const { rule, line } of each.rules) {
        const lines = found.broken.get(rule) ?? []
        // What is asked of the contact as a whole (a condition; words that were not said) points at no event.
        if (line !== null && lines.length > 0) expect(lines, `${each.interaction}: ${rule}`).toContain(line)
        if (lines.length === 0) expect(wholeIds(map), `${each.interaction}: ${rule}`).toContain(rule)
      }
    }
  })

  it('the right contacts try every rule', async () => {
    const interactions = await right
    const passed = new Set(interactions.flatMap((each) => judge(map, each, latest(interactions), interactions).passed))
    const untried = writtenRules(map).filter((rule) => [...idsInUse(map, rule)].every((id) => !passed.has(id)))
    expect(untried.map(({ id }) => id)).toEqual([])
  })

  it.each(writtenRules(map).map((rule) => [rule.id, rule] as const))(
    'need %s: without it a breach is missed',
    async (_, rule) => {
      const interactions = await broken
      const poorer = withoutRule(map, rule)
      expect(writtenRules(poorer)).toHaveLength(writtenRules(map).length - 1)
      // What breaks this rule, wherever its flow is used, is then found to break what else it breaks, and mostly nothing.
      const ids = idsInUse(map, rule)
      const cases = expected.filter(({ rules }) => rules.some(({ rule: id }) => ids.has(id)))
      const breaking = interactions.filter(({ id }) => cases.some(({ interaction }) => interaction === id))
      const found = breaking.map((each) => [
        each.id,
        findBroken(poorer, each, latest(interactions), interactions).toSorted(),
      ])
      const left = cases.map(({ interaction, rules }) => [
        interaction,
        rules.flatMap(({ rule: id }) => (ids.has(id) ? [] : [id])).toSorted(),
      ])
      expect(found).not.toEqual([])
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(left))
    },
  )
})

/** Kinds that ask something of the contact as a whole: what is not there has no line. */
const OF_THE_WHOLE = new Set(['check', 'says', 'exactly', 'existence', 'choice', 'init', 'last', 'co-existence'])

function wholeIds(map: ProcessMap): readonly string[] {
  const rules = [...map.rules, ...[...map.flows.keys()].flatMap((id) => expandFlow(map, id).rules)]
  return rules.flatMap(({ id, spec }) => (OF_THE_WHOLE.has(spec.kind) ? [id] : []))
}
