import type { Lang } from '../diagnostic/diagnostic.ts'
import type { AxisName } from '../model/map.ts'
import type { DraftFlow } from './draft-flow.ts'
import type { Observation } from './observe-log.ts'
import { yamlText } from './yaml-text.ts'

/** A value of an axis, as the map has it. */
interface AxisId {
  readonly id: string
  readonly name: string
  readonly interactions: number
}
export type AxisIds = Readonly<Record<AxisName, readonly AxisId[]>>

interface CatalogParts {
  readonly businesses: readonly { readonly id: string; readonly name: string; readonly flow: DraftFlow }[]
  readonly axes: AxisIds
  /** Names in the catalogue of the events, and ids of the roles, by number. */
  readonly eventNames: readonly string[]
  readonly roleIds: readonly string[]
  readonly speech: ReadonlySet<number>
  readonly ambient: ReadonlySet<number>
}

const PLURALS = { identity: 'identities', region: 'regions', environment: 'environments' } as const

/** Words by which the class of a business is guessed. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/complain|投诉/i, 'complaint'],
  [/verif|核对|核实/i, 'verification'],
  [/query|enquir|inquir|查询/i, 'query'],
  [/order|open|change|accept|apply|refund|repair|办理|受理|变更|开通|申请|退|维修/i, 'acceptance'],
]

/** The catalogue: all that the log names, with the number of interactions that each part rests on. */
export function writeCatalog(
  seen: Observation,
  { businesses, axes, eventNames, roleIds, speech, ambient }: CatalogParts,
  lang: Lang,
): string {
  const zh = lang === 'zh'
  const times = (count: number) => (zh ? `${count} 次交互` : `${count} ${count === 1 ? 'interaction' : 'interactions'}`)
  const lines = ['catalog: true', '']
  lines.push(
    zh ? '# 类别是按名称猜的，请核对。' : '# The classes are guessed by the names: to be checked.',
    'businesses:',
  )
  for (const { id, name, flow } of businesses) {
    const kind = CLASSES.find(([words]) => words.test(`${id} ${name}`))?.[1] ?? 'consultation'
    lines.push(`  ${id}: {class: ${kind}, name: ${yamlText(name)}} # ${times(flow.total)}`)
  }
  lines.push('', 'channels:')
  for (const { id, name, interactions } of axes.channel)
    lines.push(`  ${id}: {code: ${yamlText(id)}, name: ${yamlText(name)}} # ${times(interactions)}`)
  const plain = (key: string, values: readonly AxisId[]) => {
    if (values.length === 0) return
    lines.push('', `${key}:`)
    for (const { id, name, interactions } of values)
      lines.push(`  ${id}: {name: ${yamlText(name)}} # ${times(interactions)}`)
  }
  plain('brands', axes.brand)
  for (const axis of ['identity', 'region', 'environment'] as const) plain(PLURALS[axis], axes[axis])
  if (roleIds.length > 0) {
    lines.push('', 'roles:')
    seen.roles.forEach(({ text }, at) => lines.push(`  ${roleIds[at]}: {name: ${yamlText(text)}}`))
  } else lines.push('', 'roles: {}')
  lines.push('', 'events:')
  const inFlows = new Set(businesses.flatMap(({ flow }) => eventsOf(flow.items)))
  seen.events.forEach(({ text, interactions }, event) => {
    const name = eventNames[event] ?? ''
    const keys: string[] = []
    if (name !== text) keys.push(`name: ${yamlText(text)}`, `also: [${yamlText(text)}]`)
    if (speech.has(event) && !inFlows.has(event)) keys.push('speech: true')
    const unused = !inFlows.has(event) && !speech.has(event) && !ambient.has(event)
    const why = zh ? '尚未写进流程' : 'in no flow yet'
    const comment = unused
      ? `touchmap-ignore event-unused -- ${times(interactions)}${zh ? '，' : ', '}${why}`
      : times(interactions)
    lines.push(`  ${yamlText(name)}: {${keys.join(', ')}} # ${comment}`)
  })
  const free = [...ambient].filter((event) => !inFlows.has(event)).map((event) => eventNames[event] ?? '')
  if (free.length > 0) {
    lines.push(
      '',
      zh ? '# 猜测：这些事件随时出现，与先后无关。' : '# A guess: these come at any time, in no order with the rest.',
      `ambient: [${free.map(yamlText).join(', ')}]`,
    )
  }
  return `${lines.join('\n')}\n`
}

function eventsOf(items: DraftFlow['items']): number[] {
  return items.flatMap((item) => (item.kind === 'act' ? [item.event] : eventsOf(item.items)))
}
