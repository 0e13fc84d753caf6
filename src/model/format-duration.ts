import type { Lang } from '../diagnostic/diagnostic.ts'

const UNITS = [
  { ms: 86_400_000, zh: '天', en: 'd' },
  { ms: 3_600_000, zh: '小时', en: 'h' },
  { ms: 60_000, zh: '分', en: 'min' },
] as const

/**
 * A length of time for people, exact to the millisecond: `42 秒`, `1 min 30 s`, `2 小时 5 分`, `0.4 s`. Units that are
 * zero are left out; nothing is rounded, so that “30.04 s, limit 30 s” never reads as equal. `ms` is a whole number.
 */
export function formatDuration(ms: number, lang: Lang): string {
  const parts: string[] = []
  let rest = Math.abs(Math.round(ms))
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.ms)
    rest -= count * unit.ms
    if (count > 0) parts.push(`${count} ${unit[lang]}`)
  }
  if (rest > 0 || parts.length === 0) parts.push(`${rest / 1000} ${lang === 'zh' ? '秒' : 's'}`)
  return `${ms < 0 ? '-' : ''}${parts.join(' ')}`
}
