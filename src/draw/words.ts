import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import type { Proof, RoleRef } from '../model/flow.ts'
import { type Lexicon, type LexiconEntry, titleOfLexicon } from '../model/lexicon.ts'
import type { Catalog, Duration } from '../model/map.ts'
import type { Known, Rule, Target } from '../model/rule.ts'
import { type Naming, wordsOf } from '../model/rule-words.ts'
import { limitsIn } from '../model/rules/within.ts'
import { textIn } from '../model/text.ts'
import type { StepPart } from './unfold-flow.ts'

/** What is needed to speak of a map in one language. */
export interface Words {
  readonly lang: Lang
  readonly catalog: Pick<Catalog, 'roles' | 'events'>
}

/** `值班长及以上`, `shift supervisor or above`. */
export function roleName({ role, andAbove }: RoleRef, { lang, catalog }: Words): string {
  const name = textIn(catalog.roles.get(role)?.name, lang, role)
  if (!andAbove) return name
  return lang === 'zh' ? `${name}及以上` : `${name} or above`
}

export function roleNames(roles: readonly RoleRef[], words: Words): string {
  return roles.map((role) => roleName(role, words)).join(words.lang === 'zh' ? '、' : ', ')
}

export function stepName({ id, step }: Pick<StepPart, 'id' | 'step'>, { lang }: Words): string {
  return textIn(step.name, lang, textIn(step.does, lang, id))
}

/** What shows it, in one line: the event's name and what is asked of its data. */
export function describeProof(proof: Proof, words: Words): string {
  const { lang, catalog } = words
  if (proof.kind === 'any') {
    return proof.proofs.map((each) => describeProof(each, words)).join(lang === 'zh' ? ' 或 ' : ' or ')
  }
  const parts: string[] = []
  if (proof.event !== undefined) parts.push(textIn(catalog.events.get(proof.event)?.label, lang, proof.event))
  if (proof.role?.length)
    parts.push(lang === 'zh' ? `由${roleNames(proof.role, words)}` : `by ${roleNames(proof.role, words)}`)
  if (proof.says) parts.push(`${lang === 'zh' ? '说' : 'says '}${quoteLexicon(proof.says, words, 1)}`)
  if (proof.where) parts.push(lang === 'zh' ? `且 ${proof.where.source}` : `where ${proof.where.source}`)
  if (proof.inARow) {
    const { times } = proof.inARow
    parts.push(lang === 'zh' ? `连续 ${times} 次` : times === 2 ? 'twice in a row' : `${times} times in a row`)
  }
  return parts.join(' ')
}

const UNITS: readonly [ms: number, zh: string, en: string][] = [
  [86_400_000, '天', 'd'],
  [3_600_000, '小时', 'h'],
  [60_000, '分钟', 'min'],
  [1_000, '秒', 's'],
]

/** `10 分钟`, `10 min`; a limit from the log as `约定的 dueAt`. */
function describeDuration(duration: Duration, lang: Lang, nameStep = (id: string): string => id): string {
  switch (duration.kind) {
    case 'ms': {
      const unit = UNITS.find(
        ([ms]) => duration.ms >= ms && duration.ms % ms === 0 && (ms < 86_400_000 || duration.ms > ms),
      )
      return unit ? `${duration.ms / unit[0]} ${lang === 'zh' ? unit[1] : unit[2]}` : `${duration.ms} ms`
    }
    case 'rings':
      return lang === 'zh' ? `${duration.count} 声振铃` : duration.count === 1 ? '1 ring' : `${duration.count} rings`
    case 'workdays':
      if (lang === 'zh') return `${duration.count} 个工作日`
      return duration.count === 1 ? '1 workday' : `${duration.count} workdays`
    case 'months':
      return lang === 'zh' ? `${duration.count} 个月` : `${duration.count} months`
    case 'from':
      return lang === 'zh'
        ? `约定时间（“${nameStep(duration.ref)}”的 ${duration.attribute}）`
        : `the promised time (${duration.attribute} of “${nameStep(duration.ref)}”)`
  }
}

/**
 * A lexicon by its name, else the phrases themselves in the quotes of the language, at most `most` of them, then an
 * ellipsis. Never a regular expression: those are for who writes the map.
 */
function quoteLexicon(
  lexicon: Lexicon,
  { lang }: Pick<Words, 'lang'>,
  most: number = Number.POSITIVE_INFINITY,
): string {
  const zh = lang === 'zh'
  if (lexicon.name !== undefined) return `“${titleOfLexicon(lexicon, lang).title}”`
  const quote = (phrase: string) => `“${phrase}”`
  const list = (entries: readonly LexiconEntry[], join: Message) => {
    const shown = entries
      .slice(0, most)
      .map(({ phrase }) => quote(phrase))
      .join(join[lang])
    return entries.length > most ? `${shown}…` : shown
  }
  const { template, any, all, atLeast, inOrder, regex } = lexicon
  const parts: string[] = []
  if (template !== undefined) parts.push(quote(template))
  if (any.length > 0) parts.push(list(any, { zh: ' 或 ', en: ' or ' }))
  if (all.length > 0) parts.push(list(all, { zh: ' 和 ', en: ' and ' }))
  if (atLeast) {
    const of = list(atLeast.of, { zh: '、', en: ', ' })
    parts.push(zh ? `其中至少 ${atLeast.count} 项：${of}` : `at least ${atLeast.count} of ${of}`)
  }
  if (inOrder) parts.push(list(inOrder.of, { zh: '，然后 ', en: ', then ' }))
  if (regex !== undefined && (most > 1 || parts.length === 0)) parts.push(zh ? '规定的句式' : 'in the form prescribed')
  if (parts.length === 0) return lexicon.id
  return parts.slice(0, most).join(zh ? '；' : '; ')
}

/** A norm as a label and what it asks: `限时` + `10 分钟（自“转人工”起）`. */
export interface Norm {
  readonly label: string
  readonly text: string
}

/**
 * A rule in the words of who has to keep it. `brief` is for pictures: fewer phrases, no conditions.
 * `nameStep` turns the id of a step into the name the reader knows.
 */
export function describeNorm(rule: Rule, words: Words, nameStep: (id: string) => string, brief = false): Norm {
  const { lang } = words
  const zh = lang === 'zh'
  const { spec } = rule
  const list = (names: readonly string[]) => names.join(zh ? '、' : ', ')
  const target = (of: Target) => (of.kind === 'step' ? `“${nameStep(of.step)}”` : `“${describeProof(of.proof, words)}”`)
  const speaker = rule.speaker.length > 0 ? roleNames(rule.speaker, words) : ''
  const norm = (label: Message, text: string): Norm => ({ label: label[lang], text })
  switch (spec.kind) {
    case 'within': {
      const describe = (of: Duration): string => {
        if (brief && of.kind === 'from') return zh ? `约定的 ${of.attribute}` : `the promised ${of.attribute}`
        return describeDuration(of, lang, nameStep)
      }
      const plain = spec.limit !== undefined && (spec.limits ?? spec.mean ?? spec.percentiles) === undefined
      const limit = plain && spec.limit ? describe(spec.limit) : limitsIn(lang, spec, { duration: describe })
      const told = limit.replace(/^within /u, '') // the label says it
      if (brief) return norm({ zh: '限时', en: 'Within' }, told)
      if (!plain) {
        return norm(
          { zh: '限时', en: 'Within' },
          zh
            ? `${limit}（自${target(spec.after)}起，至${target(spec.to)}止）`
            : `${told} (from ${target(spec.after)} to ${target(spec.to)})`,
        )
      }
      return norm(
        { zh: '限时', en: 'Within' },
        zh
          ? `${limit}内（自${target(spec.after)}起，至${target(spec.to)}止）`
          : `${limit} (from ${target(spec.after)} to ${target(spec.to)})`,
      )
    }
    case 'says':
      return norm({ zh: '须说', en: 'Say' }, quoteLexicon(spec.lexicon, words, brief ? 1 : undefined))
    case 'never-says': {
      const phrases = quoteLexicon(spec.lexicon, words, brief ? 1 : undefined)
      return norm(
        { zh: '不得说', en: 'Never say' },
        speaker && !brief ? (zh ? `${phrases}（${speaker}）` : `${phrases} (${speaker})`) : phrases,
      )
    }
    case 'by':
      return norm({ zh: '由', en: 'By' }, `${brief ? '' : `${target(spec.on)}：`}${roleNames(spec.roles, words)}`)
    case 'records':
      return norm({ zh: '记录', en: 'Record' }, list(spec.attributes))
    case 'carries':
      return norm({ zh: '随附', en: 'Pass on' }, list(spec.attributes))
    case 'precedence':
      return norm(
        { zh: '先后', en: 'Order' },
        zh ? `先${target(spec.before)}，后${target(spec.then)}` : `${target(spec.before)} before ${target(spec.then)}`,
      )
    case 'response':
      return norm(
        { zh: '必接', en: 'Follow up' },
        zh ? `${target(spec.after)}之后须有${target(spec.then)}` : `after ${target(spec.after)}, ${target(spec.then)}`,
      )
    case 'known-before':
      return norm(
        { zh: '先知', en: 'Know first' },
        zh
          ? `${target(spec.before)}之前须已知：${describeKnown(spec.known, words)}`
          : `${describeKnown(spec.known, words)}, before ${target(spec.before)}`,
      )
    case 'not-by-doer-of':
      return norm(
        { zh: '分人', en: 'Someone else' },
        zh ? `不得由做${target(spec.other)}的人来做` : `not whoever did ${target(spec.other)}`,
      )
    case 'qualified':
      return norm(
        { zh: '资质', en: 'Qualified' },
        `${brief ? '' : zh ? `${target(spec.on)}：` : `${target(spec.on)}: `}${spec.qualification}`,
      )
    case 'check':
      return norm({ zh: '核对', en: 'Check' }, textIn(rule.title, lang, spec.check.source))
    default: {
      const { label, asks } = wordsOf(spec)
      const naming: Naming = {
        target,
        lexicon: (of) => quoteLexicon(of, words, brief ? 1 : undefined),
        roles: (of) => roleNames(of, words),
        duration: (of) => describeDuration(of, lang, nameStep),
        known: (of) => describeKnown(of, words),
        list,
      }
      return norm(label, textIn(rule.title, lang, asks(spec, naming, speaker)[lang]))
    }
  }
}

function describeKnown(known: Known, words: Words): string {
  switch (known.kind) {
    case 'attribute':
      return known.name
    case 'proof':
      return describeProof(known.proof, words)
    case 'all':
      return known.of.map((each) => describeKnown(each, words)).join(words.lang === 'zh' ? '、' : ' and ')
    case 'any':
      return known.of.map((each) => describeKnown(each, words)).join(words.lang === 'zh' ? ' 或 ' : ' or ')
  }
}
