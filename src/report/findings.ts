import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts'
import type { Validity } from '../model/map.ts'

/** The findings of one map, or of some files of it. */
export interface MapFindings {
  /** The map's folder as people may open it, '' for the working directory. */
  readonly folder: string
  readonly identity?: { readonly id: string; readonly version: string; readonly effective: Validity }
  /** Sorted. Files are relative to the map's folder. */
  readonly findings: readonly Diagnostic[]
  /** Text of each file looked at. */
  readonly texts: ReadonlyMap<string, string>
  readonly files: number
}

export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly files: number
}

export function countFindings(maps: readonly MapFindings[]): FindingCounts {
  const count = (severity: Severity) =>
    maps.reduce((sum, map) => sum + map.findings.filter((finding) => finding.severity === severity).length, 0)
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    files: maps.reduce((sum, map) => sum + map.files, 0),
  }
}
