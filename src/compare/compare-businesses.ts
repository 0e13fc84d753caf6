import type { Place } from '../diagnostic/diagnostic.ts'
import type { Id, ProcessMap } from '../model/map.ts'
import type { Cell, Matrix } from '../model/matrix.ts'
import type { Text } from '../model/text.ts'
import { compareEffectiveFlows, type FlowDifference } from './compare-effective-flows.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import { expandFlow } from '../flow/expand-flow.ts'

/** Why flows of one business may differ, and where that is written. */
export interface DeclaredDifference {
  readonly because: Text
  readonly place: Place
}

/** Touchpoints of one business that have another flow than most of its touchpoints. */
export interface BusinessDifference {
  readonly business: Id
  /** The flow that most touchpoints of the business have; the first of several. */
  readonly usual: { readonly flow: Id; readonly cells: readonly Cell[] }
  readonly flow: Id
  readonly cells: readonly Cell[]
  /** What `flow` has otherwise than `usual`. */
  readonly differences: readonly FlowDifference[]
  /** From `differs` of a row or a flow; on either side it speaks for both. */
  readonly declared?: DeclaredDifference
}

/**
 * The same business in other channels, for other brands (S3: the same answer everywhere): per business, every flow against
 * the one that most of its touchpoints have. Flows that are the same but for their names give nothing.
 */
export function compareBusinesses(map: ProcessMap, matrix: Pick<Matrix, 'cells'>): BusinessDifference[] {
  const effective = new Map<Id, EffectiveFlow>()
  const compared = new Map<string, readonly FlowDifference[]>()
  const flowOf = (id: Id): EffectiveFlow => {
    const known = effective.get(id) ?? expandFlow(map, id)
    effective.set(id, known)
    return known
  }
  const compare = (flow: Id, usual: Id): readonly FlowDifference[] => {
    const known = compared.get(`${flow} ${usual}`) ?? compareEffectiveFlows(flowOf(flow), flowOf(usual))
    compared.set(`${flow} ${usual}`, known)
    return known
  }
  const businesses = new Map<Id, Map<Id, Cell[]>>()
  for (const cell of matrix.cells) {
    if (!cell.row || !map.flows.has(cell.row.flow)) continue
    const flows = businesses.get(cell.at.business) ?? new Map<Id, Cell[]>()
    businesses.set(cell.at.business, flows)
    const cells = flows.get(cell.row.flow)
    if (cells) cells.push(cell)
    else flows.set(cell.row.flow, [cell])
  }
  return [...businesses].flatMap(([business, flows]) => {
    const [usual, ...others] = [...flows].sort(([, a], [, b]) => b.length - a.length)
    if (!usual) return []
    return others.flatMap(([flow, cells]): BusinessDifference[] => {
      const differences = compare(flow, usual[0])
      if (differences.length === 0) return []
      const declared = declaredIn(map, [flow, cells], usual)
      return [
        {
          business,
          usual: { flow: usual[0], cells: usual[1] },
          flow,
          cells,
          differences,
          ...(declared ? { declared } : {}),
        },
      ]
    })
  })
}

function declaredIn(
  map: ProcessMap,
  ...sides: readonly (readonly [Id, readonly Cell[]])[]
): DeclaredDifference | undefined {
  for (const [flow, cells] of sides) {
    const rows = [...new Set(cells.flatMap(({ row }) => row ?? []))]
    const found = map.flows.get(flow)?.differs ?? (rows.every(({ differs }) => differs) ? rows[0]?.differs : undefined)
    if (found) return found
  }
  return undefined
}
