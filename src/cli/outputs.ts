import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { InputError } from '../diagnostic/input-error.ts'
import { openResultFile, type ResultFile } from '../io/result-file.ts'
import type { CliContext } from './context.ts'

/** One report that was asked for: to standard output, or to a file. */
export interface Output<Format extends string> {
  readonly format: Format
  readonly file?: string
}

const FORMATS = new WeakMap<Option, readonly string[]>()

/** The formats of an option that `addFormatOption` declared; undefined of any other. */
export function formatsOf(option: Option): readonly string[] | undefined {
  return FORMATS.get(option)
}

/** Declares `--format`, which may be given several times: `--format sarif=out.sarif --format pretty`. */
export function addFormatOption(command: Command, lang: Lang, formats: readonly string[]): void {
  const names = formats.join(lang === 'zh' ? '、' : ', ')
  const option = new Option(
    '--format <format[=file]>',
    lang === 'zh'
      ? `输出格式：${names}；写作“格式=文件”则写入文件，可多次给出（默认 pretty）`
      : `format of the output: ${names}; \`format=file\` writes to a file; may be repeated (default: pretty)`,
  ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  FORMATS.set(option, formats)
  command.addOption(option)
}

/**
 * The reports asked for by `--format`, in the order given; pretty to standard output when there is none. Throws
 * InputError for an unknown format, or where two reports would share standard output or a file.
 */
export function readOutputs<Format extends string>(
  given: unknown,
  formats: readonly Format[],
  preset: Format,
): readonly Output<Format>[] {
  const words = Array.isArray(given) ? given.map(String) : []
  if (words.length === 0) return [{ format: preset }]
  const outputs = words.map((word) => readOutput(word, formats))
  const taken = new Set<string>()
  for (const { file } of outputs) {
    const target = file === undefined ? '' : path.normalize(file)
    if (taken.has(target)) throw sharedTarget(file)
    taken.add(target)
  }
  return outputs
}

function readOutput<Format extends string>(word: string, formats: readonly Format[]): Output<Format> {
  const at = word.indexOf('=')
  const name = at < 0 ? word : word.slice(0, at)
  const format = formats.find((each) => each === name)
  if (format === undefined) {
    const near = nearestName(name, formats)
    throw new InputError(
      {
        zh: `没有输出格式 \`${name}\`；可取 ${formats.join('、')}`,
        en: `there is no format \`${name}\`; there are ${formats.join(', ')}`,
      },
      near === undefined ? undefined : { zh: `是否想写 \`${near}\``, en: `did you mean \`${near}\`` },
    )
  }
  if (at < 0) return { format }
  const file = word.slice(at + 1)
  if (file === '') {
    throw new InputError({
      zh: `\`--format ${word}\` 的等号后缺少文件名`,
      en: `\`--format ${word}\` lacks the name of a file after the equals sign`,
    })
  }
  return { format, file }
}

function sharedTarget(file: string | undefined): InputError {
  if (file !== undefined) {
    return new InputError({ zh: `两种格式都要写入 ${file}`, en: `two formats would be written to ${file}` })
  }
  return new InputError(
    { zh: '只有一种格式可以写到标准输出', en: 'only one format can go to standard output' },
    {
      zh: '其余的写作“格式=文件”，如 --format sarif=out.sarif',
      en: 'give the others files, such as --format sarif=out.sarif',
    },
  )
}

/** Where the reports go. `commit` puts the files in place; `discard` takes back those not committed. */
export interface OutputSinks<Format extends string> {
  readonly sinks: readonly { readonly format: Format; write(text: string): void }[]
  commit(): void
  discard(): void
}

/** Opens what `--format` names; `inputs` are never written over. */
export function openOutputs<Format extends string>(
  outputs: readonly Output<Format>[],
  { stdout, cwd }: Pick<CliContext, 'stdout' | 'cwd'>,
  inputs: readonly string[] = [],
): OutputSinks<Format> {
  const files: ResultFile[] = []
  const discard = (): void => files.forEach((file) => file.discard())
  try {
    const sinks = outputs.map(({ format, file }) => {
      if (file === undefined) return { format, write: (text: string) => void stdout.write(text) }
      const opened = openResultFile(file, cwd, inputs)
      files.push(opened)
      return { format, write: (text: string) => opened.write(text) }
    })
    return { sinks, commit: () => files.forEach((file) => file.commit()), discard }
  } catch (error) {
    discard()
    throw error
  }
}

/**
 * Writes each report that `--format` names, and puts the files in place when all are written. Each is made only when it
 * is asked for; `inputs` are never written over.
 */
export async function writeReports<Format extends string>(
  outputs: readonly Output<Format>[],
  context: Pick<CliContext, 'stdout' | 'cwd'>,
  inputs: readonly string[],
  reportAs: (format: Format) => string | Promise<string>,
): Promise<void> {
  const { sinks, commit, discard } = openOutputs(outputs, context, inputs)
  try {
    for (const { format, write } of sinks) write(await reportAs(format))
    commit()
  } finally {
    discard()
  }
}
