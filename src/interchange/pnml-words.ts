import type { XmlElement } from './parse-xml.ts'

export function idOf(element: XmlElement): string {
  return element.attributes.get('id') ?? ''
}

/** The words of `<text>` or `<value>` within. */
export function wordsOf(element: XmlElement | undefined): string | undefined {
  return element?.children.find(({ name }) => name === 'text' || name === 'value')?.text
}

export function nameOf(element: XmlElement): string {
  return wordsOf(element.children.find(({ name }) => name === 'name')) ?? ''
}

export function nameOfNet(net: XmlElement): string {
  return nameOf(net) || idOf(net)
}

export function isInvisible({ children }: XmlElement): boolean {
  return children.some(
    ({ name, attributes }) => name === 'toolspecific' && attributes.get('activity') === '$invisible$',
  )
}

export function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
