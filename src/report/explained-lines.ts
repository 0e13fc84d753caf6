import type { DurationEffect } from '../conformance/duration-effect.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { columnsOf, padEnd, padStart, wrap } from '../draw/columns.ts'
import type { ReportContext } from './context.ts'
import { clock, count } from './score-format.ts'

/** What is said of a deviation under one name. What begins with a number has it in `lead`: these stand in a column. */
export interface ExplainedRow {
  readonly name: Message
  readonly entries: readonly { readonly lead?: string; readonly text: string }[]
  /** Set back: known to who knows the rest. */
  readonly quiet?: boolean
}

/** Where a deviation stands, with the names that people know the steps by. */
export interface NamedPlace {
  readonly after: string | null
  readonly instead?: string | null
  readonly by?: string
  readonly occurrences: number
}

const INDENT = 6
const GAP = 2
const LEAST_ROOM = 12
const MOST_PLACES = 3
const DAY = 86_400_000
const HOUR = 3_600_000

/** Rows of names and what they say, in two columns; what is too long goes on below itself. */
export function explainedLines(rows: readonly ExplainedRow[], { lang, width, palette }: ReportContext): string[] {
  const names = Math.max(...rows.map(({ name }) => columnsOf(name[lang])))
  const room = Math.max(width - INDENT - names - GAP, LEAST_ROOM)
  return rows.flatMap(({ name, entries, quiet }) => {
    const leads = Math.max(...entries.map(({ lead = '' }) => columnsOf(lead)))
    const indent = leads === 0 ? 0 : leads + GAP
    const lines = entries.flatMap(({ lead = '', text }) =>
      wrap(text, Math.max(room - indent, LEAST_ROOM)).map((line, at) =>
        padEnd(at === 0 ? padStart(lead, leads) : '', indent).concat(line),
      ),
    )
    return lines.map((line, at) => {
      const label = palette.dim(padEnd(at === 0 ? name[lang] : '', names + GAP))
      return `${' '.repeat(INDENT)}${label}${quiet ? palette.dim(line) : line}`
    })
  })
}

/** Where: behind which step of the run, the most frequent places first, each with its number. */
export function placesRow(places: readonly NamedPlace[], lang: Lang): ExplainedRow {
  const zh = lang === 'zh'
  const times = (occurrences: number): string => (zh ? `${count(occurrences)} 次` : `${count(occurrences)}×`)
  const rest = places.slice(MOST_PLACES)
  const others = rest.reduce((sum, { occurrences }) => sum + occurrences, 0)
  return {
    name: { zh: '位置', en: 'where' },
    entries: [
      ...places.slice(0, MOST_PLACES).map((place) => ({ lead: times(place.occurrences), text: wordsOf(place)[lang] })),
      ...(rest.length === 0
        ? []
        : [
            {
              lead: times(others),
              text: zh
                ? `另有 ${count(rest.length)} 个位置`
                : `in ${count(rest.length)} more ${rest.length === 1 ? 'place' : 'places'}`,
            },
          ]),
    ],
  }
}

function wordsOf({ after, instead, by }: NamedPlace): Message {
  if (instead !== undefined) {
    const [done, due] = [behind(after), behind(instead)]
    return { zh: `做于${done.zh}，应在${due.zh}`, en: `done ${done.en}, belongs ${due.en}` }
  }
  const here = behind(after)
  if (by === undefined) return here
  return { zh: `${here.zh}，代之以“${printable(by)}”`, en: `${here.en}, replaced by “${printable(by)}”` }
}

function behind(step: string | null): Message {
  if (step === null) return { zh: '开头', en: 'at the beginning' }
  return { zh: `“${printable(step)}”之后`, en: `after “${printable(step)}”` }
}

/** How long those with the deviation take against the others; undefined where no times are known. */
export function durationRow(
  effect: DurationEffect | null,
  lang: Lang,
  { name, one, more }: { readonly name: Message; readonly one: Message; readonly more: Message },
): ExplainedRow | undefined {
  if (effect === null) return undefined
  const zh = lang === 'zh'
  const { with: inside, without: outside } = effect
  const of = (cases: number): string => `${count(cases)} ${(cases === 1 ? one : more)[lang]}`
  const row = (...texts: string[]): ExplainedRow => ({ name, entries: texts.map((text) => ({ text })), quiet: true })
  if (inside.median === null || inside.mean === null) return undefined
  const [median, mean] = [span(inside.median, lang), span(inside.mean, lang)]
  if (outside.median === null || outside.mean === null) {
    return row(
      zh
        ? `中位数 ${median}，平均 ${mean}（${of(inside.cases)}，都有此偏离）`
        : `median ${median}, mean ${mean} (${of(inside.cases)}, all with it)`,
    )
  }
  return row(
    zh
      ? `有此偏离的中位数 ${median}（${of(inside.cases)}），无此偏离的 ${span(outside.median, lang)}（${of(outside.cases)}），${difference(inside.median, outside.median).zh}`
      : `median ${median} with it (${of(inside.cases)}), ${span(outside.median, lang)} without (${of(outside.cases)}): ${difference(inside.median, outside.median).en}`,
    zh ? `平均 ${mean}，无此偏离的 ${span(outside.mean, lang)}` : `mean ${mean}, ${span(outside.mean, lang)} without`,
  )
}

/** From a day on seconds say nothing: days and hours. */
function span(ms: number, lang: Lang): string {
  const hours = Math.floor(ms / HOUR)
  if (ms < DAY) return clock(ms, lang)
  return lang === 'zh'
    ? `${Math.floor(hours / 24)} 天 ${hours % 24} 小时`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** What lies between two lengths of time as they are shown. */
function difference(inside: number, outside: number): Message {
  const unit = Math.max(inside, outside) < DAY ? 1000 : HOUR
  const more = (Math.floor(inside / unit) - Math.floor(outside / unit)) * unit
  if (more === 0) return { zh: '相同', en: 'the same' }
  const by =
    unit === HOUR && Math.abs(more) < DAY
      ? { zh: `${Math.abs(more) / HOUR} 小时`, en: `${Math.abs(more) / HOUR} h` }
      : { zh: span(Math.abs(more), 'zh'), en: span(Math.abs(more), 'en') }
  return more > 0 ? { zh: `长 ${by.zh}`, en: `${by.en} longer` } : { zh: `短 ${by.zh}`, en: `${by.en} shorter` }
}
