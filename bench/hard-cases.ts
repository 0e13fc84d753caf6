import type { Block } from '../src/flow/effective-flow.ts'
import { createPetriSystem } from '../src/flow/petri-system.ts'
import type { PetriNet } from '../src/model/petri-net.ts'
import { createRandom, type Random } from './random.ts'

/** A model and words to hold against it, made from a seed: the same on every machine. */
export interface HardCase {
  readonly family: string
  /** What grows within the family. */
  readonly grows: string
  readonly size: number
  readonly block: Block
  readonly activities: number
  readonly words: readonly (readonly number[])[]
}

/** The same with a net that is not made of blocks. */
export interface HardNet extends Omit<HardCase, 'block'> {
  readonly net: PetriNet
}

const label = (of: number): Block => ({ kind: 'label', label: of })
const sequence = (...children: Block[]): Block => ({ kind: 'sequence', children })
const parallel = (...children: Block[]): Block => ({ kind: 'parallel', children })
const choice = (...children: Block[]): Block => ({ kind: 'choice', children })
const optional = (child: Block): Block => ({ kind: 'optional', child })
const repeat = (body: Block, redo: Block = sequence()): Block => ({ kind: 'repeat', do: body, redo })
const anyOrder = (...children: Block[]): Block => ({ kind: 'any-order', children })
const several = (count: number, make: (at: number) => Block): Block[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** A run of the tree; concurrent children take turns at random, loops go on with `loops` of 100. */
function playOut(block: Block, random: Random, loops: number): number[] {
  switch (block.kind) {
    case 'label':
      return [block.label]
    case 'sequence':
      return block.children.flatMap((child) => playOut(child, random, loops))
    case 'choice': {
      const child = block.children[random(block.children.length)]
      return child === undefined ? [] : playOut(child, random, loops)
    }
    case 'optional':
      return random(2) === 0 ? [] : playOut(block.child, random, loops)
    case 'repeat': {
      const word = playOut(block.do, random, loops)
      while (random(100) < loops) word.push(...playOut(block.redo, random, loops), ...playOut(block.do, random, loops))
      return word
    }
    case 'parallel': {
      const open = block.children.map((child) => playOut(child, random, loops)).filter((word) => word.length > 0)
      const word: number[] = []
      while (open.length > 0) {
        // By what is left, so that all interleavings are equally likely.
        let at = random(open.reduce((sum, { length }) => sum + length, 0))
        const next = open.findIndex(({ length }) => (at -= length) < 0)
        word.push(...(open[next]?.splice(0, 1) ?? []))
        if (open[next]?.length === 0) open.splice(next, 1)
      }
      return word
    }
    case 'any-order': {
      const open = [...block.children]
      const word: number[] = []
      while (open.length > 0) {
        word.push(...open.splice(random(open.length), 1).flatMap((child) => playOut(child, random, loops)))
      }
      return word
    }
    default:
      throw new Error(`no ${block.kind} here`)
  }
}

/** Of 100 events so many are dropped, doubled, replaced by any activity, or moved. */
function disturb(word: readonly number[], activities: number, random: Random, noise: number): number[] {
  const disturbed: number[] = []
  for (const event of word) {
    if (random(100) >= noise) {
      disturbed.push(event)
      continue
    }
    const fate = random(4)
    if (fate === 1) disturbed.push(event, event)
    if (fate === 2) disturbed.push(random(activities + 1) - 1)
    if (fate === 3) disturbed.splice(random(disturbed.length + 1), 0, event)
  }
  return disturbed
}

interface Recipe {
  readonly family: string
  readonly grows: string
  readonly size: number
  readonly block: Block
  readonly traces: number
  readonly noise: number
  /** How readily loops go on, of 100. */
  readonly loops?: number
  /** Traces are cut to this length, and shorter ones left out. */
  readonly least?: number
  readonly most?: number
}

function create({
  family,
  grows,
  size,
  block,
  traces,
  noise,
  loops = 50,
  least = 0,
  most = Infinity,
}: Recipe): HardCase {
  const activities = countLabels(block)
  const random = createRandom(size * 7919 + family.length)
  const words: number[][] = []
  for (let tries = 0; words.length < traces && tries < traces * 100; tries++) {
    const word = disturb(playOut(block, random, loops), activities, random, noise).slice(0, most)
    if (word.length >= least) words.push(word)
  }
  return { family, grows, size, block, activities, words }
}

function countLabels(block: Block): number {
  switch (block.kind) {
    case 'label':
      return block.label + 1
    case 'optional':
      return countLabels(block.child)
    case 'repeat':
      return Math.max(countLabels(block.do), countLabels(block.redo))
    case 'scope':
      return countLabels(block.child)
    default:
      return Math.max(0, ...block.children.map(countLabels))
  }
}

/** Branches of three steps, the last of them in a loop. */
const branches = (width: number, labelAt: (at: number) => number = (at) => at): Block[] =>
  several(width, (branch) => {
    const [first, second, third] = [0, 1, 2].map((step) => label(labelAt(branch * 3 + step)))
    if (first === undefined || second === undefined || third === undefined) return sequence()
    return sequence(first, optional(second), repeat(third))
  })

/** A flow of 42 activities: two wide concurrent parts, one within a loop. */
function wideFlow(): Block {
  let next = 0
  const step = (): Block => label(next++)
  const first = step()
  const wide = parallel(...several(6, () => sequence(step(), choice(step(), step()), optional(step()))))
  const turn = repeat(parallel(...several(5, () => sequence(step(), repeat(step())))), step())
  const rest = several(6, step)
  return sequence(first, wide, turn, ...rest)
}

/** Branches of four steps; the third of each waits for the second of the next: concurrent, and not made of blocks. */
function createLattice(size: number): HardNet {
  const steps = 4
  const place = (branch: number, at: number): number => 2 + branch * (steps + 1) + at
  const wait = (branch: number): number => 2 + size * (steps + 1) + branch
  const tokens = (places: readonly number[]): { place: number; count: number }[] =>
    places.map((one) => ({ place: one, count: 1 }))
  const all = numbers(size)
  const transitions = [
    { consume: tokens([0]), produce: tokens(all.map((branch) => place(branch, 0))) },
    { consume: tokens(all.map((branch) => place(branch, steps))), produce: tokens([1]) },
    ...all.flatMap((branch) =>
      numbers(steps).map((at) => ({
        label: branch * steps + at,
        consume: tokens([place(branch, at), ...(at === 2 && branch + 1 < size ? [wait(branch)] : [])]),
        produce: tokens([place(branch, at + 1), ...(at === 1 && branch > 0 ? [wait(branch - 1)] : [])]),
      })),
    ),
  ]
  const places = 1 + wait(size - 1)
  const net: PetriNet = {
    places,
    placeNames: numbers(places).map((at) => `p${at}`),
    transitions,
    initial: tokens([0]),
    finals: [tokens([1])],
  }
  const activities = size * steps
  const random = createRandom(size * 7919 + 'lattice'.length)
  const system = createPetriSystem(net)
  const words = numbers(50).map(() => {
    const word: number[] = []
    for (let marking = system.initial; ;) {
      const { labels, targets } = system.successors(marking)
      if (labels.length === 0) break
      const at = random(labels.length)
      word.push(labels[at] as number)
      marking = targets[at] as number
    }
    return disturb(word, activities, random, 10)
  })
  return { family: 'lattice', grows: 'branches that wait for each other', size, net, activities, words }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

/** Families of cases, each growing in one way. */
export function createHardCases(): readonly HardCase[] {
  const width = [2, 4, 6, 8, 10, 14].map((size) =>
    create({
      family: 'width',
      grows: 'concurrent branches',
      size,
      block: parallel(...branches(size)),
      traces: 50,
      noise: 10,
    }),
  )
  const length = [20, 80, 320].map((size) =>
    create({
      family: 'length',
      grows: 'events of a trace',
      size,
      block: repeat(parallel(...branches(4))),
      traces: 20,
      noise: 10,
      loops: 95,
      least: size,
      most: size,
    }),
  )
  const noise = [0, 10, 40].map((size) =>
    create({
      family: 'noise',
      grows: 'disturbed events of 100',
      size,
      block: parallel(...branches(5)),
      traces: 50,
      noise: size,
    }),
  )
  // Branch b shares each label with the branches that are the same modulo `size`.
  const duplicates = [6, 2, 1].map((size) =>
    create({
      family: 'duplicates',
      grows: 'distinct branches of six',
      size,
      block: parallel(...branches(6, (at) => at % (size * 3))),
      traces: 20,
      noise: 10,
    }),
  )
  // The first step of each branch is one that all have, the others are its own.
  const shared = [3, 5, 8].map((size) =>
    create({
      family: 'shared',
      grows: 'branches that share one step',
      size,
      block: parallel(...branches(size, (at) => (at % 3 === 0 ? 0 : at))),
      traces: 20,
      noise: 10,
    }),
  )
  const orders = [3, 6, 8, 10].map((size) =>
    create({
      family: 'orders',
      grows: 'children in any order, of three steps',
      size,
      block: anyOrder(...branches(size)),
      traces: 20,
      noise: 10,
    }),
  )
  const nested = [1, 3, 5].map((size) => {
    let next = 0
    let block: Block = label(next++)
    for (let level = 0; level < size; level++) {
      block = repeat(
        parallel(sequence(block, label(next++)), optional(label(next++))),
        choice(label(next++), sequence()),
      )
    }
    return create({
      family: 'loops',
      grows: 'loops within loops',
      size,
      block,
      traces: 30,
      noise: 10,
      loops: 45,
      most: 120,
    })
  })
  const wide = create({
    family: 'wide',
    grows: 'activities',
    size: 42,
    block: wideFlow(),
    traces: 1000,
    noise: 10,
    loops: 55,
    most: 88,
  })
  return [...width, ...length, ...noise, ...duplicates, ...shared, ...orders, ...nested, wide]
}

/** Families of nets that are not made of blocks. */
export function createHardNets(): readonly HardNet[] {
  return [4, 6, 8, 10].map(createLattice)
}
