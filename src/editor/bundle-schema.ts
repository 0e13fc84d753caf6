import { compareText } from '../diagnostic/sort.ts'
import { mapNodes, schemaFile, type SchemaKind, type SchemaNode, type SchemaSet } from './schema-set.ts'

/** The schema of one kind with all it refers to inside: under `definitions`, by the names of their files. */
export function bundleSchema(schemas: SchemaSet, kind: SchemaKind): SchemaNode {
  const main = schemaFile(kind)
  const needed = new Set<string>()
  const visit = (file: string): void => {
    mapNodes(schemas.get(file) ?? {}, (node) => {
      const target = fileOf(node['$ref'])
      if (target !== '' && target !== main && !needed.has(target)) {
        needed.add(target)
        visit(target)
      }
      return node
    })
  }
  visit(main)
  const place = (file: string): string => (file === main ? '#' : `#/definitions/${file}`)
  const rewrite = (file: string): SchemaNode => {
    const bundled = mapNodes(schemas.get(file) ?? {}, (node) => {
      const { $ref } = node
      if (typeof $ref !== 'string') return node
      const target = fileOf($ref)
      return { ...node, $ref: place(target === '' ? file : target) + $ref.replace(/^[^#]*#?/, '') }
    }) as SchemaNode
    const { $id: _, ...rest } = bundled
    return rest
  }
  const { $schema, ...body } = rewrite(main)
  const others = [...needed].sort(compareText).map((file) => {
    const { $schema: _, ...rest } = rewrite(file)
    return [file, rest] as const
  })
  const own = (body['definitions'] ?? {}) as SchemaNode
  return { $schema, ...body, definitions: { ...own, ...Object.fromEntries(others) } }
}

function fileOf(reference: unknown): string {
  return typeof reference === 'string' ? reference.replace(/#.*$/, '') : ''
}
