import { columnsOf, padEnd, wrap } from './columns.ts'
import type { OutlineNode } from './outline-flow.ts'
import type { Words } from './words.ts'

/** How parts of a terminal drawing may be coloured. */
export interface TerminalPaint {
  role(text: string): string
  strong(text: string): string
  dim(text: string): string
  critical(text: string): string
}

interface Branching {
  readonly text: string
  readonly role: string
  readonly paint: (text: string) => string
  readonly children: readonly OutlineNode[]
  /** A closing line under the children. */
  readonly after: string
}

/**
 * A flow as a rail from top to bottom: roles stand in a column at the left, blocks branch off to the right. Lanes side by
 * side were tried on paper: at 80 columns five roles leave seven Chinese characters each, and a rail keeps the names whole.
 */
export function drawInTerminal(
  outline: readonly OutlineNode[],
  words: Words,
  width: number,
  paint: TerminalPaint,
): string[] {
  const zh = words.lang === 'zh'
  const widest = Math.max(4, ...rolesOf(outline).map(columnsOf))
  const gutter = Math.min(widest, Math.max(6, Math.floor(width / 4)), 20)
  const lines: string[] = []

  function put(role: string, rail: string, text: string, paintText: (text: string) => string): void {
    const room = Math.max(12, width - gutter - 3 - columnsOf(rail))
    const names = wrap(role, gutter)
    const texts = wrap(text, room)
    const next = rail.replace(/[├┬]/g, '│').replace(/[└╰]/g, ' ').replace(/─/g, ' ')
    for (let i = 0; i < Math.max(names.length, texts.length); i++) {
      const name = padEnd(names[i] ?? '', gutter)
      const line = `${paint.role(name)}  ${paint.dim(i === 0 ? rail : next)} ${paintText(texts[i] ?? '')}`
      lines.push(line.trimEnd())
    }
  }

  function describe(node: OutlineNode): Branching {
    const plain = (text: string) => text
    switch (node.kind) {
      case 'step': {
        const tags = [
          ...(node.critical ? [zh ? '【关键】' : ' [critical]'] : []),
          ...(node.optional ? [zh ? '（可选）' : ' (optional)'] : []),
        ]
        const text = `${node.number} ${node.name}${tags.join('')}`
        return { text, role: node.role, paint: node.critical ? paint.critical : plain, children: [], after: '' }
      }
      case 'block':
        return {
          text: node.title,
          role: '',
          paint: paint.strong,
          children: node.children,
          after: '',
        }
      case 'branch': {
        const straight = node.children.length === 0 ? (zh ? '：直接继续' : ': go straight on') : ''
        return { text: node.title + straight, role: '', paint: plain, children: node.children, after: '' }
      }
      case 'interrupt':
        return { text: node.title, role: '', paint: paint.strong, children: node.children, after: node.after }
      case 'note':
        return { text: node.title, role: '', paint: paint.dim, children: [], after: '' }
    }
  }

  function draw(nodes: readonly OutlineNode[], prefix: string, closed: boolean): void {
    for (const [i, node] of nodes.entries()) {
      const last = i === nodes.length - 1 && closed
      const { text, role, paint: paintText, children, after } = describe(node)
      const split = children.length > 0 || after !== ''
      put(role, `${prefix}${last ? '└' : '├'}─${split ? '┬' : '─'}`, text, paintText)
      const inner = `${prefix}${last ? ' ' : '│'} `
      draw(children, inner, after === '')
      if (after !== '') put('', `${inner}└──`, `→ ${after}`, paint.dim)
    }
  }

  put('', '┬', zh ? '开始' : 'Start', paint.dim)
  draw(outline, '', false)
  put('', '┴', zh ? '结束' : 'End', paint.dim)
  return lines
}

function rolesOf(nodes: readonly OutlineNode[]): string[] {
  return nodes.flatMap((node) =>
    node.kind === 'step' ? [node.role] : node.kind === 'note' ? [] : rolesOf(node.children),
  )
}
