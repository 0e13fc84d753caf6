import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { root } from './run-cli.ts'

type Schema = Readonly<Record<string, unknown>>

/** A key that a schema allows: the schema file and the JSON Pointer of what is said of it. */
export type SchemaKey = string

/** One key of a value: where it stands, and the key of the schema that allows it. */
export interface KeyOfValue {
  readonly path: readonly (string | number)[]
  readonly key: SchemaKey
  /** The key of the schema that it stands under; '' at the top of a file. */
  readonly under: SchemaKey
}

/** Parts of a schema that say when, not what. */
const CONDITIONS = new Set(['if', 'not'])
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Walks the schemas of map files: all the keys they allow, and which of them a value has. */
export class SchemaKeys {
  private readonly files = new Map<string, Schema>()
  private readonly checks = new Map<string, ValidateFunction>()
  private readonly ajv = new Ajv({ strict: false, validateFormats: false })

  constructor(folder: string = path.join(root, 'schemas')) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.schema.json'))) {
      const schema = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Schema
      this.files.set(name, schema)
      this.ajv.addSchema(schema, name)
    }
  }

  /** Every key that may stand in a file of this kind, at any depth. */
  keysOf(file: string): ReadonlySet<SchemaKey> {
    const keys = new Set<SchemaKey>()
    const seen = new Set<string>()
    const visit = (schema: unknown, at: string): void => {
      if (seen.has(at)) return
      seen.add(at)
      if (Array.isArray(schema)) for (const [index, each] of schema.entries()) visit(each, `${at}/${index}`)
      if (!isObject(schema)) return
      if (typeof schema['$ref'] === 'string') visit(...this.follow(schema['$ref'], at))
      for (const [word, part] of Object.entries(schema)) {
        if (word === 'definitions' || CONDITIONS.has(word)) continue
        if (word === 'properties' && isObject(part)) {
          for (const [key, of] of Object.entries(part)) {
            keys.add(`${at}/properties/${escaped(key)}`)
            visit(of, `${at}/properties/${escaped(key)}`)
          }
        } else if (isObject(part) || Array.isArray(part)) visit(part, `${at}/${word}`)
      }
    }
    visit(this.files.get(file), `${file}#`)
    return keys
  }

  /** The keys of a value that a file of this kind holds, each with what allows it. */
  keysIn(value: unknown, file: string): KeyOfValue[] {
    const found = new Map<string, KeyOfValue>()
    const visit = (schema: unknown, at: string, of: unknown, where: readonly (string | number)[], under: SchemaKey) => {
      if (!isObject(schema)) return
      if (typeof schema['$ref'] === 'string') visit(...this.follow(schema['$ref'], at), of, where, under)
      for (const word of ['allOf', 'anyOf', 'oneOf']) {
        const parts = schema[word]
        if (!Array.isArray(parts)) continue
        for (const [index, part] of parts.entries()) {
          if (this.holds(`${at}/${word}/${index}`, of)) visit(part, `${at}/${word}/${index}`, of, where, under)
        }
      }
      if (schema['if'] !== undefined) {
        const branch = this.holds(`${at}/if`, of) ? 'then' : 'else'
        visit(schema[branch], `${at}/${branch}`, of, where, under)
      }
      if (Array.isArray(of)) {
        for (const [index, item] of of.entries()) visit(schema['items'], `${at}/items`, item, [...where, index], under)
      }
      if (!isObject(of)) return
      const own = isObject(schema['properties']) ? schema['properties'] : {}
      for (const [name, inner] of Object.entries(of)) {
        const below = [...where, name]
        if (Object.hasOwn(own, name)) {
          const key = `${at}/properties/${escaped(name)}`
          found.set(JSON.stringify([below, key]), { path: below, key, under })
          visit(own[name], key, inner, below, key)
        } else visit(schema['additionalProperties'], `${at}/additionalProperties`, inner, below, under)
      }
    }
    visit(this.files.get(file), `${file}#`, value, [], '')
    return [...found.values()]
  }

  /** Whether a file of this kind may hold the value. */
  allows(value: unknown, file: string): boolean {
    return this.holds(`${file}#`, value)
  }

  /** The values that a key may have, where the schema lists them. */
  valuesOf(key: SchemaKey): readonly unknown[] {
    const values: unknown[] = []
    const visit = (schema: unknown, at: string): void => {
      if (!isObject(schema)) return
      if (typeof schema['$ref'] === 'string') visit(...this.follow(schema['$ref'], at))
      if (Array.isArray(schema['enum'])) values.push(...schema['enum'])
      for (const word of ['then', 'else', 'items']) visit(schema[word], `${at}/${word}`)
    }
    visit(this.at(key), key)
    return values
  }

  private at(location: string): unknown {
    const [file = '', pointer = ''] = location.split('#')
    let schema: unknown = this.files.get(file)
    for (const part of pointer.split('/').slice(1)) {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
      if (Array.isArray(schema)) schema = (schema as readonly unknown[])[Number(name)]
      else schema = isObject(schema) ? schema[name] : undefined
    }
    return schema
  }

  private follow(ref: string, from: string): [schema: unknown, at: string] {
    const [file, pointer = ''] = ref.split('#')
    const at = `${file === '' || file === undefined ? from.slice(0, from.indexOf('#')) : file}#${pointer}`
    return [this.at(at), at]
  }

  private holds(location: string, value: unknown): boolean {
    const known = this.checks.get(location) ?? this.ajv.compile({ $ref: location })
    this.checks.set(location, known)
    return known(value)
  }
}
