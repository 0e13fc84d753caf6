import { expect, test } from 'vitest'
import { touchmap } from './support/run-cli.ts'

test('prints its version and nothing else', async () => {
  const result = await touchmap(['--version'])
  expect(result).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' })
})

test('an unknown command is a usage error, with help named', async () => {
  const result = await touchmap(['valdate'])
  expect(result.code).toBe(2)
  expect(result.stdout).toBe('')
  expect(result.stderr).toContain("unknown command 'valdate'")
})

test('a usage error is told in the language asked for', async () => {
  const result = await touchmap(['score', '--nonsense', '--lang', 'zh'])
  expect(result.code).toBe(2)
  expect(result.stderr).toBe('touchmap: 没有选项“--nonsense”\n（加 --help 看用法）\n')
})

test('help in Chinese is Chinese throughout', async () => {
  const { stdout } = await touchmap(['validate', '--help', '--lang', 'zh'])
  expect(stdout).toContain('\u53ef\u53d6')
  expect(stdout).not.toMatch(/choices:|default:|Usage:|Options:/)
})

test('a folder that cannot be made ends the command and leaves nothing', async () => {
  const map = 'maps/six-step-after-sales'
  const result = await touchmap([
    'render',
    '--all',
    '--map',
    map,
    '--out',
    '/proc/nowhere/at/all',
    '--format',
    'mermaid',
  ])
  expect(result.code).toBe(2)
  expect(result.stdout).toBe('')
  expect(result.stderr).toContain('/proc/nowhere/at/all')
})
