import { type Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml'

/** A whole number below a limit; the same seed gives the same numbers. */
export type Random = (below: number) => number

/** Numbers from a seed: mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const pick = <T>(all: readonly T[], random: Random): T => {
  const one = all[random(all.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

const YAML_PIECES = ['\n', ': ', '- ', '  ', '"', "'", '{', '}', '[', ']', '&a ', '*a', '<<: *a\n', '!!js ', '|\n', '>-\n', '#', '---\n', '\t', '%', '\0', '\ufeff', '\u2028', '：', 'null', '~', '.nan', '1e999', '-0', '0x1f', '__proto__: ', 'constructor', '? ', '2026-02-30', '\ud800', '😀', '\r', '..', '/etc/passwd', 'all'] // prettier-ignore
const XML_PIECES = ['<', '>', '/>', '</', '"', '&', '&amp;', '&x;', '&#0;', '&#x10ffff;', '<!--', '-->', '<![CDATA[', ']]>', '<?x?>', '<!DOCTYPE a>', ' id="a"', ' xmlns="urn:x"', 'x:', '\0', '\ufeff', '😀', '<subProcess>', '</process>', '<task/>', '<place id="a"/>', '<text>9</text>'] // prettier-ignore

/** Bytes with one to four places changed: turned, cut, doubled, moved, cut off, or with pieces that mean something put in. */
export function damageBytes(bytes: Uint8Array, random: Random, kind: 'yaml' | 'xml'): Uint8Array {
  const pieces = kind === 'yaml' ? YAML_PIECES : XML_PIECES
  let all = Buffer.from(bytes)
  for (let left = 1 + random(4); left > 0; left--) {
    const at = random(all.length + 1)
    const end = Math.min(all.length, at + random(pick([4, 40, 400], random)))
    const [before, part, after] = [all.subarray(0, at), all.subarray(at, end), all.subarray(end)]
    const to = random(after.length + 1)
    all = Buffer.concat(
      pick(
        [
          [before, Buffer.from([random(256)]), all.subarray(at + 1)],
          [before, after],
          [before, part, part, after],
          [before, after.subarray(0, to), part, after.subarray(to)],
          [before, Buffer.from(pick(pieces, random)), all.subarray(at)],
          [before, Buffer.from(pick(pieces, random)), after],
          ...(random(8) === 0 ? [[before]] : []),
        ],
        random,
      ),
    )
  }
  return all
}

/** An XML text with one to three elements or attributes taken out, doubled, moved, or given the value or the place of another. */
export function damageXml(text: string, random: Random): string {
  let all = text
  for (let left = 1 + random(3); left > 0; left--) {
    const tags = [...all.matchAll(/<[^!?][^>]*>/g)]
    const values = [...all.matchAll(/ [\w:]+="[^"]*"/g)]
    const found = random(2) === 0 || values.length === 0 ? tags : values
    if (found.length === 0) return all
    const one = pick(found, random)
    const other = pick(found, random)
    const piece = pick(['', one[0] + one[0], other[0], other[0] + one[0], one[0].replace(/="[^"]*"/, random(2) === 0 ? '=""' : '="nowhere"')], random) // prettier-ignore
    all = all.slice(0, one.index) + piece + all.slice(one.index + one[0].length)
  }
  return all
}

const VALUES: readonly unknown[] = [null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, '', ' ', 'x', 'all', 'start', 'end', '2026-02-30', '25:61', '0 days', '1 parsec', '__proto__', 'constructor', 'a'.repeat(300), '坐席', '{business}', '((', '{{ a }}', 'a.b.c == 1', [], [[]], {}, { a: 1 }, [{ id: 'x' }], { all: true }, { then: [] }] // prettier-ignore

/** A YAML text whose tree has one to three nodes taken out, doubled, exchanged for others of the same file, or given another value or key. */
export function damageTree(text: string, random: Random): string {
  const document = parseDocument(text, { schema: 'core', strict: false, uniqueKeys: false })
  for (let left = 1 + random(3); left > 0; left--) damageNode(document, random)
  return document.toString({ lineWidth: 0 })
}

function damageNode(document: Document, random: Random): void {
  const places: { readonly value: Node | null; readonly key: string | undefined; put(value: unknown): void }[] = []
  const holders: { readonly items: unknown[] }[] = []
  visit(document, {
    Collection(_, node) {
      holders.push(node)
      for (const [index, item] of (node.items as unknown[]).entries()) {
        if (isPair(item)) {
          const key = isScalar(item.key) ? String(item.key.value) : undefined
          places.push({ value: item.value as Node | null, key, put: (value) => (item.value = value) })
        } else if (isSeq(node))
          places.push({ value: item as Node, key: undefined, put: (value) => (node.items[index] = value) })
      }
    },
  })
  if (places.length === 0) return
  const place = pick(places, random)
  const alike = places.filter(({ key }) => key === place.key)
  const holder = pick(holders, random)
  const copy = (node: Node | null): unknown => (node === null ? null : node.clone())
  switch (random(8)) {
    case 0:
      return place.put(document.createNode(pick(VALUES, random)))
    case 1:
      return place.put(copy(pick(places, random).value))
    case 2:
    case 3:
      return place.put(copy(pick(alike, random).value))
    case 4:
      holder.items.splice(random(holder.items.length), 1)
      return
    case 5: {
      const other = pick(holders, random)
      const item = other.items[random(other.items.length)]
      if (isMap(holder) ? isPair(item) : isCollection(item) || isScalar(item))
        holder.items.splice(random(holder.items.length + 1), 0, (item as Node).clone())
      return
    }
    case 6: {
      const pair = holder.items[random(holder.items.length)]
      if (isPair(pair)) pair.key = document.createNode(pick(['__proto__', 'x', '', 'all', 'steps', 'from', 'extends', 'rules', 'toString', null, 7, pick(places, random).key ?? 'id'], random)) // prettier-ignore
      return
    }
    default:
      holder.items.reverse()
  }
}
