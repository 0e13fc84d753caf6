import type { Place } from '../diagnostic/diagnostic.ts'
import type { ReadFile } from '../load/read-file.ts'
import type { SourceText } from '../load/source-text.ts'
import { joinPointer, type Located, nodeAt, plainValue, type TreeNode } from '../load/tree.ts'
import type { FileKind } from '../load/validate-schema.ts'

/** A file of the map that was read. */
export interface MapSourceFile {
  readonly source: SourceText
  readonly kind: FileKind
  readonly root: TreeNode
}

/** A part of a way through the YAML: a key, an index, or `..` for the mapping or list around. */
type Part = string | number

/**
 * The YAML behind a map. Every way begins at the place of something in the map, whose pointer says where in its file it
 * stands: of a step or rule that is its id or key, so that `..` is the mapping of the step.
 */
export interface MapSources {
  /** In path order. */
  readonly files: readonly MapSourceFile[]
  /** What stands there, undefined where nothing is written. */
  find(from: Place, ...way: readonly Part[]): Located | undefined
  /** The place of the key at the end of the way; of its value where it has none (in a list); `from` where nothing is written. */
  key(from: Place, ...way: readonly Part[]): Place
  /** The place of the value at the end of the way; `from` where nothing is written. */
  value(from: Place, ...way: readonly Part[]): Place
  /** The value as plain data, undefined where nothing is written. */
  plain(from: Place, ...way: readonly Part[]): unknown
}

/** Indexes files as they were read; those that did not parse are left out. */
export function createMapSources(read: readonly ReadFile[]): MapSources {
  const files = read.flatMap(({ source, kind, root }): MapSourceFile[] =>
    kind && root ? [{ source, kind, root }] : [],
  )
  const byPath = new Map(files.map((file) => [file.source.file, file]))
  const find = (from: Place, ...way: readonly Part[]): Located | undefined => {
    const file = byPath.get(from.file)
    return file && nodeAt(file.root, follow(from.pointer, way))
  }
  return {
    files,
    find,
    key(from, ...way) {
      const found = find(from, ...way)
      return found ? (found.entry?.key ?? found.node.place) : from
    },
    value: (from, ...way) => find(from, ...way)?.node.place ?? from,
    plain(from, ...way) {
      const found = find(from, ...way)
      return found && plainValue(found.node)
    },
  }
}

function follow(pointer: string, way: readonly Part[]): string {
  return way.reduce<string>(
    (at, part) => (part === '..' ? at.slice(0, Math.max(0, at.lastIndexOf('/'))) : joinPointer(at, part)),
    pointer,
  )
}
