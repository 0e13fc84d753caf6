import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'
import type { AttributeForm } from './records.ts'

/** The hand-over `on` takes each attribute along. */
export interface CarriesSpec {
  readonly kind: 'carries'
  readonly on: Target
  readonly attributes: readonly string[]
  /** Forms that win over those of the catalogue. */
  readonly formats?: readonly AttributeForm[]
}

export const carriesWords: KindWords<CarriesSpec> = {
  label: { zh: '随附', en: 'Pass on' },
  failed: { zh: '未附带', en: 'not carried' },
  about: ({ on }) => on,
  asks: ({ on, attributes }, name) => ({
    zh: `${name.target(on)} 须附带 ${name.list(attributes)}`,
    en: `${name.target(on)} carries ${name.list(attributes)}`,
  }),
}
