import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import type { Diagnostic, Message, Place } from '../diagnostic/diagnostic.ts'
import { explainFullwidth } from './fullwidth.ts'
import { placeAt, type SourceText } from './source-text.ts'
import { joinPointer, type ListNode, type MapNode, type ScalarNode, type TreeEntry, type TreeNode } from './tree.ts'
import { describeDepth, describeSyntaxError } from './yaml-messages.ts'

/** Nesting beyond this is refused before parsing: the parser works by recursion, and no map needs it. */
const MAX_DEPTH = 64
/** Nodes after aliases are followed; a map of ten thousand rows has about a tenth of this. */
const MAX_NODES = 300_000

export interface ParsedYaml {
  /** Absent where the text does not parse. */
  readonly root?: TreeNode
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Parses YAML 1.2 (core schema, with `<<`) into a tree with exact places. A text that does not parse gives one finding,
 * its first: what follows a syntax error is mostly its echo. Duplicate keys do not stop it; the first one counts.
 */
export function parseYaml(source: SourceText): ParsedYaml {
  const control = CONTROL.exec(source.text)
  if (control) {
    const place = placeAt(source, control.index, control.index + 1)
    return { diagnostics: [syntax(place, describeControl(control[0]), NO_CONTROL)] }
  }
  const deep = findTooDeep(source.text)
  if (deep !== undefined) return { diagnostics: [syntax(placeAt(source, deep, deep + 1), describeDepth(MAX_DEPTH))] }
  const document = parseDocument(source.text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    logLevel: 'error',
    stringKeys: false,
  })
  const [error] = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])
  if (error) return { diagnostics: [describeSyntaxError(source, error)] }
  const [warning] = document.warnings
  if (warning) return { diagnostics: [describeSyntaxError(source, warning)] }
  return new TreeBuilder(source, document).build()
}

/** Characters that YAML 1.2 (5.1) does not allow in a file, written out; an escape in double quotes stands for them. */
const CONTROL = /[^\P{Cc}\t\n\r\u0085]/u
const NO_CONTROL: Message = { zh: '删去它', en: 'it taken out' }

function describeControl(character: string): Message {
  const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return { zh: `文件里有控制字符 ${name}`, en: `there is a control character, ${name}, in the file` }
}

function syntax(place: Place, message: Message, expected?: Message): Diagnostic {
  return { rule: 'yaml/syntax', severity: 'error', message, place, ...(expected ? { expected } : {}) }
}

/** Offset of the first bracket, dash or indentation deeper than `MAX_DEPTH`; quotes are not looked at, so it may only refuse too much. */
function findTooDeep(text: string): number | undefined {
  let brackets = 0
  let dashes = 0
  let indents: number[] = []
  let lineStart = true
  for (let i = 0, column = 0; i < text.length; i++, column++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a) {
      lineStart = true
      column = -1
      dashes = 0
      continue
    }
    if (code === 0x5b || code === 0x7b) brackets += 1
    else if (code === 0x5d || code === 0x7d) brackets = Math.max(0, brackets - 1)
    else if ((code === 0x2d || code === 0x3f) && (text[i + 1] === ' ' || text[i + 1] === '\t')) dashes += 1
    if (lineStart && code !== 0x20 && code !== 0x0d && code !== 0x09) {
      lineStart = false
      indents = indents.filter((indent) => indent < column)
      indents.push(column)
    }
    if (brackets > MAX_DEPTH || dashes > MAX_DEPTH || indents.length > MAX_DEPTH) return i
  }
  return undefined
}

/** Turns the nodes of `yaml` into a tree, following aliases and merges; stops at bombs and cycles. */
class TreeBuilder {
  private readonly diagnostics: Diagnostic[] = []
  private readonly open = new Set<Node>()
  private count = 0
  /** What each alias stands for: `Alias.resolve` would walk the whole document each time. */
  private readonly targets = new Map<Alias, Node>()
  private readonly source: SourceText
  private readonly document: Document

  constructor(source: SourceText, document: Document) {
    this.source = source
    this.document = document
    const anchors = new Map<string, Node>()
    if (!source.text.includes('*')) return
    visit(document, {
      Alias: (_, alias) => {
        const target = anchors.get(alias.source)
        if (target) this.targets.set(alias, target)
      },
      Value: (_, node) => {
        if (node.anchor !== undefined) anchors.set(node.anchor, node)
      },
    })
  }

  build(): ParsedYaml {
    const root = this.convert(this.document.contents, 0, 0, '', undefined)
    return root ? { root, diagnostics: this.diagnostics } : { diagnostics: this.diagnostics.slice(0, 1) }
  }

  /** `start` and `end`: where a node that has no text of its own stands. */
  private convert(
    node: Node | null,
    start: number,
    end: number,
    pointer: string,
    alias: Place | undefined,
  ): TreeNode | undefined {
    const [from, to] = node?.range ?? [start, end]
    const place = placeAt(this.source, from, trimEnd(this.source.text, from, to), pointer)
    if (++this.count > MAX_NODES) {
      return this.fail(alias ?? place, {
        zh: '别名展开后的内容过大',
        en: 'the aliases unfold to too much',
      })
    }
    const base = { place, ...(alias ? { alias } : {}) }
    if (node === null) return { kind: 'scalar', value: null, raw: '', quoted: false, ...base }
    if (isAlias(node)) return this.follow(node, place, pointer)
    if (this.open.has(node)) {
      return this.fail(alias ?? place, { zh: '别名指向了包含它自己的内容', en: 'the alias leads into itself' })
    }
    if (isScalar(node)) return { ...convertScalar(node, this.source.text.slice(from, to)), ...base }
    this.open.add(node)
    const converted = isSeq(node)
      ? this.convertList(node.items as (Node | null)[], base, pointer, alias)
      : isMap(node)
        ? this.convertMap(node as YAMLMap<Node, Node | null>, base, pointer, alias)
        : undefined
    this.open.delete(node)
    return converted
  }

  private follow(node: Alias, place: Place, pointer: string): TreeNode | undefined {
    const target = this.targets.get(node)
    if (!target) {
      return this.fail(place, {
        zh: `没有名为 \`&${node.source}\` 的锚点可供 \`*${node.source}\` 引用`,
        en: `\`*${node.source}\` refers to an anchor \`&${node.source}\` that is not there`,
      })
    }
    return this.convert(target, 0, 0, pointer, place)
  }

  private convertList(
    items: readonly (Node | null)[],
    base: { readonly place: Place; readonly alias?: Place },
    pointer: string,
    alias: Place | undefined,
  ): ListNode | undefined {
    const children: TreeNode[] = []
    const at = base.place.range.end.offset - this.source.skipped
    for (const [i, item] of items.entries()) {
      const child = this.convert(item, at, at, joinPointer(pointer, i), alias)
      if (!child) return undefined
      children.push(child)
    }
    return { kind: 'list', items: children, ...base }
  }

  private convertMap(
    node: YAMLMap<Node, Node | null>,
    base: { readonly place: Place; readonly alias?: Place },
    pointer: string,
    alias: Place | undefined,
  ): MapNode | undefined {
    const entries = new Map<string, TreeEntry>()
    const merged: TreeEntry[] = []
    const mergedKeys: string[] = []
    for (const pair of node.items as readonly Pair<Node, Node | null>[]) {
      const key = this.convertKey(pair.key, pointer)
      if (key === undefined) return undefined
      if (key.name === '<<') {
        if (!this.collectMerge(pair.value, key.place, pointer, mergedKeys, merged)) return undefined
        continue
      }
      const at = key.place.range.end.offset - this.source.skipped
      const child = this.convert(pair.value, at, at, joinPointer(pointer, key.name), alias)
      if (!child) return undefined
      const first = entries.get(key.name)
      if (first) this.diagnostics.push(duplicateKey(key.name, key.place, first.key))
      else entries.set(key.name, { key: key.place, node: child, ...(alias ? { alias } : {}) })
    }
    for (const [i, entry] of merged.entries()) {
      const name = mergedKeys[i]
      if (name !== undefined && !entries.has(name)) entries.set(name, entry)
    }
    return { kind: 'map', entries, ...base }
  }

  private convertKey(node: Node | null, pointer: string): { name: string; place: Place } | undefined {
    const resolved = isAlias(node) ? (this.targets.get(node) ?? null) : node
    const [from, to] = node?.range ?? [0, 0]
    if (resolved !== null && !isScalar(resolved)) {
      const place = placeAt(this.source, from, trimEnd(this.source.text, from, to), pointer)
      return this.fail(place, { zh: '键须是简单的文本', en: 'a key must be a plain text' })
    }
    const value: unknown = resolved?.value
    const name = typeof value === 'string' ? value : (resolved?.source ?? String(value))
    if (name.startsWith('\u3000') && this.source.text[from] === '\u3000') {
      // Indented by ideographic blanks, the key is one of the outermost mapping: the whole shape is wrong.
      const sign = { sign: '\u3000', ascii: ' ', offset: from }
      return this.fail(placeAt(this.source, from, from + 1), explainFullwidth(sign))
    }
    return { name, place: placeAt(this.source, from, trimEnd(this.source.text, from, to), joinPointer(pointer, name)) }
  }

  /** What `<<` brings in: a mapping, an alias of one, or a list of them; the earlier ones win. */
  private collectMerge(node: Node | null, key: Place, pointer: string, names: string[], entries: TreeEntry[]): boolean {
    const at = key.range.end.offset - this.source.skipped
    const tree = this.convert(node, at, at, pointer, undefined)
    if (!tree) return false
    for (const part of tree.kind === 'list' ? tree.items : [tree]) {
      if (part.kind !== 'map') {
        this.fail(part.place, { zh: '`<<` 只能并入映射', en: '`<<` merges mappings only' })
        return false
      }
      for (const [name, entry] of part.entries) {
        names.push(name)
        entries.push({ ...entry, alias: part.alias ?? key })
      }
    }
    return true
  }

  private fail(place: Place, message: Message): undefined {
    this.diagnostics.unshift(syntax(place, message))
    return undefined
  }
}

function convertScalar(node: Scalar, text: string): Pick<ScalarNode, 'kind' | 'value' | 'raw' | 'quoted'> {
  const { value } = node
  const plain =
    value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
      ? value
      : String(value)
  return { kind: 'scalar', value: plain, raw: node.source ?? text, quoted: node.type !== 'PLAIN' }
}

function duplicateKey(name: string, second: Place, first: Place): Diagnostic {
  return {
    rule: 'yaml/duplicate-key',
    severity: 'error',
    message: { zh: `键 \`${name}\` 重复了`, en: `the key \`${name}\` is there twice` },
    place: second,
    expected: { zh: '每个键只写一次', en: 'each key once' },
    related: [{ message: { zh: '第一次写在这里', en: 'first written here' }, place: first }],
  }
}

/** A range without the blank and comment lines that block collections carry behind them. */
function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /\s/.test(text[end - 1] ?? '')) end -= 1
  return end
}
