import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/run-cli.ts'

/** Regular expressions and tables that must know both kinds of marks. */
const ABOUT_MARKS = new Set(['load/fullwidth.ts', 'load/validators.generated.ts', 'log/usual-time.ts'])

test('Chinese text carries Chinese marks', () => {
  const folder = join(root, 'src')
  const offences = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !ABOUT_MARKS.has(file))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line, i) => `${file}:${i + 1} ${line.trim()}`)
        .filter((line) => !/ (\/\*\*?|\*|\/\/) /.test(line))
        .filter((line) => /[\u4e00-\u9fff][,;?!(]|[,;?!)][\u4e00-\u9fff]/.test(line)),
    )
  expect(offences).toEqual([])
})
