import type { NamedModel } from '../conformance/conform-log.ts'
import { decodeXml } from '../interchange/decode-xml.ts'
import { openModel } from '../interchange/open-model.ts'
import type { CommandRun } from './command.ts'
import { readModelBytes, refuseModel, tellLeftAside } from './model-files.ts'

interface ModelOptions {
  readonly map?: string | undefined
  readonly net?: string | undefined
}

/** The model that `--model` names: a `.bpmn` or `.pnml` file, or a flow of the map. What is neither ends with exit code 2. */
export async function openConformModel(name: string, options: ModelOptions, run: CommandRun): Promise<NamedModel> {
  if (/\.(bpmn|pnml|xml)$/i.test(name)) {
    const text = decodeXml(readModelBytes(name, run.context.cwd))
    // Many tools write BPMN as `.bpmn20.xml`.
    const isProcess =
      /\.bpmn$/i.test(name) || (/\.xml$/i.test(name) && /<(?:\w+:)?definitions\b/.test(text.slice(0, 4096)))
    return isProcess ? openProcess(name, text, options.net, run) : openNet(name, text, options.net, run)
  }
  const { openFlowModel } = await import('./open-flow-model.ts')
  return openFlowModel(name, options.map, run)
}

async function openNet(name: string, text: string, net: string | undefined, run: CommandRun): Promise<NamedModel> {
  const { value, diagnostics } = openModel(text, name, net === undefined ? {} : { net })
  if (value === undefined) return refuseModel(name, text, diagnostics, run)
  const { activities, net: plain, block } = value
  const numbers = new Map(activities.map((activity, at) => [activity, at]))
  return {
    activities: activities.length,
    names: activities,
    net: plain,
    ...(block === undefined ? {} : { block }),
    numberOf: (activity) => numbers.get(activity),
  }
}

async function openProcess(
  name: string,
  text: string,
  process: string | undefined,
  run: CommandRun,
): Promise<NamedModel> {
  const { openBpmn } = await import('../interchange/open-bpmn.ts')
  const { value, diagnostics } = openBpmn(text, name, process === undefined ? {} : { net: process })
  if (value === undefined) return refuseModel(name, text, diagnostics, run)
  await tellLeftAside(name, text, diagnostics, run)
  const { activities, net, block, interrupts, numbers } = value
  return {
    activities: activities.length,
    names: activities,
    ...(net === undefined ? {} : { net }),
    ...(block === undefined ? {} : { block }),
    interrupts,
    numberOf: (activity) => numbers.get(activity),
  }
}
