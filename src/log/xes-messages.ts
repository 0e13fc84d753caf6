import type { Message } from '../diagnostic/diagnostic.ts'
import { maskNumbers } from '../diagnostic/mask-numbers.ts'

/** What may be wrong with a XES log, in both languages. */
export const xesMessages = {
  notXml: (line: number, offset: number, { zh, en }: Message): Message => ({
    zh: `第 ${line} 行（第 ${offset} 字节）不是合格的 XML：${zh}`,
    en: `line ${line} (byte ${offset}) is not well-formed XML: ${en}`,
  }),
  otherRoot: (name: string): Message => ({
    zh: `是 XML，但根元素是 \`<${name.slice(0, 40)}>\`，不是 XES 的 \`<log>\``,
    en: `XML whose root is \`<${name.slice(0, 40)}>\`, not the \`<log>\` of XES`,
  }),
  encoding: (name: string): Message => ({
    zh: `XML 声明的编码 \`${name.slice(0, 40)}\` 不能读取`,
    en: `the encoding \`${name.slice(0, 40)}\` that the XML declares is not read`,
  }),
  eventOutside: (): Message => ({ zh: '事件不在任何 `<trace>` 之内', en: 'an event outside of any `<trace>`' }),
  strayEvent: (): Message => ({
    zh: '事件位置不对：应直接在 `<trace>` 之内，此处在别的元素之内',
    en: 'an event inside of another element: it belongs directly in a `<trace>`',
  }),
  strayTrace: (): Message => ({
    zh: '`<trace>` 位置不对：应直接在 `<log>` 之内；此处的不算案例',
    en: 'a `<trace>` inside of another element is no case: it belongs directly in the `<log>`',
  }),
  secondLog: (line: number, offset: number): Message => ({
    zh: `第 ${line} 行（第 ${offset} 字节）的 \`<log>\` 在另一元素之内；一个文件只能有一个日志`,
    en: `line ${line} (byte ${offset}) has a \`<log>\` inside of another element; a file holds one log`,
  }),
  badValue: (): Message => ({
    zh: '事件中有不符合编码的字节',
    en: 'bytes in the event that are not valid in the encoding',
  }),
  noClassifier: (name: string, known: readonly string[]): Message => {
    const shown = known.slice(0, 10).map((one) => `\`${maskNumbers(one).slice(0, 40)}\``)
    return {
      zh: `日志中没有分类器 \`${name}\`${shown.length > 0 ? `；有 ${shown.join('、')}` : ''}`,
      en: `the log has no classifier \`${name}\`${shown.length > 0 ? `; it has ${shown.join(', ')}` : ''}`,
    }
  },
  wrongType: (key: string, type: string): Message => ({
    zh: `属性 \`${maskNumbers(key).slice(0, 60)}\` 的值不是所写的类型 ${type}，按文字处理`,
    en: `a value of \`${maskNumbers(key).slice(0, 60)}\` is not of its type ${type} and is taken as text`,
  }),
  repeatedKey: (): Message => ({
    zh: '同一处出现两个同名属性，后一个存为 `名称#2`',
    en: 'an attribute stands twice in one place; the later is kept as `name#2`',
  }),
  repeatedTrace: (): Message => ({
    zh: '同名的 `<trace>` 不止一个，后面的存为 `名称#2`、`名称#3` ……',
    en: 'several traces have one name; the later are kept as `name#2`, `name#3`, …',
  }),
  missingGlobal: (key: string): Message => ({
    zh: `\`<global>\` 声明每个事件都有的 \`${maskNumbers(key).slice(0, 60)}\` 缺失；不以声明中的占位值代替`,
    en: `\`${maskNumbers(key).slice(0, 60)}\`, which \`<global>\` promises of every event, is missing; its placeholder is not put in`,
  }),
  leftOut: (): Message => ({
    zh: '按生命周期的读法并入其他事件或略去的事件',
    en: 'events folded into others or left out, as the lifecycle is read',
  }),
  tooDeep: (): Message => ({
    zh: '属性嵌套过深，该层以下略去',
    en: 'attributes nested too deep; what is below is left out',
  }),
} as const
