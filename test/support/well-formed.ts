const NAME = '[A-Za-z_:][-A-Za-z0-9_.:]*'
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<&]*(?:&(?:#\\d+|#x[0-9a-f]+|[a-z]+);[^"<&]*)*"|'[^'<&]*')`
const TOKEN = new RegExp(`<(${NAME})((?:${ATTRIBUTE})*)\\s*(/?)>|</(${NAME})\\s*>|([^<]+)`, 'uy')
const TEXT = /^(?:[^<&]|&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos);)*$/u
// Every character that XML 1.0 does not allow.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** The elements of an XML text in order, with their attributes as written; throws where it is not well-formed. */
export function readXml(xml: string): { name: string; attributes: string; text: string }[] {
  if (FORBIDDEN.test(xml)) throw new Error('a character that XML does not allow')
  const elements: { name: string; attributes: string; text: string }[] = []
  const open: { name: string; attributes: string; text: string }[] = []
  TOKEN.lastIndex = 0
  const source = xml.trim()
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (!match) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 60)}`)
    const [, start, attributes = '', selfClosing, end, text] = match
    if (start !== undefined) {
      const names = [...attributes.matchAll(new RegExp(`\\s(${NAME})\\s*=`, 'gu'))].map(([, name]) => name)
      if (new Set(names).size !== names.length) throw new Error(`an attribute twice in <${start}${attributes}>`)
      const element = { name: start, attributes, text: '' }
      elements.push(element)
      if (selfClosing === '') open.push(element)
    } else if (end !== undefined) {
      const last = open.pop()
      if (last?.name !== end) throw new Error(`</${end}> closes <${last?.name}>`)
    } else if (text !== undefined) {
      if (!TEXT.test(text)) throw new Error(`a bare & in ${text.slice(0, 60)}`)
      const last = open.at(-1)
      if (last) last.text += text
      else if (text.trim() !== '') throw new Error('text outside the root')
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  return elements
}

/** A text with the five entities and character references turned back. */
export function decodeXml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
