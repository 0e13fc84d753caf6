import type { Item } from '../../model/flow.ts'
import type { Id } from '../../model/map.ts'
import type { Cell } from '../../model/matrix.ts'
import type { LintContext } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'
import { once } from './once.ts'

/** The served cells of each flow that a touchpoint names. */
export const cellsByFlow: (context: LintContext) => ReadonlyMap<Id, readonly Cell[]> = once(({ matrix }) => {
  const cells = new Map<Id, Cell[]>()
  for (const cell of matrix.cells) {
    if (!cell.row) continue
    const list = cells.get(cell.row.flow)
    if (list) list.push(cell)
    else cells.set(cell.row.flow, [cell])
  }
  return cells
})

/** The flows that each flow uses, through others too. */
export const flowsUsedBy: (context: LintContext) => ReadonlyMap<Id, ReadonlySet<Id>> = once(({ map }) => {
  const direct = new Map<Id, Id[]>()
  for (const flow of map.flows.values()) {
    const uses: Id[] = []
    walkFlow(flow, { item: (item: Item) => void (item.kind === 'use' && uses.push(item.flow)) })
    direct.set(flow.id, uses)
  }
  const reached = new Map<Id, ReadonlySet<Id>>()
  const reach = (id: Id): ReadonlySet<Id> => {
    const known = reached.get(id)
    if (known) return known
    const all = new Set<Id>()
    reached.set(id, all)
    for (const use of direct.get(id) ?? []) {
      all.add(use)
      for (const each of reach(use)) all.add(each)
    }
    return all
  }
  for (const id of direct.keys()) reach(id)
  return reached
})
