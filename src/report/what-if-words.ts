import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import type { Landing, RuleStand, Stand } from '../score/stand-book.ts'
import type { Passage } from '../score/what-if.ts'
import { count, list } from './score-format.ts'
import { blindSpotWords, outcomeWord, verdictWord } from './score-words.ts'

const BLIND: Message = { zh: '不在任何接触点', en: 'no touchpoint' }
const ABSENT: Message = { zh: '不在日志中', en: 'not in the log' }
const NOT_ASKED: Message = { zh: '未要求', en: 'not asked' }

export function standWord(stand: Stand, lang: Lang): string {
  if (stand === 'blindSpot') return BLIND[lang]
  return stand === 'absent' ? ABSENT[lang] : verdictWord(stand, lang)
}

export function ruleStandWord(stand: RuleStand, lang: Lang): string {
  if (stand === 'notAsked') return NOT_ASKED[lang]
  return stand === 'accepted' ? verdictWord(stand, lang) : outcomeWord(stand, lang)
}

/** `compliant → not compliant 5, …`: the passages that lead elsewhere, the most frequent first. */
export function passagesWords<State extends string>(
  passages: readonly Passage<State>[],
  word: (state: State, lang: Lang) => string,
  lang: Lang,
): string {
  const changes = passages.filter(({ from, to }) => from !== to).sort((a, b) => b.interactions - a.interactions)
  return list(
    changes.map(({ from, to, interactions }) => `${word(from, lang)} → ${word(to, lang)} ${count(interactions)}`),
    lang,
  )
}

/** A touchpoint's code, or why there is none. */
export function landingWords(landing: Landing, lang: Lang): string {
  if (landing.kind === 'touchpoint') return landing.code
  if (landing.kind === 'absent') return ABSENT[lang]
  const why = blindSpotWords(landing.blindSpot, lang)
  return lang === 'zh' ? `无（${why}）` : `none (${why})`
}

/** A place of the log that shows why: `calls.csv:12 terms.explained`. */
export function evidenceLine({ file, line, event }: { file: string; line: number; event: string }): string {
  return `${file}:${line} ${event}`
}
