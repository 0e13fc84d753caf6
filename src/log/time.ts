import { PlainTimes } from './plain-time.ts'
import type { TimeFormat } from './time-format.ts'
import type { TimeParts } from './time-parts.ts'
import { readUsualTime } from './usual-time.ts'
import type { Zone } from './zone.ts'

/** Why a text is no moment: it is no time at all, or it is a local time and no time zone is known. */
export type TimeProblem = 'unreadable' | 'no-zone'

const DAY = 86_400_000

/**
 * Reads the times of one log. Understood without being told: ISO 8601 (`iso-time.ts`), RFC 3339 and its usual variants,
 * `2026/7/1 9:05[:07[.123]]`, `2026年7月1日 9时5分`, `20260701090507`, 上午/下午 and AM/PM, epoch seconds (9–10 digits)
 * and milliseconds (12–13 digits). A date alone is its first moment. `7/1/2026` is not guessed at: such logs
 * state `time-formats`.
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
      return unreadable()
    }
    const parts = readUsualTime(text)
    if (parts === undefined) return unreadable()
    return typeof parts === 'number' ? parts : place(parts)
  }
  const place = ({ local, offset, leap }: TimeParts): number => {
    if (offset === undefined && !zone) {
      reader.problem = 'no-zone'
      return Number.NaN
    }
    const ms = offset === undefined ? (zone?.toUtc(local) ?? Number.NaN) : local - offset * 60_000
    // A leap second is the last of a day of UTC, whatever the clocks show.
    if (leap && ((ms % DAY) + DAY) % DAY >= 1000) return unreadable()
    if (offset === undefined) reader.unsure = zone?.unsure
    return ms
  }
  const unreadable = (): number => {
    reader.problem = 'unreadable'
    return Number.NaN
  }
  return reader
}
