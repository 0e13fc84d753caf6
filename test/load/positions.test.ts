import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseYaml } from '../../src/load/parse-yaml.ts'
import { createSourceText } from '../../src/load/source-text.ts'
import { nodeAt, plainValue, type TreeNode } from '../../src/load/tree.ts'
import { load, loadPages, readFolder, show } from './support.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('套餐', 'a: b', '- x', '#', '', '~', 'yes', '010', '“引”'),
)
const value = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('__proto__', 'constructor', '键', 'a/b', 'a~b'), fc.string({ maxLength: 5 })),
      tie('node'),
      { maxKeys: 4 },
    ),
  ),
})).node

function every(node: TreeNode, visit: (node: TreeNode) => void): void {
  visit(node)
  if (node.kind === 'list') for (const item of node.items) every(item, visit)
  if (node.kind === 'map') for (const entry of node.entries.values()) every(entry.node, visit)
}

/** Plain data without prototypes, for comparison. */
function bare(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(bare)
  if (typeof data !== 'object' || data === null) return data
  return {
    map: Object.entries(data)
      .map(([key, each]) => [key, bare(each)])
      .sort(),
  }
}

describe('places', () => {
  it('reads back what is written, with every scalar at its own text', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('BLOCK', 'FLOW') as fc.Arbitrary<'BLOCK' | 'FLOW'>, (data, style) => {
        const yaml = stringify(data, { collectionStyle: style === 'FLOW' ? 'flow' : 'any', lineWidth: 0 })
        const source = createSourceText('x.yaml', yaml)
        const { root, diagnostics } = parseYaml(source)
        expect(diagnostics).toEqual([])
        expect(bare(plainValue(root!))).toEqual(bare(data))
        every(root!, (node) => {
          const { start, end } = node.place.range
          expect(nodeAt(root!, node.place.pointer)?.node).toBe(node)
          const written = yaml.slice(start.offset, end.offset)
          const again = parseYaml(createSourceText('y.yaml', dedent(written, start.column)))
          expect(bare(plainValue(again.root!))).toEqual(bare(plainValue(node)))
          expect(yaml.split('\n')[start.line - 1]?.slice(start.column - 1)).toBe(
            yaml.slice(start.offset).split('\n')[0],
          )
        })
      }),
      { numRuns: 100 },
    )
  })

  it('marks keys of the fixtures at their own text, and values inside their file', () => {
    for (const [file, content] of Object.entries(readFolder('good'))) {
      const { root } = parseYaml(createSourceText(file, content))
      every(root!, (node) => {
        if (node.kind !== 'map') return
        for (const [name, { key }] of node.entries) {
          expect(content.slice(key.range.start.offset, key.range.end.offset).replaceAll(/["']/g, '')).toBe(name)
        }
      })
    }
  })

  it('names both the alias and what it stands for', () => {
    const loaded = loadPages({
      'flows/answer.yaml': 'flow: answer\nsteps:\n  - {id: greet, by: &who agnet}\n  - {id: change, by: *who}\n',
    })
    expect(show(loaded)).toEqual(['flows/answer.yaml:3:26 reference-unknown "agnet"'])
    const elsewhere = loadPages({
      'flows/answer.yaml': 'flow: answer\nx-who: &who agnet\nsteps:\n  - {id: greet, by: *who}\n',
    })
    expect(show(elsewhere)).toEqual(['flows/answer.yaml:2:13 reference-unknown "agnet"'])
    expect(elsewhere.diagnostics[0]?.related?.[0]?.place.range.start).toMatchObject({ line: 4, column: 21 })
    const merged = loadPages({
      'catalog.yaml': readFolder('pages')['catalog.yaml']!.replace(
        'plan: {class: acceptance, name: 套餐}',
        'plan: {<<: &plan {clas: acceptance, class: query, name: 套餐}}\n  more: {<<: *plan, name: 别的}',
      ),
    })
    expect(show(merged)).toEqual(['catalog.yaml:4:21 schema/unknown-key "clas"'])
  })

  it('counts a byte order mark in the offset and not in the column', () => {
    const bytes = Buffer.from('\ufefflexicons:\n  greeting: {any: [您好]}\n  x: {anny: [喂]}\n')
    const loaded = loadPages({ 'lexicons.yaml': bytes })
    const [finding] = loaded.diagnostics
    expect(finding).toMatchObject({ rule: 'schema/unknown-key', suggestion: 'any' })
    const { start, end } = finding!.place.range
    expect(bytes.toString('utf8').slice(start.offset, end.offset)).toBe('anny')
    expect([start.line, start.column]).toEqual([3, 7])
    const first = loadPages({ 'lexicons.yaml': Buffer.from('\ufefflexicos:\n  greeting: {any: [您好]}\n') })
      .diagnostics[0]
    expect(first?.place.range.start).toEqual({ line: 1, column: 1, offset: 1 })
  })

  it('reads Windows line ends', () => {
    const files = Object.entries(readFolder('good')).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')])
    expect(show(load(Object.fromEntries(files)))).toEqual([])
  })
})

/** A stretch of a block with its first line's indentation put back. */
function dedent(text: string, column: number): string {
  return ' '.repeat(column - 1) + text
}
