import type { Message } from '../diagnostic/diagnostic.ts'
import { UNIT_LEVELS } from './event.ts'
import { FIELDS, type FieldName, USUAL_ATTRIBUTES, USUAL_HEADINGS } from './fields.ts'
import { foldHeading } from './fold.ts'
import { type Mapping, unitLevels } from './mapping.ts'
import { logMessages } from './messages.ts'

/** Where a value of a row comes from: a column by its position, and inside it the keys of `path` (JSON Lines). */
interface Source {
  readonly column: number
  readonly path?: readonly string[]
}

/** Which column of a log is which field or attribute. */
export interface ColumnPlan {
  readonly fields: readonly (Source & { readonly field: FieldName })[]
  readonly attributes: readonly (Source & { readonly name: string })[]
  /** Columns that the mapping names and the headings do not hold. */
  readonly missing: readonly string[]
  readonly notes: readonly Message[]
}

const FOLDED: ReadonlyMap<FieldName, readonly string[]> = new Map(
  FIELDS.map((field) => [field, [...new Set(USUAL_HEADINGS[field].map(foldHeading))]]),
)
const FOLDED_ATTRIBUTES = Object.entries(USUAL_ATTRIBUTES).map(
  ([name, headings]) => [name, [...new Set(headings.map(foldHeading))]] as const,
)

/** Finds out what each column is: first what the mapping says, then the usual headings, then attributes for the rest. */
export function planColumns(headings: readonly string[], mapping: Mapping): ColumnPlan {
  const exact = new Map<string, number>()
  const folded = new Map<string, number>()
  for (const [i, heading] of headings.entries()) {
    const name = heading.trim()
    if (name === '') continue
    if (!exact.has(name)) exact.set(name, i)
    if (!folded.has(foldHeading(name))) folded.set(foldHeading(name), i)
  }
  const find = (column: string): Source | undefined => {
    const at = exact.get(column.trim()) ?? folded.get(foldHeading(column))
    if (at !== undefined) return { column: at }
    const [first = '', ...path] = column.split('.')
    const base = path.length > 0 ? exact.get(first) : undefined
    return base === undefined ? undefined : { column: base, path }
  }

  const fields: (Source & { field: FieldName })[] = []
  const attributes: (Source & { name: string })[] = []
  const missing: string[] = []
  const notes: Message[] = []
  const named = new Set<FieldName>()
  const used = new Set<number>()
  const taken = new Set<string>()

  const give = (field: FieldName, column: string) => {
    named.add(field)
    const source = find(column)
    if (!source) missing.push(column)
    else {
      fields.push({ ...source, field })
      if (!source.path) used.add(source.column)
    }
  }
  for (const field of FIELDS) {
    const column = mapping.columns[field]
    if (column !== undefined) give(field, column)
  }
  if (mapping.unit.length > 0) {
    const levels = unitLevels(
      mapping.unit,
      (column) => UNIT_LEVELS.find((level) => FOLDED.get(level)?.includes(foldHeading(column))),
      (level) => named.has(level),
    )
    for (const [i, level] of levels.entries()) if (!named.has(level)) give(level, mapping.unit[i] ?? '')
    for (const level of UNIT_LEVELS) named.add(level)
  }
  for (const [name, column] of mapping.attributes) {
    taken.add(name)
    const source = find(column)
    if (!source) missing.push(column)
    else {
      attributes.push({ ...source, name })
      if (!source.path) used.add(source.column)
    }
  }

  for (const [field, names] of FOLDED) {
    if (named.has(field)) continue
    const column = names.map((name) => folded.get(name)).find((at) => at !== undefined && !used.has(at))
    if (column === undefined) continue
    used.add(column)
    fields.push({ column, field })
  }
  for (const [name, names] of FOLDED_ATTRIBUTES) {
    if (taken.has(name)) continue
    const column = names.map((one) => folded.get(one)).find((at) => at !== undefined && !used.has(at))
    if (column === undefined) continue
    used.add(column)
    taken.add(name)
    attributes.push({ column, name })
  }
  if (mapping.keepRest) {
    for (const [column, heading] of headings.entries()) {
      if (used.has(column)) continue
      const own = heading.trim() || `column${column + 1}`
      let name = own
      for (let k = 2; taken.has(name); k++) name = `${own}#${k}`
      if (exact.get(own) !== undefined && exact.get(own) !== column) {
        for (let k = 2; name === own || taken.has(name); k++) name = `${own}#${k}`
        notes.push(logMessages.repeatedHeading(own, name))
      }
      taken.add(name)
      attributes.push({ column, name })
    }
  }
  return { fields, attributes, missing, notes }
}
