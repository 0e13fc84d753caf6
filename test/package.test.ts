import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './support/run-cli.ts'

// What users install: the packed tarball in an empty folder, its dependencies linked from here instead of fetched.
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string
  bin: Record<string, string>
  dependencies: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
}
const app = mkdtempSync(path.join(os.tmpdir(), 'touchmap-installed-'))
const installed = path.join(app, 'node_modules/touchmap')
afterAll(() => rmSync(app, { recursive: true }))

beforeAll(() => {
  // `npm test` builds before it runs.
  if (!existsSync(path.join(root, 'dist/index.js'))) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root })
  const argv = ['pack', '--silent', '--ignore-scripts', '--offline', '--pack-destination', app]
  const tarball = execFileSync('npm', argv, { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1) ?? ''
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['xzf', path.join(app, tarball), '-C', installed, '--strip-components=1'])
  for (const name of Object.keys(manifest.dependencies)) {
    const link = path.join(app, 'node_modules', name)
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.join(root, 'node_modules', name), link)
  }
  mkdirSync(path.join(app, 'node_modules/.bin'))
  symlinkSync('../touchmap/bin/touchmap.js', path.join(app, 'node_modules/.bin/touchmap'))
  writeFileSync(path.join(app, 'package.json'), '{"name": "app", "private": true}\n')
})

function run(program: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd: app,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'C.UTF-8', NODE_PATH: '', npm_config_offline: 'true' },
  })
  return { status, stdout, stderr }
}
const touchmap = (...argv: readonly string[]) => run('node_modules/.bin/touchmap', ...argv)
const example = 'node_modules/touchmap/maps/hotline-conduct'

describe('the package as it is installed', () => {
  it('has what it names, and neither tests nor sources', () => {
    for (const target of Object.values(manifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : [target.types, target.default]) {
        if (!file.includes('*')) expect(existsSync(path.join(installed, file)), file).toBe(true)
      }
    }
    for (const file of Object.values(manifest.bin)) expect(existsSync(path.join(installed, file)), file).toBe(true)
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /^(test|fixtures|src|bench)\b|(?<!\.d)\.ts$/.test(file))).toEqual([])
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md']))
  })

  it('leads from every declaration of types to another that is there', () => {
    const lost: string[] = []
    const files = readdirSync(path.join(installed, 'dist'), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((each) => each.endsWith('.d.ts'))) {
      const text = readFileSync(path.join(installed, 'dist', file), 'utf8')
      for (const [, to = ''] of text.matchAll(/(?:from|import\() ?['"](\.[^'"]+)['"]/g)) {
        const target = path.join(installed, 'dist', path.dirname(file), to.replace(/(?:\.d)?\.[jt]s$/, '.d.ts'))
        if (!existsSync(target)) lost.push(`${file}: ${to}`)
      }
    }
    expect(files.length).toBeGreaterThan(100)
    expect(lost).toEqual([])
  })

  it('runs by npx', () => {
    expect(run('npx', '--no-install', 'touchmap', '--version')).toMatchObject({
      status: 0,
      stdout: `${manifest.version}\n`,
    })
  })

  it('validates and scores a shipped map, explains a rule, gives schemas, starts a map', () => {
    expect(touchmap('validate', example)).toMatchObject({ status: 0, stderr: '' })
    const scored = touchmap('score', `${example}/logs/right.csv`, '--map', example, '--format', 'json')
    expect(scored.status, scored.stderr).toBe(0)
    expect(JSON.parse(scored.stdout)).toMatchObject({ touchmap: manifest.version })
    const explained = touchmap('explain', 'cell-blind')
    expect(explained.stdout).toContain('cell-blind')
    expect(JSON.parse(touchmap('schema', 'flow').stdout)).toHaveProperty('$schema')
    expect(touchmap('init', 'mine', '--template', 'hotline', '--lang', 'en').status).toBe(0)
    expect(touchmap('validate', 'mine').status).toBe(0)
  })

  it('can be imported, with its store and its schemas', () => {
    const script = `
      import * as all from 'touchmap'
      import * as node from 'touchmap/node'
      import * as store from 'touchmap/store'
      import flow from 'touchmap/schemas/flow.schema.json' with { type: 'json' }
      const loaded = all.loadMap(node.createFolderSource(${JSON.stringify(example)}))
      console.log(JSON.stringify([loaded.map.id, Object.keys(store).length > 0, typeof flow.$id]))`
    const { status, stdout, stderr } = run(process.execPath, '--no-warnings', '--input-type=module', '-e', script)
    expect(status, stderr).toBe(0)
    expect(JSON.parse(stdout)).toEqual(['hotline-conduct', true, 'string'])
  })
})
