import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import type { LintRule } from '../lint/lint-rule.ts'
import { importModule } from './load-plugins.ts'

/**
 * Loads rules of lint from modules that the user trusts by naming them; they run with all the rights of the program. A
 * module's default export is a rule or a list of rules, each with an id of the form `team/rule`. Throws InputError.
 */
export async function loadLintRules(files: readonly string[], cwd: string): Promise<readonly LintRule[]> {
  const rules = new Map<string, LintRule>()
  for (const file of files) {
    const loaded = await importModule(path.resolve(cwd, file), file)
    const exported = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined
    const list: readonly unknown[] = Array.isArray(exported) ? exported : [exported]
    for (const rule of list) {
      if (!isRule(rule)) {
        throw new InputError(
          {
            zh: `${file} 不是校验规则：默认导出须为规则 {id, group, severity, title, check} 或其列表`,
            en: `${file} holds no rules: its default export must be a rule {id, group, severity, title, check} or a list`,
          },
          { zh: '自定义规则的 id 形如 `team/rule`', en: 'the id of a rule of your own is like `team/rule`' },
        )
      }
      if (rules.has(rule.id)) {
        throw new InputError({ zh: `两条规则同名：\`${rule.id}\``, en: `two rules have the same id: \`${rule.id}\`` })
      }
      rules.set(rule.id, rule)
    }
  }
  return [...rules.values()]
}

function isRule(value: unknown): value is LintRule {
  if (typeof value !== 'object' || value === null) return false
  const { id, group, severity, title, check } = value as Record<string, unknown>
  return (
    typeof id === 'string' &&
    /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id) &&
    typeof group === 'string' &&
    (severity === 'error' || severity === 'warning' || severity === 'info') &&
    typeof title === 'object' &&
    title !== null &&
    'zh' in title &&
    'en' in title &&
    typeof check === 'function'
  )
}
