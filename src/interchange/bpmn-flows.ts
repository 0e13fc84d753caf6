import type { BpmnFindings } from './bpmn-findings.ts'
import type { BpmnNode } from './bpmn-model.ts'
import { idOf, shorten } from './bpmn-words.ts'
import type { XmlElement } from './parse-xml.ts'

/** A sequence flow between two nodes of a level. */
export function joinFlow(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>, findings: BpmnFindings): void {
  const source = nodes.get(element.attributes.get('sourceRef') ?? '')
  const target = nodes.get(element.attributes.get('targetRef') ?? '')
  if (!source) findings.unknown(element, 'sourceRef', nodes)
  if (!target) findings.unknown(element, 'targetRef', nodes)
  if (!source || !target) return
  const conditional = element.children.some(({ name }) => name === 'conditionExpression')
  if (conditional && source.kind !== 'exclusive' && source.kind !== 'inclusive') {
    findings.unsupported(element, {
      zh: '活动之后带条件的顺序流（请改用网关）',
      en: 'a sequence flow with a condition behind an activity (use a gateway)',
    })
  }
  if (target.kind === 'start' || target.kind === 'boundary' || source.kind === 'end') {
    findings.report('bpmn/flow', element, {
      zh: '顺序流不能进入起始事件或边界事件，也不能离开结束事件',
      en: 'no sequence flow leads to a start or a boundary event, and none leaves an end event',
    })
    return
  }
  const flow = { id: idOf(element), name: element.attributes.get('name')?.trim() ?? '', source, target }
  source.outgoing.push(flow)
  target.incoming.push(flow)
}

/** A link is a sequence flow from where it is thrown to the one place where it is caught. */
export function joinLinks(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>, findings: BpmnFindings): void {
  const links = element.children.flatMap((each) => {
    const link = each.children.find(({ name }) => name === 'linkEventDefinition')
    const node = link && nodes.get(idOf(each))
    return link && node ? [{ each, node, name: link.attributes.get('name') || node.name }] : []
  })
  const caught = new Map<string, { readonly each: XmlElement; readonly node: BpmnNode }>()
  for (const { each, node, name } of links) {
    if (each.name !== 'intermediateCatchEvent') continue
    if (!caught.has(name)) caught.set(name, { each, node })
    else
      findings.report('bpmn/flow', each, {
        zh: `链接 \`${shorten(name)}\` 有两个入口`,
        en: `the link \`${shorten(name)}\` is caught twice`,
      })
  }
  for (const { each, node, name } of links) {
    if (each.name !== 'intermediateThrowEvent') continue
    const target = caught.get(name)?.node
    if (!target) {
      findings.report('bpmn/flow', each, {
        zh: `链接 \`${shorten(name)}\` 在同一层里没有入口`,
        en: `the link \`${shorten(name)}\` is not caught on the same level`,
      })
      continue
    }
    const flow = { id: `${node.id}-${target.id}`, name: '', source: node, target }
    node.outgoing.push(flow)
    target.incoming.push(flow)
  }
}

/** What no start leads to would be dropped silently. */
export function checkReached(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>, findings: BpmnFindings): void {
  const starts = [...nodes.values()].filter(({ kind }) => kind === 'start')
  if (starts.length === 0) {
    findings.report('bpmn/flow', element, { zh: '没有起始事件', en: 'there is no start event' })
    return
  }
  const reached = new Set(starts)
  for (const node of reached) {
    for (const { target } of node.outgoing) reached.add(target)
    for (const event of node.boundaries) reached.add(event)
  }
  for (const node of nodes.values()) if (!reached.has(node)) findings.unreached(node.place)
}
