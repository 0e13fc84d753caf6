/** A part of a JSON Schema. */
export interface SchemaNode {
  readonly [key: string]: unknown
}

/** The kinds of files that have a schema; `touchmap` is a file of any kind. */
export const SCHEMA_KINDS = [
  'touchmap',
  'map',
  'catalog',
  'lexicons',
  'touchpoints',
  'flow',
  'rules',
  'scorecard',
  'metrics',
  'accepted',
  'mapping',
  'cases',
  'walks',
] as const
export type SchemaKind = (typeof SCHEMA_KINDS)[number]

/** The schemas by the names of their files, such as `flow.schema.json`; with `common.schema.json`, which they share. */
export type SchemaSet = ReadonlyMap<string, SchemaNode>

export const COMMON = 'common.schema.json'

export function schemaFile(kind: SchemaKind): string {
  return `${kind}.schema.json`
}

/** A copy in which each object is what `change` makes of it, innermost first. */
export function mapNodes(value: unknown, change: (node: SchemaNode) => SchemaNode): unknown {
  if (Array.isArray(value)) return value.map((each) => mapNodes(each, change))
  if (typeof value !== 'object' || value === null) return value
  return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapNodes(each, change)])))
}
