import { evaluateRule } from '../../src/compliance/evaluate-rules.ts'
import { prepareRule } from '../../src/compliance/prepare-rules.ts'
import type { Judgement, RuleContext, RuleResult } from '../../src/compliance/rule-kind.ts'
import type { EffectiveFlow } from '../../src/flow/effective-flow.ts'
import type { Interaction } from '../../src/log/event.ts'
import { createMatcher } from '../../src/match/create-matcher.ts'
import type { Proof, Step } from '../../src/model/flow.ts'
import type { ProcessMap } from '../../src/model/map.ts'
import type { Rule, RuleSpec, Target } from '../../src/model/rule.ts'
import { type EventParts, makeInteraction } from './make-interaction.ts'
import { makeMap, makeProof } from './make-map.ts'
import { somewhere } from './place.ts'

export function makeRule(spec: RuleSpec, parts: Partial<Rule> = {}): Rule {
  return {
    id: 'rule',
    spec,
    critical: false,
    severity: 'error',
    speaker: [],
    scope: 'interaction',
    source: [],
    place: somewhere,
    ...parts,
  }
}

/** A flow of steps in sequence, each proved by the event of its name or by the proof given. */
export function makeFlow(
  steps: Readonly<Record<string, Proof | null>> = {},
  rules: readonly Rule[] = [],
): EffectiveFlow {
  const made = Object.entries(steps).map(([id, proof], label) => {
    const step: Step = {
      kind: 'step',
      id,
      by: [],
      proof: proof ?? makeProof(id),
      weight: 1,
      critical: false,
      rules: [],
      source: [],
      place: somewhere,
    }
    return { id, step, label }
  })
  return {
    id: 'flow',
    root: { kind: 'sequence', children: made.map(({ label }) => ({ kind: 'label', label })) },
    labels: made.map(({ id, step }) => ({ kind: 'step', id, step, weight: 1, place: somewhere })),
    rules,
    steps: new Map(made.map(({ id, step, label }) => [id, { step, label }])),
    ambient: [],
  }
}

/** An event by name, or any proof. */
export function onEvent(proof: string | Proof): Target {
  return { kind: 'proof', proof: typeof proof === 'string' ? makeProof(proof) : proof, place: somewhere }
}

export function onStep(step: string): Target {
  return { kind: 'step', step, place: somewhere }
}

export interface Setting {
  readonly map?: ProcessMap
  readonly flow?: EffectiveFlow
  readonly asOf?: number
  readonly open?: boolean
  readonly ties?: 'file' | 'any'
  readonly interaction?: Partial<Omit<Interaction, 'events'>>
}

export function makeContext(events: readonly (string | EventParts)[], setting: Setting = {}): RuleContext {
  const times = events.flatMap((event) => (typeof event === 'string' ? [] : (event.time ?? [])))
  const asOf = setting.asOf ?? (times.length > 0 ? Math.max(...times) : undefined)
  return {
    matcher: createMatcher(makeInteraction(events, setting.interaction), setting.map ?? makeMap()),
    flow: setting.flow ?? makeFlow(),
    ended: setting.open !== true,
    ...(asOf === undefined ? {} : { asOf }),
    ...(setting.ties === undefined ? {} : { ties: setting.ties }),
  }
}

/** A result with its reason made, so that whole results can be compared. */
export type JudgedRule = Omit<RuleResult, 'reason'> & { readonly reason: ReturnType<Judgement['reason']> }

/** Judges one rule; `--as-of` is the last time unless given, and the interaction has ended unless `open`. */
export function judge(rule: Rule, events: readonly (string | EventParts)[], setting: Setting = {}): JudgedRule {
  const context = makeContext(events, setting)
  const result = evaluateRule(prepareRule(rule, context.flow, context.matcher.map), context)
  return { ...result, reason: result.reason() }
}

/** `event@seconds`, as in `offer@0 answer@12.5`; without `@` no time. */
export function parseEvents(text: string): EventParts[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [event = '', seconds] = word.split('@')
      return seconds === undefined ? { event } : { event, time: Math.round(Number(seconds) * 1000) }
    })
}
