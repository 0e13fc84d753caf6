import { readLexiconRef } from '../read-lexicon.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const says: ReadSpec<'says'> = (reading, scope, body) => {
  const lexicon = readLexiconRef(reading, scope.lexicons, body)
  return lexicon && { kind: 'says', lexicon }
}
