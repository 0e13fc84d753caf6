import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { BpmnModel, BpmnNode, BpmnNodeKind, BpmnScope } from './bpmn-model.ts'
import {
  ASIDE,
  calledIn,
  COMPOSITES,
  EVENTS,
  GATEWAYS,
  hasNodes,
  idOf,
  isPlain,
  localPart,
  nameOfProcess,
  shorten,
  TASKS,
} from './bpmn-words.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { createXmlText, placeIn, type XmlText } from './xml-text.ts'

export interface BpmnOptions {
  /** The id or name of the process to read; needed where the file has several. */
  readonly net?: string
}

const MOST_DEEP = 60
const MOST_CALLS = 200
const MOST_FINDINGS = 1000
const MOST_KNOWN = 2000

/**
 * Reads BPMN 2.0: one process with its lanes. What has no meaning as an order of activities is left aside (data, notes,
 * drawings); what has one that is not supported is a located finding. All faults are found at once, but for those of XML.
 */
export function readBpmn(
  text: string,
  file: string,
  options: BpmnOptions = {},
): { readonly value?: BpmnModel; readonly diagnostics: readonly Diagnostic[] } {
  const source = createXmlText(file, text)
  const { root, fault } = parseXml(text)
  if (root === undefined || fault !== undefined) {
    const { message, from, to } = fault ?? { message: { zh: '文件是空的', en: 'the file is empty' }, from: 0, to: 0 }
    return { diagnostics: [{ rule: 'bpmn/syntax', severity: 'error', message, place: placeIn(source, from, to) }] }
  }
  const reader = new ProcessReader(source)
  const process = reader.chooseProcess(root, options.net)
  const scope = process && reader.readScope(process, 0)
  if (!process || !scope || reader.diagnostics.length > 0) return { diagnostics: reader.diagnostics }
  const place = placeIn(source, process.from, process.to)
  return { value: { id: idOf(process), name: nameOfProcess(process), scope, place }, diagnostics: [] }
}

class ProcessReader {
  readonly diagnostics: Diagnostic[] = []
  readonly #source: XmlText
  #ids = new Map<string, XmlElement>()
  readonly #processes = new Map<string, XmlElement>()
  /** The processes being read, from the outside in. */
  readonly #calls: string[] = []

  constructor(source: XmlText) {
    this.#source = source
  }

  chooseProcess(root: XmlElement, wanted: string | undefined): XmlElement | undefined {
    if (root.name !== 'definitions') {
      this.#report('bpmn/syntax', root, {
        zh: `根元素是 \`<${shorten(root.name)}>\`，不是 BPMN 的 \`<definitions>\``,
        en: `the root element is \`<${shorten(root.name)}>\`, not \`<definitions>\` of BPMN`,
      })
      return undefined
    }
    const all = root.children.filter(({ name }) => name === 'process')
    for (const each of all) if (idOf(each) !== '') this.#processes.set(idOf(each), each)
    const called = new Set(all.flatMap(calledIn))
    const filled = all.filter((each) => !called.has(idOf(each)) && each.children.some(({ name }) => !ASIDE.has(name)))
    const found =
      wanted === undefined ? filled : all.filter((each) => idOf(each) === wanted || nameOfProcess(each) === wanted)
    const [first, second] = found
    const names = oneOf([...new Set(all.map(nameOfProcess))].slice(0, 20).map(shorten))
    if (first === undefined) {
      const message =
        wanted === undefined || all.length === 0
          ? { zh: '文件里没有带流程元素的 `<process>`', en: 'there is no `<process>` with anything in it' }
          : { zh: `没有名为 \`${shorten(wanted)}\` 的流程`, en: `there is no process \`${shorten(wanted)}\`` }
      this.#report('bpmn/process', root, message, wanted === undefined ? undefined : names)
    } else if (second !== undefined) {
      const message = {
        zh: `文件里有 ${found.length} 个流程；要用哪一个须指明`,
        en: `there are ${found.length} processes in the file; which one is meant must be said`,
      }
      this.#report('bpmn/process', second, message, names)
      return undefined
    }
    return first
  }

  readScope(element: XmlElement, depth: number): BpmnScope | undefined {
    if (depth > MOST_DEEP) {
      this.#report('bpmn/unsupported', element, { zh: '子流程嵌套过深', en: 'sub-processes are nested too deeply' })
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
        const scope = this.readScope(child, depth + 1)
        const starts = scope?.nodes.filter(({ kind }) => kind === 'start') ?? []
        const [start] = starts
        if (!scope) continue
        if (!start?.interrupt || starts.length !== 1) {
          this.#unsupported(child, {
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
      else this.#reportUnknown(child, 'attachedToRef', nodes)
    }
    for (const flow of flows) this.#readFlow(flow, nodes)
    this.#readLinks(element, nodes)
    this.#readLanes(element, nodes)
    if (element.name !== 'adHocSubProcess') this.#checkReached(element, nodes)
    return { nodes: [...nodes.values()], anyTime, place: this.#placeOf(element) }
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
      place: this.#placeOf(element),
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
      this.#unsupported(element, { zh: `\`<${shorten(element.name)}>\``, en: `\`<${shorten(element.name)}>\`` })
      return undefined
    }
    if (element.attributes.get('isForCompensation') === 'true') {
      this.#unsupported(element, { zh: '补偿', en: 'compensation' })
    }
    const isTask = called === undefined && (!composite || isEmpty)
    const loop = this.#readLoop(element, isTask)
    if (isTask) return { ...common, ...stepped, ...loop, kind: 'task', activity: shown ?? (name || id) }
    const scope = called === undefined ? this.readScope(element, depth + 1) : this.#readCalled(called, depth + 1)
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
      this.#unsupported(element, {
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
      this.#unsupported(second, { zh: '带多个定义的事件', en: 'an event with several definitions' })
    else if (definition && !terminates && !isPlain(definition, kind, element)) {
      const what = shorten(definition.name.replace('EventDefinition', ''))
      this.#unsupported(element, { zh: `\`${what}\` 事件`, en: `an event of kind \`${what}\`` })
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
    this.#report('bpmn/unsupported', element, {
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
        this.#report('bpmn/unsupported', process, {
          zh: `流程被调用超过 ${MOST_CALLS} 次`,
          en: `processes are called more than ${MOST_CALLS} times`,
        })
      }
      return undefined
    }
    this.#ids = new Map()
    this.#calls.push(idOf(process))
    const scope = this.readScope(process, depth)
    this.#calls.pop()
    this.#ids = ids
    return scope
  }
  #called = 0

  #readLoop(element: XmlElement, isTask: boolean): Pick<BpmnNode, 'loop'> {
    const several = element.children.find(({ name }) => name === 'multiInstanceLoopCharacteristics')
    if (several) {
      // One task side by side with itself is the task again and again.
      if (isTask || several.attributes.get('isSequential') === 'true') return { loop: { before: false } }
      this.#unsupported(several, {
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
      this.#report('bpmn/unsupported', loop, {
        zh: `\`loopMaximum\` 不能是 \`${shorten(written)}\``,
        en: `\`loopMaximum\` cannot be \`${shorten(written)}\``,
      })
    }
    return { loop: { before, max } }
  }

  #readFlow(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>): void {
    if (!this.#takeId(element)) return
    const source = nodes.get(element.attributes.get('sourceRef') ?? '')
    const target = nodes.get(element.attributes.get('targetRef') ?? '')
    if (!source) this.#reportUnknown(element, 'sourceRef', nodes)
    if (!target) this.#reportUnknown(element, 'targetRef', nodes)
    if (!source || !target) return
    const conditional = element.children.some(({ name }) => name === 'conditionExpression')
    if (conditional && source.kind !== 'exclusive' && source.kind !== 'inclusive') {
      this.#unsupported(element, {
        zh: '活动之后带条件的顺序流（请改用网关）',
        en: 'a sequence flow with a condition behind an activity (use a gateway)',
      })
    }
    if (target.kind === 'start' || target.kind === 'boundary' || source.kind === 'end') {
      this.#report('bpmn/flow', element, {
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
  #readLinks(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>): void {
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
        this.#report('bpmn/flow', each, {
          zh: `链接 \`${shorten(name)}\` 有两个入口`,
          en: `the link \`${shorten(name)}\` is caught twice`,
        })
    }
    for (const { each, node, name } of links) {
      if (each.name !== 'intermediateThrowEvent') continue
      const target = caught.get(name)?.node
      if (!target) {
        this.#report('bpmn/flow', each, {
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
  #checkReached(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>): void {
    const starts = [...nodes.values()].filter(({ kind }) => kind === 'start')
    if (starts.length === 0) {
      this.#report('bpmn/flow', element, { zh: '没有起始事件', en: 'there is no start event' })
      return
    }
    const reached = new Set(starts)
    for (const node of reached) {
      for (const { target } of node.outgoing) reached.add(target)
      for (const event of node.boundaries) reached.add(event)
    }
    for (const node of nodes.values()) {
      if (reached.has(node) || this.diagnostics.length >= MOST_FINDINGS) continue
      const message = { zh: '从起始事件到不了这里', en: 'no way leads here from a start event' }
      this.#push({ rule: 'bpmn/flow', severity: 'error', message, place: node.place })
    }
  }

  #readLanes(element: XmlElement, nodes: ReadonlyMap<string, BpmnNode>): void {
    const visit = (lanes: readonly XmlElement[]): void => {
      for (const lane of lanes) {
        if (lane.name === 'lane') {
          const own = { name: lane.attributes.get('name')?.trim() || idOf(lane), place: this.#placeOf(lane) }
          for (const ref of lane.children) {
            if (ref.name !== 'flowNodeRef') continue
            const node = nodes.get(ref.text)
            if (node) node.lane = own
            else this.#lanes.set(ref.text, own)
          }
        }
        visit(lane.children.filter(({ name }) => name === 'lane' || name === 'childLaneSet' || name === 'laneSet'))
      }
    }
    visit(element.children.filter(({ name }) => name === 'laneSet'))
    // A lane may name what stands in a sub-process.
    const inner = (all: Iterable<BpmnNode>): void => {
      for (const node of all) {
        const lane = this.#lanes.get(node.id)
        if (lane !== undefined) node.lane ??= lane
        if (node.scope) {
          inner(node.scope.nodes)
          for (const each of node.scope.anyTime) inner(each.scope.nodes)
        }
      }
    }
    if (this.#lanes.size > 0) inner(nodes.values())
  }
  readonly #lanes = new Map<string, NonNullable<BpmnNode['lane']>>()

  #takeId(element: XmlElement): boolean {
    const id = idOf(element)
    const first = this.#ids.get(id)
    if (id === '') this.#report('bpmn/id', element, { zh: '缺少 `id`', en: 'an `id` is missing' })
    else if (first === undefined) this.#ids.set(id, element)
    else {
      const message = { zh: `\`id\` 重复：\`${shorten(id)}\``, en: `the id \`${shorten(id)}\` is used twice` }
      const related = [{ message: { zh: '第一次在这里', en: 'first used here' }, place: this.#placeOf(first) }]
      this.#push({ rule: 'bpmn/id', severity: 'error', message, place: this.#placeOf(element), related })
    }
    return id !== '' && first === undefined
  }

  #unsupported(element: XmlElement, what: Message): void {
    this.#report('bpmn/unsupported', element, {
      zh: `不支持${what.zh.startsWith('`') ? ' ' : ''}${what.zh}`,
      en: `${what.en} is not supported`,
    })
  }

  #reportUnknown(element: XmlElement, attribute: string, nodes: ReadonlyMap<string, BpmnNode>): void {
    const wanted = element.attributes.get(attribute)
    const message =
      wanted === undefined
        ? { zh: `缺少 \`${attribute}\``, en: `\`${attribute}\` is missing` }
        : {
            zh: `\`${attribute}\` 指向的 \`${shorten(wanted)}\` 在同一层里不存在`,
            en: `\`${attribute}\` names \`${shorten(wanted)}\`, which is not there on the same level`,
          }
    const few = wanted !== undefined && nodes.size <= MOST_KNOWN && this.diagnostics.length < 20
    const suggestion = few ? nearestName(wanted, [...nodes.keys()]) : undefined
    const place = this.#placeOf(element)
    this.#push({
      rule: 'bpmn/flow',
      severity: 'error',
      message,
      place,
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }

  #report(rule: string, element: XmlElement, message: Message, expected?: Message): void {
    const place = this.#placeOf(element)
    this.#push({ rule, severity: 'error', message, place, ...(expected === undefined ? {} : { expected }) })
  }

  #push(diagnostic: Diagnostic): void {
    if (this.diagnostics.length < MOST_FINDINGS) this.diagnostics.push(diagnostic)
  }

  #placeOf({ from, to }: XmlElement): Diagnostic['place'] {
    return placeIn(this.#source, from, to)
  }
}
