import type { Command } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { examineMachine } from '../../io/examine-machine.ts'
import { createFolderSource } from '../../io/files.ts'
import { loadHistory } from '../../load/load-history.ts'
import { reportDoctor, reportDoctorAsJson } from '../../report/doctor-report.ts'
import { checkHealth, type FoundHere } from '../check-health.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addMapOption, findMap } from '../find-map.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json'] as const

/** `touchmap doctor`: what of the machine touchmap leans on, and what to do where something is amiss. */
export const doctor: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    addMapOption(command, lang)
    addFormatOption(command, lang, FORMATS)
    command.addHelpText(
      'after',
      zh
        ? '\n退出码 1 表示有影响使用的问题；可有可无的部分只作提示'
        : '\nExit code 1 means a problem that matters; parts that can be done without are notes',
    )
  },

  async run(_args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
    const { context } = run
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const map = lookForMap(typeof options['map'] === 'string' ? options['map'] : undefined, context.cwd)
    const checks = checkHealth(await examineMachine(context.env, context.cwd), map, run)
    const report = { ...run, palette: createPalette(run.color) }
    await writeReports(outputs, context, [], (format) =>
      format === 'json' ? reportDoctorAsJson(checks, report) : reportDoctor(checks, report),
    )
    return checks.some(({ status }) => status === 'problem') ? EXIT.findings : EXIT.clean
  },
}

/** The nearest map, and its errors; one that is named must be there. */
function lookForMap(named: string | undefined, cwd: string): FoundHere {
  try {
    const { root } = findMap(named, cwd)
    const { diagnostics } = loadHistory(createFolderSource(root))
    return { root, errors: diagnostics.filter(({ severity }) => severity === 'error').length }
  } catch (error) {
    if (named === undefined && error instanceof InputError) return undefined
    throw error
  }
}
