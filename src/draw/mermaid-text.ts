/**
 * A label between quotes in Mermaid text. Whatever could end the label, begin a directive, an entity, markup or a Markdown
 * list is written as a character entity (`#35;`), which Mermaid turns back after parsing; all white space is one space.
 */
export function quoteMermaid(text: string): string {
  return `"${escapeMermaid(text)}"`
}

export function escapeMermaid(text: string): string {
  const line = text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[\s\u0085]+/gu, ' ')
    // Mermaid marks entities with this ligature on the way.
    .replace(/ﬂ/gu, 'fl')
    .trim()
  if (line === '') return ' '
  return (
    line
      .replace(/[#&"<>`%{}\\*_~|$@^;[\]]|(?<![\p{L}\p{N}])[-+]|(?<=\p{N})[.)](?= )/gu, entity)
      // A label that is a keyword of its own ends a subgraph in some places.
      .replace(
        /^(end|graph|subgraph|flowchart|style|class|classDef|click|default)$/i,
        (word) => entity(word[0] ?? '') + word.slice(1),
      )
  )
}

/** Ids may hold hyphens and begin with a digit; Mermaid's may not be a keyword: they get a prefix and plain letters. */
export function mermaidId(prefix: string, index: number): string {
  return `${prefix}${index}`
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`
}
