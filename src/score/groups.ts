import { compareText } from '../diagnostic/sort.ts'
import { fieldOf } from './field-of.ts'
import type { ScoredInteraction } from './result.ts'

/** Sums over the contacts that share the values of some fields; `S` is what is summed. */
export interface Groups<S> {
  readonly by: readonly string[]
  readonly sums: Map<string, { readonly values: readonly (string | null)[]; readonly sums: S }>
}

export function createGroups<S>(by: readonly string[]): Groups<S> {
  return { by, sums: new Map() }
}

/** The sums of the group a contact belongs to, made where it is the first. */
export function groupOf<S>({ by, sums }: Groups<S>, result: ScoredInteraction, create: () => S): S {
  return sumsOf(
    sums,
    by.map((field) => fieldOf(result, field) ?? null),
    create,
  )
}

/** Adds the groups of `from`, which is not changed, to `into`. */
export function mergeGroups<S>(
  into: Groups<S>,
  from: Groups<S>,
  create: () => S,
  add: (into: S, from: S) => void,
): void {
  for (const { values, sums } of from.sums.values()) add(sumsOf(into.sums, values, create), sums)
}

/** In the order of the values, field by field; what has none comes last. */
export function orderedGroups<S>({
  sums,
}: Groups<S>): { readonly values: readonly (string | null)[]; readonly sums: S }[] {
  return [...sums.values()].sort((a, b) => compareValues(a.values, b.values))
}

function compareValues(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i] ?? null, b[i] ?? null]
    if (left === right) continue
    if (left === null || right === null) return left === null ? 1 : -1
    return compareText(left, right)
  }
  return 0
}

function sumsOf<S>(sums: Groups<S>['sums'], values: readonly (string | null)[], create: () => S): S {
  const key = JSON.stringify(values)
  let group = sums.get(key)
  if (group === undefined) sums.set(key, (group = { values, sums: create() }))
  return group.sums
}
