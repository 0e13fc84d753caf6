import { columnsOf, wrap } from '../draw/columns.ts'
import { drawInTerminal } from '../draw/draw-in-terminal.ts'
import { listFlowRules, outlineFlow, type OutlineNode } from '../draw/outline-flow.ts'
import { listSteps, unfoldFlow } from '../draw/unfold-flow.ts'
import { describeNorm, type Norm, stepName, type Words } from '../draw/words.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Message } from '../diagnostic/diagnostic.ts'
import { AXIS_WORDS } from '../model/axis-words.ts'
import type { Flow } from '../model/flow.ts'
import { AXES, type ProcessMap } from '../model/map.ts'
import type { Cell } from '../model/matrix.ts'
import { textIn } from '../model/text.ts'
import type { ReportContext } from './context.ts'
import { type FlowHistory, listFlowHistory } from './flow-history.ts'

/** A flow to be shown; with the cell when it was asked for by the code of a touchpoint. */
export interface ShowResult {
  readonly map: ProcessMap
  readonly flow: Flow
  readonly effective: EffectiveFlow
  readonly cell?: Cell
  /** What it has been through; absent where that was not asked. */
  readonly history?: FlowHistory
}

/** A flow as an agent reads it while serving (S24.d, S24.k), then as a diagram; last its versions and walk-throughs. */
export function showFlow(result: ShowResult, context: ReportContext): string {
  const { map, flow, cell, history } = result
  const { lang, palette, width } = context
  const words: Words = { lang, catalog: map.catalog }
  const unfolded = unfoldFlow(flow, map.flows)
  const outline = outlineFlow(unfolded, words)
  const names = new Map(listSteps(unfolded).map((part) => [part.id, stepName(part, words)]))
  const heading = (text: Message) => ['', palette.strong(text[lang]), '']
  const lines = [...describeFlow(map, flow, cell, context)]
  lines.push(...heading({ zh: '步骤', en: 'Steps' }))
  for (const node of outline) readNode(node, 0, context, lines)
  lines.push(...readRules(listFlowRules(unfolded), { zh: '全程要求', en: 'Throughout' }))
  lines.push(...readRules(map.rules, { zh: '所有流程的共同要求', en: 'In every flow' }))
  lines.push(...heading({ zh: '流程图', en: 'Diagram' }))
  lines.push(
    ...drawInTerminal(outline, words, width, {
      role: palette.name,
      strong: palette.strong,
      dim: palette.dim,
      critical: palette.error,
    }),
  )
  if (history) lines.push(...listFlowHistory(result, history, context))
  lines.push('')
  return lines.join('\n')

  function readRules(rules: ProcessMap['rules'], title: Message): string[] {
    if (rules.length === 0) return []
    const read: string[] = heading(title)
    for (const rule of rules) {
      const norm = describeNorm(rule, words, (id) => names.get(id) ?? id)
      const own = textIn(rule.title, lang, '')
      const text = own === '' || own === norm.text ? norm.text : `${own}${lang === 'zh' ? '：' : ': '}${norm.text}`
      pushNorm({ label: norm.label, text: rule.critical ? `${text}${critical(lang)}` : text }, '  ', context, read)
    }
    return read
  }
}

function critical(lang: ReportContext['lang']): string {
  return lang === 'zh' ? '【关键】' : ' [critical]'
}

function describeFlow(map: ProcessMap, flow: Flow, cell: Cell | undefined, context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const families = {
    service: { zh: '服务流程', en: 'service flow' },
    management: { zh: '管理流程', en: 'management flow' },
  }
  const facts = [families[flow.family][lang], ...(flow.source.length > 0 ? [flow.source.join(', ')] : [])]
  const name = textIn(flow.name, lang, flow.id)
  const title = name === flow.id ? name : zh ? `${name}（${flow.id}）` : `${name} (${flow.id})`
  const lines = [
    ...wrap(title, width).map((line) => palette.strong(line)),
    palette.dim(`${facts.join(' · ')} · ${flow.place.file}:${flow.place.range.start.line}`),
  ]
  const table: [string, string][] = []
  if (cell) {
    table.push([zh ? '接触点' : 'Touchpoint', cell.code ?? ''])
    for (const axis of AXES) {
      const id = cell.at[axis]
      if (id === undefined) continue
      const word = AXIS_WORDS[axis][lang]
      table.push([
        `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
        textIn(map.catalog.axes[axis].get(id)?.name, lang, id),
      ])
    }
    if (cell.row?.goal) table.push([zh ? '沟通目标' : 'Goal', textIn(cell.row.goal, lang, '')])
    if (cell.row) table.push([zh ? '出处' : 'Written at', `${cell.row.place.file}:${cell.row.place.range.start.line}`])
  }
  const elements: [keyof Flow['elements'], Message][] = [
    ['inputs', { zh: '输入', en: 'Inputs' }],
    ['customer', { zh: '客户', en: 'Customer' }],
    ['output', { zh: '产出', en: 'Output' }],
    ['value', { zh: '价值', en: 'Value' }],
  ]
  for (const [key, label] of elements) {
    const text = textIn(flow.elements[key], lang, '')
    if (text !== '') table.push([label[lang], text])
  }
  if (table.length === 0) return lines
  const room = Math.max(...table.map(([label]) => columnsOf(label)))
  lines.push('')
  for (const [label, text] of table) {
    const texts = wrap(text, Math.max(12, width - room - 4))
    texts.forEach((line, i) => {
      const head = i === 0 ? label : ''
      lines.push(`  ${palette.name(head)}${' '.repeat(room - columnsOf(head))}  ${line}`)
    })
  }
  return lines
}

function readNode(node: OutlineNode, depth: number, context: ReportContext, lines: string[]): void {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const indent = '  '.repeat(Math.min(depth, 8))
  switch (node.kind) {
    case 'step': {
      const who = node.role === '' ? '' : zh ? `${node.role}：` : `${node.role}: `
      const tags = (node.critical ? critical(lang) : '') + (node.optional ? (zh ? '（可选）' : ' (optional)') : '')
      const number = `${node.number}.`
      const hang = `${indent}  ${' '.repeat(columnsOf(number) + 1)}`
      pushWrapped(`${indent}  ${number} `, hang, `${who}${node.name}${tags}`, context, lines, (text) =>
        palette.strong(text),
      )
      if (node.does !== undefined) pushWrapped(hang, hang, node.does, context, lines)
      for (const norm of node.norms) pushNorm(norm, hang, context, lines)
      return
    }
    case 'block': {
      pushWrapped(`${indent}  `, `${indent}  `, zh ? `${node.title}：` : `${node.title}:`, context, lines, palette.name)
      for (const child of node.children) readNode(child, depth + 1, context, lines)
      return
    }
    case 'branch': {
      const straight = zh ? '，直接继续' : ', go straight on'
      const title = node.children.length === 0 ? node.title + straight : zh ? `${node.title}：` : `${node.title}:`
      pushWrapped(`${indent}- `, `${indent}  `, title, context, lines)
      for (const child of node.children) readNode(child, depth + 1, context, lines)
      return
    }
    case 'interrupt': {
      const title =
        node.children.length === 0 ? `${node.title}${zh ? '，' : ', '}${node.after}` : `${node.title}${zh ? '：' : ':'}`
      pushWrapped(`${indent}! `, `${indent}  `, title, context, lines, palette.warning)
      for (const child of node.children) readNode(child, depth + 1, context, lines)
      if (node.children.length > 0) pushWrapped(`${indent}    `, `${indent}    `, `→ ${node.after}`, context, lines)
      return
    }
    case 'note':
      pushWrapped(`${indent}  `, `${indent}  `, node.title, context, lines, palette.dim)
  }
}

function pushNorm(norm: Norm, indent: string, context: ReportContext, lines: string[]): void {
  const gap = context.lang === 'zh' ? '：' : ': '
  const label = norm.label + gap
  const hang = indent + ' '.repeat(columnsOf(label))
  const texts = wrap(norm.text, Math.max(16, context.width - columnsOf(hang)))
  texts.forEach((text, i) =>
    lines.push(i === 0 ? `${indent}${context.palette.name(norm.label)}${gap}${text}` : hang + text),
  )
}

function pushWrapped(
  first: string,
  rest: string,
  text: string,
  { width }: ReportContext,
  lines: string[],
  paint: (text: string) => string = (same) => same,
): void {
  const texts = wrap(text, Math.max(16, width - columnsOf(first)))
  texts.forEach((line, i) => lines.push((i === 0 ? first : rest) + paint(line)))
}
