import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { findBrowser } from './browser.ts'

/** The parts of the machine that touchmap leans on, as they are found. Nothing is changed, and nothing leaves the machine. */
export interface Machine {
  readonly node: string
  /** The versions of Node the package asks for. */
  readonly nodeAsked: string
  /** The version of SQLite, or why it does not load. */
  readonly sqlite: { readonly version: string } | { readonly reason: string }
  /** Where the browser is, and its version as it says it; undefined where there is none. */
  readonly browser: { readonly path: string; readonly version: string } | undefined
  /** A family of fonts with Chinese characters; undefined where there is none, null where it cannot be told. */
  readonly chineseFont: string | undefined | null
  /** The version of the time zone data; undefined where zones are not understood. */
  readonly zones: string | undefined
  readonly git: string | undefined
}

/** Looks the machine over. */
export async function examineMachine(env: Readonly<Record<string, string | undefined>>, cwd: string): Promise<Machine> {
  const require = createRequire(import.meta.url)
  const { engines } = require('../../package.json') as { engines: { node: string } }
  return {
    node: process.versions.node,
    nodeAsked: engines.node,
    sqlite: await trySqlite(),
    browser: tryBrowser(env, cwd),
    chineseFont: tryFonts(),
    zones: tryZones(),
    git: firstLine('git', ['--version'])?.replace(/^git version /, ''),
  }
}

async function trySqlite(): Promise<Machine['sqlite']> {
  try {
    const { default: Database } = await import('better-sqlite3')
    const database = new Database(':memory:')
    try {
      return { version: String(database.prepare('select sqlite_version()').pluck().get()) }
    } finally {
      database.close()
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { reason: text.split('\n')[0] ?? '' }
  }
}

function tryBrowser(env: Readonly<Record<string, string | undefined>>, cwd: string): Machine['browser'] {
  try {
    const path = findBrowser(undefined, env, cwd)
    return { path, version: firstLine(path, ['--version']) ?? '' }
  } catch {
    return undefined
  }
}

function tryFonts(): string | undefined | null {
  if (process.platform === 'darwin' || process.platform === 'win32') return null
  const listed = run('fc-list', [':lang=zh', 'family'])
  if (listed === undefined) return null
  const families = listed.split('\n').map((line) => line.split(',')[0]?.trim() ?? '')
  return families.filter((family) => family !== '').sort()[0]
}

function tryZones(): string | undefined {
  const summer = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' })
  // Noon of 1 July 1988 UTC was 21 o'clock in Shanghai, which had summer time then.
  return summer.format(Date.UTC(1988, 6, 1, 12)) === '21' ? (process.versions['tz'] ?? '') : undefined
}

function firstLine(program: string, args: readonly string[]): string | undefined {
  return run(program, args)?.split('\n')[0]?.trim()
}

function run(program: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 10_000 })
  } catch {
    return undefined
  }
}
