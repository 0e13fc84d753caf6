import { describe, expect, it } from 'vitest'
import { createSystemParts, type PlainNet } from '../../src/flow/sequential-parts.ts'

/** So many pairs of concurrent steps, one pair after another: places 5i … 5i + 4 and the last. */
function pairs(count: number): PlainNet {
  const transitions = Array.from({ length: count }, (_, at) => {
    const [first, left, right, leftOver, rightOver] = [0, 1, 2, 3, 4].map((place) => at * 5 + place) as [
      number,
      number,
      number,
      number,
      number,
    ]
    return [
      { consume: [first], produce: [left, right] },
      { label: 2 * at, consume: [left], produce: [leftOver] },
      { label: 2 * at + 1, consume: [right], produce: [rightOver] },
      { consume: [leftOver, rightOver], produce: [first + 5] },
    ]
  }).flat()
  return { places: count * 5 + 1, transitions, initial: [0], finals: [[count * 5]] }
}

describe('createSystemParts', () => {
  it('finds few parts that have all visible transitions, in nets of any length', () => {
    for (const count of [1, 3, 5000]) {
      const { parts } = createSystemParts(pairs(count), () => false)
      expect(parts.map(({ places }) => places.length)).toEqual([3 * count + 1, 3 * count + 1])
      const labels = parts.flatMap(({ moves }) => moves.flatMap(({ label }) => (label < 0 ? [] : [label])))
      expect(labels.sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * count }, (_, label) => label))
    }
  })

  it('gives the place of the token, by its number in the part', () => {
    const { parts, placeIn } = createSystemParts(pairs(1), (marking, place) => place === marking)
    // Places 0, 1, 3, 5 and 0, 2, 4, 5.
    expect(parts.map(({ places }) => places)).toEqual([
      [0, 1, 3, 5],
      [0, 2, 4, 5],
    ])
    expect([0, 1, 2, 3, 4, 5].map((marking) => placeIn(marking, 1))).toEqual([0, -1, 1, -1, 2, 3])
  })

  it('tries other choices where the first does not lead to the end', () => {
    // Behind the first transition one way goes on to the end; the other is left with its token.
    const { parts } = createSystemParts(
      {
        places: 4,
        transitions: [
          { label: 0, consume: [0], produce: [2, 1] },
          { label: 1, consume: [1], produce: [3] },
          { label: 2, consume: [2], produce: [] },
        ],
        initial: [0],
        finals: [[3]],
      },
      () => false,
    )
    expect(parts.map(({ places }) => places)).toEqual([[0, 1, 3]])
  })
})
