import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { XmlElement } from './parse-xml.ts'
import { shorten, wordsOf } from './pnml-words.ts'
import { placeIn, type XmlText } from './xml-text.ts'

export type NodeKind = 'place' | 'transition'

/** More tokens than this in one place, or a greater weight, are refused. */
const MOST_TOKENS = 1_000_000
/** So many unknown names get a suggestion, and only among so many known ones. */
const MOST_SUGGESTED = 20
const MOST_KNOWN = 2000

/** What is found in a PNML file, each at its element; and the numbers in it, which are often what is wrong. */
export class PnmlFindings {
  readonly all: Diagnostic[] = []
  readonly #source: XmlText
  #suggested = 0

  constructor(source: XmlText) {
    this.#source = source
  }

  /** The number that a child element writes; `otherwise` if there is none. */
  number(element: XmlElement, name: string, otherwise: number, least: number): number {
    const child = element.children.find((each) => each.name === name)
    return child === undefined ? otherwise : this.count(child, wordsOf(child) ?? child.text, otherwise, least)
  }

  count(element: XmlElement, written: string, otherwise: number, least: number): number {
    // PIPE writes `Default,1`.
    const words = written.replace(/^Default\s*,/, '').trim()
    if (words === '') return otherwise
    const count = /^\+?\d+$/.test(words) ? Number(words) : NaN
    if (count >= least && count <= MOST_TOKENS) return count
    this.report(
      'pnml/number',
      element,
      { zh: `\`${shorten(words)}\` 不能用作数目`, en: `\`${shorten(words)}\` is not a number that can be used` },
      { zh: `${least} 到 ${MOST_TOKENS} 的整数`, en: `a whole number from ${least} to ${MOST_TOKENS}` },
    )
    return otherwise
  }

  unsupported(element: XmlElement, what: Message): void {
    this.report('pnml/unsupported', element, {
      zh: `不支持${what.zh.startsWith('`') ? ' ' : ''}${what.zh}`,
      en: `${what.en} is not supported`.replace(',,', ','),
    })
  }

  twice(id: string, element: XmlElement, first: XmlElement): void {
    const message = { zh: `\`id\` 重复：\`${shorten(id)}\``, en: `the id \`${shorten(id)}\` is used twice` }
    const related = [{ message: { zh: '第一次在这里', en: 'first used here' }, place: this.placeOf(first) }]
    this.all.push({ rule: 'pnml/id', severity: 'error', message, place: this.placeOf(element), related })
  }

  /** An attribute names what is not there. */
  unknown(
    element: XmlElement,
    attribute: string,
    kinds: readonly NodeKind[],
    known: ReadonlyMap<string, { readonly kind: NodeKind }>,
  ): void {
    const wanted = element.attributes.get(attribute)
    const [kind] = kinds
    const what =
      kinds.length > 1
        ? { zh: '库所或变迁', en: 'place or transition' }
        : kind === 'place'
          ? { zh: '库所', en: 'place' }
          : { zh: '变迁', en: 'transition' }
    const message =
      wanted === undefined
        ? { zh: `缺少 \`${attribute}\``, en: `\`${attribute}\` is missing` }
        : {
            zh: `\`${attribute}\` 指向不存在的${what.zh} \`${shorten(wanted)}\``,
            en: `\`${attribute}\` names \`${shorten(wanted)}\`, but there is no such ${what.en}`,
          }
    let suggestion: string | undefined
    if (wanted !== undefined && this.#suggested < MOST_SUGGESTED && known.size <= MOST_KNOWN) {
      this.#suggested++
      const names = [...known].filter(([, node]) => kinds.includes(node.kind)).map(([id]) => id)
      suggestion = nearestName(wanted, names)
    }
    const place = this.placeOf(element)
    const rule = element.name === 'place' ? 'pnml/marking' : 'pnml/arc'
    this.all.push({
      rule,
      severity: 'error',
      message,
      place,
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }

  report(rule: string, element: XmlElement, message: Message, expected?: Message): void {
    const place = this.placeOf(element)
    this.all.push({ rule, severity: 'error', message, place, ...(expected === undefined ? {} : { expected }) })
  }

  placeOf({ from, to }: XmlElement): Diagnostic['place'] {
    return placeIn(this.#source, from, to)
  }
}
