import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'

const KINDS = [
  'map', 'catalog', 'lexicons', 'touchpoints', 'flow', 'rules', 'scorecard', 'metrics', 'accepted', 'mapping', 'cases', 'walks',
] // prettier-ignore
const target = fileURLToPath(new URL('../src/load/validators.generated.ts', import.meta.url))

/** A schema without its descriptions, which are for editors only. */
function readSchema(name: string): object {
  const text = readFileSync(new URL(`${name}.schema.json`, import.meta.url), 'utf8')
  return JSON.parse(text, function (this: object, key: string, value: unknown) {
    return key === 'description' && typeof value === 'string' ? undefined : value
  }) as object
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
