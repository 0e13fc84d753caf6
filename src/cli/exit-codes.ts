import type { Message } from '../diagnostic/diagnostic.ts'

/** The exit codes of every command (contracts.md). */
export const EXIT = { clean: 0, findings: 1, input: 2, internal: 3 } as const

/** The world is not as the command needs it: a missing file, a wrong option, an unknown log. Ends with exit code 2. */
export class InputError extends Error {
  readonly text: Message
  /** What to do about it. */
  readonly hint: Message | undefined

  constructor(text: Message, hint?: Message) {
    super(text.en)
    this.name = 'InputError'
    this.text = text
    this.hint = hint
  }
}

/** The command has already said what is wrong; only the exit code is left to give. */
export class AlreadyReported extends Error {
  readonly code: number

  constructor(code: number) {
    super('already reported')
    this.name = 'AlreadyReported'
    this.code = code
  }
}
