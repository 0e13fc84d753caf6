import type { Cel, Duration } from './map.ts'
import type { RuleSpec } from './rule.ts'
import type { Target } from './target.ts'

/** What may be replaced in a spec. */
export interface SpecMapping {
  readonly target: (of: Target) => Target
  readonly limit?: (of: Duration) => Duration
  readonly cel?: (of: Cel) => Cel
}

/**
 * A spec with its targets, limits found in the log (`from`) and expressions replaced, wherever they stand: known by their
 * shape, so that a new kind needs nothing here. Proofs and lexicons are left as they are.
 */
export function mapSpec<S extends RuleSpec>(of: S, mapping: SpecMapping): S {
  return mapEntries(of, mapping)
}

function mapValue(value: unknown, mapping: SpecMapping): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each: unknown) => mapValue(each, mapping))
  if ('place' in value) {
    if ('kind' in value && (value.kind === 'step' || (value.kind === 'proof' && 'proof' in value))) {
      return mapping.target(value as Target)
    }
    return 'source' in value && mapping.cel ? mapping.cel(value as Cel) : value
  }
  if ('kind' in value && value.kind === 'from' && 'ref' in value) {
    return mapping.limit ? mapping.limit(value as Duration) : value
  }
  return mapEntries(value, mapping)
}

function mapEntries<T extends object>(of: T, mapping: SpecMapping): T {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, mapValue(value, mapping)])) as T
}
