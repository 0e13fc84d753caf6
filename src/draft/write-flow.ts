import type { Lang } from '../diagnostic/diagnostic.ts'
import type { DraftFlow, DraftItem } from './draft-flow.ts'
import { makeIds } from './make-ids.ts'
import { yamlList, yamlText } from './yaml-text.ts'

/** What a flow's file needs to know of the log. */
export interface FlowWords {
  readonly lang: Lang
  readonly id: string
  readonly name: string
  /** Of an event: its name in the catalogue, its label there, the roles that do it, the interactions that have it. */
  event(event: number): {
    readonly name: string
    readonly label: string
    readonly by: readonly string[]
    readonly interactions: number
  }
}

/** The file of a flow. */
export function writeFlow(flow: DraftFlow, { lang, id, name, event: wordsOf }: FlowWords): string {
  const zh = lang === 'zh'
  const acts: number[] = []
  collectActs(flow.items, acts)
  const ids = makeIds(
    acts.map((act) => wordsOf(act).label),
    'step',
  )
  const lines = headOf(flow, zh)
  lines.push(`flow: ${id}`, `name: ${yamlText(name)}`, 'steps:')
  let next = 0
  const write = (items: readonly DraftItem[], indent: string): void => {
    for (const item of items) {
      if (item.kind === 'act') {
        const { name: event, label, by, interactions } = wordsOf(item.event)
        const step = [`id: ${ids[next++]}`]
        // A name like call.answered says no more than the id.
        if (!/^[a-z0-9._-]+$/.test(label)) step.push(`name: ${yamlText(label)}`)
        if (by.length > 0) step.push(`by: ${yamlList(by)}`)
        step.push(`proof: {event: ${yamlText(event)}}`)
        lines.push(`${indent}- {${step.join(', ')}} # ${zh ? `${interactions} 次` : interactions}`)
      } else if (item.kind === 'repeat') {
        lines.push(`${indent}- repeat:`, `${indent}    do:`)
        write(item.items, `${indent}      `)
      } else {
        lines.push(`${indent}- optional: # ${optionalWords(item.usual, item.count, zh)}`)
        write(item.items, `${indent}    `)
      }
    }
  }
  write(flow.items, '  ')
  return `${lines.join('\n')}\n`
}

function headOf({ total, commonest, fitting, variants }: DraftFlow, zh: boolean): string[] {
  const share = (part: number) => `${((100 * part) / total).toFixed(1).replace(/\.0$/, '')}${zh ? '%' : ' %'}`
  return zh
    ? [
        `# 由 ${total} 次交互拟出，它们共有 ${variants} 种走法。最常见的一种有 ${commonest} 次（${share(commonest)}）；`,
        `# 连同 \`optional\` 与 \`repeat\`，本流程合乎 ${fitting} 次（${share(fitting)}）。行末的数是出现这一步的交互数。`,
      ]
    : [
        `# Drafted from ${total} interactions that go ${variants} ways. The commonest way has ${commonest} (${share(commonest)});`,
        `# with \`optional\` and \`repeat\` this flow fits ${fitting} (${share(fitting)}). At the end of a line: interactions that have the step.`,
      ]
}

function optionalWords(usual: boolean, count: number, zh: boolean): string {
  if (zh) return usual ? `${count} 次没有做` : `${count} 次做了`
  return usual ? `left out in ${count}` : `done in ${count}`
}

function collectActs(items: readonly DraftItem[], into: number[]): void {
  for (const item of items) {
    if (item.kind === 'act') into.push(item.event)
    else collectActs(item.items, into)
  }
}
