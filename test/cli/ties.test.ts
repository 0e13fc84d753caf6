import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-ties-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}

const head = 'interaction,event,time,role,agent,text,business,channel,brand,plan'
const row = (id: string, event: string, time: string, rest = 'agent,a01,,plan-change,voice,gotone,P1'): string =>
  `${id},${event},2026-07-03 ${time},${rest}`
const greeting = 'agent,a01,您好,plan-change,voice,gotone,P1'
const byChief = 'supervisor,a02,,plan-change,voice,gotone,P1'
const contact = (id: string, middle: readonly string[]): string[] => [
  row(id, 'call.opened', '09:00:00'),
  row(id, 'said', '09:00:05', greeting),
  ...middle,
  row(id, 'call.closed', '09:03:00'),
]
const calls = file(
  'calls.csv',
  [
    head,
    // The explanation is written before the verification of the same second.
    ...contact('swapped', [
      row('swapped', 'plan.explained', '09:01:00'),
      row('swapped', 'identity.verified', '09:01:00'),
      row('swapped', 'plan.changed', '09:02:00', byChief),
    ]),
    // A rule turns on the order within the second.
    ...contact('undecided', [
      row('undecided', 'plan.changed', '09:01:00', byChief),
      row('undecided', 'plan.explained', '09:01:00'),
      row('undecided', 'identity.verified', '09:01:00'),
    ]),
    // Eleven acts in one second, the last of them unknown.
    ...contact('crowded', [
      ...Array.from({ length: 10 }, () => row('crowded', 'identity.verified', '09:01:00')),
      row('crowded', 'coffee.break', '09:01:00'),
    ]),
  ].join('\n'),
)
const columns =
  '{interaction: interaction, event: event, time: time, role: role, agent: agent, text: text, business: business, channel: channel, brand: brand}'
const mappings = {
  file: file('file.yaml', `mapping: {timezone: Asia/Shanghai, columns: ${columns}}\n`),
  any: file('any.yaml', `mapping: {timezone: Asia/Shanghai, ties: any, columns: ${columns}}\n`),
}
const map = ['--map', 'fixtures/score/basic/map']

interface Inspected {
  verdict: string
  adherence: number | null
  cost: number | null
  rules: { rule: string; outcome: string }[]
}

async function inspect(id: string, log: readonly string[]) {
  const run = await touchmap(['inspect', id, ...log, ...map, '--format', 'json'])
  expect(run.stderr).toBe('')
  const { verdict, adherence, cost, rules } = JSON.parse(run.stdout) as Inspected
  return [verdict, adherence, cost, rules.find(({ rule }) => rule === 'plan-change/verify-first')?.outcome]
}

test.each(['logs', 'a store'])(
  'the order of events of one time is free where the mapping says so: from %s',
  async (from) => {
    const log = async (ties: 'file' | 'any'): Promise<string[]> => {
      if (from === 'logs') return [calls, '--mapping', mappings[ties]]
      const store = path.join(folder, `${ties}.db`)
      const run = await touchmap(['ingest', calls, '--mapping', mappings[ties], '--store', store])
      expect([run.code, run.stderr]).toEqual([0, ''])
      return ['--store', store]
    }
    const [inFile, free] = [await log('file'), await log('any')]
    expect(await inspect('swapped', inFile)).toEqual(['pass', 0.818182, 2, 'pass'])
    expect(await inspect('swapped', free)).toEqual(['pass', 1, 0, 'pass'])
    expect(await inspect('undecided', inFile)).toEqual(['fail', 0.636364, 4, 'fail'])
    expect(await inspect('undecided', free)).toEqual(['notEvaluated', 1, 0, 'notEvaluated'])

    const score = async (source: readonly string[]) => {
      const run = await touchmap(['score', ...source, ...map, '--format', 'json'])
      return (JSON.parse(run.stdout) as { overall: { adherence: { n: number; mean: number } } }).overall.adherence
    }
    expect((await score(free)).mean).toBe(1)
    expect((await score(inFile)).mean).toBeLessThan(1)
  },
)

test('a second with more than ten acts is not evaluated, and says so in both languages', async () => {
  const free = [calls, '--mapping', mappings.any]
  expect((await inspect('crowded', free)).slice(0, 3)).toEqual(['notEvaluated', null, null])
  expect((await inspect('crowded', [calls, '--mapping', mappings.file]))[1]).not.toBeNull()
  const zh = await touchmap(['inspect', 'crowded', ...free, ...map, '--lang', 'zh'])
  expect(zh.stdout).toContain('有 11 个事件时间相同，先后不明')
  const en = await touchmap(['inspect', 'crowded', ...free, ...map, '--lang', 'en'])
  expect(en.stdout).toContain('11 events have the same time')
})
