import type { Message } from '../../diagnostic/diagnostic.ts'

const LISTED = 6

/** The first names of a list in both languages, and how many more there are. */
export function listNames(names: readonly string[]): Message {
  const shown = names.slice(0, LISTED).map((name) => `\`${name}\``)
  const more = names.length - shown.length
  return {
    zh: shown.join('、') + (more > 0 ? ' 等' : ''),
    en: shown.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  }
}
