import { describe, expect, it } from 'vitest'
import { createMemorySource } from '../../src/io/files.ts'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { checkMap } from '../../src/lint/check-map.ts'
import { fixMap } from '../../src/lint/fix-map.ts'
import { RULE_TEST_BASE } from '../../src/lint/rule-test.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { buildMatrix } from '../../src/model/matrix.ts'
import { createPhraseMatcher } from '../../src/text/create-phrase-matcher.ts'
import { labelOf, languageOf } from '../support/block-language.ts'

type Texts = Readonly<Record<string, string>>
const load = (files: Texts) => loadHistory(createMemorySource({ ...RULE_TEST_BASE, ...files }))
const mapOf = (files: Texts) => {
  const { current, diagnostics } = load(files)
  if (!current.map) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return current.map
}
const options = { asOf: '2026-07-15' }
const found = (files: Texts, rule: string) => checkMap(load(files), options).filter((each) => each.rule === rule)

/** What a map means, told without looking at how it is written: runs of its flow, its cells, what each phrase says. */
function meaning(files: Texts) {
  const map = mapOf(files)
  const flow = expandFlow(map, 'answer')
  const matrix = buildMatrix(map)
  const texts = [
    '您好',
    '早上好',
    '早上号',
    'hello there',
    'HELLO',
    '不一定',
    '一定',
    '定',
    '你好，一定',
    'hallo',
    '您号',
  ]
  return {
    runs: [...languageOf(flow.root, 5).full]
      .map((word) => [...word].map((_, at) => flow.labels[labelOf(word, at)]?.id).join(' '))
      .sort(),
    rules: flow.rules.map(({ id }) => id),
    cells: matrix.cells.map(({ at, status, row, code }) => [at, status, row?.flow, code]),
    says: [...map.lexicons].map(([id, lexicon]) => [
      id,
      texts.map((text) => createPhraseMatcher(lexicon)(text).length > 0),
    ]),
  }
}

const comments = (text: string) => text.match(/#.*$/gm) ?? []
const answer = (steps: string) => ({ 'flows/answer.yaml': `flow: answer\nname: 接听\nsteps:\n${steps}` })
const words = (lexicons: string) => ({
  'touchmap.yaml': RULE_TEST_BASE['touchmap.yaml']!.replace('flows/*.yaml', 'flows/*.yaml, words.yaml'),
  'words.yaml': `lexicons:\n${lexicons}`,
})
const rows = (text: string) => ({ 'touchpoints.yaml': `touchpoints:\n${text}` })
const A = '{id: a, proof: {event: call.answered}}'
const B = '{id: b, proof: {event: plan.changed}}'

/** Before and after, by rule: in braces, in lines, with comments around. */
const MENDED: readonly (readonly [rule: string, before: Texts, after: Texts])[] = [
  ['block-single-child', answer(`  - parallel: [${A}] # why\n  - ${B}\n`), answer(`  - ${A} # why\n  - ${B}\n`)],
  [
    'block-single-child',
    answer(`  # first\n  - any-order:\n      - ${A} # why\n  # then\n  - ${B}\n`),
    answer(`  # first\n  - ${A} # why\n  # then\n  - ${B}\n`),
  ],
  [
    'block-single-child',
    answer(`  - some:\n      - {id: a,\n         proof: {event: call.answered}}\n  - ${B}\n`),
    answer(`  - {id: a,\n         proof: {event: call.answered}}\n  - ${B}\n`),
  ],
  [
    'block-single-child',
    answer(
      `  - choice:\n      - name: one\n        when: {event: call.answered}\n        steps: [{parallel: [${B}]}]\n      - name: two\n`,
    ),
    answer(
      `  - choice:\n      - name: one\n        when: {event: call.answered}\n        steps: [${B}]\n      - name: two\n`,
    ),
  ],
  [
    'optional-redundant',
    answer(`  - ${A}\n  - optional: [{optional: [${B}]}] # may\n`),
    answer(`  - ${A}\n  - {optional: [${B}]} # may\n`),
  ],
  ['group-idle', answer(`  - group: {steps: [${A}]}\n  - ${B}\n`), answer(`  - ${A}\n  - ${B}\n`)],
  ['group-idle', answer(`  - group:\n      steps:\n        - ${A}\n  - ${B}\n`), answer(`  - ${A}\n  - ${B}\n`)],
  ['repeat-once', answer(`  - repeat: {do: [${A}], max: 1}\n  - ${B}\n`), answer(`  - ${A}\n  - ${B}\n`)],
  ['repeat-once', answer(`  - repeat:\n      max: 1\n      do: [${A}]\n  - ${B}\n`), answer(`  - ${A}\n  - ${B}\n`)],
  [
    'similar-idle',
    words('  open: {any: [您好, 早上好], similar: 0.9} # once\n'),
    words('  open: {any: [您好, 早上好]} # once\n'),
  ],
  [
    'similar-idle',
    words('  open:\n    # of the morning\n    similar: 0.9\n    any: [早上好]\n'),
    words('  open:\n    # of the morning\n    any: [早上好]\n'),
  ],
  ['pinyin-without-han', words('  open: {pinyin: true, any: [hello]}\n'), words('  open: {any: [hello]}\n')],
  [
    'entry-duplicate',
    words('  open: {any: [您好, Hello, HELLO]}\n  deny: {any: [一定], except: [不一定, 不一定。]}\n'),
    words('  open: {any: [您好, Hello]}\n  deny: {any: [一定], except: [不一定]}\n'),
  ],
  [
    'entry-duplicate',
    words('  open:\n    any:\n      - 您好 # first\n      - 您 好\n      # more\n      - hello\n'),
    words('  open:\n    any:\n      - 您好 # first\n      # more\n      - hello\n'),
  ],
  [
    'override-idle',
    rows('  - {business: all, channel: all, brand: all, overrides: true, flow: answer} # all\n'),
    rows('  - {business: all, channel: all, brand: all, flow: answer} # all\n'),
  ],
  [
    'override-idle',
    rows('  - business: all\n    channel: all\n    brand: all\n    overrides: true\n    flow: answer\n'),
    rows('  - business: all\n    channel: all\n    brand: all\n    flow: answer\n'),
  ],
  [
    'difference-idle',
    { 'flows/answer.yaml': `flow: answer\nname: 接听\ndiffers: 无\nsteps:\n  - ${A}\n` },
    { 'flows/answer.yaml': `flow: answer\nname: 接听\nsteps:\n  - ${A}\n` },
  ],
]

/** Found and left alone: a comment between, several children, what counts one by one, what is named elsewhere. */
const LEFT: readonly (readonly [rule: string, files: Texts])[] = [
  ['block-single-child', answer(`  - parallel: # why\n      - ${A}\n  - ${B}\n`)],
  ['block-single-child', answer(`  - parallel:\n      - id: a\n        proof: {event: call.answered}\n  - ${B}\n`)],
  ['group-idle', answer(`  - group: {steps: [${A}, ${B}]}\n`)],
  ['repeat-once', answer(`  - repeat: {do: [${A}], redo: [${B}], max: 1}\n`)],
  ['similar-idle', words('  open:\n    similar: 0.9 # why\n    any: [早上好]\n')],
  ['entry-duplicate', words('  open: {all: [您好, 您 好]}\n')],
  ['entry-duplicate', words('  open: {any: [{phrase: 一定, except: [不一定]}, 一 定]}\n')],
  ['entry-duplicate', words('  open:\n    any:\n      - 您好\n      - 您 好 # why\n')],
  ['entry-duplicate', words('  open: {any: [&hi 您好, "您 好", hello]}\n  two: {any: [hello, Hello, *hi]}\n')],
]

describe('safe mends', () => {
  it.each(MENDED.map((each, i) => [`${i} ${each[0]}`, ...each] as const))('%s', (_, rule, before, after) => {
    expect(found(before, rule).length).toBeGreaterThan(0)
    const { files, fixed } = fixMap(createMemorySource({ ...RULE_TEST_BASE, ...before }), options)
    expect(fixed.map((each) => each.rule)).toContain(rule)
    const mended = { ...before, ...Object.fromEntries(files) }
    expect(mended).toEqual({ ...before, ...after })
    expect(found(mended, rule)).toEqual([])
    expect(meaning(mended)).toEqual(meaning(before))
    for (const [file, text] of files) expect(comments(text)).toEqual(comments(before[file] ?? ''))
    expect(fixMap(createMemorySource({ ...RULE_TEST_BASE, ...mended }), options).files.size).toBe(0)
  })

  it.each(LEFT.map((each, i) => [`${i} ${each[0]}`, ...each] as const))('leaves alone %s', (_, rule, files) => {
    const findings = found(files, rule)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.some(({ fix }) => fix === undefined)).toBe(true)
    const mended = fixMap(createMemorySource({ ...RULE_TEST_BASE, ...files }), options)
    const after = { ...files, ...Object.fromEntries(mended.files) }
    expect(meaning(after)).toEqual(meaning(files))
  })
})
