import type { KindWords } from '../rule-words.ts'
import type { Known, Target } from '../target.ts'

/** What is known is not asked for again. */
export interface NotAskedAgainSpec {
  readonly kind: 'not-asked-again'
  readonly known: Known
  readonly asks: Target
}

export const notAskedAgainWords: KindWords<NotAskedAgainSpec> = {
  label: { zh: '不重复询问', en: 'Not asked again' },
  failed: { zh: '重复询问', en: 'asked again' },
  about: ({ asks }) => asks,
  asks: ({ known, asks }, name) => ({
    zh: `已知 ${name.known(known)} 之后不得再 ${name.target(asks)}`,
    en: `no ${name.target(asks)} once ${name.known(known)} is known`,
  }),
}
