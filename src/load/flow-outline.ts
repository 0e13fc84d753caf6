import type { Id } from '../model/map.ts'
import { NET_KEY } from './model-to-tree.ts'
import { Names } from './names.ts'
import { asList, asMap, child, report, type Reading, SORTS, stringOf } from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** Keys of a step that are norms on it: rules with the id `<flow>/<step>/<key>` (semantics §8). */
export const NORM_KEYS = [
  'by',
  'must-say',
  'must-not-say',
  'records',
  'carries',
  'within',
  'not-by-doer-of',
  'qualified',
] as const

/** Beyond this many steps a flow with its used flows is refused: flows that use flows may double at each level. */
const MAX_EFFECTIVE_STEPS = 5_000

/** What other parts of the map may name in a flow, before the flow itself is read. */
export interface FlowOutline {
  readonly id: Id
  readonly root: MapNode
  /** Ids of its own steps. */
  readonly steps: Names
  readonly uses: readonly { readonly flow: Id; readonly as: Id; readonly node: TreeNode }[]
  /** Ids of its own rules, without the flow's id: `rule` and `step/key`. */
  readonly rules: readonly string[]
  /** Some of its steps or rules could not be recognised. */
  readonly shapeless: boolean
}

/** Steps and rules of a flow with those of the flows it uses. `open`: beginnings under which there may be more. */
export interface FlowReach {
  readonly steps: ReadonlySet<string>
  readonly rules: readonly string[]
  readonly open: readonly string[]
}

const CHILD_LISTS = [
  'choice', 'optional', 'any-order', 'parallel', 'some', 'steps', 'interrupts', 'anywhere', NET_KEY,
] // prettier-ignore

/** Visits every step and `use` below a node of a flow, in file order. */
function visitItems(node: TreeNode, visit: (item: MapNode, kind: 'step' | 'use' | 'group') => void): void {
  const item = asMap(node)
  if (!item) return
  if (stringOf(child(item, 'id')) !== undefined) visit(item, 'step')
  const use = asMap(child(item, 'use'))
  if (use) visit(use, 'use')
  const group = asMap(child(item, 'group'))
  if (group) visit(group, 'group')
  for (const [key, entry] of item.entries) {
    if (CHILD_LISTS.includes(key)) {
      for (const each of asList(entry.node)) visitItems(each, visit)
    } else if (key === 'group') visitItems(withoutId(entry.node), visit)
    else if (key === 'repeat') {
      for (const part of ['do', 'redo']) for (const each of asList(child(entry.node, part))) visitItems(each, visit)
    }
  }
}

function withoutId(node: TreeNode): TreeNode {
  if (node.kind !== 'map') return node
  const entries = new Map(node.entries)
  entries.delete('id')
  return { ...node, entries }
}

/** Lists what a flow declares and reports step ids that are there twice. */
export function outlineFlow(reading: Reading, id: Id, root: MapNode, shapeless: boolean): FlowOutline {
  const steps = new Names()
  const groups = new Names()
  const aliases = new Names()
  const uses: { flow: Id; as: Id; node: TreeNode }[] = []
  const rules: string[] = []
  const top = withoutId(root)
  visitItems(top, (item, kind) => {
    const idNode = child(item, kind === 'use' ? 'as' : 'id')
    const name = stringOf(idNode)
    if (name === undefined || !idNode) return
    const names = kind === 'group' ? groups : kind === 'use' ? aliases : steps
    for (const each of names.declare(name, idNode.place, kind === 'group' ? SORTS.group : SORTS.step))
      report(reading, each)
    if (kind === 'use') {
      const flowNode = child(item, 'flow')
      const flow = stringOf(flowNode)
      if (flow !== undefined && flowNode) uses.push({ flow, as: name, node: flowNode })
    }
    if (kind === 'step') for (const key of NORM_KEYS) if (item.entries.has(key)) rules.push(`${name}/${key}`)
  })
  for (const [name, place] of aliases.places) {
    if (steps.has(name)) for (const each of steps.declare(name, place, SORTS.step)) report(reading, each)
  }
  for (const key of asMap(child(root, 'rules'))?.entries.keys() ?? []) rules.push(key)
  return { id, root, steps, uses, rules, shapeless }
}

/** The reach of every flow; a flow that uses itself, through others too, is reported at the `use` that closes the circle. */
export function reachFlows(reading: Reading, outlines: ReadonlyMap<Id, FlowOutline>): ReadonlyMap<Id, FlowReach> {
  const done = new Map<Id, FlowReach>()
  const path: Id[] = []
  const visit = (outline: FlowOutline): FlowReach => {
    const known = done.get(outline.id)
    if (known) return known
    path.push(outline.id)
    const steps = new Set(outline.steps.places.keys())
    const rules = [...outline.rules]
    const open = outline.shapeless ? [''] : []
    for (const use of outline.uses) {
      const target = outlines.get(use.flow)
      if (!target) {
        open.push(`${use.as}/`)
        continue
      }
      if (path.includes(use.flow)) {
        const circle = [...path.slice(path.indexOf(use.flow)), use.flow].join(' → ')
        report(reading, {
          rule: 'flow/recursive-use',
          severity: 'error',
          message: { zh: `流程套用了自己：${circle}`, en: `the flow uses itself: ${circle}` },
          place: use.node.place,
          expected: { zh: '不会绕回自己的流程', en: 'a flow that does not lead back to this one' },
        })
        open.push(`${use.as}/`)
        continue
      }
      const inner = visit(target)
      if (steps.size + inner.steps.size > MAX_EFFECTIVE_STEPS) {
        report(reading, {
          rule: 'schema/value',
          severity: 'error',
          message: {
            zh: `套用展开后超过 ${MAX_EFFECTIVE_STEPS} 个步骤`,
            en: `with this flow in place there are more than ${MAX_EFFECTIVE_STEPS} steps`,
          },
          place: use.node.place,
        })
        open.push(`${use.as}/`)
        continue
      }
      for (const prefix of inner.open) open.push(`${use.as}/${prefix}`)
      for (const step of inner.steps) steps.add(`${use.as}/${step}`)
      for (const rule of inner.rules) rules.push(`${use.as}/${rule}`)
    }
    path.pop()
    const reach = { steps, rules, open }
    done.set(outline.id, reach)
    return reach
  }
  for (const outline of outlines.values()) visit(outline)
  return done
}

/** The reach of a flow by itself, with the flows it uses unknown. */
export function reachAlone(reading: Reading, id: Id, root: MapNode): FlowReach {
  const outline = outlineFlow(reading, id, root, false)
  const open = outline.uses.map((use) => `${use.as}/`)
  return { steps: new Set(outline.steps.places.keys()), rules: outline.rules, open }
}
