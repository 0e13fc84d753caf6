import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import * as node from '../src/node.ts'
import { root } from './support/run-cli.ts'

test('exports these names and no others', () => {
  expect({ touchmap: Object.keys(api).sort(), 'touchmap/node': Object.keys(node).sort() }).toMatchInlineSnapshot(`
    {
      "touchmap": [
        "InputError",
        "LINT_RULES",
        "RULE_TEST_BASE",
        "alignTrace",
        "buildMatrix",
        "checkMap",
        "compileNet",
        "createAligner",
        "createMapping",
        "createMatcher",
        "evaluateRules",
        "expandFlow",
        "findDeviations",
        "fixMap",
        "flowToMermaid",
        "flowToSvg",
        "labelTrace",
        "loadHistory",
        "loadMap",
        "matrixToMermaid",
        "matrixToSvg",
        "prepareRules",
        "readLog",
        "ruleTest",
        "scoreLog",
        "sortDiagnostics",
        "unfoldFlow",
      ],
      "touchmap/node": [
        "createFolderSource",
        "createMemorySource",
        "readLogs",
        "readMapping",
      ],
    }
  `)
})

test('scores a shipped log through the library as the README shows', async () => {
  const source = node.createFolderSource(join(root, 'maps/six-step-after-sales'))
  const { history, diagnostics } = api.loadHistory(source)
  expect(diagnostics).toEqual([])
  const catalog = history!.versions.at(-1)!.catalog
  const log = await node.readLogs([join(root, 'maps/six-step-after-sales/logs/right.csv')], {
    catalog,
    timezone: 'Asia/Shanghai',
  })
  const verdicts: string[] = []
  const summary = api.scoreLog(history!, log, {}, (result) => {
    if (result.kind === 'scored') verdicts.push(result.verdict)
  })
  expect(new Set(verdicts)).toEqual(new Set(['pass']))
  expect(summary.overall).toBeDefined()
})

test('the README’s library example names only what is exported', () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
  const names = [...example.matchAll(/import \{ ([^}]+) \} from '(touchmap[^']*)'/g)]
  expect(names.length).toBe(2)
  for (const [, list, from] of names) {
    const module: object = from === 'touchmap' ? api : node
    for (const name of list!.split(', ')) expect(Object.keys(module)).toContain(name)
  }
})
