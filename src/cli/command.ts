import type { Command } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { CliContext } from './context.ts'

/** What a command's action gets besides its own arguments. */
export interface CommandRun {
  readonly context: CliContext
  /** Language of everything written to people: `--lang`, else the locale. */
  readonly lang: Lang
  /** Whether standard output may carry colour. */
  readonly color: boolean
  /** Columns of the terminal behind standard output; 100 where it is none. */
  readonly width: number
  readonly version: string
  /** The whole command line, every command with its options; only completion wants it. */
  wholeProgram(): Promise<Command>
}

/**
 * One command. `configure` declares arguments, options and help on the commander command, in the language given;
 * `run` does the work and returns the exit code. Its module is loaded only when the command is the one asked for.
 */
export interface CommandModule {
  configure(command: Command, lang: Lang): void
  run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number>
}
