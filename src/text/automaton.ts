/**
 * Aho–Corasick over code units, for all phrases of a map at once. The trie lies in a double array: the child of the state
 * `s` by the symbol `c` is the cell `base[s] + c` when `check` of that cell is `s`. Symbols number the units that occur in
 * keywords, from 1; everything else is 0 and leads to the root. A state is the number of its cell; the root is 0.
 */
export interface Automaton {
  readonly symbols: Uint16Array
  readonly base: Int32Array
  readonly check: Int32Array
  readonly fail: Int32Array
  /** The keyword that ends in a state, or -1. */
  readonly keyword: Int32Array
  /** The state itself if a keyword ends there, else the nearest suffix where one does, else 0. */
  readonly ending: Int32Array
  /** The nearest proper suffix where a keyword ends, or 0. */
  readonly next: Int32Array
}

/** Builds the automaton; keywords are distinct and not empty. Cells: about as many as the keywords have units. */
export function buildAutomaton(keywords: readonly string[]): Automaton {
  const symbols = numberSymbols(keywords)
  const trie = growTrie(keywords)
  const { nodes, first, sibling, unit } = trie
  const cells = new Cells(symbols.count, nodes)
  const cellOf = new Int32Array(nodes)
  const queue = new Int32Array(nodes)
  let filled = 1
  for (let head = 0; head < filled; head++) {
    const node = queue[head] ?? 0
    const state = cellOf[node] ?? 0
    cells.keyword[state] = trie.keyword[node] ?? -1
    const children: number[] = []
    for (let child = first[node] ?? 0; child !== 0; child = sibling[child] ?? 0) children.push(child)
    const marks = children.map((child) => symbols.of[unit[child] ?? 0] ?? 0)
    const base = node === 0 ? 0 : cells.place(state, marks)
    for (const [i, child] of children.entries()) {
      const symbol = marks[i] ?? 0
      const cell = base + symbol
      cells.check[cell] = state
      cellOf[child] = cell
      queue[filled++] = child
      cells.linkFailure(state, symbol, cell)
    }
  }
  for (let i = 1; i < filled; i++) cells.linkEnding(cellOf[queue[i] ?? 0] ?? 0)
  const { base, check, fail, keyword, ending, next } = cells
  return { symbols: symbols.of, base, check, fail, keyword, ending, next }
}

function numberSymbols(keywords: readonly string[]): { of: Uint16Array; count: number } {
  const of = new Uint16Array(0x10000)
  let count = 0
  for (const keyword of keywords) {
    for (let i = 0; i < keyword.length; i++) {
      const unit = keyword.charCodeAt(i)
      if (of[unit] === 0) of[unit] = ++count
    }
  }
  return { of, count }
}

interface Trie {
  readonly nodes: number
  readonly first: Int32Array
  readonly sibling: Int32Array
  readonly unit: Uint16Array
  readonly keyword: Int32Array
}

/** Sorted keywords share their beginnings with the one before, so that no list of children is ever searched. */
function growTrie(keywords: readonly string[]): Trie {
  const order = keywords.map((_, i) => i).sort((a, b) => ((keywords[a] ?? '') < (keywords[b] ?? '') ? -1 : 1))
  const most = keywords.reduce((sum, keyword) => sum + keyword.length, 1)
  const first = new Int32Array(most)
  const sibling = new Int32Array(most)
  const youngest = new Int32Array(most)
  const unit = new Uint16Array(most)
  const keyword = new Int32Array(most).fill(-1)
  const path: number[] = [0]
  let nodes = 1
  let before = ''
  for (const id of order) {
    const word = keywords[id] ?? ''
    let shared = 0
    while (shared < before.length && shared < word.length && word[shared] === before[shared]) shared++
    path.length = shared + 1
    for (let i = shared; i < word.length; i++) {
      const parent = path[i] ?? 0
      const node = nodes++
      unit[node] = word.charCodeAt(i)
      if (first[parent] === 0) first[parent] = node
      else sibling[youngest[parent] ?? 0] = node
      youngest[parent] = node
      path.push(node)
    }
    keyword[path[word.length] ?? 0] = id
    before = word
  }
  return { nodes, first, sibling, unit, keyword }
}

const FREE = -1
/** So many places are tried for a state with several children before its row goes to the end. */
const TRIES = 64

class Cells {
  base: Int32Array
  check: Int32Array
  fail: Int32Array
  keyword: Int32Array
  ending: Int32Array
  next: Int32Array
  private readonly symbols: number
  private lowest = 1
  private used: number

  constructor(symbols: number, nodes: number) {
    this.symbols = symbols
    const size = nodes + 2 * symbols + 2
    this.base = new Int32Array(size)
    this.check = new Int32Array(size).fill(FREE)
    this.fail = new Int32Array(size)
    this.keyword = new Int32Array(size).fill(FREE)
    this.ending = new Int32Array(size)
    this.next = new Int32Array(size)
    // The root takes the first cells, one for each symbol.
    this.used = symbols + 1
  }

  /** Finds a row where all children find free cells, and notes it as the state's. */
  place(state: number, marks: readonly number[]): number {
    if (marks.length === 0) return 0
    const [anchor = 0] = marks
    while (!this.isFree(this.lowest)) this.lowest++
    let tries = 0
    for (let cell = Math.max(this.lowest, anchor + 1); tries < TRIES || marks.length === 1; cell++) {
      if (!this.isFree(cell)) continue
      const base = cell - anchor
      if (marks.length === 1 || marks.every((mark) => this.isFree(base + mark))) return this.take(state, base, marks)
      tries++
    }
    return this.take(state, Math.max(1, this.used - Math.min(...marks)), marks)
  }

  private isFree(cell: number): boolean {
    // The root's children are not placed yet when the first row is sought.
    return cell > this.symbols && (cell >= this.check.length || this.check[cell] === FREE)
  }

  private take(state: number, base: number, marks: readonly number[]): number {
    const end = base + this.symbols + 1
    if (end > this.check.length) this.grow(end)
    for (const mark of marks) this.used = Math.max(this.used, base + mark + 1)
    this.base[state] = base
    return base
  }

  private grow(least: number): void {
    const size = Math.max(least, Math.ceil(this.check.length * 1.5))
    const widen = (cells: Int32Array, fill = 0): Int32Array => {
      const wider = new Int32Array(size).fill(fill)
      wider.set(cells)
      return wider
    }
    this.base = widen(this.base)
    this.check = widen(this.check, FREE)
    this.fail = widen(this.fail)
    this.keyword = widen(this.keyword, FREE)
    this.ending = widen(this.ending)
    this.next = widen(this.next)
  }

  /** Where matching goes on from a cell: the longest proper suffix that is a beginning of a keyword. */
  linkFailure(parent: number, symbol: number, cell: number): void {
    if (parent === 0) return
    let state = this.fail[parent] ?? 0
    for (;;) {
      const target = (this.base[state] ?? 0) + symbol
      if (this.check[target] === state) {
        this.fail[cell] = target
        return
      }
      if (state === 0) return
      state = this.fail[state] ?? 0
    }
  }

  /** States come in the order of their depth, so the suffix is done already. */
  linkEnding(cell: number): void {
    this.next[cell] = this.ending[this.fail[cell] ?? 0] ?? 0
    this.ending[cell] = (this.keyword[cell] ?? FREE) === FREE ? (this.next[cell] ?? 0) : cell
  }
}
