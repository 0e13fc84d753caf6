import { textIn } from '../model/text.ts'
import { wrapToWidth } from './measure-text.ts'
import { eventOf } from './bpmn-proofs.ts'
import { addFrame, laneKey, node, orderLanes, type Placed, single } from './place-blocks.ts'
import { type Frame, type PlacedNode, SIZES } from './placement.ts'
import { listSteps, type Part, type PartInterrupt, type StepPart, type UnfoldedFlow } from './unfold-flow.ts'
import { stepName, type Words } from './words.ts'

export type BpmnKind =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'boundaryEvent'
  | 'task'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'eventBasedGateway'
  | 'subProcess'
  | 'adHocSubProcess'

/** An element of a BPMN process before it has its id. */
export interface BpmnElement {
  readonly kind: BpmnKind
  readonly name: string
  /** What the id is made from. */
  readonly key: string
  /** The sub-process it stands in; none: the process. */
  readonly parent?: BpmnElement
  readonly documentation?: string
  /** What shows it in a log, and the step it is. */
  readonly shows?: { readonly activity: string; readonly step?: string }
  /** What a conditional event waits for. */
  readonly condition?: string
  /** Of a boundary event, and of the start of an event sub-process. */
  readonly interrupt?: { readonly host: BpmnElement; readonly then: PartInterrupt['then']; readonly max?: number }
  readonly terminates?: boolean
  /** Repeated: `do` first, or asked before the first time. */
  readonly loop?: { readonly max?: number; readonly before: boolean }
  /** The used flow that a sub-process is. */
  readonly flow?: string
  /** An event sub-process. */
  readonly triggered?: boolean
  /** Written beside it. */
  readonly label: readonly string[]
}

export interface Gate {
  readonly element: BpmnElement
  readonly frame: Frame
  /** Where lines come in, or where they leave. */
  readonly side: 'in' | 'out'
}

const EVENT = 36
export const GATEWAY = 50
export const SMALL = 11

/** A flow while it is laid out: what has been made so far, and how single elements are made. */
export class BpmnSketch {
  readonly words: Words
  readonly zh: boolean
  readonly laneKeys: readonly string[]
  readonly elements: Map<PlacedNode, BpmnElement> = new Map()
  readonly gates: Map<PlacedNode, Gate> = new Map()
  readonly subProcesses: { readonly element: BpmnElement; readonly frame: Frame }[] = []

  constructor(unfolded: UnfoldedFlow, words: Words) {
    this.words = words
    this.zh = words.lang === 'zh'
    this.laneKeys = orderLanes(listSteps(unfolded).map(laneKey))
  }

  laneOf(part: StepPart): number {
    return this.laneKeys.indexOf(laneKey(part))
  }

  /** The lane of the first step of some parts. */
  firstLane(parts: readonly Part[], otherwise: number): number {
    const [first] = listSteps({ parts, interrupts: [], anywhere: [] })
    return first ? this.laneOf(first) : otherwise
  }

  set(placed: PlacedNode, element: Omit<BpmnElement, 'label'>, label: readonly string[] = []): Placed {
    this.elements.set(placed, { ...element, label })
    return single(placed)
  }

  /** An event or a gateway, its name beside it. */
  sign(element: Omit<BpmnElement, 'label'>, lane: number): Placed {
    const size = element.kind.endsWith('Gateway') ? GATEWAY : EVENT
    const lines = element.name === '' ? [] : wrapToWidth(element.name, 110, SMALL, 3)
    const caption = lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '')
    const kind = size === EVENT ? 'start' : 'gateway'
    return this.set(node(kind, lane, size, size, { caption, title: lines }), element, lines)
  }

  gateway(
    kind: Extract<BpmnKind, `${string}Gateway`>,
    lane: number,
    name: string,
    parent: BpmnElement | undefined,
  ): Placed {
    return this.sign({ kind, name, key: 'gateway', ...inside(parent) }, lane)
  }

  start(lane: number, parent: BpmnElement | undefined): Placed {
    return this.sign({ kind: 'startEvent', name: this.zh ? '开始' : 'Start', key: 'start', ...inside(parent) }, lane)
  }

  end(lane: number, parent: BpmnElement | undefined): Placed {
    return this.sign({ kind: 'endEvent', name: this.zh ? '结束' : 'End', key: 'end', ...inside(parent) }, lane)
  }

  task(part: StepPart, parent: BpmnElement | undefined, loop?: BpmnElement['loop']): Placed {
    const name = stepName(part, this.words)
    const lines = wrapToWidth(name, SIZES.box - 30, SIZES.label, 5)
    const height = Math.max(56, 28 + lines.length * 15 + (loop ? 16 : 0))
    const does = textIn(part.step.does, this.words.lang, '')
    return this.set(node('step', this.laneOf(part), SIZES.box, height, { text: name, title: lines, step: part }), {
      kind: 'task',
      name,
      key: part.id,
      ...inside(parent),
      ...(does === '' || does === name ? {} : { documentation: does }),
      shows: { activity: eventOf(part.step.proof) ?? part.id, step: part.id },
      ...(loop ? { loop } : {}),
    })
  }

  /** Draws the border of a sub-process around what was placed; lines to its first and last node end there. */
  closeFrame(placed: Placed, element: BpmnElement, first: PlacedNode, last: PlacedNode): Placed {
    const frame = addFrame(placed, element.name, '')
    this.subProcesses.push({ element, frame })
    this.gates.set(first, { element, frame, side: 'in' })
    this.gates.set(last, { element, frame, side: 'out' })
    return placed
  }

  titleOf(part: Part): string {
    if (part.kind === 'sequence' && part.name) return textIn(part.name, this.words.lang, '')
    const [first] = listSteps({ parts: [part], interrupts: [], anywhere: [] })
    return first ? stepName(first, this.words) : ''
  }
}

export function inside(parent: BpmnElement | undefined): Pick<BpmnElement, 'parent'> {
  return parent === undefined ? {} : { parent }
}
