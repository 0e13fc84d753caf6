import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { createSourceText, placeAt, type SourceText } from './source-text.ts'

/** Text of a file of the map, which must be UTF-8. `text` is a best guess where `diagnostic` says it is not. */
export interface DecodedFile {
  readonly source: SourceText
  readonly diagnostic?: Diagnostic
}

/** Decodes UTF-8 strictly, with or without a byte order mark; anything else is `yaml/encoding` with what it seems to be. */
export function decodeFile(file: string, bytes: Uint8Array): DecodedFile {
  const wide = guessUtf16(bytes)
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes)
    const name = wide === 'utf-16le' ? 'UTF-16 (little-endian)' : 'UTF-16 (big-endian)'
    return refuse(createSourceText(file, text), 0, name)
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const skipped = marked ? 1 : 0
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
    return { source: createSourceText(file, text, skipped) }
  } catch {
    const replaced = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
    const prefix = validPrefix(body)
    try {
      const text = new TextDecoder('gb18030', { fatal: true }).decode(body)
      return refuse(
        createSourceText(file, text, skipped),
        prefix,
        /[\u4e00-\u9fff]/.test(text) ? 'GB18030 / GBK' : undefined,
      )
    } catch {
      return refuse(createSourceText(file, replaced, skipped), prefix, undefined)
    }
  }
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 400)
  const zeros = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const many = head.length / 8
  if ((zeros[1] ?? 0) > many && (zeros[0] ?? 0) < many / 4) return 'utf-16le'
  if ((zeros[0] ?? 0) > many && (zeros[1] ?? 0) < many / 4) return 'utf-16be'
  return undefined
}

/** UTF-16 units before the first byte that is not UTF-8. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isUtf8Prefix(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true }).length
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function refuse(source: SourceText, at: number, name: string | undefined): DecodedFile {
  return {
    source,
    diagnostic: {
      rule: 'yaml/encoding',
      severity: 'error',
      message: {
        zh: name ? `文件不是 UTF-8 编码，看来是 ${name}` : '文件不是 UTF-8 编码，也认不出是什么编码',
        en: name
          ? `the file is not UTF-8; it seems to be ${name}`
          : 'the file is not UTF-8, nor any encoding known here',
      },
      place: placeAt(source, at, Math.min(at + 1, source.text.length)),
      expected: {
        zh: '另存为 UTF-8（带不带 BOM 均可）',
        en: 'the file saved as UTF-8, with or without a byte order mark',
      },
    },
  }
}
