import { judgeNobody } from './judge-nobody.ts'
import type { Judgement, RuleContext, RuleOf } from './rule-kind.ts'
import { evidenceOf, isInside, type TextSearch } from './search-text.ts'
import type { TextRegion } from './text-region.ts'

/**
 * What a phrase rule is when what was found does not settle it: not applicable when the speaker took no part; not
 * evaluated when text is missing or unclear, when a find does not tell who spoke, or when the log does not tell where the
 * region ends. Undefined: the text settles it. Without a region all that was searched counts.
 */
export function judgeSilence(
  rule: RuleOf<'says'> | RuleOf<'never-says'>,
  found: TextSearch,
  region: TextRegion | undefined,
  context: RuleContext,
): Judgement | undefined {
  const counts = (at: number): boolean => region === undefined || region.spans.has(at)
  const stray = found.strayPlaces.filter((place) => region === undefined || isInside(place, region))
  if (stray.length > 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({
        zh: '说了，但记录没有说话人的角色',
        en: 'it was said, but the log does not tell by which role',
      }),
      evidence: evidenceOf(stray),
    }
  }
  if (found.spoke.length === 0) {
    const { speaker } = rule
    const dumb = found.unknownTalk.filter((at) => context.matcher.hear(at) === undefined)
    if (dumb.length > 0) return LACKS_SPEAKER
    return judgeNobody(speaker, context)
  }
  const lackText = found.lackText.filter(counts)
  if (lackText.length > 0 || found.withText.length + found.unclear.length === 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({ zh: '缺少文本，无法判断说了什么', en: 'text is missing, so what was said cannot be judged' }),
      evidence: lackText.map((event) => ({ event })),
    }
  }
  const unclear = found.unclear.filter(counts)
  if (unclear.length > 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({
        zh: '语音识别的置信度过低，无法判断说了什么',
        en: 'speech recognition was too unsure of the text to judge by it',
      }),
      evidence: unclear.map((event) => ({ event })),
    }
  }
  if (region?.lacks === 'time') {
    return {
      outcome: 'notEvaluated',
      reason: () => ({ zh: '缺少时间，无法判断是在何时说的', en: 'times are missing, so when it was said is unknown' }),
      evidence: [],
    }
  }
  return region?.lacks === 'speaker' ? LACKS_SPEAKER : undefined
}

const LACKS_SPEAKER: Judgement = {
  outcome: 'notEvaluated',
  reason: () => ({
    zh: '记录没有说话人的角色，无法判断是谁说的',
    en: 'the log does not tell who spoke, so whose words they are is unknown',
  }),
  evidence: [],
}
