import type { Diagnostic, Message, Place } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { Reason } from '../compliance/rule-kind.ts'
import { logOptionsOf } from '../log/build-log.ts'
import { readLog } from '../log/read-log.ts'
import { createTimeReader } from '../log/time.ts'
import { createZone } from '../log/zone.ts'
import type { MapHistory } from '../model/map.ts'
import { buildMatrix, type Cell } from '../model/matrix.ts'
import type { CaseExpectation, RuleCase } from '../model/rule-case.ts'
import { latestTime } from '../score/as-of.ts'
import type { InteractionResult, ScoredInteraction } from '../score/result.ts'
import { MICRO } from '../score/round.ts'
import { createScorer } from '../score/score-interaction.ts'

/** An expectation and what was found instead, where they differ. */
export interface CaseCheck {
  readonly expectation: CaseExpectation
  readonly ok: boolean
  readonly got: string | number | null
  /** Why the rule came to what it did. */
  readonly reason?: Reason
}

export interface CaseResult {
  readonly case: RuleCase
  readonly ok: boolean
  readonly checks: readonly CaseCheck[]
  /** The contact as it was scored; absent where it landed in no touchpoint. */
  readonly scored?: ScoredInteraction
}

/** Runs cases against the current version of a map. A name that the map does not know is a finding at its place. */
export function runCases(
  history: MapHistory,
  cases: readonly RuleCase[],
): { readonly results: readonly CaseResult[]; readonly diagnostics: readonly Diagnostic[] } {
  const map = history.versions.at(-1)
  if (map === undefined) return { results: [], diagnostics: [] }
  // What is accepted has no part in whether a rule says what was meant (decision 22).
  const score = createScorer({ ...history, versions: [{ ...map, accepted: [] }] })
  const cells = new Map(
    buildMatrix(map).cells.flatMap((cell) => (cell.code !== undefined && cell.row ? [[cell.code, cell] as const] : [])),
  )
  const times = createTimeReader(createZone(map.timezone ?? 'UTC'))
  const diagnostics: Diagnostic[] = []
  const report = (place: Place, message: Message, name: string, known: Iterable<string>): void => {
    const suggestion = nearestName(name, known)
    diagnostics.push({
      rule: 'reference-unknown',
      severity: 'error',
      message,
      place,
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }
  const momentOf = (moment: RuleCase['at'], preset: number): number => {
    if (moment === undefined) return preset
    const time = times.read(moment.text)
    if (!Number.isNaN(time)) return time
    diagnostics.push({
      rule: 'schema/value',
      severity: 'error',
      message: { zh: `时间无法识别：\`${moment.text}\``, en: `\`${moment.text}\` is no time` },
      place: moment.place,
    })
    return preset
  }
  const start = times.read(`${map.effective.from}T09:00:00`)
  const results = cases.flatMap((each, at): CaseResult[] => {
    const cell = cells.get(each.touchpoint)
    if (cell === undefined) {
      const message = { zh: `没有接触点 \`${each.touchpoint}\``, en: `there is no touchpoint \`${each.touchpoint}\`` }
      report(each.touchpointPlace, message, each.touchpoint, cells.keys())
      return []
    }
    const { log } = readLog(
      [{ path: each.place.file, bytes: encodeCase(each, at, cell, momentOf(each.at, start)) }],
      logOptionsOf(map),
    )
    const [interaction] = log?.interactions ?? []
    if (interaction === undefined) return []
    const asOf = each.asOf === undefined ? latestTime([interaction]) : momentOf(each.asOf, start)
    const result = score(interaction, { asOf, contact: () => [interaction] })
    const known = knownOf(result)
    const checks = each.expect.flatMap((expectation): CaseCheck[] => {
      if (!known.includes(expectation.of)) {
        const { of, place } = expectation
        report(place, { zh: `此接触点没有规则 \`${of}\``, en: `this touchpoint has no rule \`${of}\`` }, of, known)
        return []
      }
      return [check(expectation, result)]
    })
    const ok = checks.length === each.expect.length && checks.every((one) => one.ok)
    return [{ case: each, ok, checks, ...(result.kind === 'scored' ? { scored: result } : {}) }]
  })
  return { results, diagnostics }
}

/** The case as a log in JSON Lines: what `touchmap score` would read. */
function encodeCase({ attributes, unit, events }: RuleCase, at: number, cell: Cell, start: number): Uint8Array {
  let time = start
  const lines = events.map(({ event, afterMs, fields }, index) => {
    if (index > 0) time += afterMs
    const first = index === 0 ? { ...cell.at, ...unit, ...attributes } : {}
    return JSON.stringify({
      interaction: `case-${at + 1}`,
      event,
      time: new Date(time).toISOString(),
      ...first,
      ...fields,
    })
  })
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

function knownOf(result: InteractionResult): string[] {
  const rules = result.kind === 'scored' ? result.rules.map(({ rule }) => rule.id) : []
  return ['adherence', 'verdict', 'score', ...rules]
}

function check(expectation: CaseExpectation, result: InteractionResult): CaseCheck {
  const { of, value } = expectation
  if (result.kind === 'blindSpot') return { expectation, ok: false, got: null }
  if (of === 'verdict') return { expectation, ok: result.verdict === value, got: result.verdict }
  if (of === 'adherence' || of === 'score') {
    const micros = of === 'adherence' ? result.adherence : (result.score?.micros ?? null)
    const ok = micros !== null && micros === Math.round(Number(value) * MICRO)
    return { expectation, ok, got: micros === null ? null : micros / MICRO }
  }
  const found = result.rules.find(({ rule }) => rule.id === of)
  if (found === undefined) return { expectation, ok: false, got: null }
  return { expectation, ok: found.outcome === value, got: found.outcome, reason: found.reason }
}
