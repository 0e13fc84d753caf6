import { textIn } from '../model/text.ts'
import type { ProcessMap } from '../model/map.ts'
import { buildMatrix, type Cell, type Matrix } from '../model/matrix.ts'
import { entryText, tabulateMatrix } from './matrix-table.ts'
import { escapeMermaid, mermaidId, quoteMermaid } from './mermaid-text.ts'
import type { Words } from './words.ts'

/** The matrix as a Mermaid block diagram: a column for the businesses, one for each channel. */
export function matrixToMermaid(map: ProcessMap, words: Words, matrix: Matrix = buildMatrix(map)): string {
  const { lang } = words
  const zh = lang === 'zh'
  const table = tabulateMatrix(map, matrix, lang)
  const columns = table.channels.length + 1
  const members: Record<Cell['status'] | 'mixed' | 'head', string[]> = {
    served: [],
    'not-offered': [],
    'blind-spot': [],
    mixed: [],
    head: [],
  }
  const name = textIn(map.name, lang, map.id)
  const lines = [
    `%% ${name.replace(/[\s{}%]+/gu, ' ').trim()} (${map.id})`,
    'block-beta',
    `  columns ${columns}`,
    `  corner[${quoteMermaid(zh ? '业务' : 'Business')}] ${table.channels.map((channel, i) => `${mermaidId('channel', i)}[${quoteMermaid(channel.name)}]`).join(' ')}`.trimEnd(),
  ]
  members.head.push('corner', ...table.channels.map((_, i) => mermaidId('channel', i)))
  let business = 0
  for (const [g, group] of table.groups.entries()) {
    lines.push(`  ${mermaidId('group', g)}[${quoteMermaid(group.title)}]:${columns}`)
    members.head.push(mermaidId('group', g))
    for (const row of group.rows) {
      const cells = row.cells.map((entries, i) => {
        const id = `cell${business}x${i}`
        const statuses = new Set(entries.map((entry) => entry.status))
        const [only] = statuses
        members[statuses.size === 1 && only ? only : 'mixed'].push(id)
        return `${id}["${entries.map((entry) => escapeMermaid(entryText(entry))).join('<br/>')}"]`
      })
      lines.push(`  ${[`${mermaidId('business', business)}[${quoteMermaid(row.name)}]`, ...cells].join(' ')}`)
      business += 1
    }
  }
  const styles: [keyof typeof members, string, string][] = [
    ['head', 'head', 'fill:#dfe8f1,stroke:#c5d0db'],
    ['served', 'served', 'fill:#e6f4ea,stroke:#1e6b3a'],
    ['not-offered', 'notOffered', 'fill:#f1f3f5,stroke:#c5d0db,color:#6b7785'],
    ['blind-spot', 'blindSpot', 'fill:#fde8e6,stroke:#b3261e'],
    ['mixed', 'mixed', 'fill:#fff7e0,stroke:#a97c00'],
  ]
  for (const [key, style, css] of styles) {
    if (members[key].length === 0) continue
    lines.push(`  classDef ${style} ${css}`, `  class ${members[key].join(',')} ${style}`)
  }
  return `${lines.join('\n')}\n`
}
