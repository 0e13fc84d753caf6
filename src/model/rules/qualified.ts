import type { Id } from '../map.ts'
import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** `on` is done by somebody qualified for it. */
export interface QualifiedSpec {
  readonly kind: 'qualified'
  readonly on: Target
  readonly qualification: Id
}

export const qualifiedWords: KindWords<QualifiedSpec> = {
  label: { zh: '资质', en: 'Qualified' },
  failed: { zh: '没有资质', en: 'not qualified' },
  about: ({ on }) => on,
  asks: ({ on, qualification }, name) => ({
    zh: `${name.target(on)} 须由有 ${qualification} 资质的人办理`,
    en: `${name.target(on)} by somebody with ${qualification}`,
  }),
}
