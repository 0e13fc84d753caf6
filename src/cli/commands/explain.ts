import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { nearestName } from '../../diagnostic/nearest.ts'
import { readRulePages } from '../../io/rule-pages.ts'
import { explainRule, joinRulePages, listRules } from '../../lint/explain-rule.ts'
import { LINT_RULES } from '../../lint/registry.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'

/** `touchmap explain [RULE]`: what a rule of `validate` means, with examples; without a rule, all of them in a list. */
export const explain: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    command
      .argument('[rule]', zh ? '规则的标识（不写则列出全部规则）' : 'the id of a rule (default: the list of all)')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  $ touchmap explain                  # 全部规则\n  $ touchmap explain step-shadowed\n  $ touchmap explain yaml/tab'
          : '\nExamples:\n  $ touchmap explain                  # all rules\n  $ touchmap explain step-shadowed\n  $ touchmap explain yaml/tab',
      )
  },

  async run(
    args: readonly unknown[],
    _options: Record<string, unknown>,
    { context, lang }: CommandRun,
  ): Promise<number> {
    const pages = joinRulePages(readRulePages(), LINT_RULES)
    const [wanted] = args
    if (typeof wanted !== 'string') {
      context.stdout.write(listRules(pages, lang))
      return EXIT.clean
    }
    const page = pages.find(({ id }) => id === wanted) ?? pages.find(({ id }) => id.replace('/', '-') === wanted)
    if (!page) {
      const near = nearestName(
        wanted,
        pages.map(({ id }) => id),
      )
      throw new InputError(
        { zh: `没有名为 ${wanted} 的规则`, en: `there is no rule ${wanted}` },
        near === undefined
          ? { zh: '`touchmap explain` 列出全部规则', en: '`touchmap explain` lists all rules' }
          : { zh: `是否想写 ${near}`, en: `did you mean ${near}` },
      )
    }
    context.stdout.write(explainRule(page, lang))
    return EXIT.clean
  },
}
