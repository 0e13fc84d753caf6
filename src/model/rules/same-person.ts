import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** All of these are done by one person. */
export interface SamePersonSpec {
  readonly kind: 'same-person'
  readonly of: readonly Target[]
}

export const samePersonWords: KindWords<SamePersonSpec> = {
  label: { zh: '一人到底', en: 'One person' },
  failed: { zh: '换了人', en: 'another person' },
  about: ({ of }) => of.at(-1),
  asks: ({ of }, name) => ({
    zh: `${name.list(of.map((each) => name.target(each)))} 须由同一人办理`,
    en: `${name.list(of.map((each) => name.target(each)))} by one person`,
  }),
}
