import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileNet } from '../../src/flow/compile-net.ts'
import type { Net } from '../../src/flow/net.ts'
import { createTransitionSystem } from '../../src/flow/transition-system.ts'
import { languageOf, letter } from '../support/block-language.ts'
import { arbitraryShape, flowOf, sizeOf } from '../support/random-flow.ts'

const MOST = 5

/** The words of a net up to a length, through its transition system. */
function wordsOf(net: Net, most: number): Set<string> {
  const system = createTransitionSystem(net)
  const words = new Set<string>()
  let layer = new Map<string, Set<number>>([['', new Set([system.initial])]])
  for (let length = 0; length <= most; length++) {
    const next = new Map<string, Set<number>>()
    for (const [word, markings] of layer) {
      for (const marking of markings) {
        if (system.accepts(marking)) words.add(word)
        const { labels, targets } = system.successors(marking)
        labels.forEach((label, at) => {
          const longer = word + letter(label)
          next.set(longer, (next.get(longer) ?? new Set()).add(targets[at]!))
        })
      }
    }
    layer = next
  }
  return words
}

/** All reachable markings by plain token play, with what each transition does; undefined when there are too many. */
function play(net: Net, limit = 4000) {
  const key = (marked: Set<number>): string => [...marked].sort((a, b) => a - b).join()
  const start = new Set(net.initial)
  const seen = new Map<string, { marked: Set<number>; next: string[] }>([[key(start), { marked: start, next: [] }]])
  const queue = [start]
  const fired = new Set<number>()
  let safe = true
  for (let marked = queue.pop(); marked !== undefined; marked = queue.pop()) {
    for (const [index, { consume, produce, reset }] of net.transitions.entries()) {
      if (!consume.every((place) => marked.has(place))) continue
      fired.add(index)
      const after = new Set(marked)
      for (const place of [...consume, ...reset]) after.delete(place)
      for (const place of produce) {
        if (after.has(place)) safe = false
        after.add(place)
      }
      seen.get(key(marked))!.next.push(key(after))
      if (!seen.has(key(after))) {
        seen.set(key(after), { marked: after, next: [] })
        queue.push(after)
        if (seen.size > limit) return undefined
      }
    }
  }
  // Backwards from the end: every marking must be able to finish.
  const back = new Map<string, string[]>()
  for (const [from, { next }] of seen) for (const to of next) back.set(to, [...(back.get(to) ?? []), from])
  const finishing = new Set([key(new Set(net.final))])
  for (const one of finishing) for (const before of back.get(one) ?? []) finishing.add(before)
  const proper = [...seen.values()].every(
    ({ marked }) => !net.final.every((place) => marked.has(place)) || marked.size === net.final.length,
  )
  return { safe, dead: net.transitions.length - fired.size, stuck: seen.size - finishing.size, proper }
}

const shapes = arbitraryShape({ interrupts: true, loops: true, weights: false }).filter((shape) => sizeOf(shape) <= 8)

describe('compileNet', () => {
  it('has the language of the block tree, interrupts, counters and empty sequences included', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { root } = flowOf(shape)
        const expected = [...languageOf(root, MOST).full].sort()
        expect([...wordsOf(compileNet(root), MOST)].sort()).toEqual(expected)
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    )
  })

  it('may leave a round of a loop silently though its steps could still be done', () => {
    const step = { kind: 'step' } as const
    const nothing = { kind: 'sequence', of: [] } as const
    const [b, ac] = [step, { kind: 'sequence', of: [step, step] } as const]
    const branches = [nothing, ac].map((shape) => ({ decision: false, shape }))
    const body = {
      kind: 'parallel',
      of: [
        { kind: 'choice', of: branches },
        { kind: 'optional', of: b },
      ],
    } as const
    const { root } = flowOf({ kind: 'repeat', do: body, redo: nothing, max: undefined })
    const [a, c, other] = [letter(0), letter(1), letter(2)]
    // b belongs to the first round; then a second round, in which b comes between a and c.
    expect(wordsOf(compileNet(root), 4)).toContain(other + a + other + c)
    expect([...wordsOf(compileNet(root), 5)].sort()).toEqual([...languageOf(root, 5).full].sort())
  })

  it('is 1-safe, can always finish properly, and has no dead transition', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const checked = play(compileNet(flowOf(shape).root))
        fc.pre(checked !== undefined)
        expect(checked).toEqual({ safe: true, dead: 0, stuck: 0, proper: true })
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    )
  })
})
