import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'
import { root } from './run-cli.ts'

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void

/** The published schema of a command's JSON, made strict: a key that it does not describe is a fault here. */
export function outputSchema(name: string): ValidateFunction {
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true })
  addFormats(ajv)
  return ajv.compile(close(JSON.parse(readFileSync(`${root}schemas/output/${name}.schema.json`, 'utf8'))) as object)
}

function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close)
  if (typeof schema !== 'object' || schema === null) return schema
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]))
  const isObject = closed['type'] === 'object' && 'properties' in closed
  return isObject ? { additionalProperties: false, ...closed } : closed
}
