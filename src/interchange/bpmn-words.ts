import type { BpmnNodeKind } from './bpmn-model.ts'
import type { XmlElement } from './parse-xml.ts'

export const TASKS: ReadonlySet<string> = new Set([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
  'callActivity',
])
export const COMPOSITES: ReadonlySet<string> = new Set(['subProcess', 'adHocSubProcess', 'transaction'])
export const GATEWAYS: ReadonlyMap<string, BpmnNodeKind> = new Map([
  ['exclusiveGateway', 'exclusive'],
  ['eventBasedGateway', 'exclusive'],
  ['parallelGateway', 'parallel'],
  ['inclusiveGateway', 'inclusive'],
])
export const EVENTS: ReadonlyMap<string, BpmnNodeKind> = new Map([
  ['startEvent', 'start'],
  ['endEvent', 'end'],
  ['intermediateCatchEvent', 'event'],
  ['intermediateThrowEvent', 'event'],
  ['boundaryEvent', 'boundary'],
])
/** What says nothing about the order of activities. */
export const ASIDE: ReadonlySet<string> = new Set([
  'documentation',
  'extensionElements',
  'laneSet',
  'incoming',
  'outgoing',
  'textAnnotation',
  'association',
  'group',
  'dataObject',
  'dataObjectReference',
  'dataStoreReference',
  'ioSpecification',
  'dataInputAssociation',
  'property',

  'dataOutputAssociation',
  'resourceRole',
  'performer',
  'humanPerformer',
  'potentialOwner',
  'auditing',
  'monitoring',
  'completionCondition',
  'standardLoopCharacteristics',
  'multiInstanceLoopCharacteristics',
  'category',
  'supports',
  'correlationSubscription',
  'ioBinding',
  'loopCharacteristics',
  'script',
  'conversationAssociation',
])
/** Events that wait or tell, and that the model can be read with. */
const PLAIN_EVENTS = [
  'messageEventDefinition',
  'timerEventDefinition',
  'signalEventDefinition',
  'conditionalEventDefinition',
]

/** The processes that something in an element calls. */
export function calledIn(element: XmlElement): string[] {
  const own = element.name === 'callActivity' ? localPart(element.attributes.get('calledElement') ?? '') : ''
  return [...(own === '' ? [] : [own]), ...element.children.flatMap(calledIn)]
}

export function hasNodes({ children }: XmlElement): boolean {
  return children.some(({ name }) => !ASIDE.has(name) && name !== 'sequenceFlow' && !name.endsWith('Characteristics'))
}

export function localPart(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Whether the model can be read with such an event: what catches errors is told from elsewhere; links are flows. */
export function isPlain({ name }: XmlElement, kind: BpmnNodeKind, element: XmlElement): boolean {
  if (PLAIN_EVENTS.includes(name)) return true
  if (name === 'linkEventDefinition') return kind === 'event'
  const catches = kind === 'boundary' || (kind === 'start' && element.attributes.has('isInterrupting'))
  return catches && (name === 'errorEventDefinition' || name === 'escalationEventDefinition')
}

export function idOf(element: XmlElement): string {
  return element.attributes.get('id') ?? ''
}

export function nameOfProcess(element: XmlElement): string {
  return element.attributes.get('name') || idOf(element)
}

export function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
