import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'touchmap-schema-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MAP = 'maps/repair-service'

describe('touchmap schema', () => {
  it('prints one schema of one kind, or of any', async () => {
    const flow = await touchmap(['schema', 'flow'])
    expect(flow).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(flow.stdout)).toMatchObject({ title: '流程文件 · A flow', required: ['flow'] })
    const any = await touchmap(['schema'])
    expect(JSON.parse(any.stdout)).toMatchObject({ title: 'touchmap 的文件 · A file of touchmap' })
    const english = await touchmap(['schema', 'flow', '--lang', 'en'])
    expect(JSON.parse(english.stdout)).toMatchObject({ title: 'A flow' })
  })

  it('writes the schemas of the package to a folder, one a kind, the same bytes each time', async () => {
    const [first, second] = [path.join(folder, 'first'), path.join(folder, 'a/second')]
    expect(await touchmap(['schema', '--for', MAP, '--out', first])).toMatchObject({ code: 0, stdout: '' })
    expect((await touchmap(['schema', '--for', MAP, '--out', second])).stderr).toBe(`14 files written: ${second}\n`)
    const names = readdirSync(first).sort()
    expect(names).toEqual(
      readdirSync(path.join(root, 'schemas'))
        .filter((name) => name.endsWith('.schema.json'))
        .sort(),
    )
    for (const name of names) {
      expect(readFileSync(path.join(first, name), 'utf8')).toBe(readFileSync(path.join(second, name), 'utf8'))
    }
  })

  it('says which kinds there are', async () => {
    const { code, stderr } = await touchmap(['schema', 'flows', '--lang', 'en'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^touchmap: there is no kind of file flows\n {2}one of `touchmap`, `map`, `catalog`/)
  })

  it('tells what is wrong with a map, and writes nothing then', async () => {
    const broken = path.join(folder, 'broken')
    cpSync(path.join(root, MAP), broken, { recursive: true })
    writeFileSync(path.join(broken, 'touchpoints.yaml'), 'touchpoints: [{flow: nowhere}]\n')
    const out = path.join(folder, 'nothing')
    const { code, stderr } = await touchmap(['schema', '--for', broken, '--out', out, '--lang', 'en'])
    expect(code).toBe(2)
    expect(stderr).toContain('there is no flow `nowhere`')
    expect(readdirSync(folder)).not.toContain('nothing')
    expect((await touchmap(['schema', '--for', path.join(folder, 'none')])).code).toBe(2)
  })
})
