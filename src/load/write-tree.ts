import type { TreeNode } from './tree.ts'

/** A mapping as YAML in the house layout, strings in double quotes; without the line break at its end. */
export function writeTree(node: TreeNode): string {
  return linesOf(node, '').join('\n')
}

function linesOf(node: TreeNode, indent: string): string[] {
  if (node.kind !== 'map') return []
  return [...node.entries].flatMap(([key, { node: value }]) => {
    if (value.kind === 'scalar') return [`${indent}${key}: ${JSON.stringify(value.value)}`]
    if (value.kind === 'map') return [`${indent}${key}:`, ...linesOf(value, `${indent}  `)]
    if (value.items.length === 0) return [`${indent}${key}: []`]
    return [
      `${indent}${key}:`,
      ...value.items.flatMap((each) => {
        const inner = linesOf(each, `${indent}    `)
        return [`${indent}  - ${(inner[0] ?? '').trimStart()}`, ...inner.slice(1)]
      }),
    ]
  })
}
