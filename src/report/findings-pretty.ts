import { codeFrame, linesOf, printable } from '../diagnostic/codeframe.ts'
import type { Diagnostic, Lang, Message, Place, Severity } from '../diagnostic/diagnostic.ts'
import { columnsOf, wrap } from '../draw/columns.ts'
import type { ReportContext } from './context.ts'
import { countFindings, type FindingCounts, type MapFindings } from './findings.ts'

const SEVERITIES: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
}
const EXPECTED: Message = { zh: '应为：', en: 'expected: ' }
const SUGGESTION: Message = { zh: '是否想写：', en: 'did you mean: ' }

/** Nobody reads more findings than this in a terminal; how many more there are is told, and every count is of all. */
const LISTED = 1_000
/** A message beyond this many characters is shortened: the names in it come from the files. */
const LONGEST_MESSAGE = 2_000

/** Findings for people: place, severity, rule, message, code frame, what was expected, the nearest name, related places; a summary line. */
export function reportFindings(maps: readonly MapFindings[], context: ReportContext): string {
  const total = maps.reduce((sum, { findings }) => sum + findings.length, 0)
  const blocks: string[] = []
  for (const map of maps) {
    const lines = new Map<string, readonly string[] | undefined>()
    for (const finding of map.findings.slice(0, LISTED - blocks.length)) {
      const { file } = finding.place
      if (!lines.has(file)) lines.set(file, framed(map.texts.get(file)))
      blocks.push(describe(finding, map, lines.get(file), context))
    }
  }
  if (total > blocks.length) blocks.push(tellOfMore(total - blocks.length, context))
  return [...blocks, `${summarise(countFindings(maps), context)}\n`].join('\n')
}

function framed(text: string | undefined): readonly string[] | undefined {
  return text === undefined || text.trim() === '' ? undefined : linesOf(text)
}

function tellOfMore(count: number, { lang, palette }: ReportContext): string {
  const said =
    lang === 'zh'
      ? `另有 ${count} 个发现未列出；\`touchmap validate --format json\` 列出全部`
      : `${count} more ${count === 1 ? 'finding is' : 'findings are'} not listed; \`touchmap validate --format json\` lists them all`
  return `${palette.strong(said)}\n`
}

function describe(
  finding: Diagnostic,
  map: MapFindings,
  text: readonly string[] | undefined,
  context: ReportContext,
): string {
  const { lang, palette } = context
  const paint = palette[finding.severity]
  const where = locate(finding.place, map.folder)
  const severity = SEVERITIES[finding.severity][lang]
  const what = `${paint(severity)}  ${palette.dim(finding.rule)}`
  // A place may be longer than the line: then what it is stands below, whole.
  const fits = columnsOf(`${where}  ${severity}  ${finding.rule}`) <= context.width
  const head = fits ? [`${palette.name(where)}  ${what}`] : [palette.name(where), `  ${what}`]
  const lines = [...head, ...indent(finding.message[lang], context, palette.strong)]
  if (text) {
    const frame = codeFrame(text, finding.place.range, { columnsOf, width: Math.min(context.width, 120) - 2 })
    for (const line of frame) {
      const body =
        line.kind === 'caret' ? paint(line.text) : line.kind === 'context' ? palette.dim(line.text) : line.text
      lines.push(`  ${palette.dim(line.gutter)}${body}`.trimEnd())
    }
  }
  if (finding.expected) lines.push(...indent(EXPECTED[lang] + finding.expected[lang], context))
  if (finding.suggestion !== undefined) {
    lines.push(...indent(`${SUGGESTION[lang]}\`${finding.suggestion}\``, context, palette.good))
  }
  for (const { message, place } of finding.related ?? []) {
    lines.push(...indent(`${locate(place, map.folder)}  ${message[lang]}`, context, palette.dim))
  }
  return `${lines.join('\n')}\n`
}

function indent(text: string, context: ReportContext, paint = (line: string) => line): string[] {
  return wrap(printable(shorten(text)), Math.max(20, context.width - 2)).map((line) => `  ${paint(line)}`)
}

function shorten(text: string): string {
  if (text.length <= LONGEST_MESSAGE) return text
  return `${text.slice(0, LONGEST_MESSAGE / 2)} … ${text.slice(-LONGEST_MESSAGE / 10)}`
}

function locate(place: Place, folder: string): string {
  const { line, column } = place.range.start
  return printable(`${folder === '' ? '' : `${folder}/`}${place.file}:${line}:${column}`)
}

function summarise(counts: FindingCounts, { lang, palette }: ReportContext): string {
  const { errors, warnings, infos, files } = counts
  if (errors + warnings + infos === 0) {
    return palette.good(
      lang === 'zh' ? `检查了 ${files} 个文件，没有发现问题` : `${plural(files, 'file')} checked, nothing found`,
    )
  }
  const parts = [
    { count: errors, severity: 'error' },
    { count: warnings, severity: 'warning' },
    { count: infos, severity: 'info' },
  ] as const
  const listed = parts
    .filter(({ count }) => count > 0)
    .map(({ count, severity }) => palette[severity](countOf(count, severity, lang)))
  return lang === 'zh'
    ? `检查了 ${files} 个文件：${listed.join('，')}`
    : `${plural(files, 'file')} checked: ${listed.join(', ')}`
}

function countOf(count: number, severity: Severity, lang: Lang): string {
  const name = SEVERITIES[severity][lang]
  return lang === 'zh' ? `${count} 个${name}` : severity === 'info' ? `${count} info` : plural(count, name)
}

function plural(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
