import { findAnswer, findLastAnswer, indexFrom, type View } from './view.ts'

/**
 * What becomes of an activation: settled for good, or, while the interaction is open, `kept` or `owed` so far. When it
 * ends, what is kept is fulfilled and what is owed is violated.
 */
export type Fate = 'fulfilled' | 'violated' | 'kept' | 'owed'

/** The fate of one activation, and the target that decided it, where one did. */
export interface Fulfilment {
  readonly fate: Fate
  readonly by?: number
}

/** How a template relates one activation to its targets. */
export type Relation = (activation: number, view: View) => Fulfilment

const FULFILLED: Fulfilment = { fate: 'fulfilled' }
const VIOLATED: Fulfilment = { fate: 'violated' }
const OWED: Fulfilment = { fate: 'owed' }
const KEPT: Fulfilment = { fate: 'kept' }

const END = Number.MAX_SAFE_INTEGER

/** Some target, wherever it stands. */
export const anywhere: Relation = (at, view) => awaited(at, view, findAnswer(view, at, 0, END))

/** A target at the activation or later. */
export const later: Relation = (at, view) => awaited(at, view, findAnswer(view, at, at, END))

/** A target later, and no other activation before it. */
export const laterAlternating: Relation = (at, view) => {
  const another = view.activations[indexFrom(view.activations, at + 1)]
  const by = findAnswer(view, at, at + 1, another ?? END)
  return another !== undefined && by === undefined ? VIOLATED : awaited(at, view, by)
}

/** A target right after. */
export const nextTo: Relation = (at, view) => {
  const next = view.next(at)
  if (next === undefined) return view.isOver(at) ? VIOLATED : OWED
  const by = findAnswer(view, at, next, next)
  return by === undefined ? VIOLATED : { fate: 'fulfilled', by }
}

/** A target earlier. */
export const earlier: Relation = (at, view) => required(findLastAnswer(view, at, 0, at - 1))

/** A target earlier, and no other activation after it. */
export const earlierAlternating: Relation = (at, view) => {
  const another = view.activations[indexFrom(view.activations, at) - 1]
  return required(findLastAnswer(view, at, another ?? 0, at - 1))
}

/** A target right before. */
export const justBefore: Relation = (at, view) => {
  const previous = view.previous(at)
  return required(previous === undefined ? undefined : findAnswer(view, at, previous, previous))
}

/** No target, wherever. */
export const nowhere: Relation = (at, view) => refused(at, view, findAnswer(view, at, 0, END))

/** No target later; the activation itself does not count. */
export const notLater: Relation = (at, view) => refused(at, view, findAnswer(view, at, at + 1, END))

/** No target right after. */
export const notNextTo: Relation = (at, view) => {
  const next = view.next(at)
  if (next === undefined) return view.isOver(at) ? FULFILLED : KEPT
  const by = findAnswer(view, at, next, next)
  return by === undefined ? FULFILLED : { fate: 'violated', by }
}

/** No target earlier. */
export const notEarlier: Relation = (at, view) => forbidden(findLastAnswer(view, at, 0, at - 1))

/** No target right before. */
export const notJustBefore: Relation = (at, view) => {
  const previous = view.previous(at)
  return forbidden(previous === undefined ? undefined : findAnswer(view, at, previous, previous))
}

/** Relations that forbidden: more targets make them worse. */
export const FORBIDDING: ReadonlySet<Relation> = new Set([nowhere, notLater, notNextTo, notEarlier, notJustBefore])

function awaited(at: number, view: View, by: number | undefined): Fulfilment {
  if (by !== undefined) return { fate: 'fulfilled', by }
  return view.isOver(at) ? VIOLATED : OWED
}

function required(by: number | undefined): Fulfilment {
  return by === undefined ? VIOLATED : { fate: 'fulfilled', by }
}

function refused(at: number, view: View, by: number | undefined): Fulfilment {
  if (by !== undefined) return { fate: 'violated', by }
  return view.isOver(at) ? FULFILLED : KEPT
}

function forbidden(by: number | undefined): Fulfilment {
  return by === undefined ? FULFILLED : { fate: 'violated', by }
}
