import type { Lang } from '../diagnostic/diagnostic.ts'

/** A text for people, as a map gives it: in one language or both. At least one is present. */
export type Text = Partial<Readonly<Record<Lang, string>>>

/** The text in the wanted language, else in the other one, else `fallback` (an id). */
export function textIn(text: Text | undefined, lang: Lang, fallback: string): string {
  return text?.[lang] ?? text?.[lang === 'zh' ? 'en' : 'zh'] ?? fallback
}
