import { CST, Lexer } from 'yaml'
import { placeAt, type SourceText } from './source-text.ts'
import type { Place } from '../diagnostic/diagnostic.ts'

/** A comment of a YAML file: its text from `#` on, and whether something else stands before it on its line. */
export interface YamlComment {
  readonly text: string
  readonly place: Place
  readonly isTrailing: boolean
}

/** The comments of a text that parses, in order; `#` inside quotes, plain values and block texts is none. */
export function findComments(source: SourceText): YamlComment[] {
  const comments: YamlComment[] = []
  let offset = 0
  let isScalar = false
  for (const token of new Lexer().lex(source.text)) {
    if (token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR) {
      isScalar = token === CST.SCALAR
      continue
    }
    if (!isScalar && token.startsWith('#')) {
      const lineStart = source.text.lastIndexOf('\n', offset - 1) + 1
      const isTrailing = source.text.slice(lineStart, offset).trim() !== ''
      const text = token.trimEnd()
      comments.push({ text, place: placeAt(source, offset, offset + text.length), isTrailing })
    }
    isScalar = false
    offset += token.length
  }
  return comments
}
