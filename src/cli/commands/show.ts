import { type Command, Option } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import { nearestName } from '../../diagnostic/nearest.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { expandFlow } from '../../flow/expand-flow.ts'
import type { ProcessMap } from '../../model/map.ts'
import type { Cell, Matrix } from '../../model/matrix.ts'
import { showFlowAsJson } from '../../report/show-json.ts'
import { showFlow } from '../../report/show-pretty.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openMap } from '../open-map.ts'
import { createPalette } from '../palette.ts'

/** Prints a flow as an agent reads it, and as a diagram. */
export const show: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command.argument('<name>', zh ? '流程的 id，或接触点的编码' : 'id of a flow, or code of a touchpoint')
  command.option(
    '--map <dir>',
    zh
      ? '地图所在目录（默认：向上最近的 touchmap.yaml）'
      : 'folder of the map (default: the nearest touchmap.yaml upwards)',
  )
  command
    .addOption(
      new Option('--format <format>', zh ? '输出格式' : 'format of the output')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .addHelpText(
      'after',
      zh
        ? '\n例：\n  touchmap show plan-change-by-agent\n  touchmap show VG-PLAN'
        : '\nExamples:\n  touchmap show plan-change-by-agent\n  touchmap show VG-PLAN',
    )
}

async function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const { map, matrix } = await openMap(typeof options['map'] === 'string' ? options['map'] : undefined, run)
  const { flowId, cell } = findFlow(map, matrix, String(args[0]))
  const flow = map.flows.get(flowId)
  if (!flow) throw new Error(`the flow ${flowId} of a loaded map is not there`)
  const result = { map, flow, effective: expandFlow(map, flowId), ...(cell ? { cell } : {}) }
  const { lang, width, version } = run
  run.context.stdout.write(
    options['format'] === 'json'
      ? showFlowAsJson(result)
      : showFlow(result, { lang, width, version, palette: createPalette(run.color) }),
  )
  return EXIT.clean
}

/** A flow by its id, else by the code of a touchpoint; capitals do not matter in a code. */
function findFlow(map: ProcessMap, matrix: Matrix, name: string): { flowId: string; cell?: Cell } {
  if (map.flows.has(name)) return { flowId: name }
  const served = matrix.cells.filter((cell) => cell.row !== undefined)
  const cell =
    served.find(({ code }) => code === name) ?? served.find(({ code }) => code?.toLowerCase() === name.toLowerCase())
  if (cell?.row) return { flowId: cell.row.flow, cell }
  const names = [...map.flows.keys(), ...served.flatMap(({ code }) => code ?? [])]
  const nearest = nearestName(name, names)
  throw new InputError(
    { zh: `没有叫 \`${name}\` 的流程或接触点`, en: `there is no flow or touchpoint \`${name}\`` },
    nearest === undefined
      ? {
          zh: `流程有：${[...map.flows.keys()].join('、')}；接触点编码见 touchmap matrix`,
          en: `the flows are ${[...map.flows.keys()].join(', ')}; touchmap matrix has the codes`,
        }
      : { zh: `是不是 \`${nearest}\`？`, en: `did you mean \`${nearest}\`?` },
  )
}
