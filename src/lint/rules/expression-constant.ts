import { compileExpression, type Expression, namesOfExpression } from '../../expr/expression.ts'
import { expressionsIn } from '../facts/expressions-in.ts'
import type { LintRule } from '../lint-rule.ts'

/** A condition that looks at nothing: it holds always, or never. */
export const expressionConstant: LintRule = {
  id: 'expression-constant',
  group: 'decisions',
  severity: 'warning',
  title: { zh: '恒真或恒假的条件', en: 'a condition that is always, or never, true' },
  check(context, report) {
    const results = new Map<string, ReturnType<Expression['evaluate']>>()
    for (const { cel, use } of expressionsIn(context)) {
      if (use === 'value') continue
      const key = `${use} ${cel.source}`
      const result = results.get(key) ?? compileExpression(cel.source, use).evaluate(new Map())
      results.set(key, result)
      if (!('value' in result)) continue
      const looks = namesOfExpression(cel.source, use).length > 0
      report({
        place: cel.place,
        message: result.value
          ? {
              zh: looks ? '无论数据如何，条件恒真' : '条件不看任何数据，恒真',
              en: 'the condition is true whatever the data',
            }
          : {
              zh: looks ? '无论数据如何，条件恒假' : '条件不看任何数据，恒假',
              en: 'the condition is false whatever the data',
            },
        expected: { zh: '取决于记录的条件', en: 'a condition that depends on the record' },
      })
    }
  },
}
