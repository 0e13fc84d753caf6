import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, touchmap, type CliResult } from '../support/run-cli.ts'

// Models of other tools that somebody made to do harm, or that came broken: `touchmap import` tells it, located or clearly.
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'touchmap-models-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(name: string, content: string): Promise<CliResult> {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  const result = await touchmap(['import', file, '--lang', 'en'])
  expect([0, 1, 2], result.stderr).toContain(result.code)
  expect(result.stderr).not.toMatch(/internal fault|\n {4}at /)
  return result
}

const BPMN = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
const bpmn = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}<definitions ${BPMN}><process id="p">${body}</process></definitions>`
const task =
  '<startEvent id="s"/><task id="t" name="T"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="g" sourceRef="t" targetRef="e"/>'
const pnml = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}<pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/pnmlcoremodel"><page id="pg">${body}</page></net></pnml>`
const net =
  '<place id="a"><initialMarking><text>1</text></initialMarking></place><place id="b"/><transition id="t"><name><text>T</text></name></transition><arc id="x" source="a" target="t"/><arc id="y" source="t" target="b"/>'
const laughs = `<!DOCTYPE x [<!ENTITY l0 "lol">${Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`
const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'

describe('the models that the cases start from', () => {
  it('are read', async () => {
    expect((await read('good.bpmn', bpmn(task))).code).toBe(0)
    expect((await read('good.pnml', pnml(net))).code).toBe(0)
  })
})

describe('a hostile model', () => {
  it.each<[string, string, string]>([
    ['entities of entities, BPMN', 'a.bpmn', bpmn(task.replace('name="T"', 'name="&l12;"'), laughs)],
    ['entities of entities, PNML', 'a.pnml', pnml(net.replace('<text>T', '<text>&l12;'), laughs)],
    ['an entity from outside, BPMN', 'b.bpmn', bpmn(task.replace('name="T"', 'name="&e;"'), external)],
    ['an entity from outside, PNML', 'b.pnml', pnml(net.replace('<text>T', '<text>&e;'), external)],
    ['an id twice, BPMN', 'd.bpmn', bpmn(`${task}<task id="t" name="U"/>`)],
    ['an id twice, PNML', 'd.pnml', pnml(`${net}<place id="a"/>`)],
    ['a flow to nothing', 'e.bpmn', bpmn(task.replace('targetRef="e"', 'targetRef="nowhere"'))],
    ['an arc to nothing', 'e.pnml', pnml(net.replace('target="b"', 'target="nowhere"'))],
    ['YAML under the name of a model', 'f.bpmn', 'flow: a\nsteps: []\n'],
    ['nothing', 'g.pnml', ''],
    ['the names of BPMN in another namespace', 'c.bpmn', bpmn(task).replace(BPMN, 'xmlns="urn:other"')],
    ['elements 20,000 deep', 'h.bpmn', bpmn(`${'<subProcess id="x">'.repeat(20_000)}`)],
  ])('%s is told', async (_, name, content) => {
    const { code, stdout, stderr } = await read(name, content)
    expect(code).toBeGreaterThan(0)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/\.(bpmn|pnml)/)
    expect(stderr).not.toContain('root:')
    expect(stderr.length).toBeLessThan(20_000)
  })

  it.each(['bpmn', 'pnml'])('cut off anywhere is told with its line: %s', async (kind) => {
    const whole = (kind === 'bpmn' ? bpmn(task) : pnml(net)).replaceAll('><', '>\n<')
    for (let at = 0; at < whole.length - 1; at += 23) {
      const { code, stderr } = await read(`cut.${kind}`, whole.slice(0, at))
      expect(code, `cut at ${at}`).toBeGreaterThan(0)
      expect(stderr).toContain(`cut.${kind}`)
    }
  })

  it('with an attribute of a megabyte is read, or told, in a few lines', async () => {
    const long = 'x'.repeat(1_000_000)
    expect((await read('long.bpmn', bpmn(task.replace('name="T"', `name="${long}"`)))).stderr.length).toBeLessThan(
      10_000,
    )
    expect((await read('long.pnml', pnml(net.replace('id="t"', `id="${long}"`)))).stderr.length).toBeLessThan(10_000)
  })
})

describe('a shipped map under the name of a model', () => {
  it('is no model', async () => {
    const { code } = await read('map.pnml', readFileSync(path.join(root, 'maps/repair-service/touchmap.yaml'), 'utf8'))
    expect(code).toBeGreaterThan(0)
  })
})
