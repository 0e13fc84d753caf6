import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { canFinish } from '../flow/can-finish.ts'
import type { Block } from '../flow/effective-flow.ts'
import { findIrreducible, recogniseBlocks } from '../flow/recognise-blocks.ts'
import type { ModelElement, ModelFlow, ModelReader } from '../model/model-flow.ts'
import { blockItems } from './block-items.ts'
import type { BpmnNode } from './bpmn-model.ts'
import { bpmnToNet } from './bpmn-to-net.ts'
import { decodeXml } from './decode-xml.ts'
import { readBpmn } from './read-bpmn.ts'
import { readPnml } from './read-pnml.ts'

interface Read {
  readonly value?: ModelFlow
  readonly diagnostics: readonly Diagnostic[]
}
interface Options {
  readonly net?: string
}

/** Reads a `.bpmn` or `.pnml` file as a flow: each task, event or transition an element of its own. */
export const readModel: ModelReader = (bytes, file, options = {}) => {
  const text = decodeXml(bytes)
  const read = /\.bpmn$/i.test(file) ? readProcess(text, file, options) : readNet(text, file, options)
  return { text, ...read }
}

function readProcess(text: string, file: string, options: Options): Read {
  const { value: model, diagnostics } = readBpmn(text, file, options)
  if (model === undefined) return { diagnostics }
  const { value: read, diagnostics: unsupported, unstructured } = bpmnToNet(model, { apart: true })
  // What neither blocks nor a net can say is told once, as what keeps the model from being blocks.
  if (read === undefined) return { diagnostics: [...mergeFindings(unstructured, unsupported), ...diagnostics] }
  const elements = read.nodes.map(elementOf)
  const { id, name, place } = model
  const flow = { id: id.replace(/^process-/, ''), name, elements, place }
  if (read.block) return inBlocks(flow, read.block, 'bpmn/blocks', diagnostics)
  if (read.net && canFinish(read.net) === false) {
    const message = { zh: '从起始到不了结束', en: 'the end cannot be reached from the start' }
    return { diagnostics: [{ rule: 'bpmn/flow', severity: 'error', message, place }, ...unstructured, ...diagnostics] }
  }
  return { value: { ...flow, ...(read.net ? { net: read.net } : {}), unstructured }, diagnostics }
}

function inBlocks(
  flow: Pick<ModelFlow, 'id' | 'name' | 'elements' | 'place'>,
  block: Block,
  rule: 'bpmn/blocks' | 'pnml/blocks',
  told: readonly Diagnostic[] = [],
): Read {
  const { value: blocks, diagnostics: faults } = blockItems(block, flow.elements, { place: flow.place, rule })
  const diagnostics = [...faults, ...told]
  return faults.length > 0 ? { diagnostics } : { value: { ...flow, blocks, unstructured: [] }, diagnostics }
}

function readNet(text: string, file: string, options: Options): Read {
  const { value: model, diagnostics } = readPnml(text, file, options)
  if (model === undefined) return { diagnostics }
  const { name, place, finalAt } = model
  const elements: ModelElement[] = []
  const transitions = model.net.transitions.map(({ consume, produce }, at) => {
    const written = model.transitions[at]
    if (!written || written.name === '') return { consume, produce }
    const label = elements.push({ ...written, event: written.name }) - 1
    return { label, consume, produce }
  })
  const net = { ...model.net, transitions }
  const flow = { id: name, name, elements, place }
  const block = recogniseBlocks(net)
  if (block) return inBlocks(flow, block, 'pnml/blocks')
  if (canFinish(net) === false) {
    const message = { zh: '从初始标记到不了终止标记', en: 'the final marking cannot be reached from the initial one' }
    return { diagnostics: [{ rule: 'pnml/final-unreachable', severity: 'error', message, place: finalAt }] }
  }
  const { places: left } = findIrreducible(net)
  const [first, ...others] = left.flatMap((each) => model.places[each] ?? [])
  const also = { zh: '这里也是', en: 'here too' }
  const reason: Diagnostic = {
    rule: 'pnml/blocks',
    severity: 'error',
    message: {
      zh: '这里的分支与汇合不成对，不构成块（顺序、选择、并行、循环逐层嵌套）',
      en: 'what parts and meets here does not do so in pairs: no blocks (sequence, choice, concurrency, loops within each other)',
    },
    expected: {
      zh: '成对的分支与汇合；或不导入，让流程用 `from` 引用此文件（按网运行）',
      en: 'splits and joins in pairs; or no import: a flow may name the file with `from` and runs as a net',
    },
    place: first ?? place,
    ...(others.length > 0 ? { related: others.slice(0, 20).map((each) => ({ message: also, place: each })) } : {}),
  }
  const unstructured = [reason]
  return { value: { ...flow, net, unstructured }, diagnostics: [] }
}

function elementOf(node: BpmnNode): ModelElement {
  const { id, name, activity, step, does, lane, place, incoming } = node
  const [into, second] = incoming
  const gateway = into && second === undefined ? into.source : undefined
  const parts = gateway !== undefined && gateway.outgoing.length > 1
  const decides =
    node.kind === 'event' &&
    parts &&
    (gateway.waits === true || (gateway.kind === 'exclusive' && node.conditional === true))
  return {
    id,
    name,
    event: activity ?? '',
    place,
    ...(step === undefined ? {} : { step }),
    ...(does === undefined ? {} : { does }),
    ...(lane === undefined ? {} : { lane }),
    ...(parts && into?.name ? { way: into.name } : {}),
    ...(decides ? { decides } : {}),
  }
}

/** Findings of both, those of the second only where the first have none. */
function mergeFindings(first: readonly Diagnostic[], second: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(first.map(({ place }) => place.range.start.offset))
  return [...first, ...second.filter(({ place }) => !known.has(place.range.start.offset))]
}
