import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRandom, damageBytes, damageTree, damageXml, type Random } from './damage.ts'
import { type CliResult, root, touchmap } from './run-cli.ts'

/** A shipped map in a folder of its own, with its files as they are shipped. */
interface MapCopy {
  readonly folder: string
  readonly shipped: string
  readonly files: ReadonlyMap<string, Buffer>
  /** A flow of it and a code, to name to commands. */
  readonly flow: string
}

/** What one damaged file came to. */
export interface Attempt {
  readonly file: string
  readonly bytes: Uint8Array
  /** What should not be, in words; empty where all is well. */
  readonly complaints: readonly string[]
  readonly code: number
  /** So many findings had their places looked at. */
  readonly findings: number
}

/** Copies of shipped maps to be damaged, without their logs; `remove` takes them away. */
export function copyMaps(names: readonly string[]): {
  readonly copies: readonly MapCopy[]
  readonly out: string
  remove(): void
} {
  const base = mkdtempSync(path.join(os.tmpdir(), 'touchmap-damaged-'))
  const copies = names.map((name): MapCopy => {
    const shipped = path.join(root, 'maps', name)
    const folder = path.join(base, name)
    cpSync(shipped, folder, { recursive: true, filter: (file) => !/[/\\](logs|versions)$/.test(file) })
    const files = new Map<string, Buffer>()
    for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(each.parentPath, each.name)
      if (each.isFile() && /\.(yaml|bpmn)$/.test(file)) files.set(path.relative(folder, file), readFileSync(file))
    }
    const flow = [...files.values()].map((bytes) => /^flow: (\S+)/m.exec(bytes.toString())?.[1]).find(Boolean)
    return { folder, shipped, files, flow: flow ?? '' }
  })
  const out = path.join(base, 'out')
  mkdirSync(out)
  return { copies, out, remove: () => rmSync(base, { recursive: true, force: true }) }
}

/** Damages one file of a copy by a seed, has commands read it, and puts the file back. */
export async function readDamagedMap(copies: readonly MapCopy[], seed: number, out: string): Promise<Attempt> {
  const random = createRandom(seed)
  const copy = choose(copies, random)
  const [file, shipped] = choose([...copy.files], random)
  const xml = !file.endsWith('.yaml')
  const bytes =
    random(3) === 0
      ? damageBytes(shipped, random, xml ? 'xml' : 'yaml')
      : Buffer.from((xml ? damageXml : damageTree)(shipped.toString(), random))
  const { folder, flow } = copy
  // Every other time `validate`, which is asked where its findings are.
  const reader = choose(
    [
      ...Array.from({ length: 8 }, () => ['validate', folder, '--format', 'json']),
      ['matrix', '--map', folder],
      ['diff', copy.shipped, folder],
      ['show', flow, '--map', folder, '--effective'],
      ['render', flow, 'matrix', '--map', folder, '--out', out],
      ['export', flow, '--map', folder, '--format', 'bpmn'],
      ['export', flow, '--map', folder, '--format', 'pnml'],
      ['fmt', folder],
      ['validate', folder, '--fix'],
    ],
    random,
  )
  writeFileSync(path.join(folder, file), bytes)
  try {
    const lang = random(2) === 0 ? 'zh' : 'en'
    const result = await touchmap([...reader, '--lang', lang])
    const complaints = complain(result).map((each) => `${reader.join(' ')}: ${each}`)
    const { found, misplaced } = reader[3] === 'json' ? placesOf(result, folder, file, bytes) : NOTHING
    return { file: path.join(copy.shipped, file), bytes, complaints: [...complaints, ...misplaced], code: result.code, findings: found }
  } finally {
    for (const [name, each] of copy.files) {
      if (name === file || reader[0] === 'fmt' || reader[2] === '--fix') writeFileSync(path.join(folder, name), each)
    }
  }
} // prettier-ignore

/** Damages a model by a seed and has `import` read it. */
export async function readDamagedModel(files: readonly string[], seed: number, out: string): Promise<Attempt> {
  const random = createRandom(seed)
  const file = choose(files, random)
  const shipped = readFileSync(file)
  const bytes =
    random(4) === 0 ? damageBytes(shipped, random, 'xml') : Buffer.from(damageXml(shipped.toString(), random))
  const target = path.join(out, `damaged${path.extname(file)}`)
  writeFileSync(target, bytes)
  const result = await touchmap(['import', target, '--lang', random(2) === 0 ? 'zh' : 'en'])
  const complaints = [...complain(result)]
  if (result.code !== 0 && !result.stderr.includes(path.basename(target))) complaints.push('the file is not named')
  if (result.code === 0 && result.stdout === '') complaints.push('nothing was written')
  return { file, bytes, complaints, code: result.code, findings: 0 }
}

const NOTHING = { found: 0, misplaced: [] }

function complain({ code, stdout, stderr }: CliResult): readonly string[] {
  const complaints: string[] = []
  if (![0, 1, 2].includes(code)) complaints.push(`exit code ${code}: ${stderr.slice(0, 300)}`)
  if (/\n {4}at .*:\d+:\d+\)?/.test(`${stdout}\n${stderr}`)) complaints.push(`a stack trace: ${stderr.slice(0, 500)}`)
  // A name with such characters could write over what the terminal shows, or command it.
  if (/[^\P{Cc}\n\t]/u.test(`${stdout}${stderr}`)) complaints.push('a control character in the output')
  if (code === 2 && stderr.trim() === '') complaints.push('exit code 2 without a word')
  if (stderr.includes('[object Object]') || /\bundefined\b|\bNaN\b/.test(stderr)) complaints.push(`words of the language: ${stderr.slice(0, 300)}`) // prettier-ignore
  return complaints
}

interface Found {
  readonly file: string
  readonly message: string
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number; readonly offset: number }>> // prettier-ignore
}

/** Findings whose place is not inside the file they name. */
function placesOf(
  { code, stdout }: CliResult,
  folder: string,
  damaged: string,
  bytes: Uint8Array,
): { readonly found: number; readonly misplaced: readonly string[] } {
  if (code > 1) return { found: 0, misplaced: [] }
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly Found[] }
  const misplaced: string[] = []
  for (const { file, message, range } of findings) {
    const content = file === damaged ? Buffer.from(bytes) : readFileSync(path.join(folder, file))
    const text = content.toString('utf8').replace(/^\ufeff/, '')
    const lines = text.split('\n')
    const inside = ({ line, column, offset }: Found['range']['start']) =>
      line >= 1 &&
      line <= lines.length &&
      column >= 1 &&
      column <= (lines[line - 1]?.length ?? 0) + 1 &&
      offset >= 0 &&
      offset <= text.length
    if (!inside(range.start) || !inside(range.end) || range.end.offset < range.start.offset)
      misplaced.push(`${file} ${JSON.stringify(range)} is not in the file: ${message}`)
  }
  return { found: findings.length, misplaced }
}

function choose<T>(all: readonly T[], random: Random): T {
  const one = all[random(all.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}
