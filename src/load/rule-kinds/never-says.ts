import { readLexiconRef } from '../read-lexicon.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const neverSays: ReadSpec<'never-says'> = (reading, scope, body) => {
  const lexicon = readLexiconRef(reading, scope.lexicons, body)
  return lexicon && { kind: 'never-says', lexicon }
}
