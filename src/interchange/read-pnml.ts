import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import type { PlaceIndex } from '../flow/net.ts'
import type { PetriNet, PetriTransition, Tokens } from '../model/petri-net.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { type NodeKind, PnmlFindings } from './pnml-findings.ts'
import { idOf, isInvisible, nameOf, nameOfNet, shorten, wordsOf } from './pnml-words.ts'
import { createXmlText, placeIn } from './xml-text.ts'

export interface PnmlOptions {
  /** The id or name of the net to read; needed where the file has several. */
  readonly net?: string
}

/** A net as a PNML file writes it. */
export interface PnmlModel {
  /** The net's name, or its id. */
  readonly name: string
  /** By label: what its transitions are called; in the order of the file. */
  readonly activities: readonly string[]
  readonly net: PetriNet
  /** By transition and by place of the net: what is written in the file. */
  readonly transitions: readonly { readonly id: string; readonly name: string; readonly place: Diagnostic['place'] }[]
  readonly places: readonly Diagnostic['place'][]
  readonly place: Diagnostic['place']
  /** Where the final marking is written, or the sink place. */
  readonly finalAt: Diagnostic['place']
}

/**
 * Reads PNML (ISO/IEC 15909-2) place/transition nets with what ProM and pm4py add: `finalmarkings`, and silent
 * transitions marked `$invisible$`. A transition without a name is silent too. Without a marking the net starts with one
 * token in its only source place, and ends with one in its only sink place. All faults of a file are found at once, but
 * for faults of XML, where the first ends the reading.
 */
export function readPnml(
  text: string,
  file: string,
  options: PnmlOptions = {},
): { readonly value?: PnmlModel; readonly diagnostics: readonly Diagnostic[] } {
  const source = createXmlText(file, text)
  const { root, fault } = parseXml(text)
  if (root === undefined || fault !== undefined) {
    const { message, from, to } = fault ?? { message: EMPTY, from: 0, to: 0 }
    return { diagnostics: [{ rule: 'pnml/syntax', severity: 'error', message, place: placeIn(source, from, to) }] }
  }
  const findings = new PnmlFindings(source)
  const reader = new NetReader(findings)
  const element = reader.chooseNet(root, options.net)
  const value = element === undefined ? undefined : reader.read(element)
  return { ...(value === undefined ? {} : { value }), diagnostics: findings.all }
}

const EMPTY: Message = { zh: '文件是空的', en: 'the file is empty' }

interface Node {
  readonly element: XmlElement
  readonly kind: NodeKind
  /** Among places or among transitions. */
  readonly index: number
}

class NetReader {
  readonly #findings: PnmlFindings
  readonly #nodes = new Map<string, Node>()
  readonly #places: XmlElement[] = []
  readonly #transitions: XmlElement[] = []
  readonly #arcs: XmlElement[] = []
  readonly #references: XmlElement[] = []
  readonly #finals: XmlElement[] = []
  /** Something is wrong with nodes or arcs, which is told already and may be why a source or sink is missing. */
  #broken = false

  constructor(findings: PnmlFindings) {
    this.#findings = findings
  }

  chooseNet(root: XmlElement, wanted: string | undefined): XmlElement | undefined {
    if (root.name !== 'pnml') {
      this.#findings.report('pnml/syntax', root, {
        zh: `根元素是 \`<${root.name}>\`，不是 \`<pnml>\``,
        en: `the root element is \`<${root.name}>\`, not \`<pnml>\``,
      })
      return undefined
    }
    const nets = root.children.filter(({ name }) => name === 'net')
    const [first, second] = nets
    if (first === undefined) {
      this.#findings.report('pnml/net', root, { zh: '文件里没有 `<net>`', en: 'there is no `<net>` in the file' })
      return undefined
    }
    const names = [...new Set(nets.map(nameOfNet))].slice(0, 20)
    if (wanted !== undefined) {
      const found = nets.find((net) => net.attributes.get('id') === wanted || nameOfNet(net) === wanted)
      if (found === undefined) {
        const message = { zh: `没有名为 \`${wanted}\` 的网`, en: `there is no net \`${wanted}\`` }
        this.#findings.report('pnml/net', first, message, oneOf(names))
      }
      return found
    }
    if (second !== undefined) {
      const message = {
        zh: `文件里有 ${nets.length} 个网；要用哪一个须指明`,
        en: `there are ${nets.length} nets in the file; which one is meant must be said`,
      }
      this.#findings.report('pnml/net', second, message, oneOf(names))
      return undefined
    }
    return first
  }

  read(net: XmlElement): PnmlModel | undefined {
    if (/highlevel|symmetric|hlpng|coloured|timed/i.test(net.attributes.get('type') ?? '')) {
      this.#findings.unsupported(net, { zh: '高级网（带颜色或时间）', en: 'a high-level net, with colours or time,' })
    }
    this.#gather(net)
    this.#places.forEach((element, index) => this.#define(element, 'place', index))
    this.#transitions.forEach((element, index) => this.#define(element, 'transition', index))
    this.#resolveReferences()
    if (this.#places.length === 0 && this.#transitions.length === 0) {
      this.#findings.report('pnml/net', net, {
        zh: '网里没有库所，也没有变迁',
        en: 'the net has no places and no transitions',
      })
    }

    const consume = this.#transitions.map(() => new Map<PlaceIndex, number>())
    const produce = this.#transitions.map(() => new Map<PlaceIndex, number>())
    const [hasInput, hasOutput] = [new Set<PlaceIndex>(), new Set<PlaceIndex>()]
    const seen = new Map<string, XmlElement>()
    for (const arc of this.#arcs) {
      this.#checkId(arc, seen)
      const ends = this.#endsOf(arc)
      if (ends === undefined || !this.#isPlain(arc)) continue
      const weight = this.#findings.number(arc, 'inscription', 1, 1)
      const into = ends.source.kind === 'place'
      const [place, transition] = into ? [ends.source, ends.target] : [ends.target, ends.source]
      const weights = (into ? consume : produce)[transition.index]
      weights?.set(place.index, (weights.get(place.index) ?? 0) + weight)
      ;(into ? hasOutput : hasInput).add(place.index)
    }

    this.#broken = this.#findings.all.length > 0
    const initial = this.#initial(net, hasInput)
    const finals = this.#finalMarkings(net, hasOutput)
    const activities: string[] = []
    const labels = new Map<string, number>()
    const transitions = this.#transitions.map((element, index): PetriTransition => {
      this.#refuseExtras(element)
      const arcs = { consume: tokens(consume[index]), produce: tokens(produce[index]) }
      const name = isInvisible(element) ? '' : nameOf(element)
      if (name === '') return arcs
      let label = labels.get(name)
      if (label === undefined) {
        label = activities.push(name) - 1
        labels.set(name, label)
      }
      return { label, ...arcs }
    })
    if (this.#findings.all.length > 0 || initial === undefined || finals === undefined) return undefined
    const placeNames = this.#places.map((element) => nameOf(element) || idOf(element))
    return {
      name: nameOfNet(net),
      activities,
      net: { places: this.#places.length, placeNames, transitions, initial, finals: finals.markings },
      transitions: this.#transitions.map((element) => ({
        id: idOf(element),
        name: isInvisible(element) ? '' : nameOf(element),
        place: this.#findings.placeOf(element),
      })),
      places: this.#places.map((element) => this.#findings.placeOf(element)),
      place: this.#findings.placeOf(net),
      finalAt: this.#findings.placeOf(finals.at),
    }
  }

  /** Sorts what stands in the net and its pages. */
  #gather(element: XmlElement): void {
    for (const child of element.children) {
      if (child.name === 'place') this.#places.push(child)
      else if (child.name === 'transition') this.#transitions.push(child)
      else if (child.name === 'arc') this.#arcs.push(child)
      else if (child.name === 'referencePlace' || child.name === 'referenceTransition') this.#references.push(child)
      else if (child.name === 'finalmarkings') this.#finals.push(child)
      else if (child.name === 'page' || child.name === 'toolspecific') this.#gather(child)
    }
  }

  #define(element: XmlElement, kind: NodeKind, index: number): void {
    const id = element.attributes.get('id')
    const known = id === undefined ? undefined : this.#nodes.get(id)
    if (id === undefined) {
      this.#findings.report('pnml/id', element, { zh: '缺少 `id`', en: 'an `id` is missing' })
    } else if (known !== undefined) this.#findings.twice(id, element, known.element)
    else this.#nodes.set(id, { element, kind, index })
  }

  #checkId(arc: XmlElement, seen: Map<string, XmlElement>): void {
    const id = arc.attributes.get('id')
    if (id === undefined) return
    const known = seen.get(id) ?? this.#nodes.get(id)?.element
    if (known === undefined) seen.set(id, arc)
    else this.#findings.twice(id, arc, known)
  }

  /** References stand for what they refer to, through other references where there are such. */
  #resolveReferences(): void {
    const references = new Map<string, XmlElement>()
    for (const element of this.#references) {
      const id = element.attributes.get('id')
      const known = id === undefined ? undefined : (references.get(id) ?? this.#nodes.get(id)?.element)
      if (id === undefined) this.#findings.report('pnml/id', element, { zh: '缺少 `id`', en: 'an `id` is missing' })
      else if (known !== undefined) this.#findings.twice(id, element, known)
      else references.set(id, element)
    }
    for (const element of references.values()) {
      const passed: string[] = []
      let at = idOf(element)
      let target = this.#nodes.get(at)
      // What was resolved before is a node by now, so all chains together are walked once.
      while (target === undefined && references.has(at) && passed.length <= references.size) {
        passed.push(at)
        at = references.get(at)?.attributes.get('ref') ?? ''
        target = this.#nodes.get(at)
      }
      const kind = element.name === 'referencePlace' ? 'place' : 'transition'
      if (target?.kind === kind) for (const id of passed) this.#nodes.set(id, target)
      else {
        for (const id of passed) references.delete(id)
        this.#findings.unknown(element, 'ref', [kind], this.#nodes)
      }
    }
  }

  #endsOf(arc: XmlElement): { readonly source: Node; readonly target: Node } | undefined {
    const source = this.#nodes.get(arc.attributes.get('source') ?? '')
    const target = this.#nodes.get(arc.attributes.get('target') ?? '')
    if (source === undefined) this.#findings.unknown(arc, 'source', ['place', 'transition'], this.#nodes)
    if (target === undefined) this.#findings.unknown(arc, 'target', ['place', 'transition'], this.#nodes)
    if (source === undefined || target === undefined) return undefined
    if (source.kind !== target.kind) return { source, target }
    const both =
      source.kind === 'place' ? { zh: '两个库所', en: 'two places' } : { zh: '两个变迁', en: 'two transitions' }
    this.#findings.report(
      'pnml/arc',
      arc,
      { zh: `弧连接了${both.zh}`, en: `the arc joins ${both.en}` },
      { zh: '一个库所和一个变迁', en: 'a place and a transition' },
    )
    return undefined
  }

  /** Inhibitor, reset and read arcs are written as a type, in one of several ways. */
  #isPlain(arc: XmlElement): boolean {
    const written = arc.children.find(({ name }) => name === 'type' || name === 'arctype')
    const type = (written?.attributes.get('value') ?? wordsOf(written) ?? arc.attributes.get('type') ?? '').trim()
    if (['', 'normal', 'regular', 'standard'].includes(type.toLowerCase())) {
      const coloured = arc.children.find(({ name }) => name === 'hlinscription')
      if (coloured !== undefined) this.#findings.unsupported(coloured, { zh: '带颜色的弧', en: 'an arc with colours' })
      return coloured === undefined
    }
    this.#findings.unsupported(arc, { zh: `\`${shorten(type)}\` 类型的弧`, en: `an arc of type \`${shorten(type)}\`` })
    return false
  }

  #refuseExtras(element: XmlElement): void {
    const condition = element.children.find(({ name }) => name === 'condition')
    if (condition !== undefined)
      this.#findings.unsupported(condition, { zh: '变迁的条件', en: 'a condition of a transition' })
  }

  #initial(net: XmlElement, hasInput: ReadonlySet<PlaceIndex>): readonly Tokens[] | undefined {
    const marked: Tokens[] = []
    this.#places.forEach((element, place) => {
      const coloured = element.children.find(({ name }) => name === 'hlinitialMarking')
      if (coloured !== undefined)
        this.#findings.unsupported(coloured, { zh: '带颜色的标记', en: 'a marking with colours' })
      const capacity = this.#findings.number(element, 'capacity', 0, 0)
      if (capacity > 0) this.#findings.unsupported(element, { zh: '库所的容量', en: 'a capacity of a place' })
      const count = this.#findings.number(element, 'initialMarking', 0, 0)
      if (count > 0) marked.push({ place, count })
    })
    if (marked.length > 0) return marked
    return this.#only(net, hasInput, {
      zh: '没有初始标记，也没有唯一的起始库所（没有弧进入的库所）',
      en: 'there is no initial marking, and no single source place (one that no arc enters)',
    })?.tokens
  }

  #finalMarkings(
    net: XmlElement,
    hasOutput: ReadonlySet<PlaceIndex>,
  ): { readonly markings: readonly (readonly Tokens[])[]; readonly at: XmlElement } | undefined {
    const markings: (readonly Tokens[])[] = []
    for (const marking of this.#finals.flatMap(({ children }) => children)) {
      if (marking.name !== 'marking') continue
      const counts = new Map<PlaceIndex, number>()
      for (const element of marking.children) {
        if (element.name !== 'place') continue
        const node = this.#nodes.get(element.attributes.get('idref') ?? '')
        if (node?.kind !== 'place') {
          this.#findings.unknown(element, 'idref', ['place'], this.#nodes)
          continue
        }
        const count = this.#findings.count(element, wordsOf(element) ?? element.text, 1, 0)
        if (count > 0) counts.set(node.index, (counts.get(node.index) ?? 0) + count)
      }
      markings.push(tokens(counts))
    }
    const [written] = this.#finals
    if (written !== undefined && markings.length > 0) return { markings, at: written }
    const sink = this.#only(net, hasOutput, {
      zh: '没有终止标记，也没有唯一的终止库所（没有弧离开的库所）',
      en: 'there is no final marking, and no single sink place (one that no arc leaves)',
    })
    return sink === undefined ? undefined : { markings: [sink.tokens], at: sink.element }
  }

  /** One token in the only place that is not in `others`; an error if there is no such place, or more than one. */
  #only(
    net: XmlElement,
    others: ReadonlySet<PlaceIndex>,
    message: Message,
  ): { readonly tokens: readonly Tokens[]; readonly element: XmlElement } | undefined {
    const left = [...this.#places.entries()].filter(([place]) => !others.has(place)).slice(0, 3)
    const [one] = left
    if (one !== undefined && left.length === 1) return { tokens: [{ place: one[0], count: 1 }], element: one[1] }
    if (!this.#broken) this.#findings.report('pnml/marking', net, message)
    return undefined
  }
}

function tokens(counts: ReadonlyMap<PlaceIndex, number> | undefined): readonly Tokens[] {
  return [...(counts ?? [])].map(([place, count]) => ({ place, count })).sort((a, b) => a.place - b.place)
}
