import type { Message, Place } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { findComments, type YamlComment } from '../load/find-comments.ts'
import type { ReadFile } from '../load/read-file.ts'
import type { SourceText } from '../load/source-text.ts'
import { parseDay } from '../model/calendar.ts'
import type { LintFinding, TextEdit } from './lint-rule.ts'

/** `# touchmap-ignore RULE… -- reason until=2027-01-31`: for the line it ends, or, alone on its line, for the next. */
export interface Suppression {
  readonly rule: string
  /** The line whose findings it is for. */
  readonly line: number
  readonly file: string
  readonly until?: string
  /** Of the rule's id in the comment. */
  readonly place: Place
  /** Takes it out: its id, or the whole comment where it names no other. */
  readonly removal: TextEdit
}

export interface ReadSuppressions {
  readonly suppressions: readonly Suppression[]
  /** Comments that suppress nothing as they are written. */
  readonly findings: readonly LintFinding[]
}

export interface KnownRules {
  /** Rules that may be suppressed. */
  readonly open: ReadonlySet<string>
  /** Rules of errors, which may not. */
  readonly closed: ReadonlySet<string>
}

const WORD = 'touchmap-ignore'

/** Reads the suppressions of all files; those in files that do not parse are not looked at. */
export function readSuppressions(read: readonly ReadFile[], known: KnownRules): ReadSuppressions {
  const suppressions: Suppression[] = []
  const findings: LintFinding[] = []
  for (const { source, root } of read) {
    if (!root || !source.text.includes(WORD)) continue
    const lines = source.text.split('\n')
    for (const comment of findComments(source)) {
      const match = /^#+\s*touchmap-ignore(?![\w-])\s*/.exec(comment.text)
      if (!match) continue
      const body = parseBody(comment.text.slice(match[0].length))
      if ('fault' in body) {
        findings.push(invalid(comment.place, body.fault, FORM))
        continue
      }
      const line = comment.isTrailing ? comment.place.range.start.line : nextLine(lines, comment.place.range.start.line)
      for (const [i, { name, at }] of body.rules.entries()) {
        const place = within(comment.place, match[0].length + at, name.length)
        const fault = faultOfRule(name, known)
        if (fault) findings.push({ ...invalid(place, fault), ...suggest(name, known) })
        else {
          const until = body.until === undefined ? {} : { until: body.until }
          const next = body.rules[i + 1]
          const removal =
            body.rules.length === 1
              ? removeComment(source, comment)
              : removeName(place, next ? next.at - at : undefined, at - endOf(body.rules[i - 1]))
          suppressions.push({ rule: name, line, file: source.file, place, removal, ...until })
        }
      }
    }
  }
  return { suppressions, findings }
}

export interface Suppressed {
  readonly kept: readonly LintFinding[]
  /** Those that suppressed something, expired ones among them. */
  readonly used: ReadonlySet<Suppression>
}

/** Takes away what is suppressed; an expired suppression takes away nothing. */
export function suppress(findings: readonly LintFinding[], all: readonly Suppression[], asOf: string): Suppressed {
  const byLine = new Map<string, Suppression[]>()
  for (const each of all) {
    const key = keyOf(each.file, each.line, each.rule)
    byLine.set(key, [...(byLine.get(key) ?? []), each])
  }
  const used = new Set<Suppression>()
  const kept = findings.filter(({ place, rule }) => {
    const here = byLine.get(keyOf(place.file, place.range.start.line, rule)) ?? []
    here.forEach((each) => used.add(each))
    return !here.some((each) => !isExpired(each, asOf))
  })
  return { kept, used }
}

/** The last day of a suppression is its `until`. */
export function isExpired({ until }: Suppression, asOf: string): boolean {
  return until !== undefined && until < asOf
}

const FORM: Message = {
  zh: '`# touchmap-ignore 规则 -- 理由`，可加 `until=2027-01-31`',
  en: '`# touchmap-ignore RULE -- reason`, with `until=2027-01-31` if it is to end',
}

function parseBody(
  text: string,
):
  | { readonly fault: Message }
  | { readonly rules: readonly { readonly name: string; readonly at: number }[]; readonly until?: string } {
  const dash = /(?:^|\s)--(?:\s|$)/.exec(text)
  const names = dash ? text.slice(0, dash.index) : text
  const reason = dash ? text.slice(dash.index + dash[0].length) : ''
  const rules = [...names.matchAll(/[^\s,]+/g)].map((match) => ({ name: match[0], at: match.index }))
  if (rules.length === 0)
    return { fault: { zh: '没有写明豁免哪条规则', en: 'it does not say which rule is to be ignored' } }
  const until = /(?:^|\s)until=(\S*)/.exec(reason)
  if (reason.replace(/(?:^|\s)until=\S*/, '').trim() === '') {
    return { fault: { zh: '豁免须写明理由', en: 'a suppression must give its reason' } }
  }
  if (!until) return { rules }
  const day = until[1] ?? ''
  if (parseDay(day) === undefined) return { fault: { zh: `没有 \`${day}\` 这一天`, en: `there is no day \`${day}\`` } }
  return { rules, until: day }
}

function faultOfRule(name: string, known: KnownRules): Message | undefined {
  if (known.open.has(name)) return undefined
  if (known.closed.has(name)) {
    return { zh: `\`${name}\` 是错误，不能豁免`, en: `\`${name}\` is an error of the map and cannot be ignored` }
  }
  // Rules of plug-ins that are not loaded now.
  if (/^[^/]+\/[^/]+$/.test(name)) return undefined
  return { zh: `没有名为 \`${name}\` 的规则`, en: `there is no rule \`${name}\`` }
}

function suggest(name: string, { open }: KnownRules): { readonly suggestion?: string } {
  const suggestion = nearestName(name, open)
  return suggestion === undefined ? {} : { suggestion }
}

function invalid(place: Place, message: Message, expected?: Message): LintFinding {
  return { rule: 'suppression-invalid', severity: 'error', message, place, ...(expected ? { expected } : {}) }
}

/** The first line below that is neither blank nor a comment; 1-based. */
function nextLine(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && /^\s*(#.*)?$/.test(lines[at] ?? '')) at += 1
  return at + 1
}

function within(place: Place, from: number, length: number): Place {
  const { start } = place.range
  const at = (by: number) => ({ line: start.line, column: start.column + by, offset: start.offset + by })
  return { ...place, range: { start: at(from), end: at(from + length) } }
}

/** The whole line where the comment stands alone on it, else the comment with the blanks before it. */
function removeComment({ file, text, skipped }: SourceText, { place, isTrailing }: YamlComment): TextEdit {
  const start = place.range.start.offset - skipped
  const end = place.range.end.offset - skipped
  if (isTrailing) return { file, from: text.slice(0, start).trimEnd().length + skipped, to: end + skipped, text: '' }
  const from = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  return { file, from: from + skipped, to: (newline < 0 ? text.length : newline + 1) + skipped, text: '' }
}

/** The id with what parts it from the next, or, of the last, from the one before. */
function removeName({ file, range: { start, end } }: Place, toNext: number | undefined, fromLast: number): TextEdit {
  if (toNext !== undefined) return { file, from: start.offset, to: start.offset + toNext, text: '' }
  return { file, from: start.offset - fromLast, to: end.offset, text: '' }
}

function endOf(rule: { readonly name: string; readonly at: number } | undefined): number {
  return rule ? rule.at + rule.name.length : 0
}

function keyOf(file: string, line: number, rule: string): string {
  return `${file}\n${line}\n${rule}`
}
