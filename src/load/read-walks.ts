import type { ReviewPlan, Walk, WalkFinding } from '../model/walk.ts'
import type { Names } from './names.ts'
import { readDay } from './read-day.ts'
import { readDuration } from './read-duration.ts'
import {
  asList,
  badValue,
  child,
  given,
  type Reading,
  refer,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** `review:` of the map file, where it says how often. */
export function readReview(reading: Reading, node: TreeNode | undefined): ReviewPlan | undefined {
  const every = readDuration(reading, child(node, 'every'), 'period')
  const owner = stringOf(child(node, 'owner'))
  if (!node || !every || owner === undefined) return undefined
  return { every, owner, ...given('last', readDay(reading, child(node, 'last'))), place: node.place }
}

/** Records of walk-throughs. Flows must be flows of the map; codes those of the version walked, so only of this version are they checked. */
export function readWalks(
  reading: Reading,
  roots: readonly MapNode[],
  codes: Names,
  version: string | undefined,
): Walk[] {
  return roots.flatMap((root) =>
    asList(child(root, 'walks')).flatMap((node): Walk[] => {
      const dayNode = child(node, 'day')
      const day = readDay(reading, dayNode)
      const walked = stringOf(child(node, 'version'))
      if (day === undefined || !dayNode || walked === undefined) return []
      const isOfThis = walked === version
      const flows = stringsOf(child(node, 'flows')).filter(
        ({ value, node: at }) => !isOfThis || refer(reading, reading.flows, value, at, SORTS.flow),
      )
      const touchpoints = stringsOf(child(node, 'touchpoints')).filter(
        ({ value, node: at }) => !isOfThis || refer(reading, codes, value, at, SORTS.code),
      )
      return [
        {
          day,
          by: stringsOf(child(node, 'by')).map(({ value }) => value),
          version: walked,
          flows: flows.map(({ value }) => value),
          touchpoints: touchpoints.map(({ value }) => value),
          findings: asList(child(node, 'findings')).map((each) => readFinding(reading, each, day)),
          place: dayNode.place,
        },
      ]
    }),
  )
}

function readFinding(reading: Reading, node: TreeNode, walked: string): WalkFinding {
  const due = readDayFrom(reading, child(node, 'due'), walked)
  const settledOn = readDayFrom(reading, child(child(node, 'settled'), 'day'), walked)
  const how = textOf(child(child(node, 'settled'), 'how'), reading.lang)
  return {
    what: textOf(child(node, 'what'), reading.lang) ?? {},
    ...given('due', due),
    ...given('settled', settledOn !== undefined && how ? { day: settledOn, how } : undefined),
    place: node.place,
  }
}

/** A day that cannot be before the walk. */
function readDayFrom(reading: Reading, node: TreeNode | undefined, walked: string): string | undefined {
  const day = readDay(reading, node)
  if (node && day !== undefined && day < walked) {
    const message = {
      zh: `\`${day}\` 早于穿越的日期 ${walked}`,
      en: `\`${day}\` is before the day of the walk, ${walked}`,
    }
    report(reading, badValue(node.place, message))
  }
  return day
}
