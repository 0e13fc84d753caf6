import type { FieldName } from './fields.ts'
import { USUAL_HEADINGS } from './fields.ts'
import { foldHeading } from './fold.ts'
import type { Mapping } from './mapping.ts'
import { type ColumnPlan, planColumns } from './plan-columns.ts'

/** Which attribute of an event or its trace is which field. Columns count those of the event first, then the trace's. */
export interface XesPlan extends Pick<ColumnPlan, 'fields' | 'attributes' | 'notes'> {
  readonly headings: readonly string[]
  /** Whether the interaction is the trace, by its name. */
  readonly named: boolean
  /** What `<global>` promises of every event and this one lacks. */
  readonly broken: readonly string[]
}

/** Fields that are said of one event; an attribute of a trace is never one of them. */
const OF_EVENTS: ReadonlySet<string> = new Set(
  (['event', 'time', 'sequence', 'id', 'role', 'actor', 'text'] as const).flatMap((field) =>
    USUAL_HEADINGS[field].map(foldHeading),
  ),
)

/** The standard extensions (IEEE 1849-2016, 7) as fields. */
const STANDARD: readonly (readonly [FieldName, string])[] = [
  ['interaction', 'case:concept:name'],
  ['event', 'concept:name'],
  ['time', 'time:timestamp'],
  ['id', 'identity:id'],
  ['role', 'org:role'],
  ['actor', 'org:resource'],
  ['team', 'org:group'],
]
/** Fields that no other attribute is taken for; the order of a trace is that of its events. */
const NOT_GUESSED: ReadonlySet<FieldName> = new Set(['interaction', 'event', 'time', 'id', 'sequence'])
/** A key that no attribute has. */
const NONE = '\0'

/**
 * Plans the columns of an event with these attributes in a trace with those. An attribute of a trace goes by its own
 * name, `case:NAME` where the event has one of that name, or where it is of an extension or would be taken for an event's.
 */
export function planXes(
  event: readonly string[],
  trace: readonly string[],
  mapping: Mapping,
  promised: ReadonlySet<string>,
): XesPlan {
  const own = new Set(event)
  const headings = [
    ...event,
    ...trace.map((key) => (key.includes(':') || own.has(key) || OF_EVENTS.has(foldHeading(key)) ? `case:${key}` : key)),
  ]
  const there = new Set(headings)
  const columns: Partial<Record<FieldName, string>> = {}
  for (const field of NOT_GUESSED) columns[field] = NONE
  for (const [field, key] of STANDARD) {
    if (there.has(key) && !(field === 'team' && mapping.unit.length > 0)) columns[field] = key
  }
  const plan = planColumns(headings, { ...mapping, columns: { ...columns, ...mapping.columns } })
  return {
    headings,
    fields: plan.fields,
    attributes: plan.attributes,
    notes: plan.notes,
    named: mapping.columns.interaction === undefined,
    broken: [...promised].filter((key) => !own.has(key)),
  }
}
