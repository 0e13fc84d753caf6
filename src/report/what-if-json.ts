import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import type { Landing } from '../score/stand-book.ts'
import { countAll, countChanged } from '../score/what-if.ts'
import { rounded } from './score-format.ts'
import type { ExampleSide } from './what-if-examples.ts'
import { changedTargets, type WhatIfReport, type WhatIfSide } from './what-if-report.ts'

/** `what-if --format json` (`schemas/output/what-if.schema.json`). */
export function whatIfJson({ before, after, whatIf, examples, limits }: WhatIfReport, version: string): string {
  const { interactions, passages, changed, newlyFailing, noLongerFailing, moved } = whatIf
  const report = {
    touchmap: version,
    command: 'what-if',
    before: sideJson(before),
    after: sideJson(after),
    files: after.summary.log.files.map(({ path, hash }) => ({ path, hash })),
    summary: { interactions, changed, same: interactions - changed, newlyFailing, noLongerFailing, moved },
    verdicts: passages,
    touchpoints: whatIf.landings.map(({ before: old, after: now, isSame, passages: own }) => ({
      before: landingJson(old),
      after: landingJson(now),
      same: isSame,
      interactions: countAll(own),
      changed: countChanged(own),
      verdicts: own,
    })),
    rules: whatIf.items.map(({ kind, before: old, after: now, passages: own, withVerdict }) => ({
      kind,
      ...(kind === 'rule' ? { before: old, after: now } : {}),
      interactions: countAll(own),
      changed: countChanged(own),
      withVerdict,
      outcomes: own,
    })),
    targets: changedTargets(before.summary, after.summary).map(({ was, is, ...about }) => ({
      ...about,
      before: was,
      after: is,
    })),
    agents: whatIf.agents.map(({ agent, passages: own }) => ({
      agent: agent ?? null,
      interactions: countAll(own),
      changed: countChanged(own),
      verdicts: own,
    })),
    examples: examples.map(({ interaction, agent, before: old, after: now }) => ({
      interaction,
      agent: agent ?? null,
      before: exampleJson(old),
      after: exampleJson(now),
    })),
    thresholds: limits.map((each) => ({ ...each, value: rounded(each.value) })),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function sideJson({ named, map, summary }: WhatIfSide) {
  const { log, asOf, overall, interactions, events } = summary
  return {
    named,
    id: map.id,
    version: map.version,
    hash: map.hash,
    asOf: asOf === undefined ? null : new Date(asOf).toISOString(),
    rows: { read: log.read, kept: log.kept, duplicates: log.duplicates, rejected: log.rejected },
    interactions: {
      total: interactions.total,
      blindSpots: interactions.blindSpots,
      notBegun: events.interactionsAfter,
    },
    compliance: rounded(overall.compliance.rate),
    adherence: rounded(overall.adherence.mean),
    score: rounded(overall.score.mean),
  }
}

function landingJson(landing: Landing) {
  if (landing.kind === 'touchpoint') return { code: landing.code, at: landing.at, flow: landing.flow }
  return landing.kind === 'none' ? { blindSpot: landing.blindSpot } : null
}

function exampleJson({ stand, landing, because, evidence }: ExampleSide) {
  return {
    touchpoint: landing.kind === 'touchpoint' ? landing.code : null,
    verdict: stand,
    because,
    evidence: evidence.map(({ event, ...place }) => ({ ...place, event: maskNumbers(event) })),
  }
}
