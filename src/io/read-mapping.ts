import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Message } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import { sortDiagnostics } from '../diagnostic/sort.ts'
import { MAX_FILE_BYTES } from '../load/map-source.ts'
import { readFile, TOO_LARGE } from '../load/read-file.ts'
import { nodeAt, plainValue } from '../load/tree.ts'
import { createMapping, type Mapping } from '../log/mapping.ts'

/** Reads a mapping file (semantics §2). Throws InputError with file, line and column of everything that is wrong in it. */
export function readMapping(path: string, cwd = '.'): Mapping {
  const { kind, root, diagnostics } = readFile(path, readBytes(path, cwd))
  const faults = sortDiagnostics(diagnostics)
    .filter((diagnostic) => diagnostic.severity === 'error')
    .map(({ message, expected, suggestion, place }) => describe(path, place.range.start, message, expected, suggestion))
  if (faults.length === 0 && root && kind !== 'mapping') {
    throw new InputError(
      {
        zh: `${path}：不是映射文件：首个键是 \`${String(kind)}\``,
        en: `${path}: not a mapping file: its first key is \`${String(kind)}\``,
      },
      { zh: '映射文件以 `mapping:` 开头', en: 'a mapping file begins with `mapping:`' },
    )
  }
  const { mapping, problems } = createMapping(root ? plainValue(root) : {})
  if (faults.length === 0 && root) {
    for (const { pointer, message, expected } of problems) {
      const start = nodeAt(root, pointer)?.node.place.range.start ?? { line: 1, column: 1 }
      faults.push(describe(path, start, message, expected, undefined))
    }
  }
  if (faults.length === 0) return mapping
  const shown = faults.slice(0, 20)
  const more = faults.length - shown.length
  throw new InputError({
    zh: `映射文件有误\n${shown.map((one) => `  ${one.zh}`).join('\n')}${more > 0 ? `\n  另有 ${more} 处` : ''}`,
    en: `the mapping file has errors\n${shown.map((one) => `  ${one.en}`).join('\n')}${more > 0 ? `\n  and ${more} more` : ''}`,
  })
}

/** One fault as `file:line:column what`, in both languages. */
function describe(
  path: string,
  start: { readonly line: number; readonly column: number },
  message: Message,
  expected: Message | undefined,
  suggestion: string | undefined,
): Message {
  const at = `${path}:${start.line}:${start.column}`
  return {
    zh: `${at} ${message.zh}${expected ? `；应为：${expected.zh}` : ''}${suggestion ? `；是否为 \`${suggestion}\`？` : ''}`,
    en: `${at} ${message.en}${expected ? `; expected ${expected.en}` : ''}${suggestion ? `; did you mean \`${suggestion}\`?` : ''}`,
  }
}

function readBytes(path: string, cwd: string): Uint8Array {
  const file = resolve(cwd, path)
  try {
    if (statSync(file).size > MAX_FILE_BYTES) {
      throw new InputError({ zh: `${path}：${TOO_LARGE.zh}`, en: `${path}: ${TOO_LARGE.en}` })
    }
    return readFileSync(file)
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw code === 'ENOENT'
      ? new InputError({ zh: `${path}：没有此映射文件`, en: `${path}: no such mapping file` })
      : new InputError({ zh: `${path}：无法读取（${code ?? '?'}）`, en: `${path}: cannot be read (${code ?? '?'})` })
  }
}
