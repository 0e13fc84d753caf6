import { readIsoTime } from './iso-time.ts'
import { assembleTime, clockTime, dateOf, readOffset, type TimeParts } from './time-parts.ts'

const USUAL =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:(?:[T\s,]\s*|(?<=日))(上午|下午|中午|凌晨|早上|晚上|[AP]M)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})(?:(?:分|:)(\d{1,2})(?:[.,](\d+))?秒?|分)?\s*([AP]M)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?(?:\[[^\]]*\])?$/iu
/** Fourteen digits and a fraction, with nothing in between: no ISO form, but a common one. */
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:\s?(\d{2})(\d{2})(\d{2})?(?:[.,]?(\d+))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/iu
const EPOCH = /^(-?\d{9,10}|-?\d{12,13})(?:\.(\d{1,9}))?$/
const MAX_LENGTH = 60

/** A time in one of the forms that are understood without being told; milliseconds when it is a number since the epoch. */
export function readUsualTime(text: string): TimeParts | number | undefined {
  const fast = readPlain(text)
  if (fast !== undefined) return fast
  if (text.length > MAX_LENGTH) return undefined
  // ISO 8601 has the minus sign U+2212 where it can be written.
  const plain = text.normalize('NFKC').replaceAll('\u2212', '-').trim()
  const epoch = EPOCH.exec(plain)
  if (epoch) return readEpoch(epoch[1] ?? '', epoch[2] ?? '')
  const iso = readIsoTime(plain)
  if (iso) return iso
  const usual = USUAL.exec(plain)
  if (usual) {
    const [, year, month, day, before, hour, minute, second, fraction, after, offset] = usual
    const half = (before ?? after)?.toUpperCase()
    const midnight = dateOf(Number(year), Number(month), Number(day))
    return assembleTime(midnight, { hour, minute, second, fraction, half, offset })
  }
  const found = DIGITS.exec(plain)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second, fraction, offset] = found
  return assembleTime(dateOf(Number(year), Number(month), Number(day)), { hour, minute, second, fraction, offset })
}

function readEpoch(digits: string, fraction: string): number {
  const milliseconds = digits.replace('-', '').length >= 12
  const whole = Number(digits) * (milliseconds ? 1 : 1000)
  if (milliseconds || fraction === '') return whole
  const part = Math.trunc(Number(`${fraction}000`.slice(0, 3)))
  return digits.startsWith('-') ? whole - part : whole + part
}

/** The commonest shape, `yyyy[-/]M[-/]d[T ]H:mm[:ss[.fff]][Z|±hh[:mm]]`, read without a regular expression. */
function readPlain(text: string): TimeParts | undefined {
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
  const midnight = dateOf(year, month, day)
  const ofDay = clockTime(hour, minute, second, ms)
  return midnight === undefined || ofDay === undefined
    ? undefined
    : { local: midnight + ofDay, offset, leap: second === 60 }
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
