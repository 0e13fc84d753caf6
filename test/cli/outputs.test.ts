import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-outputs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const repair = 'fixtures/conform/repair'
const basic = 'fixtures/score/basic'

describe.each([
  ['conform', ['conform', '--model', `${repair}/model.pnml`, '--log', `${repair}/log.csv`]],
  ['show', ['show', '1A-101', '--map', 'maps/hotline-10086']],
  ['inspect', ['inspect', 'c-02', `${basic}/calls.csv`, '--map', `${basic}/map`]],
  ['matrix', ['matrix', '--map', `${basic}/map`]],
  ['trend', ['trend', `${basic}/calls.csv`, '--map', `${basic}/map`]],
  ['doctor', ['doctor', '--map', `${basic}/map`]],
])('%s', (name, argv) => {
  const file = path.join(folder, `${name}.json`)

  test('writes one format to a file while another is shown', async () => {
    const json = await touchmap([...argv, '--lang', 'en', '--format', 'json'])
    const pretty = await touchmap([...argv, '--lang', 'en'])
    const both = await touchmap([...argv, '--lang', 'en', '--format', `json=${file}`, '--format', 'pretty'])
    expect(both).toEqual(pretty)
    expect(readFileSync(file, 'utf8')).toBe(json.stdout)
    expect(JSON.parse(json.stdout)).toBeTypeOf('object')
  })

  test('names the formats there are', async () => {
    const { code, stderr, stdout } = await touchmap([...argv, '--lang', 'en', '--format', 'jsn'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('there is no format `jsn`')
    expect(stderr).toContain('did you mean `json`')
  })
})

test('what a command reads is never written over, and nothing is left beside it', async () => {
  const log = path.join(folder, 'log.csv')
  writeFileSync(log, readFileSync(`${repair}/log.csv`))
  const before = readdirSync(folder)
  const { code, stderr } = await touchmap([
    'conform',
    '--model',
    `${repair}/model.pnml`,
    '--log',
    log,
    '--format',
    `json=${log}`,
    '--lang',
    'en',
  ])
  expect(code).toBe(2)
  expect(stderr).toContain('is an input and is not written over')
  expect(readFileSync(log, 'utf8')).toBe(readFileSync(`${repair}/log.csv`, 'utf8'))
  expect(readdirSync(folder)).toEqual(before)
})
