import { textIn } from '../model/text.ts'
import { layoutFlow } from './layout-flow.ts'
import { escapeMermaid, mermaidId, quoteMermaid } from './mermaid-text.ts'
import type { Picture, PictureNode } from './route-picture.ts'
import type { UnfoldedFlow } from './unfold-flow.ts'
import type { Words } from './words.ts'

/**
 * A flow as Mermaid text, a subgraph for each role. `flowchart` is what every viewer knows; `swimlane-beta` (Mermaid 11.16)
 * has the same syntax and true lanes.
 */
export function flowToMermaid(
  unfolded: UnfoldedFlow,
  words: Words,
  diagram: 'flowchart' | 'swimlane-beta' = 'flowchart',
): string {
  const picture = layoutFlow(unfolded, words)
  const zh = words.lang === 'zh'
  const lanes = diagram === 'swimlane-beta'
  const ids = new Map(picture.nodes.map((node, i) => [node, mermaidId('n', i)]))
  const id = (node: PictureNode) => ids.get(node) ?? ''
  const name = textIn(unfolded.flow.name, words.lang, unfolded.flow.id)
  const lines = [
    // Kept in one line: Mermaid drops a comment up to its end.
    `%% ${name.replace(/[\s{}%]+/gu, ' ').trim()} (${unfolded.flow.id})`,
    `${diagram} TB`,
    // It runs to the end of its line, knows no quotes and may not be blank.
    `  accTitle: ${escapeMermaid(name.trim() === '' ? unfolded.flow.id : name)}`,
  ]
  for (const [lane, { name: role }] of picture.lanes.entries()) {
    const inLane = picture.nodes.filter((node) => node.source.lane === lane)
    if (inLane.length === 0) continue
    lines.push(`  subgraph ${mermaidId('role', lane)}[${quoteMermaid(role)}]`)
    for (const node of inLane) lines.push(`    ${id(node)}${shape(node, zh, lanes)}`)
    lines.push('  end')
  }
  const order = new Map(picture.nodes.map((node, i) => [node, i]))
  const edges = [...picture.edges].sort(
    (a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0) || (order.get(a.to) ?? 0) - (order.get(b.to) ?? 0),
  )
  for (const { from, to, label } of edges) {
    const texts = [label, lanes ? to.source.caption : ''].filter((text) => text !== '')
    const text = texts.length === 0 ? '' : `|${quoteMermaid(texts.join(zh ? '：' : ': '))}|`
    lines.push(`  ${id(from)} -->${text} ${id(to)}`)
  }
  for (const [from, event] of eventLines(picture)) lines.push(`  ${id(from)} -.- ${id(event)}`)
  lines.push(...classes(picture, id))
  return `${lines.join('\n')}\n`
}

/** What an event may interrupt: the first node of its frame, or the start of the flow. */
function eventLines(picture: Picture): [PictureNode, PictureNode][] {
  const start = picture.nodes.find((node) => node.kind === 'start')
  return picture.nodes.flatMap((node) => {
    if (node.kind !== 'event') return []
    const from = picture.leads.find((lead) => lead.event === node)?.frame.entry ?? start
    return from ? [[from, node] as [PictureNode, PictureNode]] : []
  })
}

/** Swimlanes let arrows end short of a large diamond: there its text goes to the arrow that leads to it. */
function shape({ kind, source }: PictureNode, zh: boolean, lanes: boolean): string {
  const text = (lines: readonly string[]) => `"${lines.map(escapeMermaid).join('<br/>')}"`
  switch (kind) {
    case 'start':
      return `(["${zh ? '开始' : 'Start'}"])`
    case 'end':
      return `(["${zh ? '结束' : 'End'}"])`
    case 'merge':
      return '((" "))'
    case 'gateway':
      return `{${text([lanes ? ' ' : source.caption || source.sign || ' '])}}`
    case 'event':
      return `{{${text([source.text])}}}`
    case 'return':
      return `([${text([source.text])}])`
    case 'step':
    case 'folded':
      return `(${text([source.text, ...source.details])})`
  }
}

function classes(picture: Picture, id: (node: PictureNode) => string): string[] {
  const styles: [string, string, (node: PictureNode) => boolean][] = [
    ['critical', 'stroke:#b3261e,stroke-width:3px', (node) => node.source.step?.step.critical === true],
    ['optional', 'stroke-dasharray:5 3', (node) => node.source.dashed],
    ['event', 'fill:#fdeee3,stroke:#bf5b16', (node) => node.kind === 'event'],
  ]
  return styles.flatMap(([name, style, applies]) => {
    const members = picture.nodes.filter(applies).map(id)
    return members.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${members.join(',')} ${name}`]
  })
}
