import path from 'node:path'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { createFolderSource } from '../io/files.ts'
import { loadWithModels } from '../io/load-models.ts'
import type { LoadedHistory } from '../load/load-history.ts'
import type { MapHistory, ProcessMap } from '../model/map.ts'
import { buildMatrix, type Matrix } from '../model/matrix.ts'
import type { MapFindings } from '../report/findings.ts'
import { reportFindings } from '../report/findings-pretty.ts'
import type { CommandRun } from './command.ts'
import { AlreadyReported, EXIT } from './exit-codes.ts'
import { findMap } from './find-map.ts'
import { createPalette } from './palette.ts'

export interface OpenedMap {
  readonly history: MapHistory
  /** The map that was named: the last of the history. */
  readonly map: ProcessMap
  readonly matrix: Matrix
  /** The map's folder, absolute. */
  readonly root: string
  /** The files of the map, absolute. */
  readonly files: readonly string[]
  readonly loaded: LoadedHistory
}

/**
 * Finds and loads the map a command works with: `--map`, else the nearest. A map with errors has them printed to
 * standard error and ends the command with exit code 2; warnings are for `validate`. `plugins` are modules to trust.
 */
export async function openMap(
  named: string | undefined,
  run: CommandRun,
  plugins: readonly string[] = [],
): Promise<OpenedMap> {
  const { root } = findMap(named, run.context.cwd)
  const { loaded } = await loadWithModels(createFolderSource(root))
  const map = loaded.history?.versions.at(-1)
  if (loaded.history && map) {
    const history =
      plugins.length === 0
        ? loaded.history
        : {
            ...loaded.history,
            plugins: await (await import('../io/load-plugins.ts')).loadPlugins(plugins, run.context.cwd),
          }
    const files = map.files.map((file) => path.join(root, file))
    return { history, map, matrix: loaded.current.matrix ?? buildMatrix(map), root, files, loaded }
  }
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
  const palette = createPalette(run.color)
  const findings = describeFindings(loaded, errors, root, run.context.cwd)
  run.context.stderr.write(reportFindings([findings], { ...run, palette }))
  throw new AlreadyReported(EXIT.input)
}

/** What the reporters of findings need, for some findings of a loaded map. */
export function describeFindings(
  { current }: Pick<LoadedHistory, 'current'>,
  findings: readonly Diagnostic[],
  root: string,
  cwd: string,
): MapFindings {
  const folder = path.relative(cwd, root).split(path.sep).join('/')
  return {
    folder: folder.startsWith('../../..') ? root : folder,
    ...(current.identity ? { identity: current.identity } : {}),
    findings,
    texts: new Map(current.files.map(({ file, text }) => [file, text])),
    files: current.files.length,
  }
}
