import type { Lang, Place } from '../diagnostic/diagnostic.ts'
import { columnsOf, wrap } from '../draw/columns.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Flow } from '../model/flow.ts'
import type { Id, ProcessMap } from '../model/map.ts'
import { textIn } from '../model/text.ts'
import { findingState, type WalkRecord } from '../model/upkeep.ts'
import type { VersionNote } from '../model/version-note.ts'
import type { ReportContext } from './context.ts'
import { dueWords, everyWords, reviewAsJson, reviewWords, stateWord, validityWords } from './upkeep-words.ts'

const LISTED = 6

/** The versions a flow has been through, and who walked through it, by a day. */
export interface FlowHistory {
  /** Oldest first; the last is the map that was named. */
  readonly versions: readonly ProcessMap[]
  readonly asOf: string
  /** Codes of what is shown: of the touchpoint, or of all that the flow serves. */
  readonly codes: ReadonlySet<string>
  readonly walks: WalkRecord
}

/** What is shown, as far as its history asks. */
interface Shown {
  readonly map: ProcessMap
  readonly flow: Flow
  readonly effective: EffectiveFlow
}

/** Versions with the notes that are about the flow or the whole map, then the review, then the walk-throughs. */
export function listFlowHistory(shown: Shown, history: FlowHistory, context: ReportContext): string[] {
  return [...listVersions(shown, history, context), ...listWalks(shown.map, history, context)]
}

function listVersions(shown: Shown, { versions, asOf, codes }: FlowHistory, context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const lines = ['', palette.strong(zh ? '版本' : 'Versions'), '']
  const names = Math.max(...versions.map(({ version }) => columnsOf(version)))
  for (const map of versions.toReversed()) {
    const { version, effective } = map
    const marks = [
      ...(version === shown.map.version && versions.length > 1 ? [zh ? '此处所列' : 'shown here'] : []),
      ...(effective.from > asOf ? [zh ? '尚未生效' : 'not in force yet'] : []),
      ...(effective.until !== undefined && effective.until < asOf ? [zh ? '已失效' : 'no longer in force'] : []),
    ]
    const mark = marks.length === 0 ? '' : zh ? `（${marks.join('，')}）` : ` (${marks.join(', ')})`
    const gap = ' '.repeat(names - columnsOf(version))
    lines.push(`  ${palette.name(version)}${gap}  ${validityWords(effective, lang)}${palette.dim(mark)}`)
    for (const { what, why, ...about } of notesAbout(map, shown, codes)) {
      const because = why === undefined ? '' : textIn(why, lang, '')
      const tail = because === '' ? '' : zh ? `（因为：${because}）` : ` (because: ${because})`
      const [first = '', ...rest] = wrap(
        aboutWords(about, shown, codes, lang) + textIn(what, lang, '') + tail,
        Math.max(16, width - 6),
      )
      lines.push(`    - ${first}`, ...rest.map((line) => `      ${line}`))
    }
  }
  const review = reviewWords(shown.map, asOf, lang)
  if (review !== undefined) {
    const [first = '', ...rest] = wrap(`${zh ? '评审：' : 'Review: '}${review}`, Math.max(16, width - 2))
    lines.push(`  ${first}`, ...rest.map((line) => `    ${line}`))
  }
  return lines
}

function listWalks(map: ProcessMap, { asOf, walks: record }: FlowHistory, context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  if (record.walks.length === 0 && record.due === undefined) return []
  const lines = ['', palette.strong(zh ? '流程穿越' : 'Walk-throughs'), '']
  const push = (first: string, rest: string, text: string) => {
    const [head = '', ...tail] = wrap(text, Math.max(16, width - columnsOf(rest)))
    lines.push(first + head, ...tail.map((line) => rest + line))
  }
  for (const { day, by, version, flows, touchpoints, findings } of record.walks) {
    const through = listed([...flows, ...touchpoints], lang)
    const who = by.join(zh ? '、' : ', ')
    push(
      `  ${palette.name(day)}  `,
      ' '.repeat(14),
      zh ? `${who}，版本 ${version}：${through}` : `${who}, version ${version}: ${through}`,
    )
    if (findings.length === 0) push(' '.repeat(14), ' '.repeat(14), zh ? '没有发现问题' : 'nothing found')
    for (const finding of findings) {
      const state = findingState(finding, asOf)
      const paint = { settled: palette.good, open: palette.warning, overdue: palette.error }[state]
      const word = stateWord(state, lang)
      const what = textIn(finding.what, lang, '')
      const outcome = outcomeOf(finding, asOf, context)
      const label = zh ? `${word}：` : `${word}: `
      const [head = '', ...tail] = wrap(label + what + outcome, Math.max(16, width - 16))
      lines.push(
        `${' '.repeat(14)}- ${paint(word)}${head.slice(word.length)}`,
        ...tail.map((line) => ' '.repeat(16) + line),
      )
    }
  }
  if (record.due !== undefined && map.walksEvery) {
    const every = everyWords(map.walksEvery.every, lang)
    const text = `${every}${zh ? '一次，' : ', '}${dueWords(record.due, record.overdue, lang)}`
    push('  ', '  ', text)
  }
  return lines
}

function outcomeOf(
  finding: WalkRecord['walks'][number]['findings'][number],
  asOf: string,
  { lang }: ReportContext,
): string {
  const zh = lang === 'zh'
  const { due, settled } = finding
  if (settled && findingState(finding, asOf) === 'settled') {
    const how = textIn(settled.how, lang, '')
    return zh ? ` → ${settled.day} ${how}` : ` → ${settled.day}: ${how}`
  }
  if (due === undefined) return ''
  return zh ? `（应不迟于 ${due}）` : ` (due by ${due})`
}

/** Notes of a version about the flow, flows its steps come from, its touchpoints, or the map as a whole. */
function notesAbout({ changes = [] }: ProcessMap, shown: Shown, codes: ReadonlySet<string>): VersionNote[] {
  const parts = partsOf(shown)
  return changes.filter(
    ({ flows, touchpoints }) =>
      (flows.length === 0 && touchpoints.length === 0) ||
      flows.some((id) => parts.has(id)) ||
      touchpoints.some((code) => codes.has(code)),
  )
}

/** What a note is about, where it is not simply what is shown. */
function aboutWords(
  note: Pick<VersionNote, 'flows' | 'touchpoints'>,
  shown: Shown,
  codes: ReadonlySet<string>,
  lang: Lang,
): string {
  if (note.flows.includes(shown.flow.id) || (codes.size === 1 && note.touchpoints.some((code) => codes.has(code))))
    return ''
  const parts = partsOf(shown)
  const names = [...note.flows.filter((id) => parts.has(id)), ...note.touchpoints.filter((code) => codes.has(code))]
  return names.length === 0 ? '' : `${listed(names, lang)}${lang === 'zh' ? '：' : ': '}`
}

/** The flow itself and those that its steps are written in: used ones, and those it extends. */
function partsOf({ map, flow, effective }: Shown): ReadonlySet<Id> {
  const files = new Set([...effective.steps.values()].map(({ step }) => step.place.file))
  const parts = [...map.flows.values()].filter(({ place }) => files.has(place.file))
  return new Set([flow.id, ...parts.map(({ id }) => id), ...(flow.derivation?.bases ?? []).map((base) => base.flow)])
}

/** The first of many names, and how many more there are. */
function listed(names: readonly string[], lang: Lang): string {
  const shown = names.slice(0, LISTED).join(lang === 'zh' ? '、' : ', ')
  const more = names.length - LISTED
  if (more <= 0) return shown
  return lang === 'zh' ? `${shown} 等 ${names.length} 个` : `${shown} and ${more} more`
}

/** The same as data: all versions with their notes about what is shown, the review, the walk-throughs. */
export function flowHistoryAsJson(shown: Shown, { versions, asOf, codes, walks }: FlowHistory): object {
  const { map } = shown
  return {
    asOf,
    versions: versions.map((each) => ({
      version: each.version,
      effective: each.effective,
      changes: notesAbout(each, shown, codes).map((note) => ({
        what: note.what,
        ...(note.why ? { why: note.why } : {}),
        flows: note.flows,
        touchpoints: note.touchpoints,
        source: sourceOf(note.place),
      })),
    })),
    ...reviewAsJson(map, asOf),
    walks: {
      ...(map.walksEvery ? { every: map.walksEvery.every.text } : {}),
      ...(walks.due === undefined ? {} : { due: walks.due }),
      overdue: walks.overdue,
      records: walks.walks.map((walk) => ({
        day: walk.day,
        by: walk.by,
        version: walk.version,
        flows: walk.flows,
        touchpoints: walk.touchpoints,
        findings: walk.findings.map((finding) => {
          const state = findingState(finding, asOf)
          return {
            what: finding.what,
            state,
            ...(finding.due === undefined ? {} : { due: finding.due }),
            ...(finding.settled && state === 'settled' ? { settled: finding.settled } : {}),
            source: sourceOf(finding.place),
          }
        }),
        source: sourceOf(walk.place),
      })),
    },
  }
}

function sourceOf({ file, range: { start } }: Place): object {
  return { file, line: start.line, column: start.column }
}
