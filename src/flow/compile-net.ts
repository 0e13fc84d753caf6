import type { Block, LabelIndex } from './effective-flow.ts'
import type { Net, PlaceIndex, Transition } from './net.ts'
import { canBeEmpty, canShow, longestWord } from './block-words.ts'

/** What may happen more often than this is compiled without a bound, since counters are rows of places. */
const MOST_COUNTED = 1000

/**
 * The net of a block tree (semantics §4–§6): 1-safe, always able to finish, without dead transitions, one place marked
 * at the start and another at the end. Places number with the size of the tree, not with its behaviour: counters are
 * rows of places, and an interrupt cancels by resetting the places of its block.
 */
export function compileNet(root: Block): Net {
  const drafts: Draft[] = []
  let places = 0

  const newPlace = (): PlaceIndex => places++
  const silent = (consume: readonly PlaceIndex[], produce: readonly PlaceIndex[]): void =>
    void drafts.push({ consume, produce, looks: [] })

  /** A visible transition, once for each way in which the any-order children around it may stand. */
  const visible = (
    label: LabelIndex,
    consume: readonly PlaceIndex[],
    produce: readonly PlaceIndex[],
    { levels, looks }: Context,
    region?: Region,
  ): void => {
    const depth = levels.length
    for (let busy = 0; busy <= depth; busy++) {
      // The outer `busy` children have already shown something; the inner ones begin with this transition.
      const inside = levels[busy - 1]
      const begun = levels[busy]
      if (begun !== undefined && !begun.first) continue
      if (inside !== undefined && !(begun === undefined ? inside.later : inside.laterAtEntry)) continue
      const starts = levels.slice(busy)
      drafts.push({
        label,
        consume: [...consume, ...starts.flatMap(({ idle, free }) => [idle, free])],
        produce,
        starts: starts.map((level) => level.busy),
        looks: [...looks, ...levels.slice(0, busy).map((level) => level.busy)],
        ...(region === undefined ? {} : { region }),
      })
    }
  }

  const compile = (block: Block, from: PlaceIndex, to: PlaceIndex, context: Context): void => {
    switch (block.kind) {
      case 'label':
        return visible(block.label, [from], [to], context)
      case 'sequence':
        return compileSequence(block.children, from, to, context)
      case 'choice':
        return block.children.forEach((child) => compile(child, from, to, context))
      case 'optional':
        silent([from], [to])
        return compile(block.child, from, to, context)
      case 'parallel':
        return compileParallel(block.children, from, to, context)
      case 'any-order':
        // Children that show at most one event are over as soon as they begin.
        return block.children.every((child) => longestWord(child) <= 1)
          ? compileParallel(block.children, from, to, context)
          : compileAnyOrder(block.children, from, to, context)
      case 'some':
        return compileSome(block.children, from, to, context)
      case 'repeat':
        return compileRepeat(block, from, to, context)
      case 'scope':
        return compileScope(block, from, to, context)
      case 'net':
        throw new Error('a net that is not made of blocks is no part of another: createFlowSystem')
    }
  }

  const compileSequence = (children: readonly Block[], from: PlaceIndex, to: PlaceIndex, context: Context): void => {
    if (children.length === 0) silent([from], [to])
    let at = from
    let now = context
    children.forEach((child, index) => {
      const next = index === children.length - 1 ? to : newPlace()
      compile(child, at, next, now)
      at = next
      now = after(now, canBeEmpty(child), canShow(child))
    })
  }

  const compileParallel = (children: readonly Block[], from: PlaceIndex, to: PlaceIndex, context: Context): void => {
    const [only] = children
    if (only === undefined) return silent([from], [to])
    if (children.length === 1) return compile(only, from, to, context)
    const ends = children.map((child) => {
      const ends = { start: newPlace(), end: newPlace() }
      compile(child, ends.start, ends.end, beside(context, children, child))
      return ends
    })
    silent(
      [from],
      ends.map(({ start }) => start),
    )
    silent(
      ends.map(({ end }) => end),
      [to],
    )
  }

  /**
   * A child takes the place `free` with the first event it shows and gives it back when it is over; a child that shows
   * nothing never takes it. So nothing silent decides whose turn it is.
   */
  const compileAnyOrder = (children: readonly Block[], from: PlaceIndex, to: PlaceIndex, context: Context): void => {
    const free = newPlace()
    const parts = children.map((child) => {
      const part = { start: newPlace(), idle: newPlace(), busy: newPlace(), done: newPlace() }
      const end = newPlace()
      const outer = beside(context, children, child)
      const level = { ...part, free, first: true, later: false, laterAtEntry: false }
      const levels = [...outer.levels.map((around) => ({ ...around, laterAtEntry: around.later })), level]
      compile(child, part.start, end, { ...outer, levels })
      if (canBeEmpty(child)) silent([end, part.idle], [part.done])
      if (canShow(child)) silent([end, part.busy], [part.done, free])
      return part
    })
    silent([from], [free, ...parts.flatMap(({ start, idle }) => [start, idle])])
    silent([free, ...parts.map(({ done }) => done)], [to])
  }

  /**
   * A child may be left out once another is over. Where a child can be empty, choosing that one alone shows nothing, and
   * all may be left out.
   */
  const compileSome = (children: readonly Block[], from: PlaceIndex, to: PlaceIndex, context: Context): void => {
    if (children.length <= 1 || children.some(canBeEmpty)) {
      const optional = children.map((child): Block =>
        canBeEmpty(child) || children.length === 1 ? child : { kind: 'optional', child },
      )
      return compileParallel(optional, from, to, context)
    }
    const none = newPlace()
    const some = newPlace()
    const parts = children.map((child) => {
      const [start, end, done] = [newPlace(), newPlace(), newPlace()]
      compile(child, start, end, beside(context, children, child))
      silent([end, none], [done, some])
      silent([end, some], [done, some])
      silent([start, some], [done, some])
      return { start, done }
    })
    silent([from], [none, ...parts.map(({ start }) => start)])
    silent([some, ...parts.map(({ done }) => done)], [to])
  }

  const compileRepeat = (
    block: Extract<Block, { kind: 'repeat' }>,
    from: PlaceIndex,
    to: PlaceIndex,
    context: Context,
  ): void => {
    const { do: body, redo, max = Number.POSITIVE_INFINITY } = block
    if (max <= 1) return compile(body, from, to, context)
    const [start, end] = [newPlace(), newPlace()]
    const showing = canShow(body) || canShow(redo)
    compile(body, start, end, after(context, true, showing))
    const onlyRedo = canShow(body) || (canShow(redo) && max > 2)
    const inRedo = after(context, canBeEmpty(body), onlyRedo)
    if (max > MOST_COUNTED) {
      silent([from], [start])
      compile(redo, end, start, inRedo)
      return silent([end], [to])
    }
    const again = newPlace()
    const counts = Array.from({ length: max }, newPlace)
    compile(redo, again, start, inRedo)
    counts.forEach((count, index) => {
      const next = counts[index + 1]
      if (index === 0) silent([from], [start, count])
      if (next !== undefined) silent([end, count], [again, next])
      silent([end, count], [to])
    })
  }

  /**
   * `run` is marked while the block may be interrupted. A handler that resumes takes it, and every visible transition
   * of the block looks at it: so the handler is atomic. An interrupt that ends or leaves takes it and empties the block.
   */
  const compileScope = (
    block: Extract<Block, { kind: 'scope' }>,
    from: PlaceIndex,
    to: PlaceIndex,
    context: Context,
  ): void => {
    const interrupts = block.interrupts.filter(({ max = 1 }) => max > 0)
    const anywhere = block.anywhere.filter(({ max = 1 }) => max > 0)
    if (interrupts.length === 0 && anywhere.length === 0) {
      const region: Region = { from: places, to: places }
      const flow = block.flow ? { done: to, levels: context.levels, looks: context.looks, region } : context.flow
      compile(block.child, from, to, { ...context, flow })
      region.to = places
      return
    }

    const whole: Region = { from: places, to: places }
    const interruptible = interrupts.length > 0
    const run = interruptible ? [newPlace()] : []
    const resumed = interrupts.some(({ then }) => then === 'resume')
    const tallies = interrupts.map(({ then, max }) =>
      then === 'resume' && max !== undefined && max <= MOST_COUNTED ? row(max) : [],
    )
    const done = interruptible ? newPlace() : to

    const region: Region = { from: places, to: places }
    const counters = anywhere.map(({ min, max }) => row(max === undefined || max > MOST_COUNTED ? min : max))
    const showsElse = resumed || anywhere.length > 0
    const inside: Context = { ...context, looks: resumed ? [...context.looks, ...run] : context.looks }
    const [start, end] = [newPlace(), newPlace()]
    const flow = block.flow ? { done, levels: inside.levels, looks: inside.looks, region } : context.flow
    compile(block.child, start, end, { ...after(inside, true, showsElse), flow })
    anywhere.forEach(({ label, max }, index) => {
      const counts = counters[index] ?? []
      const others = resumed || canShow(block.child) || anywhere.length > 1
      counts.forEach((count, shown) => {
        const next = counts[shown + 1]
        if (next !== undefined) visible(label, [count], [next], after(inside, shown === 0, others || shown > 0))
        else if (max === undefined || max > MOST_COUNTED) {
          visible(label, [count], [count], after(inside, shown === 0, true))
        }
      })
    })
    const openCounters = counters.map((counts, index) => counts.slice(anywhere[index]?.min ?? 0))
    close([end], openCounters, done)
    region.to = places
    whole.to = places

    const firsts = [...counters, ...tallies].flatMap((counts) => counts.slice(0, 1))
    silent([from], [start, ...run, ...firsts])
    if (!interruptible) return
    close(
      [done, ...run],
      tallies.filter((counts) => counts.length > 0),
      to,
    )

    const shows = canShow(block.child) || anywhere.length > 0
    const withHandlers: Region = { from: whole.from, to: places }
    const own = { done: to, levels: context.levels, looks: context.looks, region: withHandlers }
    interrupts.forEach(({ label, handler, then }, index) => {
      const entry = newPlace()
      const others = shows || interrupts.some((other, at) => other.then === 'resume' && at !== index)
      const tally = tallies[index] ?? []
      if (tally.length === 0) {
        const region = then === 'resume' ? undefined : then === 'leave' || block.flow ? whole : context.flow.region
        visible(label, run, [entry], after(context, true, others || then === 'resume'), region)
      }
      for (const [used, next] of tally.slice(1).entries()) {
        const at = after(context, used === 0, others || used > 0)
        visible(label, [...run, ...tally.slice(used, used + 1)], [entry, next], at)
      }
      // The handler of an `end` stands alone in its flow, which only the flow's own interrupts can still reach.
      const ends = then === 'end' && !block.flow
      const { done: exit, levels, looks } = ends ? context.flow : own
      const handling = after({ levels, looks, flow: block.flow ? own : context.flow }, false, true)
      for (const leaving of then === 'resume' ? run : [exit]) compile(handler, entry, leaving, handling)
    })
    withHandlers.to = places
  }

  /** Places for 0, 1, … `most`, one of them marked at a time. */
  const row = (most: number): PlaceIndex[] => Array.from({ length: most + 1 }, newPlace)

  /** From `marked` to `to`, clearing each row of places on the way. */
  const close = (marked: readonly PlaceIndex[], rows: readonly (readonly PlaceIndex[])[], to: PlaceIndex): void => {
    let at = marked
    rows.forEach((counts, index) => {
      const next = index === rows.length - 1 ? to : newPlace()
      counts.forEach((count) => silent([...at, count], [next]))
      at = [next]
    })
    if (rows.length === 0) silent(at, [to])
  }

  const initial = newPlace()
  const final = newPlace()
  const region: Region = { from: places, to: places }
  compile(root, initial, final, { levels: [], looks: [], flow: { done: final, levels: [], looks: [], region } })
  region.to = places
  return { places, transitions: drafts.map(finish), initial: [initial], final: [final] }
}

interface Region {
  from: PlaceIndex
  /** Exclusive; known once the block is compiled. */
  to: PlaceIndex
}

interface Draft {
  readonly label?: LabelIndex
  readonly consume: readonly PlaceIndex[]
  readonly produce: readonly PlaceIndex[]
  /** Marked besides `produce`, unless reset. */
  readonly starts?: readonly PlaceIndex[]
  /** Looked at: consumed, and marked again unless reset. */
  readonly looks: readonly PlaceIndex[]
  readonly region?: Region
}

/** A child of an any-order block around the place that is compiled. */
interface Level {
  readonly idle: PlaceIndex
  readonly busy: PlaceIndex
  readonly free: PlaceIndex
  /** What is compiled may be the first thing the child shows; may follow something that the child has shown. */
  readonly first: boolean
  readonly later: boolean
  /** The child may have shown something when the next inner level begins. */
  readonly laterAtEntry: boolean
}

interface Context {
  /** The any-order children around, outermost first. */
  readonly levels: readonly Level[]
  /** Places that every visible transition looks at. */
  readonly looks: readonly PlaceIndex[]
  /** The flow that an interrupt with `then: end` ends: where it goes on, and what it empties. */
  readonly flow: FlowFrame
}

interface FlowFrame extends Omit<Context, 'flow'> {
  readonly done: PlaceIndex
  readonly region: Region
}

/** The context behind something that may show nothing (`empty`) and may show something (`shows`). */
function after(context: Context, empty: boolean, shows: boolean): Context {
  if (context.levels.length === 0) return context
  const levels = context.levels.map((level) => ({
    ...level,
    first: level.first && empty,
    later: level.later || shows,
  }))
  return { ...context, levels }
}

/** The context of a child that runs beside its siblings. */
function beside(context: Context, children: readonly Block[], child: Block): Context {
  return after(
    context,
    true,
    children.some((other) => other !== child && canShow(other)),
  )
}

function finish({ label, consume, produce, starts = [], looks, region }: Draft): Transition {
  const isKept = (place: PlaceIndex): boolean => region === undefined || place < region.from || place >= region.to
  const reset =
    region === undefined ? [] : Array.from({ length: region.to - region.from }, (_, index) => region.from + index)
  return {
    ...(label === undefined ? {} : { label }),
    consume: [...consume, ...looks],
    produce: [...produce, ...[...starts, ...looks].filter(isKept)],
    reset,
  }
}
