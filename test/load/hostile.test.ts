import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText } from '../../src/diagnostic/sort.ts'
import { load, loadPages, readFolder, show, type Files } from './support.ts'

function rulesOf(files: Files): string[] {
  return loadPages(files).diagnostics.map(({ rule }) => rule)
}

describe('hostile files', () => {
  it('stops at aliases that unfold to a billion nodes', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `x-${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`)
    const bomb = `rules: {}\nx-0: &a0 [lol]\n${levels.join('\n')}\n`
    const loaded = loadPages({ 'rules.yaml': bomb })
    expect(loaded.diagnostics.map(({ rule, message }) => [rule, message.en])).toEqual([
      ['yaml/syntax', 'the aliases unfold to too much'],
    ])
  })

  it('stops at an alias that leads into itself', () => {
    expect(rulesOf({ 'rules.yaml': 'rules: &a\n  greet-first: *a\n' })).toEqual(['yaml/syntax'])
    expect(rulesOf({ 'rules.yaml': 'rules: {a: &a {<<: *a}}\n' })).toEqual(['yaml/syntax'])
    expect(rulesOf({ 'rules.yaml': 'rules: {a: *nowhere}\n' })).toEqual(['yaml/syntax'])
  })

  it.each([
    ['brackets', `x: ${'['.repeat(100_000)}`],
    ['closed brackets', `x: ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['braces', `x: ${'{a: '.repeat(50_000)}`],
    ['dashes', `${'- '.repeat(50_000)}x`],
    ['questions', `${'? '.repeat(50_000)}x`],
    ['indentation', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('refuses nesting without end: %s', (_, text) => {
    expect(rulesOf({ 'rules.yaml': text })).toEqual(['yaml/syntax'])
  })

  it('does not read a file beyond the limit', () => {
    const [finding] = loadPages({ 'rules.yaml': `rules: {} # ${'x'.repeat(5 * 1024 * 1024)}` }).diagnostics
    expect(finding).toMatchObject({ rule: 'yaml/syntax', place: { file: 'rules.yaml' } })
    expect(finding?.message.en).toContain('larger than 4 MB')
  })

  it('takes names of the prototype for what they are: names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    for (const name of names) {
      expect(rulesOf({ 'rules.yaml': `rules:\n  ${name}: {check: "true", ${name}: 1}\n` })).toContain(
        'schema/unknown-key',
      )
      expect(rulesOf({ 'rules.yaml': `${name}: {}\n` })).toContain('schema/unknown-key')
      const rows = `touchpoints:\n  - {business: ${name}, channel: all, brand: all, flow: ${name}}\n`
      expect(rulesOf({ 'touchpoints.yaml': rows }).filter((rule) => rule === 'cell-two-flows')).toEqual([])
      const event = `flow: answer\nsteps:\n  - {id: greet, proof: {event: ${name}}}\n`
      expect(rulesOf({ 'flows/answer.yaml': event })).toContain('reference-unknown')
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['check']).toBeUndefined()
  })

  it('takes an event named like a prototype member, when the catalogue has it', () => {
    const catalog = readFolder('pages')['catalog.yaml']!.replace(
      'call.answered: {}',
      'call.answered: {}\n  constructor: {}',
    )
    const loaded = loadPages({
      'catalog.yaml': catalog,
      'flows/answer.yaml': 'flow: answer\nsteps:\n  - {id: greet, proof: {event: constructor}}\n',
    })
    expect(show(loaded)).toEqual([])
    expect(loaded.map?.catalog.events.get('constructor')?.name).toBe('constructor')
  })

  it('refuses a matrix of millions of cells', () => {
    const many = (name: string) =>
      Array.from({ length: 300 }, (_, i) => `  ${name}${i}: {class: query, name: x, code: x}`).join('\n')
    const catalog = `catalog: true\nbusinesses:\n${many('b')}\nchannels:\n${many('c').replaceAll('class: query, ', '')}\nbrands:\n${many('d').replaceAll('class: query, ', '')}\nroles: {agent: {name: x}}\nevents: {call.answered: {}, plan.changed: {}}\n`
    const [finding, ...others] = loadPages({ 'catalog.yaml': catalog }).diagnostics
    expect(finding).toMatchObject({ rule: 'schema/value' })
    expect(finding?.message.en).toContain('27000000 cells')
    expect(others).toEqual([])
  })

  it('refuses flows that double at each use', () => {
    const flows = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `flows/f${i}.yaml`,
        i === 29
          ? `flow: f${i}\nsteps: [{id: s}]\n`
          : `flow: f${i}\nsteps: [{use: {flow: f${i + 1}, as: a}}, {use: {flow: f${i + 1}, as: b}}]\n`,
      ]),
    )
    const loaded = loadPages(flows)
    expect(new Set(loaded.diagnostics.map(({ rule }) => rule))).toEqual(new Set(['schema/value']))
    expect(loaded.diagnostics[0]?.message.en).toContain('more than 5000 steps')
  })

  it('is not slowed by patterns of include made to backtrack', () => {
    const touchmap = readFolder('pages')['touchmap.yaml']!.replace(
      'scorecard.yaml]',
      `scorecard.yaml, "${'*a'.repeat(40)}b", "${'**/'.repeat(60)}x"]`,
    )
    expect(
      rulesOf({ 'touchmap.yaml': touchmap, [`${'a'.repeat(200)}.yaml`]: '', [`${'a/'.repeat(60)}y.yaml`]: '' }),
    ).toEqual(['include-missing', 'include-missing'])
  })
})

const FILES = readFolder('good')
const PATHS = Object.keys(FILES).sort(compareText)
const scrap = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '\t',
    ':',
    ',',
    '“',
    '\u3000',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '- ',
    '\n',
    '\n---\n',
    '#',
    '"',
    "'",
    '\0',
    '\ufeff',
    '~',
    'null',
    '1',
    '<<: ',
    '? ',
    '%X\n',
    '__proto__: 1\n',
  ),
)
const edit = fc.record({ at: fc.nat(), cut: fc.oneof(fc.constant(0), fc.nat(20), fc.nat(400)), put: scrap })

describe('any change to a good map', () => {
  it('gives findings or a map, never an exception, each finding inside its file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), fc.array(edit, { minLength: 1, maxLength: 3 }), (file, edits) => {
        let text = FILES[file]!
        for (const { at, cut, put } of edits) {
          const from = at % (text.length + 1)
          text = text.slice(0, from) + put + text.slice(from + cut)
        }
        const loaded = load({ ...FILES, [file]: Buffer.from(text, 'utf8') })
        const hasErrors = loaded.diagnostics.some(({ severity }) => severity === 'error')
        expect(loaded.map === undefined).toBe(hasErrors)
        for (const { place, message, related = [] } of loaded.diagnostics) {
          expect(message.zh.length * message.en.length).toBeGreaterThan(0)
          for (const { range, file: where } of [place, ...related.map((each) => each.place)]) {
            const source = loaded.files.find((each) => each.file === where)
            const length = (source?.text.length ?? 0) + (source?.skipped ?? 0)
            expect(range.start.offset).toBeLessThanOrEqual(range.end.offset)
            expect(range.end.offset).toBeLessThanOrEqual(length)
            const lines = (source?.text ?? '').split('\n')
            expect(range.start.line).toBeLessThanOrEqual(lines.length)
            expect(range.start.column).toBeLessThanOrEqual((lines[range.start.line - 1] ?? '').length + 1)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same findings, in the same order, every time', () => {
    const broken = readFolder('twenty')
    const backwards = Object.fromEntries(Object.entries(broken).reverse())
    expect(load(backwards).diagnostics).toEqual(load(broken).diagnostics)
  })
})
