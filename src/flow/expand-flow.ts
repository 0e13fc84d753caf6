import type { Anywhere, Flow, Interrupt, Item, Proof, Step } from '../model/flow.ts'
import type { Cel, Duration, ProcessMap } from '../model/map.ts'
import { mapSpec } from '../model/map-spec.ts'
import type { Rule, Target } from '../model/rule.ts'
import type { Block, BlockInterrupt, EffectiveFlow, Label, LabelIndex } from './effective-flow.ts'
import { relabelNet } from './relabel-net.ts'

/**
 * The effective flow of a flow of the map: used flows in place with their steps renamed `as/step`, labels numbered in
 * file order, and every rule that holds there (those of rules files, then of the flow and its used flows, then of the
 * steps), with targets named as the effective flow names them. Throws on what loading has to refuse: a flow that is not
 * there, or that uses itself.
 */
export function expandFlow(map: ProcessMap, flowId: string): EffectiveFlow {
  const labels: Label[] = []
  const steps = new Map<string, { step: Step; label: LabelIndex }>()
  const flowRules: Rule[] = []
  const stepRules: Rule[] = []
  const ambient = new Set(map.catalog.ambient)

  const expand = (id: string, prefix: string, users: readonly string[]): Block => {
    const flow = map.flows.get(id)
    if (flow === undefined) throw new Error(`no flow ${id} in the map`)
    if (users.includes(id)) throw new Error(`flow ${id} uses itself`)
    const rename = createRenaming(flow, flowId, prefix)
    flow.rules.forEach((rule) => flowRules.push(rename.rule(rule)))
    flow.ambient.forEach((pattern) => ambient.add(pattern))

    const addLabel = (label: Label): LabelIndex => labels.push(label) - 1

    const addStep = (written: Step): LabelIndex => {
      const step =
        prefix === '' ? written : { ...written, id: prefix + written.id, rules: written.rules.map(rename.rule) }
      const label = addLabel({ kind: 'step', id: step.id, step, weight: step.weight, place: step.place })
      steps.set(step.id, { step, label })
      step.rules.forEach((rule) => stepRules.push(rule))
      return label
    }

    const expandItem = (item: Item): Block => {
      switch (item.kind) {
        case 'step':
          return { kind: 'label', label: addStep(item) }
        case 'sequence':
          return expandItems(item.items)
        case 'choice':
          return {
            kind: 'choice',
            children: item.branches.map((branch) => {
              if (branch.when === undefined) return expandItems(branch.steps)
              const { name, when: proof, place } = branch
              const id = prefix + eventOf(proof)
              const decision = addLabel({ kind: 'decision', id, proof, place, ...(name === undefined ? {} : { name }) })
              return sequence([{ kind: 'label', label: decision }, ...branch.steps.map(expandItem)])
            }),
          }
        case 'optional':
          return { kind: 'optional', child: expandItems(item.items) }
        case 'parallel':
        case 'any-order':
        case 'some':
          return { kind: item.kind, children: item.children.map(expandItem) }
        case 'repeat': {
          const max = item.max === undefined ? {} : { max: item.max }
          return { kind: 'repeat', do: expandItems(item.do), redo: expandItems(item.redo), ...max }
        }
        case 'group':
          return expandScope(item, false)
        case 'use':
          return expand(item.flow, `${prefix}${item.as}/`, [...users, id])
        case 'net': {
          const own = item.children.map(addStep)
          return {
            kind: 'net',
            net: relabelNet(item.net, own),
            children: own.map((label) => ({ kind: 'label', label })),
          }
        }
      }
    }

    const expandItems = (items: readonly Item[]): Block => sequence(items.map(expandItem))

    const expandInterrupt = ({ when: proof, steps, then, max, place }: Interrupt): BlockInterrupt => {
      const label = addLabel({ kind: 'interrupt', id: prefix + eventOf(proof), proof, place })
      return { label, handler: expandItems(steps), then, ...(max === undefined ? {} : { max }) }
    }

    const expandScope = (of: Pick<Flow, 'items' | 'interrupts' | 'anywhere'>, isFlow: boolean): Block => {
      let child: Block = sequence([])
      let interrupts: BlockInterrupt[] = []
      let anywhere: Extract<Block, { kind: 'scope' }>['anywhere'] = []
      const sections = [
        { at: startOf(of.items[0]), expand: () => void (child = expandItems(of.items)) },
        { at: startOf(of.interrupts[0]), expand: () => void (interrupts = of.interrupts.map(expandInterrupt)) },
        {
          at: startOf(of.anywhere[0]?.step),
          expand: () =>
            void (anywhere = of.anywhere.map(({ step, ...bounds }: Anywhere) => ({ label: addStep(step), ...bounds }))),
        },
      ]
      // In a variant the sections may stand in different files; they are then taken in this order.
      const files = new Set(
        [of.items[0], of.interrupts[0], of.anywhere[0]?.step].flatMap((each) => each?.place.file ?? []),
      )
      if (files.size < 2) sections.sort((a, b) => a.at - b.at)
      sections.forEach((section) => section.expand())
      if (!isFlow && interrupts.length === 0 && anywhere.length === 0) return child
      return { kind: 'scope', child, interrupts, anywhere, flow: isFlow }
    }

    return expandScope(flow, true)
  }

  const root = expand(flowId, '', [])
  const named = (of: Target): Target => {
    if (of.kind !== 'step') return of
    const name = steps.get(of.step)?.step.name
    return name === undefined ? of : { ...of, name }
  }
  return {
    id: flowId,
    root,
    labels: distinguish(labels),
    rules: [...flowRules, ...stepRules].map((rule) => ({ ...rule, spec: mapSpec(rule.spec, { target: named }) })),
    steps,
    ambient: [...ambient],
  }
}

/** Decisions and interrupts are called by their events; where a step or another of them has that name, by a number too. */
function distinguish(labels: readonly Label[]): readonly Label[] {
  const taken = new Set(labels.filter((label) => label.kind === 'step').map((label) => label.id))
  return labels.map((label) => {
    if (label.kind === 'step') return label
    let id = label.id
    for (let count = 2; taken.has(id); count++) id = `${label.id}#${count}`
    taken.add(id)
    return { ...label, id }
  })
}

function sequence(children: readonly Block[]): Block {
  const [first] = children
  return first !== undefined && children.length === 1 ? first : { kind: 'sequence', children }
}

function startOf(written: Item | Interrupt | undefined): number {
  return written?.place.range.start.offset ?? 0
}

/** What a proof is called where it stands for no step: its event, else what is said, else its kind. */
function eventOf(proof: Proof): string {
  if (proof.kind === 'match') return proof.event ?? proof.says?.id ?? 'event'
  const [first] = proof.proofs
  return first === undefined ? 'event' : eventOf(first)
}

/** Gives the rules of a flow the names that they have where the flow is used. */
function createRenaming(flow: Flow, root: string, prefix: string) {
  if (prefix === '') return { rule: (rule: Rule): Rule => rule }
  const own = new Set<string>()
  flow.items.forEach((item) => collectSteps(item, own))
  flow.interrupts.forEach((interrupt) => interrupt.steps.forEach((item) => collectSteps(item, own)))
  flow.anywhere.forEach(({ step }) => own.add(step.id))

  const isOwn = (ref: string): boolean => own.has(ref) || ref.includes('/')
  const target = (of: Target): Target => (of.kind === 'step' ? { ...of, step: prefix + of.step } : of)
  const limit = (of: Duration): Duration => (of.kind === 'from' && isOwn(of.ref) ? { ...of, ref: prefix + of.ref } : of)
  const cel = (of: Cel): Cel => ({
    ...of,
    source: of.source.replace(/\bsteps\[\s*(["'])([^"'\\]+)\1\s*\]/g, (all: string, quote: string, ref: string) =>
      isOwn(ref) ? `steps[${quote}${prefix}${ref}${quote}]` : all,
    ),
  })
  return {
    rule: (rule: Rule): Rule => ({
      ...rule,
      id: `${root}/${prefix}${rule.id.startsWith(`${flow.id}/`) ? rule.id.slice(flow.id.length + 1) : rule.id}`,
      spec: mapSpec(rule.spec, { target, limit, cel }),
      ...(rule.applies === undefined ? {} : { applies: cel(rule.applies) }),
    }),
  }
}

function collectSteps(item: Item, into: Set<string>): void {
  const all = (items: readonly Item[]): void => items.forEach((child) => collectSteps(child, into))
  switch (item.kind) {
    case 'step':
      into.add(item.id)
      return
    case 'sequence':
    case 'optional':
      return all(item.items)
    case 'choice':
      return item.branches.forEach((branch) => all(branch.steps))
    case 'parallel':
    case 'any-order':
    case 'some':
    case 'net':
      return all(item.children)
    case 'repeat':
      all(item.do)
      return all(item.redo)
    case 'group':
      all(item.items)
      item.interrupts.forEach((interrupt) => all(interrupt.steps))
      return item.anywhere.forEach(({ step }) => void into.add(step.id))
    case 'use':
      return
  }
}
