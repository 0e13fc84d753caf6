import type { Readable } from 'node:stream'
import type { Lang } from '../diagnostic/diagnostic.ts'

/** Everything a command may know of the process it runs in; tests pass their own. */
export interface CliContext {
  readonly stdin: Readable
  readonly stdout: CliStream
  readonly stderr: CliStream
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface CliStream {
  write(text: string | Uint8Array): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** zh when the locale says so (LC_ALL, LC_MESSAGES, LANG, in that order), else en. */
export function langFromLocale(env: CliContext['env']): Lang {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
