import type { ErrorObject } from 'ajv'
import type { Diagnostic, Message, Place } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { explainFullwidth, findFullwidth } from './fullwidth.ts'
import { joinPointer, nodeAt, type MapNode, plainValue, type ScalarNode, type TreeNode } from './tree.ts'
import { validators } from './validators.generated.ts'

export type FileKind = keyof typeof validators

type SchemaError = Omit<ErrorObject, 'params' | 'parentSchema'> & {
  readonly params: Readonly<Record<string, unknown>>
  readonly parentSchema?: SchemaPart
}

interface SchemaPart {
  readonly title?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly oneOf?: readonly { readonly required?: readonly string[] }[]
  readonly anyOf?: readonly { readonly required?: readonly string[] }[]
}

/** Ids that YAML 1.1, and many a reader, take for true, false or null. */
const TREACHEROUS = new Set(['on', 'off', 'yes', 'no', 'y', 'n', 'true', 'false', 'null'])

/** Keywords that speak of a text; said of a mapping they speak of one of its keys. */
const NAME_KEYWORDS = new Set(['not', 'pattern', 'minLength'])

/** Holds a file against the schema of its kind: one finding for each mistake, at the exact key or value. */
export function validateSchema(kind: FileKind, root: TreeNode): Diagnostic[] {
  const validate = validators[kind]
  if (validate(plainValue(root))) return []
  const errors = (validate.errors ?? []) as SchemaError[]
  const unknown = new Map<string, string[]>()
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue
    const names = unknown.get(error.instancePath) ?? []
    names.push(String(error.params['additionalProperty']))
    unknown.set(error.instancePath, names)
  }
  const diagnostics: Diagnostic[] = []
  let name: SchemaPart | undefined
  for (const error of errors) {
    // What is wrong with a key is said at its mapping first, then `propertyNames` says which key it was.
    if (nodeAt(root, error.instancePath)?.node.kind === 'map' && NAME_KEYWORDS.has(error.keyword)) {
      name = error.parentSchema
      continue
    }
    const diagnostic =
      error.keyword === 'propertyNames'
        ? badName(String(error.params['propertyName']), nodeAt(root, error.instancePath)?.node, name)
        : describe(error, root, unknown)
    if (diagnostic) diagnostics.push(diagnostic)
  }
  return diagnostics
}

function describe(
  error: SchemaError,
  root: TreeNode,
  unknown: ReadonlyMap<string, readonly string[]>,
): Diagnostic | undefined {
  const located = nodeAt(root, error.instancePath)
  if (!located) return undefined
  const { node, entry } = located
  const strangers = unknown.get(error.instancePath) ?? []
  switch (error.keyword) {
    case 'if':
      return undefined
    case 'additionalProperties':
      return unknownKey(String(error.params['additionalProperty']), node, error.parentSchema, error.instancePath)
    case 'required': {
      if (/\/(oneOf|anyOf)\/\d+\/required$/.test(error.schemaPath)) return undefined
      const name = String(error.params['missingProperty'])
      if (strangers.some((stranger) => standsFor(stranger, name))) return undefined
      const known = knownKeys(error.parentSchema)
      if (name === 'id' && strangers.some((stranger) => nearestName(stranger, known) !== undefined)) return undefined
      return missingKey([name], entry?.key ?? placeOfWhole(node), node)
    }
    case 'oneOf':
    case 'anyOf': {
      const names = (error.parentSchema?.[error.keyword] ?? []).flatMap((part) => part.required ?? [])
      if (node.kind !== 'map') return undefined
      const present = [...node.entries.keys()].filter((name) => names.includes(name))
      const second = node.entries.get(present[1] ?? '')
      if (second) return oneTooMany(present, second.key, node)
      if (strangers.length > 0 || present.length > 0) return undefined
      return missingKey(names, entry?.key ?? placeOfWhole(node), node)
    }
    case 'type':
      return wrongType(error, node, entry?.key)
    default:
      return badValue(error, node)
  }
}

const BLOCK_KEYS = ['choice', 'optional', 'any-order', 'parallel', 'some', 'repeat', 'group', 'use']

/** The keys that may stand in an object; where a step may stand a block may too. */
function knownKeys(schema: SchemaPart | undefined): string[] {
  const keys = Object.keys(schema?.properties ?? {})
  return keys.includes('satisfied-by') ? [...keys, ...BLOCK_KEYS] : keys
}

/** Whether an unknown key was most likely meant for a missing one. */
function standsFor(stranger: string, missing: string): boolean {
  const [a, b] = [stranger.toLowerCase(), missing.toLowerCase()]
  return nearestName(stranger, [missing]) !== undefined || (a.length > 2 && b.includes(a)) || a.includes(b)
}

function unknownKey(
  name: string,
  parent: TreeNode,
  schema: SchemaPart | undefined,
  pointer: string,
): Diagnostic | undefined {
  const entry = parent.kind === 'map' ? parent.entries.get(name) : undefined
  if (!entry || parent.kind !== 'map') return undefined
  const present = parent.entries
  const known = knownKeys(schema)
  const suggestion = nearestName(
    name,
    known.filter((key) => !present.has(key)),
  )
  const sign = findFullwidth(name)
  const listed = known.filter((key) => key !== 'note' && key !== 'source')
  return withAlias(
    {
      rule: 'schema/unknown-key',
      severity: 'error',
      message: sign
        ? explainFullwidth(sign)
        : { zh: `这里没有 \`${shorten(name)}\` 这个键`, en: `there is no key \`${shorten(name)}\` here` },
      place: { ...entry.key, pointer: joinPointer(pointer, name) },
      ...(listed.length > 0 ? { expected: oneOf(listed) } : {}),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
    entry.alias,
  )
}

function missingKey(names: readonly string[], place: Place, node: TreeNode): Diagnostic {
  const [only = '', ...others] = names
  const message =
    others.length === 0
      ? { zh: `缺少键 \`${only}\``, en: `the key \`${only}\` is missing` }
      : { zh: '缺少说明内容的键', en: 'the key that says what this is is missing' }
  return withAlias(
    { rule: 'schema/missing-key', severity: 'error', message, place, expected: oneOf(names) },
    node.alias,
  )
}

function oneTooMany(names: readonly string[], place: Place, node: MapNode): Diagnostic {
  const first = node.entries.get(names[0] ?? '')
  return {
    rule: 'schema/value',
    severity: 'error',
    message: {
      zh: `\`${names[0]}\` 与 \`${names[1]}\` 只能写一个`,
      en: `only one of \`${names[0]}\` and \`${names[1]}\` may stand here`,
    },
    place,
    ...(first
      ? {
          related: [
            { message: { zh: `\`${names[0]}\` 写在这里`, en: `\`${names[0]}\` stands here` }, place: first.key },
          ],
        }
      : {}),
  }
}

const TYPE_NAMES: Readonly<Record<string, Message>> = {
  string: { zh: '文本', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  null: { zh: '空', en: 'nothing' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '映射（键：值）', en: 'a mapping (key: value)' },
}

function typeOf(node: TreeNode): Message {
  if (node.kind === 'list') return TYPE_NAMES['array'] ?? { zh: '', en: '' }
  if (node.kind === 'map') return TYPE_NAMES['object'] ?? { zh: '', en: '' }
  return TYPE_NAMES[node.value === null ? 'null' : typeof node.value] ?? { zh: '', en: '' }
}

function wrongType(error: SchemaError, node: TreeNode, key: Place | undefined): Diagnostic {
  const wanted = String(error.params['type'])
  const name = typeOf(node)
  const expected = titleOf(error.parentSchema) ?? TYPE_NAMES[wanted] ?? { zh: wanted, en: wanted }
  const message = explainScalar(node, wanted) ?? {
    zh: `这里是${name.zh}，不是${expected.zh}`,
    en: `this is ${name.en}, not ${expected.en}`,
  }
  const empty = node.kind === 'scalar' && node.raw === ''
  return withAlias(
    { rule: 'schema/type', severity: 'error', message, place: empty && key ? key : node.place, expected },
    node.alias,
  )
}

/** Why a scalar is not what it looks like: an unquoted version, a full-width sign, a word of YAML 1.1. */
function explainScalar(node: TreeNode, wanted: string): Message | undefined {
  if (node.kind !== 'scalar') return undefined
  if (wanted === 'string' && typeof node.value === 'number') {
    const value = String(node.value)
    return value === node.raw
      ? { zh: `不加引号的 \`${node.raw}\` 是数，不是文本`, en: `\`${node.raw}\` unquoted is a number, not a text` }
      : {
          zh: `不加引号的 \`${node.raw}\` 是数 ${value}，不是文本`,
          en: `\`${node.raw}\` unquoted is the number ${value}, not a text`,
        }
  }
  if (wanted === 'string' && node.value === null) return { zh: '这里没有写值', en: 'no value is given here' }
  const sign = node.quoted
    ? undefined
    : (findFullwidth(node.raw.split('\n')[0] ?? '') ?? findFullwidth(`x: ${node.raw}`))
  if (sign) return explainFullwidth(sign)
  if (wanted === 'boolean' && typeof node.value === 'string' && /^(yes|no|on|off|y|n)$/i.test(node.value)) {
    return { zh: `YAML 1.2 里 \`${node.raw}\` 是文本`, en: `in YAML 1.2 \`${node.raw}\` is a text` }
  }
  return undefined
}

function badName(name: string, parent: TreeNode | undefined, schema: SchemaPart | undefined): Diagnostic | undefined {
  const entry = parent?.kind === 'map' ? parent.entries.get(name) : undefined
  if (!entry) return undefined
  const expected = titleOf(schema)
  return withAlias(
    {
      rule: 'schema/value',
      severity: 'error',
      message: nameMessage(name),
      place: entry.key,
      ...(expected ? { expected } : {}),
    },
    entry.alias,
  )
}

function nameMessage(name: string): Message {
  if (TREACHEROUS.has(name)) {
    return {
      zh: `\`${name}\` 不能作标识：不少工具会把它读成真假或空值`,
      en: `\`${name}\` cannot be an id: many tools read it as true, false or nothing`,
    }
  }
  const sign = findFullwidth(name)
  if (sign) return explainFullwidth(sign)
  return { zh: `\`${shorten(name)}\` 不合命名规则`, en: `\`${shorten(name)}\` is not a name of this kind` }
}

function badValue(error: SchemaError, node: TreeNode): Diagnostic {
  const expected = titleOf(error.parentSchema) ?? expectedBy(error)
  const allowed = error.keyword === 'enum' ? (error.params['allowedValues'] as readonly unknown[]).map(String) : []
  const suggestion = node.kind === 'scalar' ? nearestName(String(node.value), allowed) : undefined
  return withAlias(
    {
      rule: 'schema/value',
      severity: 'error',
      message: valueMessage(error, node),
      place: node.place,
      ...(expected ? { expected } : {}),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
    node.alias,
  )
}

function valueMessage(error: SchemaError, node: TreeNode): Message {
  if (error.keyword === 'minItems') return { zh: '这里不能是空列表', en: 'this list may not be empty' }
  if (error.keyword === 'minProperties') return { zh: '这里不能为空', en: 'this may not be empty' }
  if (error.keyword === 'minLength') return { zh: '这里不能是空文本', en: 'this text may not be empty' }
  if (error.keyword === 'minimum' || error.keyword === 'maximum') {
    const limit = String(error.params['limit'])
    return error.keyword === 'minimum'
      ? { zh: `不得小于 ${limit}`, en: `this is less than ${limit}` }
      : { zh: `不得大于 ${limit}`, en: `this is more than ${limit}` }
  }
  if (node.kind !== 'scalar') return { zh: '这里的写法不对', en: 'this is not what stands here' }
  if (error.keyword === 'not') return nameMessage(String(node.value))
  return scalarMessage(node)
}

function scalarMessage(node: ScalarNode): Message {
  const sign = node.quoted
    ? undefined
    : (findFullwidth(node.raw.split('\n')[0] ?? '') ?? findFullwidth(`x: ${node.raw}`))
  if (sign) return explainFullwidth(sign)
  const value = shorten(node.raw === '' ? String(node.value) : node.raw)
  return { zh: `\`${value}\` 不是这里可用的值`, en: `\`${value}\` is not a value that can stand here` }
}

function expectedBy(error: SchemaError): Message | undefined {
  return error.keyword === 'enum' ? oneOf((error.params['allowedValues'] as readonly unknown[]).map(String)) : undefined
}

/** Titles of the schemas are written `中文 · English`. */
function titleOf(schema: SchemaPart | undefined): Message | undefined {
  if (schema?.title === undefined) return undefined
  const [zh = '', en = zh] = schema.title.split(' · ')
  return { zh, en }
}

/** Where a whole mapping is to be marked that has no key of its own: a file at its first key, an item of a list all of it. */
function placeOfWhole(node: TreeNode): Place {
  const [first] = node.kind === 'map' && node.place.pointer === '' ? node.entries.values() : []
  return first ? { ...first.key, pointer: '' } : node.place
}

function withAlias(diagnostic: Diagnostic, alias: Place | undefined): Diagnostic {
  if (!alias) return diagnostic
  const related = { message: { zh: '通过这里的别名引用', en: 'used here through an alias' }, place: alias }
  return { ...diagnostic, related: [...(diagnostic.related ?? []), related] }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
