import type { Message } from '../diagnostic/diagnostic.ts'

/** Full-width signs and the signs of YAML they are easily typed for. */
const ASCII_OF = new Map([
  ['\uff1a', ':'],
  ['\uff0c', ','],
  ['\u3001', ','],
  ['\u3010', '['],
  ['\u3011', ']'],
  ['\uff3b', '['],
  ['\uff3d', ']'],
  ['\uff5b', '{'],
  ['\uff5d', '}'],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\uff02', '"'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\uff0d', '-'],
  ['\uff03', '#'],
  ['\uff06', '&'],
  ['\uff0a', '*'],
  ['\u3000', ' '],
])

/** Where in a line a full-width sign stands for syntax, and not for a sign of a Chinese sentence. The sign is group 2. */
const PLACES: readonly RegExp[] = [
  /^([ ]*)(\u3000)/d,
  /((?:^|[{,\uff0c[\uff5b]|- )\s*["'\u201c]?[A-Za-z0-9_.-]+["'\u201d]?\s*)(\uff1a)/d,
  /(^\s*)([\uff0d\uff03])/d,
  /((?:: |- |[[,{])\s*)([\u3010\uff3b\uff5b\u201c\uff02\u2018\uff06\uff0a])/d,
  /(:)([\u3010\uff3b\uff5b\u201c\uff02\u2018])/d,
  /([[{][^\]}]*)([\uff0c\u3001])\s*["']?[A-Za-z0-9_.-]+["']?\s*(?:[:\uff1a\uff0c,\u3001\]}]|$)/d,
  /(\[[^\]\u3010\uff3b]*)([\u3011\uff3d])\s*(?:[,}\]]|$)/d,
  /(\{[^}\uff5b]*)(\uff5d)\s*(?:[,}\]]|$)/d,
]

export interface FullwidthSign {
  readonly sign: string
  readonly ascii: string
  /** Offset in the text looked at. */
  readonly offset: number
}

/** The first full-width sign of a line that stands where YAML expects one of its own. */
export function findFullwidth(line: string): FullwidthSign | undefined {
  if (line.length > 2000) return undefined
  let first: FullwidthSign | undefined
  for (const place of PLACES) {
    const match = place.exec(line)
    const sign = match?.[2]
    const offset = match?.indices?.[2]?.[0]
    if (sign === undefined || offset === undefined || (first && first.offset <= offset)) continue
    first = { sign, ascii: ASCII_OF.get(sign) ?? '', offset }
  }
  return first
}

export function explainFullwidth({ sign, ascii }: FullwidthSign): Message {
  const name = sign === '\u3000' ? 'U+3000' : sign
  return {
    zh: `\`${name}\` 是全角符号，YAML 只认半角的${ascii === ' ' ? '空格' : ` \`${ascii}\``}`,
    en: `\`${name}\` is a full-width sign; YAML knows only ${ascii === ' ' ? 'the blank' : `\`${ascii}\``}`,
  }
}
