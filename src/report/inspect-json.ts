import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import type { Deviation, Move } from '../conformance/alignment.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { LogEvent } from '../log/event.ts'
import { deviationItem, eventsOf } from '../score/deviation-evidence.ts'
import { fingerprintOf } from '../score/fingerprint.ts'
import type { InteractionResult, ScoredInteraction, ScoredRule } from '../score/result.ts'
import { fromMicros } from '../score/round.ts'
import type { ItemScore, ScorecardScore, SectionScore } from '../score/scorecard-score.ts'
import { unknownEventOf } from '../score/finding.ts'
import type { VerdictReason } from '../score/verdict.ts'
import { type ListenAt, listenAt } from './inspect-recording.ts'
import { acceptedJson, sourceOf } from './score-json.ts'
import { rounded } from './score-format.ts'

export interface InspectJsonOptions {
  readonly lang: Lang
  /** Adds the text of events, unmasked. */
  readonly showText: boolean
}

/** One interaction as `inspect --format json` prints it (`schemas/output/inspect.schema.json`); `score --each` a line each. */
export function inspectJson(result: InteractionResult, options: InspectJsonOptions): Record<string, unknown> {
  const { interaction } = result
  const head = {
    interaction: interaction.id,
    ...(interaction.contact === undefined ? {} : { contact: maskNumbers(interaction.contact) }),
    unit: interaction.unit,
  }
  if (result.kind === 'blindSpot') {
    return {
      ...head,
      touchpoint: null,
      flow: null,
      version: result.map?.version ?? null,
      ...(result.map === undefined ? {} : { hash: result.map.hash }),
      ended: result.ended,
      adherence: null,
      cost: null,
      worst: null,
      verdict: null,
      blindSpot: { ...result.blindSpot, at: maskedAxes(interaction.axes) },
      moves: [],
      rules: [],
      score: null,
    }
  }
  const { alignment } = result
  return {
    ...head,
    touchpoint: result.cell.code,
    at: result.cell.at,
    flow: result.cell.row.flow,
    version: result.map.version,
    hash: result.map.hash,
    ended: result.ended,
    adherence: fromMicros(result.adherence),
    cost: alignment.optimal ? alignment.cost : null,
    worst: alignment.optimal && result.ended !== 'open' ? alignment.worst : null,
    ...(alignment.optimal
      ? {}
      : { notEvaluated: { reason: alignment.reason[options.lang], lower: alignment.lower, upper: alignment.upper } }),
    verdict: result.verdict,
    because: result.because.map(reasonJson),
    handlingTime: result.handlingMs ?? null,
    moves: alignment.optimal ? alignment.moves.map((move, at) => moveJson(result, move, at, options)) : [],
    deviations: result.deviations.map((deviation, at) => deviationJson(result, deviation, at, options)),
    rules: result.rules.map((rule) => ruleJson(result, rule, options)),
    score: result.score ? scoreJson(result.score, options.lang) : null,
    ...(result.scoreAfter === undefined ? {} : { scoreAfter: fromMicros(result.scoreAfter.micros) }),
  }
}

function moveJson(result: ScoredInteraction, move: Move, at: number, options: InspectJsonOptions) {
  const { events } = result.interaction
  const deviation = result.deviations.find(({ moves }) => moves.includes(at))
  const index = 'label' in move ? move.label : deviation?.label
  const label = index === undefined ? undefined : result.flow.labels[index]
  const event = 'event' in move ? events[move.event] : undefined
  const pair = deviation?.moves.find((other) => other !== at)
  const settled = move.type === 'model' && move.satisfiedBy !== undefined ? events[move.satisfiedBy] : undefined
  const listen = event && listenAt(result.interaction, event, result.map.catalog)
  return {
    type: move.type,
    ...(label === undefined ? {} : { step: label.id, labelKind: label.kind }),
    ...('labels' in move && move.labels.length > 0
      ? { couldBe: move.labels.map((each) => result.flow.labels[each]?.id ?? '') }
      : {}),
    ...(event === undefined ? {} : { event: eventJson(event, options) }),
    ...(settled === undefined ? {} : { satisfiedBy: eventJson(settled, options) }),
    ...(deviation === undefined
      ? {}
      : {
          deviation: deviation.kind,
          ...(deviation.direction === undefined ? {} : { direction: deviation.direction }),
          ...(deviation.replaced === true ? { replaced: true } : {}),
          ...(pair === undefined ? {} : { pairedWith: pair }),
        }),
    ...(listen === undefined ? {} : { listen: listenJson(listen) }),
    ...(label === undefined ? {} : { source: sourceOf(label.place) }),
  }
}

function eventJson(event: LogEvent, { showText }: InspectJsonOptions) {
  return {
    index: event.index,
    file: event.place.file,
    line: event.place.line,
    time: event.time === undefined ? null : new Date(event.time).toISOString(),
    event: maskNumbers(event.event),
    role: event.role === undefined ? null : maskNumbers(event.role),
    ...(showText && event.text !== undefined ? { text: event.text } : {}),
  }
}

/** A departure from the flow as one item, as a failed rule is. */
function deviationJson(result: ScoredInteraction, deviation: Deviation, at: number, options: InspectJsonOptions) {
  const label = deviation.label === undefined ? undefined : result.flow.labels[deviation.label]
  const event = unknownEventOf(result, deviation)
  const { shown, after } = eventsOf(result, deviation)
  const item = deviationItem(result, deviation)
  const accepted = result.acceptedDeviations?.get(at)
  return {
    kind: deviation.kind,
    ...(deviation.direction === undefined ? {} : { direction: deviation.direction }),
    ...(label === undefined ? {} : { step: label.id }),
    ...(event === undefined ? {} : { event: maskNumbers(event) }),
    moves: deviation.moves,
    evidence: shown.map((each) => eventJson(each, options)),
    ...(after === undefined ? {} : { after: eventJson(after, options) }),
    fingerprint: fingerprintOf(result, item),
    ...(accepted === undefined ? {} : { accepted: acceptedJson(accepted, options.lang) }),
    source: sourceOf(item.rule.place),
  }
}

function ruleJson(result: ScoredInteraction, scored: ScoredRule, { lang, showText }: InspectJsonOptions) {
  const { rule, outcome, reason, evidence, measured, degree, counts, accepted } = scored
  return {
    rule: rule.id,
    outcome,
    critical: rule.critical,
    reason: maskNumbers(reason()[lang]),
    ...(measured === undefined ? {} : { measured }),
    ...(degree === undefined ? {} : { degree }),
    ...(counts === undefined ? {} : { counts }),
    ...(outcome === 'fail' ? { fingerprint: fingerprintOf(result, scored) } : {}),
    ...(accepted === undefined ? {} : { accepted: acceptedJson(accepted, lang) }),
    source: sourceOf(rule.place),
    evidence: evidence.map(({ event, span }) => ({
      file: event.place.file,
      line: event.place.line,
      event: maskNumbers(event.event),
      index: event.index,
      ...(span === undefined ? {} : { span: [span.from, span.to] }),
      ...(showText && span !== undefined && event.text !== undefined
        ? { text: event.text.slice(span.from, span.to) }
        : {}),
    })),
  }
}

function scoreJson(score: ScorecardScore, lang: Lang) {
  return {
    value: fromMicros(score.micros),
    raw: fromMicros(score.rawMicros),
    fatal: score.fatal,
    state: score.state,
    mode: score.mode,
    na: score.na,
    evaluated: fromMicros(score.evaluatedMicros),
    minEvaluated: score.minEvaluated,
    ...(score.criticalMicros === null ? {} : { critical: fromMicros(score.criticalMicros) }),
    ...(Object.keys(score.errorFree).length === 0 ? {} : { errorFree: score.errorFree }),
    sections: score.sections.map((section) => sectionJson(section, lang)),
  }
}

function sectionJson(section: SectionScore, lang: Lang): Record<string, unknown> {
  const { id, weight, appliedWeight, earned, bonus, fatal, items, sections } = section
  return {
    id,
    weight: rounded(weight),
    appliedWeight: rounded(appliedWeight),
    earned: rounded(earned),
    ...(bonus ? { bonus } : {}),
    ...(fatal ? { fatal } : {}),
    items: items.map((item) => itemJson(item, lang)),
    ...(sections.length === 0 ? {} : { sections: sections.map((inner) => sectionJson(inner, lang)) }),
  }
}

function itemJson(item: ItemScore, lang: Lang) {
  const { id, rules, outcome, credit, answer, points, reason, made0 } = item
  return {
    ...(id === undefined ? {} : { id }),
    rules,
    outcome,
    ...(answer === undefined ? {} : { answer }),
    credit: credit === null ? null : rounded(credit),
    ...(points === undefined ? {} : { points: [points.earned, points.most] }),
    weight: rounded(item.weight),
    appliedWeight: rounded(item.appliedWeight),
    earned: rounded(item.earned),
    deducted: rounded(item.deducted),
    fatal: item.fatal,
    ...(made0 === undefined ? {} : { made0: made0.kind === 'whole' ? 'whole' : made0.section }),
    ...(item.critical ? { critical: true } : {}),
    ...(item.class === undefined ? {} : { class: item.class }),
    ...(item.bonus ? { bonus: true } : {}),
    ...(reason === undefined ? {} : { reason: reason[lang] }),
    source: sourceOf(item.place),
  }
}

function reasonJson(reason: VerdictReason) {
  if (reason.kind === 'rule') return { kind: reason.kind, state: reason.state, rule: reason.rule.id }
  if (!('limit' in reason)) return { kind: reason.kind, state: reason.state }
  const { kind, state, micros, limit, aside } = reason
  return { kind, state, value: fromMicros(micros), limit: fromMicros(limit), ...(aside ? { aside } : {}) }
}

function listenJson({ recording, offset }: ListenAt) {
  return { recording, offset: offset ?? null }
}

function maskedAxes(axes: InteractionResult['interaction']['axes']) {
  return Object.fromEntries(Object.entries(axes).map(([axis, value]) => [axis, maskNumbers(value)]))
}
