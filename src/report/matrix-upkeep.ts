import type { Lang } from '../diagnostic/diagnostic.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { Id, ProcessMap } from '../model/map.ts'
import { countFindings, type FindingState, recordWalks, type WalkRecord, walksBy } from '../model/upkeep.ts'
import type { MatrixResult } from './matrix-json.ts'
import { dueWords, everyWords, findingCounts, reviewAsJson, reviewWords } from './upkeep-words.ts'

/** What keeping the map up comes to by a day: its walk-throughs by flow, and what they found. */
export interface MatrixUpkeep {
  readonly asOf: string
  readonly walks: number
  /** The day of the latest. */
  readonly last?: string
  readonly flows: ReadonlyMap<Id, WalkRecord>
  readonly overdue: readonly Id[]
  readonly findings: Readonly<Record<FindingState, number>>
}

/** Nothing where the map has no review, no walk-throughs and asks for none, or no day is given to judge them by. */
export function upkeepOf({ map, matrix, asOf }: MatrixResult): MatrixUpkeep | undefined {
  if (asOf === undefined || !(map.review || map.walks || map.walksEvery)) return undefined
  const walks = walksBy(map, asOf)
  const flows = recordWalks(map, matrix, asOf)
  return {
    asOf,
    walks: walks.length,
    ...(walks[0] ? { last: walks[0].day } : {}),
    flows,
    overdue: [...flows].flatMap(([id, { overdue }]) => (overdue ? [id] : [])),
    findings: countFindings(walks, asOf),
  }
}

/** A line each for review, walk-throughs and findings. */
export function upkeepLines(map: ProcessMap, upkeep: MatrixUpkeep, lang: Lang): string[] {
  const zh = lang === 'zh'
  const { asOf, walks, last, flows, overdue, findings } = upkeep
  const review = reviewWords(map, asOf, lang)
  const lines = review === undefined ? [] : [zh ? `评审：${review}` : `review: ${review}`]
  if (!map.walks && !map.walksEvery) return lines
  const parts = [
    zh ? `${walks} 次` : `${walks}`,
    ...(last === undefined ? [] : [zh ? `最近 ${last}` : `latest ${last}`]),
    ...(map.walksEvery ? [everyWords(map.walksEvery.every, lang), overdueFlows(flows, overdue, lang)] : []),
  ]
  lines.push(`${zh ? '流程穿越：' : 'walk-throughs: '}${parts.join(zh ? '，' : ', ')}`)
  lines.push(`${zh ? '穿越发现：' : 'findings: '}${findingCounts(findings, lang)}`)
  return lines
}

function overdueFlows(flows: MatrixUpkeep['flows'], overdue: readonly Id[], lang: Lang): string {
  const zh = lang === 'zh'
  if (overdue.length > 0) {
    const names = overdue.join(zh ? '、' : ', ')
    return zh
      ? `${flows.size} 个流程中 ${overdue.length} 个逾期（${names}）`
      : `${overdue.length} of ${flows.size} flows overdue (${names})`
  }
  const [first] = [...flows.values()].flatMap(({ due }) => due ?? []).sort(compareText)
  const none = zh ? '没有流程逾期' : 'no flow overdue'
  return first === undefined ? none : `${none}${zh ? '，' : ', '}${dueWords(first, false, lang)}`
}

/** The same as data, with each flow that serves a touchpoint. */
export function upkeepAsJson(map: ProcessMap, upkeep: MatrixUpkeep): object {
  return {
    asOf: upkeep.asOf,
    ...reviewAsJson(map, upkeep.asOf),
    walks: {
      count: upkeep.walks,
      ...(upkeep.last === undefined ? {} : { last: upkeep.last }),
      ...(map.walksEvery ? { every: map.walksEvery.every.text } : {}),
      overdue: upkeep.overdue.length,
      findings: upkeep.findings,
      flows: [...upkeep.flows].map(([flow, { walks, due: next, overdue }]) => ({
        flow,
        count: walks.length,
        ...(walks[0] ? { last: walks[0].day } : {}),
        ...(next === undefined ? {} : { due: next }),
        overdue,
      })),
    },
  }
}
