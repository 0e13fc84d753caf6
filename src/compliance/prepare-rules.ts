import { expressionOf } from '../expr/expression.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import { BARE_SIGHT, type Sight } from '../match/sight.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Rule, RuleKindId } from '../model/rule.ts'
import { bindInteraction } from './bind-interaction.ts'
import { UnknownStep } from './find-occurrences.ts'
import { judgeAbsence } from './judge-absence.ts'
import type { Collect } from './over-many.ts'
import { RULE_KINDS } from './registry.ts'
import type { Judge, Judgement, MomentOf, RuleKind } from './rule-kind.ts'

/** Kinds by id; tests pass others. */
export type RuleKinds = { readonly [K in RuleKindId]: RuleKind<K> }

/** A rule made ready for the interactions of one flow in one version of the map. */
export interface PreparedRule {
  readonly rule: Rule
  /** `applies` first, then the kind. Never throws. */
  readonly judge: Judge
  readonly hasDeadline: boolean
  /** All that the judgements rest on (`RuleKind.sees`); undefined: anything. */
  readonly sight?: Sight
  /** What judgements ask of times that stand alone for `moments`. */
  readonly momentOf?: MomentOf
  /** For rules that ask something of many interactions together. Never throws. */
  readonly collect?: Collect<unknown>
}

/** Makes rules ready, each for itself: one that cannot be is not evaluated wherever it applies, and stops no other. */
export function prepareRules(
  rules: readonly Rule[],
  flow: EffectiveFlow,
  map: ProcessMap,
  kinds: RuleKinds = RULE_KINDS,
): readonly PreparedRule[] {
  return rules.map((rule) => prepareRule(rule, flow, map, kinds))
}

export function prepareRule(
  rule: Rule,
  flow: EffectiveFlow,
  map: ProcessMap,
  kinds: RuleKinds = RULE_KINDS,
): PreparedRule {
  // The registry pairs each kind with rules of its own spec; TypeScript cannot follow the pair through the union.
  const kind = kinds[rule.spec.kind] as RuleKind<RuleKindId>
  const judge = prepareKind(kind, rule, flow, map)
  const judgeApplies = prepareApplies(rule)
  const collect = prepareCollect(kind, rule, flow, map)
  const sight = prepareSight(kind, rule, flow, map)
  const momentOf = sight && kind.momentOf?.(rule, flow, map)
  return {
    rule,
    judge: (context) => {
      try {
        return judgeApplies?.(context) ?? judge(context)
      } catch (error) {
        return describeFault(error)
      }
    },
    hasDeadline: kind.hasDeadline ?? false,
    ...(sight === undefined ? {} : { sight }),
    ...(momentOf === undefined ? {} : { momentOf }),
    ...(collect === undefined ? {} : { collect }),
  }
}

function prepareKind(kind: RuleKind<RuleKindId>, rule: Rule, flow: EffectiveFlow, map: ProcessMap): Judge {
  try {
    return kind.prepare(rule, flow, map)
  } catch (error) {
    const fault = describeFault(error)
    return () => fault
  }
}

function prepareSight(kind: RuleKind<RuleKindId>, rule: Rule, flow: EffectiveFlow, map: ProcessMap): Sight | undefined {
  if (rule.applies !== undefined || rule.scope !== 'interaction') return undefined
  try {
    return kind.sees?.(rule, flow, map)
  } catch {
    // The same fault keeps the rule from being judged: it is not evaluated, whatever happened.
    return BARE_SIGHT
  }
}

function prepareCollect(
  kind: RuleKind<RuleKindId>,
  rule: Rule,
  flow: EffectiveFlow,
  map: ProcessMap,
): Collect<unknown> | undefined {
  try {
    return kind.overMany?.prepare(rule, flow, map)
  } catch {
    // The rule's own judgement tells of the fault.
    return undefined
  }
}

/** Gives the judgement when `applies` is not true; undefined when the rule applies. */
function prepareApplies(rule: Rule): ((context: Parameters<Judge>[0]) => Judgement | undefined) | undefined {
  const { applies } = rule
  if (applies === undefined) return undefined
  return (context) => {
    const { names, absentSteps, longestList } = bindInteraction(context)
    const result = expressionOf(applies, 'interaction').evaluate(names, longestList)
    if ('value' in result) return result.value ? undefined : DOES_NOT_APPLY
    if ('missing' in result) {
      if (result.step !== undefined && absentSteps.has(result.step)) {
        return judgeAbsence({ kind: 'step', step: result.step, place: rule.place }, context)
      }
      const { missing } = result
      return {
        outcome: 'notEvaluated',
        reason: () => ({
          zh: `不知是否适用：记录中没有 \`${missing}\``,
          en: `whether it applies is unknown: the log does not give \`${missing}\``,
        }),
        evidence: [],
      }
    }
    const { error } = result
    return {
      outcome: 'notEvaluated',
      reason: () => ({
        zh: `适用条件无法计算：${error.zh}`,
        en: `the condition of applicability cannot be computed: ${error.en}`,
      }),
      evidence: [],
    }
  }
}

const DOES_NOT_APPLY: Judgement = {
  outcome: 'notApplicable',
  reason: () => ({ zh: '不属于该规则的适用情形', en: 'the rule does not apply to this contact' }),
  evidence: [],
}

function describeFault(error: unknown): Judgement {
  if (error instanceof UnknownStep) {
    const { step } = error
    return {
      outcome: 'notEvaluated',
      reason: () => ({ zh: `流程中没有环节 \`${step}\``, en: `the flow has no step \`${step}\`` }),
      evidence: [],
    }
  }
  // Not the error's message: it may quote what was said.
  const name = error instanceof Error ? error.name : typeof error
  return {
    outcome: 'notEvaluated',
    reason: () => ({
      zh: `规则未能执行（内部错误 \`${name}\`），这是 touchmap 的缺陷`,
      en: `the rule could not be run (internal fault \`${name}\`); this is a fault of touchmap`,
    }),
    evidence: [],
    alone: true,
  }
}
