import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadShipped } from '../../fixtures/shipped/load-shipped.ts'
import { MAPS } from '../../fixtures/shipped/registry.ts'
import { buildMatrix } from '../../src/model/matrix.ts'
import { root, touchmap } from '../support/run-cli.ts'

describe.each(MAPS)('the map %s', (name) => {
  it('is valid, without so much as a warning', async () => {
    const { code, stdout } = await touchmap(['validate', `maps/${name}`, '--format', 'json', '--as-of', '2026-11-22'])
    const { summary, findings } = JSON.parse(stdout) as { summary: Record<string, number>; findings: unknown[] }
    expect(findings).toEqual([])
    expect(summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 })
    expect(code).toBe(0)
  })

  it('has no blind spot and no cell with two flows, and a code of its own for each touchpoint', () => {
    const { cells, conflicts } = buildMatrix(loadShipped(name))
    expect(conflicts).toEqual([])
    expect(cells.filter(({ status }) => status === 'blind-spot')).toEqual([])
    const codes = cells.flatMap(({ code }) => (code === undefined ? [] : [code]))
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('names everything in both languages', () => {
    const map = loadShipped(name)
    const named = [
      map.name,
      ...Object.values(map.catalog.axes).flatMap((axis) => [...axis.values()].map((value) => value.name)),
      ...[...map.catalog.roles.values()].map((role) => role.name),
      ...[...map.catalog.events.values()].map((event) => event.label),
      ...[...map.flows.values()].flatMap((flow) => [flow.name, ...Object.values(flow.elements)]),
      ...map.holes.map((hole) => hole.because),
    ]
    for (const text of named)
      expect(text).toMatchObject({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
  })

  it('states the six elements of each flow, and of each step what is done and by whom', () => {
    for (const flow of loadShipped(name).flows.values()) {
      expect(Object.keys(flow.elements).sort(), flow.id).toEqual(['customer', 'inputs', 'output', 'value'])
      expect(flow.source, flow.id).not.toEqual([])
      for (const step of stepsOf(flow)) {
        expect(step, flow.id).toMatchObject({ does: { zh: expect.any(String), en: expect.any(String) } })
        expect(step['by'], String(step['id'])).not.toEqual([])
      }
    }
  })
})

it(`the hotline has its shape: businesses of five classes, the centre's three channels and three more, three brands`, () => {
  const map = loadShipped('hotline-10086')
  const { axes } = map.catalog
  expect(axes.business.size).toBeGreaterThanOrEqual(40)
  expect(new Set([...axes.business.values()].map((business) => business.class)).size).toBe(5)
  expect([...axes.channel.keys()]).toEqual(['inbound-call', 'ivr', 'internet', 'sms', 'app', 'hall'])
  expect([...axes.brand.values()].map(({ name }) => name.zh)).toEqual(['全球通', '动感地带', '神州行'])
  expect(axes.region.size).toBe(9)
  const { cells } = buildMatrix(map)
  for (const axis of ['region', 'identity', 'environment'] as const)
    expect(
      cells.filter(({ at, status }) => at[axis] !== undefined && status === 'served').length,
      axis,
    ).toBeGreaterThan(0)
})

it('the calendar of China in a map is the one shipped beside the maps', () => {
  const read = (file: string) => readFileSync(join(root, 'maps', file), 'utf8')
  const copies = MAPS.filter((map) => loadShipped(map).catalog.calendars?.has('china'))
  expect(copies).toEqual(expect.arrayContaining(['intelligent-service', 'repair-service']))
  for (const map of copies) expect(read(`${map}/china.yaml`), map).toBe(read('calendars/china.yaml'))
})

const DIMENSIONS = ['attention', 'method', 'object', 'participation', 'presence']

it.each(MAPS)('every flow of %s states its contact degree in five dimensions, a management flow none', (map) => {
  const folder = join(root, 'maps', map, 'flows')
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
    const { contact, family } = parse(readFileSync(join(folder, file), 'utf8')) as {
      contact?: Record<string, number>
      family: string
    }
    expect(Object.keys(contact ?? {}).sort(), file).toEqual(DIMENSIONS)
    expect(
      Object.values(contact ?? {}).some((degree) => degree > 0),
      file,
    ).toBe(family === 'service')
  }
})

it('every channel of the hotline states its contact degree in five dimensions', () => {
  const { channels } = parse(readFileSync(join(root, 'maps/hotline-10086/catalog.yaml'), 'utf8')) as {
    channels: Record<string, { contact?: object }>
  }
  for (const { contact } of Object.values(channels)) expect(Object.keys(contact ?? {}).sort()).toEqual(DIMENSIONS)
})

function stepsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(stepsOf)
  if (typeof value !== 'object' || value === null) return []
  const own = value as Record<string, unknown>
  const children = Object.entries(own).flatMap(([key, child]) => (key === 'rules' ? [] : stepsOf(child)))
  return own['kind'] === 'step' && 'weight' in own ? [own, ...children] : children
}
