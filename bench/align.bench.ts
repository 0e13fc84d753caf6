/**
 * Aligns seeded traces on four flows and prints how many times faster the aligner is than a plain search over the same
 * transition system: sixty lines, one Map a trace, no lazy moves, cost alone. Run: npx tsx bench/align.bench.ts
 */
import { createAligner } from '../src/conformance/align-trace.ts'
import type { LabelledTrace, TraceSymbol } from '../src/conformance/label-trace.ts'
import { compileNet } from '../src/flow/compile-net.ts'
import type { Block, EffectiveFlow, Label } from '../src/flow/effective-flow.ts'
import { createTransitionSystem, type TransitionSystem } from '../src/flow/transition-system.ts'
import { createRandom } from './random.ts'

/** Processor time, which other work on the machine does not disturb. */
const clock = (): number => process.cpuUsage().user / 1000

const nowhere = { line: 1, column: 1, offset: 0 }
const place = { file: 'bench', range: { start: nowhere, end: nowhere }, pointer: '' }

function createFlow(build: (step: () => Block) => Block): EffectiveFlow {
  const labels: Label[] = []
  const root = build(() => {
    const id = `s${labels.length}`
    const proof = { kind: 'match', event: id, ordered: false, place } as const
    const step = { kind: 'step', id, by: [], proof, weight: 1, critical: false, rules: [], source: [], place } as const
    return { kind: 'label', label: labels.push({ kind: 'step', id, step, weight: 1, place }) - 1 }
  })
  return { id: 'bench', root, labels, rules: [], steps: new Map(), ambient: [] }
}

const several = (count: number, block: () => Block): Block[] => Array.from({ length: count }, block)
const sequence = (children: readonly Block[]): Block => ({ kind: 'sequence', children })

const flows: Record<string, { flow: EffectiveFlow; traces: number; length: number }> = {
  'ordinary: 12 steps, a choice, an option, a loop': {
    traces: 100_000,
    length: 10,
    flow: createFlow((step) =>
      sequence([
        ...several(3, step),
        { kind: 'choice', children: [sequence(several(2, step)), step()] },
        { kind: 'optional', child: step() },
        { kind: 'repeat', do: step(), redo: step() },
        ...several(3, step),
      ]),
    ),
  },
  'parallel: 8 children of 2 steps': {
    traces: 5,
    length: 40,
    flow: createFlow((step) => ({ kind: 'parallel', children: several(8, () => sequence(several(2, step))) })),
  },
  'any-order: 8 optional children of 2 steps': {
    traces: 20,
    length: 40,
    flow: createFlow((step) => ({
      kind: 'any-order',
      children: several(8, (): Block => ({ kind: 'optional', child: sequence(several(2, step)) })),
    })),
  },
  'some: 6 children in a loop': {
    traces: 200,
    length: 20,
    flow: createFlow((step) => ({
      kind: 'repeat',
      do: { kind: 'some', children: several(6, step) },
      redo: sequence([]),
    })),
  },
}

/** Runs of the flow with every sixth event dropped, moved, doubled or unknown. */
function createTraces(system: TransitionSystem, count: number, length: number, seed: number): LabelledTrace[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => {
    const symbols: TraceSymbol[] = []
    let marking = system.initial
    while (symbols.length < length) {
      const { labels, targets } = system.successors(marking)
      const at = random(Math.max(1, labels.length))
      const label = labels[at]
      if (label === undefined || (system.accepts(marking) && random(3) === 0)) {
        if (length < 20) break
        marking = system.initial
        continue
      }
      marking = targets[at] ?? marking
      const fate = random(24)
      if (fate > 0) symbols.push({ kind: 'act', labels: fate === 1 ? [] : [label] })
      if (fate === 2) symbols.push({ kind: 'act', labels: [label] })
      if (fate === 3) symbols.unshift({ kind: 'act', labels: [label] })
    }
    const key = symbols.map(({ labels }) => labels.join()).join(';')
    return { symbols, events: symbols.map((_, index) => index), settled: [], ambient: [], talk: [], key }
  })
}

/** The plain search: Dijkstra with buckets over (marking, position). */
function plainCost(system: TransitionSystem, symbols: readonly TraceSymbol[]): number {
  const width = symbols.length + 1
  const costs = new Map<number, number>()
  const buckets: number[][] = []
  const reach = (marking: number, position: number, cost: number): void => {
    const state = marking * width + position
    if ((costs.get(state) ?? Infinity) <= cost) return
    costs.set(state, cost)
    ;(buckets[cost] ??= []).push(state)
  }
  reach(system.initial, 0, 0)
  for (let cost = 0; ; cost++) {
    const bucket = buckets[cost] ?? []
    for (let state = bucket.pop(); state !== undefined; state = bucket.pop()) {
      if (costs.get(state) !== cost) continue
      const [marking, position] = [Math.floor(state / width), state % width]
      const symbol = symbols[position]
      if (symbol === undefined && system.accepts(marking)) return cost
      const { labels, targets } = system.successors(marking)
      labels.forEach((label, at) => {
        const target = targets[at] ?? marking
        if (symbol?.labels.includes(label) === true) reach(target, position + 1, cost)
        reach(target, position, cost + 1)
      })
      if (symbol !== undefined) reach(marking, position + 1, cost + 1)
    }
  }
}

for (const [name, { flow, traces: count, length }] of Object.entries(flows)) {
  const system = createTransitionSystem(compileNet(flow.root))
  const traces = createTraces(system, count, length, 7)
  const variants = new Map(traces.map((trace) => [trace.key, trace]))

  const started = clock()
  const aligner = createAligner(flow)
  let cost = 0
  for (const trace of traces) {
    const found = aligner.align(trace)
    cost += found.optimal ? found.cost : NaN
  }
  const own = clock() - started

  const plainStarted = clock()
  const known = new Map<string, number>()
  for (const [key, { symbols }] of variants) known.set(key, plainCost(system, symbols))
  const plain = clock() - plainStarted
  const plainSum = traces.reduce((sum, { key }) => sum + (known.get(key) ?? NaN), 0)

  console.log(name)
  console.log(
    `  ${count} traces, ${variants.size} variants, ${system.size()} markings, cost ${cost}, agrees: ${cost === plainSum}`,
  )
  console.log(`  alignments with moves ${own.toFixed(0)} ms, plain search of costs alone ${plain.toFixed(0)} ms`)
  console.log(`  ratio ${(plain / own).toFixed(2)}`)
}
