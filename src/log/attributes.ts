import type { Value } from './event.ts'

/** Attributes by name. Any name is safe in it, `__proto__` and `constructor` too: nothing is inherited. */
export type Attributes = Record<string, Value>

// Objects of a class whose prototype is empty keep V8's fast layout, which those of Object.create(null) lose.
const Bare = function () {} as unknown as { new (): Attributes; prototype: object }
Bare.prototype = Object.create(null) as object

/** A new, empty set of attributes. */
export function createAttributes(): Attributes {
  return new Bare()
}

/** The one empty set that all rows without attributes share. */
export const NO_ATTRIBUTES: Readonly<Attributes> = Object.freeze(createAttributes())
