import type { Message } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { Agreement, RuleAgreement } from './agreement.ts'

/** Measures of a rule's quality that a threshold may be set for. */
export const QUALITY_MEASURES = ['agreement', 'kappa', 'precision', 'recall'] as const
export type QualityMeasure = (typeof QUALITY_MEASURES)[number]

/** The value of each measure of a rule; null without a denominator. */
export type Quality = Readonly<Record<QualityMeasure, number | null>>

/** A measure of a rule that is under its limit, or under what it was before. */
export interface QualityMiss {
  readonly rule: string
  readonly measure: QualityMeasure
  readonly value: number | null
  readonly limit: number
  readonly because: 'limit' | 'worse'
}

export function qualityOf({ agreement, kappa, precision, recall }: RuleAgreement): Quality {
  return {
    agreement: agreement.value,
    kappa: kappa?.kappa ?? null,
    precision: precision.value,
    recall: recall.value,
  }
}

/** Reads `precision=0.9,kappa=0.6`; undefined is no limit; a problem is told in words. */
export function parseQualityLimits(text: unknown): {
  readonly value?: ReadonlyMap<QualityMeasure, number>
  readonly problem?: Message
} {
  const limits = new Map<QualityMeasure, number>()
  if (typeof text !== 'string') return { value: limits }
  for (const part of text.split(',')) {
    const [name = '', number = ''] = part.split('=').map((piece) => piece.trim())
    const measure = QUALITY_MEASURES.find((each) => each === name)
    const limit = /^\d+(\.\d+)?$/.test(number) ? Number(number) : Number.NaN
    if (measure === undefined || !(limit >= 0 && limit <= 1)) {
      const near = measure === undefined ? nearestName(name, QUALITY_MEASURES) : undefined
      return {
        problem: {
          zh: `\`${part.trim()}\` 无法理解；应为 ${QUALITY_MEASURES.join('、')} 之一 = 0 到 1${near === undefined ? '' : `；是否想写 \`${near}\``}`,
          en: `\`${part.trim()}\` cannot be read; expected one of ${QUALITY_MEASURES.join(', ')} = 0 to 1${near === undefined ? '' : `; did you mean \`${near}\``}`,
        },
      }
    }
    limits.set(measure, limit)
  }
  return { value: limits }
}

/**
 * Rules under a limit, and rules that have become worse than `before` by more than `tolerance`. Rules with fewer than
 * `least` items are not held to anything: chance would decide. A measure without a denominator misses no limit.
 */
export function judgeAgreement(
  { rules }: Agreement,
  {
    limits,
    before,
    tolerance,
    least,
  }: {
    readonly limits: ReadonlyMap<QualityMeasure, number>
    readonly before?: ReadonlyMap<string, Quality>
    readonly tolerance: number
    readonly least: number
  },
): readonly QualityMiss[] {
  return rules
    .filter(({ items }) => items >= least)
    .flatMap((agreement) => {
      const quality = qualityOf(agreement)
      const earlier = before?.get(agreement.rule)
      return QUALITY_MEASURES.flatMap((measure): QualityMiss[] => {
        const value = quality[measure]
        const limit = limits.get(measure)
        const was = earlier?.[measure] ?? null
        const about = { rule: agreement.rule, measure, value }
        if (value === null) return []
        if (limit !== undefined && value < limit) return [{ ...about, limit, because: 'limit' }]
        return was !== null && value < was - tolerance ? [{ ...about, limit: was, because: 'worse' }] : []
      })
    })
}
