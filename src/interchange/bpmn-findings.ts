import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { shorten } from './bpmn-words.ts'
import type { XmlElement } from './parse-xml.ts'
import { placeIn, type XmlText } from './xml-text.ts'

const MOST_FINDINGS = 1000
const MOST_KNOWN = 2000

/** What is found in a BPMN file, each at its element; a thousand at most. */
export class BpmnFindings {
  readonly all: Diagnostic[] = []
  readonly #source: XmlText

  constructor(source: XmlText) {
    this.#source = source
  }

  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === 'error')
  }

  report(rule: string, element: XmlElement, message: Message, expected?: Message): void {
    const place = this.placeOf(element)
    this.#push({ rule, severity: 'error', message, place, ...(expected === undefined ? {} : { expected }) })
  }

  unsupported(element: XmlElement, what: Message): void {
    this.report('bpmn/unsupported', element, {
      zh: `不支持${what.zh.startsWith('`') ? ' ' : ''}${what.zh}`,
      en: `${what.en} is not supported`,
    })
  }

  /** An attribute names what is not there; `known` are the names that are. */
  unknown(element: XmlElement, attribute: string, known: ReadonlyMap<string, unknown>): void {
    const wanted = element.attributes.get(attribute)
    const message =
      wanted === undefined
        ? { zh: `缺少 \`${attribute}\``, en: `\`${attribute}\` is missing` }
        : {
            zh: `\`${attribute}\` 指向的 \`${shorten(wanted)}\` 在同一层里不存在`,
            en: `\`${attribute}\` names \`${shorten(wanted)}\`, which is not there on the same level`,
          }
    const few = wanted !== undefined && known.size <= MOST_KNOWN && this.all.length < 20
    const suggestion = few ? nearestName(wanted, [...known.keys()]) : undefined
    this.#push({
      rule: 'bpmn/flow',
      severity: 'error',
      message,
      place: this.placeOf(element),
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }

  twice(id: string, element: XmlElement, first: XmlElement): void {
    const message = { zh: `\`id\` 重复：\`${shorten(id)}\``, en: `the id \`${shorten(id)}\` is used twice` }
    const related = [{ message: { zh: '第一次在这里', en: 'first used here' }, place: this.placeOf(first) }]
    this.#push({ rule: 'bpmn/id', severity: 'error', message, place: this.placeOf(element), related })
  }

  unreached(place: Diagnostic['place']): void {
    const message = { zh: '从起始事件到不了这里', en: 'no way leads here from a start event' }
    this.#push({ rule: 'bpmn/flow', severity: 'error', message, place })
  }

  /** What is there and has no place in a flow: told once a kind, at the first, and no error. */
  leftAside(elements: readonly XmlElement[], message: Message): void {
    const [first, ...others] = elements.map((element) => this.placeOf(element))
    if (first === undefined) return
    const also = { zh: '这里也是', en: 'here too' }
    const related = others.slice(0, 20).map((place) => ({ message: also, place }))
    this.#push({
      rule: 'bpmn/left-aside',
      severity: 'info',
      message,
      place: first,
      ...(related.length > 0 ? { related } : {}),
    })
  }

  placeOf({ from, to }: XmlElement): Diagnostic['place'] {
    return placeIn(this.#source, from, to)
  }

  #push(diagnostic: Diagnostic): void {
    if (this.all.length < MOST_FINDINGS) this.all.push(diagnostic)
  }
}
