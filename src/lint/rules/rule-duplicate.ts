import { sameness } from '../../compare/sameness.ts'
import { rulesIn } from '../facts/rules-in.ts'
import type { LintRule } from '../lint-rule.ts'
import type { Rule } from '../../model/rule.ts'

/** Two rules of one flow, or of the map, that ask the same of the same: a fault is counted twice. */
export const ruleDuplicate: LintRule = {
  id: 'rule-duplicate',
  group: 'data',
  severity: 'warning',
  title: { zh: '两条规则要求相同', en: 'two rules that ask the same' },
  check(context, report) {
    const first = new Map<string, Rule>()
    for (const { rule, flow } of rulesIn(context)) {
      const { spec, speaker, scope, applies } = rule
      const key = `${flow?.id ?? ''} ${sameness([spec, speaker, scope, applies?.source])}`
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, rule)
        continue
      }
      report({
        place: rule.place,
        message: {
          zh: `\`${rule.id}\` 与 \`${before.id}\` 要求相同，同一差错会计两次`,
          en: `\`${rule.id}\` asks the same as \`${before.id}\`: a fault is counted twice`,
        },
        expected: { zh: '只写一条', en: 'one of them' },
        related: [{ place: before.place, message: { zh: '先写在这里', en: 'first written here' } }],
      })
    }
  },
}
