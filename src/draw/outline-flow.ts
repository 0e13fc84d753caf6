import type { Place } from '../diagnostic/diagnostic.ts'
import { followsOf } from '../flow/follows-of.ts'
import { textIn } from '../model/text.ts'
import type { Rule } from '../model/rule.ts'
import {
  listSteps,
  type Part,
  type PartAnywhere,
  type PartBranch,
  type PartInterrupt,
  type StepPart,
  type UnfoldedFlow,
} from './unfold-flow.ts'
import { describeNorm, describeProof, type Norm, roleNames, stepName, type Words } from './words.ts'

/** A flow as headings within headings, in one language: what the reading for agents and the terminal diagram print. */
export type OutlineNode =
  | {
      readonly kind: 'step'
      readonly number: number
      readonly id: string
      /** '' where the map names nobody. */
      readonly role: string
      readonly name: string
      /** The instruction, where it says more than the name. */
      readonly does?: string
      readonly norms: readonly PlacedNorm[]
      readonly place: Place
      readonly critical: boolean
      readonly optional: boolean
    }
  /** A block, with what it means as its title. */
  | { readonly kind: 'block'; readonly title: string; readonly children: readonly OutlineNode[] }
  /** One way through a block. Without children one goes straight on. */
  | {
      readonly kind: 'branch'
      readonly title: string
      readonly children: readonly OutlineNode[]
      readonly place?: Place
    }
  /** Something that may happen at any time, and what is done then; `after` says where it leads. */
  | {
      readonly kind: 'interrupt'
      readonly title: string
      readonly after: string
      readonly children: readonly OutlineNode[]
      readonly place?: Place
    }
  | { readonly kind: 'note'; readonly title: string }

/** A norm on a step, with where it is written. */
export interface PlacedNorm extends Norm {
  readonly place: Place
}

/** Outlines an unfolded flow. Rules of the flow itself are not in it: `describeNorm` has the words for them. */
export function outlineFlow(unfolded: UnfoldedFlow, words: Words): OutlineNode[] {
  const { lang } = words
  const zh = lang === 'zh'
  const names = new Map(listSteps(unfolded).map((part) => [part.id, stepName(part, words)]))

  function nodesOf(parts: readonly Part[], prefix: string): OutlineNode[] {
    return parts.flatMap((part) => nodeOf(part, prefix))
  }

  function stepNode(part: StepPart, prefix: string, optional = false): OutlineNode {
    const { id, number, step } = part
    const name = stepName(part, words)
    const does = textIn(step.does, lang, name)
    const nameStep = (other: string) => names.get(prefix + other) ?? names.get(other) ?? other
    const norms: PlacedNorm[] = step.rules
      .filter((rule) => rule.spec.kind !== 'by')
      .map((rule) => ({ ...describeNorm(rule, words, nameStep), place: rule.place }))
    if (step.satisfiedBy) {
      const label = zh ? '已知可免' : 'Not needed if'
      norms.push({ label, text: describeProof(step.satisfiedBy, words), place: step.satisfiedBy.place })
    }
    return {
      kind: 'step',
      number,
      id,
      role: roleNames(step.by, words),
      name,
      ...(does === name ? {} : { does }),
      norms,
      place: step.place,
      critical: step.critical,
      optional,
    }
  }

  function nodeOf(part: Part, prefix: string): OutlineNode[] {
    const block = (title: string, children: readonly OutlineNode[]): OutlineNode[] => [
      { kind: 'block', title, children },
    ]
    switch (part.kind) {
      case 'step':
        return [stepNode(part, prefix)]
      case 'sequence':
        if (!part.name) return nodesOf(part.parts, prefix)
        return [{ kind: 'branch', title: textIn(part.name, lang, ''), children: nodesOf(part.parts, prefix) }]
      case 'choice':
        return block(
          zh ? '视情况' : 'As the case may be',
          part.branches.map((branch, i) => ({
            kind: 'branch',
            title: zh ? `如果 ${branchName(branch, i, words)}` : `if ${branchName(branch, i, words)}`,
            children: nodesOf(branch.parts, prefix),
            ...(branch.place ? { place: branch.place } : {}),
          })),
        )
      case 'optional': {
        const [only, ...others] = part.parts
        if (only?.kind === 'step' && others.length === 0) return [stepNode(only, prefix, true)]
        return block(zh ? '可做可不做' : 'Optional', nodesOf(part.parts, prefix))
      }
      case 'parallel':
      case 'any-order':
      case 'some':
        return block(
          blockTitle(part.kind, words),
          part.children.flatMap((child) => nodeOf(child, prefix)),
        )
      case 'repeat': {
        const doing = nodesOf(part.do, prefix)
        if (part.redo.length === 0) return block(repeatTitle(part.max, words), doing)
        const again = zh ? '每次再做之前' : 'each time before doing it again'
        return block(repeatTitle(part.max, words), [
          ...doing,
          { kind: 'branch', title: again, children: nodesOf(part.redo, prefix) },
        ])
      }
      case 'net':
        return block(netTitle(part, words), netNodes(part, prefix))
      case 'scope': {
        const inner = part.flow && part.id !== undefined ? `${prefix}${part.id}/` : prefix
        const title = scopeTitle(part, words)
        const children = insides(part, inner)
        if (title === '' && part.interrupts.length + part.anywhere.length === 0) return children
        return block(title || (zh ? '这一段' : 'This part'), children)
      }
      case 'folded':
        return [{ kind: 'note', title: zh ? `见流程 ${part.flow}` : `see the flow ${part.flow}` }]
    }
  }

  /** Steps of a net in the order of the file, each with what may come directly before it. */
  function netNodes({ net, children }: Extract<Part, { kind: 'net' }>, prefix: string): OutlineNode[] {
    const { first, last, next } = followsOf(net)
    return children.map((child, at) => {
      const before = [...next].filter(([, after]) => after.includes(at)).map(([label]) => children[label])
      const names = before.flatMap((each) => (each ? [`${each.number} ${stepName(each, words)}`] : []))
      const starts = first.includes(at) ? [zh ? '开始' : 'the start'] : []
      const node = stepNode(child, prefix)
      if (node.kind !== 'step') return node
      const { place } = child.step
      const text = [...starts, ...names].join(zh ? '、' : ', ')
      const after = { label: zh ? '可紧接在…之后' : 'May come right after', text, place }
      const over = { label: zh ? '此后' : 'After it', text: zh ? '可以结束' : 'the flow may end', place }
      const order = [...(text === '' ? [] : [after]), ...(last.includes(at) ? [over] : [])]
      return { ...node, norms: [...order, ...node.norms] }
    })
  }

  function insides(
    { parts, anywhere, interrupts }: Pick<UnfoldedFlow, 'parts' | 'anywhere' | 'interrupts'>,
    prefix: string,
  ): OutlineNode[] {
    return [
      ...nodesOf(parts, prefix),
      ...anywhere.map((each): OutlineNode => ({
        kind: 'branch',
        title: anywhereTitle(each, words),
        children: [stepNode(each.part, prefix)],
      })),
      ...interrupts.map((interrupt): OutlineNode => ({
        kind: 'interrupt',
        title: (zh ? '任何时候，如果 ' : 'at any time, if ') + interruptName(interrupt, words),
        after: afterInterrupt(interrupt, words),
        children: nodesOf(interrupt.parts, prefix),
        ...(interrupt.place ? { place: interrupt.place } : {}),
      })),
    ]
  }

  return insides(unfolded, '')
}

/** The rules of the flow and of its used flows that stand on no step, in file order. */
export function listFlowRules(unfolded: UnfoldedFlow): readonly Rule[] {
  const rules: Rule[] = [...unfolded.flow.rules]
  const visit = (part: Part): void => {
    if (part.kind === 'scope') {
      rules.push(...(part.flow?.rules ?? []))
      part.parts.forEach(visit)
      part.interrupts.forEach((interrupt) => interrupt.parts.forEach(visit))
    } else if (part.kind === 'choice') part.branches.forEach((branch) => branch.parts.forEach(visit))
    else if (part.kind === 'repeat') [...part.do, ...part.redo].forEach(visit)
    else if ('children' in part) part.children.forEach(visit)
    else if ('parts' in part) part.parts.forEach(visit)
  }
  unfolded.parts.forEach(visit)
  unfolded.interrupts.forEach((interrupt) => interrupt.parts.forEach(visit))
  return rules
}

/** The name of a branch, else the event that decides for it, else its number. */
export function branchName({ name, when }: PartBranch, index: number, words: Words): string {
  const given = textIn(name, words.lang, '')
  if (given !== '') return given
  if (when) return describeProof(when, words)
  return words.lang === 'zh' ? `方式 ${index + 1}` : `way ${index + 1}`
}

export function interruptName({ name, when }: PartInterrupt, words: Words): string {
  const given = textIn(name, words.lang, '')
  return given === '' ? describeProof(when, words) : given
}

/** Where an interrupt leads. */
export function afterInterrupt({ then, max }: PartInterrupt, { lang }: Words): string {
  const zh = lang === 'zh'
  const often = max === undefined ? '' : zh ? `（最多 ${max} 次）` : ` (at most ${max} times)`
  switch (then) {
    case 'end':
      return zh ? '流程到此结束' : 'the flow ends there'
    case 'leave':
      return zh ? '不再回到这一段，接着做后面的步骤' : 'leave this part and go on after it'
    case 'resume':
      return (zh ? '然后回到原处继续' : 'then go back and carry on') + often
  }
}

export function blockTitle(kind: 'parallel' | 'any-order' | 'some', { lang }: Words): string {
  const titles = {
    parallel: { zh: '同时进行', en: 'At the same time' },
    'any-order': { zh: '顺序不限，逐项做完', en: 'In any order, one after the other' },
    some: { zh: '至少做一项', en: 'At least one of these' },
  }
  return titles[kind][lang]
}

/** Of steps whose order a model without blocks says. */
export function netTitle({ file }: { readonly file: string }, { lang }: Words): string {
  return lang === 'zh'
    ? `次序见模型 ${file}（不是块结构）`
    : `In the order of the model ${file}, which is not made of blocks`
}

export function repeatTitle(max: number | undefined, { lang }: Words): string {
  if (max === undefined) return lang === 'zh' ? '可重复，直到完成' : 'Repeat until done'
  return lang === 'zh' ? `可重复，最多 ${max} 次` : `Repeat, at most ${max} times`
}

/** At the way back of a loop. */
export function againLabel(max: number | undefined, { lang }: Words): string {
  if (max === undefined) return lang === 'zh' ? '再做一次' : 'again'
  return lang === 'zh' ? `再做一次（共最多 ${max} 次）` : `again (${max} times at most)`
}

/** The name of a used flow, or of a group; '' for a group without an id. */
export function scopeTitle(
  scope: { readonly id?: string; readonly flow?: UnfoldedFlow['flow'] },
  { lang }: Words,
): string {
  if (scope.flow) return textIn(scope.flow.name, lang, scope.flow.id)
  return scope.id ?? ''
}

export function anywhereTitle({ min, max }: PartAnywhere, { lang }: Words): string {
  const bounds: string[] = []
  if (min > 0) bounds.push(lang === 'zh' ? `至少 ${min} 次` : min === 1 ? 'at least once' : `at least ${min} times`)
  if (max !== undefined)
    bounds.push(lang === 'zh' ? `最多 ${max} 次` : max === 1 ? 'at most once' : `at most ${max} times`)
  const often = bounds.join(lang === 'zh' ? '，' : ', ')
  if (lang === 'zh') return often === '' ? '其间随时可做' : `其间随时（${often}）`
  return often === '' ? 'at any time meanwhile' : `at any time meanwhile (${often})`
}
