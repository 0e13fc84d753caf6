import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { Diagnostic, Lang, Place, Severity } from '../diagnostic/diagnostic.ts'
import { linesOf } from '../diagnostic/codeframe.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { ReportContext } from './context.ts'
import { countFindings, type MapFindings } from './findings.ts'
import { describeFinding } from './findings-json.ts'
import { type JunitCase, type JunitSuite, writeJunit } from './junit.ts'
import { markdownTable, markdownText } from './markdown-text.ts'
import { SARIF_LEVELS, SARIF_SCHEMA, sarifLocation, sarifRule } from './sarif.ts'

/** What the formats for machines need: the language of messages, touchmap's version, and a digest for fingerprints. */
export interface FormatContext extends Pick<ReportContext, 'lang' | 'version'> {
  /** A hash of a text, hex; the same everywhere. */
  digest(text: string): string
}

interface Located {
  readonly map: MapFindings
  readonly finding: Diagnostic
  /** Path from the working directory. */
  readonly file: string
}

/** A finding a line, in the shape of `findings` in contracts.md; files begin with the map's folder. */
export function reportFindingsAsJsonLines(maps: readonly MapFindings[], { lang }: FormatContext): string {
  return locateAll(maps)
    .map(({ map, finding }) => `${JSON.stringify(describeFinding(finding, prefixOf(map), lang))}\n`)
    .join('')
}

/** SARIF 2.1.0, as code scanning reads it. */
export function reportFindingsAsSarif(maps: readonly MapFindings[], context: FormatContext): string {
  const { lang, version } = context
  const located = locateAll(maps)
  const ids = [...new Set(located.map(({ finding }) => finding.rule))].sort(compareText)
  const rules = ids.map((id): ReportingDescriptor => {
    const first = located.find(({ finding }) => finding.rule === id)?.finding
    return sarifRule(id, id, SARIF_LEVELS[first?.severity ?? 'error'])
  })
  const fingerprints = createFingerprints(context)
  const results = located.map((each): Result => {
    const { map, finding } = each
    return {
      ruleId: finding.rule,
      ruleIndex: ids.indexOf(finding.rule),
      level: SARIF_LEVELS[finding.severity],
      message: { text: wholeMessage(finding, lang) },
      locations: [sarifLocation(finding.place, map.folder)],
      ...(finding.related === undefined || finding.related.length === 0
        ? {}
        : {
            relatedLocations: finding.related.map(({ message, place }, at) => ({
              id: at,
              message: { text: message[lang] },
              ...sarifLocation(place, map.folder),
            })),
          }),
      partialFingerprints: { 'touchmap/v1': fingerprints(each) },
    }
  })
  const log: Log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'touchmap', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** JUnit XML: a suite a map, a case a file, which fails when something of `least` severity or worse is found in it. */
export function reportFindingsAsJunit(
  maps: readonly MapFindings[],
  { lang }: FormatContext,
  isFailure: (severity: Severity) => boolean,
): string {
  const suites = maps.map((map): JunitSuite => {
    const byFile = new Map<string, Diagnostic[]>([...map.texts.keys()].map((file) => [file, []]))
    const others: Diagnostic[] = []
    for (const finding of map.findings) {
      const known = byFile.get(finding.place.file) ?? []
      byFile.set(finding.place.file, known)
      if (isFailure(finding.severity)) known.push(finding)
      else others.push(finding)
    }
    const lines = (some: readonly Diagnostic[]): string =>
      some.map((finding) => `${prefixOf(map)}${lineOf(finding, lang)}`).join('\n')
    const about = map.folder || '.'
    const cases = [...byFile]
      .sort(([a], [b]) => compareText(a, b))
      .map(([file, bad]): JunitCase => {
        const [first] = bad
        if (first === undefined) return { classname: about, name: file }
        return {
          classname: about,
          name: file,
          failure: { type: first.rule, message: first.message[lang], text: lines(bad) },
        }
      })
    const output = others.length === 0 ? {} : { output: lines(others) }
    return { name: map.identity?.id ?? about, about, cases, ...output }
  })
  return writeJunit(suites)
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Workflow commands of GitHub Actions: each finding becomes an annotation at its line. */
export function reportFindingsAsGithub(maps: readonly MapFindings[], { lang }: FormatContext): string {
  return locateAll(maps)
    .map(({ finding, file }) => {
      const { start, end } = finding.place.range
      const properties = [
        `file=${escapeProperty(file)}`,
        `line=${start.line}`,
        `endLine=${end.line}`,
        `col=${start.column}`,
        ...(start.line === end.line ? [`endColumn=${Math.max(end.column, start.column)}`] : []),
        `title=${escapeProperty(finding.rule)}`,
      ]
      return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${escapeData(wholeMessage(finding, lang))}\n`
    })
    .join('')
}

const GITLAB: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** A Code Quality report of GitLab. */
export function reportFindingsAsGitlab(maps: readonly MapFindings[], context: FormatContext): string {
  const fingerprints = createFingerprints(context)
  const issues = locateAll(maps).map((each) => ({
    description: wholeMessage(each.finding, context.lang),
    check_name: each.finding.rule,
    fingerprint: fingerprints(each),
    severity: GITLAB[each.finding.severity],
    location: { path: each.file, lines: { begin: each.finding.place.range.start.line } },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}

/** A table for a pull request. */
export function reportFindingsAsMarkdown(maps: readonly MapFindings[], { lang }: FormatContext): string {
  const zh = lang === 'zh'
  const { errors, warnings, infos, files } = countFindings(maps)
  const located = locateAll(maps)
  const summary = zh
    ? `检查了 ${files} 个文件：${errors} 个错误，${warnings} 个警告，${infos} 个提示。`
    : `${files} files checked: ${errors} errors, ${warnings} warnings, ${infos} infos.`
  if (located.length === 0) return `${summary}\n`
  const rows = located.map(({ finding, file }) => [
    SEVERITIES[finding.severity][lang],
    `${markdownText(file)}:${finding.place.range.start.line}`,
    `\`${finding.rule}\``,
    markdownText(wholeMessage(finding, lang)),
  ])
  return `${summary}\n\n${markdownTable(zh ? ['级别', '位置', '规则', '问题'] : ['severity', 'place', 'rule', 'what is wrong'], rows)}`
}

const SEVERITIES: Readonly<Record<Severity, Readonly<Record<Lang, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
}

function locateAll(maps: readonly MapFindings[]): Located[] {
  return maps.flatMap((map) =>
    map.findings.map((finding) => ({ map, finding, file: `${prefixOf(map)}${finding.place.file}` })),
  )
}

function prefixOf({ folder }: MapFindings): string {
  return folder === '' ? '' : `${folder}/`
}

function wholeMessage({ message, expected, suggestion }: Diagnostic, lang: Lang): string {
  const zh = lang === 'zh'
  const more = [
    ...(expected === undefined ? [] : [`${zh ? '应为：' : 'expected: '}${expected[lang]}`]),
    ...(suggestion === undefined ? [] : [`${zh ? '是否想写：' : 'did you mean: '}${suggestion}`]),
  ]
  return more.length === 0 ? message[lang] : `${message[lang]}${zh ? '。' : '. '}${more.join(zh ? '。' : '. ')}`
}

function lineOf(finding: Diagnostic, lang: Lang): string {
  const { line, column } = finding.place.range.start
  return `${placeText(finding.place, line, column)} ${finding.severity} ${finding.rule}: ${wholeMessage(finding, lang)}`
}

function placeText({ file }: Place, line: number, column: number): string {
  return `${file}:${line}:${column}`
}

/**
 * What tells a finding from others through later edits: its rule, its file and the text of its line, not the line's
 * number; the second of two alike has a number.
 */
function createFingerprints({ digest }: FormatContext): (located: Located) => string {
  const seen = new Map<string, number>()
  return ({ map, finding, file }) => {
    const line = linesOf(map.texts.get(finding.place.file) ?? '')[finding.place.range.start.line - 1] ?? ''
    const key = digest(JSON.stringify([finding.rule, file, finding.place.pointer, line.trim()]))
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : digest(`${key}/${count}`)
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
