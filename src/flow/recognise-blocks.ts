import {
  type BlockDraft,
  draftChoice,
  draftParallel,
  draftRepeat,
  draftSequence,
  emptyDraft,
  finishDraft,
} from './block-draft.ts'
import type { Block } from './effective-flow.ts'
import type { PetriNet, Tokens } from '../model/petri-net.ts'

/** Trees deeper than this are left to the net: what walks a tree may do so by recursion. */
const MOST_DEEP = 200

/**
 * The block tree with the language of a net, or undefined where none is recognised. The net, closed by a start that
 * fills its initial marking and an end that empties a final one, is reduced; a transition stands for a block, and each
 * rule makes one of two:
 *
 * - *sequence*: a place between two transitions that have no other output, no other input;
 * - *choice*: transitions with the same inputs and the same outputs;
 * - *parallel*: two stretches place–transition–place that are begun by the same transitions and ended by the same; of two
 *   bare places of that kind, or of one beside such a stretch, one goes;
 * - *loop*: a transition back from the only output of another to its only input, where nothing else takes from that input
 *   or adds to that output; a transition from a place back to it becomes a stretch of its own.
 *
 * If one transition from the start to the end is left, the net was safe and sound, and so was every net on the way: seen
 * backwards, each rule replaces a part that is never entered twice at a time. In safe nets all the rules keep the
 * language. So what is recognised is equal, and the rest is left alone. After Murata, *Petri nets* (1989), VI; van der
 * Aalst, *Workflow verification* (2000); Lassen, van der Aalst, *WorkflowNet2BPEL4WS* (2006).
 *
 * Each step removes a node, and looks only at its neighbours: near-linear in the net.
 */
export function recogniseBlocks(net: PetriNet): Block | undefined {
  const draft = isSimple(net) ? new Reducer(net).reduce() : undefined
  return draft === undefined || draft.depth > MOST_DEEP ? undefined : finishDraft(draft)
}

/** What the reduction leaves of a net that is not made of blocks: places and transitions of it, by number. */
export function findIrreducible(net: PetriNet): {
  readonly places: readonly number[]
  readonly transitions: readonly number[]
} {
  if (!isSimple(net)) return { places: [], transitions: [] }
  const reducer = new Reducer(net)
  reducer.reduce()
  return reducer.left(net)
}

function isSimple(net: PetriNet): boolean {
  const simple = (tokens: readonly Tokens[]): boolean => tokens.every(({ count }) => count === 1)
  return (
    simple(net.initial) &&
    net.finals.every(simple) &&
    net.transitions.every(({ consume, produce }) => simple(consume) && simple(produce))
  )
}

interface Part {
  readonly id: number
  alive: boolean
  queued: boolean
}

interface PlacePart extends Part {
  readonly kind: 'place'
  readonly from: LinkSet<TransitionPart>
  readonly to: LinkSet<TransitionPart>
}

interface TransitionPart extends Part {
  readonly kind: 'transition'
  draft: BlockDraft
  readonly from: LinkSet<PlacePart>
  readonly to: LinkSet<PlacePart>
}

class Reducer {
  readonly #queue: (PlacePart | TransitionPart)[] = []
  readonly #start: PlacePart
  readonly #end: PlacePart
  readonly #places: PlacePart[] = []
  readonly #transitions: TransitionPart[] = []
  /** Transitions by their inputs and outputs; stretches by what begins and what ends them. */
  readonly #sameEnds = new Map<string, TransitionPart>()
  readonly #stretches = new Map<string, PlacePart | TransitionPart>()
  #ids = 0
  #left = 0

  constructor(net: PetriNet) {
    const places = Array.from({ length: net.places }, () => this.#newPlace())
    this.#start = this.#newPlace()
    this.#end = this.#newPlace()
    const at = (tokens: readonly Tokens[]): PlacePart[] =>
      tokens.flatMap(({ place }) => {
        const part = places[place]
        return part === undefined ? [] : [part]
      })
    this.#newTransition(emptyDraft, [this.#start], at(net.initial))
    for (const { label, consume, produce } of net.transitions) {
      const draft: BlockDraft = label === undefined ? emptyDraft : { kind: 'label', label, depth: 0 }
      this.#newTransition(draft, at(consume), at(produce))
    }
    for (const final of net.finals) this.#newTransition(emptyDraft, at(final), [this.#end])
  }

  reduce(): BlockDraft | undefined {
    this.#prune()
    for (let part = this.#queue.pop(); part !== undefined; part = this.#queue.pop()) {
      part.queued = false
      if (!part.alive) continue
      if (part.kind === 'place') this.#reducePlace(part)
      else this.#reduceTransition(part)
    }
    const [last] = this.#start.to
    const done = this.#left === 3 && last !== undefined && last.to.has(this.#end) && last.to.size + last.from.size === 2
    return done ? last.draft : undefined
  }

  /** Parts of the net as it was that are still there. The transition that fills the initial marking comes before those. */
  left(net: PetriNet): { readonly places: readonly number[]; readonly transitions: readonly number[] } {
    const alive = (parts: readonly Part[]): number[] => parts.flatMap((part, at) => (part.alive ? [at] : []))
    return {
      places: alive(this.#places.slice(0, net.places)),
      transitions: alive(this.#transitions.slice(1, net.transitions.length + 1)),
    }
  }

  /**
   * Takes out what can never fire, and what puts a token where it stays: a token is gone for good only through a
   * transition all of whose outputs can be emptied too. No complete run goes there.
   */
  #prune(): void {
    const fed = this.#spread(this.#start, 'from', 'to')
    const drained = this.#spread(this.#end, 'to', 'from')
    for (const transition of this.#transitions) {
      if (!fed.has(transition) || !drained.has(transition)) this.#removeTransition(transition)
    }
    for (const place of this.#places) {
      const loose = place.from.size + place.to.size === 0
      if (loose && place !== this.#start && place !== this.#end) this.#removePlace(place)
    }
  }

  /** The transitions all of whose `near` places are `place` or among the `far` places of such a transition. */
  #spread(place: PlacePart, near: 'from' | 'to', far: 'from' | 'to'): ReadonlySet<TransitionPart> {
    const waiting = new Map(this.#transitions.map((transition) => [transition, transition[near].size]))
    const ready = new Set(this.#transitions.filter((transition) => transition[near].size === 0))
    const met = new Set<PlacePart>()
    const meet = (one: PlacePart): void => {
      if (met.has(one)) return
      met.add(one)
      for (const transition of one[far]) {
        const left = (waiting.get(transition) ?? 0) - 1
        waiting.set(transition, left)
        if (left === 0) ready.add(transition)
      }
    }
    meet(place)
    for (const transition of ready) for (const one of transition[far]) meet(one)
    return ready
  }

  #reducePlace(place: PlacePart): void {
    const [before, after] = [place.from.only(), place.to.only()]
    if (before !== undefined && after !== undefined && before !== after) {
      if (before.to.size === 1 && after.from.size === 1) {
        const [inputs, outputs] = [[...before.from], [...after.to]]
        const draft = draftSequence(before.draft, after.draft)
        this.#removeTransition(before)
        this.#removeTransition(after)
        this.#removePlace(place)
        this.#newTransition(draft, inputs, outputs)
        return
      }
    }
    if (place !== this.#start && place !== this.#end) this.#findBeside(place, place, place)
  }

  #reduceTransition(transition: TransitionPart): void {
    const key = `${transition.from.key()}|${transition.to.key()}`
    const twin = this.#sameEnds.get(key)
    if (twin === undefined || !twin.alive || twin === transition || !hasSameEnds(twin, transition)) {
      this.#sameEnds.set(key, transition)
    } else {
      // The earlier one of the file comes first.
      const [first, second] = twin.id < transition.id ? [twin, transition] : [transition, twin]
      first.draft = draftChoice(first.draft, second.draft)
      this.#removeTransition(second)
      this.#sameEnds.set(key, first)
      this.#touch(first)
      return
    }
    const [input, output] = [transition.from.only(), transition.to.only()]
    if (input === undefined || output === undefined) return
    if (input === output) this.#unrollSelfLoops(input)
    else if (!this.#closeLoop(transition, input, output)) {
      const alone = input.to.size === 1 && output.from.size === 1 && input !== this.#start && output !== this.#end
      if (alone) this.#findBeside(transition, input, output)
    }
  }

  /** A stretch beside another of the same beginnings and ends is taken into it. */
  #findBeside(part: PlacePart | TransitionPart, input: PlacePart, output: PlacePart): void {
    if (input.from.size === 0 || output.to.size === 0) return
    const key = `${input.from.key()}|${output.to.key()}`
    const known = this.#stretches.get(key)
    const ends = known === undefined || !known.alive || known === part ? undefined : endsOf(known)
    if (
      known === undefined ||
      ends === undefined ||
      ends.input === input ||
      !ends.input.from.equals(input.from) ||
      !ends.output.to.equals(output.to)
    ) {
      this.#stretches.set(key, part)
      return
    }
    const [kept, gone] =
      known.kind === 'place' ? [part, known] : part.kind === 'place' ? [known, part] : [known, part].sort(byId)
    if (kept === undefined || gone === undefined) return
    if (kept.kind === 'transition' && gone.kind === 'transition') kept.draft = draftParallel(kept.draft, gone.draft)
    const { input: first, output: last } = gone === known ? ends : { input, output }
    if (gone.kind === 'transition') this.#removeTransition(gone)
    this.#removePlace(first)
    if (last !== first) this.#removePlace(last)
    this.#stretches.set(key, kept)
    this.#touch(kept)
  }

  /** `transition` with one that leads back, as body or as redo. */
  #closeLoop(transition: TransitionPart, input: PlacePart, output: PlacePart): boolean {
    const back = this.#sameEnds.get(`${transition.to.key()}|${transition.from.key()}`)
    if (back === undefined || !back.alive || back.from.only() !== output || back.to.only() !== input) return false
    const isBody = input.to.size === 1 && output.from.size === 1
    const isRedo = output.to.size === 1 && input.from.size === 1
    if (!isBody && !isRedo) return false
    const [body, redo] = isBody ? [transition, back] : [back, transition]
    body.draft = draftRepeat(body.draft, redo.draft)
    this.#removeTransition(redo)
    this.#touch(body)
    return true
  }

  /** What may happen any number of times while a place is marked happens between two places. */
  #unrollSelfLoops(place: PlacePart): void {
    const loops = [...place.to].filter(({ from, to }) => from.only() === place && to.only() === place).sort(byId)
    for (const loop of loops) this.#removeTransition(loop)
    const [first, ...others] = loops
    if (first === undefined) return
    const draft = draftRepeat(
      emptyDraft,
      others.reduce((choice, loop) => draftChoice(choice, loop.draft), first.draft),
    )
    if (draft.kind === 'empty') return
    const after = this.#newPlace()
    for (const consumer of place.to) {
      this.#unlink(place, consumer)
      after.to.add(consumer)
      consumer.from.add(after)
      this.#touch(consumer)
    }
    this.#newTransition(draft, [place], [after])
  }

  #newPlace(): PlacePart {
    const place: PlacePart = {
      kind: 'place',
      id: this.#ids++,
      alive: true,
      queued: false,
      from: new LinkSet(),
      to: new LinkSet(),
    }
    this.#left++
    this.#places.push(place)
    this.#enqueue(place)
    return place
  }

  #newTransition(draft: BlockDraft, inputs: readonly PlacePart[], outputs: readonly PlacePart[]): void {
    const transition: TransitionPart = {
      kind: 'transition',
      id: this.#ids++,
      alive: true,
      queued: false,
      draft,
      from: new LinkSet(),
      to: new LinkSet(),
    }
    this.#left++
    this.#transitions.push(transition)
    for (const place of inputs) {
      transition.from.add(place)
      place.to.add(transition)
    }
    for (const place of outputs) {
      transition.to.add(place)
      place.from.add(transition)
    }
    this.#touch(transition)
  }

  #removeTransition(transition: TransitionPart): void {
    if (!transition.alive) return
    transition.alive = false
    this.#left--
    for (const place of transition.from) {
      place.to.delete(transition)
      this.#touch(place)
    }
    for (const place of transition.to) {
      place.from.delete(transition)
      this.#touch(place)
    }
  }

  #removePlace(place: PlacePart): void {
    place.alive = false
    this.#left--
    for (const transition of place.from) {
      transition.to.delete(place)
      this.#touch(transition)
    }
    for (const transition of place.to) {
      transition.from.delete(place)
      this.#touch(transition)
    }
  }

  #unlink(place: PlacePart, consumer: TransitionPart): void {
    place.to.delete(consumer)
    consumer.from.delete(place)
    this.#touch(place)
  }

  /** Looks again at a part whose links or draft changed, and at the neighbours that a rule could join it with. */
  #touch(part: PlacePart | TransitionPart): void {
    this.#enqueue(part)
    const [before, after] = [part.from.only(), part.to.only()]
    if (before !== undefined) this.#enqueue(before)
    if (after !== undefined) this.#enqueue(after)
  }

  #enqueue(part: PlacePart | TransitionPart): void {
    if (part.queued || !part.alive) return
    part.queued = true
    this.#queue.push(part)
  }
}

/** A set of neighbours with a key that is equal for equal sets, kept up as it changes. */
class LinkSet<Item extends { readonly id: number }> {
  readonly #items = new Set<Item>()
  #low = 0
  #high = 0

  get size(): number {
    return this.#items.size
  }

  add(item: Item): void {
    if (this.#items.has(item)) return
    this.#items.add(item)
    this.#low = (this.#low + spread(item.id, 0x9e3779b1)) | 0
    this.#high = (this.#high + spread(item.id, 0x85ebca6b)) | 0
  }

  delete(item: Item): void {
    if (!this.#items.delete(item)) return
    this.#low = (this.#low - spread(item.id, 0x9e3779b1)) | 0
    this.#high = (this.#high - spread(item.id, 0x85ebca6b)) | 0
  }

  has(item: Item): boolean {
    return this.#items.has(item)
  }

  /** The item, if there is just one. */
  only(): Item | undefined {
    if (this.#items.size !== 1) return undefined
    const [item] = this.#items
    return item
  }

  key(): string {
    return `${this.#items.size}:${this.#low}:${this.#high}`
  }

  equals(other: LinkSet<Item>): boolean {
    if (other.size !== this.size) return false
    for (const item of this.#items) if (!other.has(item)) return false
    return true
  }

  [Symbol.iterator](): IterableIterator<Item> {
    return this.#items.values()
  }
}

function hasSameEnds(a: TransitionPart, b: TransitionPart): boolean {
  return a.from.equals(b.from) && a.to.equals(b.to)
}

/** The outer places of a stretch, if the part still is one. */
function endsOf(
  part: PlacePart | TransitionPart,
): { readonly input: PlacePart; readonly output: PlacePart } | undefined {
  if (part.kind === 'place') return { input: part, output: part }
  const [input, output] = [part.from.only(), part.to.only()]
  if (input === undefined || output === undefined || input === output) return undefined
  return input.to.size === 1 && output.from.size === 1 ? { input, output } : undefined
}

function byId(a: Part, b: Part): number {
  return a.id - b.id
}

function spread(id: number, factor: number): number {
  const bits = Math.imul(id + 1, factor)
  return Math.imul(bits ^ (bits >>> 15), 0xc2b2ae35) ^ (bits >>> 13)
}
