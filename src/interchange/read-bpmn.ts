import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import { findLeftAside } from './bpmn-aside.ts'
import { BpmnFindings } from './bpmn-findings.ts'
import type { BpmnModel } from './bpmn-model.ts'
import { BpmnScopeReader } from './bpmn-scope.ts'
import { ASIDE, calledIn, idOf, nameOfProcess, shorten } from './bpmn-words.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { createXmlText, placeIn } from './xml-text.ts'

export interface BpmnOptions {
  /** The id or name of the process to read; needed where the file has several. */
  readonly net?: string
}

const NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

/**
 * Reads BPMN 2.0: one process with its lanes. What has no meaning as an order of activities (data, notes, messages) is
 * left aside with a finding that is no error; what has one that is not supported is an error. All faults are found at
 * once, but for those of XML; with one there is no process.
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
  const findings = new BpmnFindings(source)
  if (!isBpmn(root, findings)) return { diagnostics: findings.all }
  const processes = root.children.filter(({ name }) => name === 'process')
  const byId = new Map(processes.filter((each) => idOf(each) !== '').map((each) => [idOf(each), each]))
  const process = chooseProcess(root, processes, options.net, findings)
  const reader = new BpmnScopeReader(findings, byId)
  const scope = process && reader.read(process, 0)
  if (!process || !scope || findings.hasErrors) return { diagnostics: findings.all }
  findLeftAside(root, [process, ...reader.calledProcesses], findings)
  const place = placeIn(source, process.from, process.to)
  return { value: { id: idOf(process), name: nameOfProcess(process), scope, place }, diagnostics: findings.all }
}

/** Whether the root element is that of BPMN 2.0; another language may use the same names for other things. */
function isBpmn(root: XmlElement, findings: BpmnFindings): boolean {
  if (root.name !== 'definitions') {
    findings.report('bpmn/syntax', root, {
      zh: `根元素是 \`<${shorten(root.name)}>\`，不是 BPMN 的 \`<definitions>\``,
      en: `the root element is \`<${shorten(root.name)}>\`, not \`<definitions>\` of BPMN`,
    })
    return false
  }
  const prefix = root.prefix === '' ? 'xmlns' : root.prefix
  const namespace = root.attributes.get(prefix)?.trim()
  if (namespace === NAMESPACE) return true
  const message =
    namespace === undefined || namespace === ''
      ? { zh: '根元素没有命名空间', en: 'the root element is in no namespace' }
      : {
          zh: `命名空间 \`${shorten(namespace)}\` 不是 BPMN 2.0 的`,
          en: `the namespace \`${shorten(namespace)}\` is not that of BPMN 2.0`,
        }
  const attribute = `${root.prefix === '' ? 'xmlns' : `xmlns:${shorten(root.prefix)}`}="${NAMESPACE}"`
  findings.report('bpmn/syntax', root, message, { zh: `\`${attribute}\``, en: `\`${attribute}\`` })
  return false
}

function chooseProcess(
  root: XmlElement,
  all: readonly XmlElement[],
  wanted: string | undefined,
  findings: BpmnFindings,
): XmlElement | undefined {
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
    findings.report('bpmn/process', root, message, wanted === undefined ? undefined : names)
  } else if (second !== undefined) {
    const message = {
      zh: `文件里有 ${found.length} 个流程；要用哪一个须指明`,
      en: `there are ${found.length} processes in the file; which one is meant must be said`,
    }
    findings.report('bpmn/process', second, message, names)
    return undefined
  }
  return first
}
