import type { Lang, Message, Place } from '../diagnostic/diagnostic.ts'
import { wrap } from '../draw/columns.ts'
import { describeNorm, describeProof, roleNames, type Words } from '../draw/words.ts'
import type { FlowDifference } from '../compare/compare-effective-flows.ts'
import type { BusinessDifference } from '../compare/compare-businesses.ts'
import type { Step } from '../model/flow.ts'
import { AXES, type ProcessMap } from '../model/map.ts'
import type { Cell } from '../model/matrix.ts'
import type { Rule } from '../model/rule.ts'
import { textIn } from '../model/text.ts'
import type { ReportContext } from './context.ts'
import { markdownTable, markdownText } from './markdown-text.ts'

/** The flows of each business side by side, for one version of a map. */
export interface DifferencesResult {
  readonly map: ProcessMap
  readonly differences: readonly BusinessDifference[]
}

/** One difference in words: a sign (`+` more, `-` less, `~` otherwise), what, and where it is written. */
interface Told {
  readonly sign: '+' | '-' | '~'
  readonly text: string
  readonly place: Place
}

export function reportDifferences({ map, differences }: DifferencesResult, context: ReportContext): string {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  if (differences.length === 0)
    return `${zh ? '各业务在所有渠道和品牌的流程都相同' : 'each business has the same flow everywhere'}\n`
  const open = differences.filter(({ declared }) => !declared).length
  const head = zh
    ? `同一业务的不同流程 ${differences.length} 处，其中未声明 ${open} 处`
    : `flows of one business that differ: ${differences.length}, of which undeclared: ${open}`
  const lines = [palette.strong(head)]
  let business = ''
  for (const each of differences) {
    if (each.business !== business) {
      business = each.business
      lines.push('', palette.strong(nameOf(map, business, lang)))
    }
    const side = (flow: string, cells: readonly Cell[]) =>
      zh ? `${flow}（${placesOf(map, cells, lang)}）` : `${flow} (${placesOf(map, cells, lang)})`
    const title = `${side(each.flow, each.cells)}${zh ? '相对于' : ' against '}${side(each.usual.flow, each.usual.cells)}`
    lines.push(...hang(title, '  ', '  ', width))
    const { declared } = each
    if (declared) {
      const text = `${zh ? '已声明：' : 'declared: '}${textIn(declared.because, lang, '')}  ${placeText(declared.place)}`
      lines.push(...hang(text, '    ', '    ', width).map(palette.good))
    } else lines.push(palette.warning(`    ${zh ? '未声明理由' : 'no reason declared'}`))
    for (const { sign, text, place } of tellAll(map, each, lang)) {
      lines.push(...hang(`${text}  ${placeText(place)}`, `    ${sign} `, '      ', width))
    }
  }
  return [...lines, ''].join('\n')
}

export function reportDifferencesAsMarkdown({ map, differences }: DifferencesResult, lang: Lang): string {
  const zh = lang === 'zh'
  const parts = [`# ${zh ? '同一业务的不同流程' : 'Flows of one business that differ'}\n`]
  for (const each of differences) {
    const { declared } = each
    const reason = declared
      ? markdownText(textIn(declared.because, lang, ''))
      : zh
        ? '**未声明理由**'
        : '**no reason declared**'
    const rows = tellAll(map, each, lang).map(({ sign, text, place }) => [
      markdownText(sign),
      markdownText(text),
      markdownText(placeText(place)),
    ])
    parts.push(
      `## ${markdownText(nameOf(map, each.business, lang))}: ${markdownText(each.flow)} ↔ ${markdownText(each.usual.flow)}\n`,
      `${markdownText(placesOf(map, each.cells, lang))} ↔ ${markdownText(placesOf(map, each.usual.cells, lang))}. ${reason}\n`,
      markdownTable(['', zh ? '差异' : 'difference', zh ? '出处' : 'written at'], rows),
    )
  }
  return parts.join('\n')
}

export function reportDifferencesAsJson({ map, differences }: DifferencesResult, lang: Lang): string {
  const source = (place: Place) => ({
    file: place.file,
    line: place.range.start.line,
    column: place.range.start.column,
  })
  const report = {
    map: { id: map.id, version: map.version, effective: map.effective },
    differences: differences.map((each) => ({
      business: each.business,
      flow: each.flow,
      cells: each.cells.map(({ at, code }) => ({ ...at, code })),
      against: { flow: each.usual.flow, cells: each.usual.cells.map(({ at, code }) => ({ ...at, code })) },
      declared: each.declared
        ? { because: textIn(each.declared.because, lang, ''), source: source(each.declared.place) }
        : null,
      differences: each.differences.map((difference) => {
        const { text, place } = tell(map, difference, lang)
        return { kind: difference.kind, id: difference.id, text, source: source(place) }
      }),
    })),
    counts: {
      differences: differences.length,
      undeclared: differences.filter(({ declared }) => !declared).length,
    },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function tellAll(map: ProcessMap, { differences }: BusinessDifference, lang: Lang): Told[] {
  return differences.map((each) => tell(map, each, lang))
}

function tell(map: ProcessMap, difference: FlowDifference, lang: Lang): Told {
  const zh = lang === 'zh'
  const words: Words = { lang, catalog: map.catalog }
  const step = ({ id, name, does, by }: Step) => {
    const who = roleNames(by, words)
    return `${textIn(name, lang, textIn(does, lang, id))} [${id}]${who === '' ? '' : zh ? `（${who}）` : ` (${who})`}`
  }
  const asks = (rule: Rule) => {
    const { label, text } = describeNorm(rule, words, (id) => id)
    return `${label}${zh ? '：' : ': '}${text}${rule.critical ? (zh ? '【关键】' : ' [critical]') : ''}`
  }
  switch (difference.kind) {
    case 'step-more':
      return { sign: '+', text: step(difference.step), place: difference.step.place }
    case 'step-less':
      return { sign: '-', text: step(difference.step), place: difference.step.place }
    case 'step-moved':
      return {
        sign: '~',
        text: `${step(difference.step)}${zh ? '：先后不同' : ': at another point of the order'}`,
        place: difference.step.place,
      }
    case 'step-free':
    case 'step-bound': {
      const free = difference.kind === 'step-free'
      const how: Message = free
        ? { zh: '：可不做，另一处必做', en: ': may be left out, a must in the other' }
        : { zh: '：必做，另一处可不做', en: ': a must, may be left out in the other' }
      return { sign: '~', text: `${step(difference.step)}${how[lang]}`, place: difference.step.place }
    }
    case 'norm':
    case 'rule': {
      const { id, here, there } = difference
      const name = difference.kind === 'norm' ? id : zh ? `规则 ${id}` : `rule ${id}`
      const colon = zh ? '：' : ': '
      if (here && there) {
        const [a, b] = [asks(here), asks(there)]
        return { sign: '~', text: `${name}${colon}${a}${zh ? '；另一处 ' : '; in the other '}${b}`, place: here.place }
      }
      const rule = here ?? there
      if (!rule) throw new Error('a difference of rules has a rule')
      return { sign: here ? '+' : '-', text: `${name}${colon}${asks(rule)}`, place: rule.place }
    }
    default: {
      const text = `${zh ? '中断：' : 'interrupt: '}${describeProof(difference.proof, words)}`
      return { sign: difference.kind === 'interrupt-more' ? '+' : '-', text, place: difference.proof.place }
    }
  }
}

function nameOf(map: ProcessMap, business: string, lang: Lang): string {
  const name = textIn(map.catalog.axes.business.get(business)?.name, lang, business)
  return name === business ? name : lang === 'zh' ? `${name}（${business}）` : `${name} (${business})`
}

/** Where some cells lie: the names of their channels, and of what else tells them from others. */
function placesOf(map: ProcessMap, cells: readonly Cell[], lang: Lang): string {
  const names = AXES.filter((axis) => axis !== 'business').flatMap((axis) => {
    const ids = [...new Set(cells.flatMap(({ at }) => at[axis] ?? []))]
    const all = [...map.catalog.axes[axis].values()]
    const leaves = all.filter(({ id }) => !all.some(({ partOf }) => partOf === id))
    if (ids.length === 0 || (axis !== 'channel' && ids.length >= leaves.length)) return []
    return [ids.map((id) => textIn(map.catalog.axes[axis].get(id)?.name, lang, id)).join(lang === 'zh' ? '、' : ', ')]
  })
  return names.join(' × ')
}

function placeText(place: Place): string {
  return `${place.file}:${place.range.start.line}`
}

function hang(text: string, first: string, rest: string, width: number): string[] {
  return wrap(text, Math.max(20, width - first.length)).map((line, i) => (i === 0 ? first : rest) + line)
}
