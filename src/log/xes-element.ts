import { type XmlScanner } from './scan-xml.ts'
import { STRIDE } from './xml-bytes.ts'
import type { TagShape } from './xml-shape.ts'

/** What an element is in XES (IEEE 1849-2016, 5); `other` is anything else, foreign namespaces included. */
export const XES: Readonly<
  Record<
    'other' | 'log' | 'trace' | 'event' | 'attribute' | 'list' | 'values' | 'global' | 'classifier' | 'extension',
    number
  >
> = {
  other: 1,
  log: 2,
  trace: 3,
  event: 4,
  /** string, date, int, float, boolean, id */
  attribute: 5,
  /** list, container */
  list: 6,
  values: 7,
  global: 8,
  classifier: 9,
  extension: 10,
}

const KINDS: ReadonlyMap<string, number> = new Map([
  ['log', XES.log],
  ['trace', XES.trace],
  ['event', XES.event],
  ['string', XES.attribute],
  ['date', XES.attribute],
  ['int', XES.attribute],
  ['float', XES.attribute],
  ['boolean', XES.attribute],
  ['id', XES.attribute],
  ['list', XES.list],
  ['container', XES.list],
  ['values', XES.values],
  ['global', XES.global],
  ['classifier', XES.classifier],
  ['extension', XES.extension],
])

/** Where an attribute of a tag stands in `XmlScanner.attributes`, or -1. Call `unfold` before. */
export function attributeAt(tag: XmlScanner, name: Uint8Array): number {
  const { attributes, count } = tag
  for (let i = 0; i < count * STRIDE; i += STRIDE) {
    if (tag.is(attributes[i] as number, attributes[i + 1] as number, name)) return i
  }
  return -1
}

/** The value of an attribute of a tag, or undefined where it has none. Call `unfold` before. */
export function attributeText(tag: XmlScanner, name: Uint8Array): string | undefined {
  const at = attributeAt(tag, name)
  if (at < 0) return undefined
  const { attributes } = tag
  return tag.text(attributes[at + 2] as number, attributes[at + 3] as number, attributes[at + 4] as number)
}

/** Bytes of an ASCII name. */
export function bytesOf(name: string): Uint8Array {
  return new TextEncoder().encode(name)
}

export const KEY: Uint8Array = bytesOf('key')
export const VALUE_NAME: Uint8Array = bytesOf('value')
const HIGH_NAME = 1

/**
 * Tells what the elements of one file are. The namespace of the root, or its having none, is that of XES in this file:
 * logs are written without, with the official one, and with older ones. Elements of other namespaces are `other`.
 */
export class XesElements {
  /** Name of the root element, when it is none of XES. */
  strangeRoot: string | undefined
  #root: string | undefined
  #rooted = false
  /** Namespaces by prefix, '' being the default; of the root, since foreign elements are skipped with all they hold. */
  readonly #namespaces = new Map<string, string>()

  /** The kind of the element being opened. */
  kindOf(tag: XmlScanner): number {
    const name = tag.text(tag.nameFrom, tag.nameTo, HIGH_NAME)
    if (!tag.special) return this.#kind(name, '', undefined)
    const own = this.#declared(tag)
    const colon = name.indexOf(':')
    return this.#kind(name.slice(colon + 1), colon < 0 ? '' : name.slice(0, colon), own)
  }

  #kind(name: string, prefix: string, own: ReadonlyMap<string, string> | undefined): number {
    const namespace = own?.get(prefix) ?? this.#namespaces.get(prefix) ?? ''
    if (!this.#rooted) {
      this.#rooted = true
      this.#root = namespace
      for (const [key, value] of own ?? []) this.#namespaces.set(key, value)
      if (name !== 'log') this.strangeRoot = name
      return name === 'log' ? XES.log : XES.other
    }
    return namespace === this.#root ? (KINDS.get(name) ?? XES.other) : XES.other
  }

  #declared(tag: XmlScanner): ReadonlyMap<string, string> {
    tag.unfold()
    const { attributes, count } = tag
    const own = new Map<string, string>()
    for (let i = 0; i < count * STRIDE; i += STRIDE) {
      const name = tag.text(attributes[i] as number, attributes[i + 1] as number, HIGH_NAME)
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const uri = tag.text(attributes[i + 2] as number, attributes[i + 3] as number, attributes[i + 4] as number)
      own.set(name.slice(6), uri)
    }
    return own
  }
}

/** Whether the value is the last attribute of tags of this shape, so that `lastFrom`, `lastTo`, `lastFlags` are the value. */
export function endsInValue(tag: XmlScanner, shape: TagShape | undefined): boolean {
  return shape !== undefined && tag.count > 0 && attributeAt(tag, VALUE_NAME) === (tag.count - 1) * STRIDE
}

/** The keys of a classifier (IEEE 1849-2016, 5.7): parted by blanks; one that holds blanks stands in single quotes. */
export function readClassifierKeys(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
