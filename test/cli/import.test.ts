import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { flowActivities } from '../../src/flow/flow-activities.ts'
import { createFolderSource } from '../../src/io/files.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { touchmap } from '../support/run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchmap-import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function wordsOf(root: string, id: string): string[] {
  const { history, diagnostics } = loadHistory(createFolderSource(root))
  const map = history?.versions.at(-1)
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([])
  if (!map) throw new Error('not loaded')
  const { activities, block } = flowActivities(expandFlow(map, id))
  return [...languageOf(block, 4).full]
    .map((word) => [...word].map((_, at) => activities[labelOf(word, at)]).join(' '))
    .sort()
}

it.each(['bpmn', 'pnml'])('a flow exported as %s and imported loads again, with the same runs', async (format) => {
  const from = 'maps/intelligent-service'
  const file = path.join(folder, `person.${format}`)
  const out = await touchmap(['export', 'person', '--format', format, '--map', from, '--out', file, '--lang', 'en'])
  expect([out.code, out.stderr]).toEqual([0, ''])
  const { code, stdout, stderr } = await touchmap(['import', file, '--lang', 'en'])
  expect([code, stderr]).toEqual([0, ''])
  cpSync(from, path.join(folder, 'map'), { recursive: true })
  mkdirSync(path.join(folder, 'map/flows'), { recursive: true })
  const renamed = stdout.replace(/^flow: .*$/m, 'flow: again').replace(/ {2,}by: .*\n/g, '')
  writeFileSync(path.join(folder, 'map/flows/again.yaml'), renamed)
  expect(wordsOf(path.join(folder, 'map'), 'again')).toEqual(wordsOf(from, 'person'))
})

it('says why not where the model is not made of blocks', async () => {
  const file = path.join(folder, 'x.bpmn')
  const nodes =
    '<startEvent id="s"/><parallelGateway id="g"/><task id="a"/><task id="b"/><endEvent id="e"/><endEvent id="f"/>'
  const flows = ['s g', 'g a', 'g b', 'a e', 'b f'].map((pair, at) => {
    const [from = '', to = ''] = pair.split(' ')
    return `<sequenceFlow id="q${at}" sourceRef="${from}" targetRef="${to}"/>`
  })
  writeFileSync(file, `<definitions><process id="p">${nodes}${flows.join('')}</process></definitions>`)
  const { code, stdout, stderr } = await touchmap(['import', file, '--lang', 'en'])
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('is not made of blocks')])
})
