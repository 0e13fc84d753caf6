import { type Command, Option } from 'commander'
import type { Diagnostic, Lang } from '../../diagnostic/diagnostic.ts'
import { flowToBpmn } from '../../draw/flow-to-bpmn.ts'
import { unfoldFlow } from '../../draw/unfold-flow.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { expandFlow } from '../../flow/expand-flow.ts'
import { writePnml } from '../../interchange/write-pnml.ts'
import { textIn } from '../../model/text.ts'
import { reportFindings } from '../../report/findings-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { AlreadyReported, EXIT } from '../exit-codes.ts'
import { findFlow } from '../find-flow.ts'
import { addMapOption } from '../find-map.ts'
import { describeFindings, openMap } from '../open-map.ts'
import { writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

/** Writes a flow for other tools: BPMN 2.0 or PNML. */
export const exportFlow: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
    .argument('<flow>', zh ? '流程的 id，或接触点的编码' : 'id of a flow, or code of a touchpoint')
    .addOption(new Option('--format <format>', zh ? '格式' : 'format').choices(['bpmn', 'pnml']).makeOptionMandatory())
    .option('--out <file>', zh ? '写入文件（默认：标准输出）' : 'file to write to (default: standard output)')
  addMapOption(command, lang)
  command.addHelpText(
    'after',
    zh
      ? '\n例：\n  touchmap export hall-green-channel --format bpmn --out green.bpmn\n  touchmap export 1A-101 --format pnml > net.pnml\n\n说明：docs/bpmn.md、docs/pnml.md'
      : '\nExamples:\n  touchmap export hall-green-channel --format bpmn --out green.bpmn\n  touchmap export 1A-101 --format pnml > net.pnml\n\nMore: docs/bpmn.md, docs/pnml.md',
  )
}

async function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const text = (key: string): string | undefined => (typeof options[key] === 'string' ? options[key] : undefined)
  const opened = await openMap(text('map'), run)
  const { map, matrix } = opened
  const { flow } = findFlow(map, matrix, String(args[0]))
  const { lang } = run
  const format = options['format'] === 'pnml' ? 'pnml' : 'bpmn'
  let written: string
  if (format === 'bpmn' && flow.items.some(({ kind }) => kind === 'net')) {
    const file = flow.from ?? ''
    throw new InputError(
      {
        zh: `流程 \`${flow.id}\` 不是块结构，不能再写成 BPMN`,
        en: `the flow \`${flow.id}\` is not made of blocks and is not written as BPMN again`,
      },
      { zh: `直接用 ${file}；或导出 pnml`, en: `take ${file} as it is, or export pnml` },
    )
  }
  if (format === 'bpmn') written = flowToBpmn(unfoldFlow(flow, map.flows), { lang, catalog: map.catalog })
  else {
    const { value, diagnostics } = writePnml(expandFlow(map, flow.id), textIn(flow.name, lang, flow.id))
    if (value === undefined) throw refuse(diagnostics, opened.loaded, opened.root, run)
    written = value
  }
  const file = text('out')
  await writeReports([{ format, ...(file === undefined ? {} : { file }) }], run.context, [], () => written)
  return EXIT.clean
}

function refuse(
  diagnostics: readonly Diagnostic[],
  loaded: Parameters<typeof describeFindings>[0],
  root: string,
  run: CommandRun,
): AlreadyReported {
  const findings = describeFindings(loaded, diagnostics, root, run.context.cwd)
  run.context.stderr.write(reportFindings([findings], { ...run, palette: createPalette(run.color) }))
  return new AlreadyReported(EXIT.findings)
}
