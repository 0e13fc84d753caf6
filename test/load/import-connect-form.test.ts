import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importConnectForm } from '../../src/load/import-connect-form.ts'
import { readFile } from '../../src/load/read-file.ts'
import { createSourceText } from '../../src/load/source-text.ts'
import { root, touchmap } from '../support/run-cli.ts'

const form = 'fixtures/scorecards/connect-form.json'
const text = readFileSync(`${root}${form}`, 'utf8')

test('a form becomes a scorecard that is read without findings', () => {
  const { yaml = '' } = importConnectForm(createSourceText(form, text))
  expect(readFile('scorecard.yaml', new TextEncoder().encode(yaml)).diagnostics).toEqual([])
  for (const part of [
    'mode: questions',
    'na: redistribute',
    'attribute: q1',
    'fatal: s1',
    'fatal: true',
    'item: q-1',
    'max: 60',
  ]) {
    expect(yaml).toContain(part)
  }
})

test('what it cannot hold is a finding where it stands, never silence', () => {
  const { diagnostics } = importConnectForm(createSourceText(form, text))
  expect(diagnostics.map(({ place, message }) => `${place.range.start.line} ${message.en}`)).toEqual([
    '72 a scorecard cannot hold `ScoreThresholds`; it is not imported',
    '26 a question of type TEXT is not scored and has no place on a scorecard',
    '63 a scorecard cannot hold `Automation`; it is not imported',
  ])
})

test('tabs between tokens change nothing', () => {
  const tabbed = importConnectForm(createSourceText(form, text.replaceAll('  ', '\t')))
  expect(tabbed.yaml).toBe(importConnectForm(createSourceText(form, text)).yaml)
})

test('what is no form, or no JSON, is an error', async () => {
  expect(importConnectForm(createSourceText('a.json', '{"Title": "x"}')).yaml).toBeUndefined()
  expect((await touchmap(['scorecard', 'package.json'])).code).toBe(2)
  expect((await touchmap(['scorecard', 'absent.json'])).code).toBe(2)
  const run = await touchmap(['scorecard', form, '--lang', 'zh'])
  expect([run.code, run.stderr.includes('不能表示'), run.stdout.startsWith('scorecard: true')]).toEqual([0, true, true])
})
