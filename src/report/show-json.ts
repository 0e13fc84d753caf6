import type { Place } from '../diagnostic/diagnostic.ts'
import type { Block, EffectiveFlow } from '../flow/effective-flow.ts'
import type { Rule, Target } from '../model/rule.ts'
import { flowHistoryAsJson } from './flow-history.ts'
import type { ShowResult } from './show-pretty.ts'

type Source = { readonly file: string; readonly line: number; readonly column: number }

/**
 * The effective flow as data: steps, the block tree with ids for labels, rules; each with the place it is written at.
 * `history`: versions, review, walk-throughs. `all`: also what it is made from, the rules of the whole map, the channel's standard.
 */
export function showFlowAsJson(result: ShowResult, all = false): string {
  const { map, flow, effective, cell, history } = result
  const steps = [...effective.steps].map(([id, { step }]) => ({
    id,
    ...(step.name ? { name: step.name } : {}),
    ...(step.does ? { does: step.does } : {}),
    by: step.by,
    weight: step.weight,
    critical: step.critical,
    source: sourceOf(step.place),
  }))
  const channel = map.catalog.axes.channel.get(cell?.at.channel ?? '')
  const describeRule = (rule: Rule) => {
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
  }
  const rules = effective.rules.map(describeRule)
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
    ...(history ? { history: flowHistoryAsJson(result, history) } : {}),
    ...(all
      ? {
          extends: (flow.derivation?.bases ?? []).map((base) => ({ flow: base.flow, source: sourceOf(base.place) })),
          changes: (flow.derivation?.changes ?? []).map(({ place, ...change }) => ({
            ...change,
            source: sourceOf(place),
          })),
          parts: Object.fromEntries([...(flow.parts ?? [])].map(([key, place]) => [key, sourceOf(place)])),
          interrupts: effective.labels.flatMap((label) =>
            label.kind === 'interrupt' ? [{ id: label.id, source: sourceOf(label.place) }] : [],
          ),
          mapRules: map.rules.map(describeRule),
          ...(channel?.response
            ? { responseStandard: { limit: channel.response.text, source: sourceOf(channel.place) } }
            : {}),
        }
      : {}),
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
    case 'net': {
      const { places, transitions, initial, finals } = block.net
      const shown = transitions.map(({ label: own, ...arcs }) => ({
        ...(own === undefined ? {} : label(own)),
        ...arcs,
      }))
      return { net: { places, transitions: shown, initial, finals } }
    }
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
