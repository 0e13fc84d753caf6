const RESERVED: ReadonlySet<string> = new Set(['on', 'off', 'yes', 'no', 'y', 'n', 'true', 'false', 'null', 'all'])
const LONGEST = 40

/**
 * An id for each text, in order, unique: the text itself where it is one, else its letters and digits, else `kind-1`,
 * `kind-2` and so on.
 */
export function makeIds(texts: readonly string[], kind: string): string[] {
  const taken = new Set<string>()
  const ids = new Map<number, string>()
  const wanted = texts.map(kebab)
  texts.forEach((text, at) => {
    if (text !== wanted[at] || taken.has(text)) return
    taken.add(text)
    ids.set(at, text)
  })
  return texts.map((_, at) => {
    const own = ids.get(at)
    if (own !== undefined) return own
    const base = wanted[at] ?? ''
    let id = base === '' ? `${kind}-${at + 1}` : base
    for (let more = 2; taken.has(id); more++) id = `${base === '' ? kind : base}-${more}`
    taken.add(id)
    return id
  })
}

/** The letters and digits of a text as an id, '' where there are none or too few of them to know it by. */
function kebab(text: string): string {
  const id = text
    .normalize('NFKC')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  // Of a name in another script the few Latin letters in it say nothing.
  const letters = [...text].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).length
  return RESERVED.has(id) || id.replaceAll('-', '').length * 2 < letters ? '' : id
}
