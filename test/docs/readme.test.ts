import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

/** A block that begins `$ touchmap …`, and the lines it claims are printed; a line `…` stands for any lines left out. */
interface Excerpt {
  readonly command: string
  readonly lines: readonly string[]
}

/** The excerpts of a page, from its fenced blocks. */
function excerptsOf(page: string): Excerpt[] {
  return [...page.matchAll(/^```(?:text|console)\n\$ touchmap ([^\n]+)\n\n?([\s\S]*?)^```$/gm)].map((match) => ({
    command: match[1] ?? '',
    lines: (match[2] ?? '').split('\n').filter((line) => line.trim() !== ''),
  }))
}

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
])('%s', (file, lang) => {
  const page = readFileSync(join(root, file), 'utf8')
  const excerpts = excerptsOf(page)

  test('shows what the commands really print', async () => {
    expect(excerpts.length).toBeGreaterThanOrEqual(4)
    for (const { command, lines } of excerpts) {
      const { stdout } = await touchmap([...command.split(' '), '--lang', lang], { columns: 100 })
      let from = 0
      const printed = stdout.split('\n').map((line) => line.trimEnd())
      for (const line of lines) {
        if (line.trim() === '…') continue
        const at = printed.indexOf(line.trimEnd(), from)
        expect(
          at,
          `${file}: \`touchmap ${command}\` does not print, after line ${from}: ${line}`,
        ).toBeGreaterThanOrEqual(0)
        from = at + 1
      }
    }
  })

  test('links only to what is there', () => {
    const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) expect(() => readFileSync(join(root, link)), link).not.toThrow(/ENOENT/)
  })
})
