import { codeFrame, printable } from '../diagnostic/codeframe.ts'
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

/** Findings for people: place, severity, rule, message, code frame, what was expected, the nearest name, related places; a summary line. */
export function reportFindings(maps: readonly MapFindings[], context: ReportContext): string {
  const blocks = maps.flatMap((map) => map.findings.map((finding) => describe(finding, map, context)))
  return [...blocks, `${summarise(countFindings(maps), context)}\n`].join('\n')
}

function describe(finding: Diagnostic, map: MapFindings, context: ReportContext): string {
  const { lang, palette } = context
  const paint = palette[finding.severity]
  const head = [
    palette.name(locate(finding.place, map.folder)),
    paint(SEVERITIES[finding.severity][lang]),
    palette.dim(finding.rule),
  ].join('  ')
  const lines = [head, ...indent(finding.message[lang], context, palette.strong)]
  const text = map.texts.get(finding.place.file)
  if (text !== undefined && text.trim() !== '') {
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
  return wrap(printable(text), Math.max(20, context.width - 2)).map((line) => `  ${paint(line)}`)
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
    ? `检查了 ${files} 个文件：${listed.join(',')}`
    : `${plural(files, 'file')} checked: ${listed.join(', ')}`
}

function countOf(count: number, severity: Severity, lang: Lang): string {
  const name = SEVERITIES[severity][lang]
  return lang === 'zh' ? `${count} 个${name}` : severity === 'info' ? `${count} info` : plural(count, name)
}

function plural(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
