import type { PetriNet, PetriTransition } from '../model/petri-net.ts'
import type { BpmnFlow, BpmnNode, BpmnScope } from './bpmn-model.ts'

/** Activities, numbered as they come in the file; `apart`: each element by itself, else those of one name together. */
export class BpmnLabels {
  readonly activities: string[] = []
  readonly nodes: BpmnNode[] = []
  readonly #numbers = new Map<string | BpmnNode, number>()
  readonly #apart: boolean

  constructor(apart: boolean) {
    this.#apart = apart
  }

  of(node: BpmnNode): number | undefined {
    return node.activity === undefined ? undefined : this.#numbers.get(this.#apart ? node : node.activity)
  }

  number(scope: BpmnScope): void {
    const all = (nodes: readonly BpmnNode[]): void => {
      for (const node of nodes) {
        if (node.activity !== undefined && this.of(node) === undefined) {
          this.#numbers.set(this.#apart ? node : node.activity, this.activities.push(node.activity) - 1)
          this.nodes.push(node)
        }
        if (node.scope) this.number(node.scope)
      }
    }
    all(scope.nodes)
    for (const each of scope.anyTime) this.number(each.scope)
  }
}

/** A net that grows; places are numbers, sequence flows have one each. */
export class NetDraft {
  readonly transitions: PetriTransition[] = []
  readonly names: string[] = []
  readonly #flows = new Map<BpmnFlow, number>()

  place(name = ''): number {
    return this.names.push(name || `p${this.names.length + 1}`) - 1
  }

  flow(flow: BpmnFlow): number {
    let place = this.#flows.get(flow)
    if (place === undefined) {
      place = this.place(flow.id)
      this.#flows.set(flow, place)
    }
    return place
  }

  /** The sequence flows among some places. */
  flowsOf(places: readonly number[]): ReadonlySet<BpmnFlow> {
    const wanted = new Set(places)
    return new Set([...this.#flows].flatMap(([flow, place]) => (wanted.has(place) ? [flow] : [])))
  }

  bind(flow: BpmnFlow, place: number): void {
    this.#flows.set(flow, place)
  }

  add(consume: readonly number[], produce: readonly number[], label?: number): void {
    const tokens = (places: readonly number[]) =>
      [...new Set(places)].sort((a, b) => a - b).map((place) => ({ place, count: 1 }))
    const labelled = label === undefined ? {} : { label }
    this.transitions.push({ ...labelled, consume: tokens(consume), produce: tokens(produce) })
  }

  finish(start: number, finals: readonly (readonly { place: number; count: number }[])[]): PetriNet {
    return {
      places: this.names.length,
      placeNames: this.names,
      transitions: this.transitions,
      initial: [{ place: start, count: 1 }],
      finals,
    }
  }
}
