import type { Outcome } from '../compliance/rule-kind.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { SHEET_COLUMNS, SHEET_HEADINGS_ZH, type SheetColumn } from '../review/sheet.ts'
import { eventsOf } from '../score/deviation-evidence.ts'
import { fingerprintOf } from '../score/fingerprint.ts'
import { ADHERENCE } from '../score/verdict.ts'
import type { ScoredInteraction, ScoredRule } from '../score/result.ts'
import { fromMicros } from '../score/round.ts'
import { CSV_MARK, csvRecord } from './csv-text.ts'
import { departureWords, pointedAt } from './failed-list.ts'
import { masked } from './score-mask.ts'
import { outcomeWord, ruleWords } from './score-words.ts'

export interface ReviewSheetOptions {
  readonly lang: Lang
  readonly format: 'csv' | 'jsonl'
  readonly digest: (text: string) => string
}

/** What stands before the first row of a review sheet. */
export function reviewSheetHead({ lang, format }: ReviewSheetOptions): string {
  if (format === 'jsonl') return ''
  return CSV_MARK + csvRecord(SHEET_COLUMNS.map((column) => (lang === 'zh' ? SHEET_HEADINGS_ZH[column] : column)))
}

/**
 * The rows of one contact: the flow as a whole, then each rule that the machine has an outcome for, the columns of
 * people left empty. No text of customers; numbers of persons masked.
 */
export function reviewSheetRows(result: ScoredInteraction, options: ReviewSheetOptions): string {
  const { interaction, cell, map } = result
  const head = {
    interaction: interaction.id,
    touchpoint: cell.code,
    version: map.version,
    agent: interaction.unit.agent ?? '',
  }
  const human = { verdict: '', reviewer: '', reason: '', final: '' }
  return [adherenceRow(result, options), ...result.rules.map((rule) => ruleRow(result, rule, options))]
    .map((row) => format({ ...head, ...row, ...human }, options))
    .join('')
}

type MachineColumns = Omit<
  Record<SheetColumn, string>,
  'interaction' | 'touchpoint' | 'version' | 'agent' | 'verdict' | 'reviewer' | 'reason' | 'final' | 'outcome'
> & { readonly outcome: Outcome }

function adherenceRow(result: ScoredInteraction, { lang, digest }: ReviewSheetOptions): MachineColumns {
  const { adherence, map, deviations, ended } = result
  const outcome: Outcome =
    adherence === null
      ? ended === 'open'
        ? 'pending'
        : 'notEvaluated'
      : adherence >= map.pass.adherence * 1e6
        ? 'pass'
        : 'fail'
  const events = deviations.flatMap((deviation) => eventsOf(result, deviation).shown)
  const evidence = events.map((event) => ({ event }))
  const rule = { id: ADHERENCE, place: map.place }
  const value = adherence === null ? '' : `${lang === 'zh' ? '依从度' : 'adherence'} ${fromMicros(adherence)}`
  const why = [value, ...deviations.map((deviation) => departureWords(result, deviation, lang))].filter(
    (part) => part !== '',
  )
  return {
    rule: ADHERENCE,
    title: lang === 'zh' ? '流程依从' : 'follows the flow',
    outcome,
    why: why.join(lang === 'zh' ? '；' : '; '),
    evidence: events.map(placeOf).join('; '),
    fingerprint: fingerprintOf(result, { rule, outcome, evidence }, digest),
  }
}

function ruleRow(result: ScoredInteraction, scored: ScoredRule, { lang, digest }: ReviewSheetOptions): MachineColumns {
  const { rule, outcome, reason } = scored
  return {
    rule: rule.id,
    title: ruleWords(rule, lang),
    outcome,
    why: masked(reason()[lang]),
    evidence: pointedAt(scored).map(placeOf).join('; '),
    fingerprint: fingerprintOf(result, scored, digest),
  }
}

function placeOf({
  place,
  event,
}: {
  readonly place: { readonly file: string; readonly line: number }
  readonly event: string
}): string {
  return `${place.file}:${place.line} ${masked(event)}`
}

function format(row: Record<SheetColumn, string>, { lang, format: kind }: ReviewSheetOptions): string {
  if (kind === 'jsonl')
    return `${JSON.stringify(Object.fromEntries(SHEET_COLUMNS.map((column) => [column, row[column]])))}\n`
  const cells = SHEET_COLUMNS.map((column) =>
    column === 'outcome' ? outcomeWord(row.outcome as Outcome, lang) : printable(row[column]),
  )
  return csvRecord(cells)
}
