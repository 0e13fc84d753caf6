/** `<?xml version=… encoding=… standalone=… ?>`. */
export const DECLARATION: RegExp =
  /^<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/
/** The characters a name may begin with, and those it may go on with (XML 1.0, 2.3), as parts of a character class. */
const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const NAME_REST = '\\-.\\d\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}'

/** A name of XML. */
export const XML_NAME: RegExp = new RegExp(`^[${NAME_START}][${NAME_START}${NAME_REST}]*$`, 'u')

/** The five entities of XML itself. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
])

/** A text with its references resolved. */
export function resolveReferences(text: string): string {
  return text.replace(/&([^;]*);/g, (whole, name: string) => referredCharacter(name) ?? ENTITIES.get(name) ?? whole)
}

/** The character of `#65` or `#x41`; undefined when XML has none of that number. */
export function referredCharacter(name: string): string | undefined {
  const found = /^#(?:x([\da-fA-F]{1,8})|(\d{1,10}))$/.exec(name)
  if (!found) return undefined
  const code = found[1] === undefined ? Number(found[2]) : Number.parseInt(found[1], 16)
  const legal =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return legal ? String.fromCodePoint(code) : undefined
}
