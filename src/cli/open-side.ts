import { existsSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import { createFolderSource } from '../io/files.ts'
import { loadWithModels } from '../io/load-models.ts'
import { loadMap } from '../load/load-map.ts'
import type { MapSource } from '../load/map-source.ts'
import type { Side } from '../report/diff-report.ts'
import { reportFindings } from '../report/findings-pretty.ts'
import type { CommandRun } from './command.ts'
import { AlreadyReported, EXIT } from './exit-codes.ts'
import { findMap } from './find-map.ts'
import { describeFindings } from './open-map.ts'
import { createPalette } from './palette.ts'

/** A map by folder, else by git revision of the map at hand. Findings that stop it are printed. */
export async function openSide(
  named: string,
  map: string | undefined,
  run: CommandRun,
  shown: string = named,
): Promise<Side> {
  const { cwd } = run.context
  const isFolder = existsSync(path.resolve(cwd, named))
  const root = isFolder ? findMap(named, cwd).root : findMap(map, cwd).root
  const source = isFolder ? createFolderSource(root) : openRevision(named, root)
  const { loaded } = await loadWithModels(source, loadMap)
  if (loaded.map) return { named: shown, map: loaded.map }
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
  const findings = describeFindings({ current: loaded }, errors, root, cwd)
  run.context.stderr.write(reportFindings([findings], { ...run, palette: createPalette(run.color) }))
  throw new AlreadyReported(EXIT.input)
}

function openRevision(revision: string, root: string): MapSource {
  const found = createFolderSource(root).earlier({ kind: 'git', revision })
  if (found.kind === 'source') return found.source
  throw new InputError(
    {
      zh: `没有目录 ${revision}，而且${found.reason.zh}`,
      en: `there is no folder ${revision}, and ${found.reason.en}`,
    },
    {
      zh: '写出地图的目录，或它所在仓库的 git 版本',
      en: 'name a folder with a map, or a git revision of the repository it is in',
    },
  )
}
