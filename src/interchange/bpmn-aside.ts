import type { Message } from '../diagnostic/diagnostic.ts'
import type { BpmnFindings } from './bpmn-findings.ts'
import type { XmlElement } from './parse-xml.ts'

interface Kind {
  /** A counted noun with its measure, behind a number. */
  readonly zh: string
  /** One, and several. */
  readonly en: readonly [string, string]
  readonly why: Message
}

const ORDER: Message = { zh: '与活动的先后无关', en: 'nothing about the order of activities is in it' }
const DATA: Kind = { zh: '处数据', en: ['element of data', 'elements of data'], why: ORDER }
const NOTE: Kind = { zh: '处注释或关联', en: ['note or association', 'notes and associations'], why: ORDER }
const GROUP: Kind = { zh: '个分组框', en: ['group', 'groups'], why: ORDER }
const MESSAGE: Kind = { zh: '条消息流', en: ['message flow', 'message flows'], why: { zh: '一个流程只是一个泳池', en: 'a flow is one pool' } } // prettier-ignore
const POOL: Kind = { zh: '个没有流程的泳池', en: ['pool without a process', 'pools without a process'], why: { zh: '一个流程只是一个泳池', en: 'a flow is one pool' } } // prettier-ignore
const PERFORMER: Kind = { zh: '处执行人', en: ['performer', 'performers'], why: { zh: '角色取自泳道', en: 'lanes become roles' } } // prettier-ignore
const CONDITION: Kind = { zh: '个条件', en: ['condition', 'conditions'], why: { zh: '每条路都可走', en: 'each way may be taken' } } // prettier-ignore
const TIME: Kind = { zh: '处时间', en: ['time of a timer', 'times of timers'], why: { zh: '时限请写在环节上（`within`）', en: 'state limits at steps (`within`)' } } // prettier-ignore
const SCRIPT: Kind = { zh: '段脚本', en: ['script', 'scripts'], why: { zh: '脚本不运行', en: 'no script is run' } }
const EXTENSION: Kind = { zh: '处其他工具的扩展', en: ['extension of another tool', 'extensions of other tools'], why: { zh: '含义只有该工具知道', en: 'only that tool knows what it means' } } // prettier-ignore
const OTHER: Kind = { zh: '处技术设置', en: ['technical setting', 'technical settings'], why: ORDER }

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...['dataObject', 'dataObjectReference', 'dataStoreReference', 'ioSpecification', 'dataInputAssociation', 'dataOutputAssociation', 'property'].map((name) => [name, DATA] as const),
  ...['textAnnotation', 'association'].map((name) => [name, NOTE] as const),
  ['group', GROUP],
  ['messageFlow', MESSAGE],
  ...['resourceRole', 'performer', 'humanPerformer', 'potentialOwner'].map((name) => [name, PERFORMER] as const),
  ...['conditionExpression', 'completionCondition', 'loopCondition'].map((name) => [name, CONDITION] as const),
  ...['timeDuration', 'timeDate', 'timeCycle'].map((name) => [name, TIME] as const),
  ['script', SCRIPT],
  ...['auditing', 'monitoring', 'supports', 'correlationSubscription', 'ioBinding', 'category'].map((name) => [name, OTHER] as const),
]) // prettier-ignore

/** What touchmap itself writes as extensions. */
const OWN: ReadonlySet<string> = new Set(['shows', 'interrupt', 'each', 'flow'])

/**
 * Tells what processes that were read, and the collaboration they stand in, have that is no part of a flow: one finding a
 * kind, at the first of it. Drawings are passed over: places on a screen are made anew.
 */
export function findLeftAside(root: XmlElement, processes: readonly XmlElement[], findings: BpmnFindings): void {
  const found = new Map<Kind, XmlElement[]>()
  const add = (kind: Kind, element: XmlElement): void => {
    const known = found.get(kind)
    if (known) known.push(element)
    else found.set(kind, [element])
  }
  const visit = (element: XmlElement): void => {
    const kind = KINDS.get(element.name)
    if (kind) add(kind, element)
    else if (element.name === 'extensionElements') {
      for (const each of element.children) if (!OWN.has(each.name)) add(EXTENSION, each)
    } else if (element.name === 'participant' && !element.attributes.has('processRef')) add(POOL, element)
    else element.children.forEach(visit)
  }
  for (const process of processes) process.children.forEach(visit)
  for (const each of root.children) if (each.name === 'collaboration') each.children.forEach(visit)
  for (const [kind, elements] of found) {
    const count = elements.length
    const [one, several] = kind.en
    findings.leftAside(elements, {
      zh: `${count} ${kind.zh}未采用：${kind.why.zh}`,
      en: `${count} ${count === 1 ? `${one} is` : `${several} are`} left aside: ${kind.why.en}`,
    })
  }
}
