import { describe, expect, it } from 'vitest'
import type { Interaction } from '../../src/log/event.ts'
import {
  findBroken,
  idsInUse,
  loadShipped,
  MAPS,
  readExpected,
  readShippedLog,
  withoutRule,
  writtenRules,
} from './shipped.ts'

describe.each(MAPS)('the rules of %s', (name) => {
  const map = loadShipped(name)
  const expected = readExpected(name)
  const log = readShippedLog(name, map, 'broken.csv')
  const asOfOf = (interactions: readonly Interaction[]): number =>
    Math.max(...interactions.flatMap(({ events }) => events.map(({ time }) => time ?? 0)))

  it('find in each broken contact what was written down before, and nothing else', async () => {
    const interactions = await log
    const asOf = asOfOf(interactions)
    const found = new Map(interactions.map((interaction) => [interaction.id, findBroken(map, interaction, asOf)]))
    const wanted = new Map(expected.map((each) => [each.interaction, each.rules.map(({ rule }) => rule).sort()]))
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted))
  })

  it.each(writtenRules(map).map((rule) => [rule.id, rule] as const))(
    'need %s: without it a breach is missed',
    async (_, rule) => {
      const interactions = await log
      const asOf = asOfOf(interactions)
      const poorer = withoutRule(map, rule)
      expect(writtenRules(poorer)).toHaveLength(writtenRules(map).length - 1)
      // A contact that breaks this rule alone, wherever its flow is used, is then found to break nothing.
      const ids = idsInUse(map, rule)
      const alone = expected.filter(({ rules }) => rules.length === 1 && ids.has(rules[0]?.rule ?? ''))
      const missed = alone.filter(({ interaction: id }) => {
        const interaction = interactions.find((each) => each.id === id)
        return interaction !== undefined && findBroken(poorer, interaction, asOf).length === 0
      })
      expect(missed).not.toEqual([])
      expect(missed).toEqual(alone)
    },
  )
})
