import { wrap } from '../draw/columns.ts'
import { type Change, type Hurt, HURTS, type Subject } from '../compare/change.ts'
import type { Lang, Message, Place } from '../diagnostic/diagnostic.ts'
import type { ProcessMap } from '../model/map.ts'
import { textIn } from '../model/text.ts'
import type { VersionNote } from '../model/version-note.ts'
import type { ReportContext } from './context.ts'
import { changeWords, gatherChanges, hurtTitle, hurtWord } from './diff-words.ts'
import { markdownTable, markdownText } from './markdown-text.ts'

/** Two maps and what changed from one to the other. */
export interface Diff {
  readonly before: Side
  readonly after: Side
  readonly changes: readonly Change[]
  /** Only changes that hurt are told, by whom: these; absent: all changes, by what they are about. */
  readonly breaking?: readonly Hurt[]
}

/** What was compared: a map, under the name the user gave it. */
export interface Side {
  readonly named: string
  readonly map: ProcessMap
}

interface Section {
  readonly title: string
  readonly changes: readonly Change[]
}

const SECTIONS: readonly (readonly [title: Message, subjects: readonly Subject[]])[] = [
  [{ zh: '地图', en: 'Map' }, ['map']],
  [{ zh: '接触点', en: 'Touchpoints' }, ['touchpoint']],
  [{ zh: '全图规则', en: 'Rules of the whole map' }, ['rule']],
  [{ zh: '话术与禁语', en: 'Phrases' }, ['lexicon']],
  [{ zh: '目录', en: 'Catalogue' }, ['axis-value', 'role', 'event', 'catalog']],
  [{ zh: '评分表', en: 'Scorecard' }, ['scorecard']],
  [{ zh: '指标', en: 'Metrics' }, ['metric']],
  [{ zh: '认可项', en: 'Acceptances' }, ['acceptance']],
]

/** Changes in sections: by whom they hurt, or by what they are about, each flow with all that belongs to it. */
function sectionsOf({ changes, breaking, after, before }: Diff, lang: Lang): Section[] {
  if (breaking !== undefined) {
    return breaking
      .map((hurt) => ({ title: hurtTitle(hurt, lang), changes: changes.filter(({ hurts }) => hurts.includes(hurt)) }))
      .filter((section) => section.changes.length > 0)
  }
  const ofFlows = new Map<string, Change[]>()
  const rest: Change[] = []
  for (const change of changes) {
    const flow = change.subject === 'flow' ? change.id : change.flow
    if (flow === undefined) rest.push(change)
    else ofFlows.set(flow, [...(ofFlows.get(flow) ?? []), change])
  }
  const flows = [...ofFlows].map(([id, own]): Section => {
    const name = textIn((after.map.flows.get(id) ?? before.map.flows.get(id))?.name, lang, '')
    const word = lang === 'zh' ? '流程' : 'Flow'
    return { title: name === '' ? `${word} ${id}` : `${word} ${id} · ${name}`, changes: own }
  })
  const sections = SECTIONS.map(([title, subjects]) => ({
    title: title[lang],
    changes: rest.filter(({ subject }) => subjects.includes(subject)),
  }))
  const [map, touchpoints, ...others] = sections
  return [...(map ? [map] : []), ...(touchpoints ? [touchpoints] : []), ...flows, ...others].filter(
    (section) => section.changes.length > 0,
  )
}

/** How many changes hurt whom. */
export function countHurts(changes: readonly Change[]): Readonly<Record<Hurt, number>> {
  const count = (hurt: Hurt) => changes.filter(({ hurts }) => hurts.includes(hurt)).length
  return { agents: count('agents'), contacts: count('contacts'), codes: count('codes') }
}

function summary({ changes }: Diff, lang: Lang): string {
  const zh = lang === 'zh'
  if (changes.length === 0) return zh ? '没有改动。' : 'Nothing changed.'
  const counts = countHurts(changes)
  const parts = HURTS.filter((hurt) => counts[hurt] > 0).map((hurt) => `${hurtTitle(hurt, lang)} ${counts[hurt]}`)
  const n = changes.length
  const all = zh ? `${n} 处改动` : `${n} ${n === 1 ? 'change' : 'changes'}`
  return parts.length === 0 ? all : `${all}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`
}

/** For a terminal: a section a flow, one change a line, with whom it hurts and where it stands. */
export function reportDiff(diff: Diff, { lang, palette, width }: ReportContext): string {
  const zh = lang === 'zh'
  const side = ({ named, map }: Side): string => `${named}${zh ? '（' : ' ('}${map.id} ${map.version}${zh ? '）' : ')'}`
  const lines = [palette.strong(`${side(diff.before)} → ${side(diff.after)}`), summary(diff, lang)]
  const paint = { '+': palette.good, '-': palette.error, '>': palette.name, '~': palette.warning } as const
  for (const { title, changes } of sectionsOf(diff, lang)) {
    lines.push('', palette.strong(title))
    for (const { change, ids } of gatherChanges(changes, lang)) {
      const { sign, what, before, after } = changeWords(change, lang, ids)
      const [first = '', ...more] = wrap(what, Math.max(20, width - 4))
      lines.push(`  ${paint[sign](sign)} ${first}`, ...more.map((line) => `    ${line}`))
      const told = (text: string, mark: string, colour: (text: string) => string): void => {
        const [head = '', ...tail] = wrap(text, Math.max(20, width - 8))
        lines.push(`      ${colour(`${mark} ${head}`)}`, ...tail.map((line) => `        ${colour(line)}`))
      }
      if (before !== undefined && before !== '') told(before, '-', palette.error)
      if (after !== undefined && after !== '') told(after, '+', palette.good)
      const hurts = diff.breaking === undefined ? change.hurts.map((hurt) => hurtWord(hurt, lang)) : []
      const notes = [
        ...(hurts.length === 0 ? [] : [`${zh ? '影响' : 'hurts'} ${hurts.join(zh ? '、' : ', ')}`]),
        ...whereWords(change),
      ]
      if (notes.length > 0) lines.push(`      ${palette.dim(notes.join(' · '))}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function whereWords({ placeBefore, placeAfter }: Change): string[] {
  const place = placeAfter ?? placeBefore
  return place === undefined ? [] : [`${place.file}:${place.range.start.line}`]
}

/** For a pull request. */
export function reportDiffAsMarkdown(diff: Diff, lang: Lang): string {
  const zh = lang === 'zh'
  const { before, after } = diff
  const name = markdownText(textIn(after.map.name, lang, after.map.id))
  const head = zh ? `## ${name}：地图改动` : `## ${name}: changes of the map`
  const from = `${markdownText(before.named)} \`${before.map.version}\` → ${markdownText(after.named)} \`${after.map.version}\``
  const parts = [`${head}\n\n${from}\n\n${summary(diff, lang)}\n`]
  const columns = zh ? ['', '改动', '之前', '之后', '影响'] : ['', 'change', 'before', 'after', 'hurts']
  for (const { title, changes } of sectionsOf(diff, lang)) {
    const rows = gatherChanges(changes, lang).map(({ change, ids }) => {
      const words = changeWords(change, lang, ids)
      const hurts = change.hurts.map((hurt) => hurtWord(hurt, lang)).join(zh ? '、' : ', ')
      return [
        `\`${words.sign}\``,
        markdownText(words.what),
        markdownText(words.before ?? ''),
        markdownText(words.after ?? ''),
        hurts,
      ]
    })
    parts.push(`### ${markdownText(title)}\n\n${markdownTable(columns, rows)}`)
  }
  return parts.join('\n')
}

/** As data: every change by itself, in both languages. */
export function reportDiffAsJson(diff: Diff, version: string): string {
  const { before, after, changes, breaking } = diff
  const side = ({ named, map }: Side) => ({ named, id: map.id, version: map.version, hash: map.hash })
  const told =
    breaking === undefined ? changes : changes.filter(({ hurts }) => hurts.some((hurt) => breaking.includes(hurt)))
  const place = (of: Place | undefined) =>
    of === undefined ? null : { file: of.file, line: of.range.start.line, column: of.range.start.column }
  const report = {
    touchmap: version,
    command: 'diff',
    before: side(before),
    after: side(after),
    summary: { changes: changes.length, ...countHurts(changes) },
    changes: told.map((change) => {
      const [zh, en] = [changeWords(change, 'zh'), changeWords(change, 'en')]
      return {
        subject: change.subject,
        id: change.id,
        kind: change.kind,
        ...(change.flow === undefined ? {} : { flow: change.flow }),
        ...(change.cell === undefined ? {} : { cell: change.cell }),
        ...(change.facet === undefined ? {} : { facet: change.facet }),
        ...(change.key === undefined ? {} : { key: change.key }),
        hurts: change.hurts,
        message: { zh: zh.what, en: en.what },
        ...(zh.before === undefined ? {} : { before: { zh: zh.before, en: en.before } }),
        ...(zh.after === undefined ? {} : { after: { zh: zh.after, en: en.after } }),
        source: { before: place(change.placeBefore), after: place(change.placeAfter) },
      }
    }),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

/** One version of a map in its changelog. */
export interface ChangelogEntry {
  readonly map: ProcessMap
  /** Absent for the first version. */
  readonly changes?: readonly Change[]
}

/** The versions of a map, the newest first, each with its makers' notes and what changed since the one before, as Markdown. */
export function reportChangelog(entries: readonly ChangelogEntry[], lang: Lang): string {
  const zh = lang === 'zh'
  const [first] = entries
  if (first === undefined) return ''
  const parts = [`# ${markdownText(textIn(first.map.name, lang, first.map.id))}\n`]
  for (const { map, changes } of entries) {
    const { from, until } = map.effective
    const dates = until === undefined ? (zh ? `自 ${from} 起` : `from ${from}`) : `${from} – ${until}`
    parts.push(`## ${markdownText(map.version)} (${dates})\n`)
    const notes = (map.changes ?? []).map((note) => noteLine(note, lang))
    if (notes.length > 0) parts.push(`### ${zh ? '修订说明' : 'Notes'}\n\n${notes.join('\n')}\n`)
    if (changes === undefined) {
      parts.push(zh ? '第一版。\n' : 'The first version.\n')
      continue
    }
    const side = { named: '', map }
    const sections = sectionsOf({ before: side, after: side, changes }, lang)
    if (sections.length === 0) parts.push(zh ? '内容没有改动。\n' : 'Nothing changed but its dates.\n')
    for (const section of sections) {
      const lines = gatherChanges(section.changes, lang).map(({ change, ids }) => {
        const { what, before, after } = changeWords(change, lang, ids)
        const [from, to] = [before ?? '', after ?? ''].map(markdownText)
        const values =
          change.kind !== 'changed' || (from !== '' && to !== '')
            ? [from, to].filter((value) => value !== '').join(' → ')
            : from === ''
              ? `${zh ? '增 ' : 'new: '}${to}`
              : `${zh ? '去 ' : 'gone: '}${from}`
        const told = values === '' ? '' : `${zh ? '：' : ' — '}${values}`
        return `- ${markdownText(what)}${told}`
      })
      parts.push(`### ${markdownText(section.title)}\n\n${lines.join('\n')}\n`)
    }
  }
  return parts.join('\n')
}

/** A note of a version: what, why, and the flows and touchpoints it is about. */
function noteLine({ what, why, flows, touchpoints }: VersionNote, lang: Lang): string {
  const zh = lang === 'zh'
  const about = [...flows, ...touchpoints].join(zh ? '、' : ', ')
  const because = why === undefined ? '' : textIn(why, lang, '')
  const tail = because === '' ? '' : zh ? `（因为：${because}）` : ` (because: ${because})`
  return `- ${markdownText((about === '' ? '' : zh ? `${about}：` : `${about}: `) + textIn(what, lang, ''))}${markdownText(tail)}`
}

/** Whom changes can hurt, as users name them on the command line. */
export function readHurts(named: string): readonly Hurt[] | undefined {
  const wanted = named.split(',').map((each) => each.trim())
  if (!wanted.every((each) => (HURTS as readonly string[]).includes(each))) return undefined
  return HURTS.filter((hurt) => wanted.includes(hurt))
}
