import { describe, expect, it } from 'vitest'
import { prepareRule } from '../../../src/compliance/prepare-rules.ts'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import type { RuleSpec } from '../../../src/model/rule.ts'
import { TEMPLATES } from '../../support/declare-formulas.ts'
import { makeContext, makeFlow, makeRule, onEvent } from '../../support/judge.ts'
import { makeMap } from '../../support/make-map.ts'
import { type Automaton, buildAutomaton, eventually, type Letter } from '../../support/ltlf.ts'

const NAMES = ['a', 'b', 'c']
const alphabet: readonly Letter[] = NAMES.map((name) => new Set([name]))

/** All traces of one to six events, three activities. */
function listTraces(): number[][] {
  let layer: number[][] = [[]]
  const all: number[][] = []
  for (let length = 1; length <= 6; length++) {
    layer = layer.flatMap((trace) => NAMES.map((_, letter) => [...trace, letter]))
    all.push(...layer)
  }
  return all
}
const traces = listTraces()

function specOf(template: string): RuleSpec {
  const [kind = '', times = '1'] = template.split(' ')
  const [a, b] = [onEvent('a'), onEvent('b')]
  switch (kind) {
    case 'existence':
    case 'absence':
    case 'exactly':
      return { kind, of: a, times: Number(times) }
    case 'init':
    case 'last':
      return { kind, of: a }
    case 'choice':
    case 'exclusive-choice':
      return { kind, among: [a, b] }
    case 'precedence':
      return { kind, before: a, then: b }
    case 'response':
      return { kind, after: a, then: b }
    default:
      return { kind, first: a, second: b } as RuleSpec
  }
}

/** The outcomes that each state of both automata may still come to, its own first. */
function foresee(
  formula: Automaton,
  activation: Automaton | undefined,
): (f: number, g: number) => ReadonlySet<Outcome> {
  const outcomeOf = (f: number, g: number): Outcome => {
    if (!formula.accepts[f]) return 'fail'
    return activation && !activation.accepts[g] ? 'notApplicable' : 'pass'
  }
  const known = new Map<string, ReadonlySet<Outcome>>()
  return (f, g) => {
    const key = `${f} ${g}`
    const found = known.get(key)
    if (found) return found
    const outcomes = new Set<Outcome>()
    const seen = new Set([key])
    const queue: [number, number][] = [[f, g]]
    for (const [x, y] of queue) {
      outcomes.add(outcomeOf(x, y))
      alphabet.forEach((_, letter) => {
        const next: [number, number] = [formula.steps[x]![letter]!, activation?.steps[y]![letter] ?? 0]
        if (seen.has(next.join(' '))) return
        seen.add(next.join(' '))
        queue.push(next)
      })
    }
    known.set(key, outcomes)
    return outcomes
  }
}

describe('Declare, against automata built from the published formulas', () => {
  it.each(Object.keys(TEMPLATES))('%s, on all traces up to length 6', (name) => {
    const template = TEMPLATES[name]!
    const formula = buildAutomaton(template.formula, alphabet)
    const activation = template.activation && buildAutomaton(eventually(template.activation), alphabet)
    const outcomesFrom = foresee(formula, activation)
    const map = makeMap()
    const flow = makeFlow()
    const { judge } = prepareRule(makeRule(specOf(name)), flow, map)
    const wrong: string[] = []
    const told = new Set<string>()
    for (const trace of traces) {
      let [f, g] = [formula.start, activation?.start ?? 0]
      for (const letter of trace) {
        f = formula.steps[f]![letter]!
        g = activation?.steps[g]![letter] ?? 0
      }
      const possible = outcomesFrom(f, g)
      const [whole] = possible
      // `response` says pass as soon as all is answered, though another may come: it did so before its relatives were there.
      const prefix = name === 'response' && whole === 'pass' ? 'pass' : possible.size === 1 ? whole : 'pending'
      const events = trace.map((letter) => NAMES[letter]!)
      for (const open of [false, true]) {
        const { outcome, counts } = judge(makeContext(events, { map, flow, open }))
        const expected = open ? prefix : whole
        told.add(`${open ? 'open' : 'ended'} ${outcome}`)
        if (outcome !== expected)
          wrong.push(`${events.join('')} ${open ? 'open' : 'ended'}: ${outcome}, not ${expected}`)
        if (counts === undefined) wrong.push(`${events.join('')}: no counts`)
        else if (counts.activations < counts.fulfilments + counts.violations) wrong.push(`${events.join('')}: counts`)
        else if (counts.violations > 0 !== (outcome === 'fail')) wrong.push(`${events.join('')}: violations`)
      }
    }
    expect(wrong).toEqual([])
    // The comparison is worth something: the template both passes and fails, or stays open.
    expect(told.size).toBeGreaterThanOrEqual(3)
  })

  it('has a formula for every Declare kind', () => {
    const named = new Set(Object.keys(TEMPLATES).map((name) => name.split(' ')[0]))
    expect(named.size).toBe(26)
  })
})
