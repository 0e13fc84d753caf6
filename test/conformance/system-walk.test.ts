import { describe, expect, it } from 'vitest'
import { createSystemWalk } from '../../src/conformance/system-walk.ts'
import { compileNet } from '../../src/flow/compile-net.ts'
import type { Block } from '../../src/flow/effective-flow.ts'
import { createTransitionSystem } from '../../src/flow/transition-system.ts'

/** Concurrent steps that all have one label: behind half of them runs may have come to as many markings as there are halves. */
function alike(width: number): Block {
  return { kind: 'parallel', children: Array.from({ length: width }, (): Block => ({ kind: 'label', label: 0 })) }
}

const word = (length: number): number[] => Array.from({ length }, () => 0)

describe('createSystemWalk', () => {
  it('says whether words fit as long as runs are few enough to be told apart', () => {
    const fits = createSystemWalk(createTransitionSystem(compileNet(alike(12))))
    expect([0, 6, 11, 12, 13].map((length) => fits(word(length)))).toEqual([false, false, false, true, false])
  })

  it('does not know where there are thousands of them, and holds no more', () => {
    const fits = createSystemWalk(createTransitionSystem(compileNet(alike(16))))
    expect(fits(word(3))).toBe(false)
    expect(fits(word(16))).toBeUndefined()
    expect(fits(word(4))).toBe(false)
  })
})
