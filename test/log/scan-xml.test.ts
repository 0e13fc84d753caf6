import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { XmlScanner } from '../../src/log/scan-xml.ts'
import { STRIDE } from '../../src/log/xml-bytes.ts'

type Tag = readonly [name: string, attributes: readonly (readonly [string, string])[]] | string

/** What our scanner reads of a document given in chunks of these sizes. */
function scan(
  bytes: Uint8Array,
  sizes: readonly number[] = [1 << 20],
): { tags: Tag[]; lines: number[]; fault?: string } {
  const tags: Tag[] = []
  const lines: number[] = []
  const scanner = new XmlScanner({
    open(tag) {
      tag.unfold()
      const attributes: [string, string][] = []
      for (let i = 0; i < tag.count * STRIDE; i += STRIDE) {
        const [nameFrom = 0, nameTo = 0, from = 0, to = 0, flags = 0] = tag.attributes.subarray(i, i + STRIDE)
        attributes.push([tag.text(nameFrom, nameTo, 1), tag.text(from, to, flags)])
      }
      const name = tag.text(tag.nameFrom, tag.nameTo, 1)
      tags.push([name, attributes])
      lines.push(tag.line)
      if (tag.empty) tags.push(`/${name}`)
    },
    close(tag) {
      tags.push(`/${tag.text(tag.nameFrom, tag.nameTo, 1)}`)
    },
  })
  for (let at = 0, k = 0; at < bytes.length; k++) {
    const size = sizes[k % sizes.length] ?? 1
    scanner.push(bytes.slice(at, at + size))
    at += size
  }
  scanner.end()
  return { tags, lines, ...(scanner.fault ? { fault: scanner.fault.message.en } : {}) }
}

/** The same by saxes, an independent parser. */
function parse(text: string): { tags: Tag[]; fault?: string } {
  const tags: Tag[] = []
  let fault: string | undefined
  const parser = new SaxesParser()
  parser.on('error', (error) => (fault ??= error.message))
  parser.on('opentag', (tag) => void tags.push([tag.name, Object.entries(tag.attributes)]))
  parser.on('closetag', (tag) => tags.push(`/${tag.name}`))
  try {
    parser.write(text).close()
  } catch (error) {
    fault ??= String(error)
  }
  return { tags, ...(fault === undefined ? {} : { fault }) }
}

const name = fc.constantFrom('log', 'trace', 'event', 'string', 'date', 'x:y', '客户', 'a-b.c', '_')
const value = fc
  .array(
    fc.constantFrom(
      'a',
      'concept:name',
      ' ',
      '&amp;',
      '&#x4E2D;',
      '&#10;',
      '&lt;',
      '\n',
      '\r\n',
      '\t',
      '全球通',
      '>',
      '😀',
      ']]>',
      "'",
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''))
const blank = fc.constantFrom('', ' ', '\n', '\n\t', '\r\n  ')
const attributes = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('key', 'value', 'name', 'xmlns', '属性'), value, fc.constantFrom(' ', '\n ', '  ')),
    {
      selector: ([key]) => key,
      maxLength: 3,
    },
  )
  .map((all) => all.map(([key, text, before]) => `${before}${key}="${text}"`).join(''))
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(name, attributes, blank).map(([tag, own, gap]) => `<${tag}${own}${gap}/>`),
    fc
      .tuple(name, attributes, fc.array(fc.tuple(blank, tie('tree')), { maxLength: 5 }), blank)
      .map(([tag, own, inner, gap]) => `<${tag}${own}>${inner.map((one) => one.join('')).join('')}${gap}</${tag}>`),
    fc.constantFrom('<!-- a comment -->', '<?target data?>', '<![CDATA[ <&> ]]>', 'text &amp; more'),
  ),
}))
const document = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', '\uFEFF'), fc.array(tree, { maxLength: 6 }))
  .map(([head, inner]) => `${head}<log>${inner.join('\n')}</log>\n`)
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('the XML scanner', () => {
  test('reads what saxes reads, in whatever chunks it comes', () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
        (text, sizes) => {
          const theirs = parse(text)
          expect(theirs.fault).toBeUndefined()
          const ours = scan(bytesOf(text))
          expect(ours.tags).toEqual(theirs.tags)
          expect(ours.fault).toBeUndefined()
          expect(scan(bytesOf(text), sizes)).toEqual(ours)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('takes for well formed what saxes does, after any damage', () => {
    const damage = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      ';',
      '/',
      '=',
      ' ',
      'a',
      '\0',
      '\u0001',
      ']]>',
      '--',
      '<!',
      '?>',
      ':',
    )
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(4), damage, (text, at, cut, put) => {
        const place = at % (text.length + 1)
        const broken = text.slice(0, place) + put + text.slice(place + cut)
        // A cut through a pair of surrogates is no text; DOCTYPE we refuse and they do not.
        fc.pre(!/\p{Surrogate}/u.test(broken) && !broken.includes('<!DOCTYPE'))
        const ours = scan(bytesOf(broken))
        expect({ text: broken, fault: ours.fault !== undefined }).toEqual({
          text: broken,
          fault: parse(broken).fault !== undefined,
        })
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['<log><a b="1" b="2"/></log>', 'the attribute `b` stands twice in one tag'],
    ['<log>&boom;</log>', 'the entity `&boom;` is refused; only the five of XML and numbers of characters are known'],
    [
      '<!DOCTYPE log [<!ENTITY a "aaaa">]><log/>',
      'DOCTYPE is refused: a log needs none, and its entities can swell a file or pull in others',
    ],
    ['<log>\n<trace>\n</log>', 'another end tag where `<trace>` of line 2 is open'],
    ['<log>\n<trace>\n', 'the file ends here, and `<trace>` of line 2 is still open'],
    ['<log><a b="', 'the file ends inside a tag'],
    ['<log a=1/>', 'the attribute `a` has no value in quotes'],
    ['<log a="1>\n<b c="2"/>', '`<` inside the value of an attribute: the closing quote may be missing'],
    ['<log/><log/>', 'another element after the root has ended'],
    [
      '\n<?xml version="1.0"?><log/>',
      '`<?xml` belongs at the very beginning of the file, with no blank or empty line before it',
    ],
    ['<log>\u0007</log>', 'a control character that XML does not allow (U+0007): the file may be damaged'],
    ['<log a="&#0;"/>', 'there is no character `&#0;`'],
    ['', 'there is no element in it'],
    [`${'<a>'.repeat(300)}`, 'elements nested deeper than 256 levels'],
  ])('%j is told', (text, message) => {
    expect(scan(bytesOf(text)).fault).toBe(message)
  })

  test('counts lines that end with LF, CRLF or CR', () => {
    const inner = '<a\nb="1"\r\n c="2\r3"/>\r<d/>\r\n\n<e>\n</e><f/>'
    // Twice, so that the second time the shapes of the tags are known.
    expect(scan(bytesOf(`<log>\n${inner}\n${inner}</log>`)).lines).toEqual([1, 2, 6, 8, 9, 10, 14, 16, 17])
  })

  test('never lets bytes that do not decode pass for others', () => {
    const flags: number[] = []
    const scanner = new XmlScanner({ open: (tag) => void flags.push(tag.lastFlags & 8), close: () => {} })
    scanner.push(
      Uint8Array.from([
        ...bytesOf('<log a="'),
        0xff,
        ...bytesOf('"><b c="'),
        0xe4,
        0xbd,
        ...bytesOf('"/><d e="1"/></log>'),
      ]),
    )
    scanner.end()
    expect(scanner.fault).toBeUndefined()
    expect(flags).toEqual([8, 8, 0])
  })

  test('takes a value of 10 MB in small chunks, in time that grows with it and not with its square', () => {
    const text = `<log><a key="k" value="${'x'.repeat(10_000_000)}"/></log>`
    const { tags, fault } = scan(bytesOf(text), [64 * 1024])
    expect(fault).toBeUndefined()
    expect(JSON.stringify(tags[1])).toHaveLength(
      10_000_000 +
        JSON.stringify([
          'a',
          [
            ['key', 'k'],
            ['value', ''],
          ],
        ]).length,
    )
  }, 20_000)
})
