import type { ReviewPlan, Walk } from '../model/walk.ts'
import type { Names } from './names.ts'
import { readDuration } from './read-duration.ts'
import { asList, child, given, type Reading, refer, SORTS, stringOf, stringsOf, textOf } from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** `review:` of the map file, where it says how often. */
export function readReview(reading: Reading, node: TreeNode | undefined): ReviewPlan | undefined {
  const every = readDuration(reading, child(node, 'every'), 'period')
  const owner = stringOf(child(node, 'owner'))
  if (!node || !every || owner === undefined) return undefined
  return { every, owner, ...given('last', stringOf(child(node, 'last'))), place: node.place }
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
      const day = stringOf(dayNode)
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
          findings: asList(child(node, 'findings')).map((each) => {
            const settledOn = stringOf(child(child(each, 'settled'), 'day'))
            const how = textOf(child(child(each, 'settled'), 'how'), reading.lang)
            return {
              what: textOf(child(each, 'what'), reading.lang) ?? {},
              ...given('due', stringOf(child(each, 'due'))),
              ...given('settled', settledOn !== undefined && how ? { day: settledOn, how } : undefined),
              place: each.place,
            }
          }),
          place: dayNode.place,
        },
      ]
    }),
  )
}
