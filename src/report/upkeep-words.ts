import type { Lang } from '../diagnostic/diagnostic.ts'
import { formatDuration } from '../model/format-duration.ts'
import type { Duration, ProcessMap, Validity } from '../model/map.ts'
import { type FindingState, reviewDue } from '../model/upkeep.ts'

/** Days of validity in words; `–` where there is little room. */
export function validityWords({ from, until }: Validity, lang: Lang): string {
  if (lang === 'zh') return until === undefined ? `${from} 起` : `${from} 至 ${until}`
  return until === undefined ? `from ${from}` : `${from} to ${until}`
}

/** How often: `每 6 个月`, `every 6 months`. */
export function everyWords(every: Duration, lang: Lang): string {
  const zh = lang === 'zh'
  if (every.kind === 'months') {
    if (every.count === 1) return zh ? '每月' : 'every month'
    return zh ? `每 ${every.count} 个月` : `every ${every.count} months`
  }
  const length = every.kind === 'ms' ? formatDuration(every.ms, lang) : every.text
  return zh ? `每 ${length}` : `every ${length}`
}

/** The review of the map: how often, by whom, when last and when next. Nothing where the map has none. */
export function reviewWords(
  map: Pick<ProcessMap, 'review' | 'effective'>,
  asOf: string,
  lang: Lang,
): string | undefined {
  const { review } = map
  const due = reviewDue(map)
  if (!review || due === undefined) return undefined
  const every = everyWords(review.every, lang)
  if (lang === 'zh') {
    const last = review.last === undefined ? '尚未评审' : `上次 ${review.last}`
    return `${every}一次，由 ${review.owner} 负责，${last}，${dueWords(due, due < asOf, lang)}`
  }
  const last = review.last === undefined ? 'not reviewed yet' : `last on ${review.last}`
  return `${every} by ${review.owner}, ${last}, ${dueWords(due, due < asOf, lang)}`
}

/** `下次不迟于 2026-12-20`, or that the day is past. */
export function dueWords(due: string, overdue: boolean, lang: Lang): string {
  if (lang === 'zh') return overdue ? `已逾期（应不迟于 ${due}）` : `下次不迟于 ${due}`
  return overdue ? `overdue (it was due by ${due})` : `next by ${due}`
}

/** What became of a finding, as a word before it. */
export function stateWord(state: FindingState, lang: Lang): string {
  const words = {
    settled: { zh: '已处理', en: 'settled' },
    open: { zh: '未处理', en: 'open' },
    overdue: { zh: '逾期', en: 'overdue' },
  }
  return words[state][lang]
}

/** `3 条（已处理 2，逾期 1）`; states that no finding is in are left out. */
export function findingCounts(counts: Readonly<Record<FindingState, number>>, lang: Lang): string {
  const zh = lang === 'zh'
  const states = (['settled', 'open', 'overdue'] as const).filter((state) => counts[state] > 0)
  const total = states.reduce((sum, state) => sum + counts[state], 0)
  if (total === 0) return zh ? '无' : 'none'
  const parts = states.map((state) => `${stateWord(state, lang)} ${counts[state]}`)
  return zh ? `${total} 条（${parts.join('，')}）` : `${total} (${parts.join(', ')})`
}

/** The review as data. */
export function reviewAsJson(
  map: Pick<ProcessMap, 'review' | 'effective'>,
  asOf: string,
): { readonly review?: object } {
  const { review } = map
  const due = reviewDue(map)
  if (!review || due === undefined) return {}
  const last = review.last === undefined ? {} : { last: review.last }
  return { review: { every: review.every.text, owner: review.owner, ...last, due, overdue: due < asOf } }
}
