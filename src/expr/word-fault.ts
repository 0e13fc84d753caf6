import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js'
import type { Message } from '../diagnostic/diagnostic.ts'

/** An error of the CEL library, which carries a code and a range. */
export function isFaultOf(error: unknown): error is ParseError | CelTypeError | EvaluationError {
  return error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError
}

/**
 * The words for a fault of an expression. `detail` is the library's own summary or a figure, `text` the source there,
 * `names` what is known there.
 */
export function wordFault(code: string, detail: string, text: string, names: readonly string[] = []): Message {
  const character = [...text][0] ?? ''
  switch (code) {
    case 'unexpected_character':
    case 'unexpected_token':
      return wordUnexpected(character, detail)
    case 'unknown_variable':
      return {
        zh: `未知名称 \`${text}\`，这里可用 ${names.map((name) => `\`${name}\``).join('、')}`,
        en: `unknown name \`${text}\`; known here are ${listNames(names)}`,
      }
    case 'reserved_identifier':
      return { zh: `\`${text}\` 是 CEL 的保留字，不能用作名称`, en: `\`${text}\` is a reserved word of CEL` }
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
    case 'newline_in_string':
      return { zh: '字符串没有结束的引号', en: 'the string has no closing quote' }
    case 'no_matching_overload':
      return {
        zh: `没有这样的函数，或参数类型不对：\`${text.slice(0, 60)}\``,
        en: `no such function, or arguments of the wrong type: \`${text.slice(0, 60)}\``,
      }
    case 'no_such_overload':
      return { zh: `两边的类型不能这样运算（${detail}）`, en: `these types cannot be combined so (${detail})` }
    case 'invalid_macro_argument':
      return {
        zh: '参数写法不对：`has` 要带点的字段，如 `has(interaction.city)`；`exists` 等的第一个参数是变量名',
        en: 'wrong argument: `has` takes a dotted field such as `has(interaction.city)`; the first argument of `exists` and its like is a variable name',
      }
    case 'limit_exceeded':
      return { zh: `表达式过大（${detail}）`, en: `the expression is too large (${detail})` }
    case 'too_long':
      return { zh: `表达式超过 ${detail} 个字符`, en: `the expression is longer than ${detail} characters` }
    case 'macro_depth':
      return {
        zh: `\`all\`、\`exists\`、\`map\`、\`filter\` 最多嵌套 ${detail} 层`,
        en: `\`all\`, \`exists\`, \`map\` and \`filter\` may be nested ${detail} deep at most`,
      }
    case 'too_many_steps':
      return {
        zh: '事件太多，嵌套的 `exists`、`all` 等无法在限度内算完',
        en: 'too many events for the nested `exists`, `all` and the like',
      }
    case 'matches':
      return {
        zh: '`matches` 的耗时没有上限，不予使用；请用 `says(text, "正则")`（RE2）',
        en: '`matches` can take unbounded time and is not accepted; use `says(text, "pattern")` (RE2)',
      }
    case 'pattern_not_literal':
      return {
        zh: '`says` 的正则须是写定的字符串，不能由数据拼出',
        en: 'the pattern of `says` must be a literal string, not made from data',
      }
    case 'pattern':
      return { zh: `正则不合 RE2 语法（${detail}）`, en: `the pattern is not RE2 (${detail})` }
    case 'not_bool':
      return {
        zh: `条件须得出真或假，这里得到的是 ${detail}`,
        en: `a condition must be true or false; this one gives ${detail}`,
      }
    case 'not_value':
      return {
        zh: `这里须得出数、文本或真假，得到的是 ${detail}`,
        en: `a number, a text, or true or false is needed here; this one gives ${detail}`,
      }
    default:
      return { zh: `表达式无效（${detail}）`, en: `the expression is not valid (${detail})` }
  }
}

function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}

function wordUnexpected(character: string, detail: string): Message {
  const half = halfWidth(character)
  if (half !== undefined) {
    return {
      zh: `\`${character}\` 是全角符号，这里要用半角 \`${half}\``,
      en: `\`${character}\` is a full-width sign; type the half-width \`${half}\` here`,
    }
  }
  if (character === '=') {
    return { zh: '比较相等要写两个等号 `==`', en: 'equality is written with two signs, `==`' }
  }
  if (character === '') return { zh: '表达式没有写完', en: 'the expression ends too early' }
  if (character === '&' || character === '|') {
    return { zh: '“并且”写作 `&&`，“或者”写作 `||`', en: '“and” is written `&&`, “or” is written `||`' }
  }
  return { zh: `此处不该出现 \`${character}\`(${detail})`, en: `unexpected \`${character}\` (${detail})` }
}

function halfWidth(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0)
  if (code === 0x3000) return ' '
  const quotes: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '。': '.', '、': ',' }
  return Object.hasOwn(quotes, character) ? quotes[character] : undefined
}
