import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** The form an attribute must have: a regular expression over the whole value. */
export interface AttributeForm {
  readonly attribute: string
  readonly pattern: string
}

/** The events of `on` together hold each attribute. */
export interface RecordsSpec {
  readonly kind: 'records'
  readonly on: Target
  readonly attributes: readonly string[]
  /** Forms that win over those of the catalogue. */
  readonly formats?: readonly AttributeForm[]
}

export const recordsWords: KindWords<RecordsSpec> = {
  label: { zh: '记录', en: 'Record' },
  failed: { zh: '漏记', en: 'not recorded' },
  about: ({ on }) => on,
  asks: ({ on, attributes }, name) => ({
    zh: `${name.target(on)} 须记录 ${name.list(attributes)}`,
    en: `${name.target(on)} records ${name.list(attributes)}`,
  }),
}
