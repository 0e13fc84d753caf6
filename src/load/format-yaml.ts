import { CST, Lexer, Parser } from 'yaml'
import { findComments } from './find-comments.ts'
import { parseYaml } from './parse-yaml.ts'
import { createSourceText } from './source-text.ts'
import { plainValue } from './tree.ts'

const STEP = 2

/**
 * The house layout of a map file: two blanks a level, lists indented below their key, one blank after `-`, `:` and `,`,
 * none inside brackets, no blanks at the ends of lines, at most one empty line, one line break at the end. Quotes, key
 * order, line breaks, comments and the texts of scalars stay. Undefined where the text does not parse, or where the
 * layout could not be changed without a change of meaning, which is checked each time.
 */
export function formatYaml(text: string): string | undefined {
  const before = read(text)
  if (before === undefined) return undefined
  const plain = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  const once = layOut(plain)
  const after = read(once)
  return after === before && layOut(once) === once ? once : undefined
}

/** What a text means, and its comments in order: equal for texts that differ in layout alone. */
function read(text: string): string | undefined {
  const source = createSourceText('', text.replace(/^\ufeff/, ''))
  const { root, diagnostics } = parseYaml(source)
  if (!root || diagnostics.length > 0) return undefined
  const ordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(ordered)
    return typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, each]) => [key, ordered(each)])
      : value
  }
  return JSON.stringify([ordered(plainValue(root)), findComments(source).map((comment) => comment.text)])
}

function layOut(text: string): string {
  return tidyLines(indentBlocks(spaceTokens(text)))
}

const OPEN: ReadonlySet<string> = new Set(['{', '['])
const CLOSE: ReadonlySet<string> = new Set(['}', ']'])

/** Blanks between the tokens of a line; those at its start and after `-` decide about blocks and are left. */
function spaceTokens(text: string): string {
  const tokens: string[] = []
  const scalars = new Set<number>()
  let isScalar = false
  for (const token of new Lexer().lex(text)) {
    if (token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR) {
      isScalar = token === CST.SCALAR
      continue
    }
    if (isScalar) scalars.add(tokens.length)
    isScalar = false
    tokens.push(token)
  }
  const sign = (at: number): string => (scalars.has(at) ? 'x' : (tokens[at] ?? '\n'))
  let depth = 0
  let result = ''
  for (const [at, token] of tokens.entries()) {
    const own = sign(at)
    if (OPEN.has(own)) depth += 1
    if (CLOSE.has(own)) depth -= 1
    if (!/^[ \t]+$/.test(own)) {
      result += token
      const next = sign(at + 1)
      if ((own === ',' || (own === ':' && depth > 0)) && !/^\s/.test(next)) result += CLOSE.has(next) ? '' : ' '
      continue
    }
    const before = sign(at - 1)
    const next = sign(at + 1)
    const isIndent = at === 0 || (tokens[at - 1] ?? '').endsWith('\n')
    if (isIndent || before === '-' || next.startsWith('#') || next.startsWith('\n')) result += token
    else if (depth > 0 && (OPEN.has(before) || next === ',' || next === ':' || CLOSE.has(next))) result += ''
    else result += depth === 0 && CLOSE.has(next) ? '' : ' '
  }
  return result
}

interface Line {
  /** Where the block item that begins on the line is to stand. */
  target?: number
  /** By how much lines that go on from it move. */
  shift: number
}

/** Moves every block to two blanks a level; what goes on over lines moves with the line it began on. */
function indentBlocks(text: string): string {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineOf = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const lines = new Map<number, Line>()
  const gaps = new Map<number, { readonly from: number; readonly to: number }[]>()
  const begin = (offset: number, target: number, shift: number): void => {
    const line = lineOf(offset)
    const isFirst = text.slice(starts[line], offset).trim() === ''
    const known = lines.get(line)
    lines.set(line, { ...known, ...(isFirst ? { target } : {}), shift })
  }
  const visit = (node: CST.Token | null | undefined, target: number): void => {
    if (node?.type === 'block-map') {
      for (const { start, key, value } of node.items) {
        const mark = start.find(({ type }) => type === 'explicit-key-ind' || type === 'anchor' || type === 'tag')
        const at = mark ?? key
        if (at) begin(at.offset, target, target - node.indent)
        visit(value, target + STEP)
      }
    } else if (node?.type === 'block-seq') {
      for (const { start, value } of node.items) {
        const dash = start.find(({ type }) => type === 'seq-item-ind')
        if (!dash) continue
        begin(dash.offset, target, target - node.indent)
        const blank = start[start.indexOf(dash) + 1]
        if (
          blank?.type === 'space' &&
          blank.source.length > 1 &&
          /\S/.test(text[blank.offset + blank.source.length] ?? '\n')
        ) {
          const line = lineOf(blank.offset)
          const gap = { from: blank.offset + 1, to: blank.offset + blank.source.length }
          gaps.set(line, [...(gaps.get(line) ?? []), gap])
        }
        visit(value, target + STEP)
      }
    }
  }
  for (const token of new Parser().parse(text)) if (token.type === 'document') visit(token.value, 0)
  return move(text, starts, lines, gaps)
}

function move(
  text: string,
  starts: readonly number[],
  lines: ReadonlyMap<number, Line>,
  gaps: ReadonlyMap<number, readonly { readonly from: number; readonly to: number }[]>,
): string {
  const written = starts.map((start, i) => text.slice(start, (starts[i + 1] ?? text.length + 1) - 1))
  const blocks = protectedLines(text, starts)
  let shift = 0
  return written
    .map((line, i) => {
      const own = lines.get(i)
      const indent = line.length - line.trimStart().length
      if (own?.target !== undefined) {
        shift = own.shift
        return ' '.repeat(own.target) + withoutGaps(text, starts[i] ?? 0, line, gaps.get(i) ?? []).trimStart()
      }
      if (own) shift = own.shift
      if (line.trim() === '') return line
      let by = shift
      if (line.trimStart().startsWith('#') && !blocks.has(i)) {
        const next = nextItem(written, lines, i)
        const to = next === undefined ? undefined : lines.get(next)?.target
        if (next !== undefined && to !== undefined) by = to - indentOf(written[next] ?? '')
      }
      return ' '.repeat(Math.max(0, indent + by)) + line.trimStart()
    })
    .join('\n')
}

function withoutGaps(
  text: string,
  start: number,
  line: string,
  gaps: readonly { readonly from: number; readonly to: number }[],
): string {
  return gaps.reduceRight((kept, { from, to }) => kept.slice(0, from - start) + kept.slice(to - start), line) || text
}

/** The line of the next block item after comments and empty lines, if that is what comes next. */
function nextItem(written: readonly string[], lines: ReadonlyMap<number, Line>, from: number): number | undefined {
  for (let i = from + 1; i < written.length; i++) {
    if (lines.get(i)?.target !== undefined) return i
    if (!/^\s*(#.*)?$/.test(written[i] ?? '')) return undefined
  }
  return undefined
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Lines, by number, of which a part belongs to a scalar that goes over lines; the first line of it is not among them. */
function protectedLines(text: string, starts: readonly number[]): ReadonlySet<number> {
  const inside = new Set<number>()
  let offset = 0
  let line = 0
  let isScalar = false
  for (const token of new Lexer().lex(text)) {
    if (token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR) {
      isScalar = token === CST.SCALAR
      continue
    }
    const end = offset + token.length
    while ((starts[line + 1] ?? Infinity) <= offset) line += 1
    if (isScalar) {
      // A block text begins at the start of a line: that line is inside it too.
      if (starts[line] === offset && token.includes('\n')) inside.add(line)
      for (let i = line + 1; (starts[i] ?? Infinity) < end; i++) inside.add(i)
    }
    isScalar = false
    offset = end
  }
  return inside
}

/** Blanks at the ends of lines, empty lines, the end of the file; texts over several lines are left. */
function tidyLines(text: string): string {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const inside = protectedLines(text, starts)
  const kept: string[] = []
  for (const [i, line] of text.split('\n').entries()) {
    // The last line of a text over lines ends where the next is no longer inside it.
    const stays = inside.has(i) || inside.has(i + 1)
    const tidy = stays ? line : line.trimEnd()
    if (tidy === '' && !stays && (kept.length === 0 || kept.at(-1) === '')) continue
    kept.push(tidy)
  }
  while (kept.at(-1) === '' && !inside.has(kept.length)) kept.pop()
  return `${kept.join('\n')}\n`
}
