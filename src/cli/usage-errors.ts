import type { CommanderError } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'

/** commander's usage errors in the user's language. What is not known here passes in commander's own words. */
export function describeUsageError(error: CommanderError, lang: Lang): string {
  const text = error.message.replace(/^error: /, '')
  if (lang === 'en') return text
  const names = [...text.matchAll(/'([^']*)'/g)].map((match) => match[1])
  const suggestion = /Did you mean ([^?]+)\?/.exec(text)?.[1]
  const hint = suggestion === undefined ? '' : `\n（是否想写 ${suggestion}？）`
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有命令“${names[0]}”${hint}`
    case 'commander.unknownOption':
      return `没有选项“${names[0]}”${hint}`
    case 'commander.missingArgument':
      return `缺少参数“${names[0]}”`
    case 'commander.optionMissingArgument':
      return `选项“${names[0]}”缺少取值`
    case 'commander.missingMandatoryOptionValue':
      return `必须给出选项“${names[0]}”`
    case 'commander.invalidArgument': {
      const allowed = /Allowed choices are ([^.]+)\./.exec(text)?.[1]
      const why = allowed === undefined ? (text.split("' is invalid. ")[1] ?? '') : `可取值为 ${allowed}`
      return `“${names[0]}”的取值“${names[1]}”无效。${why}`
    }
    case 'commander.excessArguments':
      return `参数过多：${/Expected (\d+) arguments? but got (\d+)/.exec(text)?.slice(1).join(' 个已足，却给了 ') ?? ''} 个`
    case 'commander.conflictingOption':
      return `选项“${names[0]}”与“${names[1]}”不能同时使用`
    default:
      return text
  }
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

/** The headings of commander's help in the user's language. */
export function helpTitle(title: string, lang: Lang): string {
  return lang === 'zh' ? (TITLES[title] ?? title) : title
}

/** What commander adds to the description of an option, in the user's language. */
export function helpWords(text: string, lang: Lang): string {
  if (lang === 'en') return text
  return text.replace(
    / \((?:choices: ([^)]*?))?(?:, )?(?:default: ([^)]*))?\)$/,
    (whole, choices?: string, preset?: string) => {
      const parts = [
        ...(choices === undefined ? [] : [`可取 ${choices.replaceAll(', ', '\u3001')}`]),
        ...(preset === undefined ? [] : [`默认 ${preset}`]),
      ]
      return parts.length === 0 ? whole : `\uff08${parts.join('\uff0c')}\uff09`
    },
  )
}
