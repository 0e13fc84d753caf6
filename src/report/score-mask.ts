import { printable } from '../diagnostic/codeframe.ts'
import { maskNumbers } from '../diagnostic/mask-numbers.ts'

/**
 * Text of a log as it may be shown: telephone, identity and card numbers and mail addresses masked, control and
 * direction characters made visible so that a log cannot drive the terminal. Agents' and interactions' ids are not
 * customers' data and go through `printable` alone.
 */
export function masked(text: string): string {
  return printable(maskNumbers(text))
}
