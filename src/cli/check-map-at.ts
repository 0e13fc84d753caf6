import path from 'node:path'
import { InputError } from '../diagnostic/input-error.ts'
import { createFolderSource } from '../io/files.ts'
import { loadWithModels } from '../io/load-models.ts'
import { loadHistory } from '../load/load-history.ts'
import { readFile } from '../load/read-file.ts'
import type { CheckOptions } from '../lint/check-map.ts'
import type { LintFinding } from '../lint/lint-rule.ts'
import type { MapFindings } from '../report/findings.ts'
import { findMap } from './find-map.ts'
import type { LintWanted } from './lint-options.ts'
import { describeFindings } from './open-map.ts'
import { today } from './today.ts'

/** A map that was checked, with what was done to its files and its baseline. */
export interface CheckedMap {
  readonly findings: MapFindings
  /** Findings that were mended, and the files they were in. */
  readonly fixed: number
  readonly rewritten: readonly string[]
  /** Entries of the baseline that are no longer found, where it was not brought up to date. */
  readonly stale: number
}

/** Checks the map that a path names, or one file of it: mends first where that is asked, then takes the baseline off. */
export async function checkMapAt(named: string | undefined, wanted: LintWanted, cwd: string): Promise<CheckedMap> {
  const found = findMap(named, cwd)
  const file = found.file && path.relative(found.root, found.file).split(path.sep).join('/')
  const { source, loaded: before } = await loadWithModels(createFolderSource(found.root))
  const options: CheckOptions = {
    asOf: wanted.asOf ?? today(before.current.map?.timezone),
    settings: wanted.settings,
    more: wanted.more,
  }
  const { checkMap } = await import('../lint/check-map.ts')
  let loaded = before
  let fixed = 0
  let rewritten: readonly string[] = []
  if (wanted.fix && before.current.map) {
    const [{ fixMap }, { rewriteFiles }] = await Promise.all([
      import('../lint/fix-map.ts'),
      import('../io/rewrite-files.ts'),
    ])
    const mended = fixMap(source, options, ({ place }) => file === undefined || place.file === file)
    if (mended.files.size > 0) rewriteFiles(found.root, mended.files)
    fixed = mended.fixed.length
    rewritten = [...mended.files.keys()]
    loaded = loadHistory(source)
  }
  const all = checkMap(loaded, options)
  const texts = new Map(loaded.current.files.map((each) => [each.file, each.text]))
  const { kept, stale } = await takeBaseline(all, texts, wanted, file !== undefined, cwd)
  const result = describeFindings(loaded, kept, found.root, cwd)
  if (file === undefined) return { findings: result, fixed, rewritten, stale }
  if (result.texts.has(file)) {
    const own = kept.filter(({ place }) => place.file === file)
    return { findings: { ...result, findings: own, files: 1 }, fixed, rewritten, stale: 0 }
  }
  const content = source.read(file)
  if (content.kind !== 'file') throw new InputError({ zh: `无法读取 ${named}`, en: `${named} cannot be read` })
  const read = readFile(file, content.bytes)
  const alone = { ...result, findings: read.diagnostics, texts: new Map([[file, read.source.text]]), files: 1 }
  return { findings: alone, fixed, rewritten, stale: 0 }
}

/** Writes the baseline where that is asked, then takes what it holds off the findings. */
async function takeBaseline(
  findings: readonly LintFinding[],
  texts: ReadonlyMap<string, string>,
  { baseline }: LintWanted,
  isPartial: boolean,
  cwd: string,
): Promise<{ readonly kept: readonly LintFinding[]; readonly stale: number }> {
  if (!baseline) return { kept: findings, stale: 0 }
  const [
    { isLoaderError },
    { pruneBaseline, recordBaseline, subtractBaseline, writeBaseline },
    { readBaselineFile, writeBaselineFile },
    { digest },
  ] = await Promise.all([
    import('../lint/check-map.ts'),
    import('../lint/baseline.ts'),
    import('../io/baseline-file.ts'),
    import('../io/digest.ts'),
  ])
  const world = { texts, digest, isClosed: isLoaderError }
  if (baseline.write !== undefined && isPartial) {
    throw new InputError({
      zh: '只校验一个文件时不能改写基线',
      en: 'the baseline cannot be rewritten when only one file is checked',
    })
  }
  const old = readBaselineFile(baseline.file, cwd, baseline.write === 'update')
  const now =
    baseline.write === 'update'
      ? recordBaseline(findings, world)
      : baseline.write === 'prune'
        ? pruneBaseline(old, findings, world)
        : old
  if (baseline.write !== undefined) writeBaselineFile(baseline.file, cwd, writeBaseline(now))
  const { kept, stale } = subtractBaseline(findings, now, world)
  return { kept, stale: stale.length }
}
