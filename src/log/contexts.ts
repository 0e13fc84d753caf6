import { AXES, type AxisName } from '../model/map.ts'
import type { CatalogBinding } from './bind-catalog.ts'
import { type Interaction, UNIT_LEVELS, type UnitLevel } from './event.ts'
import type { RowTable } from './row-table.ts'

/** Where an interaction stood. Interactions of one place share the object that says so, and so do those of one unit. */
export type Description = Pick<Interaction, 'axes' | 'ambiguous' | 'unit'>

type Place = Pick<Description, 'axes' | 'ambiguous'>
type Unit = Description['unit']

/** Codes below this have what they stand for kept; beyond it, it is made anew. */
const KEPT = 1 << 16

/** What the rows of a table say of their interactions, bound to a catalogue. */
export class Contexts {
  readonly #table: RowTable
  readonly #rows: Uint32Array
  readonly #binding: CatalogBinding
  readonly #axes: (readonly (string | undefined)[] | undefined)[] = []
  readonly #places: (Place | undefined)[] = []
  readonly #units: (Unit | undefined)[] = []
  /** By what they say. */
  readonly #placesBySaying = new Map<string, Place>()
  readonly #unitsBySaying = new Map<string, Unit>()

  /** `rows`: positions in the table, those of an interaction side by side. */
  constructor(table: RowTable, rows: Uint32Array, binding: CatalogBinding) {
    this.#table = table
    this.#rows = rows
    this.#binding = binding
  }

  contactOf(from: number, to: number): string | undefined {
    const { contexts, names } = this.#table
    for (let at = from; at < to; at++) {
      const context = this.#contextAt(at)
      const contact = context === 0 ? 0 : contexts.get(context, 0)
      if (contact !== 0) return names.text(contact)
    }
    return undefined
  }

  /** The axes of one row, in the order of `AXES`. */
  axesAt(at: number): readonly (string | undefined)[] {
    return this.#axesOf(this.#table.contexts.get(this.#contextAt(at), 1))
  }

  /** First value of each axis and unit level over the rows, and the axes that took two. */
  describe(from: number, to: number): Description {
    const { contexts } = this.#table
    let place = 0
    let unit = 0
    let several = false
    let only = 0
    for (let at = from; at < to; at++) {
      const context = this.#contextAt(at)
      if (context === 0 || context === only) continue
      only = context
      const [ownPlace, ownUnit] = [contexts.get(context, 1), contexts.get(context, 2)]
      if (ownPlace !== 0 && place !== 0 && ownPlace !== place) several = true
      if (ownUnit !== 0 && unit !== 0 && ownUnit !== unit) several = true
      place ||= ownPlace
      unit ||= ownUnit
    }
    if (several) return this.#describeSeveral(from, to)
    const { axes, ambiguous } = this.#placeOf(place)
    return { axes, ambiguous, unit: this.#unitOf(unit) }
  }

  #describeSeveral(from: number, to: number): Description {
    const { contexts } = this.#table
    const [places, units] = [new Set<number>(), new Set<number>()]
    for (let at = from; at < to; at++) {
      const context = this.#contextAt(at)
      places.add(contexts.get(context, 1))
      units.add(contexts.get(context, 2))
    }
    const unit: Partial<Record<UnitLevel, string>> = {}
    for (const code of units) {
      const own = this.#unitOf(code)
      for (const level of UNIT_LEVELS) if (own[level] !== undefined) unit[level] ??= own[level]
    }
    return {
      ...this.#sharePlace(describePlaces(Array.from(places, (code) => this.#axesOf(code)))),
      unit: this.#shareUnit(unit),
    }
  }

  #contextAt(at: number): number {
    return this.#table.context(this.#rows[at] as number)
  }

  #axesOf(code: number): readonly (string | undefined)[] {
    let axes = this.#axes[code]
    if (axes === undefined) {
      const { names, places } = this.#table
      axes = AXES.map((axis, i) => {
        const text = names.text(places.get(code, i))
        return text === undefined ? undefined : this.#binding.axis(axis, text)
      })
      if (code < KEPT) this.#axes[code] = axes
    }
    return axes
  }

  #placeOf(code: number): Place {
    let place = this.#places[code]
    if (place === undefined) {
      place = this.#sharePlace(describePlaces([this.#axesOf(code)]))
      if (code < KEPT) this.#places[code] = place
    }
    return place
  }

  #unitOf(code: number): Unit {
    let unit = this.#units[code]
    if (unit === undefined) {
      const { names, units } = this.#table
      const own: Partial<Record<UnitLevel, string>> = {}
      for (const [i, level] of UNIT_LEVELS.entries()) {
        const text = names.text(units.get(code, i))
        if (text !== undefined) own[level] = text
      }
      unit = this.#shareUnit(own)
      if (code < KEPT) this.#units[code] = unit
    }
    return unit
  }

  #sharePlace(place: Place): Place {
    return shared(this.#placesBySaying, JSON.stringify([place.axes, place.ambiguous]), place)
  }

  #shareUnit(unit: Unit): Unit {
    return shared(this.#unitsBySaying, JSON.stringify(unit), unit)
  }
}

function describePlaces(places: readonly (readonly (string | undefined)[])[]): Place {
  const axes: Partial<Record<AxisName, string>> = {}
  const ambiguous = new Set<AxisName>()
  for (const place of places) {
    for (const [i, axis] of AXES.entries()) {
      const value = place[i]
      if (value === undefined) continue
      if (axes[axis] === undefined) axes[axis] = value
      else if (axes[axis] !== value) ambiguous.add(axis)
    }
  }
  return { axes, ambiguous: ambiguous.size === 0 ? NONE : AXES.filter((axis) => ambiguous.has(axis)) }
}

const NONE: readonly AxisName[] = []

/** What stands under a key already, else what is given, which is kept. */
function shared<T>(known: Map<string, T>, key: string, given: T): T {
  const found = known.get(key)
  if (found !== undefined) return found
  if (known.size < KEPT) known.set(key, given)
  return given
}
