import type { Block } from '../../src/flow/effective-flow.ts'

/**
 * A plain exact alignment on block trees, kept as a yardstick and as a second opinion in tests: the cost of a node on a
 * segment of the trace, projected on the node's activities, is for a choice the least child's and the segment's other
 * events, for a sequence the best split, for a concurrent block the sum of its children's on their own projections, for a
 * loop a shortest path over split points. Polynomial. Exact where no two concurrent children share a label; undefined for
 * other trees, and for blocks that are not of process trees. Costs alone.
 */
export function createPlainBlockDp(root: Block): ((word: ArrayLike<number>) => number) | undefined {
  const labels = new Map<Block, Set<number>>()
  if (!gather(root, labels)) return undefined
  return (word) => {
    const own = Array.from(word).filter((event) => labels.get(root)?.has(event))
    return word.length - own.length + (rowsOf(root, own, labels)(0)[own.length] as number)
  }
}

/** For a position: the cost of a node on the events from there to each position. */
type Rows = (from: number) => Float64Array

function rowsOf(node: Block, events: readonly number[], labels: ReadonlyMap<Block, ReadonlySet<number>>): Rows {
  const count = events.length
  /** A child on its own projection, and how many of its events are behind each position. */
  const project = (child: Block): { rows: Rows; behind: Int32Array } => {
    const behind = new Int32Array(count + 1)
    const kept = events.filter((event, at) => {
      const has = labels.get(child)?.has(event) === true
      behind[at + 1] = (behind[at] as number) + (has ? 1 : 0)
      return has
    })
    return { rows: rowsOf(child, kept, labels), behind }
  }
  /** Lowers `row` to what comes of `start` and then the child on the rest, other events being log moves. */
  const lower = (row: Float64Array, start: number, from: number, { rows, behind }: Projected): void => {
    const child = rows(behind[from] as number)
    const base = start - from + (behind[from] as number)
    for (let at = from; at <= count; at++) {
      const own = behind[at] as number
      const cost = base + (child[own] as number) + at - own
      if (cost < (row[at] as number)) row[at] = cost
    }
  }
  const once = (make: (from: number, row: Float64Array) => Float64Array): Rows => {
    const known: (Float64Array | undefined)[] = []
    return (from) => (known[from] ??= make(from, new Float64Array(count + 1).fill(Infinity)))
  }
  switch (node.kind) {
    case 'label':
      return once((from, row) => row.map((_, at) => (at === from ? 1 : at - from - 1)))
    case 'optional': {
      const child = project(node.child)
      return once((from, row) => {
        for (let at = from; at <= count; at++) row[at] = at - from
        lower(row, 0, from, child)
        return row
      })
    }
    case 'choice': {
      const children = node.children.map(project)
      return once((from, row) => {
        for (const child of children) lower(row, 0, from, child)
        return row
      })
    }
    case 'parallel': {
      const children = node.children.map(project)
      return once((from, row) => {
        row.fill(0)
        for (const { rows, behind } of children) {
          const child = rows(behind[from] as number)
          for (let at = from; at <= count; at++) row[at] = (row[at] as number) + (child[behind[at] as number] as number)
        }
        return row
      })
    }
    case 'sequence': {
      const children = node.children.map(project)
      return once((from, row) => {
        row[from] = 0
        return children.reduce((before, child) => {
          const next = new Float64Array(count + 1).fill(Infinity)
          for (let split = from; split <= count; split++) {
            if ((before[split] as number) < Infinity) lower(next, before[split] as number, split, child)
          }
          return next
        }, row)
      })
    }
    case 'repeat': {
      const [body, redo] = [project(node.do), project(node.redo)]
      return once((from, done) => {
        const before = new Float64Array(count + 1).fill(Infinity)
        before[from] = 0
        for (let at = from; at <= count; at++) {
          const start = before[at] as number
          lower(done, start, at, body)
          lower(before, done[at] as number, at, redo)
          // A redo that shows nothing may lead back here for less.
          if ((before[at] as number) < start) lower(done, before[at] as number, at, body)
        }
        return done
      })
    }
    default:
      throw new Error(`no ${node.kind} in a process tree`)
  }
}

type Projected = { readonly rows: Rows; readonly behind: Int32Array }

/** The labels of each node; false where the programme would not be exact. */
function gather(node: Block, labels: Map<Block, Set<number>>): boolean {
  const own = new Set<number>()
  labels.set(node, own)
  if (node.kind === 'label') own.add(node.label)
  if (node.kind === 'label') return true
  if (node.kind === 'scope' || node.kind === 'any-order' || node.kind === 'some') return false
  if (node.kind === 'repeat' && node.max !== undefined) return false
  const children =
    node.kind === 'optional' ? [node.child] : node.kind === 'repeat' ? [node.do, node.redo] : node.children
  for (const child of children) {
    if (!gather(child, labels)) return false
    for (const label of labels.get(child) ?? []) {
      if (node.kind === 'parallel' && own.has(label)) return false
      own.add(label)
    }
  }
  return true
}
