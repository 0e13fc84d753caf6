/** A text that stands as it is in a table of GitHub-flavoured Markdown: no markup, no HTML, one line. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ').replaceAll(/[\\`*_{}[\]<>|#~!&]/g, (sign) => `\\${sign}`)
}

/** A table of GitHub-flavoured Markdown. Cells are Markdown; columns named in `right` are aligned to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return line(head) + line(head.map((_, at) => (right.has(at) ? '--:' : '---'))) + rows.map(line).join('')
}
