import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliResult, root, touchmap } from '../support/run-cli.ts'

// Maps that somebody made to do harm, or by a slip, through the commands that read maps.
const MAP = path.join(root, 'maps/repair-service')
const text = (file: string) => readFileSync(path.join(MAP, file), 'utf8')
const flow = text('flows/repair.yaml')
const main = text('touchmap.yaml')
const catalog = text('catalog.yaml')

let folder: string
let count = 0
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'touchmap-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the shipped map with some files changed; null takes one out. */
function change(files: Readonly<Record<string, string | Uint8Array | null>>, more?: (map: string) => void): string {
  const map = path.join(folder, `map-${count++}`)
  cpSync(MAP, map, { recursive: true, filter: (file) => !file.endsWith('logs') })
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(map, file)
    if (content === null) rmSync(target)
    else writeFileSync(target, content)
  }
  more?.(map)
  return map
}

/** Every command that reads the map, `fmt` and mends last, for they write; each ends by itself, and never by our fault. */
async function readByAll(map: string, some = false): Promise<readonly CliResult[]> {
  const results: CliResult[] = []
  for (const argv of [
    ['validate', map],
    ['show', 'repair', '--map', map],
    ['matrix', '--map', map],
    ['diff', MAP, map],
    ['schema', 'flow', '--for', map],
    ['validate', '--fix', map],
    ['fmt', map],
  ]) {
    if (some && !['show', 'validate', 'fmt'].includes(argv[0] ?? '')) continue
    if (some && argv[1] === '--fix') continue
    const result = await touchmap([...argv, '--lang', 'en'])
    expect([0, 1, 2], `${argv.join(' ')}\n${result.stderr}`).toContain(result.code)
    expect(`${result.stdout}${result.stderr}`).not.toMatch(/\n {4}at .*:\d+:\d+\)/)
    results.push(result)
  }
  return results
}

const nested = (open: string, depth: number, close: string) => `${open.repeat(depth)}${close.repeat(depth)}`
const bomb = Array.from({ length: 30 }, (_, i) => `x-${i + 1}: &m${i + 1} {<<: [*m${i}, *m${i}], k${i}: *m${i}}`)

describe('a file that is hostile', () => {
  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    ['aliases of aliases', { 'flows/repair.yaml': `${flow}\nx-0: &m0 {a: 1}\n${bomb.join('\n')}\n` }, 'unfold to too much'],
    ['a scalar of 10 MB', { 'flows/repair.yaml': `${flow}\nnote: ${'x'.repeat(10_000_000)}\n` }, 'larger than 4 MB'],
    ['brackets 10,000 deep', { 'flows/repair.yaml': `${flow}\nx-a: ${nested('[', 10_000, ']')}\n` }, 'yaml/syntax'],
    ['blocks 10,000 deep', { 'flows/repair.yaml': `${flow}\nx-a: ${'- '.repeat(10_000)}x\n` }, 'yaml/syntax'],
    ['merge keys in a circle', { 'flows/repair.yaml': `${flow}\nx-a: &a {b: &b {<<: *a}, <<: *b}\n` }, 'leads into itself'],
    ['the map in itself', { 'touchmap.yaml': main.replace(/include:.*/, 'include: [touchmap.yaml, "**/*.yaml"]') }, 'include-cycle'],
    ['an include out of the folder', { 'touchmap.yaml': main.replace(/include:.*/, 'include: ["../../*.yaml", /etc/passwd]') }, 'include-outside'],
    ['versions that are itself', { 'touchmap.yaml': `${main}\nhistory: [{path: .}, {path: /dev/null}, {git: --upload-pack=x}]\n` }, 'is not the name of a git revision'],
    ['UTF-16', { 'flows/repair.yaml': Buffer.from(`\ufeff${flow}`, 'utf16le') }, 'UTF-16'],
    ['bytes that are not UTF-8', { 'flows/repair.yaml': Buffer.concat([Buffer.from(flow), Buffer.from([0xff, 0xc0, 0x80])]) }, 'yaml/encoding'],
    ['NUL', { 'flows/repair.yaml': flow.replace('steps', 'ste\0ps') }, 'U+0000'],
    ['huge numbers', { 'flows/repair.yaml': flow.replace(/^steps:$/m, 'steps:\n  - {id: huge, by: agent, weight: 1e999, within: {limit: 99999999999999999999 years}}') }, 'error'],
    ['dates that are none', { 'touchmap.yaml': main.replace(/effective:.*/, 'effective: {from: 2026-02-30, until: 2026-13-01}') }, 'there is no day `2026-02-30`'],
    ['tags that run code elsewhere', { 'flows/repair.yaml': `${flow}\nx-f: !!js/function "function(){process.exit(7)}"\n` }, 'yaml/syntax'],
    ['thousands of documents', { 'flows/repair.yaml': '---\nflow: x\n'.repeat(5_000) }, 'yaml/syntax'],
    ['keys twice', { 'flows/repair.yaml': `${flow}\nflow: a\nsteps: []\n` }, 'is there twice'],
    ['a time zone that is a path', { 'touchmap.yaml': main.replace(/timezone:.*/, 'timezone: ../../etc/passwd') }, 'there is no time zone'],
    ['a code of the prototype', { 'touchmap.yaml': main.replace(/^code:.*/m, 'code: "{__proto__}{constructor}"') }, 'is not an axis'],
    ['an expression without end', { 'flows/repair.yaml': `${flow.replace(/\nrules:[^]*/, '')}\nrules:\n  deep: {check: "${'('.repeat(60)}1${')'.repeat(60)} == 1"}\n  long: {check: "${'!'.repeat(50_000)}true"}\n` }, 'error'],
    ['nothing', { 'touchmap.yaml': '' }, 'error'],
  ])('%s is told, with its place', async (_, files, said) => {
    const [validate, ...others] = await readByAll(change(files), true)
    expect(validate?.code).toBe(1)
    expect(`${validate?.stdout}`.replaceAll(/\s+/g, ' ')).toContain(said)
    expect(validate?.stdout).toMatch(/\.yaml:\d+:\d+ /)
    expect(others[0]?.code).toBe(2)
  }) // prettier-ignore

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a byte order mark', { 'flows/repair.yaml': `\ufeff${flow}` }],
    ['line ends of Windows', { 'flows/repair.yaml': flow.replaceAll('\n', '\r\n'), 'catalog.yaml': catalog.replaceAll('\n', '\r\n') }],
    ['a scalar of 1 MB', { 'flows/repair.yaml': `${flow}\nnote: ${'x'.repeat(1_000_000)}\n` }],
    ['anchors named as the prototype', { 'flows/repair.yaml': `${flow}\nx-a: &__proto__ {a: 1}\nx-b: {<<: *__proto__}\nx-c: &constructor 1\n` }],
  ])('%s does no harm', async (_, files) => {
    const results = await readByAll(change(files))
    expect(results.slice(0, 6).map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0])
  }) // prettier-ignore

  it('with names of the prototype wherever names are chosen changes no object of ours', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const events = names.map((name) => `  ${name}: {attributes: {${name}: string}, also: [${name}-too]}\n`).join('')
    const own = catalog.replace(/^events:\n/m, `events:\n${events}`).replace(/^roles:\n/m, 'roles:\n  constructor: {name: x}\n')
    const rules = 'rules:\n  constructor: {precedence: {before: __proto__, then: toString}}\n  valueof: {init: {of: constructor}}\n'
    const map = change({ 'catalog.yaml': own, 'flows/x.yaml': `flow: constructor\nname: X\nsteps:\n  - {id: tostring, by: constructor, proof: {event: __proto__}}\n${rules}` })
    await readByAll(map)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['attributes']).toBeUndefined()
  }) // prettier-ignore
})

describe('what stands in a map’s folder and is no file of it', () => {
  it.each<[string, (map: string) => void]>([
    ['a link to a file outside', (map) => symlinkSync('/etc/passwd', path.join(map, 'flows/out.yaml'))],
    ['links in a circle', (map) => { symlinkSync('b.yaml', path.join(map, 'flows/a.yaml')); symlinkSync('a.yaml', path.join(map, 'flows/b.yaml')) }],
    ['a link to a device', (map) => { rmSync(path.join(map, 'touchpoints.yaml')); symlinkSync('/dev/zero', path.join(map, 'touchpoints.yaml')) }],
    ['a folder named as a file', (map) => { rmSync(path.join(map, 'touchpoints.yaml')); mkdirSync(path.join(map, 'touchpoints.yaml')) }],
    ['a pipe that nobody writes to', (map) => { rmSync(path.join(map, 'touchpoints.yaml')); execFileSync('mkfifo', [path.join(map, 'touchpoints.yaml')]) }],
    ['a folder for the map file', (map) => { rmSync(path.join(map, 'touchmap.yaml')); mkdirSync(path.join(map, 'touchmap.yaml')) }],
  ])('%s is told, and not read', async (_, more) => {
    const [validate, ...others] = await readByAll(change({}, more), true)
    expect(validate?.code).toBe(1)
    expect(validate?.stdout).toMatch(/error/)
    expect(JSON.stringify([validate, ...others])).not.toContain('root:')
  }) // prettier-ignore

  it('may be a link to a folder, which is not entered', async () => {
    const results = await readByAll(change({}, (map) => symlinkSync('/etc', path.join(map, 'flows/etc'))))
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})

describe('very many findings', () => {
  it('are counted, a thousand of them are shown, and it is said that there are more', async () => {
    const rows = '  - {business: nowhere, channel: all, brand: all, flow: repair}\n'.repeat(2_000)
    const map = change({ 'touchpoints.yaml': `touchpoints:\n${rows}` })
    const en = await touchmap(['validate', map, '--lang', 'en'])
    expect(en.code).toBe(1)
    expect(en.stdout).toContain(
      '\n1000 more findings are not listed; `touchmap validate --format json` lists them all\n',
    )
    expect(en.stdout).toMatch(/files checked: 2000 errors\n$/)
    expect(en.stdout.match(/reference-unknown/g)).toHaveLength(1_000)
    const zh = await touchmap(['validate', map, '--lang', 'zh'])
    expect(zh.stdout).toContain('\n另有 1000 个发现未列出；`touchmap validate --format json` 列出全部\n')
    const json = await touchmap(['validate', map, '--format', 'json'])
    expect((JSON.parse(json.stdout) as { findings: unknown[] }).findings).toHaveLength(2_000)
  })

  it('with a name of a million characters keep a screen’s length', async () => {
    const rows = `touchpoints:\n  - {business: "${'a'.repeat(1_000_000)}", channel: all, brand: all, flow: repair}\n`
    const { code, stdout } = await touchmap(['validate', change({ 'touchpoints.yaml': rows }), '--lang', 'en'])
    expect(code).toBe(1)
    expect(stdout).toContain('\n  …\n')
    expect(stdout.length).toBeLessThan(10_000)
  })
})
