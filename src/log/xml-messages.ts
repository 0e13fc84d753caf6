import type { Message } from '../diagnostic/diagnostic.ts'

/** What may be wrong with XML, in both languages. Names of elements are shown; values never are. */
export const xmlMessages = {
  badTag: (): Message => ({ zh: '标签写得不对', en: 'a tag that is not well formed' }),
  noSpace: (): Message => ({ zh: '两个属性之间没有空格', en: 'no blank between two attributes' }),
  noValue: (name: string): Message => ({
    zh: `属性 \`${shown(name)}\` 没有带引号的值`,
    en: `the attribute \`${shown(name)}\` has no value in quotes`,
  }),
  repeated: (name: string): Message => ({
    zh: `同一标签中属性 \`${shown(name)}\` 写了两次`,
    en: `the attribute \`${shown(name)}\` stands twice in one tag`,
  }),
  lessInValue: (): Message => ({
    zh: '属性的值中有 `<`：可能缺少右引号',
    en: '`<` inside the value of an attribute: the closing quote may be missing',
  }),
  bareAmpersand: (): Message => ({
    zh: '`&` 之后不是实体；`&` 本身应写成 `&amp;`',
    en: 'no reference after `&`; `&` itself is written `&amp;`',
  }),
  entity: (name: string): Message => ({
    zh: `不接受实体 \`&${shown(name)};\`；只认 XML 自有的五个和字符编号`,
    en: `the entity \`&${shown(name)};\` is refused; only the five of XML and numbers of characters are known`,
  }),
  badReference: (name: string): Message => ({
    zh: `没有 \`&${shown(name)};\` 这个字符`,
    en: `there is no character \`&${shown(name)};\``,
  }),
  badCharacter: (code: number): Message => ({
    zh: `有 XML 不允许的控制字符（${hex(code)}）：文件可能已损坏`,
    en: `a control character that XML does not allow (${hex(code)}): the file may be damaged`,
  }),
  badBytes: (): Message => ({ zh: '有不符合编码的字节', en: 'bytes that are not valid in the encoding' }),
  doctype: (): Message => ({
    zh: '不接受 DOCTYPE：日志不需要，其中的实体可使文件膨胀或引入别的文件',
    en: 'DOCTYPE is refused: a log needs none, and its entities can swell a file or pull in others',
  }),
  badComment: (): Message => ({ zh: '注释中不得有 `--`', en: '`--` inside a comment' }),
  badInstruction: (): Message => ({ zh: '`<?` 之后不是处理指令', en: 'no instruction after `<?`' }),
  lateDeclaration: (): Message => ({
    zh: '`<?xml` 只能在文件最开头，前面不得有空格或空行',
    en: '`<?xml` belongs at the very beginning of the file, with no blank or empty line before it',
  }),
  badDeclaration: (): Message => ({
    zh: '首行的 XML 声明写得不对',
    en: 'the XML declaration at the beginning is not well formed',
  }),
  textOutside: (): Message => ({ zh: '根元素之外有文字', en: 'text outside of the root element' }),
  closesNothing: (): Message => ({ zh: '文字中有 `]]>`', en: '`]]>` in a text' }),
  secondRoot: (): Message => ({ zh: '根元素结束后又有一个元素', en: 'another element after the root has ended' }),
  notOpen: (): Message => ({ zh: '结束标签没有对应的开始标签', en: 'an end tag where nothing is open' }),
  wrongEnd: (name: string, line: number): Message => ({
    zh: `此处应结束第 ${line} 行的 \`<${shown(name)}>\``,
    en: `another end tag where \`<${shown(name)}>\` of line ${line} is open`,
  }),
  unclosed: (name: string, line: number): Message => ({
    zh: `文件到此中断，第 ${line} 行的 \`<${shown(name)}>\` 尚未结束`,
    en: `the file ends here, and \`<${shown(name)}>\` of line ${line} is still open`,
  }),
  cutShort: (): Message => ({ zh: '文件在标签中间中断', en: 'the file ends inside a tag' }),
  noRoot: (): Message => ({ zh: '没有任何元素', en: 'there is no element in it' }),
  tooDeep: (limit: number): Message => ({
    zh: `元素嵌套超过 ${limit} 层`,
    en: `elements nested deeper than ${limit} levels`,
  }),
  tooLong: (limit: number): Message => ({
    zh: `一个标签、注释或文字超过 ${limit / 1024 / 1024} MiB`,
    en: `a tag, comment or text of more than ${limit / 1024 / 1024} MiB`,
  }),
} as const

/** A name from the file, cut and without what could disturb a terminal. */
function shown(name: string): string {
  return name.slice(0, 40).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, ' ')
}

function hex(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
