import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js'
import type { Message } from '../diagnostic/diagnostic.ts'

/** What is wrong with a regular expression; `from` and `to` are UTF-16 offsets into it. */
export interface PatternError {
  readonly from: number
  readonly to: number
  readonly message: Message
}

const MAX_LENGTH = 2_000

/** The fault of a regular expression of a map, if it is not RE2 (which is what keeps matching linear). */
export function checkPattern(pattern: string): PatternError | undefined {
  if (pattern.length > MAX_LENGTH) {
    return {
      from: MAX_LENGTH,
      to: pattern.length,
      message: {
        zh: `正则超过 ${MAX_LENGTH} 个字符`,
        en: `the pattern is longer than ${MAX_LENGTH} characters`,
      },
    }
  }
  try {
    RE2JS.compile(pattern)
    return undefined
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      // The library names everything from a lookbehind on; the sign itself is what is to be changed.
      const fragment = (error.getPattern() ?? '').replace(/^(\(\?<[=!]).*$/s, '$1')
      const at = fragment === '' ? -1 : pattern.indexOf(fragment)
      const from = at < 0 ? 0 : at
      return {
        from,
        to: at < 0 ? pattern.length : at + fragment.length,
        message: wordFault(error.getDescription(), fragment),
      }
    }
    const detail = error instanceof RE2JSException ? error.message : String(error)
    return { from: 0, to: pattern.length, message: wordFault(detail, '') }
  }
}

function wordFault(description: string, fragment: string): Message {
  if (/^\(\?<?[=!]/.test(fragment)) {
    return {
      zh: `\`${fragment}\`：RE2 没有前瞻和后顾；请匹配整段文字，用 \`except\` 排除`,
      en: `\`${fragment}\`: RE2 has no lookahead or lookbehind; match the whole and exclude with \`except\``,
    }
  }
  if (/^\\[1-9]/.test(fragment)) {
    return {
      zh: `\`${fragment}\`：RE2 没有反向引用`,
      en: `\`${fragment}\`: RE2 has no back-references`,
    }
  }
  if (/^\\[pP]\{(Script|sc|scx)=/.test(fragment)) {
    return {
      zh: `\`${fragment}\`：RE2 直接写文字名，如 \`\\p{Han}\``,
      en: `\`${fragment}\`: RE2 names scripts directly, such as \`\\p{Han}\``,
    }
  }
  if (description === 'invalid repeat count') {
    return {
      zh: `\`${fragment}\`：重复次数最多 1000`,
      en: `\`${fragment}\`: a repeat may count to 1000 at most`,
    }
  }
  const words = zhWords.get(description)
  return {
    zh: `正则不合 RE2 语法：${words ?? description}${fragment === '' ? '' : ` \`${fragment}\``}`,
    en: `the pattern is not RE2: ${description}${fragment === '' ? '' : ` \`${fragment}\``}`,
  }
}

const zhWords: ReadonlyMap<string, string> = new Map([
  ['missing closing ]', '缺少右方括号 ]'],
  ['missing closing )', '缺少右括号 )'],
  ['unexpected )', '多了右括号 )'],
  ['missing argument to repetition operator', '重复符号前没有内容'],
  ['invalid escape sequence', '无效的转义'],
  ['invalid nested repetition operator', '重复符号不能叠用'],
  ['invalid character class range', '字符范围无效'],
  ['invalid or unsupported Perl syntax', 'RE2 不支持的语法'],
  ['trailing backslash at end of expression', '末尾多了反斜杠'],
  ['invalid named capture', '命名分组写法无效'],
  ['expression nests too deeply', '嵌套过深'],
  ['expression too large', '表达式过大'],
])
