import type { YAMLError } from 'yaml'
import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import { explainFullwidth, findFullwidth, type FullwidthSign } from './fullwidth.ts'
import { placeAt, positionAt, type SourceText } from './source-text.ts'

const MESSAGES: Partial<Readonly<Record<YAMLError['code'], Message>>> = {
  BAD_ALIAS: { zh: '这里的别名或锚点写得不对', en: 'the alias or anchor is not well formed' },
  BAD_DIRECTIVE: { zh: '认不得的 `%` 指令', en: 'a `%` directive that is not known' },
  BAD_DQ_ESCAPE: { zh: '双引号里的 `\\` 转义不对', en: 'an escape with `\\` that double quotes do not know' },
  BAD_INDENT: { zh: '缩进不对，或括号没有配对', en: 'wrong indentation, or a bracket without its partner' },
  BAD_SCALAR_START: {
    zh: '文本不能以这个字符开头，请加引号',
    en: 'a text cannot begin with this character; put it in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: { zh: '一行里出现了两个 `键: 值`', en: 'two `key: value` in one line' },
  BLOCK_IN_FLOW: { zh: '`{}` 或 `[]` 里不能写分行的内容', en: 'no block of lines may stand inside `{}` or `[]`' },
  KEY_OVER_1024_CHARS: { zh: '键太长', en: 'the key is too long' },
  MISSING_CHAR: {
    zh: '缺少一个符号，多半是引号、逗号或括号没有配对',
    en: 'a sign is missing, most likely a quote, comma or bracket',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '键须写在一行里；上一行多半缺了 `: `',
    en: 'a key must stand in one line; the line before it most likely lacks `: `',
  },
  MULTIPLE_DOCS: { zh: '一个文件只能有一份文档，这里又起了一份', en: 'a file holds one document; here begins another' },
  RESOURCE_EXHAUSTION: { zh: '嵌套过深', en: 'nested too deeply' },
  TAG_RESOLVE_FAILED: { zh: '地图里不用 `!` 标签', en: 'maps know no `!` tags' },
  UNEXPECTED_TOKEN: { zh: '这里的内容不合 YAML 语法', en: 'this is not YAML syntax' },
}

/** One error of the YAML parser in our own words; full-width signs near it are named, tabs have an id of their own. */
export function describeSyntaxError(source: SourceText, error: YAMLError): Diagnostic {
  const [from, to] = error.pos
  if (error.code === 'TAB_AS_INDENT') return describeTab(source, from)
  const tab = /^[ ]*\t/.exec(lineAt(source, from))
  if (tab) return describeTab(source, from)
  const sign = findSignNear(source, from)
  if (sign) {
    return {
      rule: 'yaml/syntax',
      severity: 'error',
      message: explainFullwidth(sign),
      place: placeAt(source, sign.offset, sign.offset + 1),
      expected: { zh: `半角 \`${sign.ascii}\``, en: `\`${sign.ascii}\`` },
    }
  }
  const end = Math.min(Math.max(to, from + 1), lineEnd(source, from))
  return {
    rule: 'yaml/syntax',
    severity: 'error',
    message: MESSAGES[isIndent(source, from) ? 'BAD_INDENT' : error.code] ?? {
      zh: '这里的内容不合 YAML 语法',
      en: 'this is not YAML syntax',
    },
    place: placeAt(source, from, end),
  }
}

/** Whether an error is told of the blanks at the beginning of a line. */
function isIndent(source: SourceText, from: number): boolean {
  const { column } = positionAt(source, from)
  return /^ +$/.test(source.text.slice(from - column + 1, from + 1))
}

export function describeDepth(limit: number): Message {
  return { zh: `嵌套超过 ${limit} 层`, en: `nested more than ${limit} deep` }
}

function describeTab(source: SourceText, from: number): Diagnostic {
  const start = positionAt(source, from).offset - source.skipped - (positionAt(source, from).column - 1)
  const tab = source.text.indexOf('\t', start)
  const at = tab >= 0 && tab < lineEnd(source, from) ? tab : from
  let end = at
  while (source.text[end] === '\t') end += 1
  return {
    rule: 'yaml/tab',
    severity: 'error',
    message: { zh: '缩进里有制表符', en: 'a tab is used for indentation' },
    place: placeAt(source, at, Math.max(end, at + 1)),
    expected: { zh: '空格', en: 'spaces' },
  }
}

/** A full-width sign on the line of the error, or on the line before it: errors often show one line late. */
function findSignNear(source: SourceText, from: number): FullwidthSign | undefined {
  const { line } = positionAt(source, from)
  for (const number of [line, line - 1]) {
    const start = source.lineStarts[number - 1]
    const sign = start === undefined ? undefined : findFullwidth(source.text.slice(start, lineEnd(source, start)))
    if (sign && start !== undefined) return { ...sign, offset: start + sign.offset }
  }
  return undefined
}

function lineAt(source: SourceText, offset: number): string {
  const { line } = positionAt(source, offset)
  return source.text.slice(source.lineStarts[line - 1] ?? 0, source.lineStarts[line] ?? source.text.length)
}

function lineEnd(source: SourceText, offset: number): number {
  const end = source.text.indexOf('\n', offset)
  return end < 0 ? source.text.length : end
}
