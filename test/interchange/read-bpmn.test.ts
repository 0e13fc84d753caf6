import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBpmn } from '../../src/interchange/open-bpmn.ts'
import { labelOf, languageOf } from '../support/block-language.ts'
import { wordsOfNet } from '../support/petri-nets.ts'

const file = (...lines: string[]): string =>
  [
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">',
    '<process id="p">',
    ...lines,
    '</process>',
    '</definitions>',
  ].join('\n')
const node = (kind: string, id: string, inner = '', more = ''): string =>
  `<${kind} id="${id}" name="${id}"${more}>${inner}</${kind}>`
const task = (id: string): string => node('task', id)
let flows = 0
const flow = (from: string, to: string): string =>
  `<sequenceFlow id="f${++flows}" sourceRef="${from}" targetRef="${to}"/>`
const chain = (...ids: string[]): string =>
  ids
    .slice(1)
    .map((id, at) => flow(ids[at] ?? '', id))
    .join('')

function words(text: string, most = 4): { words: string[]; blocks: boolean } {
  const { value, diagnostics } = openBpmn(text, 'm.bpmn')
  expect(diagnostics).toEqual([])
  if (!value) throw new Error('not read')
  const found = value.block ? languageOf(value.block, most).full : value.net && wordsOfNet(value.net, most)
  const names = [...(found ?? [])].map((word) => [...word].map((_, at) => value.activities[labelOf(word, at)]).join(''))
  return { words: names.sort(), blocks: value.block !== undefined }
}

function told(text: string): string[] {
  const { value, diagnostics } = openBpmn(text, 'm.bpmn')
  expect(value).toBeUndefined()
  return diagnostics.map(
    ({ rule, message, place: { range } }) => `${range.start.line}:${range.start.column} ${rule}: ${message.en}`,
  )
}

describe('BPMN as other tools write it', () => {
  it('reads prefixes, kinds of tasks, waits; starts and ends show nothing', () => {
    const text = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p">
      <bpmn:startEvent id="s" name="Begin"/><bpmn:userTask id="t1" name="a"/><bpmn:serviceTask id="t2" name="b"/>
      <bpmn:intermediateCatchEvent id="w" name="a day"><bpmn:timerEventDefinition id="d"/></bpmn:intermediateCatchEvent>
      <bpmn:endEvent id="e" name="Over"><bpmn:messageEventDefinition id="m"/></bpmn:endEvent>
      <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t1"/><bpmn:sequenceFlow id="f2" sourceRef="t1" targetRef="w"/>
      <bpmn:sequenceFlow id="f3" sourceRef="w" targetRef="t2"/><bpmn:sequenceFlow id="f4" sourceRef="t2" targetRef="e"/>
      </bpmn:process></bpmn:definitions>`
    expect(words(text)).toEqual({ words: ['ab'], blocks: true })
  })

  it('reads gateways: exclusive, parallel, inclusive with its join, several ends', () => {
    const fork = (kind: string): string =>
      file(
        node('startEvent', 's'),
        node(kind, 'g'),
        task('a'),
        task('b'),
        node(kind, 'j'),
        node('endEvent', 'e'),
        chain('s', 'g', 'a', 'j', 'e'),
        chain('g', 'b', 'j'),
      )
    expect(words(fork('exclusiveGateway')).words).toEqual(['a', 'b'])
    expect(words(fork('parallelGateway')).words).toEqual(['ab', 'ba'])
    expect(words(fork('inclusiveGateway')).words).toEqual(['a', 'ab', 'b', 'ba'])
    const ends = file(
      node('startEvent', 's'),
      node('parallelGateway', 'g'),
      task('a'),
      task('b'),
      node('endEvent', 'e1'),
      node('endEvent', 'e2'),
      chain('s', 'g', 'a', 'e1'),
      chain('g', 'b', 'e2'),
    )
    expect(words(ends)).toEqual({ words: ['ab', 'ba'], blocks: true })
  })

  it('reads an interrupt that ends the process', () => {
    const text = file(
      node('startEvent', 's'),
      node('endEvent', 'e'),
      task('c'),
      `<subProcess id="sub">${node('startEvent', 'is')}${task('a')}${task('b')}${node('endEvent', 'ie')}${chain('is', 'a', 'b', 'ie')}</subProcess>`,
      node('boundaryEvent', 'x', '<messageEventDefinition id="md"/>', ' attachedToRef="sub"'),
      node('endEvent', 'e2'),
      chain('s', 'sub', 'c', 'e'),
      chain('x', 'e2'),
    )
    expect(words(text)).toEqual({ words: ['abc', 'abx', 'ax', 'x'], blocks: true })
  })

  it('counts loops', () => {
    const loop = '<standardLoopCharacteristics loopMaximum="3"/>'
    const text = file(node('startEvent', 's'), node('task', 'a', loop), node('endEvent', 'e'), chain('s', 'a', 'e'))
    expect(words(text).words).toEqual(['a', 'aa', 'aaa'])
  })
})

describe('what is wrong or not supported', () => {
  const good = [node('startEvent', 's'), task('a'), node('endEvent', 'e')]
  it('is told with its line', () => {
    flows = 0
    expect(told(file(...good, flow('s', 'a'), flow('a', 'ee')))).toEqual([
      '7:1 bpmn/flow: `targetRef` names `ee`, which is not there on the same level',
      '5:1 bpmn/flow: no way leads here from a start event',
    ])
    expect(told(file(...good, chain('s', 'a', 'e'), task('b')))).toEqual([
      '7:1 bpmn/flow: no way leads here from a start event',
    ])
    expect(told(file(...good, chain('s', 'a', 'e'), task('a')))).toEqual(['7:1 bpmn/id: the id `a` is used twice'])
    expect(told(file(...good, chain('s', 'a', 'e'), '<complexGateway id="c"/>', '<transaction id="t"/>'))).toEqual([
      '7:1 bpmn/unsupported: `<complexGateway>` is not supported',
      '8:1 bpmn/flow: no way leads here from a start event',
    ])
    const inner = `${node('startEvent', 'ms')}${task('b')}${node('endEvent', 'me')}${chain('ms', 'b', 'me')}`
    const many = node('subProcess', 'm', `<multiInstanceLoopCharacteristics/>${inner}`)
    expect(told(file(...good, many, chain('s', 'm', 'a', 'e')))).toEqual([
      '6:29 bpmn/unsupported: a sub-process of several instances at the same time is not supported',
    ])
    const beside = file(
      node('startEvent', 's'),
      node('parallelGateway', 'g'),
      task('a'),
      task('b'),
      node('endEvent', 'e1', '<terminateEventDefinition id="td"/>'),
      node('endEvent', 'e2'),
      chain('s', 'g', 'a', 'e1'),
      chain('g', 'b', 'e2'),
    )
    expect(told(beside)).toEqual([
      '7:1 bpmn/unsupported: a terminate event beside concurrency, in a model that is not made of blocks, is not supported',
    ])
  })

  it('is told of hostile XML', () => {
    expect(told('')).toEqual(['1:1 bpmn/syntax: the file breaks off here'])
    expect(told('<!DOCTYPE x [<!ENTITY a "b">]><definitions>&a;</definitions>')).toEqual([
      '1:1 bpmn/syntax: there is a DOCTYPE, which is not read',
    ])
    expect(told('<pnml/>')[0]).toMatch(/^1:1 bpmn\/syntax/)
    expect(told('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')[0]).toMatch(/^1:1 bpmn\/process/)
    const deep = '<subProcess id="x">'.repeat(900) + '</subProcess>'.repeat(900)
    expect(
      told(
        `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${deep}</process></definitions>`,
      ).length,
    ).toBeGreaterThan(0)
    const dangling = file(...good, ...Array.from({ length: 50_000 }, (_, at) => flow('s', `x${at}`)))
    expect(told(dangling)).toHaveLength(1000)
    const long = Array.from({ length: 20_000 }, (_, at) => `t${at}`)
    const wide = file(node('startEvent', 's'), node('endEvent', 'e'), ...long.map(task), chain('s', ...long, 'e'))
    expect(openBpmn(wide, 'm').value?.activities).toHaveLength(20_000)
  })

  it('is a located finding for any damage of a file', () => {
    const whole = file(...good, chain('s', 'a', 'e'))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(14), fc.string({ maxLength: 6 }), (at, cut, more) => {
        const { value, diagnostics } = openBpmn(whole.slice(0, at) + more + whole.slice(at + cut), 'm')
        expect(value === undefined).toBe(diagnostics.length > 0)
      }),
      { numRuns: 400 },
    )
  })
})
