import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts'
import { sortDiagnostics } from '../diagnostic/sort.ts'
import { nextDay } from '../model/day.ts'
import type { MapHistory, ProcessMap } from '../model/map.ts'
import { reportReusedCodes } from './check-codes.ts'
import { type LoadedMap, loadMap } from './load-map.ts'
import type { MapSource } from './map-source.ts'

/** More versions than this are not followed. */
const MAX_VERSIONS = 200

/** A map with its earlier versions. `history` only where all of them are free of errors and follow one on another. */
export interface LoadedHistory {
  readonly current: LoadedMap
  readonly history?: MapHistory
  /** Findings of the map and about its versions, sorted. Findings inside an earlier version stand for it as one. */
  readonly diagnostics: readonly Diagnostic[]
  /** It, or an earlier version, names a file of another tool, and the source has nothing that reads such (`readModel`). */
  readonly wantsModels: boolean
}

/**
 * Loads a map and the versions its `history` names, oldest first. An earlier version's own `history` is not followed:
 * the map that is named tells the whole history. Versions may not overlap or leave a gap (semantics §14).
 */
export function loadHistory(source: MapSource): LoadedHistory {
  const current = loadMap(source)
  const diagnostics: Diagnostic[] = [...current.diagnostics]
  const versions: { readonly map: ProcessMap; readonly place: Place }[] = []
  const seen = new Map<string, Place>()
  let { wantsModels } = current
  for (const { entry, place } of current.history.slice(0, MAX_VERSIONS)) {
    const earlier = source.earlier(entry)
    if (earlier.kind === 'missing') {
      diagnostics.push({ rule: 'include-missing', severity: 'error', message: earlier.reason, place })
      continue
    }
    const first = seen.get(earlier.key)
    if (first) {
      const message = { zh: '同一个版本列了两次', en: 'the same version is listed twice' }
      const related = [{ message: { zh: '第一次列在这里', en: 'first listed here' }, place: first }]
      diagnostics.push({ rule: 'include-cycle', severity: 'error', message, place, related })
      continue
    }
    seen.set(earlier.key, place)
    const { readModel } = source
    const loaded = loadMap(readModel ? { ...earlier.source, readModel } : earlier.source)
    wantsModels ||= loaded.wantsModels
    if (loaded.map) versions.push({ map: loaded.map, place })
    else diagnostics.push(brokenVersion(loaded, place))
  }
  if (!current.map) return { current, diagnostics: sortDiagnostics(diagnostics), wantsModels }
  versions.push({ map: current.map, place: current.map.place })
  for (const [i, { map, place }] of versions.entries()) {
    const before = versions[i - 1]
    if (before) diagnostics.push(...compareVersions(before.map, map, before.place, place))
  }
  diagnostics.push(...reportReusedCodes(versions))
  const sorted = sortDiagnostics(diagnostics)
  if (sorted.some(({ severity }) => severity === 'error')) return { current, diagnostics: sorted, wantsModels }
  return { current, diagnostics: sorted, wantsModels, history: { versions: versions.map(({ map }) => map) } }
}

function brokenVersion(loaded: LoadedMap, place: Place): Diagnostic {
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const at = first ? `${first.place.file}:${first.place.range.start.line}` : ''
  return {
    rule: 'version/broken',
    severity: 'error',
    message: {
      zh: `以前的版本有 ${errors.length} 个错误，第一个在 ${at}：${first?.message.zh ?? ''}`,
      en: `the earlier version has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}, the first at ${at}: ${first?.message.en ?? ''}`,
    },
    place,
  }
}

function compareVersions(before: ProcessMap, after: ProcessMap, beforePlace: Place, place: Place): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const related = [{ message: { zh: '前一版本列在这里', en: 'the version before is listed here' }, place: beforePlace }]
  const report = (rule: string, zh: string, en: string) =>
    diagnostics.push({ rule, severity: 'error', message: { zh, en }, place, related })
  if (before.version === after.version) {
    report('id-duplicate', `版本号 \`${after.version}\` 用了两次`, `the version \`${after.version}\` is there twice`)
  }
  const { until } = before.effective
  const { from } = after.effective
  if (until === undefined || until >= from) {
    const end = until ?? '…'
    report(
      'version/overlap',
      `版本 ${before.version} 生效到 ${end}，与从 ${from} 起的 ${after.version} 重叠`,
      `version ${before.version} holds until ${end} and overlaps with ${after.version}, which begins on ${from}`,
    )
  } else if (nextDay(until) !== from) {
    report(
      'version/gap',
      `版本 ${before.version} 到 ${until} 为止，${after.version} 从 ${from} 起，其间没有生效的地图`,
      `version ${before.version} ends on ${until} and ${after.version} begins on ${from}: no map is in force between`,
    )
  }
  return diagnostics
}
