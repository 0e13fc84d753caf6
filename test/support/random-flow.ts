import * as fc from 'fast-check'
import type { Block, BlockInterrupt, EffectiveFlow, Label } from '../../src/flow/effective-flow.ts'
import type { Step } from '../../src/model/flow.ts'
import { makeProof } from './make-map.ts'
import { somewhere } from './place.ts'

export function stepOf(id: string, extra: Partial<Step> = {}): Step {
  const step = { kind: 'step', id, by: [], proof: makeProof(id), weight: 1, critical: false } as const
  return { ...step, rules: [], source: [], place: somewhere, ...extra }
}

/** A block tree before its labels are numbered. */
export type Shape =
  | { readonly kind: 'step'; readonly weight?: number; readonly critical?: boolean }
  | { readonly kind: 'sequence' | 'parallel' | 'any-order' | 'some'; readonly of: readonly Shape[] }
  | { readonly kind: 'choice'; readonly of: readonly { readonly decision: boolean; readonly shape: Shape }[] }
  | { readonly kind: 'optional'; readonly of: Shape }
  | { readonly kind: 'repeat'; readonly do: Shape; readonly redo: Shape; readonly max: number | undefined }
  | {
      readonly kind: 'scope'
      readonly of: Shape
      readonly flow: boolean
      readonly anywhere: readonly { readonly min: number; readonly max: number | undefined }[]
      readonly interrupts: readonly {
        readonly then: 'end' | 'leave' | 'resume'
        readonly max: number | undefined
        readonly handler: Shape
      }[]
    }

/** Numbers the labels of a shape in file order: steps `s0`, decisions `d1`, interrupts `i2`, … */
export function flowOf(shape: Shape): EffectiveFlow {
  const labels: Label[] = []
  const add = (kind: Label['kind'], extra: Partial<Step> = {}): number => {
    const id = `${kind.charAt(0)}${labels.length}`
    if (kind !== 'step') return labels.push({ kind, id, proof: makeProof(id), place: somewhere }) - 1
    const step = stepOf(id, extra)
    return labels.push({ kind, id, step, weight: step.weight, place: somewhere }) - 1
  }
  const build = (of: Shape): Block => {
    switch (of.kind) {
      case 'step':
        return { kind: 'label', label: add('step', { weight: of.weight ?? 1, critical: of.critical ?? false }) }
      case 'optional':
        return { kind: 'optional', child: build(of.of) }
      case 'choice':
        return {
          kind: 'choice',
          children: of.of.map(({ decision, shape }) =>
            decision
              ? { kind: 'sequence', children: [{ kind: 'label', label: add('decision') }, build(shape)] }
              : build(shape),
          ),
        }
      case 'repeat':
        return {
          kind: 'repeat',
          do: build(of.do),
          redo: build(of.redo),
          ...(of.max === undefined ? {} : { max: of.max }),
        }
      case 'scope': {
        const child = build(of.of)
        const interrupts = of.interrupts.map(({ then, max, handler }): BlockInterrupt => {
          const label = add('interrupt')
          return { label, handler: build(handler), then, ...(max === undefined ? {} : { max }) }
        })
        const anywhere = of.anywhere.map(({ min, max }) => ({
          label: add('step'),
          min,
          ...(max === undefined ? {} : { max }),
        }))
        return { kind: 'scope', child, interrupts, anywhere, flow: of.flow }
      }
      default:
        return { kind: of.kind, children: of.of.map(build) }
    }
  }
  const root = build(shape)
  const steps = new Map(
    labels.flatMap((label, at) =>
      label.kind === 'step' ? [[label.id, { step: label.step, label: at }] as const] : [],
    ),
  )
  return { id: 'flow', root, labels, rules: [], steps, ambient: [] }
}

export interface ShapeLimits {
  readonly interrupts: boolean
  readonly loops: boolean
  readonly weights: boolean
  readonly depth?: number
}

/** Random small block trees, the root being the scope of a flow. */
export function arbitraryShape({ interrupts, loops, weights, depth = 3 }: ShapeLimits): fc.Arbitrary<Shape> {
  const max = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined })
  const { root } = fc.letrec<{ shape: Shape; leaf: Shape; root: Shape; scope: Shape }>((tie) => {
    const few = (least: number): fc.Arbitrary<Shape[]> => fc.array(tie('shape'), { minLength: least, maxLength: 3 })
    const scope = (flow: fc.Arbitrary<boolean>): fc.Arbitrary<Shape> =>
      fc.record({
        kind: fc.constant('scope' as const),
        of: tie('shape'),
        flow,
        anywhere: loops
          ? fc.array(fc.record({ min: fc.integer({ min: 0, max: 1 }), max: fc.constantFrom(undefined, 1, 2) }), {
              maxLength: 1,
            })
          : fc.constant([]),
        interrupts: interrupts
          ? fc.array(
              fc.record({
                then: fc.constantFrom('end' as const, 'leave' as const, 'resume' as const),
                max: fc.constantFrom(undefined, 1, 2),
                handler: fc.oneof(fc.constant<Shape>({ kind: 'sequence', of: [] }), tie('leaf'), tie('shape')),
              }),
              { maxLength: 2 },
            )
          : fc.constant([]),
      })
    return {
      leaf: weights
        ? fc.record({
            kind: fc.constant('step' as const),
            weight: fc.integer({ min: 1, max: 3 }),
            critical: fc.boolean(),
          })
        : fc.constant<Shape>({ kind: 'step' }),
      shape: fc.oneof(
        { maxDepth: depth, depthSize: 'small', withCrossShrink: true },
        tie('leaf'),
        fc.record({ kind: fc.constant('sequence' as const), of: few(0) }),
        fc.record({
          kind: fc.constantFrom('parallel' as const, 'any-order' as const, 'some' as const),
          of: few(1),
        }),
        fc.record({
          kind: fc.constant('choice' as const),
          of: fc.array(fc.record({ decision: fc.boolean(), shape: tie('shape') }), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant('optional' as const), of: tie('shape') }),
        ...(loops
          ? [fc.record({ kind: fc.constant('repeat' as const), do: tie('shape'), redo: tie('shape'), max })]
          : []),
        scope(fc.boolean()),
      ),
      scope: scope(fc.constant(true)),
      root: tie('scope'),
    }
  })
  return root
}

/** How many labels a shape has. */
export function sizeOf(shape: Shape): number {
  return flowOf(shape).labels.length
}
