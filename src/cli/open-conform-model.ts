import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { NamedModel } from '../conformance/conform-log.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import { expandFlow } from '../flow/expand-flow.ts'
import { flowActivities } from '../flow/flow-activities.ts'
import { decodeXml } from '../interchange/decode-xml.ts'
import { openBpmn } from '../interchange/open-bpmn.ts'
import { openModel } from '../interchange/open-model.ts'
import { bindCatalog } from '../log/bind-catalog.ts'
import { reportFindings } from '../report/findings-pretty.ts'
import type { CommandRun } from './command.ts'
import { AlreadyReported, EXIT } from './exit-codes.ts'
import { findFlow } from './find-flow.ts'
import { openMap } from './open-map.ts'
import { createPalette } from './palette.ts'

const MAX_MODEL_BYTES = 64 * 1024 * 1024

interface ModelOptions {
  readonly map?: string | undefined
  readonly net?: string | undefined
}

/** The model that `--model` names: a `.bpmn` or `.pnml` file, or a flow of the map. What is neither ends with exit code 2. */
export async function openConformModel(name: string, options: ModelOptions, run: CommandRun): Promise<NamedModel> {
  if (/\.(bpmn|pnml|xml)$/i.test(name)) {
    const text = readText(name, run.context.cwd)
    // Many tools write BPMN as `.bpmn20.xml`.
    const isProcess =
      /\.bpmn$/i.test(name) || (/\.xml$/i.test(name) && /<(?:\w+:)?definitions\b/.test(text.slice(0, 4096)))
    return isProcess ? openProcess(name, text, options.net, run) : openNet(name, text, options.net, run)
  }
  const { map, matrix } = await openMap(options.map, run)
  const { flow } = findFlow(map, matrix, name)
  const { activities, block, numbers, interrupts, titles: ofSteps } = flowActivities(expandFlow(map, flow.id))
  const { catalog } = map
  const binding = bindCatalog(catalog)
  const titles = new Map(ofSteps)
  for (const { name, label } of catalog.events.values()) if (label !== undefined) titles.set(name, label)
  // A name of the log may be another one that the catalogue has for the event.
  const numberOf = (activity: string): number | undefined =>
    numbers.get(activity) ?? numbers.get(binding.event(activity).name)
  return { activities: activities.length, names: activities, titles, block, interrupts, numberOf }
}

function openNet(name: string, text: string, net: string | undefined, run: CommandRun): NamedModel {
  const { value, diagnostics } = openModel(text, name, net === undefined ? {} : { net })
  if (value === undefined) throw refuseModel(name, text, diagnostics, run)
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

function openProcess(name: string, text: string, process: string | undefined, run: CommandRun): NamedModel {
  const { value, diagnostics } = openBpmn(text, name, process === undefined ? {} : { net: process })
  if (value === undefined) throw refuseModel(name, text, diagnostics, run)
  tellLeftAside(name, text, diagnostics, run)
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

/** Prints what is wrong with a model's file; to be thrown. */
export function refuseModel(
  name: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  run: CommandRun,
): AlreadyReported {
  const findings = {
    folder: '',
    findings: diagnostics.filter(({ severity }) => severity === 'error'),
    texts: new Map([[name, text]]),
    files: 1,
  }
  run.context.stderr.write(reportFindings([findings], { ...run, palette: createPalette(run.color) }))
  return new AlreadyReported(EXIT.input)
}

/** What a model that was read has and is not part of the flow, on standard error. */
export function tellLeftAside(name: string, text: string, diagnostics: readonly Diagnostic[], run: CommandRun): void {
  const findings = diagnostics.filter(({ severity }) => severity === 'info')
  if (findings.length === 0) return
  const all = { folder: '', findings, texts: new Map([[name, text]]), files: 1 }
  run.context.stderr.write(reportFindings([all], { ...run, palette: createPalette(run.color) }))
}

function readText(name: string, cwd: string): string {
  return decodeXml(readModelBytes(name, cwd))
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
