import type { Standing } from './measure-sums.ts'
import { addToUnitCell, type RoleCounts, type UnitCell, unitCellOf } from './organisation.ts'
import { PairCounts } from './pair-counts.ts'
import { addStanding, type CellTally, countHandling, type Own, type Tally, unitOf, type UnitTally } from './tally.ts'
import type { Verdict } from './verdict.ts'

/** A unit whose interactions are counted. */
interface OwnUnit {
  readonly number: number
  readonly tally: UnitTally
  /** By the touchpoint. */
  readonly cells: Map<CellTally, UnitCell>
}

/**
 * What interactions have of their own, as `addOwn` adds it: but how often a unit came to a standing is counted, and the
 * standings, of which there are few, are added up at the end.
 */
export class OwnSums {
  readonly #tally: Tally
  /** Interactions of one unit mostly share the object that says so. */
  readonly #byObject = new WeakMap<Own['unit'], OwnUnit>()
  readonly #byTally = new Map<UnitTally, OwnUnit>()
  readonly #units: OwnUnit[] = []
  readonly #standings: Standing[] = []
  readonly #numbers = new Map<string, number>()
  readonly #scores = new Map<Standing['score'], number>()
  readonly #counts = new PairCounts()

  constructor(tally: Tally) {
    this.#tally = tally
  }

  /** The number of a standing, the same for all that add the same to sums. */
  numberOf(standing: Standing): number {
    const { verdict, ended, adherence, accepted, scoreAfter, traced, score, metrics } = standing
    let scored = this.#scores.get(score)
    if (scored === undefined) this.#scores.set(score, (scored = this.#scores.size))
    const own = metrics === undefined ? '' : this.#standings.length
    const key = [verdict, ended, adherence, accepted, scoreAfter, traced, scored, own].join()
    let number = this.#numbers.get(key)
    if (number === undefined) this.#numbers.set(key, (number = this.#standings.push(standing) - 1))
    return number
  }

  /** The standing of a number. */
  standing(number: number): Standing {
    return this.#standings[number] as Standing
  }

  /** Adds one interaction, whose standing has this number. */
  add(cell: CellTally, standing: number, verdict: Verdict, roles: RoleCounts, { unit, events, handlingMs }: Own): void {
    const tally = this.#tally
    const own = this.#byObject.get(unit) ?? this.#find(unit)
    tally.events += events
    this.#counts.add(own.number, standing, 0)
    if (handlingMs !== undefined) {
      countHandling(cell.sums, handlingMs)
      countHandling(own.tally.sums, handlingMs)
    }
    let unitCell = own.cells.get(cell)
    if (unitCell === undefined) own.cells.set(cell, (unitCell = unitCellOf(tally.organisation, unit, cell)))
    addToUnitCell(unitCell, verdict, roles)
  }

  /** Adds what was counted; to be called once, at the end. */
  finish(): void {
    for (const [unit, standing, times] of this.#counts) {
      addStanding((this.#units[unit] as OwnUnit).tally.sums, this.standing(standing), times, undefined)
    }
  }

  #find(unit: Own['unit']): OwnUnit {
    const tally = unitOf(this.#tally, unit)
    let own = this.#byTally.get(tally)
    if (own === undefined) {
      own = { number: this.#units.length, tally, cells: new Map() }
      this.#units.push(own)
      this.#byTally.set(tally, own)
    }
    this.#byObject.set(unit, own)
    return own
  }
}
