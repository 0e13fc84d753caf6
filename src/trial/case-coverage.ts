import type { Outcome } from '../compliance/rule-kind.ts'
import { compareText } from '../diagnostic/sort.ts'
import { childrenOf } from '../flow/block-children.ts'
import type { Block, EffectiveFlow, LabelIndex } from '../flow/effective-flow.ts'
import { expandFlow } from '../flow/expand-flow.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import type { CaseResult } from './run-cases.ts'

/** A rule and the outcomes that some case expects of it. */
export interface RuleCoverage {
  readonly rule: Rule
  readonly flow?: string
  readonly expected: ReadonlySet<Outcome>
}

/** A branch of a choice and whether some case goes through it. */
export interface BranchCoverage {
  readonly flow: string
  /** The first step or decision of the branch. */
  readonly label: string
  readonly place: Rule['place']
  readonly covered: boolean
}

export interface CaseCoverage {
  readonly rules: readonly RuleCoverage[]
  readonly branches: readonly BranchCoverage[]
}

/**
 * What the cases show of the rules of the map and of its served flows. A rule is well covered when one case expects a
 * pass and one a fail; a branch when the alignment of some case does something in it.
 */
export function measureCoverage(map: ProcessMap, results: readonly CaseResult[]): CaseCoverage {
  const served = [...new Set(map.touchpoints.map(({ flow }) => flow))].sort(compareText)
  const expected = new Map<string, Set<Outcome>>()
  const done = new Map<string, Set<LabelIndex>>()
  for (const { checks, scored } of results) {
    for (const { expectation } of checks) {
      const outcomes = expected.get(expectation.of) ?? new Set<Outcome>()
      expected.set(expectation.of, outcomes.add(expectation.value as Outcome))
    }
    if (scored === undefined || !scored.alignment.optimal) continue
    const labels = done.get(scored.flow.id) ?? new Set<LabelIndex>()
    for (const move of scored.alignment.moves) if (move.type === 'sync') labels.add(move.label)
    done.set(scored.flow.id, labels)
  }
  const flows = served.map((id) => expandFlow(map, id))
  const rules = new Map<string, RuleCoverage>()
  const add = (rule: Rule, flow?: string): void => {
    const known = rules.get(rule.id)
    if (known === undefined) {
      const outcomes = expected.get(rule.id) ?? new Set<Outcome>()
      rules.set(rule.id, { rule, ...(flow === undefined ? {} : { flow }), expected: outcomes })
    }
  }
  for (const rule of map.rules) add(rule)
  for (const flow of flows) for (const rule of flow.rules) add(rule, flow.id)
  return {
    rules: [...rules.values()],
    branches: flows.flatMap((flow) => branchesOf(flow, done.get(flow.id) ?? new Set())),
  }
}

function branchesOf(flow: EffectiveFlow, done: ReadonlySet<LabelIndex>): BranchCoverage[] {
  const branches: BranchCoverage[] = []
  const visit = (block: Block): void => {
    if (block.kind === 'choice') {
      for (const branch of block.children) {
        const labels = labelsOf(branch)
        const first = labels[0] === undefined ? undefined : flow.labels[labels[0]]
        if (first === undefined) continue
        const covered = labels.some((label) => done.has(label))
        branches.push({ flow: flow.id, label: first.id, place: first.place, covered })
      }
    }
    childrenOf(block).forEach(visit)
  }
  visit(flow.root)
  return branches
}

function labelsOf(block: Block): LabelIndex[] {
  return block.kind === 'label' ? [block.label] : childrenOf(block).flatMap(labelsOf)
}
