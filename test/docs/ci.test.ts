import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-ci-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Action {
  name: string
  description: string
  inputs: Record<string, { description: string; default: string }>
  runs: {
    using: string
    steps: { name: string; if?: string; shell: string; env: Record<string, string>; run: string }[]
  }
}
const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action

/** Where npx would fetch the package, the sources run. */
beforeAll(() => {
  const main = path.join(root, 'src/cli/main.ts')
  const tsx = import.meta.resolve('tsx')
  writeFileSync(
    path.join(folder, 'npx'),
    `#!/usr/bin/env bash\nif [ "$1" != "--yes" ] || [ "$2" != "touchmap@1.2.3" ]; then exit 99; fi\nshift 2\nexec '${process.execPath}' --import '${tsx}' '${main}' "$@"\n`,
  )
  chmodSync(path.join(folder, 'npx'), 0o755)
  cpSync(path.join(root, 'maps/templates/empty/en'), path.join(folder, 'good'), { recursive: true })
  cpSync(path.join(root, 'maps/templates/empty/en'), path.join(folder, 'bad'), { recursive: true })
  writeFileSync(path.join(folder, 'bad/scorecard.yaml'), 'scorecard: true\nmode: ponits\nsections: []\n')
})

/** Runs a step as GitHub does: inputs in the environment, the script under bash -e -o pipefail. */
function runStep(at: number, inputs: Readonly<Record<string, string>>) {
  const step = action.runs.steps[at]
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(step?.env ?? {})) {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? ''
    expect(action.inputs).toHaveProperty(input)
    env[name] = inputs[input] ?? action.inputs[input]?.default ?? ''
  }
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...env,
        PATH: `${folder}:${process.env['PATH']}`,
        RUNNER_TEMP: folder,
        GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
        NO_COLOR: '1',
      },
    },
  )
  return { status, stdout, stderr }
}

describe('the action', () => {
  it('has the shape of a composite action, and takes no input into a script', () => {
    expect(action.runs.using).toBe('composite')
    for (const input of Object.values(action.inputs)) {
      expect(input).toEqual({ description: expect.any(String), default: expect.any(String) })
    }
    for (const { shell, run } of action.runs.steps) expect([shell, run.includes('${{')]).toEqual(['bash', false])
  })

  it('checks the maps, marks findings, and writes SARIF and a summary', () => {
    const good = runStep(0, { map: 'good', version: '1.2.3', sarif: 'map.sarif' })
    expect(good).toEqual({ status: 0, stdout: '', stderr: '' })
    expect((JSON.parse(readFileSync(path.join(folder, 'map.sarif'), 'utf8')) as { version: string }).version).toBe(
      '2.1.0',
    )
    const bad = runStep(0, { map: 'good bad', version: '1.2.3' })
    expect(bad.status).toBe(1)
    expect(bad.stdout).toMatch(/^::error file=bad\/scorecard\.yaml,line=2/m)
    expect(readFileSync(path.join(folder, 'summary.md'), 'utf8')).toContain('bad/scorecard.yaml')
  })

  it('scores a log when one is given, and fails under the limits', () => {
    expect(action.runs.steps[1]?.if).toBe("inputs.log != ''")
    const inputs = { map: 'good', log: 'good/logs/sample.csv', version: '1.2.3' }
    expect(runStep(1, inputs).status).toBe(0)
    expect(runStep(1, { ...inputs, 'fail-under': 'compliance=0.9' }).status).toBe(1)
  })

  it('runs nothing that stands in an input', () => {
    const { status } = runStep(0, { map: 'good; touch hacked', version: '1.2.3' })
    expect([status, existsSync(path.join(folder, 'hacked'))]).toEqual([2, false])
  })
})

it('the hooks for pre-commit have its shape, and what they run does run', () => {
  const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Record<string, unknown>[]
  expect(hooks.map(({ id }) => id)).toEqual(['touchmap-validate', 'touchmap-fmt'])
  const { bin, scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    bin: Record<string, string>
    scripts: Record<string, string>
  }
  // pre-commit packs the repository before it installs it.
  expect(scripts['prepack']).toBe('npm run --silent build')
  for (const { entry, language, files, name, description } of hooks) {
    expect([language, typeof name, typeof description]).toEqual(['node', 'string', 'string'])
    expect(new RegExp(String(files)).test('maps/a/touchmap.yaml')).toBe(true)
    const [program = '', command = ''] = String(entry).split(' ')
    expect(bin).toHaveProperty(program)
    const argv = [path.join(root, 'src/cli/main.ts'), command, 'good/touchmap.yaml', 'good/flows/service.yaml']
    execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), ...argv], { cwd: folder, stdio: 'ignore' })
  }
})
