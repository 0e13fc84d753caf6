import type { Diagnostic, Message, Place } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { decodeFile } from './decode-file.ts'
import { explainFullwidth, findFullwidth } from './fullwidth.ts'
import { MAX_FILE_BYTES } from './map-source.ts'
import { parseYaml } from './parse-yaml.ts'
import { createSourceText, placeAt, type SourceText } from './source-text.ts'
import type { MapNode, TreeNode } from './tree.ts'
import { type FileKind, validateSchema } from './validate-schema.ts'

/** The kinds of files a map has, by their first key. */
const KIND_OF: Readonly<Record<string, FileKind>> = {
  map: 'map',
  catalog: 'catalog',
  lexicons: 'lexicons',
  touchpoints: 'touchpoints',
  flow: 'flow',
  rules: 'rules',
  scorecard: 'scorecard',
  mapping: 'mapping',
  cases: 'cases',
  metrics: 'metrics',
  walks: 'walks',
  accepted: 'accepted',
}

/** A file of a map after reading: `root` where it parses; `kind` as far as it is known. */
export interface ReadFile {
  readonly source: SourceText
  readonly kind?: FileKind
  readonly root?: MapNode
  /** The flow's id as far as it can be seen in a flow file that does not parse. */
  readonly flow?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Decodes, parses and holds one file against the schema of its kind. */
export function readFile(file: string, bytes: Uint8Array): ReadFile {
  const decoded = decodeFile(file, bytes)
  const { source } = decoded
  if (decoded.diagnostic) return broken(source, [decoded.diagnostic])
  const parsed = parseYaml(source)
  if (!parsed.root) return broken(source, parsed.diagnostics)
  if (parsed.root.kind !== 'map') return broken(source, [...parsed.diagnostics, noMapping(source, parsed.root)])
  const { root } = parsed
  const first = kindKey(root)
  if (!first) return broken(source, [...parsed.diagnostics, noKind(source, root)])
  const kind = Object.hasOwn(KIND_OF, first) ? KIND_OF[first] : undefined
  if (!kind) return broken(source, [...parsed.diagnostics, unknownKind(first, root)])
  return { source, kind, root, diagnostics: [...parsed.diagnostics, ...validateSchema(kind, root)] }
}

/** A file that is there and was not read. */
export function unreadFile(file: string, message: Message): ReadFile {
  const source = createSourceText(file, '')
  return broken(source, [{ rule: 'yaml/syntax', severity: 'error', message, place: placeAt(source, 0, 0) }])
}

export const TOO_LARGE: Message = {
  zh: `文件超过 ${MAX_FILE_BYTES / 1024 / 1024} MB，不读取`,
  en: `the file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB and is not read`,
}

/** A file that does not parse: its kind is guessed from its text, so that only references into its kind are let pass. */
function broken(source: SourceText, diagnostics: readonly Diagnostic[]): ReadFile {
  const match = /^["']?([a-z]+)["']?[ \t]*[:\uff1a]/m.exec(withoutRemarks(source.text))
  const name = match?.[1] ?? ''
  const kind = Object.hasOwn(KIND_OF, name) ? KIND_OF[name] : undefined
  const flow = /^["']?flow["']?[ \t]*[:\uff1a][ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(source.text)?.[1]
  return { source, ...(kind ? { kind } : {}), ...(flow === undefined ? {} : { flow }), diagnostics }
}

function withoutRemarks(text: string): string {
  return text.replaceAll(/^(?:note|source|x-[^:\n]*):.*$/gm, '')
}

function kindKey(root: MapNode): string | undefined {
  for (const key of root.entries.keys()) if (key !== 'note' && key !== 'source' && !key.startsWith('x-')) return key
  return undefined
}

const KINDS: Message = oneOf(Object.keys(KIND_OF))

function unknownKind(key: string, root: MapNode): Diagnostic {
  const sign = findFullwidth(key)
  const suggestion = nearestName(key, Object.keys(KIND_OF))
  return {
    rule: 'schema/unknown-key',
    severity: 'error',
    message: sign
      ? explainFullwidth(sign)
      : { zh: `首个键 \`${key}\` 不是任何一种地图文件`, en: `the first key \`${key}\` is no kind of file of a map` },
    place: root.entries.get(key)?.key ?? root.place,
    expected: KINDS,
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

function noKind(source: SourceText, root: TreeNode): Diagnostic {
  return {
    rule: 'schema/type',
    severity: 'error',
    message: { zh: '文件里没有说明种类的键', en: 'no key says what kind of file this is' },
    place: firstLine(source, root.place),
    expected: KINDS,
  }
}

function noMapping(source: SourceText, root: TreeNode): Diagnostic {
  const empty = root.kind === 'scalar' && root.raw === ''
  const sign = root.kind === 'scalar' && !root.quoted ? signInFirstLine(source, root.place) : undefined
  return {
    rule: 'schema/type',
    severity: 'error',
    message: sign
      ? sign.message
      : empty
        ? { zh: '文件是空的', en: 'the file is empty' }
        : {
            zh: '文件须是键值映射，首个键说明它的种类',
            en: 'a file of a map is a mapping whose first key says its kind',
          },
    place: sign?.place ?? firstLine(source, root.place),
    expected: KINDS,
  }
}

function signInFirstLine(source: SourceText, place: Place): { message: Message; place: Place } | undefined {
  const start = place.range.start.offset - source.skipped
  const end = source.text.indexOf('\n', start)
  const sign = findFullwidth(source.text.slice(start, end < 0 ? undefined : end))
  return (
    sign && { message: explainFullwidth(sign), place: placeAt(source, start + sign.offset, start + sign.offset + 1) }
  )
}

function firstLine(source: SourceText, place: Place): Place {
  const start = place.range.start.offset - source.skipped
  const end = place.range.end.offset - source.skipped
  const newline = source.text.indexOf('\n', start)
  return placeAt(source, start, newline < 0 ? end : Math.min(end, newline))
}
