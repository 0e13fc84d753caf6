import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import type { WhatIf } from '../score/what-if.ts'
import { count } from './score-format.ts'

type Measure = 'changed' | 'newlyFailing'

/** A most that was asked for, in interactions or as a share of them, and what it was held against. */
export interface WhatIfLimit {
  readonly name: Measure
  readonly limit: number
  readonly unit: 'interactions' | 'share'
  readonly value: number | null
  readonly ok: boolean
}

/** Reads `5%`, `2.5%` or `20`; undefined where it is neither. */
export function readMost(text: string): Pick<WhatIfLimit, 'limit' | 'unit'> | undefined {
  if (/^\d{1,15}$/.test(text)) return { limit: Number(text), unit: 'interactions' }
  const share = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(text)?.[1]
  return share === undefined || Number(share) > 100 ? undefined : { limit: Number(share) / 100, unit: 'share' }
}

/** Holds what changed against the limits. A share of no interactions is no figure, and its limit is missed. */
export function judgeWhatIf(
  whatIf: Pick<WhatIf, 'interactions' | Measure>,
  asked: readonly (Pick<WhatIfLimit, 'limit' | 'unit'> & { readonly name: Measure })[],
): WhatIfLimit[] {
  const { interactions } = whatIf
  return asked.map(({ name, limit, unit }) => {
    const found = whatIf[name]
    const value = unit === 'interactions' ? found : interactions === 0 ? null : found / interactions
    // Compared as whole numbers, so that 5% of 20 is exactly 1.
    const ok =
      unit === 'interactions'
        ? found <= limit
        : interactions > 0 && found * 1e8 <= Math.round(limit * 1e8) * interactions
    return { name, limit, unit, value, ok }
  })
}

const MEASURES: Readonly<Record<Measure, Message>> = {
  changed: { zh: '结论改变', en: 'verdicts that change' },
  newlyFailing: { zh: '新增不合规', en: 'newly not compliant' },
}

export function limitWords({ name, limit, unit, value }: WhatIfLimit, lang: Lang): string {
  const figure = (of: number | null) => (of === null ? '–' : unit === 'share' ? shareWords(of) : count(of))
  const words = MEASURES[name][lang]
  return lang === 'zh'
    ? `${words} ${figure(value)}，上限 ${figure(limit)}`
    : `${words}: ${figure(value)}, at most ${figure(limit)}`
}

/** A share with two decimals at most. */
function shareWords(value: number): string {
  return `${Math.round(value * 1e4) / 1e2}%`
}
