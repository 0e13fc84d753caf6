import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'

const KINDS = [
  'map', 'catalog', 'lexicons', 'touchpoints', 'flow', 'rules', 'scorecard', 'metrics', 'accepted', 'mapping', 'cases', 'walks',
] // prettier-ignore
const target = fileURLToPath(new URL('../src/load/validators.generated.ts', import.meta.url))

/** What a schema says to editors only. */
const FOR_EDITORS = new Set([
  'description',
  'enumDescriptions',
  'defaultSnippets',
  'examples',
  'default',
  'patternErrorMessage',
])

/** A schema without what it says to editors. */
function readSchema(name: string): object {
  const text = readFileSync(new URL(`${name}.schema.json`, import.meta.url), 'utf8')
  return strip(JSON.parse(text), false) as object
}

/** `named`: the keys of this object are names (of properties, of definitions), not keywords. */
function strip(value: unknown, named: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => strip(each, false))
  if (typeof value !== 'object' || value === null) return value
  // Types beside alternatives tell editors what to insert; the alternatives say it themselves, and one mistake gives one error.
  const told = 'if' in value && 'type' in value && Array.isArray(value.type)
  // Alternatives that only require a key are told apart, in what editors show over a word, by properties of their own.
  const idle = 'required' in value && 'properties' in value && Object.keys(value.properties as object).length === 0
  const kept = Object.entries(value).filter(
    ([key]) => named || !(FOR_EDITORS.has(key) || (told && key === 'type') || (idle && key === 'properties')),
  )
  return Object.fromEntries(
    kept.map(([key, each]) => [key, strip(each, !named && (key === 'properties' || key === 'definitions'))]),
  )
}

/**
 * The text of `src/load/validators.generated.ts`: validators compiled from the schemas of this folder, without any import.
 * `unicode: false` keeps ajv from requiring its helper for string lengths; the schemas need no other helper.
 */
export function compileValidators(): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    messages: false,
    logger: false,
    unicode: false,
    inlineRefs: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    code: { source: true, esm: true },
    schemas: ['common', ...KINDS].map(readSchema),
  })
  const code = standalone.default(
    ajv,
    Object.fromEntries(KINDS.map((kind) => [`validate_${kind}`, `${kind}.schema.json`])),
  )
  if (/\brequire\(/.test(code))
    throw new Error('the compiled validators need a helper of ajv: ' + /require\([^)]*\)/.exec(code)?.[0])
  const body = code
    .replace(/^"use strict";/, '')
    .replaceAll(/export const validate_\w+ = \w+;/g, (line) => line.replace('export const', '\nconst'))
    .replaceAll(/;(?=(?:const|function) )/g, ';\n')
  return [
    '// Made by `npx tsx schemas/compile-validators.ts` from schemas/*.schema.json. Do not edit.',
    '/* oxlint-disable */',
    '// @ts-nocheck',
    "import type { ErrorObject } from 'ajv'",
    '',
    body.trim(),
    '',
    '/** A compiled schema: false when `data` breaks it, with what is wrong in `errors`. */',
    'export interface Validator { (data: unknown): boolean; errors?: null | ErrorObject[] }',
    'export const validators: Readonly<Record<' + KINDS.map((kind) => `'${kind}'`).join(' | ') + ', Validator>> = {',
    ...KINDS.map((kind) => `  ${kind}: validate_${kind},`),
    '}',
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, compileValidators())
