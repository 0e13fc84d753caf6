import type { Place } from '../diagnostic/diagnostic.ts'
import type { SourceText } from '../load/source-text.ts'
import type { ListNode, MapNode } from '../load/tree.ts'
import type { TextEdit } from './lint-rule.ts'
import type { MapSources } from './map-sources.ts'

/*
 * Small changes to YAML as it is written. Each gives no edit where it cannot be sure: where a comment, an anchor, an alias or
 * a text of several lines is touched, or where nothing would be left of a mapping or list.
 */

/** Takes a key with its value out of its mapping. */
export function removeEntry(sources: MapSources, from: Place, ...way: readonly (string | number)[]): TextEdit[] {
  const found = sources.find(from, ...way)
  const around = sources.find(from, ...way, '..')?.node
  const source = sourceOf(sources, from)
  if (!found?.entry || around?.kind !== 'map' || !source) return []
  if (found.entry.alias || found.node.alias || around.alias || around.entries.size < 2) return []
  const parts = [...around.entries.values()].map(({ key, node }) => ({ from: startOf(key), to: endOf(node.place) }))
  const own = parts.findIndex((part) => part.from === startOf(found.entry?.key ?? found.node.place))
  return cutPart(source, around, parts, own, /^[ ]*$/)
}

/** Takes an item out of its list. */
export function removeItem(sources: MapSources, item: Place): TextEdit[] {
  const node = sources.find(item)?.node
  const around = sources.find(item, '..')?.node
  const source = sourceOf(sources, item)
  if (!node || around?.kind !== 'list' || !source) return []
  if (node.alias || around.alias || around.items.length < 2) return []
  const parts = around.items.map(({ place }) => ({ from: startOf(place), to: endOf(place) }))
  return cutPart(source, around, parts, around.items.indexOf(node), /^[ ]*- *$/)
}

/** What stands before the single thing in a block, and behind it. */
const BLOCK_WORDS = /^(?:\s|[:{}[\],-]|parallel|any-order|some|optional|group|repeat|steps|do|max|1)*$/

/** Puts the only child of a block in its place: `parallel: [{id: a}]` becomes `{id: a}`. `way` leads to the list. */
export function unwrapChild(sources: MapSources, block: Place, ...way: readonly string[]): TextEdit[] {
  const whole = sources.find(block)?.node
  const list = sources.find(block, ...way)?.node
  const source = sourceOf(sources, block)
  if (whole?.kind !== 'map' || whole.entries.size !== 1 || list?.kind !== 'list' || !source) return []
  const [child, ...others] = list.items
  if (!child || others.length > 0 || [whole, list, child].some(({ alias }) => alias)) return []
  const { text, skipped, file } = source
  const [from, start, end, to] = [startOf(whole.place), startOf(child.place), endOf(child.place), endOf(whole.place)]
  const slice = (a: number, b: number) => text.slice(a - skipped, b - skipped)
  const behind = beforeComments(slice(end, to))
  const own = slice(start, end)
  if (behind === undefined || !BLOCK_WORDS.test(slice(from, start)) || !BLOCK_WORDS.test(behind)) return []
  // A block of several lines would have to be moved to the left.
  if (own.includes('\n') && !own.startsWith('{')) return []
  return [
    { file, from, to: start, text: '' },
    ...(behind === '' ? [] : [{ file, from: end, to: end + behind.length, text: '' }]),
  ]
}

/** A text without the comments at its end, which are part of a block and stay; undefined where something follows them. */
function beforeComments(text: string): string | undefined {
  const at = text.search(/(?:^|\s)#/)
  if (at < 0) return text.trimEnd()
  const isComment = (line: string) => /^\s*(?:#|$)/.test(line)
  return text.slice(at).split('\n').every(isComment) ? text.slice(0, at).trimEnd() : undefined
}

function cutPart(
  { file, text, skipped }: SourceText,
  around: MapNode | ListNode,
  parts: readonly { readonly from: number; readonly to: number }[],
  own: number,
  before: RegExp,
): TextEdit[] {
  const part = parts[own]
  if (!part) return []
  const slice = (a: number, b: number) => text.slice(a - skipped, b - skipped)
  if (!isPlain(slice(part.from, part.to))) return []
  const isInline = /^[{[]/.test(slice(startOf(around.place), startOf(around.place) + 1))
  if (isInline) {
    const [last, next] = [parts[own - 1], parts[own + 1]]
    const [from, to, gap] = next
      ? [part.from, next.from, slice(part.to, next.from)]
      : [last?.to ?? part.from, part.to, slice(last?.to ?? part.from, part.from)]
    return /^\s*,\s*$/.test(gap) ? [{ file, from, to, text: '' }] : []
  }
  const line = text.lastIndexOf('\n', part.from - skipped - 1) + 1
  const newline = text.indexOf('\n', part.to - skipped)
  const end = newline < 0 ? text.length : newline + 1
  if (!before.test(text.slice(line, part.from - skipped)) || text.slice(part.to - skipped, end).trim() !== '') return []
  return [{ file, from: line + skipped, to: end + skipped, text: '' }]
}

/** On one line, without a comment, an anchor, a tag or an alias. */
function isPlain(text: string): boolean {
  return !/[\n\r]|(?:^|\s)[#&*!]/.test(text)
}

function sourceOf(sources: MapSources, { file }: Place): SourceText | undefined {
  return sources.files.find(({ source }) => source.file === file)?.source
}

const startOf = ({ range }: Place): number => range.start.offset
const endOf = ({ range }: Place): number => range.end.offset
