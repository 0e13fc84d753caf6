import type { BpmnFindings } from './bpmn-findings.ts'
import type { BpmnNode } from './bpmn-model.ts'
import { idOf } from './bpmn-words.ts'
import type { XmlElement } from './parse-xml.ts'

/** The lanes of a process, level by level. */
export class BpmnLanes {
  readonly #findings: BpmnFindings
  /** By id of what no level so far had: a lane may name what stands in a sub-process. */
  readonly #waiting = new Map<string, NonNullable<BpmnNode['lane']>>()

  constructor(findings: BpmnFindings) {
    this.#findings = findings
  }

  read(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>): void {
    const visit = (lanes: readonly XmlElement[]): void => {
      for (const lane of lanes) {
        if (lane.name === 'lane') {
          const own = { name: lane.attributes.get('name')?.trim() || idOf(lane), place: this.#findings.placeOf(lane) }
          for (const ref of lane.children) {
            if (ref.name !== 'flowNodeRef') continue
            const node = nodes.get(ref.text)
            if (node) node.lane = own
            else this.#waiting.set(ref.text, own)
          }
        }
        visit(lane.children.filter(({ name }) => name === 'lane' || name === 'childLaneSet' || name === 'laneSet'))
      }
    }
    visit(element.children.filter(({ name }) => name === 'laneSet'))
    // A lane may name what stands in a sub-process.
    const inner = (all: Iterable<BpmnNode>): void => {
      for (const node of all) {
        const lane = this.#waiting.get(node.id)
        if (lane !== undefined) node.lane ??= lane
        if (node.scope) {
          inner(node.scope.nodes)
          for (const each of node.scope.anyTime) inner(each.scope.nodes)
        }
      }
    }
    if (this.#waiting.size > 0) inner(nodes.values())
  }
}
