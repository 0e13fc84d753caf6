import type { LogEvent } from '../../log/event.ts'
import { hasRole } from '../../match/has-role.ts'
import { PERSONAL_DATA_NAMES, type PersonalDataType } from '../../model/rules/no-pii.ts'
import { judgeNobody } from '../judge-nobody.ts'
import { say } from '../name-target.ts'
import { findPersonalData } from '../personal-data/find-personal-data.ts'
import type { Evidence, Judgement, RuleKind } from '../rule-kind.ts'

const LATEST_YEAR = 2099

/**
 * Personal data stand in none of the fields of the speaker's events. One find fails, whatever else is missing; without one,
 * missing text leaves it not evaluated. What was found is told by its kind and place and never repeated.
 */
export const noPii: RuleKind<'no-pii'> = {
  id: 'no-pii',
  prepare({ spec, speaker }, _flow, map) {
    const types: ReadonlySet<PersonalDataType> = new Set(spec.types)
    return (context) => {
      const { events } = context.matcher.interaction
      const finds: Evidence[] = []
      const strays: Evidence[] = []
      const found = new Map<PersonalDataType, number>()
      const lackText: Evidence[] = []
      let spoke = 0
      let looked = 0
      events.forEach((event, at) => {
        const isAnonymous = event.role === undefined && speaker.length > 0
        if (!isAnonymous && speaker.length > 0 && !hasRole(event.role, speaker, map.catalog.roles)) return
        if (!isAnonymous) spoke++
        for (const field of spec.fields) {
          const content = contentOf(event, field)
          if (content === undefined) {
            if (field === 'text' && event.speech && !isAnonymous) lackText.push({ event: at })
            continue
          }
          if (!isAnonymous) looked++
          for (const { type, from, to } of findPersonalData(content, types, LATEST_YEAR)) {
            const evidence = field === 'text' ? { event: at, span: { from, to } } : { event: at }
            if (isAnonymous) strays.push(evidence)
            else {
              finds.push(evidence)
              found.set(type, (found.get(type) ?? 0) + 1)
            }
          }
        }
      })
      if (finds.length > 0) return fail(found, finds)
      if (strays.length > 0) {
        return {
          outcome: 'notEvaluated',
          reason: () => ({
            zh: '出现了个人信息，但记录没有说话人的角色',
            en: 'there are personal data, but the log does not tell by which role',
          }),
          evidence: strays,
        }
      }
      if (spoke === 0) return judgeNobody(speaker, context)
      if (lackText.length > 0 || (looked === 0 && spec.fields.includes('text'))) {
        return {
          outcome: 'notEvaluated',
          reason: () => ({ zh: '缺少文本，无法判断', en: 'text is missing, so nothing can be told' }),
          evidence: lackText,
        }
      }
      return {
        outcome: context.ended ? 'pass' : 'pending',
        reason: () =>
          context.ended
            ? { zh: '没有发现个人信息', en: 'no personal data were found' }
            : { zh: '至今没有个人信息，交互还未结束', en: 'no personal data so far and the contact is open' },
        evidence: [],
      }
    }
  },
}

function contentOf(event: LogEvent, field: string): string | undefined {
  const value = field === 'text' ? event.text : event.attributes[field]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function fail(found: ReadonlyMap<PersonalDataType, number>, evidence: readonly Evidence[]): Judgement {
  return {
    outcome: 'fail',
    reason: say((lang) => {
      const parts = [...found].map(([type, count]) => {
        const name = PERSONAL_DATA_NAMES[type][lang]
        if (lang === 'zh') return `${name} ${count} 处`
        return `${name} (${count === 1 ? 'once' : `${count} times`})`
      })
      return lang === 'zh' ? `出现个人信息：${parts.join('、')}` : `personal data: ${parts.join(', ')}`
    }),
    evidence,
  }
}
