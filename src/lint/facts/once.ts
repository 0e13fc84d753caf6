import type { LintContext } from '../lint-rule.ts'

/** A fact worked out the first time a rule asks for it, once a run. */
export function once<T>(work: (context: LintContext) => T): (context: LintContext) => T {
  const known = new WeakMap<LintContext, { readonly value: T }>()
  return (context) => {
    let fact = known.get(context)
    if (!fact) known.set(context, (fact = { value: work(context) }))
    return fact.value
  }
}
