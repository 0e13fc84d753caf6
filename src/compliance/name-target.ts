import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import type { Proof, RoleRef } from '../model/flow.ts'
import type { Catalog, Lexicon } from '../model/map.ts'
import type { Target } from '../model/rule.ts'
import { titleOfLexicon } from '../model/lexicon.ts'
import { textIn } from '../model/text.ts'
import type { Reason, RuleContext } from './rule-kind.ts'

/** A sentence in both languages from one template that is told the language. */
export function inBoth(write: (lang: Lang) => string): Message {
  return { zh: write('zh'), en: write('en') }
}

/** A reason to be made when asked for, from one template that is told the language. */
export function say(write: (lang: Lang) => string): Reason {
  return () => inBoth(write)
}

/** What a target is called to people, in backticks: the step's name or the event's, from the map and never the log. */
export function nameTarget(target: Target, context: RuleContext, lang: Lang): string {
  if (target.kind === 'proof') return nameProof(target.proof, context.matcher.map.catalog, lang)
  const step = context.flow.steps.get(target.step)?.step
  return `\`${textIn(step?.name, lang, target.step)}\``
}

export function nameProof(proof: Proof, catalog: Catalog, lang: Lang): string {
  if (proof.kind === 'any') {
    const names = [...new Set(proof.proofs.map((each) => nameProof(each, catalog, lang)))]
    return names.join(lang === 'zh' ? ' 或 ' : ' or ')
  }
  if (proof.event !== undefined) return `\`${textIn(catalog.events.get(proof.event)?.label, lang, proof.event)}\``
  if (proof.says !== undefined) return nameLexicon(proof.says, lang)
  if (proof.role !== undefined) {
    const roles = nameRoles(proof.role, catalog, lang)
    return lang === 'zh' ? `${roles} 的事件` : `an event by ${roles}`
  }
  return lang === 'zh' ? '所指的事件' : 'the event meant'
}

/** A lexicon by its name or its id; one written in place by its first phrase. */
export function nameLexicon(lexicon: Lexicon, lang: Lang): string {
  const { title, isQuoted } = titleOfLexicon(lexicon, lang)
  return isQuoted ? `“${title}”` : `\`${title}\``
}

/** Roles as asked for: `班长` 及以上. */
export function nameRoles(roles: readonly RoleRef[], catalog: Catalog, lang: Lang): string {
  const names = roles.map((ref) => {
    const name = `\`${textIn(catalog.roles.get(ref.role)?.name, lang, ref.role)}\``
    if (!ref.andAbove) return name
    return lang === 'zh' ? `${name} 及以上` : `${name} or above`
  })
  return names.join(lang === 'zh' ? '、' : ' or ')
}

/** A role of the log; one that the catalogue does not know is not named, since it may be a person's name. */
export function nameRole(role: string, catalog: Catalog, lang: Lang): string {
  const known = catalog.roles.get(role)
  if (known === undefined) return lang === 'zh' ? '目录外的角色' : 'a role the catalogue does not have'
  return `\`${textIn(known.name, lang, role)}\``
}
