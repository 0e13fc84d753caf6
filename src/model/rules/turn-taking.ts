import type { KindWords } from '../rule-words.ts'

/** Milliseconds, shares in [0, 1] or counts that a figure must not leave; both inclusive. */
export interface Bounds {
  readonly atLeast?: number
  readonly atMost?: number
}

/** How people talk with each other: each part that is given must hold. The rule's speaker is who is meant. */
export interface TurnTakingSpec {
  readonly kind: 'turn-taking'
  /** How often the speaker begins while another speaks, for more than `overlap` milliseconds. */
  readonly interruptions?: { readonly atMost: number; readonly overlap: number }
  /** Stretches in which nobody speaks: the longest, all together, and their share of the talk. */
  readonly silence?: { readonly longest?: number; readonly total?: number; readonly share?: number }
  /** The speaker's part of all that is spoken. */
  readonly talkShare?: Bounds
  /** Characters or words a minute. */
  readonly speed?: Bounds & { readonly unit: 'characters' | 'words' }
  /** How often the speaker says what he has said before. */
  readonly repeats?: { readonly atMost: number; readonly similar: number; readonly length: number }
}

export const turnTakingWords: KindWords<TurnTakingSpec> = {
  label: { zh: '对话', en: 'Conversation' },
  failed: { zh: '对话不合要求', en: 'conversation' },
  about: () => undefined,
  asks: (spec, _name, speaker) => {
    const zh: string[] = []
    const en: string[] = []
    if (spec.interruptions) {
      const most = spec.interruptions.atMost
      zh.push(most === 0 ? '不插话' : `插话至多 ${most} 次`)
      en.push(most === 0 ? 'no interruptions' : `at most ${most} interruptions`)
    }
    if (spec.silence) {
      zh.push('静默有度')
      en.push('no long silence')
    }
    if (spec.talkShare) {
      zh.push('说话占比得当')
      en.push('a fair share of the talk')
    }
    if (spec.speed) {
      zh.push('语速得当')
      en.push('a fair speed')
    }
    if (spec.repeats) {
      zh.push('不反复说同样的话')
      en.push('no repeating oneself')
    }
    return { zh: `${speaker}${zh.join('，')}`, en: `${speaker ? `${speaker}: ` : ''}${en.join(', ')}` }
  },
}
