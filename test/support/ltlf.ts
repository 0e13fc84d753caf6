/**
 * Linear temporal logic on finite traces (LTLf; De Giacomo & Vardi, IJCAI 2013), one letter at a time: the derivative of a
 * formula by a letter is what the rest of the trace, which may be empty, must satisfy. Knows nothing of the product.
 */
export type Formula =
  | { readonly op: 'true' | 'false' | 'empty' | 'more' }
  | { readonly op: 'atom' | 'no'; readonly name: string }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly op: 'next' | 'weakNext'; readonly of: Formula }
  | { readonly op: 'until' | 'release'; readonly left: Formula; readonly right: Formula }

/** What holds at one moment. */
export type Letter = ReadonlySet<string>

const TRUE: Formula = { op: 'true' }
const FALSE: Formula = { op: 'false' }

export const atom = (name: string): Formula => ({ op: 'atom', name })
export const and = (...parts: readonly Formula[]): Formula => ({ op: 'and', parts })
export const or = (...parts: readonly Formula[]): Formula => ({ op: 'or', parts })
/** X: there is a next moment and it holds there. */
export const next = (of: Formula): Formula => ({ op: 'next', of })
export const weakNext = (of: Formula): Formula => ({ op: 'weakNext', of })
export const until = (left: Formula, right: Formula): Formula => ({ op: 'until', left, right })
/** F */
export const eventually = (of: Formula): Formula => until(TRUE, of)
/** G */
export const always = (of: Formula): Formula => ({ op: 'release', left: FALSE, right: of })
/** W: until, or for ever. */
export const weakUntil = (left: Formula, right: Formula): Formula => or(until(left, right), always(left))
export const implies = (left: Formula, right: Formula): Formula => or(not(left), right)

/** The negation, pushed down to the atoms. */
export function not(formula: Formula): Formula {
  switch (formula.op) {
    case 'true':
      return FALSE
    case 'false':
      return TRUE
    case 'empty':
      return { op: 'more' }
    case 'more':
      return { op: 'empty' }
    case 'atom':
      return { op: 'no', name: formula.name }
    case 'no':
      return atom(formula.name)
    case 'and':
      return or(...formula.parts.map(not))
    case 'or':
      return and(...formula.parts.map(not))
    case 'next':
      return weakNext(not(formula.of))
    case 'weakNext':
      return next(not(formula.of))
    case 'until':
      return { op: 'release', left: not(formula.left), right: not(formula.right) }
    case 'release':
      return until(not(formula.left), not(formula.right))
  }
}

/** Whether the formula holds of the empty rest of a trace. */
export function holdsAtEnd(formula: Formula): boolean {
  switch (formula.op) {
    case 'true':
    case 'empty':
    case 'weakNext':
    case 'release':
      return true
    case 'false':
    case 'more':
    case 'atom':
    case 'no':
    case 'next':
    case 'until':
      return false
    case 'and':
      return formula.parts.every(holdsAtEnd)
    case 'or':
      return formula.parts.some(holdsAtEnd)
  }
}

/** What the rest must satisfy after a letter. */
export function derive(formula: Formula, letter: Letter): Formula {
  switch (formula.op) {
    case 'true':
    case 'more':
      return TRUE
    case 'false':
    case 'empty':
      return FALSE
    case 'atom':
      return letter.has(formula.name) ? TRUE : FALSE
    case 'no':
      return letter.has(formula.name) ? FALSE : TRUE
    case 'and':
      return normalize(and(...formula.parts.map((part) => derive(part, letter))))
    case 'or':
      return normalize(or(...formula.parts.map((part) => derive(part, letter))))
    case 'next':
      return normalize(and(formula.of, { op: 'more' }))
    case 'weakNext':
      return normalize(or(formula.of, { op: 'empty' }))
    case 'until':
      return normalize(or(derive(formula.right, letter), and(derive(formula.left, letter), formula)))
    case 'release':
      return normalize(and(derive(formula.right, letter), or(derive(formula.left, letter), formula)))
  }
}

/** Disjunctive normal form over temporal parts, with absorption: derivatives of one formula are then finitely many. */
export function normalize(formula: Formula): Formula {
  const clauses = clausesOf(formula)
  const kept = clauses.filter(
    (clause, at) =>
      !clauses.some(
        (other, i) =>
          i !== at && [...other.keys()].every((key) => clause.has(key)) && (other.size < clause.size || i < at),
      ),
  )
  const sorted = kept
    .map((clause) => [...clause].sort(([a], [b]) => (a < b ? -1 : 1)))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  if (sorted.length === 0) return FALSE
  if (sorted.some((clause) => clause.length === 0)) return TRUE
  const parts = sorted.map((clause) => (clause.length === 1 ? clause[0]![1] : and(...clause.map(([, part]) => part))))
  return parts.length === 1 ? parts[0]! : or(...parts)
}

const keyOf = (clause: readonly (readonly [string, Formula])[]): string => clause.map(([key]) => key).join('&')

type Clause = ReadonlyMap<string, Formula>

function clausesOf(formula: Formula): Clause[] {
  if (formula.op === 'true') return [new Map()]
  if (formula.op === 'false') return []
  if (formula.op === 'or') return formula.parts.flatMap(clausesOf)
  if (formula.op === 'and') {
    return formula.parts.reduce<Clause[]>(
      (clauses, part) => clauses.flatMap((left) => clausesOf(part).map((right) => new Map([...left, ...right]))),
      [new Map()],
    )
  }
  return [new Map([[JSON.stringify(formula), formula]])]
}

/** The states that a formula's derivatives lead to, by any letters of the alphabet. */
export interface Automaton {
  readonly start: number
  readonly accepts: readonly boolean[]
  /** By state, then by letter of the alphabet. */
  readonly steps: readonly (readonly number[])[]
}

export function buildAutomaton(formula: Formula, alphabet: readonly Letter[]): Automaton {
  const states: Formula[] = []
  const numbers = new Map<string, number>()
  const numberOf = (state: Formula): number => {
    const key = JSON.stringify(state)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, states.length)
    states.push(state)
    if (states.length > 500) throw new Error('too many states')
    return states.length - 1
  }
  const start = numberOf(normalize(formula))
  const steps: number[][] = []
  for (let at = 0; at < states.length; at++) {
    steps[at] = alphabet.map((letter) => numberOf(derive(states[at]!, letter)))
  }
  return { start, accepts: states.map(holdsAtEnd), steps }
}
