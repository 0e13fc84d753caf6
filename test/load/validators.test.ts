import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileValidators } from '../../schemas/compile-validators.ts'
import { root } from '../support/run-cli.ts'

const generated = path.join(root, 'src/load/validators.generated.ts')

interface SchemaNode {
  readonly [key: string]: unknown
}

function everyObject(value: unknown, visit: (node: SchemaNode) => void): void {
  if (Array.isArray(value)) for (const item of value) everyObject(item, visit)
  else if (typeof value === 'object' && value !== null) {
    visit(value as SchemaNode)
    for (const item of Object.values(value)) everyObject(item, visit)
  }
}

describe('the compiled validators', () => {
  it('are those of the schemas: run `npx tsx schemas/compile-validators.ts` if not', () => {
    expect(readFileSync(generated, 'utf8') === compileValidators()).toBe(true)
  })

  it('need nothing of ajv at run time', () => {
    const code = readFileSync(generated, 'utf8')
    expect(code).not.toMatch(/\brequire\(/)
    expect([...code.matchAll(/^import .*$/gm)].map(([line]) => line)).toEqual([
      "import type { ErrorObject } from 'ajv'",
    ])
  })
})

describe('the schemas', () => {
  const files = readdirSync(path.join(root, 'schemas')).filter((file) => file.endsWith('.schema.json'))
  const mine = ['common', 'map', 'catalog', 'lexicons', 'touchpoints', 'flow', 'rules', 'scorecard', 'mapping']

  it.each(mine)('%s has a title in both languages and describes every key of a file of its kind', (kind) => {
    expect(files).toContain(`${kind}.schema.json`)
    const schema = JSON.parse(readFileSync(path.join(root, `schemas/${kind}.schema.json`), 'utf8')) as SchemaNode
    expect(schema['title']).toMatch(/\p{Script=Han}.* · [A-Z]/u)
    everyObject(schema, (node) => {
      if (typeof node['description'] === 'string') expect(node['description']).toMatch(/\p{Script=Han}[^]* \S/u)
      if (typeof node['title'] === 'string') expect(node['title'].split(' · ')).toHaveLength(2)
    })
  })

  it('are draft-07, which editors read', () => {
    for (const kind of mine) {
      const text = readFileSync(path.join(root, `schemas/${kind}.schema.json`), 'utf8')
      expect(JSON.parse(text)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' })
    }
  })
})
