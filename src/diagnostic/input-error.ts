import type { Message } from './diagnostic.ts'

/** The world is not as a command needs it: a missing file, a wrong option, an unknown log. Ends with exit code 2. */
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
