import { nearestName } from '../diagnostic/nearest.ts'
import { AXES, type AxisName, type AxisSelection, type HoleRow, MAIN_AXES, type TouchpointRow } from '../model/map.ts'
import { readBenchmark } from './read-metrics.ts'
import {
  asList,
  asMap,
  booleanOf,
  child,
  differsOf,
  given,
  type Reading,
  refer,
  reportUnsupported,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

/**
 * Rows of the matrix as read. `vague` rows have an axis that could not be understood; what they select is what they most
 * likely meant, and every value where that cannot be told.
 */
export interface TouchpointRows {
  readonly touchpoints: readonly TouchpointRow[]
  readonly holes: readonly HoleRow[]
  readonly vague: readonly (TouchpointRow | HoleRow)[]
}

export function readTouchpoints(reading: Reading, root: MapNode): TouchpointRows {
  const touchpoints: TouchpointRow[] = []
  const holes: HoleRow[] = []
  const vague: (TouchpointRow | HoleRow)[] = []
  for (const node of asList(child(root, 'touchpoints'))) {
    if (!asMap(node)) continue
    reportUnsupported(reading, node, 'effective')
    const { select, clear } = readSelection(reading, node)
    const flowNode = child(node, 'flow')
    const flow = stringOf(flowNode)
    if (flow !== undefined && flowNode) refer(reading, reading.flows, flow, flowNode, SORTS.flow)
    const goal = textOf(child(node, 'goal'), reading.lang)
    const overrides = booleanOf(child(node, 'overrides')) ?? false
    const row: TouchpointRow = {
      select,
      flow: flow ?? '',
      overrides,
      ...given('goal', goal),
      ...given('differs', differsOf(node, reading.lang)),
      ...given('benchmark', readBenchmark(reading, child(node, 'benchmark'))),
      place: node.place,
    }
    if (clear) touchpoints.push(row)
    else vague.push(row)
  }
  for (const node of asList(child(root, 'not-offered'))) {
    if (!asMap(node)) continue
    const { select, clear } = readSelection(reading, node)
    const hole: HoleRow = {
      select,
      because: textOf(child(node, 'because'), reading.lang) ?? {},
      ...given('overrides', booleanOf(child(node, 'overrides'))),
      place: node.place,
    }
    if (clear) holes.push(hole)
    else vague.push(hole)
  }
  return { touchpoints, holes, vague }
}

function readSelection(
  reading: Reading,
  node: TreeNode,
): { readonly select: Partial<Record<AxisName, AxisSelection>>; readonly clear: boolean } {
  const select: Partial<Record<AxisName, AxisSelection>> = {}
  let clear = true
  for (const axis of AXES) {
    const named = stringsOf(child(node, axis))
    if (named.length === 0) {
      if (MAIN_AXES.includes(axis)) clear = false
    } else if (named.some(({ value }) => value === 'all')) select[axis] = 'all'
    else {
      const known = named.filter(({ value, node: at }) =>
        refer(reading, reading.axes[axis], value, at, SORTS[axis], ['all']),
      )
      const names = reading.axes[axis]
      const meant = named.map(({ value }) =>
        names.has(value) ? value : (nearestName(value, names.places.keys()) ?? value),
      )
      if (known.length === named.length) select[axis] = known.map(({ value }) => value)
      else {
        clear = false
        if (meant.every((id) => names.has(id))) select[axis] = meant
      }
    }
  }
  return { select, clear }
}
