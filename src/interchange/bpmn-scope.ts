import type { BpmnFindings } from './bpmn-findings.ts'
import { checkReached, joinFlow, joinLinks } from './bpmn-flows.ts'
import { BpmnLanes } from './bpmn-lanes.ts'
import type { BpmnNode, BpmnNodeKind, BpmnScope } from './bpmn-model.ts'
import {
  ASIDE,
  COMPOSITES,
  EVENTS,
  GATEWAYS,
  hasNodes,
  idOf,
  isPlain,
  localPart,
  shorten,
  TASKS,
} from './bpmn-words.ts'
import type { XmlElement } from './parse-xml.ts'

const MOST_DEEP = 60
const MOST_CALLS = 200

/** Reads the levels of a process: the process itself, its sub-processes and the processes it calls. */
export class BpmnScopeReader {
  /** Processes that were read in the place of a call. */
  readonly calledProcesses: Set<XmlElement> = new Set()
  readonly #findings: BpmnFindings
  /** The processes of the file by id. */
  readonly #processes: ReadonlyMap<string, XmlElement>
  readonly #lanes: BpmnLanes
  #ids = new Map<string, XmlElement>()
  /** The processes being read, from the outside in. */
  readonly #calls: string[] = []
  #called = 0

  constructor(findings: BpmnFindings, processes: ReadonlyMap<string, XmlElement>) {
    this.#findings = findings
    this.#processes = processes
    this.#lanes = new BpmnLanes(findings)
  }

  read(element: XmlElement, depth: number): BpmnScope | undefined {
    if (depth > MOST_DEEP) {
      this.#findings.report('bpmn/unsupported', element, {
        zh: '子流程嵌套过深',
        en: 'sub-processes are nested too deeply',
      })
      return undefined
    }
    const nodes = new Map<string, BpmnNode>()
    const anyTime: { start: BpmnNode; scope: BpmnScope }[] = []
    const flows: XmlElement[] = []
    const attached: { node: BpmnNode; element: XmlElement }[] = []
    for (const child of element.children) {
      if (ASIDE.has(child.name)) continue
      if (child.name === 'sequenceFlow') {
        flows.push(child)
        continue
      }
      if (!this.#takeId(child)) continue
      if (child.name === 'subProcess' && child.attributes.get('triggeredByEvent') === 'true') {
        const scope = this.read(child, depth + 1)
        const starts = scope?.nodes.filter(({ kind }) => kind === 'start') ?? []
        const [start] = starts
        if (!scope) continue
        if (!start?.interrupt || starts.length !== 1) {
          this.#findings.unsupported(child, {
            zh: '没有唯一起始事件的事件子流程',
            en: 'an event sub-process without a single start event',
          })
        } else anyTime.push({ start, scope })
        continue
      }
      const node = this.#readNode(child, depth)
      if (!node) continue
      nodes.set(node.id, node)
      if (node.kind === 'boundary') attached.push({ node, element: child })
    }
    for (const { node, element: child } of attached) {
      const host = nodes.get(child.attributes.get('attachedToRef') ?? '')
      if (host && (host.kind === 'task' || host.kind === 'subprocess')) host.boundaries.push(node)
      else this.#findings.unknown(child, 'attachedToRef', nodes)
    }
    for (const flow of flows) if (this.#takeId(flow)) joinFlow(flow, nodes, this.#findings)
    joinLinks(element, nodes, this.#findings)
    this.#lanes.read(element, nodes)
    if (element.name !== 'adHocSubProcess') checkReached(element, nodes, this.#findings)
    return { nodes: [...nodes.values()], anyTime, place: this.#findings.placeOf(element) }
  }

  #readNode(element: XmlElement, depth: number): BpmnNode | undefined {
    const id = idOf(element)
    const name = element.attributes.get('name')?.trim() ?? ''
    const extension = (wanted: string): XmlElement | undefined =>
      element.children.find((each) => each.name === 'extensionElements')?.children.find((each) => each.name === wanted)
    const shows = extension('shows')
    const step = shows?.attributes.get('step')
    const shown = shows?.attributes.get('activity')
    const does = element.children.find((each) => each.name === 'documentation')?.text ?? ''
    const common = {
      id,
      name,
      incoming: [],
      outgoing: [],
      boundaries: [],
      place: this.#findings.placeOf(element),
      ...(does === '' ? {} : { does }),
    }
    const stepped = step === undefined ? {} : { step }
    const gateway = GATEWAYS.get(element.name)
    if (gateway) return { ...common, kind: gateway, ...(element.name === 'eventBasedGateway' ? { waits: true } : {}) }
    const event = EVENTS.get(element.name)
    if (event) return this.#readEvent(element, event, { ...common, ...stepped }, shown, extension('interrupt'))
    const called = element.name === 'callActivity' ? this.#calledBy(element) : undefined
    const isEmpty = element.name !== 'callActivity' && !hasNodes(element)
    const composite = COMPOSITES.has(element.name)
    if (!composite && !TASKS.has(element.name)) {
      this.#findings.unsupported(element, {
        zh: `\`<${shorten(element.name)}>\``,
        en: `\`<${shorten(element.name)}>\``,
      })
      return undefined
    }
    if (element.attributes.get('isForCompensation') === 'true') {
      this.#findings.unsupported(element, { zh: '补偿', en: 'compensation' })
    }
    const isTask = called === undefined && (!composite || isEmpty)
    const loop = this.#readLoop(element, isTask)
    if (isTask) return { ...common, ...stepped, ...loop, kind: 'task', activity: shown ?? (name || id) }
    const scope = called === undefined ? this.read(element, depth + 1) : this.#readCalled(called, depth + 1)
    if (!scope) return undefined
    const flow = extension('flow')?.attributes.get('ref') ?? (called === undefined ? undefined : idOf(called))
    const whole = { ...common, ...loop, ...(flow === undefined ? {} : { flow }), scope }
    if (element.name !== 'adHocSubProcess') return { ...whole, kind: 'subprocess' }
    const once = extension('each')?.attributes.get('times') === '1'
    if (
      !once ||
      element.attributes.get('ordering') !== 'Sequential' ||
      scope.nodes.some((node) => node.incoming.length > 0)
    ) {
      this.#findings.unsupported(element, {
        zh: '每项活动的次数没有写明的临时（ad-hoc）子流程',
        en: 'an ad-hoc sub-process that does not say how often each activity comes',
      })
    }
    return { ...whole, kind: 'ad-hoc' }
  }

  #readEvent(
    element: XmlElement,
    kind: BpmnNodeKind,
    common: Omit<BpmnNode, 'kind'>,
    shown: string | undefined,
    extension: XmlElement | undefined,
  ): BpmnNode | undefined {
    const definitions = element.children.filter(({ name }) => name.endsWith('EventDefinition'))
    const [definition, second] = definitions
    const terminates = kind === 'end' && definition?.name === 'terminateEventDefinition'
    if (second !== undefined)
      this.#findings.unsupported(second, { zh: '带多个定义的事件', en: 'an event with several definitions' })
    else if (definition && !terminates && !isPlain(definition, kind, element)) {
      const what = shorten(definition.name.replace('EventDefinition', ''))
      this.#findings.unsupported(element, { zh: `\`${what}\` 事件`, en: `an event of kind \`${what}\`` })
    }
    const isWait = definition?.name === 'timerEventDefinition' || definition?.name === 'linkEventDefinition'
    const triggers = kind === 'boundary' || (kind === 'start' && element.attributes.has('isInterrupting'))
    const triggered = kind === 'start' && (triggers || definition !== undefined)
    const then = extension?.attributes.get('then')
    const max = Number(extension?.attributes.get('max') ?? Number.NaN)
    const cancels = element.attributes.get(kind === 'boundary' ? 'cancelActivity' : 'isInterrupting') !== 'false'
    const interrupt: NonNullable<BpmnNode['interrupt']> = {
      cancels,
      ...(then === 'end' || then === 'leave' || then === 'resume' ? { then } : {}),
      ...(Number.isInteger(max) && max >= 0 ? { max } : {}),
    }
    // What waits for a time shows nothing; neither do plain starts and ends.
    const named = shown ?? (isWait ? '' : common.name)
    const visible = kind === 'event' || kind === 'boundary' || (kind === 'start' && triggers)
    return {
      ...common,
      kind,
      ...(visible && named !== '' ? { activity: named } : {}),
      ...(kind === 'boundary' || triggered ? { interrupt } : {}),
      ...(terminates ? { terminates } : {}),
      ...(definition?.name === 'conditionalEventDefinition' ? { conditional: true } : {}),
    }
  }

  /** The process of the file that a call activity calls; a circle of calls is a finding. */
  #calledBy(element: XmlElement): XmlElement | undefined {
    const wanted = localPart(element.attributes.get('calledElement') ?? '')
    const process = this.#processes.get(wanted)
    if (!process || !hasNodes(process)) return undefined
    if (!this.#calls.includes(wanted)) return process
    const circle = [...this.#calls, wanted].map(shorten).join(' → ')
    this.#findings.report('bpmn/unsupported', element, {
      zh: `流程调用了自己：${circle}`,
      en: `the process calls itself: ${circle}`,
    })
    return undefined
  }

  /** A called process in the place of its call; it may be called several times, so its ids are its own. */
  #readCalled(process: XmlElement, depth: number): BpmnScope | undefined {
    const ids = this.#ids
    if (++this.#called > MOST_CALLS) {
      if (this.#called === MOST_CALLS + 1) {
        this.#findings.report('bpmn/unsupported', process, {
          zh: `流程被调用超过 ${MOST_CALLS} 次`,
          en: `processes are called more than ${MOST_CALLS} times`,
        })
      }
      return undefined
    }
    this.#ids = new Map()
    this.calledProcesses.add(process)
    this.#calls.push(idOf(process))
    const scope = this.read(process, depth)
    this.#calls.pop()
    this.#ids = ids
    return scope
  }

  #readLoop(element: XmlElement, isTask: boolean): Pick<BpmnNode, 'loop'> {
    const several = element.children.find(({ name }) => name === 'multiInstanceLoopCharacteristics')
    if (several) {
      // One task side by side with itself is the task again and again.
      if (isTask || several.attributes.get('isSequential') === 'true') return { loop: { before: false } }
      this.#findings.unsupported(several, {
        zh: '并行多实例的子流程',
        en: 'a sub-process of several instances at the same time',
      })
      return {}
    }
    const loop = element.children.find(({ name }) => name === 'standardLoopCharacteristics')
    if (!loop) return {}
    const before = loop.attributes.get('testBefore') === 'true'
    const written = loop.attributes.get('loopMaximum')
    if (written === undefined) return { loop: { before } }
    const max = /^\d{1,6}$/.test(written) ? Number(written) : 0
    if (max === 0) {
      this.#findings.report('bpmn/unsupported', loop, {
        zh: `\`loopMaximum\` 不能是 \`${shorten(written)}\``,
        en: `\`loopMaximum\` cannot be \`${shorten(written)}\``,
      })
    }
    return { loop: { before, max } }
  }

  #takeId(element: XmlElement): boolean {
    const id = idOf(element)
    const first = this.#ids.get(id)
    if (id === '') this.#findings.report('bpmn/id', element, { zh: '缺少 `id`', en: 'an `id` is missing' })
    else if (first === undefined) this.#ids.set(id, element)
    else this.#findings.twice(id, element, first)
    return id !== '' && first === undefined
  }
}
