import { describe, expect, it } from 'vitest'
import { bundleSchema } from '../../src/editor/bundle-schema.ts'
import { SCHEMA_KINDS, type SchemaNode, type SchemaSet } from '../../src/editor/schema-set.ts'
import { speakOneLanguage } from '../../src/editor/speak-one-language.ts'
import { readSchemas } from '../../src/io/schema-files.ts'

const schemas = readSchemas()
const HAN = /\p{Script=Han}/u
const BOTH = /^[^]*?\p{Script=Han}[^]*?。 [^\p{Script=Han}]+\.$/u

interface Found {
  readonly file: string
  readonly path: string
  readonly node: SchemaNode
}

/** Every object of the schemas, with where it stands; what is keyed by names (`properties`) is no node itself. */
function everyNode(set: SchemaSet): Found[] {
  const found: Found[] = []
  const visit = (file: string, path: string, value: unknown, named: boolean): void => {
    if (Array.isArray(value)) {
      for (const [i, each] of value.entries()) visit(file, `${path}/${i}`, each, false)
    } else if (typeof value === 'object' && value !== null) {
      if (!named) found.push({ file, path, node: value as SchemaNode })
      for (const [key, each] of Object.entries(value)) {
        const names = !named && ['properties', 'definitions', 'patternProperties', 'dependencies'].includes(key)
        if (key !== 'defaultSnippets') visit(file, `${path}/${key}`, each, names)
      }
    }
  }
  for (const [file, schema] of set) visit(file, '', schema, false)
  return found
}

/** What an editor shows over a key: its own description, else that of what it refers to. */
function describedAs(file: string, node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return undefined
  const { description, $ref } = node as SchemaNode
  if (description !== undefined || typeof $ref !== 'string') return description
  const [other = '', pointer = ''] = $ref.split('#')
  const target = other === '' ? file : other
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as SchemaNode)[key], schemas.get(target))
  return describedAs(target, found)
}

describe('what the schemas say to people', () => {
  const nodes = everyNode(schemas)

  it('is there for every key, in both languages', () => {
    const keys = nodes.flatMap(({ file, path, node }) =>
      Object.entries((node['properties'] ?? {}) as Record<string, unknown>).map(
        ([key, each]) => [`${file}${path} ${key}`, each === true ? 'x。 x.' : String(describedAs(file, each))] as const,
      ),
    )
    expect(keys.length).toBeGreaterThan(700)
    expect(keys.filter(([, text]) => text !== 'x。 x.' && !BOTH.test(text)).map(([at]) => at)).toEqual([])
  })

  it('is there for every value of a list of values, in both languages', () => {
    const lists = nodes.filter(({ node, path }) => Array.isArray(node['enum']) && !path.endsWith('/not'))
    expect(lists.length).toBeGreaterThan(30)
    for (const { file, path, node } of lists) {
      const said = node['enumDescriptions'] as readonly string[]
      expect(said, `${file}${path}`).toHaveLength((node['enum'] as readonly unknown[]).length)
      expect(said.filter((text) => !BOTH.test(text))).toEqual([])
    }
  })

  it('is there for every form that a text must have, instead of the form', () => {
    const forms = nodes.filter(({ node }) => typeof node['pattern'] === 'string' && typeof node['title'] === 'string')
    expect(forms.length).toBeGreaterThan(20)
    for (const { node } of forms) expect(node['patternErrorMessage']).toMatch(/^应为.+ · expected /)
  })

  it('tells editors a type wherever a key is completed, so that they write its colon', () => {
    const typeOf = (file: string, node: unknown): boolean => {
      if (typeof node !== 'object' || node === null) return true
      const { $ref } = node as SchemaNode
      if (typeof $ref === 'string') {
        const [other = '', pointer = ''] = $ref.split('#')
        const target = other === '' ? file : other
        return typeOf(
          target,
          pointer
            .split('/')
            .slice(1)
            .reduce<unknown>((at, key) => (at as SchemaNode)[key], schemas.get(target)),
        )
      }
      return ['type', 'enum', 'const', 'properties', 'items', 'anyOf'].some((key) => key in node)
    }
    const bare = nodes.flatMap(({ file, path, node }) =>
      Object.entries((node['properties'] ?? {}) as Record<string, unknown>)
        .filter(([, each]) => !typeOf(file, each))
        .map(([key]) => `${file}${path} ${key}`),
    )
    expect(bare).toEqual([])
  })
})

describe('the schemas in one language', () => {
  it('have no word of the other, in titles, descriptions and messages', () => {
    const said = (set: SchemaSet) =>
      everyNode(set).flatMap(({ node }) =>
        [node['title'], node['description'], node['patternErrorMessage'], ...((node['enumDescriptions'] ?? []) as [])]
          .filter((text) => typeof text === 'string')
          .map(String),
      )
    const zh = said(speakOneLanguage(schemas, 'zh'))
    const en = said(speakOneLanguage(schemas, 'en'))
    expect(zh).toHaveLength(en.length)
    expect(zh.length).toBeGreaterThan(1000)
    expect(en.filter((text) => HAN.test(text))).toEqual([])
    expect(zh.filter((text) => text.includes(' · ') || /。 \S/.test(text))).toEqual([])
    expect(said(schemas)).toHaveLength(zh.length)
  })

  it('are otherwise the same', () => {
    const strip = (set: SchemaSet) =>
      JSON.stringify([...set], (key, value: unknown) =>
        ['title', 'description', 'patternErrorMessage', 'enumDescriptions'].includes(key) ? undefined : value,
      )
    expect(strip(speakOneLanguage(schemas, 'en'))).toBe(strip(schemas))
  })
})

describe('a bundled schema', () => {
  it.each(SCHEMA_KINDS)('%s refers to nothing outside itself, and to nothing that is not there', (kind) => {
    const bundled = bundleSchema(schemas, kind)
    const references = everyNode(new Map([['it', bundled]])).flatMap(({ node }) =>
      typeof node['$ref'] === 'string' ? [node['$ref']] : [],
    )
    for (const reference of new Set(references)) {
      expect(reference).toMatch(/^#(\/|$)/)
      const target = reference
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (at as SchemaNode | undefined)?.[key], bundled)
      expect(target, reference).toBeTypeOf('object')
    }
    expect(bundled['$schema']).toBe('http://json-schema.org/draft-07/schema#')
    expect(JSON.stringify(bundled)).not.toContain('"$id"')
  })
})
