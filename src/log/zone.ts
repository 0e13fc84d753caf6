const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a clock on the wall of a time zone means in UTC. */
export interface Zone {
  readonly name: string
  /**
   * Milliseconds since the epoch of a wall-clock time, given as if it were UTC. A time that occurs twice (clocks set
   * back) is its first occurrence; one that never occurs (clocks set forward) is taken with the offset before the change.
   */
  toUtc(local: number): number
  /** The wall-clock time of a moment, given as if it were UTC. */
  toLocal(utc: number): number
  /** Whether the last `toUtc` met a time that occurs twice or never. */
  readonly unsure: 'fold' | 'gap' | undefined
}

/** The zone of an IANA name such as `Asia/Shanghai`, or of a fixed offset such as `+08:00`; undefined when there is none. */
export function createZone(name: string): Zone | undefined {
  const fixed = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/.exec(name)
  if (fixed) {
    const offset = (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * HOUR + Number(fixed[3]) * 60_000)
    return { name, unsure: undefined, toUtc: (local) => local - offset, toLocal: (utc) => utc + offset }
  }
  try {
    return new IanaZone(name)
  } catch {
    return undefined
  }
}

class IanaZone implements Zone {
  readonly name: string
  unsure: 'fold' | 'gap' | undefined
  readonly #format: Intl.DateTimeFormat
  /** Offset of each local day that has but one; NaN for days near a change. */
  readonly #days = new Map<number, number>()
  readonly #hours = new Map<number, number>()
  #lastDay = Number.NaN
  #lastOffset = 0

  constructor(name: string) {
    this.name = name
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  }

  toUtc(local: number): number {
    const day = Math.floor(local / DAY)
    if (day !== this.#lastDay) {
      this.#lastDay = day
      this.#lastOffset = this.#offsetOfDay(day)
    }
    this.unsure = undefined
    return Number.isNaN(this.#lastOffset) ? this.#nearChange(local) : local - this.#lastOffset
  }

  toLocal(utc: number): number {
    // The offset that holds on a day and around it holds at each of its moments.
    const offset = this.#offsetOfDay(Math.floor(utc / DAY))
    return utc + (Number.isNaN(offset) ? this.#offsetAt(utc) : offset)
  }

  #nearChange(local: number): number {
    const before = this.#offsetAt(local - DAY)
    const after = this.#offsetAt(local + DAY)
    const early = local - before
    const late = local - after
    const earlyHolds = this.#offsetAt(early) === before
    const lateHolds = this.#offsetAt(late) === after
    if (earlyHolds && lateHolds && early !== late) this.unsure = 'fold'
    if (!earlyHolds && !lateHolds) this.unsure = 'gap'
    return lateHolds && !earlyHolds ? late : early
  }

  #offsetOfDay(day: number): number {
    let offset = this.#days.get(day)
    if (offset === undefined) {
      const before = this.#offsetAt((day - 1) * DAY)
      const after = this.#offsetAt((day + 2) * DAY)
      offset = before === after && before === this.#offsetAt(day * DAY + DAY / 2) ? before : Number.NaN
      this.#days.set(day, offset)
    }
    return offset
  }

  /** Milliseconds by which the zone's clocks are ahead of UTC at a moment; kept for each quarter of an hour. */
  #offsetAt(utc: number): number {
    const quarter = Math.floor(utc / (HOUR / 4))
    let offset = this.#hours.get(quarter)
    if (offset === undefined) {
      const at = quarter * (HOUR / 4)
      const part: Record<string, string> = {}
      for (const { type, value } of this.#format.formatToParts(at)) part[type] = value
      const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year'])
      const date = new Date(0)
      date.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']))
      date.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']))
      offset = date.getTime() - at
      this.#hours.set(quarter, offset)
    }
    return offset
  }
}
