import { printable } from '../diagnostic/codeframe.ts'
import { columnsOf } from '../draw/columns.ts'
import type { ReviewedContact } from '../review/apply-reviews.ts'
import type { SheetProblem } from '../review/read-sheet.ts'
import type { ReviewStatus, SettledReview } from '../review/settle-reviews.ts'
import { fromMicros } from '../score/round.ts'
import type { ReportContext } from './context.ts'
import { points } from './score-format.ts'
import { outcomeWord, verdictWord } from './score-words.ts'

/** What `touchmap review` found. */
export interface ReviewReport {
  readonly rows: number
  readonly reviews: readonly SettledReview[]
  readonly problems: readonly SheetProblem[]
  /** With logs: contacts judged anew. */
  readonly contacts?: readonly ReviewedContact[]
  /** Contacts of the sheet that the logs do not hold. */
  readonly absent: readonly string[]
}

const STATUSES: readonly ReviewStatus[] = ['confirmed', 'overturned', 'disputed']
const WORDS: Readonly<Record<ReviewStatus, { readonly zh: string; readonly en: string }>> = {
  confirmed: { zh: '维持', en: 'confirmed' },
  overturned: { zh: '改判', en: 'overturned' },
  disputed: { zh: '有争议', en: 'disputed' },
}

/** As JSON; reasons that reviewers wrote only with `showText`. */
export function reviewJson(
  report: ReviewReport,
  { lang, showText }: Pick<ReportContext, 'lang'> & { showText: boolean },
): string {
  const json = {
    command: 'review',
    summary: { rows: report.rows, reviewed: report.reviews.length, ...counts(report.reviews) },
    reviews: report.reviews.map(({ interaction, rule, machine, final, status, decided, reviews }) => ({
      interaction,
      rule,
      machine,
      final,
      status,
      decided,
      reviews: reviews.map((row) => ({
        reviewer: row.reviewer,
        verdict: row.verdict ?? null,
        ...(row.final === undefined ? {} : { final: row.final }),
        ...(showText ? { reason: row.reason } : {}),
        file: row.file,
        line: row.line,
      })),
    })),
    contacts:
      report.contacts?.map(({ interaction, touchpoint, machine, final, stale }) => ({
        interaction,
        touchpoint,
        machine: { score: fromMicros(machine.score), verdict: machine.verdict },
        final: { score: fromMicros(final.score), verdict: final.verdict },
        stale,
      })) ?? null,
    absent: report.absent,
    problems: report.problems.map(({ file, line, message }) => ({ file, line, message: message[lang] })),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

/** For people: counts, then what was overturned or is disputed, then the contacts whose score or verdict changed. */
export function reviewPretty(report: ReviewReport, { lang, palette }: ReportContext): string {
  const zh = lang === 'zh'
  const { reviews, contacts } = report
  const total = counts(reviews)
  const lines = [
    palette.strong(
      zh
        ? `复核 ${reviews.length} 项：${STATUSES.map((status) => `${WORDS[status].zh} ${total[status]}`).join('，')}`
        : `${reviews.length} items reviewed: ${STATUSES.map((status) => `${total[status]} ${WORDS[status].en}`).join(', ')}`,
    ),
  ]
  const open = reviews.filter(({ status }) => status !== 'confirmed')
  const rows = open.map(({ interaction, rule, machine, final, status, reviews: said }) => {
    const people = [...new Set(said.map(({ reviewer }) => reviewer).filter((name) => name !== ''))]
    const words =
      status === 'disputed' ? outcomeWord(machine, lang) : `${outcomeWord(machine, lang)} → ${outcomeWord(final, lang)}`
    return [WORDS[status][lang], printable(interaction), rule, words, printable(people.join(zh ? '、' : ', '))]
  })
  lines.push(...table(rows))
  if (contacts !== undefined) {
    const changed = contacts.filter(
      ({ machine, final }) => machine.score !== final.score || machine.verdict !== final.verdict,
    )
    lines.push(
      '',
      palette.strong(
        zh ? `${changed.length} 次交互的得分或结论改变` : `${changed.length} contacts changed in score or verdict`,
      ),
      ...table(
        changed.map(({ interaction, touchpoint, machine, final }) => [
          printable(interaction),
          touchpoint,
          `${points(fromMicros(machine.score))} → ${points(fromMicros(final.score))}`,
          `${verdictWord(machine.verdict, lang)} → ${verdictWord(final.verdict, lang)}`,
        ]),
      ),
    )
    const stale = contacts.filter((contact) => contact.stale.length > 0)
    if (stale.length > 0) {
      lines.push(
        palette.warning(
          zh
            ? `${stale.length} 次交互的机评结果与复核表中的不同（地图或日志已变）：${stale
                .map(({ interaction }) => printable(interaction))
                .slice(0, 5)
                .join('、')}`
            : `${stale.length} contacts are judged otherwise now than in the sheet (map or log has changed): ${stale
                .map(({ interaction }) => printable(interaction))
                .slice(0, 5)
                .join(', ')}`,
        ),
      )
    }
  }
  return `${lines.join('\n')}\n`
}

function counts(reviews: readonly SettledReview[]): Record<ReviewStatus, number> {
  const of = (status: ReviewStatus): number => reviews.filter((review) => review.status === status).length
  return { confirmed: of('confirmed'), overturned: of('overturned'), disputed: of('disputed') }
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => columnsOf(row[at] ?? ''))))
  return rows.map((row) =>
    `  ${row.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - columnsOf(cell)))).join('  ')}`.trimEnd(),
  )
}
