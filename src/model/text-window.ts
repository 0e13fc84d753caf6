import type { Lang } from '../diagnostic/diagnostic.ts'
import { formatDuration } from './format-duration.ts'
import type { Lexicon } from './lexicon.ts'
import type { Naming } from './rule-words.ts'
import type { Target } from './target.ts'

/** How far: milliseconds, turns of talk, or characters (code points). */
export interface Extent {
  readonly unit: 'ms' | 'turns' | 'characters'
  readonly count: number
}

/** Where something must, or must not, be said (semantics §19). */
export type TextWindow =
  | { readonly kind: 'first' | 'last'; readonly extent: Extent }
  | {
      readonly kind: 'before' | 'after' | 'around'
      readonly anchor: Target
      readonly atMost?: Extent
      /** Which occurrences of the anchor count. */
      readonly pair: 'each' | 'first' | 'last'
    }

/** What `says` and `never-says` have in common. */
export interface SpeechSpec {
  readonly lexicon: Lexicon
  /** Only the text of this step or event. */
  readonly on?: Target
  readonly within?: TextWindow
  /** What must meet the lexicon as a whole; absent: one event. */
  readonly together?: 'turn' | 'contact'
}

/** `2 个话轮`, `30 s`, `50 characters`. */
export function extentWords({ unit, count }: Extent, lang: Lang): string {
  if (unit === 'ms') return formatDuration(count, lang)
  if (lang === 'zh') return `${count} ${unit === 'turns' ? '个话轮' : '个字'}`
  const noun = unit === 'turns' ? 'turn' : 'character'
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Where a phrase rule looks, as part of a sentence in one language: `在 开场 时 `, ` in the first 30 s`; '' for anywhere. */
export function whereWords({ on, within }: SpeechSpec, name: Pick<Naming, 'target'>, lang: Lang): string {
  const zh = lang === 'zh'
  const at = on ? (zh ? `在 ${name.target(on)} ` : ` at ${name.target(on)}`) : ''
  if (within === undefined) return at
  if ('extent' in within) {
    const extent = extentWords(within.extent, lang)
    if (zh) return `${at}在${within.kind === 'first' ? '最初' : '最后'} ${extent}内`
    return `${at} in the ${within.kind} ${extent}`
  }
  const anchor = name.target(within.anchor)
  const far = within.atMost ? extentWords(within.atMost, lang) : ''
  if (zh) {
    const side = within.kind === 'before' ? '之前' : within.kind === 'after' ? '之后' : '前后'
    return `${at}在 ${anchor} ${side}${far ? ` ${far}内` : ''}`
  }
  return `${at} ${far ? `within ${far} ` : ''}${within.kind} ${anchor}`
}
