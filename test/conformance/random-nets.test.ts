import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createAligner } from '../../src/conformance/align-trace.ts'
import { labelTrace } from '../../src/conformance/label-trace.ts'
import type { Block, EffectiveFlow, Label } from '../../src/flow/effective-flow.ts'
import { stepOf } from '../support/random-flow.ts'
import { makeProof } from '../support/make-map.ts'
import { somewhere } from '../support/place.ts'
import { matcherOf } from '../support/plain-matcher.ts'
import { root } from '../support/run-cli.ts'

const file = resolve(
  process.env['TOUCHMAP_DATA'] ?? resolve(root, '../shared/data'),
  'conformance/expected/random-nets.json.gz',
)
const present = existsSync(file)

interface Model {
  readonly id: number
  readonly tree: string
  readonly empty_cost: number
  readonly traces: readonly { readonly trace: readonly string[]; readonly cost: number }[]
}

/** A process tree such as `->( 'a', X( 'b', tau ), *( 'c', 'd' ) )` as blocks. */
function readTree(text: string): EffectiveFlow {
  const tokens = text.match(/->|[X+*]|'[^']*'|tau|[(),]/g) ?? []
  const labels: Label[] = []
  let at = 0
  const read = (): Block => {
    const token = tokens[at++] ?? ''
    if (token === 'tau') return { kind: 'sequence', children: [] }
    if (token.startsWith("'")) {
      const step = stepOf(`s${labels.length}`, { proof: makeProof(token.slice(1, -1)) })
      return { kind: 'label', label: labels.push({ kind: 'step', id: step.id, step, weight: 1, place: somewhere }) - 1 }
    }
    const children: Block[] = []
    for (at++; ; at++) {
      children.push(read())
      if (tokens[at] === ')') break
    }
    at++
    if (token === '*') {
      const [body = children[0]!, redo = children[0]!] = children
      expect(children).toHaveLength(2)
      return { kind: 'repeat', do: body, redo }
    }
    const kind = token === '->' ? 'sequence' : token === 'X' ? 'choice' : 'parallel'
    return { kind, children }
  }
  const tree = read()
  return { id: 'flow', root: tree, labels, rules: [], steps: new Map(), ambient: [] }
}

describe.skipIf(!present)(`random nets${present ? '' : ` (skipped: no ${file}; set TOUCHMAP_DATA)`}`, () => {
  it('costs what an exhaustive search found, on every trace of every model', () => {
    const models = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as readonly Model[]
    expect(models).toHaveLength(150)
    for (const { id, tree, empty_cost: emptyCost, traces } of models) {
      const flow = readTree(tree)
      const aligner = createAligner(flow)
      for (const { trace, cost } of [{ trace: [], cost: emptyCost }, ...traces]) {
        const found = aligner.align(labelTrace(flow, matcherOf(trace)))
        expect([id, trace, found.optimal && found.cost]).toEqual([id, trace, cost])
      }
    }
  })
})
