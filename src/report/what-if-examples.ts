import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { LogEvent } from '../log/event.ts'
import { eventsOf } from '../score/deviation-evidence.ts'
import type { InteractionResult, ScoredInteraction, ScoredRule } from '../score/result.ts'
import type { VerdictReason } from '../score/verdict.ts'
import type { Landing, Stand } from '../score/stand-book.ts'
import { departureWords, pointedAt } from './failed-list.ts'
import { masked } from './score-mask.ts'
import { verdictReasonWords } from './score-words.ts'

/** One interaction under both maps, with what each verdict rests on. Nothing that was said is in it; numbers of persons are masked. */
export interface WhatIfExample {
  readonly interaction: string
  readonly agent?: string
  readonly before: ExampleSide
  readonly after: ExampleSide
}

export interface ExampleSide {
  readonly stand: Stand
  readonly landing: Landing
  /** Why it fails, is pending or not evaluated; empty where it passes. */
  readonly because: readonly Message[]
  /** The lines of the log that show it, a few. */
  readonly evidence: readonly { readonly file: string; readonly line: number; readonly event: string }[]
}

const MOST_DEVIATIONS = 3
const MOST_FAILED = 3
const MOST_EVIDENCE = 3

export function exampleOf(before: InteractionResult | undefined, after: InteractionResult | undefined): WhatIfExample {
  const interaction = (after ?? before)?.interaction
  const agent = interaction?.unit.agent
  return {
    interaction: printable(interaction?.id ?? ''),
    ...(agent === undefined ? {} : { agent: printable(agent) }),
    before: sideOf(before),
    after: sideOf(after),
  }
}

function sideOf(result: InteractionResult | undefined): ExampleSide {
  if (result === undefined) return { stand: 'absent', landing: { kind: 'absent' }, because: [], evidence: [] }
  if (result.kind === 'blindSpot') {
    const { blindSpot } = result
    return { stand: 'blindSpot', landing: { kind: 'none', blindSpot }, because: [], evidence: [] }
  }
  const { cell, verdict, because } = result
  const events = because.flatMap((reason) => eventsBehind(reason, result))
  const shown = [...new Set(events)].slice(0, MOST_EVIDENCE)
  return {
    stand: verdict,
    landing: { kind: 'touchpoint', code: cell.code, at: cell.at, flow: cell.row.flow },
    because: because.flatMap((reason) => wordsOf(reason, result)),
    evidence: shown.map(({ place: { file, line }, event }) => ({ file, line, event: masked(event) })),
  }
}

/** The reason, and what it comes from: why the rule failed, what of the flow was departed from, what cost points. */
function wordsOf(reason: VerdictReason, result: ScoredInteraction): Message[] {
  const own = inBoth((lang) => masked(verdictReasonWords(reason, lang)))
  if (reason.state !== 'fail') return [own]
  if (reason.kind === 'adherence') {
    const departures = result.deviations.slice(0, MOST_DEVIATIONS)
    return [own, ...departures.map((each) => inBoth((lang) => departureWords(result, each, lang)))]
  }
  const why = failedBehind(reason, result).map(({ rule, reason: words }) =>
    inBoth((lang) => (reason.kind === 'rule' ? '' : `${rule.id}: `) + masked(words()[lang])),
  )
  return [own, ...why]
}

function inBoth(words: (lang: Lang) => string): Message {
  return { zh: words('zh'), en: words('en') }
}

/** The failed rule that a reason names, or those that may have cost points. */
function failedBehind(reason: VerdictReason, { rules }: ScoredInteraction): readonly ScoredRule[] {
  const failed = rules.filter(({ outcome }) => outcome === 'fail')
  if (reason.kind === 'rule') return failed.filter(({ rule }) => rule === reason.rule)
  return reason.kind === 'score' ? failed.slice(0, MOST_FAILED) : []
}

function eventsBehind(reason: VerdictReason, result: ScoredInteraction): readonly LogEvent[] {
  if (reason.state !== 'fail') return []
  if (reason.kind !== 'adherence') return failedBehind(reason, result).flatMap(pointedAt)
  return result.deviations.slice(0, MOST_DEVIATIONS).flatMap((deviation) => {
    const { shown, after } = eventsOf(result, deviation)
    return shown.length > 0 ? shown : (after ?? [])
  })
}
