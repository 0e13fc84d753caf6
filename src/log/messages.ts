import type { Message } from '../diagnostic/diagnostic.ts'

/** Everything the reading of logs has to say to people, in both languages. */
export const logMessages = {
  noInteraction: (): Message => ({ zh: '没有交互编号', en: 'no interaction id' }),
  noEvent: (): Message => ({ zh: '没有事件名称', en: 'no event name' }),
  emptyRow: (): Message => ({ zh: '整行为空', en: 'every field of the row is empty' }),
  tooFewFields: (got: number, wanted: number): Message => ({
    zh: `只有 ${got} 个字段，表头有 ${wanted} 列`,
    en: `${got} ${got === 1 ? 'field' : 'fields'} where the heading has ${wanted} columns`,
  }),
  tooManyFields: (got: number, wanted: number): Message => ({
    zh: `有 ${got} 个字段，表头只有 ${wanted} 列`,
    en: `${got} fields where the heading has only ${wanted} ${wanted === 1 ? 'column' : 'columns'}`,
  }),
  brokenQuote: (): Message => ({
    zh: '引号不成对：右引号缺失，或其后还有文字；已从下一行继续读取',
    en: 'broken quotes: the closing quote is missing, or text follows it; reading went on with the next line',
  }),
  badBytes: (encoding: string, at: number): Message => ({
    zh: `第 ${at} 字节处不是有效的 ${encoding.toUpperCase()}`,
    en: `not valid ${encoding.toUpperCase()} at byte ${at}`,
  }),
  nulBytes: (): Message => ({
    zh: '含有 NUL 字符：文件可能已损坏',
    en: 'holds NUL characters: the file may be damaged',
  }),
  tooLong: (limit: number): Message => ({
    zh: `一行超过 ${limit / 1024 / 1024} MiB`,
    en: `a line of more than ${limit / 1024 / 1024} MiB`,
  }),
  badJson: (column: number | undefined): Message => ({
    zh: column === undefined ? '不是有效的 JSON' : `第 ${column} 个字符处不是有效的 JSON`,
    en: column === undefined ? 'not valid JSON' : `not valid JSON at character ${column}`,
  }),
  notAnObject: (): Message => ({ zh: '每行应为一个 JSON 对象', en: 'each line should be a JSON object' }),
  tooDeep: (limit: number): Message => ({
    zh: `JSON 嵌套超过 ${limit} 层`,
    en: `JSON nested deeper than ${limit} levels`,
  }),
  badTime: (): Message => ({
    zh: '无法识别的时间；映射文件可用 `time-formats:` 说明写法',
    en: 'a time that cannot be read; the mapping file may state `time-formats:`',
  }),
  noZone: (): Message => ({
    zh: '本地时间而没有时区；请在映射文件或 touchmap.yaml 中写明 `timezone:`',
    en: 'a local time and no time zone; state `timezone:` in the mapping file or in touchmap.yaml',
  }),
  backwards: (): Message => ({
    zh: '时间比同一交互的上一事件早；次序照日志',
    en: 'time earlier than that of the event before it in the interaction; the order of the log is kept',
  }),
  unsureTime: (unsure: 'fold' | 'gap'): Message =>
    unsure === 'fold'
      ? {
          zh: '夏令时结束时出现两次的本地时间，按第一次计',
          en: 'a local time that occurs twice, as clocks were set back; taken as its first occurrence',
        }
      : {
          zh: '夏令时开始时不存在的本地时间，按调整前的时差计',
          en: 'a local time that never occurred, as clocks were set forward; taken with the offset before the change',
        },
  wrongType: (attribute: string, type: string): Message => ({
    zh: `属性 \`${attribute}\` 的值不是 ${type}，按缺失处理`,
    en: `a value of \`${attribute}\` is not of type ${type} and is treated as missing`,
  }),
  badSequence: (): Message => ({
    zh: '交互中有事件没有数字序号，该交互按文件次序排列',
    en: 'some events of the interaction have no number as sequence; its order is that of the file',
  }),
  sameIdOtherContent: (): Message => ({
    zh: '事件编号已出现过而内容不同，保留先读到的一行',
    en: 'an event id seen before, with other content; the row read first is kept',
  }),
  guessedEncoding: (encoding: string): Message => ({
    zh: `不是有效的 UTF-8，按 ${encoding.toUpperCase()} 读取`,
    en: `not valid UTF-8; read as ${encoding.toUpperCase()}`,
  }),
  repeatedHeading: (heading: string, name: string): Message => ({
    zh: `表头 \`${heading}\` 重复，后一列存为属性 \`${name}\``,
    en: `the heading \`${heading}\` is repeated; the later column is kept as attribute \`${name}\``,
  }),
  columnNeverSeen: (column: string): Message => ({
    zh: `映射文件中的列 \`${column}\` 在此文件中从未出现`,
    en: `the column \`${column}\` of the mapping file never occurs in this file`,
  }),
} as const
