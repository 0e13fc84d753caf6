import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import { makeFolder } from './make-folder.ts'

const BUFFERED = 1 << 20

/** A file that is there in full or not at all: written beside its place, moved there by `commit`. */
export interface ResultFile {
  write(text: string): void
  commit(): void
  /** Takes back what was written; nothing is left. Does nothing after `commit`. */
  discard(): void
}

/**
 * Opens a file for results. Throws InputError where it cannot be written, or where it is one of `inputs`: what is read
 * must not be written over. Missing folders are made.
 */
export function openResultFile(name: string, cwd: string, inputs: readonly string[]): ResultFile {
  const target = path.resolve(cwd, name)
  const same = realPathOf(target)
  for (const input of inputs) {
    if (realPathOf(path.resolve(cwd, input)) !== same) continue
    throw new InputError({
      zh: `${name} 是输入文件，不会被覆盖`,
      en: `${name} is an input and is not written over`,
    })
  }
  if (existsSync(target) && !statSync(target).isFile()) {
    throw new InputError({ zh: `${name} 不是普通文件，无法写入`, en: `${name} is no plain file and cannot be written` })
  }
  const draft = `${target}.${process.pid}.part`
  let file: number
  try {
    makeFolder(path.dirname(target))
    file = openSync(draft, 'w')
  } catch (error) {
    throw cannotWrite(name, error)
  }
  let buffer: string[] = []
  let size = 0
  let open = true
  const flush = () => {
    if (size === 0) return
    const bytes = Buffer.from(buffer.join(''), 'utf8')
    buffer = []
    size = 0
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    } catch (error) {
      discard()
      throw cannotWrite(name, error)
    }
  }
  const discard = () => {
    if (!open) return
    open = false
    closeSync(file)
    rmSync(draft, { force: true })
  }
  return {
    write(text) {
      buffer.push(text)
      size += text.length
      if (size >= BUFFERED) flush()
    },
    commit() {
      flush()
      open = false
      closeSync(file)
      try {
        renameSync(draft, target)
      } catch (error) {
        rmSync(draft, { force: true })
        throw cannotWrite(name, error)
      }
    },
    discard,
  }
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

function cannotWrite(name: string, error: unknown): InputError {
  const reason = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error)
  return new InputError({ zh: `${name} 无法写入（${reason}）`, en: `${name} cannot be written (${reason})` })
}
