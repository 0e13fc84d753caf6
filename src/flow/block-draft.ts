import type { Block, LabelIndex } from './effective-flow.ts'

/**
 * A block that grows: children are chained, so that joining two of a kind takes a step, however long they are. Each
 * draft is used once.
 */
export type BlockDraft =
  | { readonly kind: 'empty'; readonly depth: 0 }
  | { readonly kind: 'label'; readonly label: LabelIndex; readonly depth: 0 }
  | { readonly kind: 'optional'; readonly child: BlockDraft; readonly depth: number }
  | { readonly kind: 'repeat'; readonly do: BlockDraft; readonly redo: BlockDraft; readonly depth: number }
  | {
      readonly kind: 'sequence' | 'choice' | 'parallel'
      readonly first: Link
      readonly last: Link
      readonly depth: number
    }

interface Link {
  readonly draft: BlockDraft
  next?: Link
}

export const emptyDraft: BlockDraft = { kind: 'empty', depth: 0 }

export function draftSequence(a: BlockDraft, b: BlockDraft): BlockDraft {
  if (a.kind === 'empty') return b
  return b.kind === 'empty' ? a : join('sequence', a, b)
}

export function draftParallel(a: BlockDraft, b: BlockDraft): BlockDraft {
  if (a.kind === 'empty') return b
  return b.kind === 'empty' ? a : join('parallel', a, b)
}

export function draftChoice(a: BlockDraft, b: BlockDraft): BlockDraft {
  if (a.kind === 'empty') return draftOptional(b)
  if (b.kind === 'empty') return draftOptional(a)
  if (a.kind === 'optional') return draftOptional(draftChoice(a.child, b))
  if (b.kind === 'optional') return draftOptional(draftChoice(a, b.child))
  return join('choice', a, b)
}

/** `body`, then any number of times `redo` and `body`. */
export function draftRepeat(body: BlockDraft, redo: BlockDraft): BlockDraft {
  if (body.kind === 'empty' && redo.kind === 'empty') return body
  return { kind: 'repeat', do: body, redo, depth: Math.max(body.depth, redo.depth) + 1 }
}

/** The finished block. Recursion goes as deep as `depth`. */
export function finishDraft(draft: BlockDraft): Block {
  switch (draft.kind) {
    case 'empty':
      return { kind: 'sequence', children: [] }
    case 'label':
      return { kind: 'label', label: draft.label }
    case 'optional':
      return { kind: 'optional', child: finishDraft(draft.child) }
    case 'repeat':
      return { kind: 'repeat', do: finishDraft(draft.do), redo: finishDraft(draft.redo) }
    default: {
      const children: Block[] = []
      for (let link: Link | undefined = draft.first; link !== undefined; link = link.next) {
        children.push(finishDraft(link.draft))
      }
      return { kind: draft.kind, children }
    }
  }
}

function draftOptional(child: BlockDraft): BlockDraft {
  if (child.kind === 'empty' || child.kind === 'optional') return child
  return { kind: 'optional', child, depth: child.depth + 1 }
}

function join(kind: 'sequence' | 'choice' | 'parallel', a: BlockDraft, b: BlockDraft): BlockDraft {
  const [left, right] = [chain(kind, a), chain(kind, b)]
  left.last.next = right.first
  return { kind, first: left.first, last: right.last, depth: Math.max(left.depth, right.depth) }
}

function chain(
  kind: 'sequence' | 'choice' | 'parallel',
  draft: BlockDraft,
): { first: Link; last: Link; depth: number } {
  if (draft.kind === kind) return draft
  const link = { draft }
  return { first: link, last: link, depth: draft.depth + 1 }
}
