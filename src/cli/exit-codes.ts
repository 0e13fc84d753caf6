export { InputError } from '../diagnostic/input-error.ts'

/** The exit codes of every command (contracts.md); `interrupted` is that of `--watch`, which only Ctrl-C ends. */
export const EXIT = { clean: 0, findings: 1, input: 2, internal: 3, interrupted: 130 } as const

/** The command has already said what is wrong; only the exit code is left to give. */
export class AlreadyReported extends Error {
  readonly code: number

  constructor(code: number) {
    super('already reported')
    this.name = 'AlreadyReported'
    this.code = code
  }
}
