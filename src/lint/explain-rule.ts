import type { Lang, Message, Severity } from '../diagnostic/diagnostic.ts'
import { compareText } from '../diagnostic/sort.ts'
import { LINT_GROUPS } from './lint-groups.ts'
import type { LintRule } from './lint-rule.ts'

/** A rule as people look it up: those of lint and those of the loader, which have pages alone. */
export interface RulePage {
  readonly id: string
  readonly severity: Severity
  readonly quiet?: true
  readonly title: Message
  readonly group: string | undefined
  /** Markdown. */
  readonly page: string
}

const SEVERITY: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
}

/** Findings of the loader that are no errors. */
const LOADER_SEVERITY: ReadonlyMap<string, Severity> = new Map([
  ['cell-blind', 'warning'],
  ['bpmn/left-aside', 'info'],
])

const OFF: Message = { zh: '关闭', en: 'off' }

/** Joins the pages with the rules of the registry. What has a page and no rule is an error of the loader, unless `LOADER_SEVERITY` says otherwise. */
export function joinRulePages(pages: ReadonlyMap<string, string>, rules: readonly LintRule[]): RulePage[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return [...pages.values()]
    .map((page): RulePage => {
      const id = /^# (\S+)/.exec(page)?.[1] ?? ''
      const rule = byId.get(id)
      if (rule) {
        const { severity, quiet, title, group } = rule
        return { id, severity, ...(quiet ? { quiet } : {}), title, group, page }
      }
      const title = {
        zh: (/^\*\*(.+?)\*\*/m.exec(page)?.[1] ?? '').replace(/。$/, ''),
        en: (/^## What\n\n(.+?)(?:\.(?:\s|$)|: |$)/m.exec(page)?.[1] ?? '').replaceAll('`', ''),
      }
      return { id, severity: LOADER_SEVERITY.get(id) ?? 'error', title, group: undefined, page }
    })
    .sort((a, b) => compareText(a.id, b.id))
}

/** Every rule in a line, by what it is about; the loader's last. */
export function listRules(pages: readonly RulePage[], lang: Lang): string {
  const width = Math.max(...pages.map(({ id }) => id.length))
  const section = (title: string, rules: readonly RulePage[]): string[] =>
    rules.length === 0
      ? []
      : [
          `${title} (${rules.length})`,
          ...rules.map(({ id, severity, quiet, title: what }) => {
            const grave = quiet ? OFF[lang] : SEVERITY[severity][lang]
            return `  ${id.padEnd(width)}  ${grave.padEnd(lang === 'zh' ? 2 : 7)}  ${what[lang]}`
          }),
          '',
        ]
  const loader = lang === 'zh' ? '读取与引用' : 'reading and references'
  const lines = [
    ...LINT_GROUPS.flatMap(({ id, title }) =>
      section(
        title[lang],
        pages.filter(({ group }) => group === id),
      ),
    ),
    ...section(
      loader,
      pages.filter(({ group }) => group === undefined),
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** A rule's page for the terminal: in Chinese what it means, and both examples with the finding; in English the whole page. */
export function explainRule({ id, severity, page, title }: RulePage, lang: Lang): string {
  const head = `${id}  ${SEVERITY[severity][lang]}\n${title[lang]}\n`
  const body = lang === 'zh' ? chinese(page) : english(page)
  return `${head}\n${body.trim()}\n`
}

const EXAMPLE = /^```(\S+) (bad|good|found)[^\n]*\n([\s\S]*?)^```$/gm

function chinese(page: string): string {
  const meaning = /^\*\*[^]*?(?=\n\n)/m.exec(page)?.[0].replaceAll('**', '') ?? ''
  const heads: Readonly<Record<string, string>> = { bad: '有此发现：', good: '没有此发现：', found: '发现：' }
  const examples = [...page.matchAll(EXAMPLE)].map(([, , kind = '', text = '']) => {
    const shown = kind === 'found' ? pickLang(text, 'zh') : text
    return `${heads[kind] ?? ''}\n${indent(shown)}`
  })
  return [meaning, ...examples].join('\n\n')
}

function english(page: string): string {
  return page
    .replace(/^# .*\n/, '')
    .replace(/^\*\*[^]*?\n\n/m, '')
    .replace(EXAMPLE, (_, __, kind: string, text: string) =>
      kind === 'found' ? `Found:\n${indent(pickLang(text, 'en'))}` : indent(text),
    )
    .replaceAll(/^## (.*)$/gm, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}

/** Findings stand on pages in both languages, zh first. */
function pickLang(found: string, lang: Lang): string {
  const lines = found.trimEnd().split('\n')
  return lines
    .filter((line) => {
      if (line === '' || /^\S+:\d+:\d+-\d+:\d+ /.test(line)) return true
      const isChinese = line.startsWith('应为：') || (/\p{Script=Han}/u.test(line) && !line.startsWith('expected: '))
      return isChinese === (lang === 'zh')
    })
    .join('\n')
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^(?=.)/gm, '  ')
}
