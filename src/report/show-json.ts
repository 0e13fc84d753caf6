import type { Place } from '../diagnostic/diagnostic.ts'
import type { Block, EffectiveFlow } from '../flow/effective-flow.ts'
import type { Target } from '../model/rule.ts'
import type { ShowResult } from './show-pretty.ts'

type Source = { readonly file: string; readonly line: number; readonly column: number }

/** The effective flow as data: steps, the block tree with ids for labels, rules; each with the place it is written at. */
export function showFlowAsJson({ map, flow, effective, cell }: ShowResult): string {
  const steps = [...effective.steps].map(([id, { step }]) => ({
    id,
    ...(step.name ? { name: step.name } : {}),
    ...(step.does ? { does: step.does } : {}),
    by: step.by,
    weight: step.weight,
    critical: step.critical,
    source: sourceOf(step.place),
  }))
  const rules = effective.rules.map((rule) => {
    const { kind } = rule.spec
    const on = 'on' in rule.spec ? rule.spec.on : undefined
    return {
      id: rule.id,
      kind,
      ...(on === undefined ? {} : { on: targetName(on) }),
      ...(rule.title ? { title: rule.title } : {}),
      critical: rule.critical,
      severity: rule.severity,
      source: sourceOf(rule.place),
    }
  })
  const report = {
    map: { id: map.id, version: map.version, effective: map.effective },
    ...(cell
      ? {
          touchpoint: {
            code: cell.code,
            ...cell.at,
            ...(cell.row?.goal ? { goal: cell.row.goal } : {}),
            ...(cell.row ? { source: sourceOf(cell.row.place) } : {}),
          },
        }
      : {}),
    flow: { id: flow.id, name: flow.name, family: flow.family, elements: flow.elements, source: sourceOf(flow.place) },
    steps,
    structure: describeBlock(effective.root, effective),
    rules,
    ambient: effective.ambient,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

/** The block tree with `{step: id}`, `{decision: id}` and `{interrupt: id}` at its leaves. */
function describeBlock(block: Block, flow: EffectiveFlow): unknown {
  const inside = (child: Block) => describeBlock(child, flow)
  const label = (index: number) => {
    const found = flow.labels[index]
    return found ? { [found.kind]: found.id } : {}
  }
  const bound = (max: number | undefined) => (max === undefined ? {} : { max })
  switch (block.kind) {
    case 'label':
      return label(block.label)
    case 'optional':
      return { optional: inside(block.child) }
    case 'repeat':
      return { repeat: { do: inside(block.do), redo: inside(block.redo), ...bound(block.max) } }
    case 'scope':
      return {
        scope: {
          do: inside(block.child),
          ofFlow: block.flow,
          interrupts: block.interrupts.map((interrupt) => ({
            when: label(interrupt.label),
            do: inside(interrupt.handler),
            then: interrupt.then,
            ...bound(interrupt.max),
          })),
          anywhere: block.anywhere.map((each) => ({ ...label(each.label), min: each.min, ...bound(each.max) })),
        },
      }
    default:
      return { [block.kind]: block.children.map(inside) }
  }
}

function targetName(target: Target): string {
  if (target.kind === 'step') return target.step
  return target.proof.kind === 'match' ? (target.proof.event ?? '') : ''
}

function sourceOf(place: Place): Source {
  return { file: place.file, line: place.range.start.line, column: place.range.start.column }
}
