import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import type { Change, FlowFigure, Nearer, PlacedFlow } from '../flow/contact-degree.ts'
import type { ContactDimension } from '../model/contact.ts'
import type { ProcessMap } from '../model/map.ts'
import { textIn } from '../model/text.ts'

export const DIMENSION_WORDS: Readonly<Record<ContactDimension, Message>> = {
  presence: { zh: '在场', en: 'presence' },
  object: { zh: '处理对象', en: 'object' },
  participation: { zh: '参与', en: 'participation' },
  attention: { zh: '个人关注', en: 'attention' },
  method: { zh: '方法', en: 'method' },
}

/** What a process designer would do to a figure, for less of it and for more. */
const ADVICE: Readonly<Record<FlowFigure, { readonly less: Message; readonly more: Message }>> = {
  steps: {
    less: { zh: '合并或去掉环节', en: 'merge or drop steps' },
    more: { zh: '把做法分细，环节', en: 'spell the work out in more steps' },
  },
  forks: {
    less: { zh: '少留选择，分岔', en: 'leave less to decide: forks' },
    more: {
      zh: '多留选择（分支、可选、可重复），分岔',
      en: 'leave more to decide (branches, optional or repeated work): forks',
    },
  },
  ways: {
    less: { zh: '收拢走法', en: 'gather the ways through' },
    more: { zh: '容许更多走法', en: 'allow more ways through' },
  },
  passes: {
    less: { zh: '少来回、少交接、少返回，每次平均', en: 'fewer turns, hand-overs and returns: in the mean' },
    more: {
      zh: '让客户和各岗位更多参与，来回与交接每次平均',
      en: 'bring the customer and other posts in more often: passes in the mean',
    },
  },
}

/** One change of the flow as advice: `少留选择，分岔 6 → 2`. */
export function describeFlowChange({ of, from, to, bits }: Change<FlowFigure>, lang: Lang): string {
  const words = ADVICE[of][to < from ? 'less' : 'more'][lang]
  const unit = lang === 'en' ? '' : of === 'ways' ? ' 种' : of === 'passes' ? ' 次' : ''
  return `${words} ${bits === undefined ? figureText(from) : waysText(bits)} → ${figureText(to)}${unit}`
}

/** The change of the contact that would do as well: `接触度 0.86 → 0.61：个人关注 0.8 → 0`. */
export function describeContactChange({ degree, nearer }: PlacedFlow, lang: Lang): string {
  if (degree === undefined || !nearer) return ''
  const raised = nearer.degree > degree
  const only = nearer.alone.length === 0 && nearer.together.length === 0
  const to = (raised ? Math.ceil : Math.floor)(nearer.degree * 100 + (raised ? -1e-6 : 1e-6)) / 100
  const each = nearer.contact.map(
    ({ of, from, to }) => `${DIMENSION_WORDS[of][lang]} ${figureText(from)} → ${figureText(to)}`,
  )
  if (lang === 'zh') {
    const how = each.length > 0 ? `，如${each.join('，或')}` : ''
    return `${only ? '流程无可再改，只能' : '或不改流程，'}把接触度从 ${shareText(degree)} ${raised ? '提高' : '降低'}到 ${shareText(to)}${how}`
  }
  const how = each.length > 0 ? `, such as ${each.join(', or ')}` : ''
  return `${only ? 'no change of the flow is enough;' : 'or leave the flow and'} ${raised ? 'raise' : 'lower'} the contact from ${shareText(degree)} to ${shareText(to)}${how}`
}

/** What is the matter with a flow far from the diagonal. */
export function describeDistance({ degree = 0, measures, distance = 0 }: PlacedFlow, { by }: Nearer): Message {
  const [process, contact, least] = [shareText(measures.process), shareText(degree), shareText(by, true)]
  return distance > 0
    ? {
        zh: `流程比这样的接触所需的繁：流程 ${process}，接触度 ${contact}，须靠近 ${least}`,
        en: `more involved than its contact asks for: process ${process}, contact ${contact}; to come nearer by ${least}`,
      }
    : {
        zh: `流程比这样的接触所需的简：流程 ${process}，接触度 ${contact}，须靠近 ${least}`,
        en: `plainer than its contact asks for: process ${process}, contact ${contact}; to come nearer by ${least}`,
      }
}

/** The channels of a placed flow by name. */
export function channelNames(map: Pick<ProcessMap, 'catalog'>, { channels }: PlacedFlow, lang: Lang): string {
  const names = channels.map((id) => textIn(map.catalog.axes.channel.get(id)?.name, lang, id))
  return names.join(lang === 'zh' ? '、' : ', ')
}

/** `0.82`; with `up` never less than it is. */
export function shareText(share: number, up = false): string {
  return (up ? Math.ceil(share * 100 - 1e-6) / 100 : share).toFixed(2)
}

/** A difference with its sign: `+0.19`, `-0.33`. */
export function signedText(share: number): string {
  const text = share.toFixed(2)
  return text === '0.00' || text === '-0.00' ? '0.00' : share > 0 ? `+${text}` : text
}

/** A count or a mean, without needless decimals. */
export function figureText(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** A number of ways from its bits; what is too long to read as a power of two. */
export function waysText(bits: number): string {
  return bits > 20 ? `2^${Math.round(bits)}` : String(Math.round(2 ** bits))
}
