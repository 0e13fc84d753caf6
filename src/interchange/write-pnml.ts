import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { xmlText } from '../diagnostic/xml-text.ts'
import { childrenOf } from '../flow/block-children.ts'
import { compileNet } from '../flow/compile-net.ts'
import type { Block, EffectiveFlow } from '../flow/effective-flow.ts'
import { flowActivities } from '../flow/flow-activities.ts'
import type { Net } from '../flow/net.ts'
import type { PetriNet, PetriTransition, Tokens } from '../model/petri-net.ts'
import { unfoldStates } from '../flow/unfold-states.ts'

/** A net with interrupts that has more states than this is not written. */
const MOST_STATES = 20_000

/**
 * A flow as a place/transition net in PNML (ISO/IEC 15909-2) with its final marking, as ProM and pm4py read it.
 * Transitions are called by the events that show them (`flowActivities`). Where interrupts end or leave a block, the net
 * is written state by state; over a block with concurrency that is refused (`pnml/interrupt`, semantics §5).
 */
export function writePnml(
  flow: EffectiveFlow,
  name: string,
): { readonly value?: string; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics = findCancelledConcurrency(flow)
  if (diagnostics.length > 0) return { diagnostics }
  const { activities, block } = flowActivities(flow)
  if (block.kind === 'scope' && block.child.kind === 'net') {
    return { value: netToPnml(block.child.net, activities, { id: flow.id, name }), diagnostics: [] }
  }
  const net = compileNet(block)
  const plain = net.transitions.every(({ reset }) => reset.length === 0)
    ? petriNetOf(net)
    : unfoldStates(net, MOST_STATES)
  if (plain === undefined) {
    const [first] = flow.labels
    const message = {
      zh: `展开后的网超过 ${MOST_STATES} 个状态，不能写成 PNML`,
      en: `the net has more than ${MOST_STATES} states when it is expanded, and is not written as PNML`,
    }
    return {
      diagnostics: first ? [{ rule: 'pnml/interrupt', severity: 'error', message, place: first.place }] : [],
    }
  }
  return { value: netToPnml(plain, activities, { id: flow.id, name }), diagnostics: [] }
}

/** A 1-safe net without resets. */
function petriNetOf({ places, transitions, initial, final }: Net): PetriNet {
  const one = (marked: readonly number[]): Tokens[] => marked.map((place) => ({ place, count: 1 }))
  return {
    places,
    placeNames: Array.from({ length: places }, (_, place) => `p${place + 1}`),
    transitions: transitions.map(({ label, consume, produce }): PetriTransition => ({
      ...(label === undefined ? {} : { label }),
      consume: one(consume),
      produce: one(produce),
    })),
    initial: one(initial),
    finals: [one(final)],
  }
}

/** A net as PNML: an arc's weight where it is not 1, `$invisible$` for silent transitions, `finalmarkings`. */
export function netToPnml(
  { places, placeNames, transitions, initial, finals }: PetriNet,
  activities: readonly string[],
  { id, name }: { readonly id: string; readonly name: string },
): string {
  const marked = new Map(initial.map(({ place, count }) => [place, count]))
  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">',
    `  <net id="${xmlText(id)}" type="http://www.pnml.org/version-2009/grammar/pnmlcoremodel">`,
    `    <name><text>${xmlText(name)}</text></name>`,
    '    <page id="page">',
  ]
  for (let place = 0; place < places; place++) {
    const count = marked.get(place)
    const tokens = count === undefined ? '' : `<initialMarking><text>${count}</text></initialMarking>`
    out.push(
      `      <place id="p${place + 1}"><name><text>${xmlText(placeNames[place] ?? '')}</text></name>${tokens}</place>`,
    )
  }
  transitions.forEach(({ label }, at) => {
    const shown = label === undefined ? 'tau' : (activities[label] ?? '')
    const silent =
      label === undefined ? '<toolspecific tool="ProM" version="6.4" activity="$invisible$" localNodeID="" />' : ''
    out.push(`      <transition id="t${at + 1}"><name><text>${xmlText(shown)}</text></name>${silent}</transition>`)
  })
  let arcs = 0
  const arc = (from: string, to: string, count: number): void => {
    const weight = count === 1 ? '' : `<inscription><text>${count}</text></inscription>`
    out.push(`      <arc id="a${++arcs}" source="${from}" target="${to}">${weight}</arc>`)
  }
  transitions.forEach(({ consume, produce }, at) => {
    for (const { place, count } of consume) arc(`p${place + 1}`, `t${at + 1}`, count)
    for (const { place, count } of produce) arc(`t${at + 1}`, `p${place + 1}`, count)
  })
  out.push('    </page>', '    <finalmarkings>')
  for (const final of finals) {
    const tokens = final.map(({ place, count }) => `<place idref="p${place + 1}"><text>${count}</text></place>`)
    out.push(`      <marking>${tokens.join('')}</marking>`)
  }
  out.push('    </finalmarkings>', '  </net>', '</pnml>', '')
  return out.join('\n')
}

/** Interrupts that end or leave something in which two things can be under way at a time. */
function findCancelledConcurrency({ root, labels }: EffectiveFlow): Diagnostic[] {
  const found: Diagnostic[] = []
  const visit = (block: Block, flow: Block): void => {
    if (block.kind !== 'scope') return childrenOf(block).forEach((child) => visit(child, flow))
    const own = block.flow ? block : flow
    for (const { label, then, max } of block.interrupts) {
      const place = labels[label]?.place
      if (then === 'resume' || max === 0 || place === undefined) continue
      if (!hasConcurrency(then === 'end' ? own : block)) continue
      const message = {
        zh: '此处的中断会撤销同时进行的环节，PNML 的网没有写法',
        en: 'this interrupt takes back what goes on at the same time, for which nets in PNML have no words',
      }
      const expected = {
        zh: '导出为 BPMN（--format bpmn），或让中断下面没有 parallel、any-order、some、anywhere',
        en: 'export BPMN (--format bpmn), or have no parallel, any-order, some or anywhere under the interrupt',
      }
      found.push({ rule: 'pnml/interrupt', severity: 'error', message, expected, place })
    }
    for (const child of childrenOf(block)) visit(child, own)
  }
  visit(root, root)
  return found
}

function hasConcurrency(block: Block): boolean {
  if ((block.kind === 'parallel' || block.kind === 'any-order' || block.kind === 'some') && block.children.length > 1) {
    return true
  }
  if (block.kind === 'scope' && block.anywhere.some(({ max }) => max !== 0)) return true
  return childrenOf(block).some(hasConcurrency)
}
