import type { Lang } from '../diagnostic/diagnostic.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Match } from '../match/matcher.ts'
import { BARE_SIGHT, OWN_FIELDS, type Sight, uniteSights } from '../match/sight.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Target } from '../model/rule.ts'
import type { AttributeForm } from '../model/rules/records.ts'
import { createWholeMatcher } from '../text/match-whole.ts'
import { occurrencesOf, sightOfTargets } from './find-occurrences.ts'
import { isBlank, readField } from './is-blank.ts'
import { judgeAbsence } from './judge-absence.ts'
import { nameTarget, say } from './name-target.ts'
import type { Judge, RuleContext } from './rule-kind.ts'

/** Attributes asked for, with the forms they must have. */
export interface FieldSpec {
  readonly attributes: readonly string[]
  readonly formats?: readonly AttributeForm[]
}

/** What is wrong with the fields of some events: by attribute, in the order of the rule. */
export interface FieldFaults {
  readonly missing: readonly string[]
  readonly malformed: readonly string[]
}

interface FieldWords {
  complete(name: string, lang: Lang): string
  lacking(name: string, missing: string, lang: Lang): string
}

/** Whether the events of a step together hold each of the attributes, well formed (kinds `records` and `carries`). */
export function prepareFields(
  spec: FieldSpec & { readonly on: Target },
  flow: EffectiveFlow,
  map: ProcessMap,
  words: FieldWords,
): Judge {
  const find = occurrencesOf(spec.on, flow)
  const check = prepareFieldCheck(spec, map)
  return (context) => {
    const occurrences = find(context)
    if (occurrences.length === 0) return judgeAbsence(spec.on, context)
    const faults = check(occurrences, context)
    return {
      outcome: faults === undefined ? 'pass' : 'fail',
      reason: say((lang) => {
        const name = nameTarget(spec.on, context, lang)
        return faults === undefined
          ? words.complete(name, lang)
          : nameFaults(faults, lang, (missing) => words.lacking(name, missing, lang))
      }),
      evidence: occurrences.map(({ at }) => ({ event: at })),
    }
  }
}

/** What such a rule looks at; undefined where it asks for fields that are not attributes. */
export function sightOfFields(
  { on, attributes, formats = [] }: FieldSpec & { readonly on: Target },
  flow: EffectiveFlow,
  { catalog }: ProcessMap,
): Sight | undefined {
  if (attributes.some((name) => name === 'role' || OWN_FIELDS.includes(name))) return undefined
  const isFormed = (name: string) =>
    catalog.formats?.has(name) === true || formats.some(({ attribute }) => attribute === name)
  const own: Sight = {
    values: new Set(attributes.filter(isFormed)),
    filled: new Set(attributes.filter((name) => !isFormed(name))),
    lexicons: BARE_SIGHT.lexicons,
    events: BARE_SIGHT.events,
  }
  return uniteSights([own, sightOfTargets([on], flow)])
}

/** Finds what is wrong with the fields of events; undefined when nothing is. */
export function prepareFieldCheck(
  { attributes, formats = [] }: FieldSpec,
  map: ProcessMap,
): (events: readonly Match[], context: RuleContext) => FieldFaults | undefined {
  const fields = attributes.map((name) => {
    const own = formats.find(({ attribute }) => attribute === name)?.pattern
    const pattern = own ?? map.catalog.formats?.get(name)
    return { name, isWellFormed: pattern === undefined ? undefined : createWholeMatcher(pattern) }
  })
  return (matches, context) => {
    const { events } = context.matcher.interaction
    let missing: string[] | undefined
    let malformed: string[] | undefined
    for (const { name, isWellFormed } of fields) {
      let state: 'missing' | 'malformed' | 'held' = 'missing'
      for (const { at } of matches) {
        const event = events[at]
        const value = event && readField(event, name)
        if (value === undefined || isBlank(value, map.catalog)) continue
        if (isWellFormed === undefined || (typeof value !== 'object' && isWellFormed(String(value)))) {
          state = 'held'
          break
        }
        state = 'malformed'
      }
      if (state === 'missing') (missing ??= []).push(name)
      else if (state === 'malformed') (malformed ??= []).push(name)
    }
    return missing || malformed ? { missing: missing ?? [], malformed: malformed ?? [] } : undefined
  }
}

/** Faults in words: what is missing as `lacking` says, then what is not well formed. */
export function nameFaults(
  { missing, malformed }: FieldFaults,
  lang: Lang,
  lacking: (missing: string) => string,
): string {
  const list = (names: readonly string[]) => names.map((each) => `\`${each}\``).join(lang === 'zh' ? '、' : ', ')
  const parts: string[] = []
  if (missing.length > 0) parts.push(lacking(list(missing)))
  if (malformed.length > 0) {
    parts.push(lang === 'zh' ? `${list(malformed)} 的格式不对` : `${list(malformed)} not well formed`)
  }
  return parts.join(lang === 'zh' ? '；' : '; ')
}
