import { createAligner } from '../../src/conformance/align-trace.ts'
import type { Alignment, Deviation, Move } from '../../src/conformance/alignment.ts'
import { findDeviations } from '../../src/conformance/deviations.ts'
import { type LabelledTrace, labelTrace } from '../../src/conformance/label-trace.ts'
import type { EffectiveFlow } from '../../src/flow/effective-flow.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { createMemorySource } from '../../src/io/files.ts'
import { loadMap } from '../../src/load/load-map.ts'
import { createMatcher } from '../../src/match/create-matcher.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import { type EventParts, makeInteraction } from './make-interaction.ts'

type Events = readonly (string | EventParts)[]

/** A flow of a map written in YAML, ready to be held against events. */
export interface TestFlow {
  readonly map: ProcessMap
  readonly flow: EffectiveFlow
  label(events: Events, ties?: 'file' | 'any'): LabelledTrace
  /** The optimum, which must be found. */
  align(events: Events, ties?: 'file' | 'any'): Extract<Alignment, { optimal: true }>
  /** The moves in short: `guide` done, `+name` a log move, `-step` skipped, `(step)` settled, `?labels` talk, `.` ambient. */
  moves(events: Events, ties?: 'file' | 'any'): string
  deviations(events: Events): readonly Deviation[]
  prefixCost(events: Events): number
}

const BASE = `
catalog: true
businesses: {plan: {class: acceptance, name: Plan, code: P}}
channels: {voice: {name: Voice, code: V}}
brands: {gotone: {name: GoTone, code: G}}
roles: {customer: {name: Customer}, agent: {name: Agent, rank: 1}, shift-supervisor: {name: Supervisor, rank: 2}}
`

/**
 * Loads the flow `main` from YAML: `steps` is the text under that key, or a whole flow file that begins with `flow:`.
 * Events that a text names are declared; `events` says more of some, `catalog` and `lexicons` add to the test map.
 */
export function flowOfYaml(
  steps: string,
  {
    events = {},
    catalog = '',
    lexicons = '',
    flows = [],
  }: { events?: Record<string, string>; catalog?: string; lexicons?: string; flows?: readonly string[] } = {},
): TestFlow {
  const named = [steps, ...flows].flatMap((text) =>
    [...text.matchAll(/\b(?:event|id): ([\w.-]+)/g)].map(([, name]) => name),
  )
  const types = [...new Set([...named, ...Object.keys(events)])].map(
    (name) => `  ${name}: ${events[name ?? ''] ?? '{}'}`,
  )
  const files = Object.fromEntries(flows.map((text, index) => [`flows/${index}.yaml`, text]))
  const { map, diagnostics } = loadMap(
    createMemorySource({
      'touchmap.yaml':
        'map: test\nname: Test\nversion: "1"\ntimezone: Asia/Shanghai\neffective: {from: 2026-01-01}\ncode: "{channel}-{business}"\ninclude: ["*.yaml", "flows/*.yaml"]\n',
      'catalog.yaml': `${BASE}events:\n${types.join('\n')}\n${catalog}\n`,
      'touchpoints.yaml': 'touchpoints: [{business: plan, channel: voice, brand: gotone, flow: main}]\n',
      'lexicons.yaml': `lexicons: {greeting: {any: [hello]}}\n`,
      ...(lexicons === '' ? {} : { 'words.yaml': lexicons }),
      'flows/main.yaml': steps.trimStart().startsWith('flow:') ? steps : `flow: main\nname: Main\nsteps:\n${steps}\n`,
      ...files,
    }),
  )
  if (map === undefined) throw new Error(diagnostics.map((one) => `${one.place.file}: ${one.message.en}`).join('\n'))
  const flow = expandFlow(map, 'main')
  const aligner = createAligner(flow)
  const label = (events: Events, ties: 'file' | 'any' = 'file'): LabelledTrace =>
    labelTrace(flow, createMatcher(makeInteraction(events), map), ties)
  const align = (events: Events, ties?: 'file' | 'any'): Extract<Alignment, { optimal: true }> => {
    const found = aligner.align(label(events, ties))
    if (!found.optimal) throw new Error(found.reason.en)
    return found
  }
  const nameOf = (label: number): string => flow.labels[label]?.id ?? '?'
  const show = (move: Move, events: Events): string => {
    if (move.type === 'sync') return nameOf(move.label)
    if (move.type === 'model')
      return move.satisfiedBy === undefined ? `-${nameOf(move.label)}` : `(${nameOf(move.label)})`
    if (move.type === 'offer') return `?${move.labels.map(nameOf).join('|')}`
    if (move.type === 'ambient') return '.'
    const event = events[move.event]
    return `+${typeof event === 'string' ? event : event?.event}`
  }
  return {
    map,
    flow,
    label,
    align,
    moves: (events, ties) =>
      align(events, ties)
        .moves.map((move) => show(move, events))
        .join(' '),
    deviations: (events) => findDeviations(align(events).moves),
    prefixCost(events) {
      const prefix = aligner.prefixCost(label(events))
      if (!prefix.optimal) throw new Error('over the budget')
      return prefix.cost
    },
  }
}
