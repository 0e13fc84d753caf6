import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import type { CommandRun } from './command.ts'
import { AlreadyReported, EXIT } from './exit-codes.ts'
import { createPalette } from './palette.ts'

const MAX_MODEL_BYTES = 64 * 1024 * 1024

/** Prints what is wrong with a model's file, on standard error, and ends with exit code 2. */
export async function refuseModel(
  name: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  run: CommandRun,
): Promise<never> {
  await tell(
    name,
    text,
    diagnostics.filter(({ severity }) => severity === 'error'),
    run,
  )
  throw new AlreadyReported(EXIT.input)
}

/** What a model that was read has and is not part of the flow, on standard error. */
export async function tellLeftAside(
  name: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  run: CommandRun,
): Promise<void> {
  const findings = diagnostics.filter(({ severity }) => severity === 'info')
  if (findings.length > 0) await tell(name, text, findings, run)
}

async function tell(name: string, text: string, findings: readonly Diagnostic[], run: CommandRun): Promise<void> {
  const { reportFindings } = await import('../report/findings-pretty.ts')
  const all = { folder: '', findings, texts: new Map([[name, text]]), files: 1 }
  run.context.stderr.write(reportFindings([all], { ...run, palette: createPalette(run.color) }))
}

/** The bytes of a model's file; one that cannot be read ends with exit code 2. */
export function readModelBytes(name: string, cwd: string): Uint8Array {
  const file = path.resolve(cwd, name)
  try {
    if (statSync(file).size > MAX_MODEL_BYTES) {
      throw new InputError({
        zh: `${name}：文件超过 ${MAX_MODEL_BYTES / 1024 / 1024} MiB`,
        en: `${name}: larger than ${MAX_MODEL_BYTES / 1024 / 1024} MiB`,
      })
    }
    return readFileSync(file)
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw code === 'ENOENT'
      ? new InputError({ zh: `${name}：没有此文件`, en: `${name}: no such file` })
      : new InputError({ zh: `${name}：无法读取（${code ?? '?'}）`, en: `${name}: cannot be read (${code ?? '?'})` })
  }
}
