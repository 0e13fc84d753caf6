import type { Lang, Message, Place } from '../diagnostic/diagnostic.ts'
import { columnsOf, padEnd, wrap } from '../draw/columns.ts'
import { listFlowRules, outlineFlow, type OutlineNode } from '../draw/outline-flow.ts'
import { listSteps, unfoldFlow } from '../draw/unfold-flow.ts'
import { describeNorm, stepName, type Words } from '../draw/words.ts'
import { AXIS_WORDS } from '../model/axis-words.ts'
import type { FlowChange } from '../model/flow.ts'
import { AXES } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import { textIn } from '../model/text.ts'
import type { ReportContext } from './context.ts'
import type { ShowResult } from './show-pretty.ts'

/** One thing that applies: what it is, how deep it stands, and where it is written. */
interface EffectiveLine {
  readonly text: string
  readonly depth: number
  readonly place?: Place
}

interface EffectiveSection {
  readonly title: Message
  readonly lines: readonly EffectiveLine[]
}

/** What really applies to a flow or a touchpoint, each part behind the file and line it comes from. */
export function showEffective(result: ShowResult, context: ReportContext): string {
  const { map, flow } = result
  const { lang, palette, width } = context
  const name = textIn(flow.name, lang, flow.id)
  const title = name === flow.id ? name : lang === 'zh' ? `${name}（${flow.id}）` : `${name} (${flow.id})`
  const { from, until } = map.effective
  const head = {
    zh: `实际适用的内容及其出处 · 版本 ${map.version} · 有效期 ${from} 至 ${until ?? '另行通知'}`,
    en: `what applies, and where it is written · version ${map.version} · in force ${from} to ${until ?? 'further notice'}`,
  }
  const sections = listEffective(result, lang).filter(({ lines }) => lines.length > 0)
  const places = sections.flatMap(({ lines }) => lines.map(({ place }) => columnsOf(placeText(place))))
  const room = Math.max(0, ...places)
  const lines = [...wrap(title, width).map((line) => palette.strong(line)), ...wrap(head[lang], width).map(palette.dim)]
  for (const section of sections) {
    lines.push('', palette.strong(section.title[lang]), '')
    for (const { text, depth, place } of section.lines) {
      const indent = '  '.repeat(Math.min(depth, 8))
      const texts = wrap(text, Math.max(20, width - room - 4 - indent.length))
      texts.forEach((line, i) => {
        const where = padEnd(i === 0 ? placeText(place) : '', room)
        lines.push(`  ${palette.dim(where)}  ${indent}${line}`.trimEnd())
      })
    }
  }
  return [...lines, ''].join('\n')
}

function listEffective({ map, flow, cell }: ShowResult, lang: Lang): EffectiveSection[] {
  const zh = lang === 'zh'
  const words: Words = { lang, catalog: map.catalog }
  const unfolded = unfoldFlow(flow, map.flows)
  const names = new Map(listSteps(unfolded).map((part) => [part.id, stepName(part, words)]))
  const colon = zh ? '：' : ': '
  const line = (text: string, place?: Place, depth = 0): EffectiveLine => ({ text, depth, ...(place ? { place } : {}) })
  const part = (key: string, label: string, text: string): EffectiveLine[] =>
    text === '' ? [] : [line(`${label}${colon}${text}`, flow.parts?.get(key))]

  const touchpoint: EffectiveLine[] = []
  if (cell) {
    touchpoint.push(line(`${zh ? '编码' : 'code'} ${cell.code ?? ''}`, cell.row?.place))
    for (const axis of AXES) {
      const value = map.catalog.axes[axis].get(cell.at[axis] ?? '')
      if (!value) continue
      touchpoint.push(line(`${AXIS_WORDS[axis][lang]}${colon}${textIn(value.name, lang, value.id)}`, value.place))
    }
    if (cell.row?.goal)
      touchpoint.push(line(`${zh ? '沟通目标' : 'goal'}${colon}${textIn(cell.row.goal, lang, '')}`, cell.row.place))
  }
  const { derivation } = flow
  const origin = [
    line(`${zh ? '流程' : 'flow'} ${flow.id}`, flow.place),
    ...(derivation?.bases ?? []).map((base) => line(`${zh ? '派生自' : 'extends'} ${base.flow}`, base.place)),
    ...(derivation?.changes ?? []).map((change) => line(describeChange(change)[lang], change.place, 1)),
  ]
  const flowRules = listFlowRules(unfolded)
  const stepRules = listSteps(unfolded).flatMap(({ step }) => step.rules)
  const channel = map.catalog.axes.channel.get(cell?.at.channel ?? '')
  const standard = channel?.response
    ? [
        line(
          `${zh ? '渠道的响应标准' : "the channel's response standard"}${colon}${channel.response.text}`,
          channel.place,
        ),
      ]
    : []
  const asks = (rule: Rule): EffectiveLine => {
    const norm = describeNorm(rule, words, (id) => names.get(id) ?? id)
    return line(
      `${norm.label}${colon}${norm.text}${rule.critical ? (zh ? '【关键】' : ' [critical]') : ''}`,
      rule.place,
    )
  }
  const limits = [...flowRules, ...stepRules, ...map.rules].filter((rule) => rule.spec.kind === 'within')
  const ambient = [
    ...(map.catalog.ambient.length > 0
      ? [line(`${zh ? '目录' : 'catalogue'}${colon}${map.catalog.ambient.join(' ')}`)]
      : []),
    ...part('ambient', zh ? '流程' : 'flow', flow.ambient.join(' ')),
  ]
  const elements = (['inputs', 'customer', 'output', 'value'] as const).flatMap((key) =>
    part(`elements/${key}`, ELEMENT_NAMES[key][lang], textIn(flow.elements[key], lang, '')),
  )
  const facts = part('name', zh ? '名称' : 'name', textIn(flow.name, lang, ''))
  return [
    { title: { zh: '接触点', en: 'Touchpoint' }, lines: touchpoint },
    { title: { zh: '流程的由来', en: 'Where the flow comes from' }, lines: origin },
    { title: { zh: '要素', en: 'Elements' }, lines: [...facts, ...elements] },
    {
      title: { zh: '步骤', en: 'Steps' },
      lines: outlineFlow(unfolded, words).flatMap((node) => linesOf(node, 0, lang)),
    },
    { title: { zh: '流程的规则', en: 'Rules of the flow' }, lines: flowRules.map(asks) },
    { title: { zh: '整个地图的规则', en: 'Rules of the whole map' }, lines: map.rules.map(asks) },
    { title: { zh: '时限', en: 'Time limits' }, lines: [...standard, ...limits.map(asks)] },
    { title: { zh: '不计的事件', en: 'Ambient events' }, lines: ambient },
  ]
}

const ELEMENT_NAMES: Readonly<Record<'inputs' | 'customer' | 'output' | 'value', Message>> = {
  inputs: { zh: '输入', en: 'inputs' },
  customer: { zh: '客户', en: 'customer' },
  output: { zh: '产出', en: 'output' },
  value: { zh: '价值', en: 'value' },
}

function linesOf(node: OutlineNode, depth: number, lang: Lang): EffectiveLine[] {
  const zh = lang === 'zh'
  const colon = zh ? '：' : ': '
  const inner = (nodes: readonly OutlineNode[]) => nodes.flatMap((each) => linesOf(each, depth + 1, lang))
  const place = 'place' in node && node.place ? { place: node.place } : {}
  switch (node.kind) {
    case 'step': {
      const who = node.role === '' ? '' : `${node.role}${colon}`
      const tags =
        (node.critical ? (zh ? '【关键】' : ' [critical]') : '') +
        (node.optional ? (zh ? '（可选）' : ' (optional)') : '')
      const own = { text: `${node.number}. ${who}${node.name} [${node.id}]${tags}`, depth, ...place }
      const does = node.does === undefined ? [] : [{ text: node.does, depth: depth + 1 }]
      const norms = node.norms.map((norm) => ({
        text: `${norm.label}${colon}${norm.text}`,
        depth: depth + 1,
        place: norm.place,
      }))
      return [own, ...does, ...norms]
    }
    case 'interrupt':
      return [{ text: `! ${node.title} → ${node.after}`, depth, ...place }, ...inner(node.children)]
    case 'block':
    case 'branch':
      return [
        { text: node.kind === 'branch' ? `- ${node.title}` : node.title, depth, ...place },
        ...inner(node.children),
      ]
    case 'note':
      return [{ text: node.title, depth }]
  }
}

/** A change of a variant in words, with the flow it is written in. */
export function describeChange({ kind, target, gives }: FlowChange): Message {
  const zh = gives.join('、')
  const en = gives.join(', ')
  switch (kind) {
    case 'after':
      return { zh: `在 ${target} 之后加 ${zh}`, en: `${en} after ${target}` }
    case 'before':
      return { zh: `在 ${target} 之前加 ${zh}`, en: `${en} before ${target}` }
    case 'replace':
      return { zh: `以 ${zh} 代替 ${target}`, en: `${en} instead of ${target}` }
    case 'remove':
      return { zh: `去掉 ${target}`, en: `without ${target}` }
    case 'amend':
      return { zh: `改写 ${target} 的 ${zh}`, en: `${target} with its own ${en}` }
    case 'rule':
      return { zh: `规则 ${target} 另作规定`, en: `the rule ${target} stated anew` }
    case 'without-rule':
      return { zh: `规则 ${target} 不适用`, en: `without the rule ${target}` }
    case 'section':
      return { zh: `${target} 另作规定`, en: `${target} stated anew` }
  }
}

function placeText(place: Place | undefined): string {
  return place ? `${place.file}:${place.range.start.line}` : ''
}
