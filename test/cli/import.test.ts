import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { expandFlow } from '../../src/flow/expand-flow.ts'
import { flowActivities } from '../../src/flow/flow-activities.ts'
import { createFolderSource } from '../../src/io/files.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { root, touchmap } from '../support/run-cli.ts'

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

it('says of each element why the model is not made of blocks, with its place and what to do', async () => {
  const file = path.join(root, 'fixtures/load/from-model/flows/crossing.bpmn')
  const { code, stdout, stderr } = await touchmap(['import', file, '--lang', 'en'])
  expect([code, stdout]).toEqual([2, ''])
  const told = [...stderr.matchAll(/crossing\.bpmn:(\d+:\d+) {2}error {2}(\S+)\n {2}(.*)/g)].map((all) => all.slice(1))
  const parts = 'the ways that part here do not meet again in a gateway of the same kind, so they are no block'
  const meets = 'the ways that meet here did not part at one gateway of the same kind, so they are no block'
  expect(told).toEqual([
    ['7:5', 'bpmn/blocks', parts],
    ['10:5', 'bpmn/blocks', parts],
    ['11:5', 'bpmn/blocks', meets],
    ['14:5', 'bpmn/blocks', meets],
  ])
  expect(stderr.replace(/\s+/g, ' ')).toContain('a flow may name the file with `from` and runs as a net')
})

it('reads ends of several ways at once as one end, keeps names of ways, notes and lanes of equal tasks apart', async () => {
  const file = path.join(folder, 'x.bpmn')
  const nodes =
    '<laneSet id="ls"><lane id="l1" name="Front desk"><flowNodeRef>a</flowNodeRef></lane><lane id="l2" name="后台"><flowNodeRef>b</flowNodeRef></lane></laneSet>' +
    '<startEvent id="s"/><exclusiveGateway id="x"/><task id="a" name="call"><documentation>Be kind</documentation></task>' +
    '<exclusiveGateway id="y"/><parallelGateway id="g"/><task id="b" name="call"/><task id="c" name="写"/><task id="d" name="告知"/><endEvent id="e1"/><endEvent id="e2"/>'
  const flows = ['s x', 'x a known', 'x b new', 'a y', 'b y', 'y g', 'g c', 'g d', 'c e1', 'd e2'].map((pair, at) => {
    const [from = '', to = '', name = ''] = pair.split(' ')
    return `<sequenceFlow id="q${at}" sourceRef="${from}" targetRef="${to}"${name && ` name="${name}"`}/>`
  })
  writeFileSync(
    file,
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="P">${nodes}${flows.join('')}</process></definitions>`,
  )
  const { code, stdout, stderr } = await touchmap(['import', file, '--lang', 'en'])
  expect([code, stderr]).toEqual([0, ''])
  await expect(stdout).toMatchFileSnapshot(path.join(root, 'fixtures/interchange/import/ways.yaml'))
})

it.each([
  [
    'a sub-process that an event interrupts',
    '<subProcess id="within"><startEvent id="s2"/><endEvent id="e3"/><sequenceFlow id="f4" sourceRef="s2" targetRef="e3"/></subProcess><boundaryEvent id="left" name="left" attachedToRef="within"><messageEventDefinition/></boundaryEvent><sequenceFlow id="f1" sourceRef="s" targetRef="within"/><sequenceFlow id="f2" sourceRef="within" targetRef="e"/><sequenceFlow id="f3" sourceRef="left" targetRef="e2"/><endEvent id="e2"/>',
    '5:131  error  bpmn/blocks\n  what this interrupts has no step, for which a flow has no words',
  ],
  [
    'a whole process',
    '<sequenceFlow id="f1" sourceRef="s" targetRef="e"/>',
    '3:1  error  bpmn/blocks\n  the model has no step',
  ],
])('is refused where %s has no step', async (_, parts, told) => {
  const file = path.join(folder, 'x.bpmn')
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">\n<process id="p">\n<startEvent id="s"/><endEvent id="e"/>\n${parts}\n</process></definitions>\n`,
  )
  const { code, stdout, stderr } = await touchmap(['import', file, '--lang', 'en'])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(told)
})
