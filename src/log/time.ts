import type { Zone } from './zone.ts'

/** Why a text is no moment: it is no time at all, or it is a local time and no time zone is known. */
export type TimeProblem = 'unreadable' | 'no-zone'

/**
 * Reads the times of one log. Understood without being told: RFC 3339 and its usual variants, `2026/7/1 9:05[:07[.123]]`,
 * `2026年7月1日 9时5分`, `20260701090507`, 上午/下午 and AM/PM, epoch seconds (9–10 digits) and milliseconds (12–13 digits).
 * A date alone is its first moment. `7/1/2026` is not guessed at: such logs state `time-formats`.
 */
export interface TimeReader {
  /** Milliseconds since the epoch, or NaN with `problem` set. */
  read(text: string): number
  /**
   * The same of ASCII in the commonest layouts, `yyyy-MM-dd HH:mm[:ss[.fff]]` with `T` or `/` and an offset or `Z`;
   * NaN, and nothing said, of everything else.
   */
  readBytes(bytes: Uint8Array, from: number, to: number): number
  problem: TimeProblem | undefined
  /** Whether the last local time occurs twice or never, because clocks were changed. */
  unsure: 'fold' | 'gap' | undefined
}

/** A pattern of `time-formats`, compiled. */
export interface TimeFormat {
  readonly pattern: string
  read(text: string): Parts | 'epoch' | undefined
  epoch?: number
}

/** Wall-clock milliseconds (as if UTC) and the offset in minutes when the text states one. */
interface Parts {
  readonly local: number
  readonly offset: number | undefined
}

export function createTimeReader(zone: Zone | undefined, formats: readonly TimeFormat[] = []): TimeReader {
  let lastText: string | undefined
  let lastMs = Number.NaN
  const reader: TimeReader = {
    problem: undefined,
    unsure: undefined,
    read(text) {
      reader.unsure = undefined
      if (text === lastText) return lastMs
      const ms = readAny(text)
      if (Number.isNaN(ms)) return ms
      reader.problem = undefined
      if (reader.unsure === undefined) {
        lastText = text
        lastMs = ms
      }
      return ms
    },
    readBytes(bytes, from, to) {
      if (formats.length > 0) return Number.NaN
      const local = plain.read(bytes, from, to)
      if (Number.isNaN(local)) return local
      if (!Number.isNaN(plain.offset)) {
        reader.unsure = undefined
        return local - plain.offset * 60_000
      }
      if (!zone) return Number.NaN
      const ms = zone.toUtc(local)
      reader.unsure = zone.unsure
      return ms
    },
  }
  const plain = new PlainTimes()
  const readAny = (text: string): number => {
    if (formats.length > 0) {
      for (const format of formats) {
        const parts = format.read(text)
        if (parts !== undefined) return parts === 'epoch' ? (format.epoch ?? Number.NaN) : place(parts)
      }
      reader.problem = 'unreadable'
      return Number.NaN
    }
    const parts = readUsual(text)
    if (parts === undefined) {
      reader.problem = 'unreadable'
      return Number.NaN
    }
    return typeof parts === 'number' ? parts : place(parts)
  }
  const place = (parts: Parts): number => {
    if (parts.offset !== undefined) return parts.local - parts.offset * 60_000
    if (!zone) {
      reader.problem = 'no-zone'
      return Number.NaN
    }
    const ms = zone.toUtc(parts.local)
    reader.unsure = zone.unsure
    return ms
  }
  return reader
}

const USUAL =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:(?:[T\s,]\s*|(?<=日))(上午|下午|中午|凌晨|早上|晚上|[AP]M)?\s*(\d{1,2})\s*[::时点]\s*(\d{1,2})分?(?:[::]?(\d{1,2})(?:[.,](\d{1,9}))?秒?)?\s*([AP]M)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?(?:\[[^\]]*\])?$/iu
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?(?:[.,]?(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/iu
const EPOCH = /^(-?\d{9,10}|-?\d{12,13})(?:\.(\d{1,9}))?$/

function readUsual(text: string): Parts | number | undefined {
  const fast = readPlain(text)
  if (fast !== undefined) return fast
  if (text.length > 60) return undefined
  const plain = text.normalize('NFKC').trim()
  const epoch = EPOCH.exec(plain)
  if (epoch) return readEpoch(epoch[1] ?? '', epoch[2] ?? '')
  const usual = USUAL.exec(plain)
  if (usual) {
    const [, year, month, day, before, hour, minute, second, fraction, after, offset] = usual
    return assemble(year, month, day, hour, minute, second, fraction, (before ?? after)?.toUpperCase(), offset)
  }
  const compact = COMPACT.exec(plain)
  if (compact) {
    const [, year, month, day, hour, minute, second, fraction, offset] = compact
    return assemble(year, month, day, hour, minute, second, fraction, undefined, offset)
  }
  return undefined
}

function readEpoch(digits: string, fraction: string): number {
  const milliseconds = digits.replace('-', '').length >= 12
  const whole = Number(digits) * (milliseconds ? 1 : 1000)
  if (milliseconds || fraction === '') return whole
  const part = Math.trunc(Number(`${fraction}000`.slice(0, 3)))
  return digits.startsWith('-') ? whole - part : whole + part
}

function assemble(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
  offset: string | undefined,
): Parts | undefined {
  let hours = Number(hour ?? 0)
  if (half !== undefined) {
    if (hours > 12 || (hours === 0 && !/[上凌早]/u.test(half))) {
      // 下午 15:20 is written, and means what it says.
      if (hours > 23 || !/[下晚中]/u.test(half)) return undefined
    } else if (/^(PM|下午|晚上)$/u.test(half)) hours = hours === 12 ? 12 : hours + 12
    else if (/^(AM|凌晨)$/u.test(half)) hours = hours === 12 ? 0 : hours
    else if (half === '中午' && hours < 11) hours += 12
  }
  const ms = fraction === undefined ? 0 : Number(`${fraction}000`.slice(0, 3))
  const local = toLocal(Number(year), Number(month), Number(day), hours, Number(minute ?? 0), Number(second ?? 0), ms)
  if (local === undefined) return undefined
  const shift = offset === undefined ? undefined : readOffset(offset)
  if (offset !== undefined && shift === undefined) return undefined
  return { local, offset: shift }
}

function readOffset(text: string): number | undefined {
  if (/^(z|utc|gmt)$/i.test(text)) return 0
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text)
  if (!found) return undefined
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  return minutes > 18 * 60 ? undefined : found[1] === '-' ? -minutes : minutes
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The wall-clock time as if it were UTC; undefined when there is no such date or hour. 24:00 and a leap second are the next moment. */
function toLocal(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > (MONTH_DAYS[month - 1] ?? 0)) return undefined
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return undefined
  if (minute > 59 || second > 60 || hour > 24 || (hour === 24 && (minute > 0 || second > 0 || ms > 0))) return undefined
  if (year < 100) return undefined
  return Date.UTC(year, month - 1, day, hour, minute, second, ms)
}

/** The commonest shape, `yyyy[-/]M[-/]d[T ]H:mm[:ss[.fff]][Z|±hh[:mm]]`, read without a regular expression. */
function readPlain(text: string): Parts | undefined {
  const n = text.length
  if (n < 12 || n > 35) return undefined
  const year = digits(text, 0, 4)
  if (year < 0) return undefined
  const separator = text.charCodeAt(4)
  if (separator !== 45 && separator !== 47) return undefined
  let i = 5
  let month = digit(text, i++)
  if (month < 0) return undefined
  if (digit(text, i) >= 0) month = month * 10 + digit(text, i++)
  if (text.charCodeAt(i++) !== separator) return undefined
  let day = digit(text, i++)
  if (day < 0) return undefined
  if (digit(text, i) >= 0) day = day * 10 + digit(text, i++)
  const between = text.charCodeAt(i++)
  if (between !== 32 && between !== 84) return undefined
  let hour = digit(text, i++)
  if (hour < 0) return undefined
  if (digit(text, i) >= 0) hour = hour * 10 + digit(text, i++)
  if (text.charCodeAt(i++) !== 58) return undefined
  const minute = digits(text, i, 2)
  if (minute < 0) return undefined
  i += 2
  let second = 0
  let ms = 0
  if (text.charCodeAt(i) === 58) {
    second = digits(text, i + 1, 2)
    if (second < 0) return undefined
    i += 3
    if (text.charCodeAt(i) === 46) {
      i++
      let scale = 100
      const first = i
      for (let d = digit(text, i); d >= 0; d = digit(text, ++i)) {
        ms += d * scale
        scale = scale > 1 ? scale / 10 : 0
      }
      if (i === first) return undefined
    }
  }
  let offset: number | undefined
  if (i < n) {
    const sign = text.charCodeAt(i)
    if (sign === 90 && i + 1 === n) offset = 0
    else if (sign === 43 || sign === 45) {
      offset = readOffset(text.slice(i))
      if (offset === undefined) return undefined
    } else return undefined
  }
  const local = toLocal(year, month, day, hour, minute, second, ms)
  return local === undefined ? undefined : { local, offset }
}

/** Wall-clock times in fixed layouts, from bytes. Days come again and again: the last one is kept. */
class PlainTimes {
  /** Minutes ahead of UTC that the last text stated; NaN when it stated none. */
  offset: number = Number.NaN
  #days = -1
  #midnight = 0

  /** The wall-clock time as if it were UTC; NaN when the layout is another. */
  read(bytes: Uint8Array, from: number, to: number): number {
    if (to - from < 16) return Number.NaN
    const separator = bytes[from + 4]
    if ((separator !== 45 && separator !== 47) || bytes[from + 7] !== separator) return Number.NaN
    const between = bytes[from + 10]
    if ((between !== 32 && between !== 84) || bytes[from + 13] !== 58) return Number.NaN
    const century = pair(bytes, from)
    const year = century * 100 + pair(bytes, from + 2)
    const month = pair(bytes, from + 5)
    const day = pair(bytes, from + 8)
    const hour = pair(bytes, from + 11)
    const minute = pair(bytes, from + 14)
    // A sum of pairs with one that is none is no number.
    if (!(year >= 100 && hour < 24 && minute < 60)) return Number.NaN
    const days = (year * 16 + month) * 32 + day
    if (days !== this.#days) {
      const midnight = toLocal(year, month, day, 0, 0, 0, 0)
      if (!(month + day > 0) || midnight === undefined) return Number.NaN
      this.#days = days
      this.#midnight = midnight
    }
    let at = from + 16
    let seconds = 0
    let ms = 0
    if (at < to && bytes[at] === 58) {
      seconds = pair(bytes, at + 1)
      if (at + 3 > to || !(seconds < 60)) return Number.NaN
      at += 3
      if (at < to && bytes[at] === 46) {
        const first = ++at
        for (let scale = 100; at < to; at++, scale = scale > 1 ? scale / 10 : 0) {
          const digit = (bytes[at] ?? 0) - 48
          if (digit < 0 || digit > 9) break
          ms += digit * scale
        }
        if (at === first) return Number.NaN
      }
    }
    this.offset = Number.NaN
    if (at < to) {
      const sign = bytes[at]
      if (sign === 90 && at + 1 === to) this.offset = 0
      else if ((sign === 43 || sign === 45) && at + 6 === to && bytes[at + 3] === 58) {
        const minutes = pair(bytes, at + 1) * 60 + pair(bytes, at + 4)
        if (!(minutes <= 18 * 60)) return Number.NaN
        this.offset = sign === 45 ? -minutes : minutes
      } else return Number.NaN
    }
    return this.#midnight + ((hour * 60 + minute) * 60 + seconds) * 1000 + ms
  }
}

/** Two digits; NaN when they are none. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 48
  const ones = (bytes[at + 1] ?? 0) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - 48
  return code >= 0 && code <= 9 ? code : -1
}

function digits(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const d = digit(text, i)
    if (d < 0) return -1
    value = value * 10 + d
  }
  return value
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
      const year = part['year']?.length === 2 ? `20${part['year']}` : part['year']
      return assemble(
        year,
        part['month'],
        part['day'],
        part['hour'],
        part['minute'],
        part['second'],
        part['fraction'],
        part['half']?.toUpperCase(),
        part['offset'],
      )
    },
  }
}
