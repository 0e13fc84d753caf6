/** The two languages of every text that touchmap itself writes. */
export type Lang = 'zh' | 'en'

/** One sentence in both languages; the reporter picks one. Names stand in backticks; no full stop. */
export type Message = Readonly<Record<Lang, string>>

/** A point in a text file. `line` and `column` are 1-based, `offset` 0-based; columns and offsets count UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A stretch of a text file; `end` is exclusive. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/**
 * Where something is written: `file` is relative to the map's folder, with `/`;
 * `pointer` is the JSON Pointer (RFC 6901) of the YAML node, '' for the document.
 */
export interface Place {
  readonly file: string
  readonly range: Range
  readonly pointer: string
}

export type Severity = 'error' | 'warning' | 'info'

/** Another place that the reader needs to see, such as “first defined here”. */
export interface Related {
  readonly message: Message
  readonly place: Place
}

/** One thing found wrong, with its exact place. The only shape in which touchmap speaks of faults in what it reads. */
export interface Diagnostic {
  readonly rule: string
  readonly severity: Severity
  readonly message: Message
  readonly place: Place
  /** What would have been right there. */
  readonly expected?: Message
  /** The nearest valid name, when one is close. */
  readonly suggestion?: string
  readonly related?: readonly Related[]
}
