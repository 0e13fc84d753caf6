import { describe, expect, it } from 'vitest'
import { findDeviations } from '../../src/conformance/deviations.ts'
import { flowOfYaml } from '../support/align-flow.ts'

const says = (text: string, role = 'agent') => ({ event: 'utterance', speech: true, text, role })
const TALK = { utterance: '{speech: true}' }

describe('§4 blocks', () => {
  const blocks = (kind: string) => flowOfYaml(`  - ${kind}: [{id: a}, {steps: [{id: b1}, {id: b2}]}]`)

  it('lets children of parallel interleave, and those of any-order not', () => {
    expect(blocks('parallel').align(['b1', 'a', 'b2']).cost).toBe(0)
    expect(blocks('any-order').align(['b1', 'a', 'b2']).cost).toBe(2)
    expect(blocks('any-order').align(['b1', 'b2', 'a']).cost).toBe(0)
    expect(blocks('any-order').align(['a', 'b1', 'b2']).cost).toBe(0)
  })

  it('counts the dos of a repeat', () => {
    const flow = flowOfYaml('  - repeat: {do: [{id: d}], redo: [{id: r}], max: 2}')
    expect(flow.align(['d', 'r', 'd']).cost).toBe(0)
    expect(flow.align(['d', 'r', 'd', 'r', 'd']).cost).toBe(2)
  })

  it('asks for at least one child of some, which may be empty', () => {
    const some = flowOfYaml('  - some: [{id: a}, {id: b}]')
    expect([[], ['a'], ['b'], ['b', 'a']].map((events) => some.align(events).cost)).toEqual([1, 0, 0, 0])
    expect(flowOfYaml('  - some: [{id: a}, {optional: [{id: b}]}]').align([]).cost).toBe(0)
  })

  it('allows anywhere steps between the steps of their block, as often as they say', () => {
    const flow = flowOfYaml(
      '  - group: {steps: [{id: a}, {id: b}], anywhere: [{id: touch, min: 1, max: 2}]}\n  - {id: c}',
    )
    const costs = [
      ['a', 'b', 'c'],
      ['touch', 'a', 'b', 'touch', 'c'],
      ['touch', 'a', 'touch', 'b', 'touch', 'c'],
    ]
    expect(costs.map((events) => flow.align(events).cost)).toEqual([1, 0, 1])
  })

  it('renames the steps of a used flow', () => {
    const flow = flowOfYaml('  - use: {flow: greeting, as: first}\n  - use: {flow: greeting, as: last}', {
      flows: ['flow: greeting\nname: Greeting\nsteps: [{id: hello, by: agent}]\n'],
    })
    expect([...flow.flow.steps.keys()]).toEqual(['first/hello', 'last/hello'])
    expect(flow.flow.rules.map(({ id }) => id)).toEqual(['main/first/hello/by', 'main/last/hello/by'])
    expect(flow.moves(['hello', 'hello'])).toBe('first/hello last/hello')
    expect(flow.moves(['hello'])).toBe('first/hello -last/hello')
  })
})

describe('§5 interrupts', () => {
  const six = '[{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}]'
  const hangUp = `interrupts: [{when: {event: hung-up}, then: end}]`

  it('does not invent an interrupt that nobody saw', () => {
    const flow = flowOfYaml(`flow: main\nname: Main\nsteps: ${six}\n${hangUp}\n`)
    const cut = flow.align(['a', 'b'])
    expect([cut.cost, cut.worst, cut.adherence, cut.interrupted]).toEqual([4, 8, 0.5, false])
    const hung = flow.align(['a', 'b', 'hung-up'])
    expect([hung.cost, hung.worst, hung.adherence, hung.interrupted]).toEqual([0, 4, 1, true])
    expect([flow.align(['hung-up']).cost, flow.align(['a', 'b', 'c', 'd', 'e', 'f', 'hung-up']).cost]).toEqual([0, 0])
  })

  it('goes on after the block when an interrupt leaves it', () => {
    const flow = flowOfYaml(`
  - group: {steps: [{id: a}, {id: b}], interrupts: [{when: {event: angry}, steps: [{id: calm}], then: leave}]}
  - {id: c}`)
    expect(flow.align(['a', 'angry', 'calm', 'c']).cost).toBe(0)
    expect(flow.moves(['a', 'angry', 'c'])).toBe('a angry -calm c')
    expect(flow.align(['a', 'angry', 'calm', 'c']).interrupted).toBe(false)
  })

  it('keeps a resuming handler in one piece, inserts it anywhere, and counts it', () => {
    const flow = flowOfYaml(`
  - group: {steps: [{id: a}, {id: b}], interrupts: [{when: {event: ring}, steps: [{id: x}, {id: z}], then: resume, max: 2}]}`)
    expect(flow.align(['ring', 'x', 'z', 'a', 'b', 'ring', 'x', 'z']).cost).toBe(0)
    expect(flow.align(['a', 'ring', 'x', 'b', 'z']).cost).toBe(2)
    expect(flow.align(['ring', 'x', 'z', 'ring', 'x', 'z', 'a', 'ring', 'x', 'z', 'b']).cost).toBe(3)
  })

  it('lets the inner of two interrupts win on one event', () => {
    const flow = flowOfYaml(`flow: main
name: Main
steps:
  - group: {steps: [{id: a}, {id: b}], interrupts: [{when: {event: stop}, then: leave}]}
  - {id: c}
interrupts: [{when: {event: stop}, then: end}]
`)
    expect(flow.moves(['a', 'stop'])).toBe('a stop -c')
    expect(flow.moves(['a', 'stop', 'c', 'stop'])).toBe('a stop c stop#2')
  })
})

describe('§6 decisions', () => {
  const flow = flowOfYaml(`
  - {id: guide}
  - choice:
      - {name: accepted, when: {event: guidance.accepted}, steps: [{id: close-guided}]}
      - {name: refused, when: {event: guidance.refused}, steps: [{id: escalate}, {id: judge}, {id: dispatch}]}
  - {id: inform}`)

  it('does not contradict a decision to save costs', () => {
    const found = flow.align(['guide', 'guidance.refused', 'inform'])
    expect(found.cost).toBe(3)
    expect(flow.moves(['guide', 'guidance.refused', 'inform'])).toBe(
      'guide guidance.refused -escalate -judge -dispatch inform',
    )
    // Everything but the decision moved: guide and inform as log moves, the refused run of five steps.
    expect(found.worst).toBe(7)
    expect(found.adherence).toBeCloseTo(4 / 7, 12)
  })

  it('assumes a decision that was not seen, for one move', () => {
    expect(flow.moves(['guide', 'close-guided', 'inform'])).toBe('guide -guidance.accepted close-guided inform')
    const nothing = flow.align([])
    expect([nothing.cost, nothing.worst, nothing.adherence]).toEqual([4, 4, 0])
  })

  it('gives 0 to a contact that only decides', () => {
    const found = flow.align(['guidance.refused'])
    expect([found.cost, found.worst, found.adherence]).toEqual([5, 5, 0])
  })

  it('contradicts as few decisions as it can', () => {
    const both = ['guide', 'guidance.refused', 'guidance.accepted', 'close-guided', 'inform']
    expect(flow.moves(both)).toBe('guide +guidance.refused guidance.accepted close-guided inform')
    expect([flow.align(both).cost, flow.align(both).worst]).toEqual([1, 7])
  })
})

describe('§7 from events to labels', () => {
  const lexicons = 'lexicons: {hello: {any: [hello]}, verify: {any: [passport]}, bye: {any: [goodbye]}}'
  const talk = flowOfYaml(
    `
  - {id: greet, proof: {says: hello}}
  - {id: verify, proof: {says: verify}}
  - {id: part, proof: {says: bye}}`,
    { events: TALK, lexicons },
  )

  it('uses any subset of what an utterance offers, in any order', () => {
    expect(talk.moves([says('your passport please, and hello'), says('goodbye')])).toBe('greet verify part')
    expect(talk.align([says('goodbye, hello, passport')]).cost).toBe(0)
  })

  it('never counts talk as unforeseen', () => {
    const found = talk.align([says('hello'), says('nice weather'), says('passport'), says('hello'), says('goodbye')])
    expect([found.cost, found.worst]).toEqual([0, 3])
    expect(talk.moves([says('nice weather'), says('hello'), says('hello')])).toBe('? greet ?greet -verify -part')
  })

  it('keeps the order of the text where the proof says so', () => {
    const ordered = flowOfYaml(
      `
  - {id: greet, proof: {says: hello, ordered: true}}
  - {id: verify, proof: {says: verify, ordered: true}}`,
      { events: TALK, lexicons },
    )
    expect(ordered.align([says('hello, your passport')]).cost).toBe(0)
    expect(ordered.align([says('passport, and hello')]).cost).toBe(1)
  })

  it('lets an act be one of the steps it matches', () => {
    const flow = flowOfYaml(
      '  - {id: call, proof: {event: sent}}\n  - {id: note, proof: {any: [{event: sent}, {event: written}]}}',
    )
    expect(flow.moves(['sent', 'sent'])).toBe('call note')
    expect(flow.align(['sent', 'written', 'sent']).cost).toBe(1)
  })

  it('tells variants by symbols, never by names', () => {
    const flow = flowOfYaml('  - {id: rate, proof: {event: rated, where: "rating >= 3"}}', {
      events: { rated: '{attributes: {rating: int}}' },
    })
    const rated = (rating: number) => [{ event: 'rated', attributes: { rating } }]
    expect(flow.label(rated(5)).key).not.toBe(flow.label(rated(2)).key)
    expect(flow.label(rated(5)).key).toBe(flow.label(rated(4)).key)
    expect(flow.label(['one thing']).key).toBe(flow.label(['another']).key)
  })
})

describe('§8 proof and norm', () => {
  it('does not touch adherence when the wrong role acts or the phrase is missing', () => {
    const flow = flowOfYaml('  - {id: dispatch, by: shift-supervisor+}\n  - {id: confirm, must-say: greeting}')
    const found = flow.align([{ event: 'dispatch', role: 'agent' }, 'confirm'])
    expect([found.cost, found.adherence]).toEqual([0, 1])
    expect(flow.flow.rules.map(({ id }) => id)).toEqual(['main/dispatch/by', 'main/confirm/must-say'])
  })
})

describe('§9 satisfied by someone else', () => {
  const flow = flowOfYaml('  - {id: open}\n  - {id: verify, satisfied-by: {event: identity.known}}\n  - {id: solve}')

  it('costs nothing to skip a settled step, nor to do it, and the settling event is no step', () => {
    expect(flow.moves(['identity.known', 'open', 'solve'])).toBe('. open (verify) solve')
    expect(flow.align(['identity.known', 'open', 'solve']).cost).toBe(0)
    expect(flow.align(['open', 'identity.known', 'verify', 'solve']).cost).toBe(0)
  })

  it('does so only from that position on', () => {
    expect(flow.moves(['open', 'solve', 'identity.known'])).toBe('open -verify solve .')
    expect(flow.deviations(['identity.known', 'open', 'solve'])).toEqual([])
  })
})

describe('§10 weights and the empty case', () => {
  it('weighs skipping a step and doing it where it has no place', () => {
    const flow = flowOfYaml('  - {id: a, weight: 5}\n  - {id: b}')
    expect([flow.align(['b']).cost, flow.align(['b']).worst]).toEqual([5, 7])
    expect(flow.align(['a', 'a', 'b']).cost).toBe(5)
    expect(flow.align(['a', 'unknown', 'b']).cost).toBe(1)
  })

  it('is perfect where nothing is asked and nothing was done', () => {
    const found = flowOfYaml('  - optional: [{id: a}]').align([])
    expect([found.worst, found.adherence]).toEqual([0, 1])
  })
})

describe('§11 the canonical optimum and deviations', () => {
  const flow = flowOfYaml('  - {id: a}\n  - {id: b}\n  - {id: c}')

  it('reads `b, a` as b too early', () => {
    expect(flow.moves(['b', 'a', 'c'])).toBe('+b a -b c')
    expect(flow.deviations(['b', 'a', 'c'])).toEqual([
      { kind: 'outOfOrder', label: 1, direction: 'early', moves: [0, 2] },
    ])
  })

  it('tells late, repeated, unforeseen, skipped and replaced', () => {
    expect(flow.deviations(['a', 'c', 'b'])).toEqual([
      { kind: 'outOfOrder', label: 2, direction: 'early', moves: [1, 3] },
    ])
    expect(flow.deviations(['a', 'a', 'b', 'c'])).toEqual([{ kind: 'repeated', label: 0, moves: [1] }])
    expect(flow.deviations(['a', 'x', 'b', 'c'])).toEqual([{ kind: 'unforeseen', moves: [1] }])
    expect(flow.deviations(['a', 'c'])).toEqual([{ kind: 'skipped', label: 1, moves: [1] }])
    expect(flow.deviations(['a', 'x', 'c'])).toEqual([
      { kind: 'unforeseen', moves: [1] },
      { kind: 'skipped', label: 1, replaced: true, moves: [2] },
    ])
  })

  it('skips the fewest critical steps among equal optima', () => {
    const critical = flowOfYaml(
      '  - choice:\n      - {name: one, steps: [{id: a, critical: true}]}\n      - {name: two, steps: [{id: b}]}',
    )
    expect(critical.moves([])).toBe('-b')
  })

  it('takes the best of the orders of events of one time where ties are open, and the order of the file elsewhere', () => {
    const at = (...events: string[]) =>
      events.map((event) => ({ event: event.split('@')[0] ?? '', time: Number(event.split('@')[1]) }))
    const costs = (of: typeof flow, ...events: string[]) =>
      (['file', 'any'] as const).map((ties) => of.align(at(...events), ties).cost)
    expect(flow.align(at('a@1', 'c@2', 'b@2')).worst).toBe(6)
    expect(costs(flow, 'a@1', 'c@2', 'b@2')).toEqual([2, 0])
    expect(flow.moves(at('a@1', 'c@2', 'b@2'), 'any')).toBe('a b c')
    expect(costs(flow, 'c@1', 'a@2', 'b@2')).toEqual([2, 2])
    const known = flowOfYaml('  - {id: open}\n  - {id: verify, satisfied-by: {event: identity.known}}\n  - {id: solve}')
    expect(costs(known, 'open@1', 'solve@2', 'identity.known@2')).toEqual([1, 0])
    expect(known.moves(at('open@1', 'solve@2', 'identity.known@2'), 'any')).toBe('open (verify) solve .')
    const own = flowOfYaml('  - {id: verify, satisfied-by: {event: solve}}\n  - {id: solve}')
    expect(costs(own, 'solve@1')).toEqual([1, 1])
    expect(costs(own, 'solve@1', 'x@1')).toEqual([2, 2])
  })

  it('pairs talk that came too early with the step that was skipped', () => {
    const talk = flowOfYaml('  - {id: verify}\n  - {id: disclose, proof: {says: bill}}', {
      events: TALK,
      lexicons: 'lexicons: {bill: {any: [your bill]}}',
    })
    const events = [says('your bill is 30'), 'verify']
    expect(talk.moves(events)).toBe('?disclose verify -disclose')
    expect(findDeviations(talk.align(events).moves)).toEqual([
      { kind: 'outOfOrder', label: 1, direction: 'early', moves: [0, 2] },
    ])
  })
})

describe('§12 ambient and unknown events', () => {
  const flow = flowOfYaml('  - {id: a}\n  - {id: note, proof: {event: note.taken}}\n  - {id: b}', {
    events: { hold: '{}' },
    catalog: 'ambient: ["note.*", "hold"]',
  })

  it('costs nothing where a pattern names an event that no proof of the flow does', () => {
    expect(flow.moves(['a', 'hold', 'note.taken', 'note.read', 'b'])).toBe('a . note . b')
    expect(flow.align(['a', 'b', 'note.read']).cost).toBe(1)
    expect(flow.align(['a', 'note.taken', 'hold.music', 'b']).cost).toBe(1)
  })
})

describe('§13 open interactions', () => {
  it('grows only, and is what every completion costs at least', () => {
    const flow = flowOfYaml('  - {id: a}\n  - {id: b}\n  - {id: c}')
    expect(
      [[], ['a'], ['a', 'c'], ['a', 'c', 'b'], ['a', 'c', 'b', 'c']].map((events) => flow.prefixCost(events)),
    ).toEqual([0, 0, 1, 1, 1])
  })
})
