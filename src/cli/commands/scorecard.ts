import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { sortDiagnostics } from '../../diagnostic/sort.ts'
import { openResultFile } from '../../io/result-file.ts'
import { decodeFile } from '../../load/decode-file.ts'
import { importConnectForm } from '../../load/import-connect-form.ts'
import { reportFindings } from '../../report/findings-pretty.ts'
import type { CommandModule } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { createPalette } from '../palette.ts'

/** `touchmap scorecard FORM.json`: an evaluation form of Amazon Connect as a scorecard file. */
export const scorecard: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    command
      .argument(
        '<form.json>',
        zh ? 'Amazon Connect 评估表（API 的 JSON）' : 'an evaluation form of Amazon Connect (the JSON of its API)',
      )
      .option('--out <file.yaml>', zh ? '写入文件（默认标准输出）' : 'write to a file (default: standard output)')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap scorecard form.json --out maps/hotline/scorecard.yaml'
          : '\nExample:\n  touchmap scorecard form.json --out maps/hotline/scorecard.yaml',
      )
  },

  async run(args, options, run) {
    const { context } = run
    const name = String(args[0])
    let bytes: Uint8Array
    try {
      bytes = readFileSync(path.resolve(context.cwd, name))
    } catch {
      throw new InputError({ zh: `无法读取 \`${name}\``, en: `\`${name}\` cannot be read` })
    }
    const { source, diagnostic } = decodeFile(name, bytes)
    const { yaml, diagnostics } = diagnostic ? { diagnostics: [diagnostic] } : importConnectForm(source)
    if (diagnostics.length > 0) {
      const findings = {
        folder: '',
        findings: sortDiagnostics(diagnostics),
        texts: new Map([[name, source.text]]),
        files: 1,
      }
      context.stderr.write(reportFindings([findings], { ...run, palette: createPalette(run.color) }))
    }
    if (yaml === undefined) return EXIT.input
    if (typeof options['out'] === 'string') {
      const file = openResultFile(options['out'], context.cwd, [name])
      file.write(yaml)
      file.commit()
    } else context.stdout.write(yaml)
    return EXIT.clean
  },
}
