import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { REAL_LOGS } from '../../bench/real-logs.ts'
import { openModel, type OpenedModel } from '../../src/interchange/open-model.ts'
import { root } from './run-cli.ts'

export const conformanceData = resolve(process.env['TOUCHMAP_DATA'] ?? resolve(root, '../shared/data'), 'conformance')
export const hasConformanceData = existsSync(conformanceData)

/** Real models with published logs, and what several tools agree their variants cost. */
export const namesOfModels = ['running-example', 'roadtraffic100', ...REAL_LOGS] as const

export interface ExpectedCosts {
  readonly emptyRunCost: number
  readonly complete: boolean
  readonly totalCost: number
  readonly variants: readonly {
    readonly activities: readonly string[]
    readonly cases: number
    readonly cost: number
  }[]
}

/** A random small model, and the costs that an exhaustive search found. */
export interface RandomModel {
  readonly id: number
  readonly tree: string
  readonly pnml: string
  readonly empty_cost: number
  readonly traces: readonly { readonly trace: readonly string[]; readonly cost: number }[]
}

export function readExpected(name: string): ExpectedCosts {
  return readZipped(`${name}.json.gz`) as ExpectedCosts
}

export function readRandomModels(): readonly RandomModel[] {
  return readZipped('random-nets.json.gz') as readonly RandomModel[]
}

export function readModelText(name: string): string {
  return readFileSync(resolve(conformanceData, 'models', `${name}.pnml`), 'latin1')
}

/** The model, which must have no findings. */
export function openSound(text: string, name: string): OpenedModel {
  const { value, diagnostics } = openModel(text, `${name}.pnml`)
  if (value === undefined || diagnostics.length > 0) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`)
  return value
}

/** Traces as words of labels; −1 for an activity that the model does not know. */
export function toWord({ activities }: OpenedModel, trace: readonly string[]): number[] {
  return trace.map((activity) => activities.indexOf(activity))
}

function readZipped(file: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(resolve(conformanceData, 'expected', file))).toString('utf8'))
}
