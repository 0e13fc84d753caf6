import type { Lang } from '../diagnostic/diagnostic.ts'
import { textIn } from '../model/text.ts'
import { type ItemScore, itemScoresOf, type ScorecardScore } from '../score/scorecard-score.ts'
import { outcomeWord } from './score-words.ts'

/** The score worked out line by line, so that it can be followed with pencil and paper. */
export function arithmeticLines(score: ScorecardScore, lang: Lang): string[] {
  const items = itemScoresOf(score)
  const zh = lang === 'zh'
  const lines = items.map((item) => `${labelOf(item, lang)}: ${lineOf(score, item, lang)}`)
  const decided = items.filter((item) => item.credit !== null)
  const counted = decided.filter((item) => !item.bonus)
  const bonus = decided.filter((item) => item.bonus && item.earned > 0)
  if (score.rawMicros === null) return lines
  const raw = number(score.rawMicros / 1e6)
  const extra = bonus.map((item) => ` + ${number(item.earned)}`).join('')
  if (score.mode === 'deduct') {
    const taken = counted.filter(({ deducted }) => deducted > 0).map(({ deducted }) => ` − ${number(deducted)}`)
    lines.push(`100${taken.join('')}${extra} = ${raw}${zh ? '（不低于 0）' : ' (not below 0)'}`)
  } else {
    const earned = counted.map((item) => number(item.earned)).join(' + ')
    const possible = number(counted.reduce((total, item) => total + item.appliedWeight, 0))
    lines.push(`100 × (${earned}) / ${possible}${extra} = ${raw}`)
  }
  for (const item of decided) {
    if (item.made0 === undefined) continue
    const label = labelOf(item, lang)
    lines.push(
      item.made0.kind === 'whole'
        ? zh
          ? `一票否决：${label} → 0`
          : `fatal: ${label} → 0`
        : zh
          ? `一票否决：${label} → 分组 ${item.made0.section} 计 0，得分 ${number((score.micros ?? 0) / 1e6)}`
          : `fatal: ${label} → section ${item.made0.section} counts 0, score ${number((score.micros ?? 0) / 1e6)}`,
    )
  }
  return lines
}

function lineOf({ mode, na }: ScorecardScore, item: ItemScore, lang: Lang): string {
  const zh = lang === 'zh'
  if (item.credit === null) {
    const word = outcomeWord(item.outcome, lang)
    const why = item.reason === undefined ? '' : zh ? `（${item.reason.zh}）` : ` (${item.reason.en})`
    if (mode === 'deduct' || item.bonus) return `${word}${why}`
    const goes = {
      drop: { zh: '退出分母', en: 'leaves the denominator' },
      redistribute: { zh: '按比例分给其余项', en: 'goes to the others in proportion' },
      equal: { zh: '平均分给其余项', en: 'goes to the others in equal parts' },
    }[mode === 'mean' ? 'drop' : na][lang]
    const weight = number(item.weight)
    return zh ? `${word}${why}，权重 ${weight} ${goes}` : `${word}${why}, its weight of ${weight} ${goes}`
  }
  const share = item.points ? `${number(item.points.earned)}/${number(item.points.most)}` : number(item.credit)
  if (mode === 'deduct' && !item.bonus) {
    if (item.taken !== undefined) return `− ${number(item.deducted)} (${String(item.answer)} ×)`
    return item.deducted === 0 ? '− 0' : `− ${number(item.appliedWeight)} × (1 − ${share}) = − ${number(item.deducted)}`
  }
  const mark = item.bonus ? (zh ? '加分 ' : 'bonus ') : ''
  return `${mark}${number(item.appliedWeight)} × ${share} = ${number(item.earned)}`
}

function labelOf(item: ItemScore, lang: Lang): string {
  return item.title === undefined ? (item.id ?? item.rules.join(' + ')) : textIn(item.title, lang, '')
}

/** At most four decimals, none needless. */
function number(value: number): string {
  return String(Math.round(value * 1e4) / 1e4)
}
