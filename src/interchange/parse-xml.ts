import { SaxesParser } from 'saxes'
import type { Message } from '../diagnostic/diagnostic.ts'

/** An element with its place in the text. Names are local: a prefix before a colon is dropped. */
export interface XmlElement {
  readonly name: string
  /** What stood before the colon; '' for nothing. */
  readonly prefix: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text right inside, without that of children; trimmed. */
  readonly text: string
  /** Of the start tag, from `<` to behind `>`. */
  readonly from: number
  readonly to: number
}

export interface XmlFault {
  readonly message: Message
  readonly from: number
  readonly to: number
}

/** Elements nested deeper than this are refused. */
const MOST_DEEP = 1000

/**
 * A whole XML text as a tree, in time and memory proportional to its size. Stops at the first fault. A DOCTYPE is refused,
 * and so is every entity but the five of XML: nothing is expanded, nothing is fetched.
 */
export function parseXml(text: string): { readonly root?: XmlElement; readonly fault?: XmlFault } {
  const parser = new SaxesParser()
  const open: Draft[] = []
  let root: XmlElement | undefined
  let closed: Draft | undefined
  let tagFrom = 0
  let fault: XmlFault | undefined

  const stop = (message: Message, from: number, to: number): never => {
    fault ??= { message, from, to }
    throw new Stopped()
  }
  parser.on('error', (error) => {
    const at = Math.min(parser.position, text.length)
    // The parser closes an element before it says that its end tag is another's, and leaves those open at the end.
    const unclosed = /unexpected close tag/.test(error.message) ? closed : open.at(-1)
    if (/unclosed tag|unexpected close tag/.test(error.message) && unclosed !== undefined) {
      stop(describeUnclosed(unclosed.tag), unclosed.from, unclosed.to)
    }
    stop(describe(error.message), Math.max(0, at - 1), at)
  })
  parser.on('doctype', () => {
    const from = text.indexOf('<!DOCTYPE')
    stop(
      { zh: '文件里有 DOCTYPE，不予读取', en: 'there is a DOCTYPE, which is not read' },
      from,
      from + '<!DOCTYPE'.length,
    )
  })
  parser.on('opentagstart', () => {
    tagFrom = text.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const known = new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value]))
    const children: XmlElement[] = []
    const to = parser.position
    const prefix = name.slice(0, Math.max(0, name.indexOf(':')))
    const draft: Draft = {
      name: localName(name),
      prefix,
      tag: name,
      attributes: known,
      children,
      text: '',
      from: tagFrom,
      to,
    }
    if (open.length >= MOST_DEEP) {
      stop({ zh: '元素嵌套过深', en: 'elements are nested too deeply' }, tagFrom, to)
    }
    open.at(-1)?.children.push(draft)
    root ??= draft
    open.push(draft)
  })
  const addText = (more: string): void => {
    const draft = open.at(-1)
    if (draft !== undefined) draft.text += more
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    closed = open.pop()
    if (closed !== undefined) closed.text = closed.text.trim()
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
  if (fault !== undefined) return { fault }
  return root === undefined ? {} : { root }
}

interface Draft extends XmlElement {
  /** The name as written. */
  readonly tag: string
  readonly children: XmlElement[]
  text: string
}

/** Leaves the parser, which goes on behind an error by itself. */
class Stopped extends Error {}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function describeUnclosed(tag: string): Message {
  return { zh: `元素 \`<${tag}>\` 没有结束标签`, en: `the element \`<${tag}>\` has no end tag` }
}

/** The parser's words in ours; what it adds for rare slips is left aside. */
function describe(words: string): Message {
  if (/undefined entity|malformed entity|empty entity|entity/.test(words)) {
    return {
      zh: '认不得的实体；XML 自带的只有 `&amp;` `&lt;` `&gt;` `&quot;` `&apos;`',
      en: 'an entity that is not known; XML has `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`',
    }
  }
  if (/unquoted attribute|attribute without value/.test(words)) {
    return { zh: '属性须写成 `名称="值"`', en: 'an attribute is written `name="value"`' }
  }
  if (/duplicate attribute/.test(words)) return { zh: '同一属性写了两次', en: 'an attribute is written twice' }
  if (/unexpected end|must contain a root/.test(words)) {
    return { zh: '文件到此中断', en: 'the file breaks off here' }
  }
  if (/outside of root/.test(words)) {
    return { zh: '根元素之外有文字；这不是 XML', en: 'there is text outside of the root element; this is not XML' }
  }
  return { zh: '不合 XML 语法', en: 'this is not well-formed XML' }
}
