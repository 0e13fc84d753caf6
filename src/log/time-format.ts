import { assembleTime, dateOf, type TimeParts } from './time-parts.ts'

/** A pattern of `time-formats`, compiled. */
export interface TimeFormat {
  readonly pattern: string
  read(text: string): TimeParts | 'epoch' | undefined
  epoch?: number
}

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<year>\\d{2})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
  SSS: '(?<fraction>\\d{1,9})',
  a: '(?<half>[AaPp][Mm]|上午|下午)',
  XXX: '(?<offset>Z|[+-]\\d{2}:?\\d{2})',
}

/** Compiles a pattern of `time-formats`: `yyyy yy MM M dd d HH H hh h mm m ss s SSS a XXX`, 'quoted' text, or `epoch-s`, `epoch-ms`. */
export function compileTimeFormat(pattern: string): TimeFormat | undefined {
  if (pattern === 'epoch-s' || pattern === 'epoch-ms') {
    const scale = pattern === 'epoch-s' ? 1000 : 1
    const format: TimeFormat = {
      pattern,
      read(text) {
        if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(text)) return undefined
        format.epoch = Math.round(Number(text) * scale)
        return 'epoch'
      },
    }
    return format
  }
  let source = ''
  const seen = new Set<string>()
  for (const [token, quoted] of pattern.matchAll(/'([^']*)'|yyyy|yy|MM?|dd?|HH?|hh?|mm?|ss?|S+|a|X+|[^]/g)) {
    const key = /^S+$/.test(token) ? 'SSS' : /^X+$/.test(token) ? 'XXX' : token
    const group = TOKENS[key]
    if (group === undefined) {
      if (quoted === undefined && /^[A-Za-z]$/.test(token) && token !== 'T') return undefined
      source += (quoted ?? token).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      continue
    }
    const name = /<(\w+)>/.exec(group)?.[1] ?? ''
    if (seen.has(name)) return undefined
    seen.add(name)
    source += group
  }
  if (!['year', 'month', 'day'].every((name) => seen.has(name))) return undefined
  const expression = new RegExp(`^${source}$`, 'u')
  return {
    pattern,
    read(text) {
      if (text.length > 80) return undefined
      const part = expression.exec(text.trim())?.groups
      if (!part) return undefined
      const { year = '', month, day, hour, minute, second, fraction, half, offset } = part
      const midnight = dateOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day))
      return assembleTime(midnight, { hour, minute, second, fraction, half: half?.toUpperCase(), offset })
    },
  }
}
