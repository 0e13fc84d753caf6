import type { RoleRef } from '../flow.ts'
import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** `on` is done by one of the roles. */
export interface BySpec {
  readonly kind: 'by'
  readonly on: Target
  readonly roles: readonly RoleRef[]
}

export const byWords: KindWords<BySpec> = {
  label: { zh: '由', en: 'By' },
  failed: { zh: '角色不符', en: 'wrong role' },
  about: ({ on }) => on,
  asks: ({ on, roles }, name) => ({
    zh: `${name.target(on)} 须由 ${name.roles(roles)} 办理`,
    en: `${name.target(on)} by ${name.roles(roles)}`,
  }),
}
