import type { Outcome } from '../compliance/rule-kind.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import { textIn } from '../model/text.ts'
import type { CaseCoverage } from '../trial/case-coverage.ts'
import type { CaseCheck, CaseResult } from '../trial/run-cases.ts'
import type { ReportContext } from './context.ts'
import { sourceOf } from './score-json.ts'
import { outcomeWord, placeWords, ruleWords, verdictWord } from './score-words.ts'
import { type JunitCase, writeJunit } from './junit.ts'

/** What `touchmap test` found. */
export interface TrialReport {
  readonly results: readonly CaseResult[]
  readonly coverage: CaseCoverage
}

const MOST_LISTED = 10

/** Rules by what no case expects of them. */
function gapsOf({ rules }: CaseCoverage) {
  return {
    without: rules.filter(({ expected }) => expected.size === 0),
    neverFail: rules.filter(({ expected }) => expected.size > 0 && !expected.has('fail')),
    neverPass: rules.filter(({ expected }) => expected.size > 0 && !expected.has('pass')),
  }
}

/** For people: the cases that failed, the count, and what no case shows. `all` lists every gap. */
export function trialPretty(
  { results, coverage }: TrialReport,
  { lang, palette }: ReportContext,
  all: boolean,
): string {
  const zh = lang === 'zh'
  const failed = results.filter(({ ok }) => !ok)
  const lines: string[] = []
  for (const { case: each, checks, scored } of failed) {
    lines.push(
      `${palette.error('✗')} ${palette.strong(printable(textIn(each.name, lang, '')))}  ${palette.dim(placeWords(each.place))}`,
    )
    if (scored === undefined) lines.push(`    ${zh ? '落在盲点，未评分' : 'lands in a blind spot and is not scored'}`)
    for (const check of checks) {
      if (!check.ok) lines.push(`    ${palette.name(placeWords(check.expectation.place))}  ${checkWords(check, lang)}`)
    }
  }
  const count = zh
    ? `${results.length} 个用例：${results.length - failed.length} 个通过，${failed.length} 个未通过`
    : `${results.length} cases: ${results.length - failed.length} pass, ${failed.length} fail`
  if (lines.length > 0) lines.push('')
  lines.push(failed.length === 0 ? palette.good(count) : palette.error(count))
  const { rules, branches } = coverage
  const whole = rules.filter(({ expected }) => expected.has('pass') && expected.has('fail')).length
  const taken = branches.filter(({ covered }) => covered).length
  lines.push(
    zh
      ? `覆盖：${rules.length} 条规则中 ${whole} 条既有通过也有不通过的用例；${branches.length} 个分支中 ${taken} 个被走到`
      : `coverage: ${whole} of ${rules.length} rules have a case that passes and one that fails; ${taken} of ${branches.length} branches are taken`,
  )
  const { without, neverFail, neverPass } = gapsOf(coverage)
  const gap = (title: string, names: readonly string[]): void => {
    if (names.length === 0) return
    const shown = all ? names : names.slice(0, MOST_LISTED)
    lines.push(palette.warning(title), ...shown.map((name) => `  ${name}`))
    if (shown.length < names.length)
      lines.push(
        palette.dim(
          zh
            ? `  …… 另有 ${names.length - shown.length} 项（--all 全部列出）`
            : `  … and ${names.length - shown.length} more (--all lists them)`,
        ),
      )
  }
  const ruleName = ({ rule }: { readonly rule: CaseCoverage['rules'][number]['rule'] }): string =>
    `${rule.id}  ${palette.dim(`${ruleWords(rule, lang)}  ${placeWords(rule.place)}`)}`
  gap(zh ? '没有用例的规则：' : 'rules without a case:', without.map(ruleName))
  gap(zh ? '没有不通过用例的规则：' : 'rules that no case fails:', neverFail.map(ruleName))
  gap(zh ? '没有通过用例的规则：' : 'rules that no case passes:', neverPass.map(ruleName))
  gap(
    zh ? '没有用例走到的分支：' : 'branches that no case takes:',
    branches
      .filter(({ covered }) => !covered)
      .map(({ flow, label, place }) => `${flow} → ${label}  ${palette.dim(placeWords(place))}`),
  )
  return `${lines.join('\n')}\n`
}

function checkWords({ expectation: { of, value }, got, reason }: CaseCheck, lang: Lang): string {
  const zh = lang === 'zh'
  const words = (what: string | number | null): string => {
    if (what === null) return zh ? '无' : 'nothing'
    if (typeof what === 'number') return String(what)
    return of === 'verdict' ? verdictWord(what as 'pass', lang) : outcomeWord(what as Outcome, lang)
  }
  const why = reason === undefined ? '' : zh ? `：${maskNumbers(reason()[lang])}` : `: ${maskNumbers(reason()[lang])}`
  return zh
    ? `${of} 应为 ${words(value)}，实为 ${words(got)}${why}`
    : `${of} should be ${words(value)} and is ${words(got)}${why}`
}

/** As JSON (`schemas/output/test.schema.json`). */
export function trialJson({ results, coverage }: TrialReport, lang: Lang): string {
  const { without, neverFail, neverPass } = gapsOf(coverage)
  const ids = (some: CaseCoverage['rules']): string[] => some.map(({ rule }) => rule.id)
  const failed = results.filter(({ ok }) => !ok).length
  const json = {
    command: 'test',
    summary: { cases: results.length, pass: results.length - failed, fail: failed },
    cases: results.map(({ case: each, ok, checks }) => ({
      name: textIn(each.name, lang, ''),
      touchpoint: each.touchpoint,
      ok,
      source: sourceOf(each.place),
      checks: checks.map(({ expectation, ok: met, got, reason }) => ({
        of: expectation.of,
        expected: expectation.value,
        got,
        ok: met,
        ...(met || reason === undefined ? {} : { reason: maskNumbers(reason()[lang]) }),
        source: sourceOf(expectation.place),
      })),
    })),
    coverage: {
      rules: coverage.rules.length,
      withoutCase: ids(without),
      neverFail: ids(neverFail),
      neverPass: ids(neverPass),
      branches: coverage.branches.map(({ flow, label, covered, place }) => ({
        flow,
        label,
        covered,
        source: sourceOf(place),
      })),
    },
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

/** JUnit XML: a case each. */
export function trialJunit({ results }: TrialReport, lang: Lang): string {
  const byFile = new Map<string, JunitCase[]>()
  for (const { case: each, ok, checks } of results) {
    const { file } = each.place
    const known = byFile.get(file) ?? []
    byFile.set(file, known)
    const named = { classname: each.touchpoint, name: textIn(each.name, lang, '') }
    const wrong = checks.filter((check) => !check.ok).map((check) => checkWords(check, lang))
    const failure = { type: 'expectation', message: wrong[0] ?? '', text: wrong.join('\n') }
    known.push(ok ? named : { ...named, failure })
  }
  return writeJunit([...byFile].map(([file, cases]) => ({ name: file, about: 'touchmap test', cases })))
}
