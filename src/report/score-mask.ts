import { printable } from '../diagnostic/codeframe.ts'

/**
 * Text of a log as it may be shown: telephone, identity and card numbers and mail addresses masked, control and
 * direction characters made visible so that a log cannot drive the terminal. Agents' and interactions' ids are not
 * customers' data and go through `printable` alone.
 */
export function masked(text: string): string {
  return printable(maskNumbers(text))
}

/** Keeps the first three and the last two of eleven or more digits (single blanks, dots or hyphens between allowed). */
export function maskNumbers(text: string): string {
  return text
    .replace(/[^\s@,;:<>"']+@[^\s@,;:<>"']+\.[^\s@,;:<>"']+/gu, '***@***')
    .replace(/\p{Nd}(?:[ .\-－]?\p{Nd}){9,}[ .\-－]?[\p{Nd}xXｘＸ]/gu, (number) => {
      const digits = [...number].filter((character) => /[\p{Nd}xXｘＸ]/u.test(character))
      return `${digits.slice(0, 3).join('')}****${digits.slice(-2).join('')}`
    })
}
