import type { Place } from '../diagnostic/diagnostic.ts'
import type { Branch, Flow, Interrupt, Step } from '../model/flow.ts'
import { type Change, plain, text, words } from './change.ts'
import { arrangementOf } from './arrangement.ts'
import { contactFacets } from './contact-facets.ts'
import { compareRules } from './compare-rules.ts'
import { compareById, compareFacets, type FacetOf } from './facets.ts'
import { sameness } from './sameness.ts'
import { blockKey, blocksOf, isFree, type Outline, type OutlinedStep, outlineOf, proofName } from './outline.ts'
import { longestRising } from './longest-rising.ts'

/** What is asked of the flows of both maps; `isServed`: some touchpoint is served by the flow, there or by use. */
export function compareFlows(
  before: ReadonlyMap<string, Flow>,
  after: ReadonlyMap<string, Flow>,
  isServed: (id: string) => boolean,
): Change[] {
  return compareById(before, after, {
    added: (id, to) => [{ subject: 'flow', id, kind: 'added', name: to.name, hurts: [], placeAfter: to.place }],
    removed: (id, from) => [
      { subject: 'flow', id, kind: 'removed', name: from.name, hurts: [], placeBefore: from.place },
    ],
    both: (_, from, to) => {
      const changes = compareFlow(from, to)
      // Nobody follows a flow that serves no cell.
      return isServed(to.id) ? changes : changes.map((change) => ({ ...change, hurts: [] }))
    },
  })
}

/** The changes from one flow to another, whatever their ids: also between two flows of one map. */
export function compareFlow(from: Flow, to: Flow): Change[] {
  const about = {
    subject: 'flow' as const,
    id: to.id,
    flow: to.id,
    name: to.name,
    placeBefore: from.place,
    placeAfter: to.place,
  }
  const [old, now] = [outlineOf(from), outlineOf(to)]
  const steps = compareSteps(old, now, to)
  return [
    ...compareFacets(facetsOf(from), facetsOf(to), about),
    ...steps,
    ...compareParts(old, now, to),
    ...(steps.some(({ facet }) => facet === 'blocks' || facet === 'position')
      ? []
      : rearranged(from, to, old, now, about)),
    ...compareRules(rulesOf(from.rules, from.id), rulesOf(to.rules, to.id), to.id),
  ]
}

/** Steps that stand in the same kinds of blocks, in the same order, and yet together with others than before. */
function rearranged(from: Flow, to: Flow, old: Outline, now: Outline, about: Omit<Change, 'kind' | 'hurts'>): Change[] {
  const has = (id: string) => old.steps.has(id) && now.steps.has(id)
  const facet = (flow: Flow): FacetOf => {
    const line = arrangementOf(flow, has)
    return { facet: 'arrangement', value: plain(line), same: line, hurts: ['agents', 'contacts'] }
  }
  return compareFacets([facet(from)], [facet(to)], about)
}

/** Rules by their id within the flow, so that two flows of different ids can be compared. */
function rulesOf(rules: Flow['rules'], flow: string): ReadonlyMap<string, Flow['rules'][number]> {
  const prefix = `${flow}/`
  return new Map(rules.map((rule) => [rule.id.startsWith(prefix) ? rule.id.slice(prefix.length) : rule.id, rule]))
}

function facetsOf({ name, family, elements, contact, differs, ambient, items }: Flow): FacetOf[] {
  const nets = items.flatMap((item) => (item.kind === 'net' ? [item] : []))
  return [
    { facet: 'name', value: text(name), same: sameness(name) },
    { facet: 'family', value: plain(family), same: family },
    ...Object.entries(elements).map(([key, value]): FacetOf => ({
      facet: 'elements',
      key,
      value: text(value),
      same: sameness(value),
    })),
    ...contactFacets(contact),
    ...(differs === undefined
      ? []
      : [{ facet: 'differs' as const, value: text(differs.because), same: sameness(differs.because) }]),
    ...nets.map(({ net, place }): FacetOf => {
      const same = sameness(net)
      const mark = checksum(same)
      return {
        facet: 'position',
        value: words(`按模型 ${place.file}（${mark}）`, `as the model ${place.file} says (${mark})`),
        same,
        hurts: ['agents', 'contacts'],
      }
    }),
    ...(ambient.length === 0
      ? []
      : [
          {
            facet: 'ambient' as const,
            value: plain(ambient.join(' ')),
            same: sameness(ambient),
            hurts: ['contacts'] as const,
          },
        ]),
  ]
}

function compareSteps(old: Outline, now: Outline, flow: Flow): Change[] {
  const about = (step: OutlinedStep) => ({
    subject: 'step' as const,
    id: `${flow.id}/${step.id}`,
    flow: flow.id,
    ...(step.step?.name === undefined ? {} : { name: step.step.name }),
  })
  const changes = compareById(old.steps, now.steps, {
    added: (_, to): Change[] => [
      {
        ...about(to),
        kind: 'added',
        after: blocksOf(to),
        hurts: isFree(to) ? ['agents'] : ['agents', 'contacts'],
        ...(to.step === undefined ? {} : { placeAfter: to.step.place }),
      },
    ],
    removed: (_, from): Change[] => [
      {
        ...about(from),
        kind: 'removed',
        before: blocksOf(from),
        hurts: ['agents', 'contacts'],
        ...(from.step === undefined ? {} : { placeBefore: from.step.place }),
      },
    ],
    both: (_, from, to) => compareStep(from, to, about(to), flow),
  })
  return [...changes, ...movedSteps(old, now, about)]
}

function compareStep(
  from: OutlinedStep,
  to: OutlinedStep,
  about: Pick<Change, 'subject' | 'id' | 'name'>,
  flow: Flow,
): Change[] {
  const where = {
    ...about,
    flow: flow.id,
    ...(from.step === undefined ? {} : { placeBefore: from.step.place }),
    ...(to.step === undefined ? {} : { placeAfter: to.step.place }),
  }
  const blocks = (of: OutlinedStep): FacetOf => ({
    facet: 'blocks',
    value: blocksOf(of),
    same: blockKey(of),
    // A step that may now be left out where it had to be done is only asked for less.
    hurts: isFree(to) && !isFree(from) && blockKey(to).startsWith(blockKey(from)) ? ['agents'] : ['agents', 'contacts'],
  })
  const uses = ({ uses }: OutlinedStep): FacetOf[] =>
    uses === undefined ? [] : [{ facet: 'flow', value: plain(uses), same: uses, hurts: ['agents', 'contacts'] }]
  const changes = compareFacets(
    [blocks(from), ...uses(from), ...(from.step === undefined ? [] : stepFacets(from.step))],
    [blocks(to), ...uses(to), ...(to.step === undefined ? [] : stepFacets(to.step))],
    where,
  )
  const norms = (step: Step | undefined): ReadonlyMap<string, Step['rules'][number]> =>
    new Map((step?.rules ?? []).map((rule) => [`${step?.id ?? ''}/${rule.id.split('/').at(-1) ?? rule.id}`, rule]))
  return [...changes, ...compareRules(norms(from.step), norms(to.step), flow.id)]
}

function stepFacets({ name, does, proof, satisfiedBy, weight, critical }: Step): FacetOf[] {
  return [
    ...(name === undefined ? [] : [{ facet: 'name' as const, value: text(name), same: sameness(name) }]),
    ...(does === undefined
      ? []
      : [{ facet: 'does' as const, value: text(does), same: sameness(does), hurts: ['agents'] as const }]),
    { facet: 'proof', value: plain(proofName(proof)), same: sameness(proof), of: proof, hurts: ['contacts'] },
    ...(satisfiedBy === undefined
      ? []
      : [
          {
            facet: 'satisfiedBy' as const,
            value: plain(proofName(satisfiedBy)),
            same: sameness(satisfiedBy),
            of: satisfiedBy,
            hurts: (_: unknown, after: unknown) => (after === undefined ? (['contacts'] as const) : []),
          },
        ]),
    { facet: 'weight', value: plain(weight), same: String(weight), hurts: ['contacts'] },
    {
      facet: 'critical',
      value: critical ? words('关键', 'critical') : words('非关键', 'not critical'),
      same: String(critical),
      hurts: critical ? ['contacts'] : [],
    },
  ]
}

/** Steps that come elsewhere: those that are not on the longest common order of both sides. */
function movedSteps(
  old: Outline,
  now: Outline,
  about: (step: OutlinedStep) => Pick<Change, 'subject' | 'id'>,
): Change[] {
  const position = new Map([...old.steps.keys()].map((id, at) => [id, at]))
  const common = [...now.steps.keys()].filter((id) => position.has(id))
  const kept = new Set(longestRising(common.map((id) => position.get(id) ?? 0)).map((at) => common[at]))
  const before = [...old.steps.keys()].filter((id) => now.steps.has(id))
  const neighbour = (among: readonly string[], id: string) => {
    const previous = among[among.indexOf(id) - 1]
    return previous === undefined ? words('开头', 'at the beginning') : words(`${previous} 之后`, `after ${previous}`)
  }
  return [...now.steps.values()].flatMap((to): Change[] => {
    const from = old.steps.get(to.id)
    if (from === undefined || kept.has(to.id)) return []
    return [
      {
        ...about(to),
        kind: 'moved',
        facet: 'position',
        before: neighbour(before, to.id),
        after: neighbour(common, to.id),
        hurts: ['agents', 'contacts'],
        ...(from.step === undefined ? {} : { placeBefore: from.step.place }),
        ...(to.step === undefined ? {} : { placeAfter: to.step.place }),
      },
    ]
  })
}

/** Branches, loops and interrupts. */
function compareParts(old: Outline, now: Outline, flow: Flow): Change[] {
  const loops = compareById(old.loops, now.loops, {
    added: () => [],
    removed: () => [],
    both: (id, from, to) => {
      const most = (loop: typeof from) => loop.max ?? Infinity
      const facet = (loop: typeof from): FacetOf => ({
        facet: 'max',
        value:
          loop.max === undefined
            ? words('次数不限', 'any number of times')
            : words(`至多 ${loop.max} 次`, `at most ${loop.max} times`),
        same: String(most(loop)),
        hurts: most(to) < most(from) ? ['agents', 'contacts'] : ['agents'],
      })
      return compareFacets([facet(from)], [facet(to)], {
        subject: 'loop',
        id: `${flow.id}/${id}`,
        flow: flow.id,
        placeBefore: from.place,
        placeAfter: to.place,
      })
    },
  })
  const parts = compareById(old.parts, now.parts, {
    added: () => [],
    removed: () => [],
    both: (id, from, to) => {
      const facet = ({ name }: typeof from): FacetOf[] =>
        name === undefined ? [] : [{ facet: 'name', value: text(name), same: sameness(name) }]
      return compareFacets(facet(from), facet(to), {
        subject: 'branch',
        id: `${flow.id}/${id}`,
        flow: flow.id,
        placeBefore: from.place,
        placeAfter: to.place,
      })
    },
  })
  return [
    ...parts,
    ...comparePart('branch', old.branches, now.branches, branchFacets, flow),
    ...loops,
    ...comparePart('interrupt', old.interrupts, now.interrupts, interruptFacets, flow),
  ]
}

/** Ways out of the main line: a new one is something to learn, one that is gone was allowed before. */
function comparePart<Part extends { readonly place: Place }>(
  subject: 'branch' | 'interrupt',
  old: ReadonlyMap<string, Part>,
  now: ReadonlyMap<string, Part>,
  facetsOf: (part: Part) => FacetOf[],
  flow: Flow,
): Change[] {
  const about = (id: string) => ({ subject, id: `${flow.id}: ${id}`, flow: flow.id })
  return compareById(old, now, {
    added: (id, to): Change[] => [{ ...about(id), kind: 'added', hurts: ['agents'], placeAfter: to.place }],
    removed: (id, from): Change[] => [
      { ...about(id), kind: 'removed', hurts: ['agents', 'contacts'], placeBefore: from.place },
    ],
    both: (id, from, to) =>
      compareFacets(facetsOf(from), facetsOf(to), { ...about(id), placeBefore: from.place, placeAfter: to.place }),
  })
}

function branchFacets({ when }: Branch): FacetOf[] {
  if (when === undefined) return []
  return [
    { facet: 'when', value: plain(proofName(when)), same: sameness(when), of: when, hurts: ['agents', 'contacts'] },
  ]
}

function interruptFacets({ when, then, max }: Interrupt): FacetOf[] {
  return [
    { facet: 'when', value: plain(proofName(when)), same: sameness(when), of: when, hurts: ['contacts'] },
    { facet: 'then', value: plain(then), same: then, hurts: ['agents', 'contacts'] },
    ...(max === undefined
      ? []
      : [{ facet: 'max' as const, value: plain(max), same: String(max), hurts: ['contacts'] as const }]),
  ]
}

/** A short mark by which two nets are told apart (FNV-1a, 32 bits). */
function checksum(written: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < written.length; at++) hash = Math.imul(hash ^ written.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
