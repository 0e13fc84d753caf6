import { readSpeech } from '../read-speech.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const neverSays: ReadSpec<'never-says'> = (reading, scope, body) => {
  const speech = readSpeech(reading, scope, body)
  return speech && { kind: 'never-says', ...speech }
}
