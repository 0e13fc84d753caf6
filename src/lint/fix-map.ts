import { loadHistory } from '../load/load-history.ts'
import type { MapSource } from '../load/map-source.ts'
import { applyEdits, chooseFixes } from './apply-edits.ts'
import { checkMap, type CheckOptions } from './check-map.ts'
import type { Fix, LintFinding } from './lint-rule.ts'

type Mendable = LintFinding & { readonly fix: Fix }

export interface FixedMap {
  /** The new texts, by path in the map's folder; files that stay as they are are not in it. */
  readonly files: ReadonlyMap<string, string>
  readonly fixed: readonly LintFinding[]
}

/** Mends that bring new mends about are followed so often. */
const MOST_ROUNDS = 10

/**
 * Makes every safe mend, in the texts alone: nothing is printed anew, comments and layout stay. `accept` leaves findings
 * out, those of a baseline or of other files. Throws where a mend would break the map: then it was no safe one.
 */
export function fixMap(
  source: MapSource,
  options: CheckOptions,
  accept: (finding: LintFinding) => boolean = () => true,
): FixedMap {
  const files = new Map<string, string>()
  const fixed: LintFinding[] = []
  const overlay = overlaySource(source, files)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const loaded = loadHistory(overlay)
    if (!loaded.current.map) break
    const found = checkMap(loaded, options).filter((each): each is Mendable => each.fix !== undefined && accept(each))
    const chosen = chooseFixes(found)
    if (chosen.length === 0) return { files, fixed }
    const changed = applyEdits(
      chosen.flatMap(({ fix }) => fix.edits),
      (file) => files.get(file) ?? readText(source, file),
    )
    for (const [file, text] of changed) files.set(file, text)
    fixed.push(...chosen)
    const after = loadHistory(overlay)
    if (!after.current.map) throw new Error(`a mend broke the map: ${chosen.map(({ rule }) => rule).join(', ')}`)
  }
  return { files, fixed }
}

function overlaySource(source: MapSource, files: ReadonlyMap<string, string>): MapSource {
  const encoder = new TextEncoder()
  return {
    ...source,
    read(path) {
      const text = files.get(path)
      return text === undefined ? source.read(path) : { kind: 'file', bytes: encoder.encode(text) }
    },
  }
}

/** The text with its byte order mark, in which offsets count. */
function readText(source: MapSource, file: string): string | undefined {
  const content = source.read(file)
  return content.kind === 'file' ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(content.bytes) : undefined
}
