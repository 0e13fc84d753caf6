import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { compareText } from '../../src/diagnostic/sort.ts'
import { checkMap } from '../../src/lint/check-map.ts'
import { lintMap } from '../../src/lint/lint-map.ts'
import { LINT_GROUPS } from '../../src/lint/lint-groups.ts'
import type { LintRule } from '../../src/lint/lint-rule.ts'
import { LINT_RULES } from '../../src/lint/registry.ts'
import { listPages, loadExample, PAGES, type PageExample, readPage } from '../support/rule-page.ts'

/** The day on which the examples of the pages are judged. */
const AS_OF = '2026-07-15'
const BAD = /^```yaml bad\n[\s\S]*?^```\n/gm
const FOUND = /\n```text found\n[\s\S]*?^```\n/gm

function lintExample(example: PageExample, { id, group }: LintRule) {
  const loaded = loadExample(example)
  const { current, history, diagnostics } = loaded
  expect(diagnostics, example.text).toEqual([])
  const texts = new Map(current.files.map(({ file, text }) => [file, text]))
  const earlier = history?.versions.slice(0, -1) ?? []
  const found =
    group === 'suppression'
      ? checkMap(loaded, { asOf: AS_OF }).filter(({ rule }) => rule === id)
      : lintMap(current, { asOf: AS_OF, earlier, rules: LINT_RULES.filter((rule) => rule.id === id) })
  return { found, texts }
}

/** A finding as the pages show it: exact place, the text that is marked, the message in both languages. */
function describeFinding(
  { severity, place, message, expected }: Diagnostic,
  texts: ReadonlyMap<string, string>,
): string {
  const { start, end } = place.range
  const marked = texts.get(place.file)?.slice(start.offset, end.offset).split('\n')[0] ?? ''
  const lines = [
    `${place.file}:${start.line}:${start.column}-${end.line}:${end.column}  ${severity}  ${marked}`,
    message.zh,
    message.en,
    ...(expected ? [`应为：${expected.zh}`, `expected: ${expected.en}`] : []),
  ]
  return lines.join('\n')
}

/** Of a finding of the loader. */
const severityOf = (id: string): string =>
  id === 'cell-blind' ? 'warning' : id === 'bpmn/left-aside' ? 'info' : 'error'

describe('pages of the lint rules', () => {
  it.each(LINT_RULES.map((rule) => [rule.id, rule] as const))('%s', async (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/)
    const { page, examples, id: titled } = readPage(`${id}.md`)
    expect(titled).toBe(id)
    for (const section of ['## What', '## Why', '## Bad', '## Good']) expect(page).toContain(section)
    expect(page).toMatch(/^\*\*.*\p{Script=Han}/mu)
    expect(rule.title.zh).toMatch(/\p{Script=Han}/u)
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['bad', 'good']))
    const shown: string[] = []
    for (const each of examples) {
      const { found, texts } = lintExample(each, rule)
      if (each.kind === 'good') expect(found).toEqual([])
      else {
        expect(found.length).toBeGreaterThan(0)
        for (const { message, expected } of found) {
          for (const text of [message, ...(expected ? [expected] : [])]) {
            if (text.zh !== text.en) expect(text.zh).toMatch(/\p{Script=Han}/u)
            expect(text.en).not.toMatch(/\p{Script=Han}/u)
            expect(`${text.zh}${text.en}`).not.toMatch(/[。.]$/)
          }
        }
        shown.push(found.map((finding) => describeFinding(finding, texts)).join('\n\n'))
      }
    }
    let next = 0
    const written = page
      .replaceAll(FOUND, '')
      .replaceAll(BAD, (block) => `${block}\n\`\`\`text found\n${shown[next++]}\n\`\`\`\n`)
    await expect(written).toMatchFileSnapshot(path.join(PAGES, `${id}.md`))
  })

  it('are listed in the index with those of the loader', async () => {
    const lint = new Map(LINT_RULES.map((rule) => [rule.id, rule]))
    const loaded = listPages().flatMap((name) => {
      const { id, page } = readPage(name)
      if (lint.has(id)) return []
      const zh = /^\*\*(.+?)\*\*/m.exec(page)?.[1] ?? ''
      const en = /^## What\n\n(.+?)(?:\.(?:\s|$)|:)/m.exec(page)?.[1] ?? ''
      return [`| [${id}](${name}) | ${severityOf(id)} | ${zh} | ${en} |`]
    })
    const head = '| rule | severity | 中文 | English |\n| --- | --- | --- | --- |'
    const groups = LINT_GROUPS.flatMap(({ id, title }) => {
      const rules = LINT_RULES.filter(({ group }) => group === id).sort((a, b) => compareText(a.id, b.id))
      if (rules.length === 0) return []
      const rows = rules.map(
        (rule) =>
          `| [${rule.id}](${rule.id}.md) | ${rule.quiet ? `off (${rule.severity})` : rule.severity} | ${rule.title.zh} | ${rule.title.en} |`,
      )
      return [`### ${title.zh} · ${title.en}\n\n${head}\n${rows.join('\n')}\n`]
    })
    const index = [
      '# Rules of `validate` · 校验规则',
      '',
      '`touchmap explain RULE` prints a page; what to do about a finding that is meant to be is in [lint.md](../lint.md). This index is made by a test.',
      '',
      `## What is read and refers · 读取与引用 (${loaded.length})`,
      '',
      head,
      ...loaded,
      '',
      `## What is well formed and still not right · 语义规则 (${LINT_RULES.length})`,
      '',
      ...groups,
    ].join('\n')
    await expect(index).toMatchFileSnapshot(path.join(PAGES, 'README.md'))
  })

  it('are there for every rule once', () => {
    const ids = LINT_RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(listPages()).toEqual(expect.arrayContaining(ids.map((id) => `${id}.md`)))
  })
})
