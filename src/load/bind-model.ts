import type { Diagnostic, Message, Place } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { ModelElement, ModelFlow, ModelItem, ModelScope } from '../model/model-flow.ts'
import { kebab, type ModelBinding, proofBy, scalar } from './model-to-tree.ts'
import { unknownReference } from './names.ts'
import { asMap, badValue, child, report, type Reading, stringOf, stringsOf } from './reading.ts'
import type { MapNode, TreeEntry, TreeNode } from './tree.ts'

/** Names of the catalogue by which people call events and roles. */
export interface CatalogWords {
  readonly events: ReadonlyMap<string, ReadonlySet<string>>
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>
}

/** What events and roles of the catalogue are called, in either language and in logs: name → ids. */
export function wordsOfCatalogs(roots: readonly MapNode[]): CatalogWords {
  const gather = (section: string): ReadonlyMap<string, ReadonlySet<string>> => {
    const words = new Map<string, Set<string>>()
    for (const [id, { node }] of roots.flatMap((root) => [...(asMap(child(root, section))?.entries ?? [])])) {
      const name = child(node, 'name')
      const called = [name, child(name, 'zh'), child(name, 'en')].flatMap((each) => stringOf(each) ?? [])
      for (const word of [...called, ...stringsOf(child(node, 'also')).map(({ value }) => value)]) {
        const key = fold(word)
        words.set(key, (words.get(key) ?? new Set()).add(id))
      }
    }
    return words
  }
  return { events: gather('events'), roles: gather('roles') }
}

/**
 * Binds the elements of a model to events of the catalogue and its lanes to roles: by `bind` and `lanes` of the flow, by
 * id, by name. What is bound to nothing, or to several, is told at the element; a line of `bind` for nothing, at the line.
 */
export function bindModel(reading: Reading, words: CatalogWords, root: MapNode, model: ModelFlow): ModelBinding {
  const lines = asMap(child(root, 'bind'))?.entries ?? new Map<string, TreeEntry>()
  const lanes = asMap(child(root, 'lanes'))?.entries ?? new Map<string, TreeEntry>()
  const used = new Set<string>()
  const lineOf = ({ id, step, name }: ModelElement): TreeNode | undefined => {
    const key = [id, step, name].find((each) => each !== undefined && lines.has(each))
    if (key === undefined) return undefined
    used.add(key)
    return lines.get(key)?.node
  }
  const told = new Set<string>()
  const tell = (place: Place, diagnostic: Diagnostic): void => {
    const key = `${diagnostic.rule} ${place.range.start.offset}`
    if (!told.has(key)) report(reading, diagnostic)
    told.add(key)
  }

  /** Undefined where it is told that there is none. */
  const eventOf = (element: ModelElement): string | undefined => {
    const { id, name, event, place } = element
    const direct = [event, id, name].find((each) => each !== '' && reading.events.has(each))
    if (direct !== undefined) return direct
    const called = [event, name].flatMap((each) => [...(words.events.get(fold(each)) ?? [])])
    const [first, second] = [...new Set(called)]
    if (first !== undefined && second === undefined) return first
    if (first === undefined && reading.events.open) return event
    const title = name || event || id
    if (first !== undefined) tell(place, ambiguous(title, [...new Set(called)], place, EVENT))
    else {
      const known = [...reading.events.places.keys()]
      const near = nearestName(title, [...known, ...words.events.keys()])
      const suggestion = near === undefined ? nearestName(event, known) : (firstOf(words.events.get(near)) ?? near)
      tell(place, {
        rule: 'reference-unknown',
        severity: 'error',
        message: {
          zh: `目录里没有与 \`${shorten(title)}\` 对应的事件`,
          en: `no event of the catalogue has the id or name of \`${shorten(title)}\``,
        },
        place,
        expected: {
          zh: `同名的事件，或流程文件里的一行 \`bind: {${shorten(id)}: 事件}\``,
          en: `an event of that name, or a line \`bind: {${shorten(id)}: event}\` in the flow`,
        },
        ...(suggestion === undefined ? {} : { suggestion }),
      })
    }
    return undefined
  }
  const roleOf = (lane: NonNullable<ModelElement['lane']>): string | undefined => {
    const { name, place } = lane
    const direct = [name, kebab(name)].find((each) => reading.roles.has(each))
    if (direct !== undefined) return direct
    const called = [...(words.roles.get(fold(name)) ?? [])]
    const [first, second] = called
    if (first !== undefined && second === undefined) return first
    if (first !== undefined) tell(place, ambiguous(name, called, place, ROLE))
    else if (!reading.roles.open) {
      const near = nearestName(name, [...reading.roles.places.keys(), ...words.roles.keys()])
      const suggestion = near === undefined ? undefined : (firstOf(words.roles.get(near)) ?? near)
      tell(place, {
        rule: 'reference-unknown',
        severity: 'error',
        message: {
          zh: `目录里没有与泳道 \`${shorten(name)}\` 对应的角色`,
          en: `no role of the catalogue has the id or name of the lane \`${shorten(name)}\``,
        },
        place,
        expected: {
          zh: `同名的角色，或流程文件里的一行 \`lanes: {${shorten(name)}: 角色}\``,
          en: `a role of that name, or a line \`lanes: {${shorten(name)}: role}\` in the flow`,
        },
        ...(suggestion === undefined ? {} : { suggestion }),
      })
    }
    return undefined
  }

  const usedLanes = new Set<string>()
  const proofs = new Map<ModelElement, TreeNode>()
  const binding: ModelBinding = {
    proof(element) {
      const known = proofs.get(element)
      if (known) return known
      const line = lineOf(element)
      const stated = line?.kind === 'scalar' ? proofBy(line) : child(line, 'proof')
      const event = stated ? undefined : eventOf(element)
      const unknown: MapNode = { kind: 'map', place: element.place, entries: new Map() }
      const proof = stated ?? (event === undefined ? unknown : proofBy(scalar(element.place, event)))
      proofs.set(element, proof)
      return proof
    },
    by({ lane, place }) {
      if (!lane) return undefined
      const line = lanes.get(lane.name)
      if (line) usedLanes.add(lane.name)
      if (line) return line
      const role = roleOf(lane)
      return role === undefined ? undefined : { key: place, node: scalar(place, role) }
    },
    keys: (element) => asMap(lineOf(element)),
  }
  for (const element of model.elements) {
    lineOf(element)
    binding.by(element)
  }
  for (const at of interruptsIn(model.blocks)) {
    const keys = model.elements[at] && binding.keys(model.elements[at])
    for (const [key, { key: place }] of keys?.entries ?? []) {
      if (key === 'proof' || key === 'note' || key === 'source' || key.startsWith('x-')) continue
      const message = {
        zh: `中断不是步骤，没有 \`${key}\``,
        en: `an interrupt is no step and has no \`${key}\``,
      }
      report(reading, badValue(place, message, { zh: '事件，或 `proof`', en: 'an event, or `proof`' }))
    }
  }
  const names = model.elements.flatMap(({ id, step, name }) => [id, ...(step ? [step] : []), ...(name ? [name] : [])])
  for (const [key, { key: place }] of lines)
    if (!used.has(key)) report(reading, unknownReference(key, place, ELEMENT, names))
  const laneNames = new Set(model.elements.flatMap(({ lane }) => lane?.name ?? []))
  for (const [key, { key: place }] of lanes) {
    if (!usedLanes.has(key)) report(reading, unknownReference(key, place, LANE, laneNames))
  }
  return binding
}

const EVENT: Message = { zh: '事件', en: 'events' }
const ROLE: Message = { zh: '角色', en: 'roles' }
const ELEMENT: Message = { zh: '模型元素', en: 'element of the model' }
const LANE: Message = { zh: '泳道', en: 'lane' }

function ambiguous(name: string, ids: readonly string[], place: Place, what: Message): Diagnostic {
  const list = ids.map((id) => `\`${id}\``)
  return {
    rule: 'reference-unknown',
    severity: 'error',
    message: {
      zh: `\`${shorten(name)}\` 对应不止一个${what.zh}：${list.join('、')}`,
      en: `\`${shorten(name)}\` is the name of several ${what.en}: ${list.join(', ')}`,
    },
    place,
    expected: {
      zh: '流程文件的 `bind` 或 `lanes` 里写明是哪一个',
      en: 'the one that is meant, in `bind` or `lanes` of the flow',
    },
  }
}

function firstOf(ids: ReadonlySet<string> | undefined): string | undefined {
  const [first] = ids ?? []
  return first
}

function fold(word: string): string {
  return word.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}

/** The elements that interrupt. */
function interruptsIn(scope: ModelScope | undefined): readonly number[] {
  if (!scope) return []
  const all = (items: readonly ModelItem[]): readonly number[] => items.flatMap(inItem)
  const inItem = (item: ModelItem): readonly number[] => {
    switch (item.kind) {
      case 'element':
        return []
      case 'choice':
        return item.ways.flatMap(all)
      case 'optional':
        return all(item.items)
      case 'repeat':
        return [...all(item.do), ...all(item.redo)]
      case 'group':
        return interruptsIn(item)
      default:
        return item.children.flatMap(all)
    }
  }
  return [...all(scope.items), ...scope.interrupts.flatMap(({ element, items }) => [element, ...all(items)])]
}
