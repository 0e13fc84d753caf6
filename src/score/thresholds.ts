import type { Message, Place } from '../diagnostic/diagnostic.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { Scorecard, ThresholdSet } from '../model/scorecard.ts'
import { type Figures, rate, SMALL_SAMPLE } from './figures.ts'

type Measure = keyof ThresholdSet
const MEASURES: readonly Measure[] = ['adherence', 'compliance', 'score']

/** Least values asked for on the command line. */
export interface FailUnder {
  readonly overall: ThresholdSet
  readonly touchpoint: ThresholdSet
  /** Least pass rates, by rule id. */
  readonly rules?: ReadonlyMap<string, number>
}

/** The outcomes of one rule over all touchpoints. */
export interface RuleOutcomes {
  readonly rule: { readonly id: string }
  readonly outcomes: { readonly pass: number; readonly fail: number }
}

/** One threshold and what it was held against. A value of null is missed (contracts.md). */
export interface ThresholdResult {
  readonly name: Measure | 'rule' | 'rejects'
  /** `overall`, a touchpoint's code, a rule's id, or `log`. */
  readonly scope: string
  /** The least value allowed; for `rejects` the most. */
  readonly limit: number
  readonly value: number | null
  readonly ok: boolean
  readonly from: 'scorecard' | 'option'
  readonly place?: Place
}

/**
 * Holds figures against thresholds: the scorecard's overall, for each touchpoint of at least 30 interactions and for
 * touchpoints by code (however few), the pass rates of rules, and the same from the command line. All are taken over all
 * versions.
 */
export function judgeThresholds(
  overall: Figures,
  touchpoints: readonly { readonly code: string; readonly figures: Figures }[],
  card: Scorecard | undefined,
  asked: FailUnder,
  outcomes: readonly RuleOutcomes[] = [],
): ThresholdResult[] {
  const rules = (limits: ReadonlyMap<string, number> | undefined, place?: Place): ThresholdResult[] =>
    [...(limits ?? [])]
      .sort(([a], [b]) => compareText(a, b))
      .map(([id, limit]) => {
        const found = outcomes.find(({ rule }) => rule.id === id)?.outcomes
        const value = found === undefined ? null : rate(found.pass, found.pass + found.fail)
        const from = place ? ('scorecard' as const) : ('option' as const)
        const ok = value !== null && value >= limit
        return { name: 'rule', scope: id, limit, value, ok, from, ...(place ? { place } : {}) }
      })
  const large = touchpoints.filter(({ figures }) => figures.interactions >= SMALL_SAMPLE)
  const judge = (set: ThresholdSet, scope: string, figures: Figures | undefined, place?: Place): ThresholdResult[] =>
    MEASURES.flatMap((name) => {
      const limit = set[name]
      if (limit === undefined) return []
      const value = figures ? valueOf(figures, name) : null
      const from = place ? ('scorecard' as const) : ('option' as const)
      return [{ name, scope, limit, value, ok: value !== null && value >= limit, from, ...(place ? { place } : {}) }]
    })
  const each = (set: ThresholdSet, place?: Place) =>
    large.flatMap(({ code, figures }) => judge(set, code, figures, place))
  const scorecard = card
    ? [
        ...judge(card.thresholds.overall, 'overall', overall, card.place),
        ...each(card.thresholds.touchpoint, card.place),
        ...[...card.thresholds.per]
          .sort(([a], [b]) => compareText(a, b))
          .flatMap(([code, set]) =>
            judge(set, code, touchpoints.find((touchpoint) => touchpoint.code === code)?.figures, card.place),
          ),
        ...rules(card.thresholds.rules, card.place),
      ]
    : []
  return [...scorecard, ...judge(asked.overall, 'overall', overall), ...each(asked.touchpoint), ...rules(asked.rules)]
}

function valueOf(figures: Figures, name: Measure): number | null {
  return name === 'compliance' ? figures.compliance.rate : figures[name].mean
}

/** Reads `compliance=0.95,adherence=0.9,score=80,touchpoint.compliance=0.9,rule:flow/step/kind=0.95`; a problem is told in words. */
export function parseFailUnder(text: string): { readonly value?: FailUnder; readonly problem?: Message } {
  const overall: Partial<Record<Measure, number>> = {}
  const touchpoint: Partial<Record<Measure, number>> = {}
  const rules = new Map<string, number>()
  for (const part of text.split(',')) {
    const [key = '', number = '', ...rest] = part.split('=').map((piece) => piece.trim())
    const scope = key.startsWith('touchpoint.') ? touchpoint : overall
    const name = MEASURES.find((measure) => measure === key.replace(/^touchpoint\./, ''))
    const rule = /^rule:(.+)$/.exec(key)?.[1]
    if ((!name && rule === undefined) || rest.length > 0) {
      return {
        problem: {
          zh: `\`--fail-under\` 中的 \`${part.trim()}\` 无法理解；应为 compliance、adherence、score（或 touchpoint.compliance、rule:规则标识 等）= 数值`,
          en: `\`${part.trim()}\` in \`--fail-under\` cannot be read; expected compliance, adherence or score (or touchpoint.compliance …, or rule: with a rule's id) = number`,
        },
      }
    }
    const limit = /^\d+(\.\d+)?$/.test(number) ? Number(number) : Number.NaN
    const most = name === 'score' ? 100 : 1
    if (!(limit >= 0 && limit <= most)) {
      return {
        problem: {
          zh: `\`--fail-under\` 中 \`${key}\` 应在 0 到 ${most} 之间，得到的是 \`${number}\``,
          en: `\`${key}\` in \`--fail-under\` must lie between 0 and ${most}, got \`${number}\``,
        },
      }
    }
    if (rule !== undefined) rules.set(rule, limit)
    else if (name) scope[name] = limit
  }
  return { value: { overall, touchpoint, ...(rules.size === 0 ? {} : { rules }) } }
}
