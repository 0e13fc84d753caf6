import { readModel } from '../interchange/read-model.ts'
import type { MapSource } from '../load/map-source.ts'
import * as files from './files.ts'

/** A map's folder on the disk, with what reads BPMN and PNML. Links are followed only where they stay inside it. */
export function createFolderSource(root: string): MapSource {
  return { ...files.createFolderSource(root), readModel }
}

/** A map's folder in memory, with what reads BPMN and PNML. `earlier` gives the folders its history names. */
export function createMemorySource(
  content: Readonly<Record<string, string | Uint8Array>>,
  earlier: Readonly<Record<string, MapSource>> = {},
): MapSource {
  return { ...files.createMemorySource(content, earlier), readModel }
}
