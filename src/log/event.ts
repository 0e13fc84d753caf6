import type { AxisName } from '../model/map.ts'

/** A value of an attribute. Times are milliseconds since 1970-01-01T00:00Z, durations milliseconds. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** Where an event was read: the file as the user named it, and its line, 1-based (the first line of a quoted record). */
interface LogPlace {
  readonly file: string
  readonly line: number
}

/** One line of a recorded contact, after mapping and binding to the catalogue. */
export interface LogEvent {
  /** 1-based position in the interaction, in the order of semantics §11. */
  readonly index: number
  readonly event: string
  /** Milliseconds since the epoch. */
  readonly time?: number
  readonly id?: string
  /** Id of the catalogue where one matches, else the text of the log. */
  readonly role?: string
  readonly actor?: string
  readonly text?: string
  /** Raw turn of talk (catalogue `speech: true`); everything else is an act. */
  readonly speech: boolean
  readonly attributes: Readonly<Record<string, Value>>
  readonly place: LogPlace
}

export type UnitLevel = 'site' | 'team' | 'shift' | 'agent'
export const UNIT_LEVELS: readonly UnitLevel[] = ['site', 'team', 'shift', 'agent']

/** A recorded contact in one business and one channel: the case. */
export interface Interaction {
  readonly id: string
  readonly contact?: string
  /** Ids of the catalogue where one matches, else the text of the log. */
  readonly axes: Partial<Readonly<Record<AxisName, string>>>
  /** Axes that took two values inside the interaction: it is then never scored (semantics §14). */
  readonly ambiguous: readonly AxisName[]
  readonly unit: Partial<Readonly<Record<UnitLevel, string>>>
  /** First non-blank value of each attribute over the events. */
  readonly attributes: Readonly<Record<string, Value>>
  readonly events: readonly LogEvent[]
}

/** A row that could not be kept, with the reason as a message of both languages. */
export interface Reject {
  readonly file: string
  readonly line: number
  /** Byte offset of the row in the (decompressed) file. */
  readonly offset: number
  readonly reason: { readonly zh: string; readonly en: string }
  /** The row as it stood; kept in the store, never printed unmasked. */
  readonly raw: string
}

/** What became of the rows of one file; read = kept + duplicates + rejected. */
export interface FileCount {
  readonly path: string
  /** SHA-256, hex, of the file's bytes. */
  readonly hash: string
  readonly read: number
  readonly kept: number
  readonly duplicates: number
  readonly rejected: number
}

/**
 * Everything read from a set of logs. Interactions are ordered by id (UTF-16 code units): all at hand, or made one by
 * one where they are too many for that.
 */
export interface Log<Interactions extends Iterable<Interaction> = readonly Interaction[]> {
  readonly interactions: Interactions
  readonly files: readonly FileCount[]
  readonly rejects: readonly Reject[]
  /** Things worth knowing that lose nothing, such as times that run backwards. */
  readonly notes: readonly LogNote[]
  /** How events of equal time are read (mapping `ties`, semantics §11); `file` where it is not stated. */
  readonly ties?: 'file' | 'any'
}

export interface LogNote {
  readonly file: string
  readonly line: number
  readonly reason: { readonly zh: string; readonly en: string }
  readonly occurrences: number
}
