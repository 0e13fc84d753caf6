import type { DeclarePair, DeclarePairKind } from '../../model/rules/declare.ts'
import type { RuleKind } from '../rule-kind.ts'
import { type PairTemplate, prepareTemplate } from './judge-template.ts'

/** A rule kind that is a Declare template of two targets, and nothing else. */
export function definePairKind<K extends DeclarePairKind>(id: K, template: PairTemplate): RuleKind<K> {
  return {
    id,
    // All these kinds have the spec of a pair; TypeScript cannot see that for a kind not yet known.
    prepare: ({ spec }, flow) => prepareTemplate(template, spec as unknown as DeclarePair, flow),
  }
}
