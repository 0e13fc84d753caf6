import { dateOf } from './time-parts.ts'

/**
 * A time in the commonest form of XES, `yyyy-MM-ddTHH:mm:ss[.f…](Z|±hh:mm)`, straight from its bytes: milliseconds since
 * the epoch, NaN for anything else, valid or not.
 */
export function readPlainTime(b: Uint8Array, from: number, to: number): number {
  if (to - from < 20 || b[from + 4] !== 45 || b[from + 7] !== 45 || b[from + 10] !== 84) return Number.NaN
  if (b[from + 13] !== 58 || b[from + 16] !== 58) return Number.NaN
  const year = two(b, from) * 100 + two(b, from + 2)
  const month = two(b, from + 5)
  const day = two(b, from + 8)
  const hour = two(b, from + 11)
  const minute = two(b, from + 14)
  const second = two(b, from + 17)
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month))) return Number.NaN
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN
  let i = from + 19
  let fraction = 0
  if (b[i] === 46) {
    let scale = 100
    const first = ++i
    for (let d = (b[i] as number) - 48; i < to && d >= 0 && d <= 9; d = (b[++i] as number) - 48) {
      fraction += d * scale
      scale = scale > 1 ? scale / 10 : 0
    }
    if (i === first) return Number.NaN
  }
  let offset = 0
  const sign = b[i] as number
  if (sign === 90) {
    if (i + 1 !== to) return Number.NaN
  } else {
    if ((sign !== 43 && sign !== 45) || i + 6 !== to || b[i + 3] !== 58) return Number.NaN
    const hours = two(b, i + 1)
    const minutes = two(b, i + 4)
    if (!(hours <= 17 && minutes <= 59)) return Number.NaN
    offset = (sign === 45 ? -1 : 1) * (hours * 60 + minutes)
  }
  return ((daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offset) * 60_000 + second * 1000 + fraction
}

/** Wall-clock times in fixed layouts, from bytes. Days come again and again: the last one is kept. */
export class PlainTimes {
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
    const century = two(bytes, from)
    const year = century * 100 + two(bytes, from + 2)
    const month = two(bytes, from + 5)
    const day = two(bytes, from + 8)
    const hour = two(bytes, from + 11)
    const minute = two(bytes, from + 14)
    // A sum of pairs with one that is none is no number.
    if (!(year >= 100 && hour < 24 && minute < 60)) return Number.NaN
    const days = (year * 16 + month) * 32 + day
    if (days !== this.#days) {
      const midnight = dateOf(year, month, day)
      if (!(month + day > 0) || midnight === undefined) return Number.NaN
      this.#days = days
      this.#midnight = midnight
    }
    let at = from + 16
    let seconds = 0
    let ms = 0
    if (at < to && bytes[at] === 58) {
      seconds = two(bytes, at + 1)
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
        const ofHour = two(bytes, at + 4)
        const minutes = two(bytes, at + 1) * 60 + ofHour
        if (!(minutes <= 18 * 60 && ofHour < 60)) return Number.NaN
        this.offset = sign === 45 ? -minutes : minutes
      } else return Number.NaN
    }
    return this.#midnight + ((hour * 60 + minute) * 60 + seconds) * 1000 + ms
  }
}

/** Two digits as a number, NaN where they are none. */
function two(b: Uint8Array, at: number): number {
  const tens = (b[at] as number) - 48
  const ones = (b[at + 1] as number) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function monthDays(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days of the Gregorian calendar since 1970-01-01, the year taken to begin in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}
