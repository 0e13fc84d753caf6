import { badValue, child, given, numberOf, report } from '../reading.ts'
import { readSpeech } from '../read-speech.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const says: ReadSpec<'says'> = (reading, scope, body) => {
  const speech = readSpeech(reading, scope, body)
  const node = child(body, 'times')
  const min = numberOf(node) ?? numberOf(child(node, 'min'))
  const max = numberOf(child(node, 'max'))
  if (node && min !== undefined && max !== undefined && min > max) {
    report(reading, badValue(node.place, { zh: '`min` 大于 `max`', en: '`min` is greater than `max`' }))
  }
  if (!speech) return undefined
  return { kind: 'says', ...speech, ...given('times', node && { ...given('min', min), ...given('max', max) }) }
}
