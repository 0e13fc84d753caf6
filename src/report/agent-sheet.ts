import { printable } from '../diagnostic/codeframe.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { compareText } from '../diagnostic/sort.ts'
import { fingerprintOf } from '../score/fingerprint.ts'
import type { ScoredInteraction, ScoredRule } from '../score/result.ts'
import { wilsonInterval } from '../score/wilson.ts'
import { pointedAt } from './failed-list.ts'
import { listenAt } from './inspect-recording.ts'
import { markdownText } from './markdown-text.ts'
import { clock, percent } from './score-format.ts'
import { masked } from './score-mask.ts'
import { placeWords, ruleWords } from './score-words.ts'

const MOST_RULES = 3
const MOST_CASES = 3

interface Failed {
  readonly scored: ScoredRule
  readonly judged: number
  readonly cases: readonly { readonly result: ScoredInteraction; readonly scored: ScoredRule }[]
}

/**
 * One agent's sheet, in Markdown: the three rules failed most, each with its share and interval, the line of the map
 * that asks for it, and up to three contacts with their evidence. No text of customers.
 */
export function formatAgentSheet(
  agent: string,
  results: readonly ScoredInteraction[],
  { lang, digest }: { readonly lang: Lang; readonly digest: (text: string) => string },
): string {
  const zh = lang === 'zh'
  const failed = rankFailed(results).slice(0, MOST_RULES)
  const head = zh
    ? `# 坐席 ${markdownText(agent)}：${results.length} 次交互\n`
    : `# Agent ${markdownText(agent)}: ${results.length} contacts\n`
  if (failed.length === 0) return `${head}\n${zh ? '没有不通过的规则。' : 'No rule was failed.'}\n`
  const parts = failed.map(({ scored: { rule }, judged, cases }, at) => {
    const interval = wilsonInterval(cases.length, judged)
    const share = `${percent(cases.length / judged)}${interval ? ` [${percent(interval[0])}, ${percent(interval[1])}]` : ''}`
    const title = `\n## ${at + 1}. ${markdownText(ruleWords(rule, lang))}\n`
    const count = zh
      ? `\n${cases.length} / ${judged} 次不通过（${share}）。规则 \`${rule.id}\`，见 ${placeWords(rule.place)}${rule.critical ? '，关键规则' : ''}。\n`
      : `\nFailed in ${cases.length} of ${judged} contacts (${share}). Rule \`${rule.id}\`, ${placeWords(rule.place)}${rule.critical ? ', critical' : ''}.\n`
    const lines = cases.slice(0, MOST_CASES).map(({ result, scored }) => caseLine(result, scored, lang, digest))
    const more = cases.length - MOST_CASES
    const rest = more > 0 ? (zh ? `- 另有 ${more} 次\n` : `- and ${more} more\n`) : ''
    return `${title}${count}\n${lines.join('')}${rest}`
  })
  return head + parts.join('')
}

function caseLine(result: ScoredInteraction, scored: ScoredRule, lang: Lang, digest: (text: string) => string): string {
  const zh = lang === 'zh'
  const [event] = pointedAt(scored)
  const listen = listenAt(result.interaction, event, result.map.catalog)
  const parts = [
    `**${markdownText(printable(result.interaction.id))}** ${markdownText(masked(scored.reason()[lang]))}`,
    ...(event ? [`${markdownText(event.place.file)}:${event.place.line} ${markdownText(masked(event.event))}`] : []),
    ...(listen
      ? [
          `${zh ? '录音' : 'recording'} ${markdownText(listen.recording)}${listen.offset === undefined ? '' : ` ${clock(listen.offset, lang)}`}`,
        ]
      : []),
    `\`${fingerprintOf(result, scored, digest)}\``,
  ]
  return `- ${parts.join(zh ? '；' : '; ')}\n`
}

/** Rules by how often they failed, then by share, then by id. */
function rankFailed(results: readonly ScoredInteraction[]): Failed[] {
  const rules = new Map<
    string,
    { scored: ScoredRule; judged: number; cases: { result: ScoredInteraction; scored: ScoredRule }[] }
  >()
  for (const result of results) {
    for (const scored of result.rules) {
      // What is accepted is nobody's failing.
      if (scored.accepted !== undefined || (scored.outcome !== 'pass' && scored.outcome !== 'fail')) continue
      const found = rules.get(scored.rule.id) ?? { scored, judged: 0, cases: [] }
      rules.set(scored.rule.id, found)
      found.judged += 1
      if (scored.outcome === 'fail') found.cases.push({ result, scored })
    }
  }
  return [...rules.values()]
    .filter(({ cases }) => cases.length > 0)
    .sort(
      (a, b) =>
        b.cases.length - a.cases.length ||
        b.cases.length * a.judged - a.cases.length * b.judged ||
        compareText(a.scored.rule.id, b.scored.rule.id),
    )
}
