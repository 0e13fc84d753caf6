import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { lintMap } from '../../src/lint/lint-map.ts'
import { LINT_RULES } from '../../src/lint/registry.ts'
import { listPages, loadExample, PAGES, type PageExample, readPage } from '../support/rule-page.ts'

/** The day on which the examples of the pages are judged. */
const AS_OF = '2026-07-15'
const BAD = /^```yaml bad\n[\s\S]*?^```\n/gm
const FOUND = /\n```text found\n[\s\S]*?^```\n/gm

function lintExample(example: PageExample, id: string) {
  const { current, history, diagnostics } = loadExample(example)
  expect(diagnostics, example.text).toEqual([])
  const rules = LINT_RULES.filter((rule) => rule.id === id)
  const texts = new Map(current.files.map(({ file, text }) => [file, text]))
  return { found: lintMap(current, { asOf: AS_OF, earlier: history?.versions.slice(0, -1) ?? [], rules }), texts }
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
      const { found, texts } = lintExample(each, id)
      if (each.kind === 'good') expect(found).toEqual([])
      else {
        expect(found.length).toBeGreaterThan(0)
        for (const { message, expected } of found) {
          for (const text of [message, ...(expected ? [expected] : [])]) {
            expect(text.zh).toMatch(/\p{Script=Han}/u)
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

  it('are there for every rule once', () => {
    const ids = LINT_RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(listPages()).toEqual(expect.arrayContaining(ids.map((id) => `${id}.md`)))
  })
})
