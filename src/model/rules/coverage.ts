import type { Id } from '../map.ts'
import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** Who comes in a channel's hours is served, within the channel's response standard. */
export interface CoverageSpec {
  readonly kind: 'coverage'
  readonly arrives: Target
  readonly served: Target
  /** Channels meant; absent: all. */
  readonly channels?: readonly Id[]
  /** The hours; absent: those that the channel states. */
  readonly calendar?: Id
  /** Least share of the channels, and of the hours in which somebody came, that have served somebody. */
  readonly least: number
}

export const coverageWords: KindWords<CoverageSpec> = {
  label: { zh: '服务覆盖', en: 'Coverage' },
  failed: { zh: '服务时间内未服务', en: 'not served in service hours' },
  about: ({ served }) => served,
  asks: ({ arrives, served }, name) => ({
    zh: `服务时间内的 ${name.target(arrives)} 须有 ${name.target(served)}`,
    en: `${name.target(arrives)} in service hours is followed by ${name.target(served)}`,
  }),
}
