import type { Lang } from '../diagnostic/diagnostic.ts'

/** Colour by meaning. In a pipe, a file or under NO_COLOR every member returns its text unchanged. */
export interface Palette {
  error(text: string): string
  warning(text: string): string
  info(text: string): string
  good(text: string): string
  strong(text: string): string
  dim(text: string): string
  name(text: string): string
}

/** What a reporter may know of the world it writes for. A reporter is a pure function of its result and this. */
export interface ReportContext {
  readonly lang: Lang
  readonly palette: Palette
  /** Columns of the terminal; reports stay inside it where they can. */
  readonly width: number
  /** touchmap's own version. */
  readonly version: string
}

export const plainPalette: Palette = {
  error: (text) => text,
  warning: (text) => text,
  info: (text) => text,
  good: (text) => text,
  strong: (text) => text,
  dim: (text) => text,
  name: (text) => text,
}
