import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { expandFlow } from '../../flow/expand-flow.ts'
import { buildMatrix } from '../../model/matrix.ts'
import { recordWalksOf } from '../../model/upkeep.ts'
import { showFlowAsJson } from '../../report/show-json.ts'
import { showFlow } from '../../report/show-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addMapOption } from '../find-map.ts'
import { findFlow } from '../find-flow.ts'
import { openMap } from '../open-map.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'
import { addDateOption, versionOn } from '../version-on.ts'

const FORMATS = ['pretty', 'json'] as const

/** Prints a flow as an agent reads it, and as a diagram. */
export const show: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command.argument('<name>', zh ? '流程的 id，或接触点的编码' : 'id of a flow, or code of a touchpoint')
  addMapOption(command, lang)
  addFormatOption(command, lang, FORMATS)
  command.option(
    '--effective',
    zh
      ? '列出实际适用的全部内容，以及每一部分写在哪个文件的哪一行'
      : 'list all that applies, and the file and line each part comes from',
  )
  addDateOption(command, lang)
  command.addHelpText(
    'after',
    zh
      ? '\n示例：\n  $ touchmap show hall-green-channel --map maps/hotline-10086\n  $ touchmap show 1A-101 --map maps/hotline-10086 --effective\n  $ touchmap show call-answering --map maps/hotline-10086 --date 2026-03-01'
      : '\nExamples:\n  $ touchmap show hall-green-channel --map maps/hotline-10086\n  $ touchmap show 1A-101 --map maps/hotline-10086 --effective\n  $ touchmap show call-answering --map maps/hotline-10086 --date 2026-03-01',
  )
}

async function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const outputs = readOutputs(options['format'], FORMATS, 'pretty')
  const opened = await openMap(typeof options['map'] === 'string' ? options['map'] : undefined, run)
  const { map, asOf } = versionOn(opened.history, options['date'])
  const matrix = map === opened.map ? opened.matrix : buildMatrix(map)
  const { flow, cell } = findFlow(map, matrix, String(args[0]))
  const at = { flow: flow.id, ...(cell ? { cell } : {}) }
  const served = cell ? [cell] : matrix.cells.filter(({ row }) => row?.flow === flow.id)
  const history = {
    versions: opened.history.versions,
    asOf,
    codes: new Set(served.flatMap(({ code }) => code ?? [])),
    walks: recordWalksOf(map, matrix, at, asOf),
  }
  const result = { map, flow, effective: expandFlow(map, flow.id), ...(cell ? { cell } : {}), history }
  const context = { ...run, palette: createPalette(run.color) }
  const all = options['effective'] === true
  await writeReports(outputs, run.context, opened.files, async (format) => {
    if (format === 'json') return showFlowAsJson(result, all)
    if (all) return (await import('../../report/show-effective.ts')).showEffective(result, context)
    return showFlow(result, context)
  })
  return EXIT.clean
}
