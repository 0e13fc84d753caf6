import type { ConformedVariant } from '../conformance/conform-log.ts'
import type { Move } from '../conformance/alignment.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { ConformReport } from './conform-report.ts'

/** The result of `conform` as JSON (contracts.md, `schemas/output/conform.schema.json`), with a line end last. */
export function formatConformJson(report: ConformReport, lang: Lang): string {
  const { model, log, conformance, read, names, showMoves } = report
  const { cases, events, emptyRunCost, averageFitness, logFitness, totalCost, notEvaluated } = conformance
  const variant = (one: ConformedVariant) => ({
    activities: one.activities,
    cases: one.cases,
    cost: one.cost,
    fitness: one.fitness,
    optimal: one.optimal,
    ...(one.lower === undefined ? {} : { lower: one.lower }),
    ...(one.upper === undefined ? {} : { upper: Number.isFinite(one.upper) ? one.upper : null }),
    ...(one.reason === undefined ? {} : { reason: one.reason[lang] }),
    ...(showMoves && one.moves ? { moves: movesAsJson(one.moves, one.activities, names) } : {}),
    ...(one.others === undefined
      ? {}
      : { alignments: one.others.map((moves) => movesAsJson(moves, one.activities, names)) }),
  })
  const head = {
    model,
    log,
    cases,
    events,
    variants: conformance.perVariant.length,
    emptyRunCost,
    averageFitness,
    logFitness,
    totalCost,
    notEvaluated,
  }
  const tail = {
    deviations: conformance.deviations,
    read: {
      read: read.read,
      kept: read.events,
      leftOut: read.leftOut,
      rejected: read.rejected,
      rejects: read.rejects.map(({ line, offset, reason }) => ({ line, offset, reason: reason[lang] })),
      notes: read.notes.map(({ line, reason, occurrences }) => ({ line, reason: reason[lang], occurrences })),
    },
  }
  // One line a variant: there may be many thousands.
  const lines = conformance.perVariant.map((one) => `    ${JSON.stringify(variant(one))}`)
  const open = JSON.stringify(head, null, 2).slice(0, -2)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `${open},\n  "perVariant": ${list},\n${JSON.stringify(tail, null, 2).slice(2)}\n`
}

function movesAsJson(moves: readonly Move[], activities: readonly string[], names: readonly string[]) {
  return moves.map((move) =>
    move.type === 'model'
      ? { type: 'model', activity: names[move.label] ?? '' }
      : { type: move.type === 'sync' ? 'sync' : 'log', activity: activities[move.event] ?? '' },
  )
}
