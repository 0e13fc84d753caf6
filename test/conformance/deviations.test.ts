import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Move } from '../../src/conformance/alignment.ts'
import { findDeviations } from '../../src/conformance/deviations.ts'

const label = fc.integer({ min: 0, max: 3 })
const labels = fc.uniqueArray(label, { maxLength: 2 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ type: fc.constant('sync' as const), event: fc.nat(9), label }),
  fc.record({ type: fc.constant('log' as const), event: fc.nat(9), labels }),
  fc.record({ type: fc.constant('model' as const), label }),
  fc.record({ type: fc.constant('model' as const), label, satisfiedBy: fc.nat(9) }),
  fc.record({ type: fc.constant('offer' as const), event: fc.nat(9), labels }),
  fc.record({ type: fc.constant('ambient' as const), event: fc.nat(9) }),
)

describe('findDeviations', () => {
  it('puts each log move and each costly model move into exactly one deviation, and nothing else but paired offers', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const deviations = findDeviations(moves)
        const counts = moves.map((_, at) => deviations.filter((one) => one.moves.includes(at)).length)
        moves.forEach((one, at) => {
          if (one.type === 'log' || (one.type === 'model' && one.satisfiedBy === undefined)) expect(counts[at]).toBe(1)
          else if (one.type === 'offer') expect(counts[at]).toBeLessThanOrEqual(one.labels.length)
          else expect(counts[at]).toBe(0)
        })
        for (const { kind, moves: of } of deviations) expect(of).toHaveLength(kind === 'outOfOrder' ? 2 : 1)
      }),
    )
  })

  it('leaves no step both skipped and unforeseen', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const deviations = findDeviations(moves)
        const skipped = deviations.flatMap((one) => (one.kind === 'skipped' ? [one.label] : []))
        const alone = deviations.filter(({ kind }) => kind === 'unforeseen' || kind === 'repeated')
        for (const { moves: of } of alone) {
          const [one] = of.map((at) => moves[at]!)
          if (one?.type === 'log') expect(one.labels.filter((could) => skipped.includes(could))).toEqual([])
        }
      }),
    )
  })

  it('pairs the nearest, and leaves what is set aside out of the distance', () => {
    const moves: Move[] = [
      { type: 'log', event: 0, labels: [0] },
      { type: 'sync', event: 1, label: 1 },
      { type: 'model', label: 0 },
      { type: 'ambient', event: 2 },
      { type: 'ambient', event: 3 },
      { type: 'log', event: 4, labels: [0] },
    ]
    expect(findDeviations(moves)).toEqual([
      { kind: 'unforeseen', label: 0, moves: [0] },
      { kind: 'outOfOrder', label: 0, direction: 'late', moves: [2, 5] },
    ])
  })

  it('lets one utterance be early for two steps', () => {
    const moves: Move[] = [
      { type: 'offer', event: 0, labels: [1, 2] },
      { type: 'sync', event: 1, label: 0 },
      { type: 'model', label: 1 },
      { type: 'model', label: 2 },
    ]
    expect(findDeviations(moves).map(({ kind, moves: of }) => [kind, of])).toEqual([
      ['outOfOrder', [0, 2]],
      ['outOfOrder', [0, 3]],
    ])
  })
})
