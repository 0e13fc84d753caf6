import type { Place } from '../diagnostic/diagnostic.ts'
import type { Id } from './map.ts'
import type { Text } from './text.ts'

/** What a version changed against the one before, as its makers say it, and why (S6: versions kept with what each revision changed). */
export interface VersionNote {
  readonly what: Text
  readonly why?: Text
  /** What it is about; neither: the map as a whole. */
  readonly flows: readonly Id[]
  /** Codes of touchpoints. */
  readonly touchpoints: readonly string[]
  readonly place: Place
}
