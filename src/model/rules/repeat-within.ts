import type { KindWords } from '../rule-words.ts'

/** An interaction is not followed by another of the same customer and business within some days. */
export interface RepeatWithinSpec {
  readonly kind: 'repeat-within'
  /** Milliseconds from the end of one to the begin of the next, inclusive. */
  readonly limit: number
  /** Attributes, axes or levels of units that must be the same. */
  readonly same: readonly string[]
  /** The share of interactions that may be followed by another. */
  readonly atMost: number
}

export const repeatWithinWords: KindWords<RepeatWithinSpec> = {
  label: { zh: '重复来电', en: 'Repeats' },
  failed: { zh: '重复来电', en: 'came again' },
  about: () => undefined,
  asks: ({ limit, same, atMost }, name) => {
    const within = name.duration({ kind: 'ms', ms: limit, text: '' })
    const most = `${Math.round(atMost * 1e6) / 1e4}%`
    return {
      zh: `${name.list(same)} 相同的联系在 ${within} 内再来的至多占 ${most}`,
      en: `at most ${most} come again within ${within} with the same ${name.list(same)}`,
    }
  },
}
