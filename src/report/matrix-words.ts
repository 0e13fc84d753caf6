import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { AXIS_WORDS } from '../model/axis-words.ts'
import type { AxisName, BusinessClass, ProcessMap } from '../model/map.ts'
import type { AxisCoverage } from '../model/matrix-coverage.ts'
import { textIn } from '../model/text.ts'

/** What coverage is told by: the axes, and the classes of businesses. */
export const COVERED_BY: Readonly<Record<AxisName | 'class', Message>> = {
  ...AXIS_WORDS,
  class: { zh: '业务类别', en: 'class' },
}

export const CLASS_WORDS: Readonly<Record<BusinessClass, Message>> = {
  acceptance: { zh: '受理', en: 'acceptance' },
  query: { zh: '查询', en: 'query' },
  verification: { zh: '核对', en: 'verification' },
  consultation: { zh: '咨询', en: 'consultation' },
  complaint: { zh: '投诉', en: 'complaint' },
}

/** The name of what some figures of coverage are about. */
export function nameCovered(map: Pick<ProcessMap, 'catalog'>, { axis, value }: AxisCoverage, lang: Lang): string {
  if (axis === 'class') return (CLASS_WORDS as Readonly<Record<string, Message>>)[value]?.[lang] ?? value
  return textIn(map.catalog.axes[axis].get(value)?.name, lang, value)
}

/** `100%`, `66.7%`, `–` where nothing is to be served. */
export function coverageText(coverage: number | null): string {
  if (coverage === null) return '–'
  return coverage === 1 ? '100%' : `${Math.min(99.9, Math.round(coverage * 1000) / 10).toFixed(1)}%`
}
