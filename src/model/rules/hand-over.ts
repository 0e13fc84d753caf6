import type { Duration, Id } from '../map.ts'
import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'
import type { AttributeForm } from './records.ts'

/** After a trigger the contact is handed over, in time, with what the next one needs. */
export interface HandOverSpec {
  readonly kind: 'hand-over'
  readonly when: Target
  readonly to: Target
  /** Absent: before the contact ends. */
  readonly limit?: Duration
  readonly calendar?: Id
  /** Attributes that the hand-over's event holds, not blank. */
  readonly carries: readonly string[]
  readonly formats?: readonly AttributeForm[]
  /** Events that, coming in time, excuse it. */
  readonly unless: readonly string[]
}

export const handOverWords: KindWords<HandOverSpec> = {
  label: { zh: '转接', en: 'Hand over' },
  failed: { zh: '未按要求转接', en: 'not handed over as asked' },
  about: ({ to }) => to,
  asks: ({ when, to, limit, carries }, name) => ({
    zh: `${name.target(when)} 之后${limit ? ` ${name.duration(limit)} 内` : ''}须 ${name.target(to)}${carries.length > 0 ? `，带上 ${name.list(carries)}` : ''}`,
    en: `${name.target(to)}${limit ? ` within ${name.duration(limit)}` : ''} after ${name.target(when)}${carries.length > 0 ? `, with ${name.list(carries)}` : ''}`,
  }),
}
