import { readFileSync } from 'node:fs'
import { COMMON, SCHEMA_KINDS, schemaFile, type SchemaNode, type SchemaSet } from '../editor/schema-set.ts'

/** The schemas of map files, which are part of the package. */
const FOLDER: URL = new URL('../../schemas/', import.meta.url)

export function readSchemas(): SchemaSet {
  return new Map(
    [COMMON, ...SCHEMA_KINDS.map(schemaFile)].map((file) => [
      file,
      JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as SchemaNode,
    ]),
  )
}
