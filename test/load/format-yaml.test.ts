import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { formatYaml } from '../../src/load/format-yaml.ts'
import { root } from '../support/run-cli.ts'

const files = ['maps', 'fixtures/load/pages', 'fixtures/load/good', 'fixtures/score', 'fixtures/star'].flatMap(
  (folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => path.join(folder, file)),
)

describe('formatYaml', () => {
  it.each([
    ['blanks in brackets', '{ a: [ 1,2 , 3 ] , "b":1 }\n', '{a: [1, 2, 3], "b": 1}\n'],
    [
      'blanks after colons and dashes',
      'a:   1\nb:\n  -   c: 1\n      d: 2\n  -   3\n',
      'a: 1\nb:\n  - c: 1\n    d: 2\n  - 3\n',
    ],
    ['lists below their key', 'a:\n- b: 1\n  c:\n  - 2\nd: 3\n', 'a:\n  - b: 1\n    c:\n      - 2\nd: 3\n'],
    [
      'deep indentation, with its comments',
      'a:\n    # one\n    b:\n        c: 1 # two\n    # three\n    d: 2\n',
      'a:\n  # one\n  b:\n    c: 1 # two\n  # three\n  d: 2\n',
    ],
    ['brackets over lines', 'a:\n    b: [1,\n        2]\n', 'a:\n  b: [1,\n      2]\n'],
    [
      'block texts',
      'a:\n    b: |\n        one\n          two  \n\n\n        three\n    c: >-\n        x\n',
      'a:\n  b: |\n      one\n        two  \n\n\n      three\n  c: >-\n      x\n',
    ],
    ['empty lines and ends of lines', '\n\na: 1  \n\n\n\nb: 2   # c  \n\n\n', 'a: 1\n\nb: 2   # c\n'],
    ['line breaks of other systems', 'a: 1\r\nb:\r\n    c: 2\r\n', 'a: 1\nb:\n  c: 2\n'],
    ['quotes, which stay', "a: 'x'\nb: \"y: [ ]\"\nc: '{ '\n", "a: 'x'\nb: \"y: [ ]\"\nc: '{ '\n"],
    ['anchors and merges', 'a: &x\n    b: 1\nc:\n    <<:   *x\n', 'a: &x\n  b: 1\nc:\n  <<: *x\n'],
  ])('%s', (_, text, expected) => {
    expect(formatYaml(text)).toBe(expected)
    expect(formatYaml(expected)).toBe(expected)
  })

  it.each(['a: [1\n', 'a: 1\na: 2\n', 'a:\n\tb: 1\n', '- ]'])('leaves what does not parse: %j', (text) => {
    expect(formatYaml(text)).toBeUndefined()
  })

  it('keeps meaning, comments and itself, for every shipped map', () => {
    expect(files.length).toBeGreaterThan(100)
    const comments = (text: string) => [...text.matchAll(/(?:^|\s)(#.*?)\s*$/gm)].map(([, comment]) => comment)
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8')
      const formatted = formatYaml(text)!
      expect(formatted, file).toBeDefined()
      expect(parse(formatted), file).toEqual(parse(text))
      expect(comments(formatted), file).toEqual(comments(text))
      expect(formatYaml(formatted), file).toBe(formatted)
      if (file.startsWith('maps')) expect(formatted, file).toBe(text)
    }
  })

  it('keeps the meaning of any data, however they were laid out', () => {
    const scalar = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(
        'a',
        'x: y',
        '# no',
        'yes',
        '',
        ' lead',
        'two\nlines\n',
        'two\n\n\nlines',
        '您好，请问',
        "it's",
        '"',
        '{ a',
        '- b',
        'long '.repeat(30),
      ),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('map')),
      list: fc.array(tie('tree'), { maxLength: 4 }),
      map: fc.dictionary(fc.constantFrom('a', 'b-c', 'd e', '1', 'x:y'), tie('tree'), { maxKeys: 4 }),
    }))
    const options = fc.record({
      indent: fc.integer({ min: 1, max: 6 }),
      indentSeq: fc.boolean(),
      flowCollectionPadding: fc.boolean(),
      collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
      lineWidth: fc.constantFrom(0, 30, 80),
    })
    let tried = 0
    let left = 0
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree, { minKeys: 1 }), options, (value, how) => {
        const text = stringify(value, how)
        const formatted = formatYaml(text)
        tried += 1
        if (formatted === undefined) {
          left += 1
          return
        }
        expect(parse(formatted)).toEqual(parse(text))
        expect(formatYaml(formatted)).toBe(formatted)
      }),
      { numRuns: 100 },
    )
    expect(left).toBeLessThan(tried / 10)
  })
})
