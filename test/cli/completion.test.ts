import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-completion-'))
afterAll(() => rmSync(folder, { recursive: true }))
const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

beforeAll(async () => {
  for (const shell of SHELLS) {
    const { code, stdout, stderr } = await touchmap(['completion', shell])
    expect([code, stderr]).toEqual([0, ''])
    writeFileSync(path.join(folder, shell), stdout)
  }
  mkdirSync(path.join(folder, 'here/a map'), { recursive: true })
  writeFileSync(path.join(folder, 'here/july.csv'), '')
})

function isThere(shell: Shell): boolean {
  try {
    execFileSync(shell, ['-c', 'exit 0'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What a real shell offers for the last of these words. */
function complete(shell: Shell, ...words: readonly string[]): string[] {
  const line = ['touchmap', ...words]
  const quoted = line.map((word) => `'${word}'`).join(' ')
  const script = {
    bash: `source ../bash; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _touchmap; printf '%s\\n' "\${COMPREPLY[@]}"`,
    // What zsh itself brings for showing and choosing is replaced by printing what it is given.
    zsh: `compadd() { print -l -- $found }; _describe() { print -l -- \${found%%:*} }; _files() { print -l -- * }; source ../zsh; words=(${quoted}); CURRENT=${line.length}; _touchmap`,
    fish: `source ../fish; complete -C "${line.join(' ')}"`,
  }[shell]
  const out = execFileSync(shell, shell === 'zsh' ? ['-f', '-c', script] : ['-c', script], {
    cwd: path.join(folder, 'here'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: folder, LANG: 'C.UTF-8' },
  })
  const last = words.at(-1) ?? ''
  const offers = out.split('\n').map((each) => (each.split('\t')[0] ?? '').replace(/\\ /g, ' '))
  return offers.filter((each) => each !== '' && each.startsWith(last)).sort()
}

describe.each(SHELLS.map((shell) => [shell, isThere(shell)] as const))('in %s', (shell, there) => {
  it.skipIf(!there)('commands, options, their values, rules and files are completed', () => {
    expect(complete(shell, 'val')).toEqual(['validate'])
    expect(complete(shell, '--lang', 'zh', 'ex')).toEqual(['explain', 'export'])
    expect(complete(shell, '')).toContain('completion')
    expect(complete(shell, 'completion', '')).toEqual(['bash', 'fish', 'zsh'])
    expect(complete(shell, 'validate', '--fail')).toEqual(['--fail-on'])
    expect(complete(shell, 'validate', '--fail-on', '')).toEqual(['error', 'info', 'warning'])
    expect(complete(shell, 'validate', '--format', 's')).toEqual(['sarif'])
    expect(complete(shell, 'score', 'july.csv', '--lang', '')).toEqual(['en', 'zh'])
    expect(complete(shell, 'init', '--template', '')).toEqual(['after-sales', 'empty', 'hotline', 'online-service'])
    expect(complete(shell, 'explain', 'step-w')).toEqual(['step-without-does', 'step-without-event'])
    expect(complete(shell, 'validate', '--rule', 'yaml/t')).toEqual(['yaml/tab'])
    expect(complete(shell, 'score', 'jul')).toEqual(['july.csv'])
    expect(complete(shell, 'score', '--map', 'a').map((name) => name.replace(/\/$/, ''))).toEqual(['a map'])
    expect(complete(shell, 'fmt', '--template', '')).not.toContain('hotline')
  })
})

it.each(SHELLS)('%s knows every command and option that help shows', async (shell) => {
  const { stdout: script } = await touchmap(['completion', shell, '--lang', 'en'])
  const help = (await touchmap(['--help'])).stdout
  const commands = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z][a-z-]+)/gm)].map(
    ([, name]) => name ?? '',
  )
  expect(commands.length).toBeGreaterThan(20)
  for (const command of ['validate', 'score', 'render', 'init', 'completion']) {
    expect(commands).toContain(command)
    const options = [...(await touchmap([command, '--help'])).stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)]
    expect(options.length).toBeGreaterThan(1)
    for (const [, option] of options) {
      expect(script, `${command} ${option}`).toContain(shell === 'fish' ? `-l ${option?.slice(2)} ` : `${option}`)
    }
  }
  for (const command of commands) expect(script).toContain(command)
})

it('other shells are a usage error', async () => {
  expect((await touchmap(['completion', 'tcsh'])).code).toBe(2)
})

it('the version is told without loading any of the commands or their packages', () => {
  const coverage = path.join(folder, 'loaded')
  const main = path.join(root, 'src/cli/main.ts')
  execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), main, '--version'], {
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  })
  // The engine's own list of what it ran.
  const loaded = readdirSync(coverage)
    .map((file) => JSON.parse(readFileSync(path.join(coverage, file), 'utf8')) as { result: { url: string }[] })
    .flatMap(({ result }) => result.map(({ url }) => url))
  expect(loaded.some((url) => url.endsWith('src/cli/program.ts'))).toBe(true)
  const heavy =
    /src\/(cli\/commands|draft|io|load|lint|report|log)\/|chokidar|better-sqlite3|puppeteer|node_modules\/(yaml|ajv)\//
  expect(loaded.filter((url) => heavy.test(url))).toEqual([])
})
