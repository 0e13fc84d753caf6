import { Argument, type Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { readRulePages } from '../../io/rule-pages.ts'
import { joinRulePages } from '../../lint/explain-rule.ts'
import { LINT_RULES } from '../../lint/registry.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { SHELLS, writeCompletion } from '../completion-scripts.ts'
import { EXIT } from '../exit-codes.ts'

/** `touchmap completion SHELL`: a script that completes commands, options and their values in a shell. */
export const completion: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    command
      .addArgument(new Argument('<shell>', zh ? '用哪个 shell' : 'the shell').choices([...SHELLS]))
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  eval "$(touchmap completion bash)"            # 写进 ~/.bashrc\n  source <(touchmap completion zsh)             # 写进 ~/.zshrc，在 compinit 之后\n  touchmap completion fish | source             # 写进 ~/.config/fish/config.fish'
          : '\nExamples:\n  eval "$(touchmap completion bash)"            # in ~/.bashrc\n  source <(touchmap completion zsh)             # in ~/.zshrc, after compinit\n  touchmap completion fish | source             # in ~/.config/fish/config.fish',
      )
  },

  async run(args: readonly unknown[], _options: Record<string, unknown>, run: CommandRun): Promise<number> {
    const shell = SHELLS.find((name) => name === args[0]) ?? 'bash'
    const rules = joinRulePages(readRulePages(), LINT_RULES).map(({ id }) => id)
    run.context.stdout.write(writeCompletion(shell, await run.wholeProgram(), rules))
    return EXIT.clean
  },
}
