import { always, and, atom, eventually, type Formula, implies, next, not, or, weakNext, weakUntil } from './ltlf.ts'

const a = atom('a')
const b = atom('b')
const aOrB = or(a, b)
const never = (formula: Formula): Formula => not(eventually(formula))

/** F(a ∧ X F(a ∧ …)): a holds at n moments at least. */
function atLeast(n: number): Formula {
  return n <= 1 ? eventually(a) : eventually(and(a, next(atLeast(n - 1))))
}

const alternateResponse = always(implies(a, next(untilB())))
function untilB(): Formula {
  return { op: 'until', left: not(a), right: b }
}
const precedence = weakUntil(not(b), a)
const alternatePrecedence = and(precedence, always(implies(b, weakNext(precedence))))
const chainResponse = always(implies(a, next(b)))
const chainPrecedence = and(not(b), always(implies(next(b), a)))
const respondedExistence = implies(eventually(a), eventually(b))
const notChain = always(implies(a, weakNext(not(b))))

/** A template: its formula, and what must occur for it to be more than vacuously kept (undefined: nothing must). */
export interface Template {
  readonly formula: Formula
  readonly activation?: Formula
}

/**
 * The Declare templates in LTLf, as published: M. Pesic, W. van der Aalst, A declarative approach for flexible business
 * processes management (BPM Workshops 2006); C. Di Ciccio, M. Montali, Declarative process specifications: reasoning,
 * discovery, monitoring (Process Mining Handbook, 2022), tables of existence and relation templates. Of two events that
 * never share a moment.
 */
export const TEMPLATES: Readonly<Record<string, Template>> = {
  'existence 1': { formula: atLeast(1) },
  'existence 2': { formula: atLeast(2) },
  'existence 3': { formula: atLeast(3) },
  'absence 1': { formula: not(atLeast(1)) },
  'absence 2': { formula: not(atLeast(2)) },
  'absence 3': { formula: not(atLeast(3)) },
  'exactly 1': { formula: and(atLeast(1), not(atLeast(2))) },
  'exactly 2': { formula: and(atLeast(2), not(atLeast(3))) },
  init: { formula: a },
  last: { formula: eventually(and(a, weakNext({ op: 'false' }))) },
  choice: { formula: or(eventually(a), eventually(b)) },
  'exclusive-choice': { formula: and(or(eventually(a), eventually(b)), not(and(eventually(a), eventually(b)))) },
  'responded-existence': { formula: respondedExistence, activation: a },
  'co-existence': { formula: and(respondedExistence, implies(eventually(b), eventually(a))), activation: aOrB },
  response: { formula: always(implies(a, eventually(b))), activation: a },
  'alternate-response': { formula: alternateResponse, activation: a },
  'chain-response': { formula: chainResponse, activation: a },
  precedence: { formula: precedence, activation: b },
  'alternate-precedence': { formula: alternatePrecedence, activation: b },
  'chain-precedence': { formula: chainPrecedence, activation: b },
  succession: { formula: and(always(implies(a, eventually(b))), precedence), activation: aOrB },
  'alternate-succession': { formula: and(alternateResponse, alternatePrecedence), activation: aOrB },
  'chain-succession': { formula: and(chainResponse, chainPrecedence), activation: aOrB },
  'not-responded-existence': { formula: implies(eventually(a), never(b)), activation: a },
  'not-co-existence': { formula: not(and(eventually(a), eventually(b))), activation: aOrB },
  'not-response': { formula: always(implies(a, never(b))), activation: a },
  'not-precedence': { formula: always(implies(a, never(b))), activation: b },
  'not-succession': { formula: always(implies(a, never(b))), activation: aOrB },
  'not-chain-response': { formula: notChain, activation: a },
  'not-chain-precedence': { formula: notChain, activation: b },
  'not-chain-succession': { formula: notChain, activation: aOrB },
}
