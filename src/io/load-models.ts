import { loadHistory, type LoadedHistory } from '../load/load-history.ts'
import type { MapSource } from '../load/map-source.ts'

/** A map that was loaded, and the source it was loaded from, with what reads models of other tools where a flow names one. */
export interface LoadedFrom<Loaded> {
  readonly source: MapSource
  readonly loaded: Loaded
}

/** Loads a map with its history. What reads BPMN and PNML is loaded for maps that name such files, and for no others. */
export async function loadWithModels(source: MapSource): Promise<LoadedFrom<LoadedHistory>>
export async function loadWithModels<Loaded extends { readonly wantsModels: boolean }>(
  source: MapSource,
  load: (source: MapSource) => Loaded,
): Promise<LoadedFrom<Loaded>>
export async function loadWithModels(
  source: MapSource,
  load: (source: MapSource) => { readonly wantsModels: boolean } = loadHistory,
): Promise<LoadedFrom<{ readonly wantsModels: boolean }>> {
  // A map that has such files mostly names them: then it is loaded once, with what reads them.
  if (source.readModel === undefined && source.list().some((file) => MODEL_FILE.test(file))) {
    const whole = await withReader(source)
    return { source: whole, loaded: load(whole) }
  }
  const loaded = load(source)
  if (!loaded.wantsModels) return { source, loaded }
  const whole = await withReader(source)
  return { source: whole, loaded: load(whole) }
}

const MODEL_FILE = /\.(?:bpmn|pnml)$/i

async function withReader(source: MapSource): Promise<MapSource> {
  const { readModel } = await import('../interchange/read-model.ts')
  return { ...source, readModel }
}
