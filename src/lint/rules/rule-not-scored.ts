import { expandFlow } from '../../flow/expand-flow.ts'
import type { Rule } from '../../model/rule.ts'
import { itemsOf } from '../../model/scorecard.ts'
import { cellsByFlow } from '../facts/service.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * A rule that holds somewhere and that no line of the scorecard counts: it decides the verdict and never the score. Of
 * named rules alone: a norm of a step is counted with the step. Rules over many interactions have no points.
 */
export const ruleNotScored: LintRule = {
  id: 'rule-not-scored',
  group: 'scorecard',
  severity: 'info',
  title: { zh: '没有评分项计入的规则', en: 'a rule that no line of the scorecard counts' },
  check(context, report) {
    const { map, sources } = context
    if (map.scorecard === undefined) return
    const scored = new Set(
      itemsOf(map.scorecard.sections).flatMap(({ item }) => [
        ...item.rules,
        ...(item.source?.kind === 'measured' ? [item.source.rule] : []),
      ]),
    )
    const norms = new Set([...map.flows.values()].flatMap(({ rules }) => rules.map(keyOf)))
    // A rule of a used flow, or of a flow that others extend, holds under several ids and is written once.
    const written = new Map<string, { readonly rule: Rule; isScored: boolean }>()
    const note = (rule: Rule): void => {
      const known = written.get(keyOf(rule))
      if (known !== undefined) known.isScored ||= scored.has(rule.id)
      else if (!isOverMany(rule)) written.set(keyOf(rule), { rule, isScored: scored.has(rule.id) })
    }
    map.rules.forEach(note)
    for (const id of cellsByFlow(context).keys()) {
      // Where a whole file of flows is missing, that alone is told.
      if (!map.flows.has(id)) continue
      for (const rule of expandFlow(map, id).rules) if (norms.has(keyOf(rule))) note(rule)
    }
    for (const { rule, isScored } of written.values()) {
      if (isScored) continue
      report({
        place: sources.key(rule.place),
        message: {
          zh: `规则 \`${rule.id}\` 不在评分表的任何一项里`,
          en: `no line of the scorecard counts the rule \`${rule.id}\``,
        },
        expected: { zh: '评分表里计入它的一项', en: 'a line of the scorecard that counts it' },
      })
    }
  },
}

const keyOf = ({ place }: Rule): string => `${place.file}:${place.range.start.offset}`

/** Whether a rule says nothing of a single interaction. */
function isOverMany({ spec }: Rule): boolean {
  if (spec.kind === 'within') return spec.limit === undefined && spec.limits === undefined
  return spec.kind === 'target' || spec.kind === 'coverage' || spec.kind === 'repeat-within'
}
