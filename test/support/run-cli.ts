import { PassThrough, Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { runCli } from '../../src/cli/program.ts'

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** Runs one command line inside the test's process, in the repository's root unless `cwd` says otherwise, without colour. */
export async function touchmap(
  argv: readonly string[],
  options: { cwd?: string; stdin?: string | Uint8Array; env?: Record<string, string>; columns?: number } = {},
): Promise<CliResult> {
  const out = collect()
  const err = collect()
  const code = await runCli(argv, {
    stdin: options.stdin === undefined ? new PassThrough().end() : Readable.from([options.stdin]),
    stdout: options.columns === undefined ? out : { ...out, columns: options.columns },
    stderr: err,
    cwd: options.cwd ?? root,
    env: { NO_COLOR: '1', LANG: 'C.UTF-8', ...options.env },
  })
  return { code, stdout: out.text(), stderr: err.text() }
}

function collect() {
  const parts: Buffer[] = []
  return {
    write: (chunk: string | Uint8Array) => void parts.push(Buffer.from(chunk as Uint8Array)),
    text: () => Buffer.concat(parts).toString('utf8'),
  }
}
