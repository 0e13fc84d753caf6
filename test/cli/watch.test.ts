import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

let folder: string
let stop: () => void = () => {}
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'touchmap-watch-')))
  cpSync(path.join(root, 'maps/templates/empty/en'), folder, { recursive: true })
})
afterEach(() => {
  stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts touchmap as a process of its own; `next` waits until it waits for changes, and gives what it wrote meanwhile. */
function start(...argv: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), path.join(root, 'src/cli/main.ts'), ...argv],
    {
      cwd: folder,
      env: {
        ...process.env,
        NO_COLOR: '1',
        LANG: 'C.UTF-8',
        TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'),
        NODE_PATH: '',
      },
    },
  )
  stop = () => child.kill('SIGKILL')
  let text = ''
  let wake: () => void = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
      wake()
    })
  }
  child.on('close', () => wake())
  const next = async (): Promise<string> => {
    while (!text.includes('waiting for changes')) {
      if (child.exitCode !== null) throw new Error(`it ended: ${text}`)
      await new Promise<void>((resolve) => (wake = resolve))
    }
    const seen = text
    text = ''
    return seen
  }
  const end = async (signal: NodeJS.Signals): Promise<unknown> => {
    const closed = once(child, 'close')
    child.kill(signal)
    return (await closed)[0]
  }
  /** Waits until a run has said something. */
  const until = async (words: string): Promise<string> => {
    for (let seen = ''; ;) if ((seen += await next()).includes(words)) return seen
  }
  return { next, until, end }
}

const at = (file: string): string => path.join(folder, file)
/** Changes a file in one piece, so that no half of it is seen. */
function edit(file: string, from: string, to: string): void {
  writeFileSync(at('draft.txt'), readFileSync(at(file), 'utf8').replace(from, to))
  renameSync(at('draft.txt'), at(file))
}

it('validates again after every change, survives files that break and go, and ends on Ctrl-C with 130', async () => {
  const { next, until, end } = start('validate', '--watch')
  const first = await next()
  expect(first).toContain('5 files checked, nothing found')
  expect(first).not.toContain('\u001b')

  edit('flows/service.yaml', 'by: agent', 'by: agnet')
  expect(await until('there is no role `agnet`')).toContain('changed: flows/service.yaml\n')
  renameSync(at('flows/service.yaml'), at('flows/service.txt'))
  await until('no file matches `flows/*.yaml`')
  renameSync(at('touchmap.yaml'), at('touchmap.old'))
  await until('touchmap: there is no touchmap.yaml here or in any folder above')
  writeFileSync(at('flows/service.yaml'), readFileSync(at('flows/service.txt'), 'utf8').replace('agnet', 'agent'))
  renameSync(at('touchmap.old'), at('touchmap.yaml'))
  await until('5 files checked, nothing found')

  // What is no part of a map says nothing.
  writeFileSync(at('notes.txt'), 'nothing\n')
  edit('catalog.yaml', 'Enquiry', 'Question')
  expect(await until('changed: catalog.yaml')).not.toContain('notes')
  expect(await end('SIGINT')).toBe(130)
})

it('scores again when the map or the log changes', async () => {
  const { next, until, end } = start('score', 'logs/sample.csv', '--watch', '--format', 'csv')
  expect(await next()).toContain('level,name,')
  edit('logs/sample.csv', 'right,2026-07-01 09:02:00', 'right,2026-07-01 09:09:00')
  expect(await until('changed: logs/sample.csv\n')).toMatch(/^overall,/m)
  edit('flows/service.yaml', '5 min', '30 min')
  await until('changed: flows/service.yaml\n')
  expect(await end('SIGTERM')).toBe(130)
})

it('draws again when a model of the map changes', async () => {
  rmSync(folder, { recursive: true })
  cpSync(path.join(root, 'maps/three-way-call'), folder, { recursive: true })
  const { next, until, end } = start('render', 'three-way-call', '--out', 'pictures', '--format', 'mermaid', '--watch')
  expect(await next()).toContain('pictures/three-way-call.mmd\n')
  const name = / name="([^"]+)" *\/?>/.exec(
    /<task [^]*?>/.exec(readFileSync(at('flows/three-way-call.bpmn'), 'utf8'))?.[0] ?? '',
  )?.[1]
  edit('flows/three-way-call.bpmn', `name="${name}"`, `name="${name} anew"`)
  expect(await until('changed: flows/three-way-call.bpmn\n')).toContain('pictures/three-way-call.mmd\n')
  expect(await end('SIGINT')).toBe(130)
})

it('is a usage error where there is no map, and with standard input', async () => {
  const none = await touchmap(['validate', '--watch', 'nowhere'], { cwd: folder })
  expect([none.code, none.stderr]).toEqual([2, 'touchmap: there is no nowhere\n'])
  const stdin = await touchmap(['score', '-', '--watch'], { cwd: folder })
  expect([stdin.code, stdin.stderr]).toEqual([2, 'touchmap: standard input cannot be used with --watch\n'])
})
