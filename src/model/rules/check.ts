import type { Cel } from '../map.ts'
import type { KindWords } from '../rule-words.ts'

/** A CEL condition over the interaction holds. */
export interface CheckSpec {
  readonly kind: 'check'
  readonly check: Cel
}

export const checkWords: KindWords<CheckSpec> = {
  label: { zh: '核对', en: 'Check' },
  failed: { zh: '核对不符', en: 'check fails' },
  about: () => undefined,
  asks: ({ check }) => ({ zh: check.source, en: check.source }),
}
