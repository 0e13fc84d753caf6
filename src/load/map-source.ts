import type { ModelReader } from '../model/model-flow.ts'

/**
 * Reads one file of a map. `outside`: the path leaves the map's folder, by itself or through a link;
 * `large`: beyond `MAX_FILE_BYTES`; `unreadable`: it is there and cannot be read.
 */
export type MapFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' | 'outside' | 'large' | 'unreadable' }

/** Bytes beyond which no file of a map is read: far above any map, far below what would hang the reader. */
export const MAX_FILE_BYTES: number = 4 * 1024 * 1024

/** The port through which a map's folder is read; `io/files.ts` has the ones for the disk, git and memory. */
export interface MapSource {
  /** `path` is relative to the map's folder, with `/`. Never leaves the folder, never throws. */
  read(path: string): MapFile
  /** All files below the folder, relative, with `/`, sorted by code units; hidden folders and `node_modules` are left out. */
  list(): readonly string[]
  /** SHA-256, hex, of the parts one after the other. */
  sha256(parts: readonly Uint8Array[]): string
  /** Reads models of other tools, which `from` of a flow names; without it they are a finding. */
  readonly readModel?: ModelReader
  /** An earlier version of the map; a message where it cannot be had. */
  earlier(entry: HistoryEntry): EarlierSource
}

export type HistoryEntry =
  { readonly kind: 'path'; readonly path: string } | { readonly kind: 'git'; readonly revision: string }

/** `key` is the same for the same place, so that a history that leads back to itself is seen. */
export type EarlierSource =
  | { readonly kind: 'source'; readonly source: MapSource; readonly key: string }
  | { readonly kind: 'missing'; readonly reason: { readonly zh: string; readonly en: string } }
