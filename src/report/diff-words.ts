import type { Change, ChangeValue, Facet, Hurt, Subject } from '../compare/change.ts'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { type Text, textIn } from '../model/text.ts'
import { keyTerm, valueTerm } from './diff-terms.ts'
import { ruleWords } from './score-words.ts'

const SUBJECTS: Readonly<Record<Subject, Message>> = {
  map: { zh: '地图', en: 'map' },
  touchpoint: { zh: '接触点', en: 'touchpoint' },
  flow: { zh: '流程', en: 'flow' },
  step: { zh: '环节', en: 'step' },
  branch: { zh: '分支', en: 'branch' },
  loop: { zh: '循环', en: 'loop' },
  interrupt: { zh: '中断', en: 'interrupt' },
  rule: { zh: '规则', en: 'rule' },
  lexicon: { zh: '话术', en: 'lexicon' },
  'axis-value': { zh: '取值', en: 'value' },
  role: { zh: '角色', en: 'role' },
  event: { zh: '事件', en: 'event' },
  catalog: { zh: '目录', en: 'catalogue' },
  scorecard: { zh: '评分表', en: 'scorecard' },
  metric: { zh: '指标', en: 'metric' },
  acceptance: { zh: '认可项', en: 'acceptance' },
}

const FACETS: Readonly<Record<Facet, Message>> = {
  id: { zh: '标识', en: 'id' },
  name: { zh: '名称', en: 'name' },
  version: { zh: '版本', en: 'version' },
  effective: { zh: '生效日期', en: 'in force' },
  timezone: { zh: '时区', en: 'time zone' },
  codeTemplate: { zh: '编码规则', en: 'how codes are made' },
  pass: { zh: '合规门槛', en: 'what passes' },
  status: { zh: '状态', en: 'status' },
  because: { zh: '不提供的理由', en: 'why it is not offered' },
  flow: { zh: '流程', en: 'flow' },
  code: { zh: '编码', en: 'code' },
  codeTaken: { zh: '编码改指', en: 'code now means' },
  goal: { zh: '目标', en: 'goal' },
  benchmark: { zh: '标杆值', en: 'benchmark' },
  family: { zh: '流程类别', en: 'family' },
  elements: { zh: '六要素', en: 'element' },
  ambient: { zh: '不计的事件', en: 'ambient events' },
  does: { zh: '进程说明', en: 'instruction' },
  by: { zh: '由谁', en: 'by' },
  proof: { zh: '何以为证', en: 'proof' },
  satisfiedBy: { zh: '已知则免', en: 'satisfied by' },
  weight: { zh: '权重', en: 'weight' },
  critical: { zh: '关键', en: 'critical' },
  blocks: { zh: '所在', en: 'place in the flow' },
  position: { zh: '顺序', en: 'order' },
  when: { zh: '何时', en: 'when' },
  max: { zh: '次数', en: 'how often' },
  then: { zh: '之后', en: 'then' },
  asks: { zh: '要求', en: 'asks' },
  applies: { zh: '适用条件', en: 'applies' },
  phrases: { zh: '词句', en: 'phrase' },
  form: { zh: '匹配方式', en: 'how it is matched' },
  partOf: { zh: '隶属', en: 'part of' },
  class: { zh: '内容类别', en: 'class' },
  hours: { zh: '服务时间', en: 'hours' },
  response: { zh: '响应标准', en: 'response standard' },
  scope: { zh: '服务范围', en: 'scope' },
  rank: { zh: '职级', en: 'rank' },
  attributes: { zh: '字段', en: 'attribute' },
  speech: { zh: '类型', en: 'type' },
  also: { zh: '别名', en: 'other name' },
  setting: { zh: '设定', en: 'setting' },
  mode: { zh: '计分方式', en: 'mode' },
  thresholds: { zh: '阈值', en: 'threshold' },
  items: { zh: '评分项', en: 'item' },
  contact: { zh: '接触度', en: 'contact degree' },
  formerly: { zh: '曾用标识', en: 'former id' },
  calendar: { zh: '日历', en: 'calendar' },
  differs: { zh: '与其他流程不同的理由', en: 'why it differs' },
  severity: { zh: '严重程度', en: 'severity' },
  review: { zh: '评审', en: 'review' },
  walks: { zh: '流程穿越周期', en: 'walk-throughs every' },
  language: { zh: '语言', en: 'languages' },
  versionBy: { zh: '版本以何时为准', en: 'version by' },
  value: { zh: '算法', en: 'value' },
  show: { zh: '展示', en: 'shown' },
  unit: { zh: '单位', en: 'unit' },
  owner: { zh: '负责人', en: 'owner' },
  reason: { zh: '理由', en: 'reason' },
  arrangement: { zh: '步骤结构', en: 'arrangement' },
}

const HURT_WORDS: Readonly<Record<Hurt, { readonly title: Message; readonly short: Message }>> = {
  agents: {
    title: { zh: '坐席须重新学习', en: 'Agents must retrain' },
    short: { zh: '坐席', en: 'agents' },
  },
  contacts: {
    title: { zh: '照旧服务的联络会被扣分', en: 'Contacts served as before would fail' },
    short: { zh: '联络', en: 'contacts' },
  },
  codes: {
    title: { zh: '编码失效', en: 'Codes break' },
    short: { zh: '编码', en: 'codes' },
  },
}

export const hurtTitle = (hurt: Hurt, lang: Lang): string => HURT_WORDS[hurt].title[lang]

export const hurtWord = (hurt: Hurt, lang: Lang): string => HURT_WORDS[hurt].short[lang]

/** A change, taken apart for a sentence or a row of a table. */
export interface ChangeWords {
  /** `+` added, `-` removed, `>` moved, `~` changed. */
  readonly sign: '+' | '-' | '>' | '~'
  /** `step \`plan-change/respond\` (Respond)`, with the facet, if one changed. */
  readonly what: string
  readonly before?: string
  readonly after?: string
}

const SIGNS = { added: '+', removed: '-', moved: '>', changed: '~' } as const
const KINDS: Readonly<Record<Exclude<Change['kind'], 'changed'>, (about: string) => Message>> = {
  added: (about) => ({ zh: `新增${about}`, en: `${about} added` }),
  removed: (about) => ({ zh: `删去${about}`, en: `${about} removed` }),
  moved: (about) => ({ zh: /[\w]$/.test(about) ? `${about} 移位` : `${about}移位`, en: `${about} moved` }),
}

function changedWords(about: string, part: string, zh: boolean): string {
  if (!zh) return `${about}: ${part}`
  return /[\w]$/.test(about) ? `${about} 的${part}` : `${about}的${part}`
}

/** What changed, in words; `ids` stand for the id, where several changes are told as one. */
export function changeWords(change: Change, lang: Lang, ids: readonly string[] = [change.id]): ChangeWords {
  const { subject, kind, facet, key, name } = change
  const zh = lang === 'zh'
  const own = subject === 'scorecard' || subject === 'catalog' ? '' : ` ${listIds(ids, lang)}`
  const title = textIn(name, lang, '')
  const shown = title === '' || ids.length > 1 ? '' : zh ? `（${title}）` : ` (${title})`
  const about = `${SUBJECTS[subject][lang]}${own}${shown}`
  // A phrase is the value itself; only the list it stands in is left to be said.
  const named = facet === 'phrases' ? key?.slice(0, key.indexOf(':')) : key
  const detail = named === undefined ? '' : `${zh ? '' : ' '}“${keyTerm(facet, named, lang)}”`
  const part = facet === undefined ? '' : FACETS[facet][lang] + detail
  const what = kind === 'changed' ? changedWords(about, part, zh) : KINDS[kind](about)[lang]
  return { sign: SIGNS[kind], what, ...bothSides(change, lang) }
}

/** What was and what is. Where the words are the same, what differs is told behind them, part by part. */
function bothSides({ before, after, facet, parts = [] }: Change, lang: Lang): Pick<ChangeWords, 'before' | 'after'> {
  const was = before === undefined ? undefined : valueWords(before, facet, lang)
  const is = after === undefined ? undefined : valueWords(after, facet, lang)
  if (was === undefined || was !== is) {
    return { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }
  }
  const zh = lang === 'zh'
  const told = (side: 'before' | 'after'): string => {
    const own = parts.map((part) => `${part.key[lang]}${zh ? '：' : ': '}${part[side]?.[lang] ?? (zh ? '无' : 'none')}`)
    const shown = own.slice(0, MOST_PARTS).join(zh ? '；' : '; ')
    return own.length > MOST_PARTS ? `${shown}…` : shown
  }
  if (parts.length > 0) return { before: told('before'), after: told('after') }
  // A text of which only the other language changed.
  if (before?.kind === 'text' && after?.kind === 'text') {
    return { before: bothLanguages(before.text, lang), after: bothLanguages(after.text, lang) }
  }
  return { before: was, after: is }
}

const MOST_PARTS = 4

function bothLanguages({ zh, en }: Text, lang: Lang): string {
  const none = lang === 'zh' ? '无' : 'none'
  return `zh ${zh ?? none} / en ${en ?? none}`
}

const MOST_IDS = 8

function listIds(ids: readonly string[], lang: Lang): string {
  if (ids.length <= MOST_IDS) return ids.join(lang === 'zh' ? '、' : ', ')
  const shown = ids.slice(0, MOST_IDS).join(lang === 'zh' ? '、' : ', ')
  return lang === 'zh' ? `${shown} 等 ${ids.length} 个` : `${shown} and ${ids.length - MOST_IDS} more`
}

function valueWords(value: ChangeValue, facet: Facet | undefined, lang: Lang): string {
  switch (value.kind) {
    case 'text':
      return textIn(value.text, lang, '')
    case 'words':
      return value.words[lang]
    case 'plain':
      return valueTerm(facet, value.plain, lang)
    case 'rule': {
      // What it asks, even where its title did not change.
      const { title: _, ...asked } = value.rule
      return ruleWords(asked, lang)
    }
  }
}

/** Changes that say the same of several touchpoints, told as one, in the order of the first of each. */
export function gatherChanges(
  changes: readonly Change[],
  lang: Lang,
): readonly { readonly change: Change; readonly ids: readonly string[] }[] {
  const groups = new Map<string, { readonly change: Change; readonly ids: string[] }>()
  for (const [at, change] of changes.entries()) {
    const { before, after, sign } = changeWords(change, lang)
    const key =
      change.subject === 'touchpoint' && change.facet !== 'code' && change.facet !== 'codeTaken'
        ? JSON.stringify([change.facet, change.key, sign, before, after, change.hurts, change.cell?.['business']])
        : String(at)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { change, ids: [change.id] })
    else group.ids.push(change.id)
  }
  return [...groups.values()]
}
